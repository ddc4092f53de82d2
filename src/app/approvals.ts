/** Gathers what the approval gates look at: the branch's own policy, which commits brought the plan's files, who approved them. */
import type { GitHub, ReviewedPull } from '../github/github.ts'
import { type NeededPath, neededPaths, POLICY_FILE } from '../lom/needed-paths.ts'
import type { Draft } from '../lom/plan.ts'
import {
  type ApprovalFacts,
  type ApprovedChange,
  approvalCounts,
  approvalNeeds,
  type Discounted,
} from '../lom/policy/approvals.ts'
import { type Policy, type PolicyResult, readPolicy } from '../lom/policy.ts'
import type { Project } from '../lom/project.ts'
import { fault, RuneError } from '../protocol/errors.ts'
import type { EarlierRun, EnvironmentApproval } from '../protocol/types.gen.ts'
import { fileBefore, onFirstParents, type PathChange, readHistory } from '../repository/history.ts'
import { faultOf } from './run-log.ts'

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

export interface Gathered {
  /** The policy that decides: that of the protected branch as it is now. */
  readonly policy: PolicyResult
  readonly approvals: ApprovalFacts
  readonly earlierRuns?: readonly EarlierRun[]
  readonly environmentApprovals?: readonly EnvironmentApproval[]
}

export interface GatherInit {
  readonly root: string
  readonly source: ApprovalSource
  /** RFC 3339. */
  readonly now: string
}

/** Longer than nodes remember, so that what they have forgotten is found. */
const EARLIER_MS = 30 * 24 * 3600 * 1000

/** Never rejects: what cannot be read is a reason to refuse. */
export async function gatherApprovals(
  draft: Draft,
  project: Project,
  { root, source, now }: GatherInit,
): Promise<Gathered> {
  let policy: PolicyResult = { kind: 'problems', problems: [] }
  try {
    const { github } = source
    const branch = await github.branch()
    if (!branch.protected)
      source.warn(
        `The branch ${branch.name} has no protection that GitHub tells of: who may push to it writes the policy`,
      )
    policy = await branchPolicy(github, project, branch.head)
    const approvals = await approvalsAt(draft, project, { root, source, branch, policy })
    const earlierRuns = await earlier(source, now)
    return { policy, approvals, earlierRuns, ...(await environments(source)) }
  } catch (caught) {
    const failed = faultOf(caught)
    const { message } = failed
    const known = failed.kind === 'internal' ? fault('gh-unavailable', message) : failed
    return { policy, approvals: { source: 'failed', faults: [known] } }
  }
}

interface At {
  readonly root: string
  readonly source: ApprovalSource
  readonly branch: { readonly name: string; readonly head: string }
  readonly policy: PolicyResult
}

async function approvalsAt(
  draft: Draft,
  project: Project,
  { root, source, branch, policy }: At,
): Promise<ApprovalFacts> {
  const nothing = { source: 'github', changes: [] } as const
  if (policy.kind === 'problems') return nothing
  const { commit } = project.about
  const needed = neededPaths(draft, project)
  const { any } = approvalNeeds(draft.planned, policy.policy)
  // What is not versioned has a gate of its own, which may let it read.
  if (commit === undefined || needed === undefined) return any ? unversioned(project) : nothing
  const { github } = source
  await checkPlace(root, github, { ...branch, commit })
  if (!any) return nothing
  const found = await changesOf({ root, source, commit, needed, policy: policy.policy })
  const merged = { name: branch.name, root, head: commit }
  return { source: 'github', changes: await approved(github, merged, found) }
}

/** By its own id a run finds only itself. */
async function earlier(
  { github, workflow, runId, correlationId, warn }: ApprovalSource,
  now: string,
): Promise<readonly EarlierRun[]> {
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
}: ApprovalSource): Promise<Pick<Gathered, 'environmentApprovals'>> {
  try {
    return { environmentApprovals: await github.environmentApprovals(runId) }
  } catch (caught) {
    warn(
      `What reviewers of environments said about this run is not in the record: ${faultOf(caught).message}`,
    )
    return {}
  }
}

