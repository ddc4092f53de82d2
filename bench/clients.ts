/** The measured clients: how each is started on a shape, and what makes one of its runs valid. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Measure, peakRssTo, timed } from './measure.ts'
import type { BenchNodes } from './nodes.ts'
import { makePeers } from './peers.ts'
import { RUNBOOK } from './project.ts'
import type { Shape } from './shape.ts'

export interface Client {
  readonly name: string
  /** Connections that one run makes. */
  readonly connections: number
  /** Runs the whole shape once. Throws unless every node gave every answer over that many connections. */
  run(): Promise<Measure>
}

export interface Clients {
  readonly rune: Client
  readonly peers: readonly Client[]
  /** A line for each peer that is not installed. */
  readonly skipped: readonly string[]
  readonly runePeakRssMib: number
}

const LOOP = join(import.meta.dirname, 'ssh-loop.sh')

/** Starts RUNE once, unmeasured, for its memory and for the JSON that it sends: the peers send the same. */
export async function makeClients(shape: Shape, nodes: BenchNodes, cli: string): Promise<Clients> {
  const { members, steps, folder } = shape
  let runs = 0
  const fresh = async (): Promise<string> => {
    runs += 1
    const out = join(folder, `run-${runs}`)
    await mkdir(out)
    return out
  }
  const counted = (name: string, connections: number, run: () => Promise<Measure>): Client => ({
    name,
    connections,
    run: async () => {
      const before = nodes.connections()
      const measure = await run()
      const made = nodes.connections() - before
      if (made !== connections)
        throw new Error(`${name} made ${made} connections, expected ${connections}`)
      return measure
    },
  })

  const rune = async (out: string, nodeOptions: readonly string[] = []): Promise<Measure> => {
    const files = filesIn(out)
    const project = ['--root', shape.project.path, '--ssh-key', nodes.identityFile]
    const record = ['--out', join(out, 'record'), '--json']
    const argv = [process.execPath, ...nodeOptions, cli, 'run', RUNBOOK, ...project, ...record]
    const measure = await timed(argv, files)
    await checkReport(files.stdout, shape)
    return measure
  }
  const first = await fresh()
  const memory = join(first, 'rss')
  await rune(first, ['--import', peakRssTo(memory)])
  const input = join(folder, 'input.json')
  await writeFile(input, await sentInput(join(first, 'record'), members[0]?.name ?? ''))

  const loop = async (mode: 'plain' | 'master'): Promise<Measure> => {
    const out = await fresh()
    const what = [mode, String(steps), input, out, shape.command, shape.nodesFile]
    const measure = await timed(
      ['bash', LOOP, ...what, ...sshOptions(shape.knownHosts, nodes)],
      filesIn(out),
    )
    await checkAnswers(out, members.length * steps)
    return measure
  }
  const { peers, skipped } = await makePeers({
    shape,
    nodes,
    input,
    sshOptions: options(shape.knownHosts, nodes),
  })
  const master = counted('ssh loop, ControlMaster', members.length, () => loop('master'))
  return {
    rune: counted('rune run', members.length, async () => rune(await fresh())),
    peers: [
      counted('ssh loop', members.length * steps, () => loop('plain')),
      // Only where there are several steps can a shared connection help.
      ...(steps > 1 ? [master] : []),
      ...peers.map(({ name, connections, run }) =>
        counted(name, connections, async () => run(await fresh())),
      ),
    ],
    skipped,
    runePeakRssMib: Number(await readFile(memory, 'utf8')) / 1024,
  }
}

export function sshOptions(knownHosts: string, nodes: BenchNodes): string[] {
  const all = options(knownHosts, nodes).flatMap((option) => ['-o', option])
  return ['-F', 'none', '-T', '-l', nodes.user, ...all]
}

/** The key exchange that RUNE uses too: OpenSSH's default one costs ten times the CPU, which would flatter RUNE. */
function options(knownHosts: string, { identityFile }: BenchNodes): string[] {
  return [
    'KexAlgorithms=curve25519-sha256',
    'BatchMode=yes',
    'StrictHostKeyChecking=yes',
    `UserKnownHostsFile=${knownHosts}`,
    'GlobalKnownHostsFile=/dev/null',
    `IdentityFile=${identityFile}`,
    'IdentitiesOnly=yes',
    'IdentityAgent=none',
    'PreferredAuthentications=publickey',
    'LogLevel=ERROR',
  ]
}

const filesIn = (out: string) => ({ stdout: join(out, 'stdout'), stderr: join(out, 'stderr') })

/** The JSON on the plugin's stdin, byte for byte as RUNE sends it. */
async function sentInput(record: string, node: string): Promise<string> {
  const step: unknown = JSON.parse(
    await readFile(join(record, `nodes/${node}/step-1.1.json`), 'utf8'),
  )
  return JSON.stringify(field(step, 'bpcs_input'))
}

async function checkReport(file: string, { members, steps }: Shape): Promise<void> {
  const report: unknown = JSON.parse(await readFile(file, 'utf8'))
  const nodes = field(report, 'nodes')
  const good = (Array.isArray(nodes) ? nodes : []).filter((node: unknown) => {
    const ran = field(node, 'steps')
    const succeeded = (step: unknown): boolean => field(step, 'status') === 'succeeded'
    return (
      field(node, 'good') === true && Array.isArray(ran) && ran.filter(succeeded).length === steps
    )
  })
  if (good.length !== members.length)
    throw new Error(`rune: ${good.length} of ${members.length} nodes are good with ${steps} steps`)
}

async function checkAnswers(out: string, expected: number): Promise<void> {
  const files = (await readdir(out)).filter((name) => /^[\d.]+\.\d+$/.test(name))
  if (files.length !== expected) throw new Error(`ssh: ${files.length} of ${expected} answers came`)
  for (const name of files) {
    const text = await readFile(join(out, name), 'utf8')
    const answer: unknown = JSON.parse(text)
    if (field(field(answer, 'payload'), 'result') !== 'success')
      throw new Error(`ssh: ${name} is not a success: ${text.slice(0, 500)}`)
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
