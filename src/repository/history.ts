/** Which commits of a branch's first-parent history brought what is at some paths now, and the policy before each. */
import { runGit } from './git.ts'

/** A commit that changed a path, compared with its first parent. */
export interface PathChange {
  readonly path: string
  readonly commit: string
  /** Git's id of the content after it; undefined where it deleted the file. */
  readonly blob?: string
}

export interface History {
  readonly kind: 'history'
  /** Newest first; a path that has not changed since the baseline is not in it. */
  readonly changes: ReadonlyMap<string, readonly PathChange[]>
  /** Ids of the content of the paths at the commit. */
  readonly blobs: ReadonlyMap<string, string>
}

export type HistoryResult =
  | History
  | { readonly kind: 'unavailable'; readonly reason: string; readonly advice: string }

export interface HistoryInit {
  readonly commit: string
  /** Must be on the first-parent history of `commit`; nothing older is looked at. */
  readonly baseline?: string
  /** Relative to the folder that is asked. */
  readonly paths: readonly string[]
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
/** More than a million commits. */
const LIST_BYTES = 64 * 1024 * 1024

/** Reads only what is in the clone: nothing is fetched. Never throws for a clone that cannot tell. */
export async function readHistory(root: string, init: HistoryInit): Promise<HistoryResult> {
  const { commit, baseline, paths } = init
  if (!COMMIT.test(commit)) return unavailable(`${JSON.stringify(commit)} is no commit id`)
  const shallow = await text(root, ['rev-parse', '--is-shallow-repository'], 64)
  if (shallow.kind === 'failed') return unavailable(shallow.reason)
  if (shallow.text.trim() !== 'false')
    return unavailable('the clone is shallow, so it does not have the history of what is in it')
  const range = ['--first-parent', commit]
  if (baseline !== undefined) {
    const chain = await text(root, ['rev-list', '--first-parent', commit], LIST_BYTES)
    if (chain.kind === 'failed') return unavailable(chain.reason)
    if (!chain.text.split('\n').includes(baseline)) {
      return {
        kind: 'unavailable',
        reason: `policy.approvals.baseline ${baseline} is not on the first-parent history of ${commit}`,
        advice: 'Name a commit that `git log --first-parent` shows on the protected branch.',
      }
    }
    range.push(`^${baseline}`)
  }
  const commits = await text(root, ['rev-list', ...range, '--', ...paths], LIST_BYTES)
  const tree = await text(root, ['ls-tree', '-z', commit, '--', ...paths], 16 * 1024 * 1024)
  if (commits.kind === 'failed') return unavailable(commits.reason)
  if (tree.kind === 'failed') return unavailable(tree.reason)
  const changes = await changesIn(root, commits.text, paths)
  if (typeof changes === 'string') return unavailable(changes)
  return { kind: 'history', changes, blobs: blobsOf(tree.text) }
}

/** In the order of the commits. Text: why not. */
async function changesIn(
  root: string,
  commits: string,
  paths: readonly string[],
): Promise<Map<string, PathChange[]> | string> {
  const found = new Map<string, PathChange[]>()
  if (commits === '') return found
  const diff = await text(
    root,
    [
      ...['diff-tree', '--stdin', '-r', '--root', '--raw', '--no-abbrev', '--no-renames', '-z'],
      ...['--diff-merges=first-parent', '--relative', '--', ...paths],
    ],
    LIST_BYTES,
    commits,
  )
  if (diff.kind === 'failed') return diff.reason
  const fields = diff.text.split('\0')
  let commit = ''
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at] ?? ''
    if (COMMIT.test(field)) commit = field
    const after = /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) [A-Z]$/.exec(field)
    if (!after) continue
    at += 1
    const [path = '', id = ''] = [fields[at], after[2]]
    const blob = /^0+$/.test(id) ? {} : { blob: id }
    found.set(path, [...(found.get(path) ?? []), { path, commit, ...blob }])
  }
  return found
}

/**
 * A file as it was before each commit, in its first parent; undefined where there was none. Text in place of the map: why
 * it cannot be told.
 */
export async function fileBefore(
  root: string,
  path: string,
  commits: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array | undefined> | string> {
  const result = await runGit({
    cwd: root,
    args: ['cat-file', '--batch'],
    stdin: commits.map((commit) => `${commit}^1:./${path}\n`).join(''),
    stdoutBytes: LIST_BYTES,
  })
  if (result.kind === 'failed') return result.reason
  const before = new Map<string, Uint8Array | undefined>()
  let at = 0
  for (const commit of commits) {
    const end = result.stdout.indexOf(10, at)
    if (end === -1) return 'git gave less than it was asked for'
    const size = / blob (\d+)$/.exec(result.stdout.toString('latin1', at, end))?.[1]
    at = end + 1
    before.set(
      commit,
      size === undefined ? undefined : result.stdout.subarray(at, at + Number(size)),
    )
    if (size !== undefined) at += Number(size) + 1
  }
  return before
}

/** Whether `commit` is on the first-parent history of `head`; undefined where this clone cannot tell. */
export async function onFirstParents(
  root: string,
  head: string,
  commit: string,
): Promise<boolean | undefined> {
  if (!COMMIT.test(head) || !COMMIT.test(commit)) return undefined
  const chain = await text(root, ['rev-list', '--first-parent', head], LIST_BYTES)
  return chain.kind === 'failed' ? undefined : chain.text.split('\n').includes(commit)
}

function blobsOf(tree: string): Map<string, string> {
  const entries = tree.split('\0').flatMap((line) => {
    const [, id = '', path = ''] = /^100(?:644|755) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? []
    return id === '' ? [] : [[path, id] as const]
  })
  return new Map(entries)
}

type Text =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: string }

async function text(
  cwd: string,
  args: readonly string[],
  stdoutBytes: number,
  stdin = '',
): Promise<Text> {
  const result = await runGit({ cwd, args, stdin, stdoutBytes })
  if (result.kind === 'failed') return result
  return { kind: 'text', text: result.stdout.toString('utf8') }
}

function unavailable(reason: string): HistoryResult {
  return {
    kind: 'unavailable',
    reason,
    advice: 'Check out with `fetch-depth: 0`, so that the history of the files is there.',
  }
}
