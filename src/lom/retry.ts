/** Whether a step that failed is tried once more, when, and under which key: a rule for each kind of failure. */
import type { PlanStep, ReportStep } from '../protocol/types.gen.ts'

/** One try of a step, as far as it matters here. */
export interface Tried {
  readonly step: Pick<ReportStep, 'status' | 'executed' | 'error'>
  /** `started` is on disk: the node has an entry of the attempt, which is sealed where nothing ran. */
  readonly ready: boolean
  /** The node said that no process of the plugin's group is left. */
  readonly groupGone: boolean
}

export interface Again {
  readonly waitMs: number
  /**
   * Nothing ran, so it is tried with the same key: a later run of the same request then meets the entry of whichever try
   * ran, and who has sealed the key has ended all of them. The next attempt, with a key of its own, follows only an
   * attempt that ran and is over.
   */
  readonly sameAttempt: boolean
}

/** In all, where the runbook says nothing; only before anything has run. */
const TRIES = 3
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

/** `tries` counts those that were made; `random` is at least 0 and less than 1. Undefined: that was the last one. */
export function tryAgain(
  { step: { status, executed, error }, ready, groupGone }: Tried,
  { step, tries, random }: { readonly step: PlanStep; readonly tries: number; random: number },
): Again | undefined {
  if (status !== 'failed' || error === undefined) return undefined
  if (tries >= (step.retry?.attempts ?? TRIES)) return undefined
  switch (executed) {
    case 'no': {
      // A sealed key is somebody's answer that nothing runs, which another key would make false.
      if (!error.retryable || ready) return undefined
      // Full jitter: nodes that were turned away together do not come back together.
      const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1))
      return { waitMs: Math.round(random * most), sameAttempt: true }
    }
    case 'yes': {
      if (step.retry === undefined || !step.idempotent) return undefined
      const dead = error.kind === 'plugin-error' || (KILLED.has(error.kind) && groupGone)
      return dead ? { waitMs: step.retry.backoff_ms, sameAttempt: false } : undefined
    }
    default:
      return undefined
  }
}

/** Endings that leave the question open whether all of it is dead. */
const KILLED: ReadonlySet<string> = new Set(['plugin-timeout', 'plugin-signal'])
