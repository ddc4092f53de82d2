/** Everything that a plan may start, in the order in which a node meets it. Pure. */
import type {
  Plan,
  PlanCall,
  PlanRunbookCall,
  PlanStep,
  ReportStep,
} from '../protocol/types.gen.ts'
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

/** The inputs that expressions of a step mean: those of the run, or of the call that it belongs to. */
export function inputsOf(
  { params, calls = [] }: Pick<Plan, 'params' | 'calls'>,
  call: string | undefined,
): Plan['params'] {
  return call === undefined ? params : (calls.find(({ id }) => id === call)?.params ?? {})
}

/** The names of the runbooks that a call of the plan belongs to, the outermost one first. */
export function runbooksOf(
  { runbook, calls = [] }: Pick<Plan, 'runbook' | 'calls'>,
  { call }: Pick<PlanCall, 'call'>,
): string[] {
  const names = callsAround({ calls }, call === undefined ? {} : { call }).map(({ name }) => name)
  return runbook === undefined ? names : [runbook.name, ...names]
}

/** The calls that a step belongs to, the outermost one first. */
export function callsAround(
  { calls = [] }: Pick<Plan, 'calls'>,
  { call }: Pick<PlanCall, 'call'>,
): PlanRunbookCall[] {
  const around: PlanRunbookCall[] = []
  for (let at = call; at !== undefined; at = around[0]?.outer) {
    const one = calls.find(({ id }) => id === at)
    if (one === undefined) break
    around.unshift(one)
  }
  return around
}

/** How many entries the list of a step has; undefined where only a node knows. */
export function listLength(
  plan: Pick<Plan, 'params' | 'calls'>,
  { for_each, call }: Pick<PlanStep, 'for_each' | 'call'>,
): number | undefined {
  const list = resolveValue(for_each, { inputs: inputsOf(plan, call) })
  return list.kind === 'value' && Array.isArray(list.value) ? list.value.length : undefined
}

/** The effects of all of them, each once, in the plan's order. */
export function effectsOf(plan: Lists): PlanCall['effect'][] {
  return [...new Set(callsOf(plan).map(({ effect }) => effect))]
}
