/** Planning for a fleet: the plan alone with its project in memory, and `rune plan` as a whole process. */
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { peakRssTo, timed } from './measure.ts'
import { type PlanSize, writePlanProject } from './plan-project.ts'

export interface PlanScale extends PlanSize {
  readonly rounds: number
}

export const PLAN_HEAD = ['work', 'wall, ms', 'CPU, ms', 'peak RSS', '']

const MS_AT_MOST = 500
const RSS_MIB_AT_MOST = 150

/** Each round is a process of its own: what a program learns of its input while it runs does not count. */
export async function measurePlan(
  folder: string,
  cli: string,
  { rounds, ...size }: PlanScale,
): Promise<string[][]> {
  const root = join(folder, 'plan')
  await writePlanProject(root, size)
  const alone = join(folder, 'plan-alone.ts')
  await writeFile(alone, program(root))
  const argv = ['plan', 'fleet', '--root', root, '--param', 'service=nginx', '--json']
  const whole: Round[] = []
  const planning: Round[] = []
  const hashes = new Set<string>()
  for (let round = 0; round <= rounds; round++) {
    const command = await run(folder, [cli, ...argv])
    const call = await run(folder, [alone])
    if (round > 0) whole.push(command.round)
    const { ms, cpuMs, hash } = JSON.parse(call.printed) as Printed
    if (round > 0) planning.push({ ...call.round, wallMs: ms, cpuMs })
    hashes.add(hash).add((JSON.parse(command.printed) as { plan_hash: string }).plan_hash)
  }
  if (hashes.size !== 1) throw new Error(`one request gave ${hashes.size} plans`)
  const what = `${size.nodes} nodes x ${size.steps} steps`
  const planMs = median(planning.map(({ wallMs }) => wallMs))
  const rss = Math.max(...whole.map(({ rssMib }) => rssMib))
  return [
    [
      `${what}: the plan alone`,
      planMs.toFixed(0),
      cpuText(planning),
      '',
      met(planMs, MS_AT_MOST, 'ms'),
    ],
    [
      `${what}: rune plan, with start and reading the project`,
      median(whole.map(({ wallMs }) => wallMs)).toFixed(0),
      cpuText(whole),
      `${rss.toFixed(0)} MiB`,
      met(rss, RSS_MIB_AT_MOST, 'MiB'),
    ],
  ]
}

/** Of the program below. */
interface Printed {
  readonly ms: number
  readonly cpuMs: number
  readonly hash: string
}

interface Round {
  readonly wallMs: number
  readonly cpuMs: number
  readonly rssMib: number
}

async function run(
  folder: string,
  argv: readonly string[],
): Promise<{ readonly round: Round; readonly printed: string }> {
  const [stdout, stderr, rss] = ['out', 'err', 'rss'].map((name) => join(folder, `plan.${name}`))
  if (!stdout || !stderr || !rss) throw new Error('three files are needed')
  const command = [process.execPath, '--import', peakRssTo(rss), ...argv]
  const { wallS, cpuS } = await timed(command, { stdout, stderr })
  const rssMib = Number(await readFile(rss, 'utf8')) / 1024
  return {
    round: { wallMs: wallS * 1000, cpuMs: cpuS * 1000, rssMib },
    printed: await readFile(stdout, 'utf8'),
  }
}

/** Reads the project, then takes the time of the plan and its hash. */
function program(root: string): string {
  const from = (path: string): string =>
    JSON.stringify(pathToFileURL(join(dirname(import.meta.dirname), 'src', path)).href)
  return `import { openProject } from ${from('app/project.ts')}
import { toRequest } from ${from('app/ask.ts')}
import { systemHost } from ${from('host.ts')}
import { planRequest } from ${from('lom/plan.ts')}
const project = await openProject(${JSON.stringify(root)})
const ask = { runbook: 'fleet', params: { service: 'nginx' }, dry_run: false, trigger: 'cli', actor: 'bench' }
const request = toRequest(ask, systemHost)
const [start, cpu] = [performance.now(), process.cpuUsage()]
const result = planRequest(request, project)
const ms = performance.now() - start
const { user, system } = process.cpuUsage(cpu)
if (result.kind !== 'plan') throw new Error(JSON.stringify(result.problems))
process.stdout.write(JSON.stringify({ ms, cpuMs: (user + system) / 1000, hash: result.planHash }))
`
}

const cpuText = (rounds: readonly Round[]): string =>
  median(rounds.map(({ cpuMs }) => cpuMs)).toFixed(0)

const met = (found: number, target: number, unit: string): string =>
  `target ${target} ${unit}: ${found <= target ? 'met' : 'MISSED'}`

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
