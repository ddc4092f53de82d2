/** Takes back what was done on a node, the last thing first. */
import type { Plan, ReportStep } from '../../protocol/types.gen.ts'
import { runCall } from '../step-run.ts'
import { type Call, entryOf, type NodeFlow, type Outputs } from './call.ts'
import type { Checked } from './checks.ts'
import type { Ran, StepsDone } from './steps.ts'

/**
 * Whether anything is to be undone: a step that says so has failed, or the steps did not help and one of those that ran
 * says so. Never where a launch may still be going on, and not in a dry run, which has changed nothing.
 */
export function wantsUndo(plan: Plan, { ran, undo }: StepsDone, after: Checked): boolean {
  if (plan.dry_run || after.entries.some(({ status }) => status === 'unknown')) return false
  const notFixed = after.entries.some(
    ({ status, executed }) => status === 'failed' && executed === 'yes',
  )
  return undo || (notFixed && ran.some(({ call }) => call.step.on_failure === 'undo'))
}

/** Each entry's `undo`, in reverse order, up to the first that does not succeed: what comes before builds on it. */
export async function runUndo(
  flow: NodeFlow,
  { ran, outputs }: Pick<StepsDone, 'ran' | 'outputs'>,
): Promise<ReportStep[]> {
  const entries: ReportStep[] = []
  const alive = ran.find(({ groupGone }) => groupGone === false)
  let why = alive && `not undone: processes of ${alive.call.step.id} are still running`
  for (const one of ran.toReversed()) {
    const call = undoOf(one, outputs)
    if (call === undefined) continue
    if (flow.signal.aborted) why ??= 'not undone: the run was cancelled'
    if (why !== undefined) {
      entries.push({ ...entryOf(call), status: 'not_run', executed: 'no', warnings: [why] })
      continue
    }
    const { entry } = await runCall(flow, call)
    entries.push(entry)
    if (entry.status !== 'succeeded') why = `not undone: undoing ${entry.id} did not succeed`
  }
  return entries
}

/** It sees all that the steps gave, and what its own step gave also where that was not what was expected. */
function undoOf({ call, entry }: Ran, outputs: Outputs): Call | undefined {
  const { step, iteration, values } = call
  if (step.undo === undefined) return undefined
  const single = !('item' in values) && entry.output !== undefined
  const { status, output = {} } = entry
  const own = single ? { [step.id]: { ...outputs[step.id], status, output } } : {}
  const steps: Outputs = { ...outputs, ...own }
  return { step: step.undo, phase: 'undo', iteration, values: { ...values, steps } }
}
