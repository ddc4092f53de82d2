/** Runs plugins over SSH: one connection a node for all its steps, a bounded number of handshakes at once. */
import type { Host } from '../host.ts'
import { bootLine } from './boot.ts'
import { channelTransport, type Opener } from './channel-transport.ts'
import { Gate } from './gate.ts'
import { CANCELLED, isRefusal, type Refusal } from './refusal.ts'
import { type Connection, openConnection } from './ssh-connection.ts'
import type { Limits, Node, Transport } from './transport.ts'

/** Handshakes cost the runner CPU: more at once only make each of them later than its deadline. */
const HANDSHAKES = 32
/** sshd's MaxSessions is 10 by default. */
const SESSIONS_PER_CONNECTION = 8

interface Pooled {
  readonly connection: Promise<Connection | Refusal>
  readonly sessions: Gate
  /** Takes it out of the pool. What goes on over it goes on, until close(). */
  readonly forget: () => void
}

/** The transport for nodes that say `transport: ssh`. */
export function sshTransport(host: Host): Transport {
  const pool = new Map<string, Pooled>()
  /** Also those that are not in the pool any more: a socket that stays open keeps the process alive. */
  const living = new Set<Connection>()
  const handshakes = new Gate(HANDSHAKES)
  const ending = new AbortController()

  /** The node's living connection, or a new one. A refusal is not kept: the next launch tries again. */
  const connectionTo = (node: Node, limits: Limits): Pooled => {
    const key = JSON.stringify([node.user, node.address, node.port, node.hostKey, node.privateKey])
    const known = pool.get(key)
    if (known) return known
    const connection = openConnection(node, {
      limits,
      monotonicMs: () => host.monotonicMs(),
      handshakes,
      signal: ending.signal,
    })
    const forget = (): void => {
      if (pool.get(key) === pooled) pool.delete(key)
    }
    const pooled: Pooled = { connection, sessions: new Gate(SESSIONS_PER_CONNECTION), forget }
    pool.set(key, pooled)
    connection.then((opened) => {
      if (isRefusal(opened)) return forget()
      living.add(opened)
      opened.onClose(() => {
        living.delete(opened)
        forget()
      })
    }, forget)
    return pooled
  }

  const open: Opener['open'] = async (node, frame, limits, signal) => {
    const pooled = connectionTo(node, limits)
    const opened = await orCancelled(pooled.connection, signal)
    if (isRefusal(opened)) return opened
    const leave = await pooled.sessions.enter()
    if (signal.aborted) {
      leave()
      return CANCELLED
    }
    const opening = opened.exec(bootLine(frame))
    const channel = await orCancelled(within(opening, limits.readyMs), signal)
    if (isRefusal(channel)) {
      leave()
      // A dead network ends no connection for a minute: whoever asks next gets a new one.
      if (channel.reason === 'launch-timeout') pooled.forget()
      // A session that opens after all is given back; nothing was sent into it.
      void opening.then((late) => isRefusal(late) || late.destroy())
      return channel
    }
    // The node counts a session until it is closed, which is a little later than its result.
    void channel.closed.then(leave)
    const { hostKeySha256, timingsMs } = opened
    return { channel, hostKeySha256, timingsMs, doubt: pooled.forget }
  }

  return channelTransport(host, {
    name: 'ssh',
    open,
    close: async () => {
      ending.abort()
      const all = [...pool.values()]
      pool.clear()
      for (const connection of living) connection.close()
      for (const { connection } of all)
        void connection.then((opened) => isRefusal(opened) || living.has(opened) || opened.close())
    },
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
