/** A call that the policy keeps from starting on a node, now that it is its turn: nothing was sent there for it. */
import { errorSummary } from '../protocol/eps-message.ts'
import type { Fault } from '../protocol/errors.ts'
import type { ReportStep } from '../protocol/types.gen.ts'
import { type Call, entryOf, type NodeFlow } from './flow/call.ts'
import type { FlowPhase } from './plan-calls.ts'

/** What follows on a change that was admitted is not held back: its proof, what takes it back, and its evidence. */
const JUDGED: ReadonlySet<FlowPhase> = new Set(['preflight', 'before', 'do'])

/** Why it may not start now, as its result; undefined: it may. */
export async function refusedNow(
  { init, node }: NodeFlow,
  call: Call,
): Promise<ReportStep | undefined> {
  if (!JUDGED.has(call.phase)) return undefined
  const problem = await init.mayStart?.(node, call.step)
  return problem && refusedEntry(call, problem)
}

function refusedEntry(call: Call, problem: Fault): ReportStep {
  const error = errorSummary(problem, call.step.action)
  return { ...entryOf(call), status: 'not_run', executed: 'no', error }
}

/** Whether a node's steps ended there; `not_run` without an error is one whose turn did not come. */
export function isRefused({ status, error }: Pick<ReportStep, 'status' | 'error'>): boolean {
  return status === 'not_run' && error !== undefined && REFUSALS.has(error.kind)
}

const REFUSALS: ReadonlySet<string> = new Set(['policy-denied', 'policy-unavailable'])
