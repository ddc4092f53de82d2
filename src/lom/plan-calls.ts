/** Everything that a plan may start, in the order in which a node meets it. Pure. */
import type { Plan, PlanCall, PlanStep, ReportStep } from '../protocol/types.gen.ts'
import { resolveValue } from '../runbook/evaluate.ts'

/** Where in a node's run something is started; part of the key of a launch. */
export type FlowPhase = NonNullable<ReportStep['phase']>

/** A check is no part of what a plan starts. */
export const PHASES = [
  'preflight',
  'before',
  'do',
  'after',
  'undo',
  'evidence',
] as const satisfies readonly FlowPhase[]

export type Lists = Pick<Plan, 'preflight' | 'verify' | 'steps' | 'evidence'>

export interface PlannedLaunch {
  readonly phase: FlowPhase
  readonly step: PlanStep
}

/** What the phase may start. Steps are undone last one first. */
export function launchesOf(plan: Lists, phase: FlowPhase): readonly PlanStep[] {
  switch (phase) {
    case 'preflight':
      return plan.preflight ?? []
    case 'before':
    case 'after':
      return plan.verify ?? []
    case 'do':
      return plan.steps
    case 'undo':
      return plan.steps.flatMap(({ undo }) => undo ?? []).reverse()
    case 'evidence':
      return plan.evidence ?? []
    case 'check':
      return []
  }
}

/** A step with `for-each` is here once; how often it is run shows on the node. */
export function plannedLaunches(plan: Lists): PlannedLaunch[] {
  return PHASES.flatMap((phase) => launchesOf(plan, phase).map((step) => ({ phase, step })))
}

/** Each use of an action once: `verify` is run twice and reviewed once. */
export function callsOf(plan: Lists): PlanCall[] {
  return plannedLaunches(plan).flatMap(({ phase, step }) => (phase === 'after' ? [] : [step]))
}

/** Each action once for each lock and account that it is used with: what a node has to be ready for. */
export function checksOf(plan: Lists): PlanCall[] {
  const distinct = new Map<string, PlanCall>()
  for (const call of callsOf(plan)) {
    const { action, become, lock = '' } = call
    const key = JSON.stringify([action, become, lock])
    if (!distinct.has(key)) distinct.set(key, call)
  }
  return [...distinct.values()]
}

/** As the journal names them before anything is begun. */
export function plannedSteps(plan: Lists): Pick<ReportStep, 'id' | 'action' | 'phase'>[] {
  return plannedLaunches(plan).map(({ phase, step: { id, action } }) => ({ id, action, phase }))
}

/** How many entries the list of a step has; undefined where only a node knows. */
export function listLength(
  { params }: Pick<Plan, 'params'>,
  { for_each }: Pick<PlanStep, 'for_each'>,
): number | undefined {
  const list = resolveValue(for_each, { inputs: params })
  return list.kind === 'value' && Array.isArray(list.value) ? list.value.length : undefined
}
