import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Frame, FrameReader } from '../../src/transport/frame.ts'

const NONCE = '0123456789abcdef0123456789abcdef'
const line = (text: string): string => `\n\x1eRUNE1 ${NONCE} ${text}\n`
const size = (word: string, words: readonly string[]): number | undefined =>
  word === 'RESULT' ? (/^\d+$/.test(words[0] ?? '') ? Number(words[0]) : undefined) : 0

/** Everything pushed in pieces that end at the given places. */
function read(
  bytes: Buffer,
  cuts: readonly number[] = [],
): { frames: Frame[]; reader: FrameReader } {
  const reader = new FrameReader(NONCE, size)
  const places = [...cuts, bytes.length].sort((a, b) => a - b)
  const frames = places.flatMap((to, i) => reader.push(bytes.subarray(places[i - 1] ?? 0, to)))
  reader.end()
  return { frames, reader }
}

describe('the frame reader', () => {
  const stream = Buffer.concat([
    Buffer.from(`noise before${line('READY bash=5.2')}`),
    Buffer.from(line('RESULT 6 x')),
    Buffer.from([0, 255, 10, 30, 82, 10]),
    Buffer.from(`${line('END')}noise after`),
  ])

  it('finds frames and keeps the rest as noise, however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
        const { frames, reader } = read(stream, cuts)
        expect(frames.map(({ word }) => word)).toEqual(['READY', 'RESULT', 'END'])
        expect(frames[1]?.body).toEqual(Buffer.from([0, 255, 10, 30, 82, 10]))
        expect(Buffer.from(reader.noise.bytes).toString()).toBe('noise beforenoise after')
        expect(reader.broken).toBeUndefined()
      }),
    )
  })

  it('takes bytes that look like a frame inside a body for what they are', () => {
    const inner = line('READY forged')
    const { frames } = read(Buffer.from(`${line(`RESULT ${inner.length}`)}${inner}${line('END')}`))
    expect(frames.map(({ word }) => word)).toEqual(['RESULT', 'END'])
    expect(frames[0]?.body.toString()).toBe(inner)
  })

  it('does not believe a frame with another nonce', () => {
    const { frames, reader } = read(Buffer.from(line('END').replace('0123', '0124')))
    expect(frames).toEqual([])
    expect(reader.noise.total).toBeGreaterThan(0)
  })

  it('gives no frame whose body has not arrived whole', () => {
    expect(read(Buffer.from(`${line('RESULT 10')}short`)).frames).toEqual([])
  })

  it('is broken by a size that nobody accepts, and believes nothing after it', () => {
    const { frames, reader } = read(Buffer.from(`${line('RESULT many')}${line('END')}`))
    expect(frames).toEqual([])
    expect(reader.broken).toContain('RESULT')
  })

  it('is broken by a frame line without end', () => {
    const { reader } = read(Buffer.from(`\n\x1eRUNE1 ${NONCE} ${'x'.repeat(10_000)}`))
    expect(reader.broken).toContain('without end')
  })

  it('counts noise past what it keeps', () => {
    const { reader } = read(Buffer.alloc(100_000, 97))
    expect(reader.noise).toMatchObject({ total: 100_000, truncated: true })
    expect(reader.noise.bytes.length).toBe(65_536)
  })

  it('is broken by more noise than any login prints, in one piece or in many', () => {
    const much = Buffer.alloc(8 * 1024 * 1024 + 100, 97)
    const after = Buffer.from(line('END'))
    for (const cuts of [[], [1_000_000, 5_000_000]]) {
      const { frames, reader } = read(Buffer.concat([much, after]), cuts)
      expect(frames).toEqual([])
      expect(reader.broken).toBe('the node sent more than 8 MiB outside its answers')
    }
  })
})
