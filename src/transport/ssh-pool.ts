/** The connections of one run: one to each node and each jump host, shared by all who need it. */
import type { Host } from '../host.ts'
import { Gate } from './gate.ts'
import { isFinal, isRefusal, type Refusal } from './refusal.ts'
import type { Connection, OpenInit } from './ssh-connection.ts'
import type { Limits, Node } from './transport.ts'

/** Handshakes cost the runner CPU: more at once only make each of them later than its deadline. */
const HANDSHAKES = 32
/** sshd's MaxSessions is 10 by default. */
const SESSIONS_PER_CONNECTION = 8

export interface Pooled<C extends Connection> {
  readonly connection: Promise<C | Refusal>
  readonly sessions: Gate
}

export interface Pool<C extends Connection> {
  /** The node's living connection, or a new one. */
  to(node: Node, limits: Limits): Pooled<C>
  /** Ends the node's own connection, which has fallen silent: the next launch makes a new one. */
  drop(node: Node): void
  /** Ends the node's own connection when its last session is over. */
  leave(node: Node): void
  /** Whether a name of the node's connection has not been left. */
  wants(node: Node): boolean
  close(): void
}

/** `open` makes one connection; through `to` it gets those to the node's jump hosts. */
export function connectionPool<C extends Connection>(
  host: Host,
  open: (
    node: Node,
    init: OpenInit,
    to: (jump: Node) => Promise<C | Refusal>,
  ) => Promise<C | Refusal>,
): Pool<C> {
  const pool = new Map<string, Pooled<C>>()
  // Two names may mean one place, and the connection serves both.
  const names = new Map<string, Set<string>>()
  const handshakes = new Gate(HANDSHAKES)
  const ending = new AbortController()

  const to = (node: Node, limits: Limits): Pooled<C> => {
    const key = keyOf(node)
    names.set(key, (names.get(key) ?? new Set()).add(node.name))
    const known = pool.get(key)
    if (known) return known
    const connection = open(
      node,
      { limits, monotonicMs: () => host.monotonicMs(), handshakes, signal: ending.signal },
      (jump) => to(jump, limits).connection,
    )
    const pooled = { connection, sessions: new Gate(SESSIONS_PER_CONNECTION) }
    pool.set(key, pooled)
    const forget = (): void => {
      if (pool.get(key) === pooled) pool.delete(key)
    }
    connection.then((opened) => {
      if (!isRefusal(opened)) opened.onClose(forget)
      // The next launch tries again.
      else if (!isFinal(opened.reason)) forget()
    }, forget)
    return pooled
  }

  const drop = (node: Node): void => {
    const key = keyOf(node)
    const pooled = pool.get(key)
    pool.delete(key)
    void pooled?.connection.then((opened) => isRefusal(opened) || opened.close())
  }

  return {
    to,
    drop,
    wants: (node) => (names.get(keyOf(node))?.size ?? 0) > 0,
    leave: (node) => {
      const key = keyOf(node)
      names.get(key)?.delete(node.name)
      pool.get(key)?.sessions.whenEmpty(() => {
        if (names.get(key)?.size !== 0) return
        names.delete(key)
        drop(node)
      })
    },
    close: () => {
      ending.abort()
      const all = [...pool.values()]
      pool.clear()
      for (const { connection } of all)
        void connection.then((opened) => isRefusal(opened) || opened.close())
    },
  }
}

/** Everything that makes another connection; the name is for people. */
export function keyOf({ name: _, jump, ...node }: Node): string {
  return JSON.stringify([node, jump === undefined ? undefined : keyOf(jump)])
}
