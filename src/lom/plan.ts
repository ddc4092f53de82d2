/** A request and a project to a plan: what a run will do, as pure data with a hash, before anything is connected to. */
import { problem, sortProblems } from '../document/diagnostic.ts'
import { canonicalSha256 } from '../protocol/envelope.ts'
import { issuesOf } from '../protocol/schemas.ts'
import type { Plan, PlanStep, Problem, Request } from '../protocol/types.gen.ts'
import { allowedFailures, batchSizes } from './batches.ts'
import { planSteps } from './plan-steps.ts'
import { missingVars } from './plan-vars.ts'
import { checkGates, type Planned } from './policy.ts'
import type { Project } from './project.ts'
import { typeParams } from './request.ts'
import { findSubject, type Subject } from './subject.ts'
import { planTargets } from './targets.ts'

export type PlanResult =
  | { readonly kind: 'plan'; readonly plan: Plan; readonly planHash: string }
  | {
      readonly kind: 'refused'
      readonly plan: Plan
      readonly planHash: string
      readonly problems: readonly Problem[]
    }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }

const CONCURRENCY = 64
const STRENGTH = ['read', 'change', 'destructive'] as const

/** The same request and content give the same plan and hash. Every problem of a stage is reported. */
export function planRequest(request: Request, project: Project): PlanResult {
  const wrong = issuesOf('request', request)
  if (wrong.length) {
    return invalid(
      wrong.map(({ pointer, message }) =>
        problem({
          kind: 'request-invalid',
          rule: 'request',
          message: `${pointer || '/'}: ${message}`,
        }),
      ),
    )
  }
  const found = findSubject(request, project)
  if (found.kind === 'problems') return invalid(found.problems)
  const { subject } = found
  const typed = typeParams(request.params, subject.inputs, subject.checkInputs)
  if (typed.kind === 'problems') return invalid(typed.problems)
  const steps = planSteps(subject, project.registry, typed.params)
  const targets = planTargetsOf(request, project, subject)
  if (steps.kind === 'problems' || targets.kind === 'problems') {
    return invalid([steps, targets].flatMap((one) => (one.kind === 'problems' ? one.problems : [])))
  }
  const missing = subject.runbook ? missingVars(subject.runbook, targets.nodes) : []
  if (missing.length) return invalid(missing)
  const plan: Planned = {
    schema_version: '1.0',
    ...naming(subject),
    content: { ...project.about },
    dry_run: request.dry_run,
    params: { ...typed.params },
    effect: strongest(steps.steps),
    nodes: [...targets.nodes],
    steps: [...steps.steps],
    ...spread(subject, targets.nodes.length),
  }
  return judged(plan, request, project, subject)
}

/** Shares are of the nodes that are planned, so that the plan has numbers and its hash covers them. */
function spread(
  { runbook }: Subject,
  nodes: number,
): Pick<Plan, 'concurrency' | 'batches' | 'max_failures'> {
  const { batches, concurrency, 'max-failures': most } = runbook?.declaration.rollout ?? {}
  return {
    concurrency: concurrency ?? CONCURRENCY,
    ...(batches === undefined ? {} : { batches: batchSizes(batches, nodes) }),
    ...(most === undefined ? {} : { max_failures: allowedFailures(most, nodes) }),
  }
}

function invalid(problems: readonly Problem[]): PlanResult {
  return { kind: 'invalid', problems: sortProblems(problems) }
}

function planTargetsOf(request: Request, project: Project, { runbook, steps }: Subject) {
  // Without a usable inventory no name in the request can be judged.
  const broken = project.inventoryProblems
  if (broken.length) return { kind: 'problems', problems: broken } as const
  const select = runbook?.declaration.targets?.select
  return planTargets(project.inventory, {
    request,
    ...(select === undefined ? {} : { select }),
    readsOnly: steps.every(
      ({ action }) => project.registry.actions.get(action)?.declaration.effect === 'read',
    ),
  })
}

function naming({ runbook, action }: Subject): Pick<Plan, 'runbook' | 'action'> {
  if (!runbook) return action === undefined ? {} : { action }
  const { name, description } = runbook.declaration
  return { runbook: { name, description, sha256: runbook.document.sha256 } }
}

function strongest(steps: readonly PlanStep[]): Plan['effect'] {
  const strength = Math.max(...steps.map(({ effect }) => STRENGTH.indexOf(effect)))
  return STRENGTH[strength] ?? 'destructive'
}

/** Policy comes last and looks at the whole plan, so that a refusal shows what was refused. */
function judged(
  planned: Planned,
  request: Request,
  project: Project,
  subject: Subject,
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
  const max = subject.runbook?.declaration.targets?.max
  const { actor, triggering_actor: presser } = request
  const gates = checkGates(planned, {
    policy: policy.policy,
    actors: presser === undefined || presser === actor ? [actor] : [actor, presser],
    trigger: request.trigger,
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
