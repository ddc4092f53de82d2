/** Reads pull requests: which one brought a commit, who reviewed what of it, and how its head moved. */
import type { Place } from './branch.ts'
import type { Client } from './client.ts'
import {
  countOf,
  type Fields,
  flagOf,
  inconsistent,
  listOf,
  loginOf,
  objectOf,
  oidOf,
  orNull,
  textOf,
  timeOf,
} from './read.ts'

/** A merged pull request that GitHub associates with a commit. */
export interface MergedPull {
  readonly number: number
  /** The branch that it was merged into. */
  readonly base: string
  /** The commit that the merge made; of a rebase the last one. */
  readonly mergeCommit?: string
}

export interface Review {
  readonly state: string
  /** When GitHub received it; undefined while it is pending. */
  readonly at?: string
  /** undefined: the account is deleted. */
  readonly by?: Account
  /** The head that it is for, as GitHub says now. */
  readonly head?: string
}

export interface Account {
  readonly login: string
  /** GitHub's own accounts and Apps are no users. */
  readonly person: boolean
}

export interface ForcePush {
  readonly at: string
  readonly by?: string
  readonly before?: string
  readonly after?: string
}

export interface Pull {
  readonly number: number
  readonly base: string
  readonly mergeCommit?: string
  readonly reviews: readonly Review[]
  readonly forcePushes: readonly ForcePush[]
  /** Logins of the author and of everybody who wrote, committed or force-pushed any of it. */
  readonly writers: ReadonlySet<string>
}

const NEEDS = 'pull-requests: read'
const PAGES = 20
const PULLS_PAGES = 3

/** Those that were merged; unmerged ones that hold the commit too are left out. */
export async function mergedPulls(
  client: Client,
  place: Place,
  commit: string,
): Promise<readonly MergedPull[]> {
  const found: MergedPull[] = []
  for (let page = 1; ; page += 1) {
    const answer = await client.get(
      'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
      { ...place, commit_sha: commit, per_page: 100, page },
      { needs: NEEDS },
    )
    for (const one of listOf(answer?.data, `pull requests of ${commit}`)) {
      const pull = objectOf(one, 'a pull request')
      if (orNull(pull['merged_at'], timeOf, 'merged_at') === undefined) continue
      const mergeCommit = orNull(pull['merge_commit_sha'], oidOf, 'merge_commit_sha')
      found.push({
        number: countOf(pull['number'], 'number of a pull request'),
        base: textOf(objectOf(pull['base'], 'base')['ref'], 'base.ref'),
        ...(mergeCommit === undefined ? {} : { mergeCommit }),
      })
    }
    if (!answer?.more) return found
    if (page === PULLS_PAGES)
      throw inconsistent(`GitHub names too many pull requests for ${commit}`)
  }
}

const PULL = `query RunePull($owner: String!, $repo: String!, $number: Int!, $reviews: String, $commits: String, $pushes: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      number
      merged
      baseRefName
      author { __typename login }
      mergeCommit { oid }
      reviews(first: 100, after: $reviews) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { state submittedAt author { __typename login } commit { oid } }
      }
      commits(first: 100, after: $commits) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          commit {
            oid
            authors(first: 100) { totalCount nodes { user { login } } }
            committer { user { login } }
          }
        }
      }
      timelineItems(first: 100, after: $pushes, itemTypes: [HEAD_REF_FORCE_PUSHED_EVENT]) {
        pageInfo { hasNextPage endCursor }
        nodes {
          __typename
          ... on HeadRefForcePushedEvent {
            createdAt
            actor { __typename login }
            beforeCommit { oid }
            afterCommit { oid }
          }
        }
      }
    }
  }
}`

/** All of it, whatever number of pages; half of it is no answer. */
export async function readPull(client: Client, place: Place, number: number): Promise<Pull> {
  const pages: Fields[] = []
  const cursors: Record<string, string | null> = { reviews: null, commits: null, pushes: null }
  for (let more = true; more; ) {
    if (pages.length === PAGES) throw inconsistent(`pull request #${number} is too long to be read`)
    const data = objectOf(
      await client.query(PULL, { ...place, number, ...cursors }, NEEDS),
      'the answer',
    )
    const repository = objectOf(data['repository'], 'repository')
    const pull = objectOf(repository['pullRequest'], `pull request #${number}`)
    if (pull['number'] !== number)
      throw inconsistent(`GitHub's API: asked for pull request #${number}, got another`)
    pages.push(pull)
    more = false
    for (const [cursor, name] of CONNECTIONS) {
      const info = objectOf(objectOf(pull[name], name)['pageInfo'], `pageInfo of ${name}`)
      const end = orNull(info['endCursor'], textOf, `endCursor of ${name}`)
      if (end !== undefined) cursors[cursor] = end
      if (!flagOf(info['hasNextPage'], `hasNextPage of ${name}`)) continue
      if (end === undefined)
        throw inconsistent(`GitHub's API: ${name} has a next page and no place of it`)
      more = true
    }
  }
  return pullOf(number, pages)
}

const CONNECTIONS = [
  ['reviews', 'reviews'],
  ['commits', 'commits'],
  ['pushes', 'timelineItems'],
] as const

