/** `npm run faults`: kills, cuts, spoils and floods real runs, and counts every answer that was not true. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { builtCli } from '../bench/built-cli.ts'
import { startNodes } from '../bench/nodes.ts'
import { table } from '../bench/table.ts'
import { systemHost } from '../src/host.ts'
import { sweepCuts } from './cuts.ts'
import { repeatKeys } from './duplicates.ts'
import { sweepKills } from './kills.ts'
import { loseRunners } from './leases.ts'
import { flood } from './memory.ts'
import { randomFrom } from './random.ts'
import { Tally } from './tally.ts'

const USAGE = `npm run faults -- [--quick] [--minutes N] [--seed N] [--only PART] [--markdown]
  --quick      what CI runs: less of everything, within four minutes on two cores
  --minutes N  a soak: kills and cuts go on for so long
  --seed N     the same faults again; instants still depend on the machine
  --only PART  only this: kills, cuts, duplicates, leases or memory
  --markdown   print the table in Markdown`

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      minutes: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    return true
  }
  const seed =
    values.seed === undefined ? Number.parseInt(systemHost.hex(4), 16) : Number(values.seed)
  const folder = await mkdtemp(join(tmpdir(), 'rune-faults-'))
  await chmod(folder, 0o755) // the nodes write their ledgers in it as another account
  const tally = new Tally()
  const random = randomFrom(seed)
  const minutes = values.minutes === undefined ? undefined : Number(values.minutes)
  if (minutes !== undefined && !(minutes > 0))
    throw new Error(`--minutes takes a number above 0, not ${values.minutes}`)
  /** A soak has no count: half of its time goes to kills, half to cuts. */
  const bounds = (quick: number, full: number) => ({
    times: minutes !== undefined ? 1_000_000 : values.quick ? quick : full,
    until: minutes === undefined ? Number.POSITIVE_INFINITY : performance.now() + minutes * 30_000,
  })
  // Keys are used once: what an earlier round with this seed left on the node must not answer.
  const prefix = `faults-${seed}-${systemHost.hex(4)}`
  const wants = (part: string): boolean => values.only === undefined || values.only === part
  const cli = builtCli(undefined)
  const nodes = await startNodes(50)
  process.stdout.write(`seed ${seed}\n`)
  const server = nodes.nodes[0]?.server
  if (server === undefined) throw new Error('no node')
  try {
    const common = { server, prefix, folder, random, tally }
    const killBounds = bounds(66, 400)
    if (wants('kills'))
      await sweepKills({
        ...common,
        cli,
        nodes: nodes.nodes.slice(0, 3),
        kills: killBounds.times,
        until: killBounds.until,
      })
    if (wants('leases')) await loseRunners(common)
    if (wants('duplicates')) await repeatKeys({ ...common, rounds: values.quick ? 2 : 10 })
    const cutBounds = bounds(240, 1000)
    if (wants('cuts')) await sweepCuts({ ...common, cuts: cutBounds.times, until: cutBounds.until })
    if (wants('memory'))
      await flood({
        ...common,
        cli,
        nodes: nodes.nodes,
        identityFile: nodes.identityFile,
        mib: values.quick ? 32 : 1024,
      })
  } finally {
    await nodes.stop()
    await rm(folder, { recursive: true, force: true })
  }
  process.stdout.write(`\n${table(['what', 'count'], tally.rows(), values.markdown)}\n`)
  for (const text of tally.seen) process.stdout.write(`${text}\n`)
  return tally.seen.length === 0
}

try {
  if (!(await main())) process.exitCode = 1
} catch (caught) {
  process.stderr.write(`faults: ${caught instanceof Error ? caught.stack : String(caught)}\n`)
  process.exitCode = 1
}
