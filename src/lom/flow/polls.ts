/** Whether a check that did not pass is asked once more: at its own pace, and not for ever. */
import type { PlanStep, ReportStep } from '../../protocol/types.gen.ts'
import type { Again } from '../retry.ts'

export interface Asked {
  readonly report: Pick<ReportStep, 'status' | 'executed' | 'error'>
  /** The node has an entry of this attempt, which is sealed where nothing ran. */
  readonly ready: boolean
  /** How often it was asked, and for how long. */
  readonly times: number
  readonly forMs: number
}

/** Undefined: that was the last time. */
export function askAgain(
  until: NonNullable<PlanStep['until']>,
  { report, ready, times, forMs }: Asked,
): Again | undefined {
  const { every_ms: waitMs, for_ms: longest } = until
  // Counted too: a clock that stands still must not make it endless.
  if (times > longest / waitMs || forMs + waitMs > longest) return undefined
  if (report.status !== 'failed') return undefined
  if (report.executed === 'yes') return { waitMs, sameAttempt: false }
  // A node that restarts cannot be reached for a while. A sealed key is somebody's answer.
  const reachable = report.executed === 'no' && report.error?.retryable === true && !ready
  return reachable ? { waitMs, sameAttempt: true } : undefined
}
