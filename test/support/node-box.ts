/** A node made of a mount namespace of this machine: state directories, disks and homes of its own, real processes. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { createInterface } from 'node:readline'
import { systemHost } from '../../src/host.ts'
import { bootArgv } from '../../src/transport/boot.ts'
import type { Channel, ChannelEnd } from '../../src/transport/channel.ts'
import { channelTransport } from '../../src/transport/channel-transport.ts'
import type { Transport } from '../../src/transport/transport.ts'

/** The same account as sshd's tests use; see sshd.ts. */
const ACCOUNT = 'rune-node'
const NOBODY = 65_534

export type BoxUser = 'root' | 'ordinary'

export interface BoxLogin {
  readonly user: BoxUser
  /** Added to what a login gives, or in its place. */
  readonly env?: Readonly<Record<string, string>>
  /** Bash text that runs before the boot line, as the account: ulimit, cd, umask. */
  readonly before?: string
  /** A program and its arguments that run the boot line, such as strace. */
  readonly under?: readonly string[]
}

export interface NodeBox {
  /** Launches and collects in the box. */
  login(login: BoxLogin): Transport
  /** Runs bash text in the box as root and gives its stdout; throws when it fails. */
  sh(script: string): string
  /** Where the account's entries are. */
  readonly state: Readonly<Record<BoxUser, string>>
  /** The ordinary account's number. */
  readonly uid: number
  /** A process whose mounts are the box's. */
  readonly pid: string
  stop(): Promise<void>
}

/** Disks that are the box's own. The home is the ordinary account's; /var/tmp is everybody's, as on any node. */
const DISKS = `
set -e
mount -t tmpfs -o mode=755,size=64m box-lib /var/lib
mount -t tmpfs -o mode=1777,size=64m box-tmp /var/tmp
mount -t tmpfs -o mode=755,size=64m box-home /home
install -d -m 700 -o "$1" -g "$1" /home/box
`

/** Why there can be no box here, or undefined. */
export function nodeBoxMissing(): string | undefined {
  if (ordinary() === undefined)
    return `the tests run as root and there is no account ${ACCOUNT} (useradd --create-home ${ACCOUNT})`
  const tried = spawnSync('unshare', ['--version'])
  if (tried.status !== 0) return 'unshare is not installed (package util-linux)'
  const [program, ...argv] = asRoot(['unshare', '--mount', '--propagation', 'private', 'true'])
  const mounted = spawnSync(program, argv, { encoding: 'utf8' })
  if (mounted.status !== 0)
    return `no mount namespace can be made here (${mounted.stderr?.trim() || mounted.error?.message})`
  return undefined
}

/** A fresh box; `setup` is bash text that runs in it as root. */
export async function nodeBox(setup = ''): Promise<NodeBox> {
  const uid = ordinary()
  if (uid === undefined) throw new Error(nodeBoxMissing())
  // It lives until its stdin ends, by whatever death of the test process; the mounts end with the last process there.
  const script = `${DISKS}\n${setup}\necho "$$" >&3; exec 3>&-; read -r _ || :`
  const unshare = ['unshare', '--mount', '--propagation', 'private'] as const
  const shell = ['bash', '-c', `exec 3>&1 >&2; ${script}`, 'box', String(uid)]
  const [program, ...argv] = asRoot([...unshare, ...shell])
  const keeper = spawn(program, argv, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(keeper, 'exit')
  const lines = createInterface({ input: keeper.stdout })
  const first = await Promise.race([once(lines, 'line'), ended.then(() => undefined)])
  if (first === undefined) throw new Error(`the box's setup failed: ${setup}`)
  const pid = String(first[0])
  return {
    uid,
    pid,
    state: { root: '/var/lib/rune', ordinary: '/home/box/.local/state/rune' },
    login: (login) => boxTransport(pid, uid, login),
    sh: (text) => {
      const [enter, ...words] = asRoot(inBox(pid, ['bash', '-c', text]))
      return execFileSync(enter, words, { encoding: 'utf8' })
    },
    stop: async () => {
      keeper.stdin.end()
      await ended
    },
  }
}

function boxTransport(pid: string, uid: number, login: BoxLogin): Transport {
  const { user, env = {}, before = '', under = [] } = login
  const account: Record<string, string> =
    user === 'root' ? { HOME: '/root', USER: 'root' } : { HOME: '/home/box', USER: ACCOUNT }
  const values = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', ...account, ...env }
  const variables = Object.entries(values).map(([name, value]) => `${name}=${value}`)
  return channelTransport(systemHost, {
    // Entries are told apart by key only; a box is as good as a node behind ssh.
    name: 'local',
    open: async (_node, frame) => ({
      timingsMs: {},
      channel: openProcess(
        asRoot(
          inBox(
            pid,
            [
              ...[
                'env',
                '-i',
                ...variables,
                'bash',
                '--norc',
                '-c',
                `${before}\nexec "$@"`,
                'login',
              ],
              ...[...under, 'bash', ...bootArgv(frame)],
            ],
            user === 'root' ? 0 : uid,
          ),
        ),
      ),
    }),
    close: async () => undefined,
  })
}

function openProcess([program, ...argv]: readonly [string, ...string[]]): Channel {
  const child = spawn(program, argv, { stdio: 'pipe', detached: true, cwd: '/' })
  const closed = new Promise<ChannelEnd>((resolve) => {
    child.once('error', (error) => resolve({ exit: 126, said: error.message }))
    child.once('close', (exit, signal) =>
      resolve(exit === null ? { signal: `${signal}` } : { exit }),
    )
  })
  const { stdin, stdout, stderr } = child
  return {
    stdin,
    stdout,
    stderr,
    closed,
    destroy: () => {
      for (const stream of [stdin, stdout, stderr]) stream.destroy()
      child.unref()
    },
  }
}

function inBox(pid: string, argv: readonly string[], uid = 0): readonly [string, ...string[]] {
  const ids = uid === 0 ? [] : ['--setuid', String(uid), '--setgid', String(uid)]
  return ['nsenter', '--target', pid, '--mount', ...ids, '--wd=/', ...argv]
}

function asRoot(argv: readonly [string, ...string[]]): readonly [string, ...string[]] {
  return process.getuid?.() === 0 ? argv : ['sudo', '-n', '--', ...argv]
}

/** The number of an account that is not root. */
function ordinary(): number | undefined {
  if (process.getuid?.() !== 0) return userInfo().uid
  const row = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${ACCOUNT}:`))
  const uid = Number(row?.split(':')[2] ?? Number.NaN)
  return uid > 0 && uid < NOBODY ? uid : undefined
}
