/** The repository's protected branch: which it is, where it is now, and what it says. */
import { createHash } from 'node:crypto'
import type { Client } from './client.ts'
import { countOf, flagOf, inconsistent, listOf, objectOf, oidOf, textOf } from './read.ts'

export interface Place {
  readonly owner: string
  readonly repo: string
}

export interface Branch {
  readonly name: string
  readonly head: string
  /** GitHub has a rule for it. */
  readonly protected: boolean
}

/** The default branch as it is now. */
export async function defaultBranch(client: Client, place: Place): Promise<Branch> {
  const repository = await client.get('GET /repos/{owner}/{repo}', { ...place }, CONTENTS)
  const name = textOf(
    objectOf(repository?.data, 'the repository')['default_branch'],
    'default_branch',
  )
  const answer = await client.get(
    'GET /repos/{owner}/{repo}/branches/{branch}',
    { ...place, branch: name },
    CONTENTS,
  )
  const branch = objectOf(answer?.data, 'the branch')
  if (branch['name'] !== name)
    throw inconsistent(`GitHub's API: asked for the branch ${name}, got another`)
  return {
    name,
    head: oidOf(objectOf(branch['commit'], 'commit of the branch')['sha'], 'head of the branch'),
    protected: flagOf(branch['protected'], 'protected'),
  }
}

const CONTENTS = { needs: 'contents: read' } as const
/** GitHub gives so many without pages. */
const COMPARED = 250

/** Whether `commit` is `head` or one of the newest 250 before it, following first parents. */
export async function isBehind(
  client: Client,
  place: Place,
  { commit, head }: { readonly commit: string; readonly head: string },
): Promise<boolean> {
  const answer = await client.get(
    'GET /repos/{owner}/{repo}/compare/{basehead}',
    { ...place, basehead: `${commit}...${head}` },
    { ...CONTENTS, missing: true },
  )
  if (answer === undefined) return false
  const comparison = objectOf(answer.data, 'the comparison')
  countOf(comparison['total_commits'], 'total_commits')
  const parents = new Map(
    listOf(comparison['commits'], 'commits of the comparison', COMPARED).map((one) => {
      const { sha, parents } = objectOf(one, 'a commit of the comparison')
      const [first] = listOf(parents, 'parents')
      return [
        oidOf(sha, 'sha of a commit'),
        first === undefined ? '' : oidOf(objectOf(first, 'a parent')['sha'], 'sha of a parent'),
      ] as const
    }),
  )
  let at: string | undefined = head
  for (let steps = 0; at !== undefined && steps <= COMPARED; steps += 1) {
    if (at === commit) return true
    at = parents.get(at)
  }
  return false
}

export interface FileAt {
  readonly bytes: Uint8Array
  /** Git's id of them. */
  readonly blob: string
}

/** A small file at a commit; undefined where there is none. Its bytes are what its id says. */
export async function fileAt(
  client: Client,
  place: Place,
  { path, commit }: { readonly path: string; readonly commit: string },
): Promise<FileAt | undefined> {
  const answer = await client.get(
    'GET /repos/{owner}/{repo}/contents/{path}',
    { ...place, path, ref: commit },
    { ...CONTENTS, missing: true },
  )
  if (answer === undefined) return undefined
  const file = objectOf(answer.data, path)
  if (file['type'] !== 'file' || file['encoding'] !== 'base64')
    throw inconsistent(`GitHub's API: ${path} is no regular file`)
  const bytes = Buffer.from(
    textOf(file['content'], `content of ${path}`, /^[A-Za-z0-9+/=\s]*$/),
    'base64',
  )
  const id = oidOf(file['sha'], `sha of ${path}`)
  const algorithm = id.length === 64 ? 'sha256' : 'sha1'
  const actual = createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
  if (actual !== id) throw inconsistent(`GitHub's API: the content of ${path} is not that of ${id}`)
  return { bytes, blob: id }
}

/** What somebody may do in the repository now; undefined: nothing, or there is no such account. */
export async function permissionOf(
  client: Client,
  place: Place,
  login: string,
): Promise<'read' | 'write' | undefined> {
  const answer = await client.get(
    'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
    { ...place, username: login },
    { ...CONTENTS, missing: true },
  )
  if (answer === undefined) return undefined
  const { permission, user } = objectOf(answer.data, `permission of ${login}`)
  if (user === null) return undefined
  const account = objectOf(user, `account of ${login}`)
  const named = textOf(account['login'], 'login')
  if (named.toLowerCase() !== login.toLowerCase())
    throw inconsistent(`GitHub's API: asked for the permission of ${login}, got that of ${named}`)
  if (account['type'] !== 'User') return undefined
  const level = textOf(permission, `permission of ${login}`)
  if (level === 'admin' || level === 'write') return 'write'
  return level === 'read' ? 'read' : undefined
}
