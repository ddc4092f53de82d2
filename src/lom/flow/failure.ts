/** What a failure means for what follows it on its node. */
import type { PlanStep, ReportError, ReportStep } from '../../protocol/types.gen.ts'

/**
 * Whether the next step is run all the same: the runbook says so, and it was the step that failed. A node that cannot be
 * reached, or that refuses every launch, is no failure of a step.
 */
export function passesOver(
  { on_failure }: Pick<PlanStep, 'on_failure'>,
  { status, executed, error }: ReportStep,
): boolean {
  if (on_failure !== 'continue' || status !== 'failed') return false
  return executed === 'yes' || (executed === 'no' && OF_THE_STEP.has(error?.kind ?? ''))
}

const OF_THE_STEP: ReadonlySet<string> = new Set([
  'expression-invalid',
  'node-prereq',
  'param-invalid',
])

/** The node could not be asked, so that asking it something else is not worth a second wait. */
export function isUnreachable({ executed, error }: ReportStep): boolean {
  if (executed !== 'no' || error === undefined) return false
  return error.retryable || PHASES.has(error.phase ?? '')
}

const PHASES: ReadonlySet<string> = new Set(['connect', 'host-key', 'auth'])

/** The check itself says that something is wrong. Any other failure, such as an answer that breaks the contract, says nothing. */
export function isFinding({ status, executed, error }: ReportStep): boolean {
  return status === 'failed' && executed === 'yes' && FINDINGS.has(error?.kind ?? '')
}

const FINDINGS: ReadonlySet<string> = new Set([
  'expectation-failed',
  'plugin-error',
  'plugin-timeout',
])

/** An error as expressions see it. */
export function errorValue({ kind, code, message, executed }: ReportError) {
  return { kind, code, message, executed }
}
