/**
 * Takes out of GitHub's descriptions of its API what the tests' fake GitHub answers with: `node scripts/github-api.ts REST
 * GRAPHQL`, where REST is generated/api.github.com.json of the npm package @octokit/openapi, which unpacks to 385 MB, and
 * GRAPHQL is schema.json of @octokit/graphql-schema. The excerpts are committed, so that nobody else needs either.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PATHS = [
  '/repos/{owner}/{repo}',
  '/repos/{owner}/{repo}/branches/{branch}',
  '/repos/{owner}/{repo}/compare/{basehead}',
  '/repos/{owner}/{repo}/contents/{path}',
  '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
  '/repos/{owner}/{repo}/collaborators/{username}/permission',
  '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
  '/repos/{owner}/{repo}/actions/runs/{run_id}/approvals',
  '/repos/{owner}/{repo}/actions/runs/{run_id}',
  '/orgs/{org}/teams/{team_slug}/memberships/{username}',
]

type Json = Readonly<Record<string, unknown>>

const [file, graphqlFile] = process.argv.slice(2)
if (file === undefined || graphqlFile === undefined) throw new Error('which files?')
const whole: { info: Json; paths: Json; components: { schemas: Json } } = JSON.parse(
  readFileSync(file, 'utf8'),
)

const schemas: Record<string, unknown> = {}

/** Without what only people read, and with all that it refers to. */
function slim(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(slim)
  if (typeof value !== 'object' || value === null) return value
  const { $ref } = value as { $ref?: string }
  const name = $ref?.replace('#/components/schemas/', '')
  if (name !== undefined && !(name in schemas)) {
    schemas[name] = true
    schemas[name] = slim(whole.components.schemas[name])
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, inside]) =>
          !(NOISE.has(key) && (typeof inside === 'string' || key.startsWith('example'))),
      )
      .map(([key, inside]) => [key, slim(inside)]),
  )
}

const NOISE = new Set(['description', 'title', 'example', 'examples', 'externalDocs'])

const answers = Object.fromEntries(
  PATHS.map((path) => {
    const { get } = whole.paths[path] as { get: { responses: Record<string, unknown> } }
    const { content } = get.responses['200'] as { content: Record<string, { schema: unknown }> }
    return [path, slim(content['application/json']?.schema)]
  }),
)
write('rest.json', { source: '@octokit/openapi', version: whole.info['version'], answers, schemas })

/** Types and fields that the queries use. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Query: ['repository'],
  Repository: ['pullRequest', 'object'],
  PullRequest: [
    ...['number', 'merged', 'baseRefName', 'author', 'mergeCommit'],
    ...['reviews', 'commits', 'timelineItems'],
  ],
  Actor: ['login'],
  GitObject: ['oid'],
  Commit: ['oid', 'authors', 'committer'],
  PullRequestReviewConnection: ['totalCount', 'pageInfo', 'nodes'],
  PullRequestCommitConnection: ['totalCount', 'pageInfo', 'nodes'],
  PullRequestTimelineItemsConnection: ['pageInfo', 'nodes'],
  GitActorConnection: ['totalCount', 'nodes'],
  PageInfo: ['hasNextPage', 'endCursor'],
  PullRequestReview: ['state', 'submittedAt', 'author', 'commit'],
  PullRequestCommit: ['commit'],
  GitActor: ['user'],
  User: ['login'],
  HeadRefForcePushedEvent: ['createdAt', 'actor', 'beforeCommit', 'afterCommit'],
}

interface TypeRef {
  readonly kind: string
  readonly name: string | null
  readonly ofType: TypeRef | null
}
interface Field {
  readonly name: string
  readonly type: TypeRef
  readonly args: readonly { readonly name: string; readonly type: TypeRef }[]
}
const graphql: {
  __schema: { types: readonly { name: string; fields: readonly Field[] | null }[] }
} = JSON.parse(readFileSync(graphqlFile, 'utf8'))

/** As GraphQL writes it: `[PullRequestReview]`, `String!`. */
function typeText({ kind, name, ofType }: TypeRef): string {
  if (ofType === null) return name ?? ''
  return kind === 'LIST' ? `[${typeText(ofType)}]` : `${typeText(ofType)}!`
}

const types = Object.fromEntries(
  Object.entries(FIELDS).map(([type, names]) => {
    const known = graphql.__schema.types.find(({ name }) => name === type)?.fields ?? []
    const fields = names.map((name) => {
      const field = known.find((one) => one.name === name)
      if (field === undefined) throw new Error(`GitHub has no ${type}.${name}`)
      const args = field.args.map((one) => [one.name, typeText(one.type)])
      return [name, { type: typeText(field.type), args: Object.fromEntries(args) }]
    })
    return [type, Object.fromEntries(fields)]
  }),
)
write('graphql.json', { source: '@octokit/graphql-schema', types })

function write(name: string, value: unknown): void {
  const to = join(import.meta.dirname, '../test/support/github-api', name)
  writeFileSync(to, `${JSON.stringify(value)}\n`)
}
