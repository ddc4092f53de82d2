/** A branch that only grows: folders of files are added to it, one commit each, without a work tree or an index. */
import { runGit } from './git.ts'

export interface BranchInit {
  /** Inside the repository. */
  readonly root: string
  /** Without refs/heads/. */
  readonly branch: string
}

export interface Addition extends BranchInit {
  /** Where the files go, with `/`; what is there is replaced. */
  readonly folder: string
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly message: string
  /** Who commits, and when, RFC 3339. */
  readonly by: { readonly name: string; readonly email: string; readonly at: string }
  /** The text of README.md, for the commit that makes the branch. */
  readonly readme: string
  /** Sees the files that are in the folder now; text is a reason not to write. Asked again when the branch has moved. */
  readonly judge: (present: ReadonlyMap<string, Uint8Array>) => 'write' | 'same' | Refusal
}

/** `conflict`: judge said so. Else git did, or the branch is none of ours. */
export interface Refusal {
  readonly kind: 'conflict' | 'failed'
  readonly reason: string
}

export type AddAnswer =
  | { readonly kind: 'committed'; readonly commit: string }
  | { readonly kind: 'same' }
  | Refusal

/** More than ever wait for one branch at the same time. */
const TRIES = 50
const FILE_BYTES = 8 * 1024 * 1024
/** Names in one command line. */
const ENTRIES_AT_ONCE = 1000

/** Never rejects. Of many at the same time all get their commit, one after the other. */
export async function addToBranch(init: Addition): Promise<AddAnswer> {
  const { branch, judge } = init
  const git = gitAt(init)
  try {
    await refuseBranch(git, branch)
    for (let tries = 1; ; tries += 1) {
      const tip = await tipOf(git, branch)
      const verdict = judge(tip === undefined ? new Map() : await filesAt(git, tip, init.folder))
      if (verdict === 'same') return { kind: 'same' }
      if (verdict !== 'write') return verdict
      const commit = await commitOn(git, tip, init)
      // With the old value, so that of two at the same time one finds that the branch has moved.
      const moved = await git.tryRun([
        'update-ref',
        ref(branch),
        commit,
        tip ?? '0'.repeat(commit.length),
      ])
      if (moved === undefined) return { kind: 'committed', commit }
      if (tries === TRIES) return failed(`${branch} cannot be moved: ${moved}`)
    }
  } catch (caught) {
    return failed(caught instanceof Error ? caught.message : String(caught))
  }
}

/** The files of a folder of the branch; undefined without the branch. A sentence: why they cannot be read. */
export async function readBranch(
  init: BranchInit,
  folder: string,
): Promise<ReadonlyMap<string, Uint8Array> | string | undefined> {
  const git = gitAt(init)
  try {
    const tip = await tipOf(git, init.branch)
    return tip === undefined ? undefined : await filesAt(git, tip, folder)
  } catch (caught) {
    return caught instanceof Error ? caught.message : String(caught)
  }
}

/**
 * GitHub's ids of the workflow runs of which the branch has something; none without the branch. A sentence: why it cannot
 * be read. In an entry each value stands on a line of its own, and no text in it can begin one.
 */
