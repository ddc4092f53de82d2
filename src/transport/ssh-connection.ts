/** One authenticated SSH connection to one node; the only importer of ssh2. */
import type { Client, ClientChannel, ConnectConfig, ParsedKey } from 'ssh2'
import { fromUnknown } from '../protocol/errors.ts'
import type { Channel, ChannelEnd } from './channel.ts'
import type { Gate } from './gate.ts'
import { fingerprint, hostKeyAlgorithms, isPinned, parsePinnedKey } from './host-keys.ts'
import { CANCELLED, type Refusal } from './refusal.ts'
import { connectTcp } from './tcp.ts'
import type { Limits, Node } from './transport.ts'

export interface Connection {
  readonly hostKeySha256: string
  readonly timingsMs: Readonly<Record<string, number>>
  /** Starts a command line in a session of its own; a Refusal when the node gives no session. */
  exec(command: string): Promise<Channel | Refusal>
  /** Calls back once when the peer, the network or close() has ended it. */
  onClose(callback: () => void): void
  close(): void
}

// Curve25519 first and AES-GCM first: native in Node. Nothing with SHA-1.
const ALGORITHMS = {
  kex: ['curve25519-sha256', 'curve25519-sha256@libssh.org', 'ecdh-sha2-nistp256'],
  cipher: [
    'aes128-gcm@openssh.com',
    'aes256-gcm@openssh.com',
    'chacha20-poly1305@openssh.com',
    'aes256-ctr',
  ],
  hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256'],
  compress: ['none'],
}

/** How long a peer may take to answer the end of a connection. */
const CLOSE_MS = 500

type Ssh2 = typeof import('ssh2')
let library: Promise<Ssh2> | undefined

/** ssh2 costs 75 ms of start-up, so it is loaded with the first connection. In a bundle it is a default export. */
function loadSsh2(): Promise<Ssh2> {
  library ??= import('ssh2').then((m) => ('default' in m ? (m.default as Ssh2) : m))
  return library
}

const parsedKeys = new Map<string, ParsedKey | Error>()

export interface OpenInit {
  readonly limits: Limits
  readonly monotonicMs: () => number
  /** Bounds the handshakes at once: they cost the runner CPU, waiting for a TCP answer does not. */
  readonly handshakes: Gate
  /** Gives up at once: a socket that waits would keep the process alive until its deadline. */
  readonly signal: AbortSignal
}

/** Connects and authenticates. Resolves with a Refusal for every operational ending; rejects only on a bug. */
export async function openConnection(
  node: Node,
  { limits, monotonicMs, handshakes, signal }: OpenInit,
): Promise<Connection | Refusal> {
  const pinned = node.hostKey === undefined ? undefined : parsePinnedKey(node.hostKey)
  if (pinned === undefined)
    return {
      reason: 'host-key-unknown',
      message: `no usable host key is pinned for ${node.name}, so it is not connected to`,
    }
  if (node.privateKey === undefined || node.user === undefined)
    return {
      reason: 'credentials-missing',
      message:
        node.privateKeyMissing ??
        `no ${node.user === undefined ? 'user' : 'private key'} is given for ${node.name}`,
    }
  const ssh2 = await loadSsh2()
  const key = parsePrivateKey(ssh2, node.privateKey)
  if (key instanceof Error)
    return {
      reason: 'credentials-missing',
      message: `the private key for ${node.name} cannot be used: ${key.message}`,
    }

  const username = node.user
  // Waiting for a turn or for the library took time, and a signal that has aborted calls no listener.
  if (signal.aborted) return CANCELLED
  const began = monotonicMs()
  const socket = await connectTcp(node, limits.connectMs, signal)
  if ('reason' in socket) return socket
  const connected = monotonicMs()
  let seen: string | undefined
  let matched: boolean | undefined
  const client = new ssh2.Client()
  const config: ConnectConfig = {
    sock: socket,
    username,
    readyTimeout: limits.handshakeMs,
    keepaliveInterval: 15_000,
    keepaliveCountMax: 3,
    algorithms: {
      ...ALGORITHMS,
      serverHostKey: hostKeyAlgorithms(pinned),
    } as NonNullable<ConnectConfig['algorithms']>,
    hostVerifier: (blob: Buffer): boolean => {
      seen = fingerprint(blob)
      matched = isPinned(pinned, blob)
      return matched
    },
    // One key, one try: a node may lock out a source that tries again.
    authHandler: (left, _partial, next) =>
      next((left === null ? { type: 'publickey', username, key } : false) as never),
  }
  const leave = await handshakes.enter()
  if (signal.aborted) {
    leave()
    socket.destroy()
    return CANCELLED
  }
  const stop = (): void => void client.destroy()
  signal.addEventListener('abort', stop, { once: true })
  const refused = await handshake(client, config)
  signal.removeEventListener('abort', stop)
  leave()
  const where = `${username}@${node.address}:${node.port}`
  if (refused !== undefined) {
    client.destroy()
    socket.destroy()
    const hostKey = seen === undefined ? {} : { hostKeySha256: seen }
    if (matched === false)
      return {
        reason: 'host-key-mismatch',
        message: `${node.name} (${where}) shows host key ${seen}, pinned is ${pinned.sha256}; no credentials were sent`,
        ...hostKey,
      }
    return { ...meaning(refused, where, pinned.type), ...hostKey }
  }
  const ready = monotonicMs()
  return wrap(client, seen ?? pinned.sha256, {
    connect: Math.round(connected - began),
    handshake: Math.round(ready - connected),
  })
}

