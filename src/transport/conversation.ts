/** The start protocol over any channel of bytes: frame, READY, journal, GO, RESULT, with every wait bounded. */
import type { Host } from '../host.ts'
import type { BootFrame } from './boot.ts'
import { acknowledger, type Channel, type ChannelEvent, type Keep, readAnswers } from './channel.ts'
import { CANCELLED } from './refusal.ts'
import { resultOutcome } from './result-frame.ts'
import type { LaunchJournal, Limits, NotStarted, Outcome, Ready, Seen } from './transport.ts'

export interface Talk {
  readonly frame: Pick<BootFrame, 'nonce' | 'bytes'>
  readonly limits: Limits
  readonly signal: AbortSignal
  readonly journal: LaunchJournal
  readonly hostKeySha256?: string
  readonly host: Pick<Host, 'monotonicMs' | 'fault'>
  /** Takes the channel on, when the launcher waits for another launch; see acknowledger. */
  readonly keep?: Keep | undefined
}

/** `held`: the key belongs to another launch, which has to be asked. Nothing was started here. */
export type Talked = Outcome | (Seen & { readonly kind: 'held' })

/** How long the launcher may need after the time limit and the grace to send its result. */
export const RESULT_MARGIN_MS = 10_000

/** Talks one launch through. Resolves for every ending; the channel is ended or destroyed afterwards. */
export async function converse(channel: Channel, talk: Talk): Promise<Talked> {
  const { limits, signal, frame } = talk
  const { nonce } = frame
  const began = talk.host.monotonicMs()
  const timings: Record<string, number> = {}
  const mark = (name: string): void => {
    timings[name] = Math.round(talk.host.monotonicMs() - began)
  }
  const answers = readAnswers(channel, nonce, limits)
  const { next, noise, stderr } = answers
  const seen = (): Seen => ({
    ...(talk.hostKeySha256 === undefined ? {} : { hostKeySha256: talk.hostKeySha256 }),
    timingsMs: timings,
    noise: noise(),
    warnings: [],
  })
  const notStarted = (reason: NotStarted, message: string): Outcome => {
    channel.stdin.end()
    channel.destroy()
    return { ...seen(), kind: 'not-started', reason, message }
  }

  channel.stdin.write(frame.bytes)
  talk.host.fault?.('frame-sent')
  const first = await next(limits.readyMs, signal)
  mark('ready')
  if (first.kind === 'frame' && first.word === 'HELD') {
    channel.stdin.end()
    channel.destroy()
    return { ...seen(), kind: 'held' }
  }
  if (first.kind !== 'frame' || first.word !== 'READY')
    return notStarted(...beforeReady(first, stderr(), limits))
  talk.host.fault?.('ready')
  const decision = await talk.journal.ready(readiness(first.words, talk.hostKeySha256))
  if (decision !== 'go')
    return notStarted('audit-write', 'the start could not be recorded, so nothing was started')
  if (signal.aborted) return notStarted(CANCELLED.reason, CANCELLED.message)

  // What has ended while the disk was waited for gets no GO, so it is certain that nothing was started.
  const gone = await next(0)
  if (gone.kind !== 'timeout') return notStarted(...beforeReady(gone, stderr(), limits))
  channel.stdin.write(`GO ${nonce}\n`)
  talk.host.fault?.('go-sent')
  mark('go')
  const beats = setInterval(() => channel.stdin.write(`BEAT ${nonce}\n`), limits.heartbeatMs)
  let event = await next(limits.timeoutMs + limits.killGraceMs + RESULT_MARGIN_MS, signal)
  if (event.kind === 'cancelled') {
    channel.stdin.write(`STOP ${nonce}\n`)
    event = await next(limits.cancelMs)
  }
  clearInterval(beats)
  mark('result')
  const outcome = afterGo(event, seen(), limits, nonce)
  if (event.kind === 'frame') talk.host.fault?.('result-received')
  if (outcome.kind !== 'ended' && outcome.kind !== 'stopped') {
    channel.destroy()
    return outcome
  }
  const more = talk.keep === undefined ? undefined : { answers, keep: talk.keep }
  return { ...outcome, acknowledge: acknowledger(channel, nonce, limits, more) }
}

function afterGo(event: ChannelEvent, seen: Seen, limits: Limits, nonce: string): Outcome {
  switch (event.kind) {
    case 'frame':
      if (event.word === 'RESULT')
        return resultOutcome(event.words, event.body, seen, { limits, nonce })
      // GO came too late, or somebody was faster: the decision was made, and it was not to start.
      if (event.word === 'REFUSED') {
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

/** Why a node did not get ready, from the event that came in place of READY. */
export function beforeReady(
  event: ChannelEvent,
  stderr: string,
  limits: Limits,
): [NotStarted, string] {
  switch (event.kind) {
    case 'frame':
      return refusal(event.words, event.word)
    case 'cancelled':
      return [CANCELLED.reason, CANCELLED.message]
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
      if (event.exit === 77)
        return ['gate-refused', `the forced command on the node refused${said}`]
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
    case 'gate':
      return [
        'gate-refused',
        `the allow list of the node's gate does not have ${rest.join(' ').slice(0, 64)} with the files that were sent`,
      ]
    case 'locked': {
      const [holder = '', pids] = rest
      const left =
        pids === undefined ? '' : `, whose plugin still runs (pids ${pids.slice(0, 100)})`
      return [
        'node-locked',
        `the lock is held on the node by ${decoded(holder) || 'another launch'}${left}`,
      ]
    }
    case 'busy':
      return ['node-busy', 'another launch with the same key was just being made on the node']
    case 'plan':
      return [
        'key-conflict',
        `this key was used on the node for another plan, ${rest.join(' ').slice(0, 64)}`,
      ]
    case 'sealed':
      return [
        'launch-sealed',
        'the node sealed the launch before it was told to go: in time there was no GO, or somebody closed it',
      ]
    default:
      return ['launch-failed', `the launcher answered ${[word, ...words].join(' ').slice(0, 200)}`]
  }
}

/** A run key as it goes over the wire. */
function decoded(key: string): string {
  try {
    return decodeURIComponent(key).slice(0, 200).toWellFormed()
  } catch {
    // The node answered something else; it is shown as it came.
    return key.slice(0, 200)
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
