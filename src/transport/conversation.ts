/** The start protocol over any channel of bytes: frame, READY, journal, GO, RESULT, with every wait bounded. */
import type { Readable, Writable } from 'node:stream'
import { type Frame, FrameReader } from './frame.ts'
import type { StartFrame } from './launcher.ts'
import { bodySize, resultOutcome } from './result-frame.ts'
import type { LaunchJournal, Limits, NotStarted, Outcome, Ready, Seen } from './transport.ts'

/** A running boot line: three streams and its end. Both outputs must be flowing or be read here. */
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

interface Talk {
  readonly nonce: string
  readonly frame: StartFrame
  readonly limits: Limits
  readonly signal: AbortSignal
  readonly journal: LaunchJournal
  readonly hostKeySha256?: string
  /** Milliseconds that only go forward. */
  readonly monotonicMs: () => number
}

type Event =
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

/** How long the launcher may need after the time limit and the grace to send its result. */
const RESULT_MARGIN_MS = 10_000

/** Talks one launch through. Resolves for every ending; the channel is closed or destroyed afterwards. */
export async function converse(channel: Channel, talk: Talk): Promise<Outcome> {
  const { limits, signal, nonce } = talk
  const began = talk.monotonicMs()
  const timings: Record<string, number> = {}
  const mark = (name: string): void => {
    timings[name] = Math.round(talk.monotonicMs() - began)
  }
  const reader = new FrameReader(nonce, (word, words) => bodySize(word, words, limits))
  const errors = keepFirst(channel.stderr, 16_384)
  const next = events(channel, reader)
  const seen = (): Seen => ({
    ...(talk.hostKeySha256 === undefined ? {} : { hostKeySha256: talk.hostKeySha256 }),
    timingsMs: timings,
    noise: reader.noise,
    warnings: [],
  })
  const notStarted = (reason: NotStarted, message: string): Outcome => {
    channel.stdin.end()
    channel.destroy()
    return { ...seen(), kind: 'not-started', reason, message }
  }

  channel.stdin.write(talk.frame.bytes)
  const first = await next(limits.readyMs, signal)
  mark('ready')
  if (first.kind !== 'frame' || first.word !== 'READY')
    return notStarted(...beforeReady(first, errors(), limits))
  const info = readiness(first.words, talk.hostKeySha256)
  const decision = await talk.journal.ready(info)
  if (decision !== 'go')
    return notStarted('audit-write', 'the start could not be recorded, so nothing was started')
  if (signal.aborted)
    return notStarted('cancelled', 'the run was cancelled before the plugin was started')

  // What has ended while the disk was waited for gets no GO, so it is certain that nothing was started.
  const gone = await next(0)
  if (gone.kind !== 'timeout') return notStarted(...beforeReady(gone, errors(), limits))
  channel.stdin.write(`GO ${nonce}\n`)
  mark('go')
  let event = await next(limits.timeoutMs + limits.killGraceMs + RESULT_MARGIN_MS, signal)
  if (event.kind === 'cancelled') {
    channel.stdin.write(`STOP ${nonce}\n`)
    event = await next(limits.cancelMs)
  }
  mark('result')
  const outcome = afterGo(event, seen(), limits)
  channel.stdin.end()
  // A child of the plugin may hold the streams open for as long as it lives: nothing waits for the channel's close.
  if (outcome.kind === 'unknown') channel.destroy()
  else closeSoon(channel)
  return outcome
}

function closeSoon(channel: Channel): void {
  const timer = setTimeout(() => channel.destroy(), 2_000)
  void channel.closed.then(() => clearTimeout(timer))
}

function afterGo(event: Event, seen: Seen, limits: Limits): Outcome {
  switch (event.kind) {
    case 'frame':
      if (event.word === 'RESULT') return resultOutcome(event.words, event.body, seen, limits)
      // GO came too late: the launcher had made its decision, and it was not to start.
      if (event.word === 'REFUSED' && event.words[0] === 'sealed') {
        const [reason, message] = refusal(event.words, event.word)
        return { ...seen, kind: 'not-started', reason, message }
      }
      return {
        ...seen,
        kind: 'unknown',
        detail: `the node answered ${event.word.slice(0, 40)} to GO`,
      }
    case 'closed':
      return { ...seen, kind: 'unknown', detail: 'the connection ended before the result came' }
    case 'broken':
      return { ...seen, kind: 'unknown', detail: event.reason }
    case 'timeout':
      return { ...seen, kind: 'unknown', detail: 'no result came in time' }
    case 'cancelled':
      return { ...seen, kind: 'unknown', detail: 'the run was cancelled and no result came' }
  }
}