/** Parsing costs CPU (and bcrypt for a passphrase), so each key is parsed once. */
function parsePrivateKey(ssh2: Ssh2, text: string): ParsedKey | Error {
  const known = parsedKeys.get(text)
  if (known) return known
  const parsed = ssh2.utils.parseKey(text)
  const key = Array.isArray(parsed) ? parsed[0] : parsed
  const usable =
    key === undefined || (!(key instanceof Error) && !key.isPrivateKey())
      ? new Error('it is not a private key')
      : key
  parsedKeys.set(text, usable)
  return usable
}

interface HandshakeError extends Error {
  readonly level?: string
}

function handshake(client: Client, config: ConnectConfig): Promise<HandshakeError | undefined> {
  return new Promise((resolve) => {
    client.once('ready', () => resolve(undefined))
    // Stays: ssh2 may report errors after the end, and an unhandled one would be a crash.
    client.on('error', (error) => resolve(error))
    client.once('close', () => resolve(new Error('the peer closed the connection')))
    try {
      client.connect(config)
    } catch (caught) {
      resolve(fromUnknown(caught))
    }
  })
}

/** ssh2's `level` says in which phase it gave up. */
function meaning(error: HandshakeError, where: string, keyType: string): Refusal {
  switch (error.level) {
    case 'client-authentication':
      return { reason: 'auth-failed', message: `${where} refused the public key` }
    case 'client-timeout':
      return { reason: 'handshake-timeout', message: `${where} did not complete SSH in time` }
    default:
      return {
        reason: 'handshake-failed',
        message: `SSH with ${where} failed (host key type ${keyType}): ${error.message}`,
      }
  }
}

function wrap(
  client: Client,
  hostKeySha256: string,
  timingsMs: Readonly<Record<string, number>>,
): Connection {
  const gone = new Promise<void>((resolve) => {
    client.once('close', () => resolve())
  })
  const exec = async (command: string): Promise<Channel | Refusal> => {
    const lost: Refusal = {
      reason: 'connection-lost',
      message: 'the connection ended before a session was open',
      hostKeySha256,
    }
    const opened = new Promise<Channel | Refusal>((resolve) => {
      client.exec(command, (error, stream) => {
        if (error === undefined) resolve(asChannel(stream, gone))
        else if ('reason' in error)
          resolve({
            reason: 'node-busy',
            message: `the node refused a session: ${error.message}`,
            hostKeySha256,
          })
        else resolve({ ...lost, message: `the node opened no session: ${error.message}` })
      })
    })
    return Promise.race([opened, gone.then(() => lost)])
  }
  return {
    hostKeySha256,
    timingsMs,
    exec: (command) =>
      exec(command).catch((caught: unknown) => ({
        // ssh2 throws when the connection has ended between two launches.
        reason: 'connection-lost',
        message: fromUnknown(caught).message,
        hostKeySha256,
      })),
    onClose: (callback) => void gone.then(callback),
    close: () => {
      client.end()
      // A peer that is gone never answers the end, and its socket would keep the process alive.
      setTimeout(() => client.destroy(), CLOSE_MS).unref()
    },
  }
}

/** The connection's end is the channel's end too: ssh2 may not say so on the channel of a dead peer. */
function asChannel(stream: ClientChannel, gone: Promise<void>): Channel {
  const closed = new Promise<ChannelEnd>((resolve) => {
    stream.once('close', (exit?: number | null, signal?: string) => {
      if (typeof exit === 'number') resolve({ exit })
      else resolve(signal === undefined ? {} : { signal })
    })
    void gone.then(() => resolve({}))
  })
  return {
    stdin: stream,
    stdout: stream,
    stderr: stream.stderr,
    closed,
    destroy: () => stream.close(),
  }
}
