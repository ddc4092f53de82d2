/** Reads the launcher's answers out of a node's stdout; everything else there is noise. */
import type { Capture } from './transport.ts'

const NOISE_LIMIT = 65_536
const LINE_LIMIT = 4_096

/** What login scripts print is counted in kilobytes: who sends more is cut off. Outside the frames, and on stderr. */
export const NOISE_MOST = 8 * 1024 * 1024

/** Why a node is listened to no longer, as a sentence. */
export function tooMuch(where: string): string {
  return `the node sent more than ${NOISE_MOST / 1024 / 1024} MiB ${where}`
}

/** One answer: its word, its `key=value` or bare words, and for RESULT the bytes that its sizes announce. */
export interface Frame {
  readonly word: string
  readonly words: readonly string[]
  readonly body: Buffer
}

/**
 * Feeds on chunks in any division and gives whole frames. A RESULT counts only with its END line.
 * `bodySize` says how many bytes follow a line, or undefined for a line that is malformed or too greedy.
 */
export class FrameReader {
  readonly #marker: Buffer
  readonly #bodySize: (word: string, words: readonly string[]) => number | undefined
  #pending: Buffer = Buffer.alloc(0)
  #waiting: { word: string; words: readonly string[]; size: number } | undefined
  #chunks: Buffer[] = []
  #have = 0
  #noise: Buffer[] = []
  #noiseKept = 0
  #noiseTotal = 0
  /** Set when the node sent a frame that cannot be right; nothing after it is believed. */
  broken: string | undefined

  constructor(
    nonce: string,
    bodySize: (word: string, words: readonly string[]) => number | undefined,
  ) {
    this.#marker = Buffer.from(`\n\x1eRUNE1 ${nonce} `)
    this.#bodySize = bodySize
  }

  /** What came outside the frames, first 64 KiB. */
  get noise(): Capture {
    return {
      bytes: Buffer.concat(this.#noise),
      total: this.#noiseTotal,
      truncated: this.#noiseTotal > this.#noiseKept,
    }
  }

  /** The frames that this chunk completes. */
  push(chunk: Buffer): Frame[] {
    const frames: Frame[] = []
    let rest: Buffer = chunk
    while (this.broken === undefined) {
      if (this.#waiting) {
        const { word, words, size } = this.#waiting
        const take = rest.subarray(0, size - this.#have)
        this.#chunks.push(take)
        this.#have += take.length
        rest = rest.subarray(take.length)
        if (this.#have < size) return frames
        frames.push({ word, words, body: Buffer.concat(this.#chunks) })
        this.#waiting = undefined
        this.#chunks = []
        this.#have = 0
        continue
      }
      this.#pending = this.#pending.length === 0 ? rest : Buffer.concat([this.#pending, rest])
      rest = Buffer.alloc(0)
      const line = this.#nextLine()
      if (line === undefined) return frames
      const [word = '', ...words] = line.split(' ')
      const size = this.#bodySize(word, words)
      if (size === undefined) {
        this.broken = `the node sent a ${word} line that RUNE does not accept`
        return frames
      }
      this.#waiting = { word, words, size }
      rest = this.#pending
      this.#pending = Buffer.alloc(0)
    }
    return frames
  }

  /** The text of the next whole marker line; bytes before it go to the noise. */
  #nextLine(): string | undefined {
    const at = this.#pending.indexOf(this.#marker)
    if (at < 0) {
      // A marker may be cut by the chunk's end: keep what could be its beginning.
      const keep = Math.min(this.#pending.length, this.#marker.length - 1)
      this.#drop(this.#pending.length - keep)
      return undefined
    }
    this.#drop(at)
    if (this.broken !== undefined) return undefined
    const end = this.#pending.indexOf(10, this.#marker.length)
    if (end < 0) {
      if (this.#pending.length > LINE_LIMIT) this.broken = 'the node sent a frame line without end'
      return undefined
    }
    const line = this.#pending.toString('latin1', this.#marker.length, end)
    this.#pending = this.#pending.subarray(end + 1)
    return line
  }

  #drop(count: number): void {
    if (count <= 0) return
    const room = NOISE_LIMIT - this.#noiseKept
    if (room > 0) {
      const kept = Buffer.from(this.#pending.subarray(0, Math.min(count, room)))
      this.#noise.push(kept)
      this.#noiseKept += kept.length
    }
    this.#noiseTotal += count
    this.#pending = this.#pending.subarray(count)
    if (this.#noiseTotal > NOISE_MOST) this.broken ??= tooMuch('outside its answers')
  }

  /** To be called when the stream has ended: what is left over is noise. */
  end(): void {
    if (this.#waiting === undefined) this.#drop(this.#pending.length)
  }
}
