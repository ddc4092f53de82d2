/** `validate` of a large project beside its bare floor, and how time and memory grow with the project. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Measure, peakRssTo, timed } from './measure.ts'
import { makePrograms, writeSchemas } from './validate-programs.ts'
import { type ProjectSize, writeProject } from './validate-project.ts'

/** The first is compared with the floor; the others are run once, to show the growth. */
export interface ValidateScale {
  readonly compared: ProjectSize
  readonly grown: readonly ProjectSize[]
  readonly rounds: number
}

const RATIO_AT_MOST = 2
const RSS_MIB_AT_MOST = 250

/** Lines of what, wall time, CPU time, the time of the call alone, peak RSS, and a remark. */
export async function measureValidate(
  folder: string,
  cli: string,
  { compared, grown, rounds }: ValidateScale,
): Promise<string[][]> {
  const programs = await makePrograms(folder, cli)
  const lines: string[][] = []
  const root = join(folder, 'validate-compared')
  await writeProject(root, compared)
  const schemas = join(folder, 'schemas.json')
  const count = await writeSchemas(root, schemas)
  const rune: Run[] = []
  const call: Run[] = []
  const floor: Run[] = []
  // In turns, so that what else the machine does meets all of them; the first round does not count.
  for (let round = 0; round <= rounds; round++) {
    const runs = [
      await run(folder, [cli, 'validate', '--root', root]),
      await run(folder, [programs.call, root]),
      await run(folder, [programs.floor, root, schemas]),
    ] as const
    if (round === 0) continue
    rune.push(runs[0])
    call.push(runs[1])
    floor.push(runs[2])
  }
  const ratio = (of: readonly Run[], what: (run: Run) => number): number =>
    median(of.map((one, i) => what(one) / what(floor[i] ?? one)))
  const ratios = [
    ratio(rune, ({ wallS }) => wallS),
    ratio(call, ({ ownMs }) => ownMs),
    ratio(rune, ({ cpuS }) => cpuS),
  ].map((one) => one.toFixed(2))
  const worst = Math.max(...ratios.map(Number))
  const rss = Math.max(...rune.map(({ rssMib }) => rssMib))
  const [wall, own, cpu] = ratios
  lines.push(
    [`${size(compared)}: rune validate`, ...figures(rune), met(rss, RSS_MIB_AT_MOST, 'MiB')],
    [`${size(compared)}: the library's call`, ...figures(call), ''],
    [`${size(compared)}: yaml and ${count} schemas`, ...figures(floor), 'the floor'],
    ['rune validate / floor', `${wall}`, `${cpu}`, `${own}`, '', met(worst, RATIO_AT_MOST, '')],
  )
  for (const one of grown) {
    const project = join(folder, `validate-${one.runbooks}`)
    await writeProject(project, one)
    const grownRun = await run(folder, [cli, 'validate', '--root', project])
    const eachMs = (grownRun.cpuS * 1000) / one.runbooks
    const remark = `${eachMs.toFixed(1)} ms of CPU a runbook`
    lines.push([`${size(one)}: rune validate`, ...figures([grownRun]), remark])
  }
  return lines
}

export const VALIDATE_HEAD = ['work', 'wall, s', 'CPU, s', 'the work alone, s', 'peak RSS', '']

interface Run extends Measure {
  /** What the program says that the work took, start-up not counted; NaN when it says nothing. */
  readonly ownMs: number
  readonly rssMib: number
}

async function run(folder: string, argv: readonly string[]): Promise<Run> {
  const [stdout, stderr, rss] = ['out', 'err', 'rss'].map((name) =>
    join(folder, `validate.${name}`),
  )
  if (!stdout || !stderr || !rss) throw new Error('three files are needed')
  const command = [process.execPath, '--import', peakRssTo(rss), ...argv]
  const measure = await timed(command, { stdout, stderr })
  const printed = await readFile(stdout, 'utf8')
  return {
    ...measure,
    ownMs: printed === '' ? Number.NaN : Number(printed),
    rssMib: Number(await readFile(rss, 'utf8')) / 1024,
  }
}

function figures(runs: readonly Run[]): string[] {
  const own = median(runs.map(({ ownMs }) => ownMs)) / 1000
  return [
    median(runs.map(({ wallS }) => wallS)).toFixed(2),
    median(runs.map(({ cpuS }) => cpuS)).toFixed(2),
    Number.isNaN(own) ? '' : own.toFixed(2),
    `${Math.max(...runs.map(({ rssMib }) => rssMib)).toFixed(0)} MiB`,
  ]
}

const size = ({ runbooks, modules }: ProjectSize): string =>
  `${runbooks} runbooks, ${modules} modules`

const met = (found: number, target: number, unit: string): string =>
  `target ${target} ${unit}`.trimEnd() + (found <= target ? ': met' : ': MISSED')

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
