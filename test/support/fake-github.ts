/** GitHub's API on loopback, as far as RUNE asks it: answers from a real git repository and from scripted pull requests. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { graphqlMisfits } from './graphql.ts'
import { answer, misfits } from './openapi.ts'

export interface FakeReview {
  /** null: a deleted account. */
  readonly by: string | null
  readonly state?: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'
  /** RFC 3339; null while it is pending. */
  readonly at?: string | null
  /** The head that GitHub says it is for now. */
  readonly head: string | null
}

export interface FakePull {
  readonly number: number
  readonly author: string | null
  readonly base?: string
  /** null: closed without a merge. */
  readonly merged?: string | null
  /** Further commits that GitHub associates with it, such as the others of a rebase. */
  readonly others?: readonly string[]
  readonly reviews?: readonly FakeReview[]
  /** Logins of author, co-authors, and committer, of each of its commits. */
  readonly commits?: readonly {
    readonly authors: readonly (string | null)[]
    readonly committer?: string | null
  }[]
  readonly forcePushes?: readonly {
    readonly at: string
    readonly by: string
    readonly before: string
    readonly after: string
  }[]
}

export interface FakeRun {
  readonly id: number
  readonly title: string
  readonly created: string
  readonly status?: string
  readonly conclusion?: string | null
}

/** What a test may change at any time. */
export interface FakeState {
  /** A git repository; every read of its files is a read there. */
  readonly folder: string
  branch: string
  /** Default: HEAD of the repository. */
  head?: string
  protected: boolean
  pulls: readonly FakePull[]
  /** By login; who is not named has no account. */
  permissions: Readonly<Record<string, 'admin' | 'write' | 'read' | 'none'>>
  runs: readonly FakeRun[]
  approvals: readonly { environment: string; state: 'approved' | 'rejected'; user: string }[]
  /** Of the organization, by slug, then by login. */
  teams: Readonly<Record<string, Readonly<Record<string, 'active' | 'pending'>>>>
  /** Another answer than the real one: bytes as they go out, or 'hang' for none. */
  instead?: (call: string, count: number) => Reply | 'hang' | undefined
}

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface FakeGitHub {
  readonly origin: string
  readonly state: FakeState
  /** Method and path of every request, in order. */
  readonly calls: readonly string[]
  /** Answers that GitHub would not give, by its own descriptions. */
  readonly misfits: readonly string[]
  /** Values of the header Authorization. */
  readonly tokens: ReadonlySet<string>
  /** Values of the header X-GitHub-Api-Version in REST requests. */
  readonly versions: ReadonlySet<string>
  env(): Record<string, string>
  stop(): Promise<void>
}

const OWNER = 'octo'
const REPO = 'recovery'

