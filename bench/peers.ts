/** The fan-out tools that RUNE is measured beside: how each runs the shape's command on all nodes, and which are missing. */
import { spawnSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleProgram } from './bundle.ts'
import { type Measure, timed } from './measure.ts'
import type { BenchNodes } from './nodes.ts'
import type { Shape } from './shape.ts'

export interface Peer {
  readonly name: string
  /** Connections that one run makes. */
  readonly connections: number
  /** Runs the whole shape once with its files below `out`. Throws unless every node gave every answer. */
  run(out: string): Promise<Measure>
}

export interface Peers {
  readonly peers: readonly Peer[]
  /** A line for each tool that is not installed. */
  readonly skipped: readonly string[]
}

export interface PeerInit {
  readonly shape: Shape
  readonly nodes: BenchNodes
  /** A file with the JSON that RUNE sends, which lies on the nodes too. */
  readonly input: string
  /** Options of `ssh`, as `-o KEY=VALUE` takes them. */
  readonly sshOptions: readonly string[]
}

const ANSIBLE_TREE = join(import.meta.dirname, 'ansible-tree.py')

/** One tool on another's ground: all get the fan-out that fits all nodes at once, curve25519 and no user configuration. */
export async function makePeers(init: PeerInit): Promise<Peers> {
  const { shape, input } = init
  const config = join(shape.folder, 'ssh_config')
  await writeFile(config, sshConfig(init))
  const hosts = shape.members.map(({ address }) => address).join(',')
  const width = String(shape.members.length)
  const command = `${shape.command} <${input}`
  const skipped: string[] = []
  const there = (program: string, debian: string): boolean => {
    const found = spawnSync(program, ['--version']).error === undefined
    if (!found) skipped.push(`${program} is not installed (Debian package ${debian}): skipped`)
    return found
  }
  const peers: Peer[] = [await ssh2Loop(init)]
  if (there('pdsh', 'pdsh')) {
    const environment = ['PDSH_RCMD_TYPE=ssh', `PDSH_SSH_ARGS=-F ${config} %h`]
    peers.push(
      repeated(
        'pdsh',
        shape,
        ['env', ...environment, 'pdsh', '-S', '-f', width, '-w', hosts],
        command,
      ),
    )
  }
  if (there('clush', 'clustershell')) {
    const clush = ['clush', '-n', '-S', '-f', width, '-o', `-F ${config}`, '-w', hosts]
    peers.push(repeated('ClusterShell', shape, clush, command))
  }
  if (there('ansible-playbook', 'ansible-core'))
    peers.push(await ansible(shape, { config, command, forks: width }))
  return { peers, skipped }
}

/** A tool that knows one command: it is called once a step, and connects anew each time. */
function repeated(name: string, shape: Shape, argv: readonly string[], command: string): Peer {
  const { members, steps } = shape
  const script = 'steps=$1; shift; for ((i = 0; i < steps; i++)); do "$@" || exit; done'
  return {
    name,
    connections: members.length * steps,
    run: async (out) => {
      const files = { stdout: join(out, 'stdout'), stderr: join(out, 'stderr') }
      const loop = ['bash', '-c', script, name, String(steps), ...argv, command]
      const measure = await timed(loop, files)
      await checkLines(name, files.stdout, members.length * steps)
      return measure
    },
  }
}

async function ssh2Loop({ shape, nodes, input }: PeerInit): Promise<Peer> {
  const program = join(shape.folder, 'ssh2-loop.mjs')
  await bundleProgram('ssh2-loop.ts', program)
  const { members, steps } = shape
  const work = {
    user: nodes.user,
    identityFile: nodes.identityFile,
    command: shape.command,
    inputFile: input,
    steps,
    nodes: members.map(({ address, server: { port, hostKey } }) => ({ address, port, hostKey })),
  }
  const name = 'bare ssh2 loop'
  return {
    name,
    connections: members.length,
    run: async (out) => {
      const files = { stdout: join(out, 'stdout'), stderr: join(out, 'stderr') }
      const measure = await timed([process.execPath, program, JSON.stringify(work)], files)
      await checkLines(name, files.stdout, members.length * steps)
      return measure
    },
  }
}

/** One play with a task a step: pipelining on, and ControlPersist, so that one connection serves a node. */
async function ansible(
  { members, steps, folder }: Shape,
  { config, command, forks }: { config: string; command: string; forks: string },
): Promise<Peer> {
  const playbook = join(folder, 'playbook.yml')
  const tasks = Array.from({ length: steps }, () => ({ 'ansible.builtin.shell': command }))
  await writeFile(playbook, JSON.stringify([{ hosts: 'all', gather_facts: false, tasks }]))
  const settings = join(folder, 'ansible.cfg')
  await writeFile(settings, '')
  const inventory = join(folder, 'ansible-inventory')
  await writeFile(
    inventory,
    members
      .map(({ address }) => `${address} ansible_python_interpreter=/usr/bin/python3\n`)
      .join(''),
  )
  return {
    name: 'Ansible',
    connections: members.length,
    run: async (out) => {
      const files = { stdout: join(out, 'stdout'), stderr: join(out, 'stderr') }
      // A socket's path has room for a hundred bytes.
      const sockets = join(out, 's')
      await mkdir(sockets)
      const environment = [
        `HOME=${out}`,
        `ANSIBLE_CONFIG=${settings}`,
        'ANSIBLE_PIPELINING=1',
        `ANSIBLE_FORKS=${forks}`,
        `ANSIBLE_SSH_ARGS=-F ${config} -o ControlMaster=auto -o ControlPersist=60s`,
        `ANSIBLE_SSH_CONTROL_PATH_DIR=${sockets}`,
      ]
      const play = ['ansible-playbook', '-i', inventory, playbook]
      const measure = await timed(
        ['env', ...environment, 'LC_ALL=C.UTF-8', ANSIBLE_TREE, ...play],
        files,
      )
      const recap = (await readFile(files.stdout, 'utf8')).match(
        new RegExp(`ok=${steps} .*unreachable=0 +failed=0`, 'g'),
      )
      if (recap?.length !== members.length)
        throw new Error(`Ansible: ${recap?.length ?? 0} of ${members.length} nodes are good`)
      return measure
    },
  }
}

async function checkLines(name: string, file: string, expected: number): Promise<void> {
  const text = await readFile(file, 'utf8')
  const good = text.match(/"result" ?: ?"success"/g)?.length ?? 0
  if (good !== expected)
    throw new Error(`${name}: ${good} of ${expected} answers came: ${text.slice(0, 500)}`)
}

/** The ports differ from server to server, which these tools cannot say for a host. */
function sshConfig({ shape, nodes, sshOptions }: PeerInit): string {
  const ports = shape.members.map(
    ({ address, server }) => `Host ${address}\n  Port ${server.port}\n`,
  )
  const all = sshOptions.map((option) => `  ${option.replace('=', ' ')}\n`)
  return `${ports.join('')}Host *\n  User ${nodes.user}\n${all.join('')}`
}
