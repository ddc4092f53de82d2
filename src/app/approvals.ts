/** Gathers what the gates ask of GitHub: the branch's own policy, who approved the plan's files, and how old the request is. */
import type { GitHub } from '../github/github.ts'
import type { Circumstances } from '../lom/judge.ts'
import { neededPaths, POLICY_FILE } from '../lom/needed-paths.ts'
import type { Draft } from '../lom/plan.ts'
import { type ApprovalFacts, approvalNeeds } from '../lom/policy/approvals.ts'
import { type PolicyResult, readPolicy } from '../lom/policy.ts'
import type { Project } from '../lom/project.ts'
import { fault, RuneError } from '../protocol/errors.ts'
import { onFirstParents } from '../repository/history.ts'
import { approvalsOf } from './approvals-of.ts'
import { changesToApprove } from './changes-to-approve.ts'
import { faultOf } from './run-log.ts'
import { teamsNow } from './teams.ts'

/** GitHub as the source of approvals, and what only the front end knows of the run. */
export interface ApprovalSource {
  readonly github: GitHub
  /** Path of the workflow that runs, where it is one of this repository. */
  readonly workflow?: string
  /** Of the workflow run. */
  readonly runId: string
  /** The correlation id that the caller chose; left out where it is made of the run's own. */
  readonly correlationId?: string
  /** Told what a reader of the log should know and no gate refuses. */
  readonly warn: (text: string) => void
}

/** What is not known is left out, never undefined: it is laid over what the front end knows. */
export interface Gathered extends AboutRequest {
  /** The policy that decides: that of the protected branch as it is now. */
  readonly policy: PolicyResult
  readonly approvals: ApprovalFacts
}

type AboutRequest = Pick<
  Circumstances,
  'requestedAt' | 'teams' | 'earlierRuns' | 'environmentApprovals'
>

export interface GatherInit {
  readonly root: string
  readonly source: ApprovalSource
  /** RFC 3339. */
  readonly now: string
  /** Who takes part in starting the run. */
  readonly actors: readonly string[]
}

/** Longer than nodes remember, so that what they have forgotten is found. */
const EARLIER_MS = 30 * 24 * 3600 * 1000

/** Never rejects: what cannot be read is a reason to refuse. */
export async function gatherApprovals(
  draft: Draft,
  project: Project,
  { root, source, now, actors }: GatherInit,
): Promise<Gathered> {
  let policy: PolicyResult = { kind: 'problems', problems: [] }
  let who: Promise<AboutRequest> = Promise.resolve({})
  try {
    const { github } = source
    const branch = await github.branch()
    if (!branch.protected)
      source.warn(
        `The branch ${branch.name} has no protection that GitHub tells of: who may push to it writes the policy`,
      )
    const current = await branchPolicy(github, project, branch.head)
    policy = current.policy
    // Beside the rest: what these cannot read only a gate that needs it refuses for.
    who = requestFacts(source, policy, actors)
    const approvals = await approvalsAt(draft, project, { root, source, branch, current })
    const earlierRuns = await earlier(source, now)
    return { policy, approvals, earlierRuns, ...(await who), ...(await environments(source)) }
  } catch (caught) {
    const failed = faultOf(caught)
    const { message } = failed
    const known = failed.kind === 'internal' ? fault('gh-unavailable', message) : failed
    return { policy, ...(await who), approvals: { source: 'failed', faults: [known] } }
  }
}

interface At {
  readonly root: string
  readonly source: ApprovalSource
  readonly branch: { readonly name: string; readonly head: string }
  readonly current: CurrentPolicy
}

