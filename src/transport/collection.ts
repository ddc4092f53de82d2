/** The collect protocol over any channel of bytes: asks a node what became of a key, and never starts anything. */
import type { BootFrame } from './boot.ts'
import { acknowledger, type Channel, readAnswers } from './channel.ts'
import { beforeReady } from './conversation.ts'
import { resultOutcome } from './result-frame.ts'
import type { LaunchEntry, Limits, NotStarted, Outcome } from './transport.ts'

/** `result` seals what nobody has decided; `follow` lets a living launcher decide; `stop` ends what runs. */
export type CollectWhat = 'result' | 'follow' | 'stop'

/** What a collector found under a key. */
export type Found =
  | {
      readonly kind: 'result'
      readonly outcome: Extract<Outcome, { kind: 'ended' | 'stopped' | 'unknown' }>
    }
  /** Nothing ran under this key, and nothing ever will. */
  | { readonly kind: 'sealed' }
  /** The node knew nothing of the key, which is sealed now: where GO was sent, its state was lost. */
  | { readonly kind: 'none' }
  /** It was started, and its launcher is gone without a result. After a reboot nothing of it runs. */
  | { readonly kind: 'lost'; readonly rebooted: boolean; readonly survivors: readonly number[] }
  /** It goes on, and the time to wait is over. */
  | { readonly kind: 'running' }
  /** The node could not be asked, or would not answer: the key belongs to another plan. */
  | {
      readonly kind: 'unreachable'
      readonly reason: NotStarted
      readonly message: string
      /** It was reached, and sent what no launcher sends. */
      readonly garbled?: boolean
    }

export interface Collect {
  readonly frame: BootFrame
  readonly entry: LaunchEntry
  readonly limits: Limits
  readonly signal: AbortSignal
  /** How long the node itself waits for what runs on. */
  readonly waitMs: number
  readonly hostKeySha256?: string
}

/** Resolves for every ending; the channel is ended or destroyed afterwards. A cancel asks the node to stop what runs. */
export async function converseCollect(channel: Channel, collect: Collect): Promise<Found> {
  const { frame, entry, limits, signal, waitMs } = collect
  const { next, noise, stderr } = readAnswers(channel, frame.nonce, limits)
  channel.stdin.write(frame.bytes)
  let event = await next(limits.readyMs + waitMs, signal)
  if (event.kind === 'cancelled') {
    channel.stdin.write(`STOP ${frame.nonce}\n`)
    event = await next(limits.cancelMs)
  }
  if (event.kind === 'frame' && event.word === 'RESULT') {
    const seen = {
      ...(collect.hostKeySha256 === undefined ? {} : { hostKeySha256: collect.hostKeySha256 }),
      timingsMs: {},
      noise: noise(),
      warnings: [],
    }
    const outcome = resultOutcome(event.words, event.body, seen, { limits, nonce: entry.nonce })
    const acknowledge = acknowledger(channel, frame.nonce, limits)
    return { kind: 'result', outcome: { ...outcome, acknowledge } }
  }
  channel.stdin.end()
  channel.destroy()
  if (event.kind !== 'frame') {
    const [reason, message] = beforeReady(event, stderr(), limits)
    return { kind: 'unreachable', reason, message, garbled: event.kind === 'broken' }
  }
  const said = new Map(event.words.map((word) => word.split('=', 2) as [string, string]))
  switch (event.word) {
    case 'SEALED':
      return { kind: 'sealed' }
    case 'NONE':
      return { kind: 'none' }
    case 'RUNNING':
      return { kind: 'running' }
    case 'LOST':
      return {
        kind: 'lost',
        rebooted: said.get('boot') === 'other',
        survivors: pids(said.get('survivors')),
      }
    default: {
      const [reason, message] = beforeReady(event, stderr(), limits)
      return { kind: 'unreachable', reason, message }
    }
  }
}

function pids(text: string | undefined): number[] {
  return (text ?? '')
    .split(',')
    .filter((word) => /^[0-9]{1,10}$/.test(word))
    .map(Number)
    .slice(0, 1000)
}
