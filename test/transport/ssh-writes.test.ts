import { once } from 'node:events'
import { createConnection, createServer, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { afterEach, expect, it } from 'vitest'
import { joinWrites } from '../../src/transport/ssh-writes.ts'

/** A stream that keeps what each call of the system would get. */
function counted(): { readonly stream: Duplex; readonly calls: string[] } {
  const calls: string[] = []
  const stream = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      calls.push(chunk.toString())
      done()
    },
    writev: (chunks, done) => {
      calls.push(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer)).toString())
      done()
    },
  })
  return { stream, calls }
}

const open: { end(): void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.end()
})

it('sends the pieces of one turn in one call, in their order, and those of the next in another', async () => {
  const { stream, calls } = counted()
  joinWrites(stream)
  for (const piece of ['length ', 'body ', 'tag']) stream.write(piece)
  expect(calls).toEqual([])
  await new Promise(setImmediate)
  stream.write('later')
  await new Promise(setImmediate)
  expect(calls).toEqual(['length body tag', 'later'])
})

it('loses nothing that was written before the stream was ended in the same turn', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  open.push({ end: () => server.close() })
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no TCP address')
  const client = createConnection(bound.port, '127.0.0.1')
  const [peer] = (await once(server, 'connection')) as [Socket]
  const got: Buffer[] = []
  peer.on('data', (chunk: Buffer) => got.push(chunk))
  joinWrites(client)
  client.write('goodbye, ')
  client.write('and thanks')
  client.end()
  await once(peer, 'end')
  expect(Buffer.concat(got).toString()).toBe('goodbye, and thanks')
})
