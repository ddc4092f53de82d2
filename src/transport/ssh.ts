/** Runs plugins over SSH: one connection a node for all its steps, a bounded number of handshakes at once. */
import type { Host } from '../host.ts'
import { converse } from './conversation.ts'
import { bootLine, startFrame } from './launcher.ts'
import { CANCELLED, isRefusal, notStarted, type Refusal } from './refusal.ts'
import { type Connection, type Hop, type OpenInit, openConnection } from './ssh-connection.ts'
import { connectionPool, type Pool } from './ssh-pool.ts'
import type { Launch, LaunchJournal, Limits, Node, Outcome, Transport } from './transport.ts'

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

/** A transport that starts each launch in a session of a pooled connection. */
export function sessionTransport(
  name: 'ssh' | 'openssh',
  host: Host,
  pool: Pool<Connection>,
): Transport {
  const run = async (
    node: Node,
    launch: Launch,
    limits: Limits,
    signal: AbortSignal,
    journal: LaunchJournal,
  ): Promise<Outcome> => {
    const pooled = pool.to(node, limits)
    const opened = await orCancelled(pooled.connection, signal)
    if (isRefusal(opened)) return notStarted(opened)
    const leave = await pooled.sessions.enter()
    if (signal.aborted) {
      leave()
      return notStarted(CANCELLED)
    }
    const nonce = host.hex(16)
    const frame = startFrame(nonce, launch, limits)
    const opening = opened.exec(bootLine(frame))
    const channel = await orCancelled(within(opening, limits.readyMs), signal)
    if (isRefusal(channel)) {
      leave()
      // A session that opens after all is given back; nothing was sent into it.
      void opening.then((late) => isRefusal(late) || late.destroy())
      return notStarted(channel)
    }
    // The node counts a session until it is closed, which is a little later than its result.
    void channel.closed.then(leave)
    const outcome = await converse(channel, {
      nonce,
      frame,
      limits,
      signal,
      journal,
      hostKeySha256: opened.hostKeySha256,
      monotonicMs: () => host.monotonicMs(),
    })
    return { ...outcome, timingsMs: { ...opened.timingsMs, ...outcome.timingsMs } }
  }

  return { name, run, close: async () => pool.close() }
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
