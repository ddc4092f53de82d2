/** One authenticated SSH connection to one node, directly or through another connection. */
import type { Duplex } from 'node:stream'
import type { Client, ClientChannel } from 'ssh2'
import { fromUnknown } from '../protocol/errors.ts'
import type { Channel, ChannelEnd } from './channel.ts'
import type { Gate } from './gate.ts'
import { HostKeyJudge, type PinnedKey, parsePinnedKey } from './host-keys.ts'
import { CANCELLED, isRefusal, type Refusal } from './refusal.ts'
import { credentialsOf } from './ssh-credentials.ts'
import { shakeHands } from './ssh-handshake.ts'
import { loadSsh2 } from './ssh2.ts'
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

/** A connection that others can go through. */
export interface Hop extends Connection {
  /** A stream from the node to another address; a Refusal when the node does not get there. */
  forward(address: string, port: number): Promise<Duplex | Refusal>
}

/** How long a peer may take to answer the end of a connection. */
const CLOSE_MS = 500

export interface OpenInit {
  readonly limits: Limits
  readonly monotonicMs: () => number
  /** Bounds the handshakes at once: they cost the runner CPU, waiting for a TCP answer does not. */
  readonly handshakes: Gate
  /** Gives up at once: a socket that waits would keep the process alive until its deadline. */
  readonly signal: AbortSignal
  /** The connection to the node's jump host, where it has one. */
  readonly through?: Hop
}

/** Connects and authenticates. Resolves with a Refusal for every operational ending; rejects only on a bug. */
export async function openConnection(
  node: Node,
  { limits, monotonicMs, handshakes, signal, through }: OpenInit,
): Promise<Hop | Refusal> {
  const pinned = pinnedKeys(node.hostKey)
  const [first] = pinned
  if (first === undefined)
    return {
      reason: 'host-key-unknown',
      message: `no usable host key is pinned for ${node.name}, so it is not connected to${node.hostKeyMissing === undefined ? '' : `: ${node.hostKeyMissing}`}`,
    }
  const ssh2 = await loadSsh2()
  const credentials = credentialsOf(ssh2, node)
  if (isRefusal(credentials)) return credentials
  // Waiting for a turn or for the library took time, and a signal that has aborted calls no listener.
  if (signal.aborted) return CANCELLED
  const began = monotonicMs()
  const socket = await reach(node, { limitMs: limits.connectMs, signal, through })
  if ('reason' in socket) return socket
  const connected = monotonicMs()
  const leave = await handshakes.enter()
  if (signal.aborted) {
    leave()
    socket.destroy()
    return CANCELLED
  }
  const judge = new HostKeyJudge(pinned, pinnedKeys(node.revokedHostKeys))
  const client = await shakeHands(ssh2, {
    socket,
    credentials,
    pinned,
    judge,
    limitMs: limits.handshakeMs,
    where: `${node.name} (${credentials.user}@${node.address}:${node.port})`,
    signal,
  })
  leave()
  if (isRefusal(client)) return client
  return wrap(client, judge.seen ?? first.sha256, {
    connect: Math.round(connected - began),
    handshake: Math.round(monotonicMs() - connected),
  })
}

/** Those that can be read; the inventory has refused the others already. */
export function pinnedKeys(lines: Node['hostKey']): readonly PinnedKey[] {
  if (lines === undefined) return []
  return (typeof lines === 'string' ? [lines] : lines).flatMap((line) => parsePinnedKey(line) ?? [])
}

interface ReachInit {
  readonly limitMs: number
  readonly signal: AbortSignal
  readonly through: Hop | undefined
}

/** A stream to the node's sshd. */
export async function reach(
  node: Node,
  { limitMs, signal, through }: ReachInit,
): Promise<Duplex | Refusal> {
  const { name, address, port } = node
  if (through === undefined) return connectTcp(node, limitMs, signal)
  if (address === undefined || port === undefined)
    return { reason: 'node-unreachable', message: `${name} has no address` }
  const opening = through.forward(address, port)
  const jump = node.jump?.name ?? 'its jump host'
  let settle = (): void => undefined
  const late = new Promise<Refusal>((resolve) => {
    const message = `${jump} did not reach ${address}:${port} (${name}) within ${limitMs} ms`
    const timer = setTimeout(() => resolve({ reason: 'connect-timeout', message }), limitMs)
    const stop = (): void => resolve(CANCELLED)
    signal.addEventListener('abort', stop, { once: true })
    settle = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    }
  })
  const stream = await Promise.race([opening, late])
  settle()
  if (!('reason' in stream)) return stream
  // A stream that opens after all is given back.
  void opening.then((other) => 'reason' in other || other.destroy())
  return { ...stream, message: `${name} was not reached through ${jump}: ${stream.message}` }
}

function wrap(
  client: Client,
  hostKeySha256: string,
  timingsMs: Readonly<Record<string, number>>,
): Hop {
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
  const forward = async (address: string, port: number): Promise<Duplex | Refusal> => {
    const opened = new Promise<Duplex | Refusal>((resolve) => {
      client.forwardOut('127.0.0.1', 0, address, port, (error, stream) => {
        if (error === undefined) resolve(stream)
        else resolve({ reason: 'node-unreachable', message: `it says ${error.message}` })
      })
    })
    const lost: Refusal = { reason: 'connection-lost', message: 'the connection to it ended' }
    return Promise.race([opened, gone.then(() => lost)])
  }
  const orLost = (caught: unknown): Refusal => ({
    // ssh2 throws when the connection has ended between two launches.
    reason: 'connection-lost',
    message: fromUnknown(caught).message,
  })
  return {
    hostKeySha256,
    timingsMs,
    exec: (command) => exec(command).catch((caught) => ({ ...orLost(caught), hostKeySha256 })),
    forward: (address, port) => forward(address, port).catch(orLost),
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
