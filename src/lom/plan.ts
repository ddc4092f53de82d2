/** A request and a project to the draft of a plan: what a run would do, as pure data, before any gate has judged it. */
import { problem, sortProblems } from '../document/diagnostic.ts'
import { issuesOf } from '../protocol/schemas.ts'
import type { Plan, Problem, Request } from '../protocol/types.gen.ts'
import { allowedFailures, batchSizes } from './batches.ts'
import { callsOf, type Lists } from './plan-calls.ts'
import { outsideTargets } from './plan-runbook-calls.ts'
import { planSteps } from './plan-steps.ts'
import { missingVars } from './plan-vars.ts'
import type { Planned } from './policy.ts'
import type { Project } from './project.ts'
import { typeParams } from './request.ts'
import { findSubject, type Subject } from './subject.ts'
import { planTargets } from './targets.ts'

export type DraftResult =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }

export interface Draft {
  readonly planned: Planned
  readonly subject: Subject
}

const CONCURRENCY = 64
const STRENGTH = ['read', 'change', 'destructive'] as const

/** The same request and content give the same draft. Every problem of a stage is reported. */
export function draftPlan(request: Request, project: Project): DraftResult {
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
  const outside = outsideTargets(subject, targets.nodes)
  const books = new Set(
    [...(subject.runbook ? [subject.runbook] : [])].concat(
      subject.sites.map(({ runbook }) => runbook),
    ),
  )
  const missing = [...outside, ...[...books].flatMap((one) => missingVars(one, targets.nodes))]
  if (missing.length) return invalid(missing)
  const planned: Planned = {
    schema_version: '1.0',
    ...naming(subject),
    content: { ...project.about },
    dry_run: request.dry_run,
    params: { ...typed.params },
    effect: strongest(steps.lists),
    nodes: [...targets.nodes],
    ...steps.lists,
    ...spread(subject, targets.nodes.length, mostAtOnce(project)),
  }
  return { kind: 'draft', draft: { planned, subject } }
}

/** Shares are of the nodes that are planned, so that the plan has numbers and its hash covers them. */
function spread(
  { runbook }: Subject,
  nodes: number,
  atOnce: number,
): Pick<Plan, 'concurrency' | 'batches' | 'max_failures'> {
  const { batches, concurrency, 'max-failures': most } = runbook?.declaration.rollout ?? {}
  return {
    concurrency: concurrency ?? Math.min(CONCURRENCY, atOnce),
    ...(batches === undefined ? {} : { batches: batchSizes(batches, nodes) }),
    ...(most === undefined ? {} : { max_failures: allowedFailures(most, nodes) }),
  }
}

function mostAtOnce({ policy }: Project): number {
  return (policy.kind === 'policy' ? policy.policy.limits.concurrency : undefined) ?? CONCURRENCY
}

function invalid(problems: readonly Problem[]): DraftResult {
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
    readsOnly: steps
      .flatMap((step) => (step.undo ? [step, step.undo] : [step]))
      .every(({ action }) => project.registry.actions.get(action)?.declaration.effect === 'read'),
  })
}

function naming({ runbook, action }: Subject): Pick<Plan, 'runbook' | 'action'> {
  if (!runbook) return action === undefined ? {} : { action }
  const { name, description } = runbook.declaration
  return { runbook: { name, description, sha256: runbook.document.sha256 } }
}

function strongest(lists: Lists): Plan['effect'] {
  const strength = Math.max(...callsOf(lists).map(({ effect }) => STRENGTH.indexOf(effect)))
  return STRENGTH[strength] ?? 'destructive'
}
