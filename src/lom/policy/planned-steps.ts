/** What of a plan is judged: every action that it may start on a node, whatever it is for. */
import type { PlanStep } from '../../protocol/types.gen.ts'
import type { Planned } from '../policy.ts'

type Effect = PlanStep['effect']

/** The one place that knows where actions stand in a plan, so that no gate can forget one. */
export function plannedSteps(plan: Pick<Planned, 'steps'>): readonly PlanStep[] {
  return plan.steps
}

/** Each once, in the plan's order. */
export function plannedEffects(plan: Pick<Planned, 'steps'>): readonly Effect[] {
  return [...new Set(plannedSteps(plan).map(({ effect }) => effect))]
}
