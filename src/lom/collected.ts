/** A node's result with what was learned about it later. Pure. */
import type { Plan, ReportNode, ReportStep } from '../protocol/types.gen.ts'
import { phaseOf } from './flow/call.ts'
import { judged } from './flow/expect.ts'
import type { OpenLaunch } from './open-launches.ts'
import { decidingError, nodeOutcome } from './outcome.ts'
import { type FlowPhase, listLength, PHASES } from './plan-calls.ts'

/** The node with this step in place of what was known of it, judged anew: what did not run then has not run now. */
export function withCollected(node: ReportNode, step: ReportStep, plan: Plan): ReportNode {
  const known = node.steps.some((one) => isSame(one, step))
  const steps = known
    ? node.steps.map((one) => (isSame(one, step) ? step : one))
    : [...node.steps, step].sort((a, b) => rank(a) - rank(b))
  const { error: _, ...rest } = node
  const outcome = nodeOutcome(plan, withOpenLists(plan, steps), { cancelled: true })
  const error = decidingError(outcome.outcome, steps)
  return { ...rest, ...outcome, steps, ...(error === undefined ? {} : { error }) }
}

/**
 * What an answer that came later means for its step. `expect` is asked of it as far as it can be: what earlier steps
 * gave is not known any more, and what cannot be judged has not passed.
 */
export function judgedLater(
  { plan, runId, correlationId }: { plan: Plan; runId: string; correlationId: string },
  { node, step, phase }: OpenLaunch,
  report: ReportStep,
): ReportStep {
  const planned = plan.nodes.find(({ name }) => name === node)
  if (planned === undefined) return report
  const init = { plan, runId, correlationId }
  const found = judged({ init, node: planned }, step, {}, report)
  // It would have been asked again, so this one answer is not how it ended.
  const polled = phase === 'after' && 'until' in step && found.status === 'failed'
  return polled && found.executed === 'yes' ? { ...found, status: 'cancelled' } : found
}

/** A journal has no entry of a list's entries that were not begun: where there may be more, one more counts as not run. */
function withOpenLists(plan: Plan, steps: readonly ReportStep[]): readonly ReportStep[] {
  const begun = (one: ReportStep): boolean => one.status !== 'not_run' && one.status !== 'unknown'
  const open = plan.steps.flatMap((step, index) => {
    if (step.for_each === undefined) return []
    const later = new Set(plan.steps.slice(index + 1).map(({ id }) => id))
    const followed = steps.some((one) => {
      const phase = phaseOf(one)
      return begun(one) && (phase === 'do' ? later.has(one.id) : AFTER_STEPS.has(phase))
    })
    const own = steps.filter((one) => one.id === step.id && phaseOf(one) === 'do')
    const whole = followed || own.length === listLength(plan, step)
    const more: ReportStep = { id: step.id, action: step.action, status: 'not_run', executed: 'no' }
    return whole ? [] : [more]
  })
  return [...steps, ...open]
}

const AFTER_STEPS: ReadonlySet<FlowPhase> = new Set(['after', 'undo', 'evidence'])

function isSame(a: ReportStep, b: ReportStep): boolean {
  return a.id === b.id && phaseOf(a) === phaseOf(b) && (a.iteration ?? 1) === (b.iteration ?? 1)
}

const ORDER: readonly FlowPhase[] = PHASES
const rank = (step: ReportStep): number => ORDER.indexOf(phaseOf(step))
