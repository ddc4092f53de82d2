/** A step that the policy keeps from starting on a node, now that it is its turn: nothing was sent there for it. */
import { errorSummary } from '../protocol/eps-message.ts'
import type { Fault } from '../protocol/errors.ts'
import type { PlanStep, ReportStep } from '../protocol/types.gen.ts'

/** The step's result: not run, and why. */
export function refusedStep({ id, action }: PlanStep, problem: Fault): ReportStep {
  const error = errorSummary(problem, action)
  return { id, action, status: 'not_run', executed: 'no', error }
}

/** Whether a node's steps ended there; `not_run` without an error is one whose turn did not come. */
export function isRefused({ status, error }: ReportStep): boolean {
  return status === 'not_run' && error !== undefined && REFUSALS.has(error.kind)
}

const REFUSALS: ReadonlySet<string> = new Set(['policy-denied', 'policy-unavailable'])