export async function startFakeGitHub(
  folder: string,
  more: Partial<Omit<FakeState, 'folder'>> = {},
): Promise<FakeGitHub> {
  const state: FakeState = {
    folder,
    branch: 'main',
    protected: true,
    pulls: [],
    permissions: {},
    runs: [],
    approvals: [],
    teams: {},
    ...more,
  }
  const calls: string[] = []
  const wrong: string[] = []
  const tokens = new Set<string>()
  const versions = new Set<string>()
  const counts = new Map<string, number>()

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://fake')
    const body = Buffer.concat(await request.toArray()).toString()
    const call = `${request.method} ${decodeURIComponent(url.pathname)}`
    calls.push(call)
    tokens.add(String(request.headers.authorization))
    if (url.pathname !== '/graphql') versions.add(String(request.headers['x-github-api-version']))
    const count = (counts.get(call) ?? 0) + 1
    counts.set(call, count)
    const instead = state.instead?.(call, count)
    if (instead === 'hang') return
    const reply = instead ?? (await realReply(state, url, body, wrong))
    const json = { 'content-type': 'application/json; charset=utf-8' }
    response.writeHead(reply.status, { ...json, ...reply.headers }).end(reply.body ?? '')
  }
  const server = createServer((request, response) => {
    serve(request, response).catch((caught: unknown) => {
      wrong.push(String(caught))
      response.writeHead(500).end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no TCP address')
  const origin = `http://127.0.0.1:${bound.port}`
  return {
    origin,
    state,
    calls,
    misfits: wrong,
    tokens,
    versions,
    env: () => ({ GITHUB_API_URL: origin, no_proxy: '127.0.0.1' }),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function realReply(
  state: FakeState,
  url: URL,
  body: string,
  wrong: string[],
): Promise<Reply> {
  if (url.pathname === '/graphql') return graphqlReply(state, JSON.parse(body), wrong)
  const path = decodeURIComponent(url.pathname)
  const rest = path.replace(`/repos/${OWNER}/${REPO}`, '')
  for (const [pattern, template, reply] of ROUTES) {
    const found = pattern.exec(rest)
    if (!found) continue
    const content = reply(state, found[1] ?? '', url)
    if (content === undefined)
      return { status: 404, body: '{"message": "Not Found", "status": "404"}' }
    const whole = answer(template, content.body)
    wrong.push(...misfits(template, whole))
    return { status: 200, body: JSON.stringify(whole), headers: content.headers ?? {} }
  }
  throw new Error(`no such call: ${path}`)
}

interface Content {
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

type Route = (state: FakeState, name: string, url: URL) => Content | undefined

const R = '/repos/{owner}/{repo}'
const ROUTES: readonly (readonly [RegExp, string, Route])[] = [
  [/^$/, R, ({ branch }) => ({ body: { default_branch: branch, name: REPO } })],
  [
    /^\/branches\/(.+)$/,
    `${R}/branches/{branch}`,
    (state, name) =>
      name === state.branch
        ? { body: { name, commit: { sha: headOf(state) }, protected: state.protected } }
        : undefined,
  ],
  [/^\/compare\/(.+)$/, `${R}/compare/{basehead}`, compare],
  [/^\/contents\/(.+)$/, `${R}/contents/{path}`, contents],
  [
    /^\/commits\/([0-9a-f]+)\/pulls$/,
    `${R}/commits/{commit_sha}/pulls`,
    ({ pulls, branch }, commit, url) =>
      paged(
        url,
        pulls
          .filter(({ merged, others = [] }) => merged === commit || others.includes(commit))
          .map(({ number, merged, base = branch, author }) => ({
            number,
            state: 'closed',
            merged_at: merged == null ? null : '2026-01-01T00:00:00Z',
            merge_commit_sha: merged ?? null,
            base: { ref: base },
            user: author === null ? null : account(author),
          })),
      ),
  ],
  [
    /^\/collaborators\/(.+)\/permission$/,
    `${R}/collaborators/{username}/permission`,
    ({ permissions }, login) => {
      const permission = permissions[login]
      return permission && { body: { permission, role_name: permission, user: account(login) } }
    },
  ],
  [
    /^\/actions\/workflows\/(.+)\/runs$/,
    `${R}/actions/workflows/{workflow_id}/runs`,
    ({ runs }, _, url) => {
      const since = url.searchParams.get('created')?.replace('>=', '') ?? ''
      const listed = runs.filter(({ created }) => Date.parse(created) >= Date.parse(since))
      const { body, headers } = paged(
        url,
        listed.map(({ id, title, created, status = 'completed', conclusion = 'success' }) => ({
          id,
          display_title: title,
          created_at: created,
          html_url: `https://github.com/${OWNER}/${REPO}/actions/runs/${id}`,
          status,
          conclusion,
        })),
      )
      return {
        body: { total_count: listed.length, workflow_runs: body },
        ...(headers && { headers }),
      }
    },
  ],
  [
    /^\/actions\/runs\/(\d+)$/,
    `${R}/actions/runs/{run_id}`,
    // A run that a test does not script has just been started.
    ({ runs }, id) => ({
      body: {
        id: Number(id),
        created_at: runs.find((run) => String(run.id) === id)?.created ?? new Date().toISOString(),
      },
    }),
  ],
  [
    /^\/orgs\/octo\/teams\/(.+)$/,
    '/orgs/{org}/teams/{team_slug}/memberships/{username}',
    ({ teams }, path) => {
      const [slug = '', login = ''] = path.split('/memberships/')
      const state = teams[slug]?.[login]
      const url = `https://api.github.com/organizations/1/team/2/memberships/${login}`
      return state && { body: { url, role: 'member', state } }
    },
  ],
  [
    /^\/actions\/runs\/(\d+)\/approvals$/,
    `${R}/actions/runs/{run_id}/approvals`,
    ({ approvals }) => ({
      body: approvals.map(({ environment, state, user }) => ({
        environments: [{ name: environment }],
        state,
        user: account(user),
        comment: '',
      })),
    }),
  ],
]

function account(login: string): object {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
}

/** As GitHub pages lists: the next page is in the header Link. */
function paged(url: URL, all: readonly unknown[]): Content {
  const size = Number(url.searchParams.get('per_page') ?? 30)
  const page = Number(url.searchParams.get('page') ?? 1)
  const more = all.length > page * size
  // Not an address to follow: whoever does leaves the fake.
  const link = `<https://elsewhere.invalid/?page=${page + 1}>; rel="next"`
  return { body: all.slice((page - 1) * size, page * size), headers: more ? { link } : {} }
}

function git(folder: string, ...args: string[]): string | undefined {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const
    return execFileSync('git', args, { cwd: folder, stdio: [...stdio] })
      .toString()
      .trim()
  } catch {
    return undefined
  }
}

function headOf({ folder, head }: FakeState): string {
  return head ?? git(folder, 'rev-parse', 'HEAD') ?? '1'.repeat(40)
}

function compare({ folder }: FakeState, basehead: string): Content | undefined {
  const [base = '', head = ''] = basehead.split('...')
  const lines = git(folder, 'rev-list', '--parents', '--reverse', `${base}..${head}`)
  if (lines === undefined) return undefined
  const commits = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [sha, ...parents] = line.split(' ')
      return { sha, parents: parents.map((parent) => ({ sha: parent })) }
    })
  return { body: { total_commits: commits.length, commits: commits.slice(-250) } }
}

function contents({ folder }: FakeState, path: string, url: URL): Content | undefined {
  const ref = url.searchParams.get('ref') ?? ''
  const committed = git(folder, 'rev-parse', `${ref}:${path}`)
  // Outside git: the file as it lies there.
  const sha = committed ?? git(folder, 'hash-object', path)
  if (sha === undefined) return undefined
  const bytes =
    committed === undefined
      ? execFileSync('cat', [path], { cwd: folder })
      : execFileSync('git', ['cat-file', 'blob', sha], { cwd: folder })
  return {
    body: {
      type: 'file',
      encoding: 'base64',
      size: bytes.length,
      name: path,
      path,
      content: bytes.toString('base64').replace(/(.{60})/g, '$1\n'),
      sha,
    },
  }
}

interface Asked {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

function graphqlReply(state: FakeState, { query, variables }: Asked, wrong: string[]): Reply {
  const data = query.includes('RunePull')
    ? { repository: { pullRequest: pullData(state, variables) } }
    : { repository: blobData(state, variables) }
  wrong.push(...graphqlMisfits(query, data))
  return { status: 200, body: JSON.stringify({ data }) }
}

function blobData({ folder }: FakeState, variables: Asked['variables']): object {
  const blobs = Object.entries(variables).flatMap(([name, expression]) => {
    if (!/^e\d+$/.test(name)) return []
    const oid = git(folder, 'rev-parse', '--verify', String(expression))
    const key = name.replace('e', 'b')
    return [[key, oid === undefined ? null : { __typename: 'Blob', oid }] as const]
  })
  return Object.fromEntries(blobs)
}

function pullData({ pulls, branch }: FakeState, variables: Asked['variables']): object | null {
  const pull = pulls.find(({ number }) => number === variables['number'])
  if (!pull) return null
  const { number, merged, base = branch, author, reviews = [], forcePushes = [] } = pull
  const commits = pull.commits ?? [{ authors: [author] }]
  return {
    number,
    merged: merged != null,
    baseRefName: base,
    author: actor(author),
    mergeCommit: merged == null ? null : { oid: merged },
    reviews: connection(variables['reviews'], reviews, (review) => ({
      state: review.state ?? 'APPROVED',
      submittedAt: review.at === undefined ? '2026-01-02T00:00:00Z' : review.at,
      author: actor(review.by),
      commit: review.head === null ? null : { oid: review.head },
    })),
    commits: connection(variables['commits'], commits, ({ authors, committer = null }) => ({
      commit: {
        oid: '2'.repeat(40),
        authors: {
          totalCount: authors.length,
          nodes: authors.map((login) => ({ user: login === null ? null : { login } })),
        },
        committer: { user: committer === null ? null : { login: committer } },
      },
    })),
    timelineItems: withoutTotal(
      connection(variables['pushes'], forcePushes, ({ at, by, before, after }) => ({
        __typename: 'HeadRefForcePushedEvent',
        createdAt: at,
        actor: actor(by),
        beforeCommit: { oid: before },
        afterCommit: { oid: after },
      })),
    ),
  }
}

function actor(login: string | null): object | null {
  if (login === null) return null
  return { __typename: login.endsWith('[bot]') ? 'Bot' : 'User', login }
}

const PAGE = 100

function connection<T>(after: unknown, all: readonly T[], node: (one: T) => object) {
  const from = typeof after === 'string' ? Number(after) : 0
  const nodes = all.slice(from, from + PAGE).map(node)
  const end = from + nodes.length
  return {
    totalCount: all.length,
    pageInfo: { hasNextPage: end < all.length, endCursor: all.length === 0 ? null : String(end) },
    nodes,
  }
}

function withoutTotal({ totalCount: _, ...rest }: ReturnType<typeof connection>): object {
  return rest
}