/** Turns the channel into a queue of events that is waited on with a deadline. */
function events(
  channel: Channel,
  reader: FrameReader,
): (waitMs: number, signal?: AbortSignal) => Promise<Event> {
  const queue: Event[] = []
  let held: Frame | undefined
  let wake: (() => void) | undefined
  const add = (event: Event): void => {
    queue.push(event)
    wake?.()
  }
  channel.stdout.on('data', (chunk: Buffer) => {
    for (const frame of reader.push(chunk)) {
      // A result counts with its END line only.
      if (frame.word === 'RESULT') held = frame
      else if (frame.word === 'END' && held) add({ kind: 'frame', ...held })
      else add({ kind: 'frame', ...frame })
    }
    if (reader.broken !== undefined) {
      add({ kind: 'broken', reason: reader.broken })
      channel.destroy()
    }
  })
  // The write side reports a closed channel as an error; what it means is told by `closed`.
  channel.stdin.on('error', () => undefined)
  channel.stdout.on('error', () => undefined)
  void channel.closed.then((end) => {
    reader.end()
    add({ kind: 'closed', ...end })
  })
  return async (waitMs, signal) => {
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
}

function beforeReady(event: Event, stderr: string, limits: Limits): [NotStarted, string] {
  switch (event.kind) {
    case 'frame':
      return refusal(event.words, event.word)
    case 'cancelled':
      return ['cancelled', 'the run was cancelled before the plugin was started']
    case 'timeout':
      return ['launch-timeout', `the node did not get ready within ${limits.readyMs} ms`]
    case 'broken':
      return ['launch-failed', event.reason]
    case 'closed': {
      const words = event.said ?? stderr
      const said = words === '' ? '' : `; it said: ${words}`
      if (event.signal !== undefined)
        return [
          'launch-failed',
          `${event.signal} ended the login shell before the launcher was ready${said}`,
        ]
      if (event.exit === undefined)
        return ['connection-lost', `the connection ended before the node was ready${said}`]
      if (event.exit === 127 || event.exit === 92)
        return [
          'node-prereq',
          `bash 4.2 or newer is missing on the node (exit status ${event.exit}${said})`,
        ]
      return [
        'launch-failed',
        `the login shell ended with exit status ${event.exit} before the launcher was ready${said}`,
      ]
    }
  }
}

function refusal(words: readonly string[], word: string): [NotStarted, string] {
  const [reason, ...rest] = words
  switch (word === 'REFUSED' ? reason : undefined) {
    case 'prereq':
      return ['node-prereq', `the node lacks: ${rest.filter((name) => name !== '').join(', ')}`]
    case 'state':
      return [
        'node-state',
        `no usable state directory on the node, or its disk is full (${rest.join(' ')})`,
      ]
    case 'sealed':
      return ['launch-timeout', 'the node got no GO in time and sealed the launch']
    default:
      return ['launch-failed', `the launcher answered ${[word, ...words].join(' ').slice(0, 200)}`]
  }
}

function readiness(words: readonly string[], hostKeySha256: string | undefined): Ready {
  const said = new Map(
    words.map((word) => [word.split('=', 1)[0], word.slice(word.indexOf('=') + 1)]),
  )
  return {
    bash: (said.get('bash') ?? '').slice(0, 32),
    bootId: (said.get('boot') ?? '').slice(0, 64),
    uid: Number(said.get('uid') ?? -1),
    ...(hostKeySha256 === undefined ? {} : { hostKeySha256 }),
  }
}

/** Reads a stream to its end and keeps its beginning as text. */
function keepFirst(stream: Readable, limit: number): () => string {
  const chunks: Buffer[] = []
  let kept = 0
  stream.on('error', () => undefined)
  stream.on('data', (chunk: Buffer) => {
    const part = chunk.subarray(0, Math.max(0, limit - kept))
    kept += part.length
    if (part.length > 0) chunks.push(part)
  })
  return () => Buffer.concat(chunks).toString('utf8').trim().slice(0, 500)
}
