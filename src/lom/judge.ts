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
import { fewestTargets } from './plan-runbook-calls.ts'
import {
  type ApprovalFacts,
  approvalRefusals,
  approvals,
  reportApprovals,
} from './policy/approvals.ts'
import type { Ref } from './policy/refs.ts'
import type { Teams } from './policy/who.ts'
import { checkGates, type Facts, kindOfGate, type Planned, type Policy } from './policy.ts'
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
      /** By which it was allowed, so that it can be judged again. */
      readonly facts: Facts
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
  /** Who is in which team; left out: not known here. */
  readonly teams?: Teams
  /** Where the workflow was started from; left out: not known, or not by a workflow. */
  readonly ref?: Ref
  /** RFC 3339: when the workflow run was created, as GitHub says; left out: not known. */
  readonly requestedAt?: string
  /** Nobody has asked yet: it is shown what a change of the files would allow. */
  readonly preview?: boolean
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
  const facts = factsOf(subject, request, policy.policy, circumstances)
  const { gates, breakGlass } = checkGates(planned, facts)
  const plan: Plan = {
    ...planned,
    gates,
    ...(breakGlass === undefined ? {} : { break_glass: breakGlass }),
  }
  const provenance = provenanceOf(planned, facts, circumstances)
  const problems = refusals(gates, planned, facts)
  if (problems.length) return { ...refusedPlan(plan, problems), provenance }
  return { kind: 'plan', plan, planHash: canonicalSha256(plan), facts, provenance }
}

function provenanceOf(
  planned: Planned,
  facts: Facts,
  { earlierRuns, environmentApprovals }: Circumstances,
): Provenance {
  return {
    ...reportApprovals(planned, facts),
    ...(earlierRuns?.length ? { earlier_runs: [...earlierRuns] } : {}),
    ...(environmentApprovals?.length ? { environment_approvals: [...environmentApprovals] } : {}),
  }
}

/** Each gate that refuses, as problems: a missing approval is none of rune.yaml. */
export function refusals(gates: Plan['gates'], planned: Planned, facts: Facts): Problem[] {
  return gates
    .filter(({ verdict }) => verdict === 'refused')
    .flatMap(({ gate, reason = '' }) => {
      const found =
        gate === approvals.name
          ? approvalRefusals(planned, facts)
          : [{ kind: kindOfGate(gate), message: reason }]
      return found.map(({ kind, message }) =>
        problem({
          kind,
          rule: gate,
          message,
          ...(gate === approvals.name ? {} : { file: 'rune.yaml' }),
        }),
      )
    })
}

/** Everybody who takes part in starting a run. */
export function actorsOf({
  actor,
  triggering_actor: presser,
}: Pick<Request, 'actor' | 'triggering_actor'>): readonly string[] {
  return presser === undefined || presser === actor ? [actor] : [actor, presser]
}

function factsOf(
  subject: Draft['subject'],
  request: Request,
  policy: Policy,
  { now, ...circumstances }: Circumstances,
): Facts {
  const { trigger, reason, ticket } = request
  const max = fewestTargets(subject)
  return {
    ...circumstances,
    policy,
    actors: actorsOf(request),
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

function refusedPlan(plan: Plan, problems: readonly Problem[]) {
  return {
    kind: 'refused' as const,
    plan,
    planHash: canonicalSha256(plan),
    problems: sortProblems(problems),
  }
}
