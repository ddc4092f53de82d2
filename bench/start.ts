/** What starting costs: the verbs that people wait for, on this repository's own project, beside Node alone. */
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Measure, timed } from './measure.ts'

const ROOT = join(import.meta.dirname, '..')
/** What a project consists of. */
const PROJECT = ['rune.yaml', 'inventory.yaml', 'runbooks', 'plugins']

export const START_HEAD = ['command', 'wall, ms', 'CPU, ms']

/** Lines of command, median wall and median CPU time with the smallest and the largest. */
export async function measureStart(
  folder: string,
  cli: string,
  rounds: number,
): Promise<string[][]> {
  const project = join(folder, 'start')
  await mkdir(project)
  for (const name of PROJECT) await cp(join(ROOT, name), join(project, name), { recursive: true })
  const at = ['--root', project]
  const commands: readonly (readonly [string, (round: number) => readonly string[]])[] = [
    ['node, an empty program', () => ['--eval', '0']],
    ['rune --version', () => [cli, '--version']],
    ['rune validate', () => [cli, 'validate', ...at]],
    ['rune list', () => [cli, 'list', ...at]],
    [
      'rune run host-health, on this machine',
      (round) => {
        const out = join(folder, `start-record-${round}`)
        return [cli, 'run', 'host-health', '--node', 'localhost', '--out', out, ...at]
      },
    ],
  ]
  const files = { stdout: join(folder, 'start.out'), stderr: join(folder, 'start.err') }
  const measures = commands.map((): Measure[] => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [index, [, argv]] of commands.entries()) {
      const measure = await timed([process.execPath, ...argv(round)], files)
      if (round > 0) measures[index]?.push(measure)
    }
  }
  return commands.map(([name], index) => [
    name,
    spread(measures[index]?.map(({ wallS }) => wallS * 1000) ?? []),
    spread(measures[index]?.map(({ cpuS }) => cpuS * 1000) ?? []),
  ])
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (index: number): string => (sorted[index] ?? Number.NaN).toFixed(0)
  return `${at(Math.floor(sorted.length / 2))} (${at(0)}-${at(sorted.length - 1)})`
}
