/** A draft to a plan with its hash, or to a refusal: every gate of the policy looks at it. */
import { problem, sortProblems } from '../document/diagnostic.ts'
import { canonicalSha256 } from '../protocol/envelope.ts'
import type { Plan, Problem, Request } from '../protocol/types.gen.ts'
import type { Draft } from './plan.ts'
import type { Ref } from './policy/refs.ts'
import type { Teams } from './policy/who.ts'
import { checkGates, type Facts, kindOfGate, type Policy } from './policy.ts'
import type { Project } from './project.ts'

export type PlanResult =
  | {
      readonly kind: 'plan'
      readonly plan: Plan
      readonly planHash: string
      /** By which it was allowed, so that it can be judged again. */
      readonly facts: Facts
    }
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
  /** Who is in which team; left out: not known here. */
  readonly teams?: Teams
  /** Where the workflow was started from; left out: not known, or not by a workflow. */
  readonly ref?: Ref
  /** RFC 3339: when the workflow run was created, as GitHub says; left out: not known. */
  readonly requestedAt?: string
  /** Nobody has asked yet: it is shown what a change of the files would allow. */
  readonly preview?: boolean
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
  const facts = factsOf(subject, request, policy.policy, circumstances)
  const { gates, breakGlass } = checkGates(planned, facts)
  const plan: Plan = {
    ...planned,
    gates,
    ...(breakGlass === undefined ? {} : { break_glass: breakGlass }),
  }
  const problems = refusals(gates)
  if (problems.length) return refusedPlan(plan, problems)
  return { kind: 'plan', plan, planHash: canonicalSha256(plan), facts }
}

/** Each gate that refuses, as a problem of rune.yaml. */
export function refusals(gates: Plan['gates']): Problem[] {
  return gates
    .filter(({ verdict }) => verdict === 'refused')
    .map(({ gate, reason = '' }) =>
      problem({ kind: kindOfGate(gate), rule: gate, message: reason, file: 'rune.yaml' }),
    )
}

function factsOf(
  { runbook }: Draft['subject'],
  request: Request,
  policy: Policy,
  { now, ...circumstances }: Circumstances,
): Facts {
  const { actor, triggering_actor: presser, trigger, reason, ticket } = request
  const max = runbook?.declaration.targets?.max
  return {
    ...circumstances,
    policy,
    actors: presser === undefined || presser === actor ? [actor] : [actor, presser],
    trigger,
    now,
    receivedAt: request.received_at,
    ...(request.break_glass
      ? {
          breakGlass: {
            ...(reason === undefined ? {} : { reason }),
            ...(ticket === undefined ? {} : { ticket }),
          },
        }
      : {}),
    ...(max === undefined ? {} : { runbookMax: max }),
  }
}

function refusedPlan(plan: Plan, problems: readonly Problem[]): PlanResult {
  return {
    kind: 'refused',
    plan,
    planHash: canonicalSha256(plan),
    problems: sortProblems(problems),
  }
}
