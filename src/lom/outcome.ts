/** What a node's steps amount to, and what the nodes amount to for the whole run. */
import type { Plan, ReportError, ReportNode, ReportStep, RunReport } from '../protocol/types.gen.ts'
import { phaseOf } from './flow/call.ts'
import { isFinding, passesOver } from './flow/failure.ts'
import type { FlowPhase } from './plan-calls.ts'
import { isRefused } from './step-gate.ts'

export interface NodeOutcome {
  readonly outcome: ReportNode['outcome']
  readonly good: boolean
}

/** Exit statuses of the command; the highest wins. Pinned by a test. */
export const EXIT = {
  good: 0,
  invalid: 1,
  usage: 2,
  refused: 3,
  failed: 4,
  unknown: 5,
  cancelled: 6,
  error: 70,
} as const

/**
 * The outcome of a node whose preflight passed or was not asked for, from what its run came to: the same for a run that
 * ended and for one whose answers were collected later. `cancelled`: what it did not come to will not follow.
 */
export function nodeOutcome(
  plan: Pick<Plan, 'steps' | 'verify' | 'dry_run'>,
  steps: readonly ReportStep[],
  { cancelled }: { readonly cancelled: boolean },
): NodeOutcome {
  const outcome = outcomeOf(plan, steps, cancelled)
  return { outcome, good: GOOD.has(outcome) }
}

const GOOD: ReadonlySet<ReportNode['outcome']> = new Set([
  'fixed',
  'not_needed',
  'done',
  'rehearsed',
  'ready',
])

function outcomeOf(
  plan: Pick<Plan, 'steps' | 'verify' | 'dry_run'>,
  all: readonly ReportStep[],
  cancelled: boolean,
): ReportNode['outcome'] {
  const of = (phase: FlowPhase) => all.filter((step) => phaseOf(step) === phase)
  const has = (steps: readonly ReportStep[], ...statuses: ReportStep['status'][]): boolean =>
    steps.some(({ status }) => statuses.includes(status))
  const [before, steps, after, undo] = [of('before'), of('do'), of('after'), of('undo')]
  const begun = undo.filter(({ status }) => status !== 'not_run')
  const ended = cancelled ? 'cancelled' : 'failed'

  // A launch of which nobody knows how it ended may still be going on, whatever it was for.
  if (has(all, 'unknown')) return 'unknown'
  if (begun.length > 0)
    return undo.every(({ status }) => status === 'succeeded') ? 'rolled_back' : 'rollback_failed'
  if (all.some(isRefused)) return 'refused'
  if (has(of('preflight'), 'failed')) return 'failed'
  if (has(of('preflight'), 'cancelled', 'not_run')) return ended
  if (before.some((one) => one.status === 'failed' && !isFinding(one))) return 'failed'
  if (has(before, 'cancelled')) return 'cancelled'
  if (allPassed(plan, before)) return 'not_needed'

  const stopping = steps.filter((one) => {
    const planned = plan.steps.find(({ id }) => id === one.id)
    return one.status === 'failed' && !(planned && passesOver(planned, one))
  })
  if (stopping.length > 0) return 'failed'
  if (has(steps, 'cancelled')) return 'cancelled'
  if (has(steps, 'not_run')) return plan.dry_run && !cancelled ? 'rehearsed' : ended
  if (plan.verify !== undefined && !plan.dry_run)
    return allPassed(plan, after) ? 'fixed' : notProven(after, ended)
  // Failures may be passed over, but where nothing else was done, nothing was done.
  if (has(steps, 'failed') && !has(steps, 'succeeded')) return 'failed'
  return plan.dry_run ? 'rehearsed' : 'done'
}

/** A report that was made from a journal has no entry of a check that was not begun. */
function allPassed({ verify = [] }: Pick<Plan, 'verify'>, entries: readonly ReportStep[]): boolean {
  const passed = entries.filter(({ status }) => status === 'succeeded')
  return verify.length > 0 && passed.length === verify.length
}

/** What `verify` says after the steps, where not all of it has passed. */
function notProven(
  after: readonly ReportStep[],
  ended: 'cancelled' | 'failed',
): ReportNode['outcome'] {
  const bad = after.find(({ status }) => status !== 'succeeded')
  // A check that could not be asked says nothing of a node on which something was done.
  if (bad?.status === 'failed') return bad.executed === 'yes' ? 'not_fixed' : 'unknown'
  return bad?.status === 'cancelled' ? 'cancelled' : ended
}

/** Why the outcome is not a good one: the error that a person has to know first. */
export function decidingError(
  outcome: ReportNode['outcome'],
  steps: readonly ReportStep[],
): ReportError | undefined {
  if (GOOD.has(outcome)) return undefined
  const wrong = steps.filter(({ error }) => error !== undefined)
  const of = (phase: FlowPhase) => wrong.filter((step) => phaseOf(step) === phase)
  const unknown = wrong.find(({ status }) => status === 'unknown')
  // The last step that failed is the one that no failure before it stopped.
  const order = [unknown, of('undo')[0], of('after')[0], of('do').at(-1), of('preflight')[0]]
  return [...order, of('before')[0]].find((step) => step !== undefined)?.error
}

/** The run's status and exit status from its nodes' outcomes. */
export function runStatus(
  nodes: readonly ReportNode[],
  cancelled: boolean,
): { status: RunReport['status']; exit_status: number } {
  const statuses: (keyof typeof EXIT & RunReport['status'])[] = nodes.map(({ outcome, good }) =>
    good ? 'good' : outcome === 'unknown' || outcome === 'cancelled' ? outcome : 'failed',
  )
  if (cancelled) statuses.push('cancelled')
  const exit_status = Math.max(EXIT.good, ...statuses.map((status) => EXIT[status]))
  // An exit status of 6 may hide unknown outcomes; the counts in the report name them.
  const status = statuses.find((one) => EXIT[one] === exit_status) ?? 'good'
  return { status, exit_status }
}

/** How many nodes ended how. */
export function countNodes(nodes: readonly ReportNode[]): RunReport['counts'] {
  const count = (test: (node: ReportNode) => boolean): number => nodes.filter(test).length
  const unknown = count(({ outcome }) => outcome === 'unknown')
  const cancelled = count(({ outcome }) => outcome === 'cancelled')
  const untouched = count(({ outcome }) => outcome === 'untouched')
  const good = count((node) => node.good)
  return {
    nodes: nodes.length,
    good,
    failed: nodes.length - good - unknown - cancelled - untouched,
    unknown,
    cancelled,
    untouched,
  }
}
