/**
 * `npm run bench`: prints what the parts cost, `rune validate` beside its floor, a plan for a fleet, what starting costs,
 * then `rune run` beside loops of OpenSSH's ssh as times and ratios.
 */
import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, release, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { builtCli } from './built-cli.ts'
import { makeClients, sshOptions } from './clients.ts'
import { GROWTH_HEAD, measureFlood, measureGrowth } from './growth.ts'
import { measureLibrary } from './library.ts'
import { proveCpuAccount } from './measure.ts'
import { type BenchNodes, startNodes } from './nodes.ts'
import { measureNormalizer } from './normalizer.ts'
import { measurePlan, PLAN_HEAD } from './plan.ts'
import { compare } from './rounds.ts'
import { FULL, FULL_ROUNDS, QUICK, type Scale } from './scale.ts'
import { makeShape, type Size } from './shape.ts'
import { measureStart, START_HEAD } from './start.ts'
import { partsTable, type Result, table, tables } from './table.ts'
import { measureValidate, VALIDATE_HEAD } from './validate.ts'

const USAGE = `npm run bench -- [--quick] [--markdown] [--full] [--only PART] [--cli FILE]
  --quick     small sizes, one round: shows that it works, measures nothing
  --markdown  print the tables in Markdown
  --only PART measure only this: parts, validate, plan, start, run, growth or flood
  --full      five rounds beside the peers instead of three; growth and flood too, unless --only says what
  --cli FILE  measure this built cli.js; default dist/cli.js, which has to be fresh`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      only: { type: 'string' },
      full: { type: 'boolean', default: false },
      cli: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return say(USAGE)
  const cli = builtCli(values.cli)
  const scale = values.quick ? QUICK : values.full ? { ...FULL, rounds: FULL_ROUNDS } : FULL
  const folder = await mkdtemp(join(tmpdir(), 'rune-bench-'))
  await chmod(folder, 0o755) // the nodes read the plugin in it as another account
  const before = machine()
  const wants = (part: string): boolean => values.only === undefined || values.only === part
  let nodes: BenchNodes | undefined
  try {
    if (wants('parts')) {
      const library = measureLibrary(folder, scale.partRounds)
      const normaliser = await measureNormalizer(folder, scale.partRounds)
      say(partsTable([...library, normaliser], values.markdown))
    }
    if (wants('validate')) {
      const rows = await measureValidate(folder, cli, scale.validate)
      say(table(VALIDATE_HEAD, rows, values.markdown))
    }
    if (wants('plan'))
      say(table(PLAN_HEAD, await measurePlan(folder, cli, scale.plan), values.markdown))
    if (wants('start'))
      say(table(START_HEAD, await measureStart(folder, cli, scale.startRounds), values.markdown))
    const heavy = (part: string): boolean =>
      values.only === part || (values.full && values.only === undefined)
    if (heavy('growth'))
      say(table(GROWTH_HEAD, await measureGrowth(folder, cli, scale.growth), values.markdown))
    if (heavy('flood'))
      say(table(GROWTH_HEAD, await measureFlood(folder, cli, scale.growth), values.markdown))
    if (!wants('run')) return say(before)
    nodes = await startNodes(Math.max(...scale.sizes.map((size) => size.nodes)))
    const results: Result[] = []
    for (const size of scale.sizes) results.push(await measure(size, scale, nodes, { cli, folder }))
    const skipped = new Set(results.flatMap((result) => result.skipped))
    const remarks = [before, ...(nodes.remark === undefined ? [] : [nodes.remark]), ...skipped]
    say(`\n${remarks.join('\n')}\n\n${tables(results, values.markdown)}`)
  } finally {
    await nodes?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(
  size: Size,
  { rounds, sizes }: Scale,
  nodes: BenchNodes,
  { cli, folder }: { readonly cli: string; readonly folder: string },
): Promise<Result> {
  const shape = await makeShape(size, nodes.nodes, join(folder, `${size.nodes}x${size.steps}`))
  try {
    if (size === sizes[0]) await checkCpuAccount(nodes, shape.knownHosts, folder)
    const clients = await makeClients(shape, nodes, cli)
    for (const line of clients.skipped) process.stderr.write(`${line}\n`)
    const comparison = await compare(clients, rounds, (text) =>
      process.stderr.write(`${size.nodes} x ${size.steps}, ${text}\n`),
    )
    const { runePeakRssMib, skipped } = clients
    return { size, ...comparison, runePeakRssMib, skipped }
  } finally {
    await shape.project.cleanup()
  }
}

async function checkCpuAccount(
  nodes: BenchNodes,
  knownHosts: string,
  folder: string,
): Promise<void> {
  const [node] = nodes.nodes
  if (node === undefined) return
  const where = ['-p', String(node.server.port), node.address]
  const files = { stdout: join(folder, 'stdout'), stderr: join(folder, 'stderr') }
  await proveCpuAccount(['ssh', ...sshOptions(knownHosts, nodes), ...where], files)
}

/** What the figures depend on, and how busy the machine was already. */
function machine(): string {
  const all = cpus()
  const { stderr } = spawnSync('ssh', ['-V'], { encoding: 'utf8' })
  return [
    `${all.length} x ${all[0]?.model.trim() ?? 'unknown CPU'}, Linux ${release()}`,
    `Node ${process.versions.node}, ${stderr.trim()}`,
    `load average before: ${loadavg()[0]?.toFixed(2)}`,
  ].join('; ')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

try {
  await main()
} catch (caught) {
  process.stderr.write(`bench: ${caught instanceof Error ? caught.message : String(caught)}\n`)
  process.exitCode = 1
}
