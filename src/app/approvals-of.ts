/** Who approved each change: of the pull request that brought it, whose reviews are for this very content and count now. */
import type { GitHub, ReviewedPull } from '../github/github.ts'
import type { ApprovedChange, Discounted } from '../lom/policy/approvals.ts'
import { onFirstParents } from '../repository/history.ts'
import type { Found } from './changes-to-approve.ts'

export interface Merged {
  /** The protected branch. */
  readonly name: string
  readonly root: string
  readonly head: string
}

/** Each commit's pull requests, each pull request and each reviewer are asked for once. */
export async function approvalsOf(
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
