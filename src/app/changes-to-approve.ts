/** Which changes have to be approved before a plan may run: those that brought its files, out of git's history. */
import { type NeededPath, POLICY_FILE } from '../lom/needed-paths.ts'
import { type ApprovedChange, approvalCounts } from '../lom/policy/approvals.ts'
import { type Policy, readPolicy } from '../lom/policy.ts'
import { fault, RuneError } from '../protocol/errors.ts'
import { fileBefore, type History, type PathChange, readHistory } from '../repository/history.ts'

/** A change that has to be approved, or content that the baseline covers. */
export interface Found
  extends Pick<ApprovedChange, 'path' | 'blob' | 'commit' | 'about' | 'policyChange'> {
  readonly baseline?: true
}

export interface ChangesInit {
  readonly commit: string
  readonly needed: readonly NeededPath[]
  /** What decides; its baseline holds for all paths. */
  readonly policy: Policy
  /** Path of the workflow that runs. */
  readonly workflow?: string
  /** Where the policy that decides is another than that of the commit: where it is, and what. */
  readonly policyAt?: { readonly commit: string; readonly blob: string }
}

/** Throws a RuneError where this clone's history cannot tell, or tells something else than the plan. */
export async function changesToApprove(root: string, init: ChangesInit): Promise<readonly Found[]> {
  const { commit, needed, policy, workflow, policyAt } = init
  const baseline = policy.approvals?.baseline
  const historyOf = async (at: string, paths: readonly string[]): Promise<History> => {
    const covered = baseline === undefined ? {} : { baseline }
    const history = await readHistory(root, { commit: at, ...covered, paths })
    if (history.kind === 'history') return history
    throw inconsistent(`${history.reason}. ${history.advice}`)
  }
  const content = policyAt ? needed.filter(({ path }) => path !== POLICY_FILE) : needed
  const paths = content.map(({ path }) => path)
  const history = await historyOf(commit, workflow === undefined ? paths : [...paths, workflow])
  const found = content.flatMap((one) => changesIn(history, one, baseline))
  const running = workflow === undefined ? undefined : history.blobs.get(workflow)
  if (workflow !== undefined && running !== undefined)
    found.push(...changesIn(history, { path: workflow, blob: running, about: 'policy' }, baseline))
  if (policyAt) {
    const current = await historyOf(policyAt.commit, [POLICY_FILE])
    const file = { path: POLICY_FILE, blob: policyAt.blob, about: 'policy' } as const
    found.push(...changesIn(current, file, baseline))
  }
  return withPolicies(root, found)
}

function changesIn(
  { changes: all }: History,
  one: NeededPath,
  baseline: string | undefined,
): readonly Found[] {
  const changes = all.get(one.path) ?? []
  const [last] = changes
  if (last === undefined && baseline !== undefined)
    return [{ ...one, commit: baseline, baseline: true }]
  if (last?.blob !== one.blob)
    throw inconsistent(`the history of ${one.path} does not end in what the plan has of it`)
  // Every policy since the baseline says who may write the next one.
  const judged = one.path === POLICY_FILE ? changes : [last]
  return judged.flatMap((change) => changed(one, change))
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

function inconsistent(message: string): RuneError {
  return new RuneError(fault('gh-inconsistent', message.slice(0, 1000), { phase: 'policy' }))
}