async function approvalsAt(
  draft: Draft,
  project: Project,
  { root, source, branch, current }: At,
): Promise<ApprovalFacts> {
  const nothing = { source: 'github', changes: [] } as const
  const { policy, blob } = current
  if (policy.kind === 'problems') return nothing
  const { commit } = project.about
  const needed = neededPaths(draft, project)
  const { any } = approvalNeeds(draft.planned, policy.policy)
  // What is not versioned has a gate of its own, which may let it read.
  if (commit === undefined || needed === undefined) return any ? unversioned(project) : nothing
  const { github } = source
  await checkPlace(root, github, { ...branch, commit })
  if (!any) return nothing
  const { workflow } = source
  const other = needed.some((one) => one.path === POLICY_FILE && one.blob !== blob)
  const found = await changesToApprove(root, {
    commit,
    needed,
    policy: policy.policy,
    ...(workflow === undefined ? {} : { workflow }),
    // What decides is the branch's own policy, so that one has to be approved.
    ...(other ? { policyAt: { commit: branch.head, blob } } : {}),
  })
  const merged = { name: branch.name, root, head: other ? branch.head : commit }
  return { source: 'github', changes: await approvalsOf(github, merged, found) }
}

/** Never rejects. */
async function requestFacts(
  source: ApprovalSource,
  policy: PolicyResult,
  actors: readonly string[],
): Promise<AboutRequest> {
  const [age, teams] = await Promise.all([
    createdAt(source),
    policy.kind === 'policy' ? teamsNow(source, policy.policy, actors) : {},
  ])
  return { ...age, ...teams }
}

async function createdAt({
  github,
  runId,
  warn,
}: ApprovalSource): Promise<Pick<AboutRequest, 'requestedAt'>> {
  try {
    return { requestedAt: await github.runCreatedAt(runId) }
  } catch (caught) {
    warn(`When this workflow run was created is not known: ${faultOf(caught).message}`)
    return {}
  }
}

/** By its own id a run finds only itself. */
async function earlier(
  { github, workflow, runId, correlationId, warn }: ApprovalSource,
  now: string,
): Promise<NonNullable<AboutRequest['earlierRuns']>> {
  if (workflow === undefined || correlationId === undefined) return []
  const since = new Date(Date.parse(now) - EARLIER_MS).toISOString()
  const file = workflow.split('/').at(-1) ?? workflow
  const runs = await github.earlierRuns({ workflow: file, correlationId, runId, since })
  for (const { url, status } of runs.slice(0, 3))
    warn(
      `The run ${url} (${status}) has the same correlation id: nodes that it reached answer with its results`,
    )
  return runs
}

/** Only recorded, so that not being able to read them stops nothing. */
async function environments({
  github,
  runId,
  warn,
}: ApprovalSource): Promise<Pick<AboutRequest, 'environmentApprovals'>> {
  try {
    return { environmentApprovals: await github.environmentApprovals(runId) }
  } catch (caught) {
    warn(
      `What reviewers of environments said about this run is not in the record: ${faultOf(caught).message}`,
    )
    return {}
  }
}

interface CurrentPolicy {
  readonly policy: PolicyResult
  /** Git's id of rune.yaml there; empty where there is none. */
  readonly blob: string
}

/** Never the work tree's, nor that of a commit that somebody chose to dispatch. */
async function branchPolicy(
  github: GitHub,
  { about, blobs, policy }: Project,
  head: string,
): Promise<CurrentPolicy> {
  if (about.versioned && about.commit === head)
    return { policy, blob: blobs?.get(POLICY_FILE) ?? '' }
  const file = await github.file({ path: POLICY_FILE, commit: head })
  if (file === undefined) return { policy: { kind: 'problems', problems: [] }, blob: '' }
  return { policy: readPolicy(POLICY_FILE, file.bytes), blob: file.blob }
}

function unversioned({ about }: Project): ApprovalFacts {
  const message = `the content is not versioned (${about.reason ?? 'not committed'}), so nobody can have approved it`
  return { source: 'failed', faults: [fault('approval-missing', message, { phase: 'policy' })] }
}

interface Branch {
  readonly name: string
  readonly head: string
  readonly commit: string
}

/** A commit of another branch, of a fork or of a tag is approved by nobody, whatever its files are. */
async function checkPlace(root: string, github: GitHub, branch: Branch): Promise<void> {
  const { name, head, commit } = branch
  if (commit === head || (await onFirstParents(root, head, commit))) return
  if (await github.isBehind({ commit, head })) return
  const message = `the commit ${commit} is not on the first-parent history of ${name}, whose head is ${head}; only what was merged there may run`
  throw new RuneError(fault('approval-missing', message, { phase: 'policy' }))
}
