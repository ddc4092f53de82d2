/** Runs plugins over SSH: one connection a node for all its steps, a bounded number of handshakes at once. */
import type { Host } from '../host.ts'
import { bootLine } from './boot.ts'
import type { Channel } from './channel.ts'
import { channelTransport, type Opened, type Opener } from './channel-transport.ts'
import { keptChannels } from './kept-channels.ts'
import { CANCELLED, isRefusal, type Refusal } from './refusal.ts'
import { type Connection, type Hop, type OpenInit, openConnection } from './ssh-connection.ts'
import { connectionPool, keyOf, type Pool } from './ssh-pool.ts'
import type { Node, Transport } from './transport.ts'

/** The transport for nodes that say `transport: ssh`. */
export function sshTransport(host: Host): Transport {
  return sessionTransport('ssh', host, connectionPool(host, openThrough))
}

/** Opens the connection to the node's jump host first, where it has one. */
export async function openThrough(
  node: Node,
  init: OpenInit,
  to: (jump: Node) => Promise<Hop | Refusal>,
): Promise<Hop | Refusal> {
  if (node.jump === undefined) return openConnection(node, init)
  const through = await to(node.jump)
  if (isRefusal(through))
    return { ...through, message: `jump host of ${node.name}: ${through.message}` }
  return openConnection(node, { ...init, through })
}

const SESSION_TRIES = 3
const SESSION_WAIT_MS = 100

/** A transport that starts each launch in a session of a pooled connection. */
export function sessionTransport(
  name: 'ssh' | 'openssh',
  host: Host,
  pool: Pool<Connection>,
): Transport {
  const kept = keptChannels()
  const open: Opener['open'] = async (node, frame, limits, signal) => {
    const key = keyOf(node)
    const pooled = pool.to(node, limits)
    const opened = await orCancelled(pooled.connection, signal)
    if (isRefusal(opened)) return opened
    // The node may allow one session only.
    await kept.end(key)
    const leave = await pooled.sessions.enter()
    if (signal.aborted) {
      leave()
      return CANCELLED
    }
    const start = async (tries: number): Promise<Channel | Refusal> => {
      const opening = opened.exec(bootLine(frame))
      const channel = await orCancelled(within(opening, limits.readyMs), signal)
      if (!isRefusal(channel)) return channel
      // It may answer keepalives and nothing else: the next launch makes a new one.
      if (channel.reason === 'launch-timeout') pool.drop(node)
      // A session that opens after all is given back; nothing was sent into it.
      void opening.then((late) => isRefusal(late) || late.destroy())
      if (channel.reason !== 'node-busy' || tries === 1) return channel
      // sshd counts a session for a moment after it has said that it is closed.
      await host.sleep(SESSION_WAIT_MS, signal)
      return start(tries - 1)
    }
    const channel = await start(SESSION_TRIES)
    if (isRefusal(channel)) {
      leave()
      return channel
    }
    // The node counts a session until it is closed, which is a little later than its result.
    void channel.closed.then(leave)
    const { hostKeySha256, timingsMs } = opened
    const one: Opened = {
      channel,
      hostKeySha256,
      timingsMs,
      keep: (waiting) =>
        frame.gate === undefined &&
        !pooled.sessions.wanted &&
        pool.wants(node) &&
        kept.keep(key, frame.become, one, waiting),
    }
    return one
  }

  return channelTransport(host, {
    name,
    open,
    again: (node, become) => kept.take(keyOf(node), become),
    drop: (node) => pool.drop(node),
    leave: (node) => {
      pool.leave(node)
      if (!pool.wants(node)) void kept.end(keyOf(node))
    },
    close: async () => pool.close(),
  })
}

/** What opens, or a refusal when that takes too long: a node may answer keepalives and nothing else. */
async function within<T>(opening: Promise<T>, limitMs: number): Promise<T | Refusal> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Refusal>((resolve) => {
    const message = `the node opened no session within ${limitMs} ms`
    timer = setTimeout(() => resolve({ reason: 'launch-timeout', message }), limitMs)
  })
  try {
    return await Promise.race([opening, late])
  } finally {
    clearTimeout(timer)
  }
}

/** The promise's value, or CANCELLED as soon as the signal aborts. */
async function orCancelled<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | Refusal> {
  if (signal.aborted) return CANCELLED
  let stop = (): void => undefined
  const cancelled = new Promise<Refusal>((resolve) => {
    stop = () => resolve(CANCELLED)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([promise, cancelled])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
