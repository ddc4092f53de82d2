/** An admitted run under the policy as it is now: what was allowed when it began may not be any more. */
import { type Fault, fault } from '../protocol/errors.ts'
import type { Plan, PlanStep } from '../protocol/types.gen.ts'
import { clockRefusal } from './policy/clock.ts'
import { checkGates, type Facts, type PolicyResult } from './policy.ts'

/** Before a step starts: only what time and a switch may shut. */
export function refuseStep(
  step: PlanStep,
  policy: PolicyResult,
  { admitted, now }: { readonly admitted: Facts; readonly now: string },
): Fault | undefined {
  if (policy.kind === 'problems') return unreadable(policy)
  const reason = clockRefusal(step.effect, { ...admitted, policy: policy.policy, now })
  if (reason === undefined) return undefined
  return refusal(`${step.action} (${step.effect}) was not started: ${reason}`)
}

/** Before a batch: the whole plan, by every gate. */
export function refusePlan(
  plan: Plan,
  policy: PolicyResult,
  { admitted, now }: { readonly admitted: Facts; readonly now: string },
): Fault | undefined {
  if (policy.kind === 'problems') return unreadable(policy)
  const { gates } = checkGates(plan, { ...admitted, policy: policy.policy, now })
  const reasons = gates.flatMap(({ gate, verdict, reason }) =>
    verdict === 'refused' ? [`${gate}: ${reason}`] : [],
  )
  if (reasons.length === 0) return undefined
  return refusal(`the policy does not allow the rest of the run any more: ${reasons.join('; ')}`)
}

const MESSAGE_AT_MOST = 2000

function refusal(message: string): Fault {
  return fault('policy-denied', message.slice(0, MESSAGE_AT_MOST), { phase: 'policy' })
}

function unreadable({ problems }: Extract<PolicyResult, { kind: 'problems' }>): Fault {
  const why = problems[0] === undefined ? '' : `: ${problems[0].message}`
  const message = `the policy in rune.yaml can no longer be read${why}; nothing more is started`
  return fault('policy-unavailable', message.slice(0, MESSAGE_AT_MOST), { phase: 'policy' })
}