/** Never the work tree's, nor that of a commit that somebody chose to dispatch. */
async function branchPolicy(github: GitHub, project: Project, head: string): Promise<PolicyResult> {
  if (project.about.versioned && project.about.commit === head) return project.policy
  const bytes = await github.file({ path: POLICY_FILE, commit: head })
  return bytes === undefined ? { kind: 'problems', problems: [] } : readPolicy(POLICY_FILE, bytes)
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

/** A change that has to be approved, or content that the baseline covers. */
interface Found
  extends Pick<ApprovedChange, 'path' | 'blob' | 'commit' | 'about' | 'policyChange'> {
  readonly baseline?: true
}

interface ChangesInit {
  readonly root: string
  readonly source: ApprovalSource
  readonly commit: string
  readonly needed: readonly NeededPath[]
  readonly policy: Policy
}

async function changesOf(init: ChangesInit): Promise<readonly Found[]> {
  const { root, source, commit, policy } = init
  const { workflow } = source
  const baseline = policy.approvals?.baseline
  const own = init.needed.map(({ path }) => path)
  const history = await readHistory(root, {
    commit,
    ...(baseline === undefined ? {} : { baseline }),
    paths: workflow === undefined ? own : [...own, workflow],
  })
  if (history.kind === 'unavailable') throw inconsistent(`${history.reason}. ${history.advice}`)
  const blob = workflow === undefined ? undefined : history.blobs.get(workflow)
  const running: NeededPath[] =
    workflow === undefined || blob === undefined ? [] : [{ path: workflow, blob, about: 'policy' }]
  const found = [...init.needed, ...running].flatMap((one): readonly Found[] => {
    const changes = history.changes.get(one.path) ?? []
    const [last] = changes
    if (last === undefined && baseline !== undefined)
      return [{ ...one, commit: baseline, baseline: true }]
    if (last?.blob !== one.blob)
      throw inconsistent(`the history of ${one.path} does not end in what the plan has of it`)
    // Every policy since the baseline says who may write the next one.
    const all = one.path === POLICY_FILE ? changes : [last]
    return all.flatMap((change) => changed(one, change))
  })
  return withPolicies(root, found)
}

/** A deletion of the policy leaves nothing to approve: the next policy is judged by the defaults. */
function changed({ path, about }: NeededPath, { commit, blob }: PathChange): readonly Found[] {
  return blob === undefined ? [] : [{ path, about, commit, blob }]
}

/** The policy before a change says how many people it needs. */
async function withPolicies(root: string, found: readonly Found[]): Promise<readonly Found[]> {
  const commits = [
    ...new Set(
      found
        .filter(({ about, baseline }) => about === 'policy' && !baseline)
        .map(({ commit }) => commit),
    ),
  ]
  if (commits.length === 0) return found
  const before = await fileBefore(root, POLICY_FILE, commits)
  if (typeof before === 'string') throw inconsistent(`the policy before a change: ${before}`)
  return found.map((one) =>
    one.about === 'policy' && !one.baseline
      ? { ...one, policyChange: countBefore(before.get(one.commit)) }
      : one,
  )
}

/** A policy that is not there or cannot be read allows nothing, and asks for what one without numbers asks for. */
function countBefore(bytes: Uint8Array | undefined): number {
  const read = bytes === undefined ? undefined : readPolicy(POLICY_FILE, bytes)
  const policy = read?.kind === 'policy' ? read.policy : {}
  return approvalCounts(policy)['policy-change']
}

interface Merged {
  /** The protected branch. */
  readonly name: string
  readonly root: string
  readonly head: string
}

/** Each commit's pull requests, each pull request and each reviewer are asked for once. */
async function approved(
  github: GitHub,
  merged: Merged,
  found: readonly Found[],
): Promise<readonly ApprovedChange[]> {
  const paths = [...new Set(found.map(({ path }) => path))]
  const ask: Ask = {
    pulls: remembering((commit) => github.mergedPulls(commit)),
    pull: remembering((number) => github.reviewed(Number(number))),
    blobs: remembering((commit) => github.blobs({ commit, paths })),
    permission: remembering((login) => github.permission(login)),
  }
  const changes: ApprovedChange[] = []
  for (const one of found) {
    if (one.baseline) changes.push({ ...one, approvers: [], discounted: [] })
    else changes.push(await approvalOf(ask, merged, one))
  }
  return changes
}

interface Ask {
  readonly pulls: (commit: string) => ReturnType<GitHub['mergedPulls']>
  readonly pull: (number: string) => ReturnType<GitHub['reviewed']>
  readonly blobs: (commit: string) => ReturnType<GitHub['blobs']>
  readonly permission: (login: string) => ReturnType<GitHub['permission']>
}

async function approvalOf(ask: Ask, merged: Merged, change: Found): Promise<ApprovedChange> {
  const { commit } = change
  const pulls = await ask.pulls(commit)
  const here = pulls.filter(({ base }) => base === merged.name)
  const own = here.filter(({ mergeCommit }) => mergeCommit === commit)
  const none = { ...change, approvers: [], discounted: [] }
  if (here.length === 0) {
    const elsewhere = pulls.length ? `; #${pulls[0]?.number} was merged into another branch` : ''
    return { ...none, missing: `which no pull request brought to ${merged.name}${elsewhere}` }
  }
  // Of a rebase, only its last commit is the merge; the others are the same pull request's all the same.
  const candidates = (own.length ? own : here).toSorted((a, b) => a.number - b.number)
  let best: ApprovedChange | undefined
  for (const { number } of candidates.slice(0, CANDIDATES)) {
    const pull = await ask.pull(String(number))
    if (pull.base !== merged.name || !(await isMergeOf(pull, change, merged))) continue
    const judged = { ...(await judgeChange(ask, change, pull)), pull: number }
    if (best === undefined || judged.approvers.length > best.approvers.length) best = judged
  }
  return (
    best ?? { ...none, missing: 'which no pull request that GitHub names for it was merged as' }
  )
}

const CANDIDATES = 5

/** The merge is the commit itself, or, of a rebase, a later one of the same history. */
async function isMergeOf(
  { mergeCommit }: ReviewedPull,
  { commit }: Found,
  { root, head }: Merged,
): Promise<boolean> {
  if (mergeCommit === undefined) return false
  if (mergeCommit === commit) return true
  return (
    (await onFirstParents(root, head, mergeCommit)) === true &&
    (await onFirstParents(root, mergeCommit, commit)) === true
  )
}

/** Whose approval is for this very content, of those who may write to the repository now. */
async function judgeChange(ask: Ask, change: Found, pull: ReviewedPull): Promise<ApprovedChange> {
  const approvers: string[] = []
  const discounted: Discounted[] = [...pull.discounted]
  let last: string | undefined
  for (const { login, head } of pull.approvals) {
    const blobs = await ask.blobs(head)
    if (blobs.get(change.path) !== change.blob) {
      const why = `approved ${head.slice(0, 12)}, where the file is another`
      discounted.push({ kind: 'approval-stale', who: login, why })
      continue
    }
    const permission = await ask.permission(login)
    if (permission !== 'write') {
      const why = `may ${permission === 'read' ? 'only read' : 'not even read'} the repository now`
      discounted.push({ kind: 'approval-bot', who: login, why })
      continue
    }
    approvers.push(login)
    last = head
  }
  return { ...change, approvers, discounted, ...(last === undefined ? {} : { head: last }) }
}

/** Asks once for each key. */
function remembering<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (key) => {
    const asked = known.get(key) ?? ask(key)
    known.set(key, asked)
    return asked
  }
}

function inconsistent(message: string): RuneError {
  return new RuneError(fault('gh-inconsistent', message.slice(0, 1000), { phase: 'policy' }))
}
