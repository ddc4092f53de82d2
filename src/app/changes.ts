/** `validate` against a commit: what the files do otherwise than there, and the plans that follow. Executes nothing. */
import { type Changes, changesOf } from '../lom/changes.ts'
import { loadProject, type Project } from '../lom/project.ts'
import type { Plan, Problem, Request } from '../protocol/types.gen.ts'
import { mergedInto, openContentAt } from '../repository/at-commit.ts'
import type { Rune } from '../rune.ts'
import { toRequest } from './ask.ts'
import { decide } from './decide.ts'
import { openProject } from './project.ts'

/** The plan of a runbook that is started with nothing but its defaults. */
export interface DefaultPlan {
  readonly runbook: string
  /** Left out where there is none: `missing` or `problems` say why. */
  readonly plan?: Plan
  /** Inputs that have to be given. */
  readonly missing: readonly string[]
  readonly problems: readonly Problem[]
}

export type ChangesAnswer =
  | {
      readonly kind: 'changes'
      /** The commit that the files are compared with. */
      readonly against: string
      readonly changes: Changes['changes']
      readonly plans: readonly DefaultPlan[]
      /** How many more runbooks could be planned. */
      readonly unplanned: number
      readonly planned: Planned
    }
  | { readonly kind: 'unavailable'; readonly reason: string; readonly advice: string }

/** For whom plans are made: the policy looks at both. */
export type Planned = Pick<Request, 'trigger' | 'actor'>

export interface ChangesInit {
  readonly root: string
  /** Full id of a commit. */
  readonly against: string
  readonly planned: Planned
}

/** A plan lists each of its nodes: one of every runbook of a large project would take long and not be read. */
const MOST_PLANS = 100

/** Compares the project at `root` with what it was at a commit of its repository. */
export async function changesSince(
  rune: Rune,
  { root, against, planned }: ChangesInit,
): Promise<ChangesAnswer> {
  const opened = await openContentAt(root, against)
  if (opened.kind === 'unavailable') return opened
  const [before, after] = [await loadProject(opened.content), await openProject(root)]
  const { changes, runbooks } = changesOf(before, after)
  const plans: DefaultPlan[] = []
  for (const name of runbooks.slice(0, MOST_PLANS))
    plans.push(await defaultPlan(rune, { name, project: after, planned }))
  const unplanned = runbooks.length - plans.length
  return { kind: 'changes', against, changes, plans, unplanned, planned }
}

export interface PullRequestInit {
  readonly root: string
  /** The base branch's commit when the event was sent, and the last commit of the pull request. */
  readonly base: string
  readonly head: string
  readonly actor: string
}

/**
 * Compares a pull request with its base. Where the merge that GitHub makes for its checks is checked out, that is what
 * it was merged into: commits that reached the base branch since the event are not the pull request's.
 */
export async function changesInPullRequest(
  rune: Rune,
  { root, base, head, actor }: PullRequestInit,
): Promise<ChangesAnswer> {
  const against = (await mergedInto(root, head)) ?? base
  return changesSince(rune, { root, against, planned: { trigger: 'workflow_dispatch', actor } })
}

async function defaultPlan(
  { host }: Rune,
  init: { readonly name: string; readonly project: Project; readonly planned: Planned },
): Promise<DefaultPlan> {
  const { name: runbook, project, planned } = init
  const read = project.runbook(runbook)
  const inputs = read?.kind === 'runbook' ? (read.runbook.declaration.inputs ?? {}) : {}
  const missing = Object.keys(inputs).filter(
    (name) => inputs[name]?.required === true && inputs[name]?.default === undefined,
  )
  if (missing.length > 0) return { runbook, missing, problems: [] }
  const ask = { ...planned, runbook, params: {}, dry_run: false, correlation_id: 'validate' }
  const result = await decide(host, toRequest(ask, host), project, { known: { preview: true } })
  if (result.kind === 'invalid') return { runbook, missing, problems: result.problems }
  return { runbook, plan: result.plan, missing, problems: [] }
}
