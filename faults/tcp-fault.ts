/** A TCP proxy that spoils its first connection at one byte, and passes every later one on unharmed. */
import { once } from 'node:events'
import { createConnection, createServer, type Socket } from 'node:net'

export type Direction = 'to-node' | 'to-runner'

export interface Cut {
  readonly direction: Direction
  /** How many bytes of that direction pass before it. */
  readonly at: number
  /** `reset`: RST on both sides; `close`: FIN; `blackhole`: nothing any more, in silence; `flip`: one bit, all goes on. */
  readonly how: 'reset' | 'close' | 'blackhole' | 'flip'
  /** Which bit of the byte `at` a flip turns over, 0 to 7. */
  readonly bit: number
}

export interface FaultProxy {
  readonly address: string
  readonly port: number
  /** Bytes of the first connection so far. */
  readonly passed: Readonly<Record<Direction, number>>
  /** Whether the cut's byte came. */
  done(): boolean
  close(): Promise<void>
}

/** Listens on 127.0.0.1. Without a cut it only counts. */
export async function faultProxy(
  target: { readonly address: string; readonly port: number },
  cut?: Cut,
): Promise<FaultProxy> {
  const passed: Record<Direction, number> = { 'to-node': 0, 'to-runner': 0 }
  const open = new Set<Socket>()
  let first = true
  let done = false

  const server = createServer((runner) => {
    const node = createConnection({ host: target.address, port: target.port, noDelay: true })
    runner.setNoDelay(true)
    const own = first
    first = false
    let dead = false
    for (const [from, to] of [
      [runner, node],
      [node, runner],
    ] as const) {
      open.add(from)
      const direction = from === runner ? 'to-node' : 'to-runner'
      from.on('data', (chunk: Buffer) => {
        if (dead) return
        const at = cut === undefined ? -1 : cut.at - passed[direction]
        if (own) passed[direction] += chunk.length
        if (!own || cut?.direction !== direction || done || at < 0 || at >= chunk.length) {
          to.write(chunk)
          return
        }
        done = true
        if (cut.how === 'flip') {
          const spoilt = Buffer.from(chunk)
          spoilt[at] = (spoilt[at] ?? 0) ^ (1 << cut.bit)
          to.write(spoilt)
          return
        }
        dead = true
        to.write(chunk.subarray(0, at), () => spoil(cut.how, [from, to]))
        if (cut.how === 'blackhole') return
      })
      from.on('end', () => dead || to.end())
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        // What a blackhole swallows ends only when the proxy does.
        if (!dead) to.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no TCP address')
  return {
    address: bound.address,
    port: bound.port,
    passed,
    done: () => done,
    close: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function spoil(how: Cut['how'], sockets: readonly Socket[]): void {
  for (const socket of sockets) {
    if (how === 'reset') socket.resetAndDestroy()
    else if (how === 'close') socket.destroySoon()
  }
}