function pullOf(number: number, pages: readonly Fields[]): Pull {
  const first = pages[0] ?? {}
  if (!flagOf(first['merged'], 'merged'))
    throw inconsistent(`GitHub's API: pull request #${number} was merged, and it was not`)
  const merge = orNull(first['mergeCommit'], objectOf, 'mergeCommit')
  const forcePushes = nodesOf(pages, 'timelineItems').map(forcePushOf)
  const commits = nodesOf(pages, 'commits').map((node) => objectOf(node['commit'], 'commit'))
  const writers = [
    accountOf(first['author'], 'author')?.login,
    ...forcePushes.map(({ by }) => by),
    ...commits.flatMap(writersOf),
  ].filter((login) => login !== undefined)
  return {
    number,
    base: textOf(first['baseRefName'], 'baseRefName'),
    ...(merge === undefined ? {} : { mergeCommit: oidOf(merge['oid'], 'oid of the merge') }),
    reviews: nodesOf(pages, 'reviews').map(reviewOf),
    forcePushes,
    writers: new Set(writers.map((login) => login.toLowerCase())),
  }
}

/** The nodes of a connection on all pages: as many as it says that there are. */
function nodesOf(pages: readonly Fields[], name: string): readonly Fields[] {
  const connections = pages.map((page) => objectOf(page[name], name))
  const nodes = connections.flatMap(({ nodes }) =>
    listOf(nodes, `nodes of ${name}`).map((node) => objectOf(node, `a node of ${name}`)),
  )
  for (const { totalCount } of connections) {
    if (name === 'timelineItems') continue
    const total = countOf(totalCount, `totalCount of ${name}`)
    if (total !== nodes.length)
      throw inconsistent(`GitHub's API: ${name} are ${total}, and ${nodes.length} were given`)
  }
  return nodes
}

function reviewOf(node: Fields): Review {
  const at = orNull(node['submittedAt'], timeOf, 'submittedAt')
  const by = accountOf(node['author'], 'author of a review')
  const commit = orNull(node['commit'], objectOf, 'commit of a review')
  return {
    state: textOf(node['state'], 'state of a review', /^[A-Z_]{1,40}$/),
    ...(at === undefined ? {} : { at }),
    ...(by === undefined ? {} : { by }),
    ...(commit === undefined ? {} : { head: oidOf(commit['oid'], 'oid of a reviewed commit') }),
  }
}

function forcePushOf(node: Fields): ForcePush {
  if (node['__typename'] !== 'HeadRefForcePushedEvent')
    throw inconsistent("GitHub's API: asked for force-pushes, got something else")
  const by = accountOf(node['actor'], 'actor')
  const before = orNull(node['beforeCommit'], objectOf, 'beforeCommit')
  const after = orNull(node['afterCommit'], objectOf, 'afterCommit')
  return {
    at: timeOf(node['createdAt'], 'createdAt'),
    ...(by === undefined ? {} : { by: by.login }),
    ...(before === undefined ? {} : { before: oidOf(before['oid'], 'oid before') }),
    ...(after === undefined ? {} : { after: oidOf(after['oid'], 'oid after') }),
  }
}

function accountOf(value: unknown, where: string): Account | undefined {
  const account = orNull(value, objectOf, where)
  if (account === undefined) return undefined
  const login = loginOf(account['login'], `login of ${where}`)
  const person = account['__typename'] === 'User' && !login.endsWith('[bot]')
  return { login, person }
}

/** Co-authors are among the authors. An author without an account cannot be a reviewer. */
function writersOf(commit: Fields): readonly string[] {
  const authors = objectOf(commit['authors'], 'authors')
  const nodes = listOf(authors['nodes'], 'nodes of authors')
  if (countOf(authors['totalCount'], 'totalCount of authors') !== nodes.length)
    throw inconsistent("GitHub's API: a commit has more authors than can be read")
  const committer = orNull(commit['committer'], objectOf, 'committer')
  return [...nodes.map((node) => objectOf(node, 'an author')), ...(committer ? [committer] : [])]
    .map(({ user }) => orNull(user, objectOf, 'user'))
    .flatMap((user) => (user === undefined ? [] : [loginOf(user['login'], 'login of a user')]))
}

const BLOBS_AT_ONCE = 50

/** Git's ids of files at a commit, also of a fork's; a path where there is no file is left out. */
export async function blobsAt(
  client: Client,
  place: Place,
  { commit, paths }: { readonly commit: string; readonly paths: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (let at = 0; at < paths.length; at += BLOBS_AT_ONCE) {
    const some = paths.slice(at, at + BLOBS_AT_ONCE)
    const data = objectOf(
      await client.query(
        blobsQuery(some.length),
        { ...place, ...expressions(commit, some) },
        'contents: read',
      ),
      'the answer',
    )
    const repository = objectOf(data['repository'], 'repository')
    some.forEach((path, index) => {
      const object = orNull(repository[`b${index}`], objectOf, path)
      if (object?.['__typename'] === 'Blob') found.set(path, oidOf(object['oid'], `oid of ${path}`))
    })
  }
  return found
}

/** Paths are variables: what is in them never becomes part of a query. */
function blobsQuery(count: number): string {
  const numbers = [...Array(count).keys()]
  const variables = numbers.map((n) => `, $e${n}: String!`).join('')
  const objects = numbers.map((n) => `b${n}: object(expression: $e${n}) { __typename oid }`)
  return `query RuneBlobs($owner: String!, $repo: String!${variables}) {
  repository(owner: $owner, name: $repo) {
    ${objects.join('\n    ')}
  }
}`
}

function expressions(commit: string, paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path, index) => [`e${index}`, `${commit}:${path}`]))
}
