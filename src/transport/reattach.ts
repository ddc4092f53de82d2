/** What to do when an answer did not come: ask the node again, for as long as it can still be known. */
import type { CollectWhat, Found } from './collection.ts'
import { isFinal, notStarted, type Refusal } from './refusal.ts'
import type { Outcome } from './transport.ts'

export interface Reattach {
  /** Asks the node once. */
  readonly collect: (signal: AbortSignal) => Promise<Found>
  readonly what: CollectWhat
  /** GO may have been sent. */
  readonly told: boolean
  /** When asking ends, by `monotonicMs`. */
  readonly deadlineMs: number
  /** How long a node is asked in vain. */
  readonly patienceMs: number
  readonly monotonicMs: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly signal: AbortSignal
}

/** Waits between two tries to reach the node; the last one repeats. */
const PAUSES_MS = [0, 500, 1_000, 2_000, 4_000]
/** So often a node may send what is no answer: it lies, or its login scripts do, and will the next time. */
const GARBLED_MOST = 3

/**
 * What became of a launch whose own conversation ended as `before`. Never starts anything. What the node cannot say
 * stays unknown.
 */
export async function reattach(
  before: Outcome & { readonly kind: 'unknown' },
  init: Reattach,
): Promise<Outcome> {
  let last = ''
  let heardMs = init.monotonicMs()
  let garbled = 0
  for (let turn = 0; ; turn += 1) {
    const now = init.monotonicMs()
    const left = init.deadlineMs - now
    const over = turn > 0 && (left <= 0 || now - heardMs > init.patienceMs)
    if (over || init.signal.aborted)
      return { ...before, detail: `${before.detail}${last}${ending(init.signal)}` }
    const pause = PAUSES_MS[Math.min(turn, PAUSES_MS.length - 1)] ?? 0
    await init.sleep(Math.max(0, Math.min(pause, left)), init.signal)
    const found = await init.collect(init.signal)
    const answer = answerOf(before, found, init)
    if (answer !== undefined) return answer
    if (found.kind === 'unreachable') {
      last = `, and the node cannot be asked: ${found.message}`
      if (found.garbled) garbled += 1
      if (garbled === GARBLED_MOST) return { ...before, detail: `${before.detail}${last}` }
    } else {
      heardMs = init.monotonicMs()
      last = ', and the node says that it is still running'
    }
  }
}

/** What the node's word amounts to; undefined where it is worth asking again. */
function answerOf(
  before: Outcome & { readonly kind: 'unknown' },
  found: Found,
  { what, told }: Reattach,
): Outcome | undefined {
  switch (found.kind) {
    case 'result':
      return collected(before, found.outcome)
    case 'sealed':
      return neverStarted(before, sealed(what))
    case 'none':
      return told
        ? { ...before, detail: `${before.detail}, and the node has lost its entry of it` }
        : neverStarted(before, sealed(what))
    case 'lost':
      return {
        ...before,
        detail: `${before.detail}, and ${lost(found)}`,
        survivors: found.survivors,
      }
    case 'running':
      return undefined
    case 'unreachable':
      // Under that key it was another plan's launch that ran, or did not; never this one.
      if (found.reason === 'key-conflict') return neverStarted(before, found)
      // Asking again with the same key or host key gives the same answer, and may lock this runner out.
      if (isFinal(found.reason))
        return {
          ...before,
          detail: `${before.detail}, and the node cannot be asked: ${found.message}`,
        }
      return undefined
  }
}

function sealed(what: CollectWhat): Refusal {
  return {
    reason: what === 'follow' ? 'launch-sealed' : 'connection-lost',
    message: 'the node had made no decision to start, and the launch is sealed now: nothing ran',
  }
}

function neverStarted({ timingsMs, noise, warnings }: Outcome, refusal: Refusal): Outcome {
  return { ...notStarted(refusal), timingsMs, noise, warnings }
}

function ending(signal: AbortSignal): string {
  return signal.aborted ? ', and the run was cancelled' : ''
}

function lost(found: Extract<Found, { kind: 'lost' }>): string {
  if (found.rebooted) return 'the node has started anew since: nothing of it runs any more'
  if (found.survivors.length === 0) return 'its launcher is gone, and nothing of it runs any more'
  return `its launcher is gone while processes of it run on, pids ${found.survivors.slice(0, 20).join(', ')}`
}

function collected(before: Outcome & { readonly kind: 'unknown' }, outcome: Outcome): Outcome {
  const warning = `the result was collected from the node: ${before.detail}`
  return {
    ...outcome,
    timingsMs: { ...before.timingsMs, ...outcome.timingsMs },
    warnings: [
      ...before.warnings,
      ...outcome.warnings,
      ...(outcome.replayOf === undefined ? [warning] : []),
    ],
  }
}