export async function gitHubRunsOn(init: BranchInit): Promise<ReadonlySet<string> | string> {
  const git = gitAt(init)
  try {
    const tip = await tipOf(git, init.branch)
    if (tip === undefined) return new Set()
    const names = (await git.run(['ls-tree', '-r', '--name-only', tip])).toString('utf8')
    const noted = [...names.matchAll(/^runs\/github\/([0-9]{1,20})\//gm)]
    // A report has texts of plugins as keys; a statement has none.
    const entries = names.match(/^runs\/[^/\n]+\/[^/\n]+\/attestation\.json$/gm) ?? []
    let lines = ''
    for (let at = 0; at < entries.length; at += ENTRIES_AT_ONCE) {
      const some = entries.slice(at, at + ENTRIES_AT_ONCE)
      const wanted = ['-e', '^ *"run_id": "[0-9]*",*$', tip, '--', ...some]
      // Without a match git ends with status 1, which is no failure.
      if ((await git.tryRun(['grep', '-q', ...wanted])) === undefined)
        lines += (await git.run(['grep', '-h', ...wanted])).toString('utf8')
    }
    const exported = [...lines.matchAll(/"run_id": "([0-9]{1,20})"/g)]
    return new Set([...noted, ...exported].map(([, id = '']) => id))
  } catch (caught) {
    return caught instanceof Error ? caught.message : String(caught)
  }
}

const failed = (reason: string): Refusal => ({ kind: 'failed', reason })
const ref = (branch: string): string => `refs/heads/${branch}`

interface Git {
  run(args: readonly string[], stdin?: string | Uint8Array): Promise<Buffer>
  /** Why it failed, or undefined. */
  tryRun(args: readonly string[]): Promise<string | undefined>
}

function gitAt(init: BranchInit & Partial<Pick<Addition, 'by'>>): Git {
  const { by } = init
  const env: Record<string, string> = {}
  for (const who of by === undefined ? [] : ['AUTHOR', 'COMMITTER']) {
    env[`GIT_${who}_NAME`] = by?.name ?? ''
    env[`GIT_${who}_EMAIL`] = by?.email ?? ''
    env[`GIT_${who}_DATE`] = by?.at ?? ''
  }
  const ask = (args: readonly string[], stdin: string | Uint8Array = '') =>
    runGit({ cwd: init.root, args, stdin, env, stdoutBytes: FILE_BYTES })
  return {
    run: async (args, stdin) => {
      const result = await ask(args, stdin)
      if (result.kind === 'failed') throw new Error(`git ${args[0]}: ${result.reason}`)
      return result.stdout
    },
    tryRun: async (args) => {
      const result = await ask(args)
      return result.kind === 'failed' ? result.reason : undefined
    },
  }
}

/** Throws for a name that is none, and for a branch whose files lie in a work tree: they would look changed there. */
async function refuseBranch(git: Git, branch: string): Promise<void> {
  const bad = await git.tryRun(['check-ref-format', ref(branch)])
  if (bad !== undefined || branch.startsWith('-'))
    throw new Error(`${JSON.stringify(branch)} is no name of a branch`)
  const trees = (await git.run(['worktree', 'list', '--porcelain'])).toString('utf8')
  if (trees.split('\n').includes(`branch ${ref(branch)}`))
    throw new Error(`${branch} is checked out in a work tree; switch that to another branch`)
}

async function tipOf(git: Git, branch: string): Promise<string | undefined> {
  const found = (await git.run(['for-each-ref', '--format=%(objectname)', ref(branch)])).toString()
  return found.trim() === '' ? undefined : (found.split('\n')[0] ?? '').trim()
}

interface TreeEntry {
  readonly mode: string
  readonly type: string
  readonly id: string
  readonly name: string
}

/** Directly in a tree; none where there is no such folder. */
async function entriesOf(git: Git, tree: string | undefined): Promise<TreeEntry[]> {
  if (tree === undefined) return []
  const output = (await git.run(['ls-tree', '-z', tree])).toString('utf8')
  return output.split('\0').flatMap((line) => {
    const match = /^(\d{6}) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line)
    if (!match) return []
    const [, mode = '', type = '', id = '', name = ''] = match
    return [{ mode, type, id, name }]
  })
}

async function filesAt(git: Git, commit: string, folder: string): Promise<Map<string, Uint8Array>> {
  let tree: string | undefined = `${commit}^{tree}`
  for (const part of folder.split('/')) {
    const entries = await entriesOf(git, tree)
    tree = entries.find(({ name, type }) => name === part && type === 'tree')?.id
    if (tree === undefined) return new Map()
  }
  const files = new Map<string, Uint8Array>()
  for (const { name, type, id } of await entriesOf(git, tree))
    if (type === 'blob') files.set(name, await git.run(['cat-file', 'blob', id]))
  return files
}

/** What a branch of this kind has at its root. */
const ROOT_NAMES = ['README.md', 'runs']

async function commitOn(git: Git, tip: string | undefined, init: Addition): Promise<string> {
  const root = tip === undefined ? undefined : `${tip}^{tree}`
  const strange = (await entriesOf(git, root)).find(({ name }) => !ROOT_NAMES.includes(name))
  if (strange !== undefined)
    throw new Error(
      `${init.branch} has ${strange.name} at its root: it is a branch for something else`,
    )
  const leaf: TreeEntry[] = []
  for (const [name, bytes] of Object.entries(init.files))
    leaf.push(blobEntry(name, await writeBlob(git, bytes)))
  let tree = await graft(git, root, init.folder.split('/'), await makeTree(git, leaf))
  if (tip === undefined) {
    const readme = blobEntry('README.md', await writeBlob(git, Buffer.from(init.readme)))
    tree = await makeTree(git, [...(await entriesOf(git, tree)), readme])
  }
  const parents = tip === undefined ? [] : ['-p', tip]
  const made = await git.run(['commit-tree', tree, ...parents], init.message)
  return made.toString('latin1').trim()
}

/** The tree with another one at a place inside. */
async function graft(
  git: Git,
  tree: string | undefined,
  [first = '', ...rest]: readonly string[],
  leaf: string,
): Promise<string> {
  const entries = await entriesOf(git, tree)
  const old = entries.find(({ name, type }) => name === first && type === 'tree')?.id
  const id = rest.length === 0 ? leaf : await graft(git, old, rest, leaf)
  const others = entries.filter(({ name }) => name !== first)
  return makeTree(git, [...others, { mode: '040000', type: 'tree', id, name: first }])
}

async function makeTree(git: Git, entries: readonly TreeEntry[]): Promise<string> {
  const text = entries
    .map(({ mode, type, id, name }) => `${mode} ${type} ${id}\t${name}\0`)
    .join('')
  return (await git.run(['mktree', '-z'], text)).toString('latin1').trim()
}

async function writeBlob(git: Git, bytes: Uint8Array): Promise<string> {
  return (await git.run(['hash-object', '-w', '--stdin'], bytes)).toString('latin1').trim()
}

const blobEntry = (name: string, id: string): TreeEntry => ({
  mode: '100644',
  type: 'blob',
  id,
  name,
})
