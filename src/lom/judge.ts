/** A draft to a plan with its hash, or to a refusal: every gate of the policy looks at it. */
import { problem, sortProblems } from '../document/diagnostic.ts'
import { canonicalSha256 } from '../protocol/envelope.ts'
import type { Plan, Problem, Request } from '../protocol/types.gen.ts'
import type { Draft } from './plan.ts'
import { fewestTargets } from './plan-runbook-calls.ts'
import { checkGates } from './policy.ts'
import type { Project } from './project.ts'

export type PlanResult =
  | { readonly kind: 'plan'; readonly plan: Plan; readonly planHash: string }
  | {
      readonly kind: 'refused'
      readonly plan: Plan
      readonly planHash: string
      readonly problems: readonly Problem[]
    }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }

export interface JudgeInit {
  readonly request: Request
  readonly project: Pick<Project, 'policy'>
  readonly circumstances: Circumstances
}

/** What is true when a request is judged, and is said neither by it nor by the project. */
export interface Circumstances {
  /** RFC 3339. */
  readonly now: string
}

/** Policy comes last and looks at the whole plan, so that a refusal shows what was refused. */
export function judgeDraft(
  { planned, subject }: Draft,
  { request, project, circumstances }: JudgeInit,
): PlanResult {
  const { policy } = project
  if (policy.kind === 'problems') {
    const message = 'the policy in rune.yaml cannot be read, so nothing is allowed'
    const gates: Plan['gates'] = [{ gate: 'policy', verdict: 'refused', reason: message }]
    const refused = problem({
      kind: 'policy-unavailable',
      rule: 'policy',
      message,
      file: 'rune.yaml',
    })
    return refusedPlan({ ...planned, gates }, [refused, ...policy.problems])
  }
  const max = fewestTargets(subject)
  const { actor, triggering_actor: presser } = request
  const gates = checkGates(planned, {
    policy: policy.policy,
    actors: presser === undefined || presser === actor ? [actor] : [actor, presser],
    trigger: request.trigger,
    now: circumstances.now,
    ...(max === undefined ? {} : { runbookMax: max }),
  })
  const plan: Plan = { ...planned, gates }
  const problems = gates
    .filter(({ verdict }) => verdict === 'refused')
    .map(({ gate, reason = '' }) =>
      problem({ kind: 'policy-denied', rule: gate, message: reason, file: 'rune.yaml' }),
    )
  if (problems.length) return refusedPlan(plan, problems)
  return { kind: 'plan', plan, planHash: canonicalSha256(plan) }
}

function refusedPlan(plan: Plan, problems: readonly Problem[]): PlanResult {
  return {
    kind: 'refused',
    plan,
    planHash: canonicalSha256(plan),
    problems: sortProblems(problems),
  }
}
