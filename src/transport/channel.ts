/** A running boot line, and what comes out of it as a queue of events that is waited on with a deadline. */
import type { Readable, Writable } from 'node:stream'
import { type Frame, FrameReader, NOISE_MOST, tooMuch } from './frame.ts'
import { bodySize } from './result-frame.ts'
import type { Capture, Limits } from './transport.ts'

/** Three streams and their end. Both outputs must be flowing or be read here. */
export interface Channel {
  readonly stdin: Writable
  readonly stdout: Readable
  readonly stderr: Readable
  /** Resolves when both outputs are over. */
  readonly closed: Promise<ChannelEnd>
  /** Gives up on the channel at once. */
  destroy(): void
}

/** Neither exit nor signal: the connection broke. */
export interface ChannelEnd {
  readonly exit?: number
  /** The signal that ended the login shell, such as SIGKILL. */
  readonly signal?: string
  /** What the system said instead of starting it. */
  readonly said?: string
}

export type ChannelEvent =
  | {
      readonly kind: 'frame'
      readonly word: string
      readonly words: readonly string[]
      readonly body: Buffer
    }
  | ({ readonly kind: 'closed' } & ChannelEnd)
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'cancelled' }

export interface Answers {
  /** The next event, or what ended the wait for it. */
  next(waitMs: number, signal?: AbortSignal): Promise<ChannelEvent>
  /** What came outside the frames so far. */
  noise(): Capture
  /** The beginning of stderr so far, as text. */
  stderr(): string
  /** Leaves the channel to whoever reads it next. */
  leave(): void
}

/**
 * Whether somebody wants the channel for another launch. Then `waiting` resolves, with whether the launcher said that it
 * waits for one; else the channel is ended.
 */
export type Keep = (waiting: Promise<boolean>) => boolean

/** A launcher that is acknowledged has little to do before it says that it waits. */
const NEXT_MS = 2_000

/** So many wait to be looked at: a conversation has three, and each may hold a whole result. */
const ANSWERS = 8

/** Reads the answers of the launch or collection that has this nonce. */
export function readAnswers(channel: Channel, nonce: string, limits: Limits): Answers {
  const reader = new FrameReader(nonce, (word, words) => bodySize(word, words, limits))
  const queue: ChannelEvent[] = []
  let held: Frame | undefined
  let deaf = false
  let wake: (() => void) | undefined
  const add = (event: ChannelEvent): void => {
    queue.push(event)
    wake?.()
  }
  const giveUp = (reason: string): void => {
    deaf = true
    add({ kind: 'broken', reason })
    channel.destroy()
  }
  const stderr = keepFirst(channel.stderr, 16_384, () => deaf || giveUp(tooMuch('on stderr')))
  const listen = (chunk: Buffer): void => {
    // A channel that was given up on may go on for as long as its node likes.
    if (deaf) return
    for (const frame of reader.push(chunk)) {
      if (queue.length >= ANSWERS) {
        giveUp('the node sent answers to questions that nobody asked')
        return
      }
      // A result counts with its END line only.
      if (frame.word === 'RESULT') held = frame
      else if (frame.word === 'END' && held) add({ kind: 'frame', ...held })
      else add({ kind: 'frame', ...frame })
    }
    if (reader.broken !== undefined) giveUp(reader.broken)
  }
  channel.stdout.on('data', listen)
  // The write side reports a closed channel as an error; what it means is told by `closed`.
  for (const stream of [channel.stdin, channel.stdout, channel.stderr])
    if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore)
  void channel.closed.then((end) => {
    reader.end()
    add({ kind: 'closed', ...end })
  })
  const next: Answers['next'] = async (waitMs, signal) => {
    if (queue.length === 0 && !signal?.aborted) {
      await new Promise<void>((resolve) => {
        const finish = (): void => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', finish)
          wake = undefined
          resolve()
        }
        const timer = setTimeout(finish, waitMs)
        signal?.addEventListener('abort', finish, { once: true })
        wake = finish
      })
    }
    return queue.shift() ?? { kind: signal?.aborted ? 'cancelled' : 'timeout' }
  }
  const leave = (): void => {
    channel.stdout.off('data', listen)
    stderr.leave()
  }
  return { next, noise: () => reader.noise, stderr: stderr.text, leave }
}

function ignore(): void {}

/**
 * Ends the channel once the result is on disk, or when nobody says so in time; `more` may keep it for another launch. A
 * child of the plugin may hold the streams open for as long as it lives, so nothing waits for the channel's own close.
 */
export function acknowledger(
  channel: Channel,
  nonce: string,
  limits: Limits,
  more?: { readonly answers: Answers; readonly keep: Keep },
): () => void {
  const finish = (): void => {
    clearTimeout(late)
    channel.stdin.end()
    const timer = setTimeout(() => channel.destroy(), 2_000)
    void channel.closed.then(() => clearTimeout(timer))
  }
  const late = setTimeout(finish, limits.ackMs)
  void channel.closed.then(() => clearTimeout(late))
  let called = false
  return () => {
    if (called || !channel.stdin.writable) return
    called = true
    channel.stdin.write(`ACK ${nonce}\n`)
    clearTimeout(late)
    const waiting = Promise.withResolvers<boolean>()
    if (!more?.keep(waiting.promise)) return finish()
    void more.answers.next(NEXT_MS).then((event) => {
      more.answers.leave()
      const ready = event.kind === 'frame' && event.word === 'NEXT'
      if (!ready) finish()
      waiting.resolve(ready)
    })
  }
}

/** Reads a stream to its end and keeps its beginning as text. `flooded` is called when it is far too long. */
function keepFirst(
  stream: Readable,
  limit: number,
  flooded: () => void,
): { text(): string; leave(): void } {
  const chunks: Buffer[] = []
  let kept = 0
  let total = 0
  const listen = (chunk: Buffer): void => {
    total += chunk.length
    if (total > NOISE_MOST) {
      flooded()
      return
    }
    const part = chunk.subarray(0, Math.max(0, limit - kept))
    kept += part.length
    // A copy, as a part would keep the whole chunk in memory.
    if (part.length > 0) chunks.push(Buffer.from(part))
  }
  stream.on('data', listen)
  return {
    text: () => Buffer.concat(chunks).toString('utf8').trim().slice(0, 500),
    leave: () => void stream.off('data', listen),
  }
}
