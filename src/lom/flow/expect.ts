/** Whether a step that succeeded gave what is expected of it: its action may have done its work, and it fails all the same. */
import { errorSummary } from '../../protocol/eps-message.ts'
import { type Fault, fault } from '../../protocol/errors.ts'
import type { PlanStep, ReportStep } from '../../protocol/types.gen.ts'
import { conditionOf, type Resolver, type Surroundings } from './values.ts'

/** The report of a try as it was, or failed where `expect` does not hold. What cannot be judged does not hold. */
export function judged(
  flow: Resolver,
  step: PlanStep,
  surroundings: Surroundings,
  report: ReportStep,
): ReportStep {
  if (step.expect === undefined || report.status !== 'succeeded') return report
  const { output = {} } = report
  const held = conditionOf(flow, step, ['expect', step.expect], { ...surroundings, output })
  if (held.kind === 'value' && held.value) return report
  const problem: Fault =
    held.kind === 'wrong'
      ? { ...held.problem, executed: 'yes', phase: 'output' }
      : fault(
          'expectation-failed',
          `step ${step.id}: ${step.action} answered${saidIn(output)}, and of its output this is not true: ${step.expect}`,
          { phase: 'output' },
        )
  return { ...report, status: 'failed', error: errorSummary(problem, step.action) }
}

/** What the action found, in its own words: without them a person only reads what was hoped for. */
function saidIn({ message }: Record<string, unknown>): string {
  return typeof message === 'string' && message !== '' ? ` "${message.slice(0, 300)}"` : ''
}
