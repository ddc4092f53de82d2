/** One use of an action on a node, and what the run of the node knows while it goes on. */
import type { PlanNode, PlanStep, ReportStep } from '../../protocol/types.gen.ts'
import type { ExpressionContext } from '../../runbook/value.ts'
import type { NodeRunInit } from '../node-run.ts'
import type { FlowPhase } from '../plan-calls.ts'

/** The run of one node. */
export interface NodeFlow {
  readonly init: NodeRunInit
  readonly node: PlanNode
  readonly signal: AbortSignal
  /** The next number of a file of this step in the record, from one: it counts on over phases and iterations. */
  readonly nextFile: (step: string) => number
  readonly sawHostKey: (sha256: string) => void
}

/** How earlier steps of the same list have ended, by step id. */
export type Outputs = Record<string, StepValue>
export type StepValue = NonNullable<ExpressionContext['steps']>[string] & {
  readonly status: string
}

export interface Call {
  readonly step: PlanStep
  readonly phase: FlowPhase
  /** One-based; more than 1 only where the step has a list. */
  readonly iteration: number
  readonly values: { readonly steps: Outputs; readonly item?: unknown }
  /** Asked after a try that failed: whether that was the only one, because the node is out of reach or time is short. */
  readonly onlyOnce?: () => boolean
}

/** The call's place in a report. */
export function entryOf({
  step,
  phase,
  iteration,
  values,
}: Call): Pick<ReportStep, 'id' | 'action' | 'phase' | 'iteration'> {
  return { ...placeOf(step, phase), ...('item' in values ? { iteration } : {}) }
}

/** A step to which the node's run did not come; `why` where that does not show elsewhere. */
export function notRun(step: PlanStep, phase: FlowPhase, why?: string): ReportStep {
  return {
    ...placeOf(step, phase),
    status: 'not_run',
    executed: 'no',
    ...(why === undefined ? {} : { warnings: [why] }),
  }
}

/** A step without a phase in a report is one of the runbook's steps. */
export function phaseOf({ phase = 'do' }: Pick<ReportStep, 'phase'>): FlowPhase {
  return phase
}

function placeOf(step: PlanStep, phase: FlowPhase) {
  return { id: step.id, action: step.action, ...(phase === 'do' ? {} : { phase }) }
}
