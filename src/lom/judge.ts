/** A draft to a plan with its hash, or to a refusal: every gate of the policy looks at it. */
import { problem, sortProblems } from '../document/diagnostic.ts'
import { canonicalSha256 } from '../protocol/envelope.ts'
import type {
  EarlierRun,
  EnvironmentApproval,
  Plan,
  Problem,
  Request,
  RunReport,
} from '../protocol/types.gen.ts'
import type { Draft } from './plan.ts'
import { type ApprovalFacts, reportApprovals } from './policy/approvals.ts'
import { checkGates, type Facts, refusalsOf } from './policy.ts'
import type { Project } from './project.ts'

/** What the record keeps of where the content came from and who asked for the same before. */
export type Provenance = Pick<
  RunReport,
  'approval_source' | 'approvals' | 'earlier_runs' | 'environment_approvals'
>

export type PlanResult =
  | {
      readonly kind: 'plan'
      readonly plan: Plan
      readonly planHash: string
      readonly provenance?: Provenance
    }
  | {
      readonly kind: 'refused'
      readonly plan: Plan
      readonly planHash: string
      readonly provenance?: Provenance
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
  /** Left out: there is nowhere to read them. */
  readonly approvals?: ApprovalFacts
  /** Workflow runs under the same correlation id, newest first. */
  readonly earlierRuns?: readonly EarlierRun[]
  /** Recorded; no gate looks at them. */
  readonly environmentApprovals?: readonly EnvironmentApproval[]
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
    const failed = circumstances.approvals
    // Where GitHub could not be asked for the policy, that is what is wrong.
    const problems =
      failed?.source === 'failed'
        ? failed.faults.map(({ kind, message }) => problem({ kind, rule: 'policy', message }))
        : [refused, ...policy.problems]
    return refusedPlan({ ...planned, gates }, problems)
  }
  const max = subject.runbook?.declaration.targets?.max
  const { actor, triggering_actor: presser } = request
  const { now, approvals, earlierRuns, environmentApprovals } = circumstances
  const facts: Facts = {
    policy: policy.policy,
    actors: presser === undefined || presser === actor ? [actor] : [actor, presser],
    trigger: request.trigger,
    now,
    ...(max === undefined ? {} : { runbookMax: max }),
    ...(approvals === undefined ? {} : { approvals }),
    ...(earlierRuns === undefined ? {} : { earlierRuns }),
  }
  const gates = checkGates(planned, facts)
  const plan: Plan = { ...planned, gates }
  const provenance: Provenance = {
    ...reportApprovals(planned, facts),
    ...(earlierRuns?.length ? { earlier_runs: [...earlierRuns] } : {}),
    ...(environmentApprovals?.length ? { environment_approvals: [...environmentApprovals] } : {}),
  }
  const problems = refusalsOf(gates, planned, facts).map(({ gate, kind, message }) =>
    problem({
      kind,
      rule: gate,
      message,
      ...(kind === 'policy-denied' ? { file: 'rune.yaml' } : {}),
    }),
  )
  if (problems.length) return { ...refusedPlan(plan, problems), provenance }
  return { kind: 'plan', plan, planHash: canonicalSha256(plan), provenance }
}

function refusedPlan(plan: Plan, problems: readonly Problem[]) {
  return {
    kind: 'refused' as const,
    plan,
    planHash: canonicalSha256(plan),
    problems: sortProblems(problems),
  }
}
