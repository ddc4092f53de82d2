/** The project's files: from git objects at HEAD when nothing is changed, else from the work tree and marked so. */
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fault, RuneError } from '../protocol/errors.ts'
import { PROJECT_PATHS } from './extent.ts'
import { type GitResult, runGit } from './git.ts'
import { objectContent } from './objects.ts'
import { workTreeContent } from './work-tree.ts'

export interface Entry {
  readonly name: string
  /** Only files and directories can be read; callers refuse the others where they matter. */
  readonly kind: 'file' | 'directory' | 'symlink' | 'submodule' | 'other'
}

export interface About {
  /** true: every byte comes from `commit`. */
  readonly versioned: boolean
  readonly commit?: string
  /** Why not versioned. */
  readonly reason?: string
}

export interface Content {
  readonly about: About
  /** Committer's time of `commit`, RFC 3339, UTC, milliseconds. */
  readonly committedAt?: string
  /** Git's ids of the regular files of `commit`, by path; only of versioned content. */
  readonly blobs?: ReadonlyMap<string, string>
  /**
   * Bytes of a regular file, or undefined when there is none at this project-relative POSIX path.
   * At most FILE_BYTES + 1: a longer file is cut there, past every caller's own limit.
   */
  read(path: string): Promise<Uint8Array | undefined>
  /** What is directly in a directory, sorted by name; empty when it is not there. */
  list(directory: string): Promise<readonly Entry[]>
}

/** Opens the project in a folder, which may lie inside a git work tree. Throws when the folder is not there. */
export async function openContent(root: string): Promise<Content> {
  const real = realRoot(root)
  const top = workTreeTop(real)
  if (top === undefined) return workTreeContent(real, 'outside git')
  const status = await runGit({
    cwd: real,
    args: [
      ...['status', '--porcelain=v2', '--branch', '--no-ahead-behind', '--no-renames'],
      ...['--untracked-files=all', '--ignore-submodules=none', '-z', '--', ...PROJECT_PATHS],
    ],
    stdoutBytes: 16 * 1024 * 1024,
  })
  const state = readStatus(status, prefixOf(top, real))
  if (state.kind === 'unusable') return workTreeContent(real, state.reason)
  const objects = await objectContent(real, state.commit)
  return typeof objects === 'string' ? workTreeContent(real, objects) : objects
}

function realRoot(root: string): string {
  try {
    return realpathSync(root)
  } catch (cause) {
    throw new RuneError(fault('document-missing', `there is no folder ${root}`), { cause })
  }
}

/** Found by looking, not by asking git: outside git no process is started. */
function workTreeTop(real: string): string | undefined {
  for (let folder = real; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (dirname(folder) === folder) return undefined
  }
}

function prefixOf(top: string, real: string): string {
  const path = relative(top, real).split(sep).join('/')
  return path === '' ? '' : `${path}/`
}

type State =
  | { readonly kind: 'clean'; readonly commit: string }
  | { readonly kind: 'unusable'; readonly reason: string }

function readStatus(result: GitResult, prefix: string): State {
  if (result.kind === 'failed') {
    const installed = result.reason === 'git is not installed'
    return {
      kind: 'unusable',
      reason: installed ? result.reason : `git cannot be used: ${result.reason}`,
    }
  }
  let commit = ''
  const changed: string[] = []
  for (const line of result.stdout.toString('utf8').split('\0')) {
    if (line.startsWith('# branch.oid ')) commit = line.slice('# branch.oid '.length)
    else if (line !== '' && !line.startsWith('#')) changed.push(changedPath(line))
  }
  if (commit === '(initial)') return { kind: 'unusable', reason: 'no commit yet' }
  if (!/^[0-9a-f]{40,64}$/.test(commit)) {
    return { kind: 'unusable', reason: 'git cannot be used: it named no commit' }
  }
  const first = changed.sort()[0]
  if (first === undefined) return { kind: 'clean', commit }
  const path = first.startsWith(prefix) ? first.slice(prefix.length) : first
  const more = changed.length > 1 ? ` (+${changed.length - 1} more)` : ''
  return { kind: 'unusable', reason: `uncommitted changes: ${path.slice(0, 300)}${more}` }
}

/** Fields before the path in porcelain v2: changed, unmerged, untracked. There are no renames here. */
function changedPath(line: string): string {
  const fields = line.startsWith('1') ? 8 : line.startsWith('u') ? 10 : 1
  return line.split(' ').slice(fields).join(' ')
}
