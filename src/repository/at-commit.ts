/** The project's files at a commit that somebody names, such as the base of a pull request. */
import type { Content } from './content.ts'
import { runGit } from './git.ts'
import { objectContent } from './objects.ts'

export type ContentAt =
  | { readonly kind: 'content'; readonly content: Content }
  | { readonly kind: 'unavailable'; readonly reason: string; readonly advice: string }

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** Never throws for a commit that cannot be read: a shallow clone has few of them, and nothing is fetched. */
export async function openContentAt(root: string, commit: string): Promise<ContentAt> {
  if (!COMMIT.test(commit)) {
    return {
      kind: 'unavailable',
      reason: `${JSON.stringify(commit.slice(0, 80))} is not the full id of a commit`,
      advice: 'Name a commit by all of its 40 or 64 hexadecimal digits; git rev-parse prints them.',
    }
  }
  // The id of a tree or a tag, or the start of a longer id, would be read as something else than it says.
  const found = await gitLine(root, ['rev-parse', '--verify', `${commit}^{commit}`])
  if (found.kind === 'failed') return missing(commit, found.reason)
  if (found.line !== commit) return missing(commit, 'the id is not that of a commit itself')
  const content = await objectContent(root, commit)
  return typeof content === 'string' ? missing(commit, content) : { kind: 'content', content }
}

/**
 * What a pull request was merged into, where HEAD is the merge of the commit `head` that GitHub makes for its checks.
 * That is the base as it was then; undefined where HEAD is anything else.
 */
export async function mergedInto(root: string, head: string): Promise<string | undefined> {
  const found = await gitLine(root, ['rev-list', '--parents', '--max-count=1', 'HEAD'])
  if (found.kind === 'failed') return undefined
  const [, first, second, ...more] = found.line.split(' ')
  return second === head && more.length === 0 ? first : undefined
}

type Line =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'failed'; readonly reason: string }

async function gitLine(root: string, args: readonly string[]): Promise<Line> {
  const result = await runGit({ cwd: root, args, stdoutBytes: 4096 })
  if (result.kind === 'failed') return result
  return { kind: 'line', line: result.stdout.toString('latin1').trim() }
}

function missing(commit: string, why: string): ContentAt {
  return {
    kind: 'unavailable',
    reason: `the commit ${commit} is not in this clone (${why})`,
    advice: `Check out with fetch-depth: 2, which has the base of a pull request, or run: git fetch --depth=1 origin ${commit}`,
  }
}
