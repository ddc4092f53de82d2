/** Many nodes that print far more than is kept, beside nodes that lie about it: how much memory the runner needs. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { peakRssTo } from '../bench/measure.ts'
import type { BenchNode } from '../bench/nodes.ts'
import { hasShape } from '../src/protocol/schemas.ts'
import { makeProject, sshdNode } from '../test/support/project.ts'
import { startCli } from './cli-process.ts'
import { EVILS, startEvil } from './evil-node.ts'
import { orphansAfter } from './orphans.ts'
import type { Tally } from './tally.ts'

export interface Flood {
  readonly cli: string
  readonly nodes: readonly BenchNode[]
  /** The key that all of them accept. */
  readonly identityFile: string
  readonly prefix: string
  readonly folder: string
  readonly tally: Tally
  /** What each plugin prints, and what each evil node sends. */
  readonly mib: number
}

const LIMIT_MIB = 256

export async function flood({
  cli,
  nodes,
  identityFile,
  prefix,
  folder,
  tally,
  mib,
}: Flood): Promise<void> {
  const evils = await Promise.all(
    EVILS.map(async (name, i) => {
      const address = `127.0.8.${i + 1}`
      return { name, address, ...(await startEvil(name, address, mib * 1024 * 1024)) }
    }),
  )
  const [first] = nodes
  if (first === undefined) throw new Error('no nodes')
  const labels = { role: 'flood' }
  const entry = (node: BenchNode) => sshdNode(node.server, { address: node.address, labels })
  const project = await makeProject({
    git: true,
    nodes: Object.fromEntries([
      ...nodes.map((node) => [node.name, entry(node)]),
      ...evils.map(({ name, address, port, hostKey }) => {
        const node = entry(first)
        return [
          `evil-${name}`,
          { ...node, address, ssh: { ...node.ssh, port, 'host-key': hostKey } },
        ]
      }),
    ]),
    modules: {
      flood: {
        manifest: {
          actions: {
            flood: {
              description: 'Prints and prints',
              run: 'flood.sh',
              effect: 'change',
              // An evil node is asked again for so long, and some seconds.
              timeout: mib > 100 ? '600s' : '40s',
            },
          },
        },
        files: { 'flood.sh': `head -c ${mib}M /dev/zero\nhead -c 1M /dev/zero >&2\n` },
      },
    },
    runbooks: {
      flood: { targets: { select: 'role=flood', max: 100 }, steps: [{ uses: 'flood' }] },
    },
  })
  const rss = join(folder, 'rss')
  const correlationId = `${prefix}-flood`
  try {
    const args = ['run', 'flood', '--root', project.path, '--out', join(folder, 'record-flood')]
    const { status, stdout, stderr } = await startCli(
      cli,
      [...args, '--json', '--ssh-key', identityFile, '--correlation-id', correlationId],
      ['--import', peakRssTo(rss)],
    ).ended
    const peakMib = Math.round(Number(await readFile(rss, 'utf8')) / 1024)
    tally.count(`flood: nodes that print ${mib} MiB each`, nodes.length)
    tally.count('flood: evil nodes', evils.length)
    tally.count(
      'flood: MiB that evil nodes sent',
      Math.round(evils.reduce((sum, { sent }) => sum + sent(), 0) / 2 ** 20),
    )
    tally.count('flood: peak RSS of the runner, MiB', peakMib)
    if (peakMib >= LIMIT_MIB) tally.missed(`flood: less than ${LIMIT_MIB} MiB`, `${peakMib} MiB`)
    const report: unknown = JSON.parse(stdout === '' ? 'null' : stdout)
    if (!hasShape('report', report) || status === 70 || status === 0)
      tally.broke('untyped error', correlationId, `exit status ${status}: ${stderr.slice(-500)}`)
    else
      for (const node of report.nodes) {
        const [step] = node.steps
        const seen = JSON.stringify(step).slice(0, 300)
        if (step?.status === 'succeeded') tally.broke('false success', node.name, seen)
        const want = node.name.startsWith('evil') ? undefined : 'output-too-large'
        if (step?.error === undefined || step.error.kind === 'internal')
          tally.broke('untyped error', node.name, seen)
        else if (want !== undefined && step.error.kind !== want)
          tally.broke('lost result', node.name, seen)
      }
    const orphans = await orphansAfter(`${correlationId}/`, 10_000)
    if (orphans.length > 0) tally.broke('orphan', correlationId, `pids ${orphans.join(', ')}`)
  } finally {
    await project.cleanup()
    await Promise.all(evils.map((evil) => evil.stop()))
  }
}
