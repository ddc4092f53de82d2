/** A list of checks on one node: preflight, or `verify` before or after the steps. */
import type { PlanStep, ReportStep } from '../../protocol/types.gen.ts'
import { launchesOf } from '../plan-calls.ts'
import { runCall } from '../step-run.ts'
import { type NodeFlow, notRun, type Outputs } from './call.ts'
import { isFinding } from './failure.ts'

export interface Checked {
  readonly entries: readonly ReportStep[]
  /** stopped: whether the node is as it should be cannot be told. */
  readonly verdict: 'passed' | 'not-passed' | 'stopped'
}

/** Asks one check after the other up to the first that does not pass: later ones may use what earlier ones gave. */
export async function runChecks(
  flow: NodeFlow,
  phase: 'preflight' | 'before' | 'after',
): Promise<Checked> {
  const entries: ReportStep[] = []
  const steps: Outputs = {}
  let verdict: Checked['verdict'] = 'passed'
  for (const step of launchesOf(flow.init.plan, phase)) {
    if (flow.signal.aborted && verdict === 'passed') verdict = 'stopped'
    if (verdict !== 'passed') {
      entries.push(notRun(step, phase))
      continue
    }
    const asked = phase === 'after' ? step : askedOnce(step)
    const done = await runCall(flow, { step: asked, phase, iteration: 1, values: { steps } })
    entries.push(done.entry)
    const { status, output = {} } = done.entry
    if (status === 'succeeded') steps[step.id] = { status, output }
    else verdict = isFinding(done.entry) ? 'not-passed' : 'stopped'
  }
  return { entries, verdict }
}

/** What is waited for after the steps is no reason to wait before them. */
function askedOnce({ until: _, ...step }: PlanStep): PlanStep {
  return step
}
