/** One shared connection of the system's ssh to one node, in a private folder, and sessions over it. */
import { existsSync, rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Channel } from './channel.ts'
import { closeStreams, endOf, startChild } from './child-channel.ts'
import { type Kept, keepRunning } from './kept-process.ts'
import { opensshIdentity } from './openssh-identity.ts'
import { ENVIRONMENT, masterArgv, sessionArgv, throughCommand } from './openssh-settings.ts'
import { CANCELLED, isRefusal, type Refusal } from './refusal.ts'
import type { Connection, OpenInit } from './ssh-connection.ts'
import type { Node } from './transport.ts'

export interface SharedConnection extends Connection {
  /** The socket over which further connections go. */
  readonly control: string
}

const POLL_MS = 20
/** How long a session may take to notice that the connection under it has ended. */
const NOTICE_MS = 300
/** A socket's path has room for little more than a hundred bytes, and ssh adds to it while it makes one. */
const PLAIN_PATH = /^\/[A-Za-z0-9/._-]{0,50}$/

/** Connects and authenticates. Resolves with a Refusal for every operational ending; rejects only on a bug. */
export async function openMaster(
  node: Node,
  init: OpenInit,
  to: (jump: Node) => Promise<SharedConnection | Refusal>,
): Promise<SharedConnection | Refusal> {
  const known = knownHostsText(node)
  if (known === undefined)
    return {
      reason: 'host-key-unknown',
      message: `no usable host key is pinned for ${node.name}, so it is not connected to${node.hostKeyMissing === undefined ? '' : `: ${node.hostKeyMissing}`}`,
    }
  const { address, port, user } = node
  if (user === undefined || address === undefined || port === undefined)
    return { reason: 'credentials-missing', message: `no user is given for ${node.name}` }
  const jump = node.jump
  const before = jump === undefined ? undefined : await to(jump)
  if (before !== undefined && isRefusal(before))
    return { ...before, message: `jump host of ${node.name}: ${before.message}` }
  const through =
    jump && before ? throughCommand(jump, before.control, { address, port }) : undefined

  const began = init.monotonicMs()
  const folder = await mkdtemp(join(PLAIN_PATH.test(tmpdir()) ? tmpdir() : '/tmp', 'rune-ssh-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  const limitMs = init.limits.connectMs + init.limits.handshakeMs
  const wait = async (path: string, program: Kept): Promise<boolean> => {
    let over = false
    void program.ended.then(() => {
      over = true
    })
    const until = init.monotonicMs() + limitMs
    while (!existsSync(path)) {
      if (over || init.signal.aborted || init.monotonicMs() > until) return false
      await delay(POLL_MS)
    }
    return true
  }
  const knownHosts = join(folder, 'known_hosts')
  await writeFile(knownHosts, known, { mode: 0o600 })
  const identity = await opensshIdentity(node, folder, wait)
  if (isRefusal(identity)) {
    remove()
    return identity
  }
  const control = join(folder, 'control')
  const config = node.sshConfig === undefined ? undefined : join(folder, 'config')
  if (config !== undefined) await writeFile(config, node.sshConfig ?? '', { mode: 0o600 })
  const leave = await init.handshakes.enter()
  const files = { control, config, knownHosts, identity: identity.settings }
  const { connectMs } = init.limits
  const master = keepRunning(masterArgv(node, files, { connectMs, through }), {
    ...ENVIRONMENT,
    ...identity.environment,
  })
  const ready = await wait(control, master)
  leave()
  const end = (): void => {
    master.stop()
    identity.stop()
    remove()
  }
  if (!ready) {
    end()
    if (init.signal.aborted) return CANCELLED
    return meaning(master.said(), `${node.name} (${user}@${address}:${port})`, limitMs)
  }
  void master.ended.then(end)
  return {
    control,
    hostKeySha256: fingerprintIn(master.said()),
    timingsMs: { connect: Math.round(init.monotonicMs() - began) },
    exec: async (command) => openSession(sessionArgv(node, control, command), master),
    onClose: (callback) => void master.ended.then(callback),
    close: end,
  }
}

/** Every key for every name: the file is this node's alone. undefined when nothing could be accepted. */
function knownHostsText(node: Node): string | undefined {
  const { hostKey = [], hostAuthorities = [], revokedHostKeys = [] } = node
  const pinned = typeof hostKey === 'string' ? [hostKey] : hostKey
  if (pinned.length + hostAuthorities.length === 0) return undefined
  const lines = [
    ...revokedHostKeys.map((key) => `@revoked * ${key}`),
    ...hostAuthorities.map((key) => `@cert-authority * ${key}`),
    ...pinned.map((key) => `* ${key}`),
  ]
  return `${lines.join('\n')}\n`
}

/** The fingerprint that ssh itself names; empty when this ssh words it otherwise. */
function fingerprintIn(said: string): string {
  return /^debug1: Server host key: \S+ (SHA256:[A-Za-z0-9+/]+)/m.exec(said)?.[1] ?? ''
}

/**
 * ssh tells its reasons by words only; these are the ones that must be told apart. All of them are before a
 * session, so nothing has run, whatever they are taken for.
 */
const MEANINGS = [
  [/REVOKED HOST KEY|host key .*revoked/i, 'host-key-revoked'],
  [/^Host key verification failed/m, 'host-key-mismatch'],
  [/Permission denied \(|Too many authentication failures/, 'auth-failed'],
  [/^Unable to negotiate with/m, 'ssh-outdated'],
  [/Connection refused/, 'connect-refused'],
  [/Connection timed out|Operation timed out/, 'connect-timeout'],
  [/Could not resolve hostname|No route to host|Network is unreachable/, 'node-unreachable'],
] as const

function meaning(said: string, where: string, limitMs: number): Refusal {
  const words = said
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('debug1:'))
    .join('\n')
  const hostKeySha256 = fingerprintIn(said)
  const seen = hostKeySha256 === '' ? {} : { hostKeySha256 }
  if (words === '')
    return {
      reason: 'handshake-timeout',
      message: `${where} did not complete SSH within ${limitMs} ms`,
      ...seen,
    }
  const reason = MEANINGS.find(([pattern]) => pattern.test(words))?.[1] ?? 'handshake-failed'
  const last = words
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(-300)
  const key = hostKeySha256 === '' ? '' : `; it shows host key ${hostKeySha256}`
  return { reason, message: `${where}: ssh says ${last}${key}`, ...seen }
}

function openSession([program = '', ...args]: readonly string[], master: Kept): Channel | Refusal {
  const child = startChild(program, args, ENVIRONMENT)
  if (typeof child === 'string') return { reason: 'launch-failed', message: child }
  const { stdin, stdout, stderr } = child
  return {
    stdin,
    stdout,
    stderr,
    // 255 is the node's own exit status, or ssh's word for a connection that has ended.
    closed: endOf(child, async (exit) =>
      exit === 255 ? Promise.race([master.ended.then(() => true), delay(NOTICE_MS, false)]) : false,
    ),
    destroy: () => {
      child.process.kill()
      closeStreams(child)
    },
  }
}
