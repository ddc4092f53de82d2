/** What expressions give on a node: conditions, lists, parameters, and what is expected of an output. */
import { type Fault, fault } from '../../protocol/errors.ts'
import type { PlanNode, PlanStep } from '../../protocol/types.gen.ts'
import { resolveValue } from '../../runbook/evaluate.ts'
import type { ExpressionContext } from '../../runbook/value.ts'
import type { NodeRunInit } from '../node-run.ts'
import { inputsOf } from '../plan-calls.ts'
import type { Call, NodeFlow } from './call.ts'

export type Value<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'wrong'; readonly problem: Fault }

export type Surroundings = Pick<ExpressionContext, 'steps' | 'item' | 'output'>

/** The run and the node that expressions are resolved for. */
export interface Resolver {
  readonly init: Pick<NodeRunInit, 'plan' | 'runId' | 'correlationId'>
  readonly node: PlanNode
}

/** What stands under `key` of the step, resolved once; the fault names the place of what has no value. */
export function resolveOn(
  { init, node }: Resolver,
  step: Pick<PlanStep, 'id' | 'call'>,
  [key, template]: readonly [key: string, template: unknown],
  surroundings: Surroundings,
): Value<unknown> {
  const { plan, runId, correlationId } = init
  const resolved = resolveValue(template, {
    inputs: inputsOf(plan, step.call),
    node: { name: node.name, labels: node.labels, vars: node.vars ?? {} },
    run: { id: runId, correlation_id: correlationId, dry_run: plan.dry_run },
    ...surroundings,
    ...(surroundings.steps === undefined ? {} : { steps: stepsIn(step.call, surroundings.steps) }),
  })
  if (resolved.kind === 'value') return resolved
  const where = ({ pointer, at }: { readonly pointer: string; readonly at: number }): string =>
    `${key}${pointer.replaceAll('/', '.')}, character ${at + 1}`
  const problems = resolved.problems.map((one) => `${where(one)}: ${one.message}`)
  return wrong('expression-invalid', step, problems.join('; '))
}

/** The steps of a called runbook under the ids that it gives them, and no others. */
function stepsIn<T>(
  call: string | undefined,
  steps: Readonly<Record<string, T>>,
): Record<string, T> {
  if (call === undefined) return { ...steps }
  const own = Object.entries(steps).filter(([id]) => id.startsWith(`${call}.`))
  return Object.fromEntries(own.map(([id, value]) => [id.slice(call.length + 1), value]))
}

/** A condition, which is true or false and nothing else. */
export function conditionOf(
  flow: Resolver,
  step: Pick<PlanStep, 'id' | 'call'>,
  [key, template]: readonly [key: 'if' | 'expect', template: string],
  surroundings: Surroundings,
): Value<boolean> {
  const found = resolveOn(flow, step, [key, template], surroundings)
  if (found.kind === 'wrong') return found
  const { value } = found
  if (typeof value === 'boolean') return { kind: 'value', value }
  return wrong('expression-invalid', step, `${key} gives a ${typeof value}, expected true or false`)
}

/** The parameters of a call, as its action checks them. */
export function parametersOf(flow: NodeFlow, call: Call): Value<Record<string, unknown>> {
  const { step, values } = call
  const found = resolveOn(flow, step, ['with', step.input], values)
  if (found.kind === 'wrong') return found
  const [issue] = flow.init.inputCheck(step.action)(found.value)
  if (issue) return wrong('param-invalid', step, `${issue.pointer || '/'}: ${issue.message}`)
  return { kind: 'value', value: found.value as Record<string, unknown> }
}

const ENTRIES_AT_MOST = 100

/** The entries for which a step is run. */
export function entriesOf(
  flow: NodeFlow,
  step: PlanStep,
  surroundings: Surroundings,
): Value<readonly unknown[]> {
  const found = resolveOn(flow, step, ['for-each', step.for_each], surroundings)
  if (found.kind === 'wrong') return found
  const { value } = found
  if (!Array.isArray(value))
    return wrong('expression-invalid', step, `for-each gives a ${typeof value}, expected a list`)
  if (value.length <= ENTRIES_AT_MOST) return { kind: 'value', value }
  const message = `for-each gives ${value.length} entries, expected at most ${ENTRIES_AT_MOST}`
  return wrong('expression-invalid', step, message)
}

function wrong(
  kind: 'expression-invalid' | 'param-invalid',
  { id }: Pick<PlanStep, 'id'>,
  message: string,
): { readonly kind: 'wrong'; readonly problem: Fault } {
  return { kind: 'wrong', problem: fault(kind, `step ${id}: ${message}`, { phase: 'plan' }) }
}
