/** Whether a step that failed is tried once more, when, and under which key: a rule for each kind of failure. */
import type { PlanStep, ReportStep } from '../protocol/types.gen.ts'

/** One try of a step, as far as it matters here. */
export interface Tried {
  readonly step: Pick<ReportStep, 'status' | 'executed' | 'error' | 'replay_of'>
  /** `started` is on disk: the node has an entry of the attempt, which is sealed where nothing ran. */
  readonly ready: boolean
  /** The node said that no process of the plugin's group is left; undefined: nobody had to stop it. */
  readonly groupGone: boolean | undefined
}

export interface TryInit {
  readonly step: PlanStep
  /** How many were made. */
  readonly tries: number
  /** At least 0 and less than 1. */
  readonly random: number
  /** A person asked for the same request once more. */
  readonly again: boolean
  /** It only asks: what an earlier run was told says nothing of now. */
  readonly asks?: boolean
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
/** How many earlier attempts of the same request are gone past. */
const REPLAYS = 50

/** Undefined: that was the last one. */
export function tryAgain(tried: Tried, init: TryInit): Again | undefined {
  const { step, tries, random, again, asks = false } = init
  const over = isOver(tried) || (asks && isOld(tried))
  if (again && over && tries < REPLAYS) return { waitMs: 0, sameAttempt: false }
  const { ready, groupGone } = tried
  const { status, executed, error } = tried.step
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
      const dead = ENDED.has(error.kind) || (KILLED.has(error.kind) && groupGone === true)
      return dead ? { waitMs: step.retry.backoff_ms, sameAttempt: false } : undefined
    }
    default:
      return undefined
  }
}

/** An earlier attempt of the same request that did not succeed, and of which it is proven that nothing runs any more. */
function isOver({ step, ready, groupGone }: Tried): boolean {
  const { status, executed, error, replay_of } = step
  // One that is sealed in this very run is somebody's answer to it.
  if (executed === 'no') return error?.kind === 'launch-sealed' && !ready
  const failed = status === 'failed' || status === 'cancelled'
  return replay_of !== undefined && failed && executed === 'yes' && groupGone !== false
}

/** An earlier attempt of the same request that is over, however it ended. */
function isOld({ step, groupGone }: Tried): boolean {
  return step.replay_of !== undefined && step.executed === 'yes' && groupGone !== false
}

/** The plugin came to its end by itself. */
const ENDED: ReadonlySet<string> = new Set(['plugin-error', 'expectation-failed'])

/** Endings that leave the question open whether all of it is dead. */
const KILLED: ReadonlySet<string> = new Set(['plugin-timeout', 'plugin-signal'])
