/** Opens the TCP connection to a node within a time limit, and says in the table's words why it could not. */
import { createConnection, type Socket } from 'node:net'
import { systemCode } from '../protocol/errors.ts'
import { CANCELLED, type Refusal } from './refusal.ts'
import type { Node, NotStarted } from './transport.ts'

/** Never rejects. An abort ends the wait at once. */
export function connectTcp(
  node: Node,
  limitMs: number,
  signal: AbortSignal,
): Promise<Socket | Refusal> {
  const { address, port } = node
  if (address === undefined || port === undefined)
    return Promise.resolve({ reason: 'node-unreachable', message: `${node.name} has no address` })
  return new Promise((resolve) => {
    const socket = createConnection({ host: address, port, noDelay: true })
    const fail = (reason: NotStarted, message: string): void => {
      settle()
      socket.destroy()
      resolve({ reason, message })
    }
    const stop = (): void => fail(CANCELLED.reason, CANCELLED.message)
    const settle = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    }
    signal.addEventListener('abort', stop, { once: true })
    const timer = setTimeout(
      () => fail('connect-timeout', `${address}:${port} did not answer within ${limitMs} ms`),
      limitMs,
    )
    socket.once('error', (caught) => {
      const code = systemCode(caught)
      if (code === 'ECONNREFUSED')
        fail('connect-refused', `${address}:${port} refused the connection`)
      else if (code === 'ETIMEDOUT') fail('connect-timeout', `${address}:${port} did not answer`)
      else
        fail('node-unreachable', `${address}:${port} cannot be reached (${code ?? caught.message})`)
    })
    socket.once('connect', () => {
      settle()
      resolve(socket)
    })
  })
}
