/** What to do when an answer did not come: ask the node again, for as long as it can still be known. */
import { CANCELLED, notStarted, type Refusal } from './refusal.ts'
import type { CollectWhat, Found, Outcome } from './transport.ts'

export interface Reattach {
  /** Asks the node once. */
  readonly collect: (what: CollectWhat, signal: AbortSignal) => Promise<Found>
  readonly what: 'result' | 'follow'
  /** When asking ends, by `monotonicMs`. */
  readonly deadlineMs: number
  readonly monotonicMs: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly signal: AbortSignal
}

/** Waits between two tries to reach the node; the last one repeats. */
const PAUSES_MS = [0, 500, 1_000, 2_000, 4_000]

/**
 * What became of a launch whose own conversation ended as `before`: `unknown`, or one whose key another launch holds.
 * Never starts anything. What the node cannot say stays unknown.
 */
export async function reattach(
  before: Outcome & { readonly kind: 'unknown' },
  init: Reattach,
): Promise<Outcome> {
  let last = ''
  for (let turn = 0; ; turn += 1) {
    const left = init.deadlineMs - init.monotonicMs()
    if (left <= 0 || init.signal.aborted)
      return { ...before, detail: `${before.detail}${last}${ending(init.signal)}` }
    const pause = PAUSES_MS[Math.min(turn, PAUSES_MS.length - 1)] ?? 0
    await init.sleep(Math.min(pause, left), init.signal)
    const found = await init.collect(init.what, init.signal)
    switch (found.kind) {
      case 'result':
        return collected(before, found.outcome)
      case 'sealed':
        return neverStarted(before, {
          reason: init.what === 'follow' ? 'launch-timeout' : 'connection-lost',
          message:
            'the node had made no decision to start, and the launch is sealed now: nothing ran',
        })
      case 'none':
        return { ...before, detail: `${before.detail}, and the node has lost its entry of it` }
      case 'lost':
        return {
          ...before,
          detail: `${before.detail}, and ${lost(found)}`,
          survivors: found.survivors,
        }
      case 'other-plan':
        return neverStarted(before, {
          reason: 'key-conflict',
          message: `this key was used on the node for another plan, ${found.plan.slice(0, 64)}`,
        })
      case 'running':
        last = ', and the node says that it is still running'
        break
      case 'unreachable':
        if (found.reason === CANCELLED.reason) break
        last = `, and the node cannot be asked: ${found.message}`
        // Asking again with the same key or host key gives the same answer, and may lock this runner out.
        if (found.reason === 'auth-failed' || found.reason === 'host-key-mismatch')
          return { ...before, detail: `${before.detail}${last}` }
        break
    }
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

function collected(before: Outcome, outcome: Outcome): Outcome {
  const warning = `the result was collected after the first connection had ended: ${'detail' in before ? before.detail : ''}`
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
