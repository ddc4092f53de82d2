/** How the client's cost grows with the number of nodes, and its memory when nodes send far more than they may. */
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunReport } from '../src/protocol/types.gen.ts'
import { ACCOUNT, type RunningFarm, startFarm } from './farm.ts'
import { type Measure, peakRssTo, timed } from './measure.ts'
import { benchProject, RUNBOOK } from './project.ts'
import { PLUGIN } from './shape.ts'

export interface GrowthScale {
  /** Numbers of nodes, smallest first. */
  readonly nodes: readonly number[]
  readonly rounds: number
  /** Nodes that send too much: how many MiB each plugin prints, and how many a node sends beside its result. */
  readonly flood: { readonly nodes: number; readonly mib: number; readonly noiseMib: number }
}

export const GROWTH_HEAD = ['work', 'wall, s', 'client CPU, s', 'peak RSS', '']

const CPU_MS_A_NODE = 20
const CPU_S_AT_1000 = 30
const RSS_MIB = 256

/** Lines of work, wall time, client CPU, peak RSS, and what the targets say. */
export async function measureGrowth(
  folder: string,
  cli: string,
  { nodes, rounds }: GrowthScale,
): Promise<string[][]> {
  const plugin = await readFile(PLUGIN, 'utf8')
  const most = Math.max(...nodes)
  const farm = await startFarm(folder, most, 0)
  try {
    const runs = new Map<number, Run[]>(nodes.map((count) => [count, []]))
    for (let round = 0; round < rounds; round++) {
      for (const count of nodes) {
        const work = { count, plugin, expected: 'succeeded' as const }
        runs.get(count)?.push(await run(join(folder, `grown-${count}-${round}`), cli, farm, work))
      }
    }
    const median = (count: number, of: (run: Run) => number): number =>
      middle((runs.get(count) ?? []).map(of))
    const [fewest = 1] = nodes
    return nodes.map((count) => {
      const cpuS = median(count, (one) => one.cpuS)
      const rssMib = Math.max(...(runs.get(count) ?? []).map((one) => one.rssMib))
      const each = ((cpuS - median(fewest, (one) => one.cpuS)) * 1000) / (count - fewest)
      return [
        `${count} nodes x 1 step, cold`,
        median(count, (one) => one.wallS).toFixed(2),
        cpuS.toFixed(2),
        `${rssMib.toFixed(0)} MiB`,
        [
          ...(count === fewest
            ? []
            : [`${each.toFixed(1)} ms of CPU a further node, ${met(each, CPU_MS_A_NODE, 'ms')}`]),
          ...(count === 1000 ? [`CPU ${met(cpuS, CPU_S_AT_1000, 's')}`] : []),
          `RSS ${met(rssMib, RSS_MIB, 'MiB')}`,
        ].join('; '),
      ]
    })
  } finally {
    farm.stop()
  }
}

/** The same lines for nodes whose plugins print too much, and for nodes that send noise before the result. */
export async function measureFlood(
  folder: string,
  cli: string,
  { flood: { nodes, mib, noiseMib } }: GrowthScale,
): Promise<string[][]> {
  const cases = [
    { name: `${nodes} nodes, each plugin prints ${mib} MiB`, noise: 0 },
    { name: `${nodes} nodes, each sends ${noiseMib} MiB before its result`, noise: noiseMib },
  ]
  const lines: string[][] = []
  for (const [index, { name, noise }] of cases.entries()) {
    const plugin =
      noise > 0
        ? await readFile(PLUGIN, 'utf8')
        : `#!/usr/bin/env bash\ncat >/dev/null\nhead -c ${mib * 1024 * 1024} /dev/zero\n`
    const farm = await startFarm(folder, nodes, noise)
    try {
      const work = {
        count: nodes,
        plugin,
        expected: noise > 0 ? ('succeeded' as const) : ('failed' as const),
      }
      const { wallS, cpuS, rssMib } = await run(join(folder, `flood-${index}`), cli, farm, work)
      const rss = `${rssMib.toFixed(0)} MiB`
      lines.push([
        name,
        wallS.toFixed(2),
        cpuS.toFixed(2),
        rss,
        `RSS ${met(rssMib, RSS_MIB, 'MiB')}`,
      ])
    } finally {
      farm.stop()
    }
  }
  return lines
}

interface Run extends Measure {
  readonly rssMib: number
}

interface Work {
  readonly count: number
  readonly plugin: string
  /** Of the step, on every node. */
  readonly expected: 'succeeded' | 'failed'
}

async function run(
  out: string,
  cli: string,
  farm: RunningFarm,
  { count, plugin, expected }: Work,
): Promise<Run> {
  await mkdir(out)
  const nodes = Object.fromEntries(
    farm.addresses.slice(0, count).map((address, i) => [
      `node-${i + 1}`,
      {
        address,
        transport: 'ssh' as const,
        ssh: {
          user: ACCOUNT,
          port: farm.port,
          'host-key': farm.hostKey,
          'identity-file': farm.keyFile,
        },
      },
    ]),
  )
  const project = await benchProject(nodes, { steps: 1, plugin })
  try {
    const rss = join(out, 'rss')
    const rune = [process.execPath, '--import', peakRssTo(rss), cli, 'run', RUNBOOK]
    const where = ['--root', project.path, '--ssh-key', farm.keyFile, '--out', join(out, 'record')]
    // The report says how it ended; nodes that failed give another exit status.
    const ended = ['bash', '-c', '"$@"; true', 'ended']
    const files = { stdout: join(out, 'stdout'), stderr: join(out, 'stderr') }
    const measure = await timed([...ended, ...rune, ...where, '--json'], files)
    const report = JSON.parse(await readFile(files.stdout, 'utf8')) as RunReport
    const right = report.nodes.filter(({ steps }) => steps[0]?.status === expected)
    if (right.length !== count)
      throw new Error(`growth: the step is ${expected} on ${right.length} of ${count} nodes`)
    return { ...measure, rssMib: Number(await readFile(rss, 'utf8')) / 1024 }
  } finally {
    await project.cleanup()
  }
}

const met = (found: number, target: number, unit: string): string =>
  `target ${target} ${unit}: ${found <= target ? 'met' : 'MISSED'}`

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
