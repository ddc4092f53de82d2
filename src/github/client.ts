/** Asks GitHub's API: waits as told, tries again what may pass, and says of everything else what to do about it. */
import type { Host } from '../host.ts'
import { type Fault, fault, fromUnknown, RuneError } from '../protocol/errors.ts'
import { boundedFetch, type Fetch } from './fetch.ts'

export interface ClientInit {
  readonly host: Host
  readonly token: string
  /** GITHUB_API_URL. */
  readonly apiUrl: string
  readonly signal: AbortSignal
  /** For all calls together, waiting included. Default: a minute. */
  readonly deadlineMs?: number
  /** For one call. Default: 15 s. */
  readonly callMs?: number
}

/** What a refusal is about: the permission that a workflow has to give, as `permissions:` writes it. */
type JobPermission = 'contents: read' | 'pull-requests: read' | 'actions: read'

/** `members: read` is of the organization: no workflow can give it to its token. */
export type Permission = JobPermission | 'members: read'

export interface Page {
  readonly data: unknown
  /** GitHub has a further page. */
  readonly more: boolean
}

export interface Client {
  /** undefined: 404, where `missing` allows that. Rejects with a RuneError for everything else that is no answer. */
  get(
    route: `GET /${string}`,
    parameters: Readonly<Record<string, unknown>>,
    how: { readonly needs: Permission; readonly missing?: boolean },
  ): Promise<Page | undefined>
  /** The `data` of an answer without errors. */
  query(
    text: string,
    variables: Readonly<Record<string, unknown>>,
    needs: Permission,
  ): Promise<unknown>
}

const BODY_BYTES = 8 * 1024 * 1024
const ATTEMPTS = 3
const REQUESTS = 500
/** Later versions leave out `merge_commit_sha`, by which a commit is found to be a pull request's. */
const VERSION = '2022-11-28'

export async function openClient(init: ClientInit): Promise<Client> {
  const { host, token, signal } = init
  if (token === '') {
    const what =
      'the input github-token is empty: without it nothing can be read of the protected branch'
    throw refusal('gh-forbidden', what)
  }
  // Loaded only here: a run without GitHub does not need it.
  const { GitHub, defaults } = await import('@actions/github/lib/utils')
  const proxied: Fetch = defaults.request?.fetch
  const quiet = (): void => undefined
  const octokit = new GitHub({
    auth: `token ${token}`,
    baseUrl: init.apiUrl,
    // The package prints deprecations, with text that a server sends.
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    request: {
      fetch: boundedFetch(proxied, {
        bytes: BODY_BYTES,
        timeoutMs: init.callMs ?? 15_000,
        signal,
      }),
    },
  })
  const until = host.monotonicMs() + (init.deadlineMs ?? 60_000)
  let requests = 0

  const attempt = async <T>(
    what: string,
    needs: Permission,
    call: () => Promise<T>,
  ): Promise<T> => {
    for (let tried = 1; ; tried += 1) {
      requests += 1
      if (requests > REQUESTS)
        throw refusal('gh-rate-limited', `it took more than ${REQUESTS} requests`)
      try {
        return await call()
      } catch (caught) {
        const failure = failureOf(caught, { what, needs, tried, now: Date.parse(host.now()) })
        const { waitMs } = failure
        const fits = waitMs !== undefined && host.monotonicMs() + waitMs < until
        if (!fits || tried === ATTEMPTS || signal.aborted)
          throw new RuneError(failure.fault, { cause: caught })
        await host.sleep(waitMs, signal)
      }
    }
  }
  return {
    get: (route, parameters, { needs, missing = false }) =>
      attempt(route, needs, async () => {
        try {
          const headers = { 'x-github-api-version': VERSION }
          const { data, headers: answered } = await octokit.request(route, {
            ...parameters,
            headers,
          })
          return { data, more: /<[^>]*>;\s*rel="next"/.test(answered.link ?? '') }
        } catch (caught) {
          if (missing && statusOf(caught) === 404) return undefined
          throw caught
        }
      }),
    query: (text, variables, needs) =>
      attempt('POST /graphql', needs, () => octokit.graphql<unknown>(text, variables)),
  }
}

interface Failure {
  readonly fault: Fault
  /** How long to wait before the same may be asked again; left out: asking again would change nothing. */
  readonly waitMs?: number
}

interface Asked {
  readonly what: string
  readonly needs: Permission
  readonly tried: number
  /** Milliseconds since 1970. */
  readonly now: number
}

/** GitHub's and its packages' failures as ours. */
function failureOf(caught: unknown, asked: Asked): Failure {
  const { what, needs, tried } = asked
  const own = [caught, fromUnknown(caught).cause].find((one) => one instanceof RuneError)
  if (own) return { fault: own.fault }
  const status = statusOf(caught)
  const limited = rateLimit(caught, status, asked)
  if (limited) return limited
  const types = graphqlTypes(caught)
  if (types?.some((type) => ['FORBIDDEN', 'INSUFFICIENT_SCOPES', 'NOT_FOUND'].includes(type)))
    return { fault: forbidden(`${what} is answered ${types.join(', ')}`, needs) }
  if (types) return { fault: faultOf('gh-inconsistent', `${what} is answered with an error`) }
  if (status === 401)
    return {
      fault: faultOf(
        'gh-forbidden',
        `${what} is answered 401: the token in the input github-token is not valid, or has expired`,
      ),
    }
  if (status === 403 || status === 404)
    return { fault: forbidden(`${what} is answered ${status}`, needs) }
  if (status !== undefined && status < 500)
    return { fault: faultOf('gh-inconsistent', `${what} is answered ${status}`) }
  const how = status === undefined ? reasonOf(caught) : `is answered ${status}`
  return { fault: faultOf('gh-unavailable', `${what} ${how}`), waitMs: 1000 * 2 ** (tried - 1) }
}

/** As GitHub documents it: wait as told; where nothing is told at least a minute, and longer each time. */
function rateLimit(caught: unknown, status: number | undefined, asked: Asked): Failure | undefined {
  const headers = headersOf(caught)
  const graphql = graphqlTypes(caught)?.includes('RATE_LIMITED') ?? false
  const told = Number(headers['retry-after'] ?? Number.NaN)
  const spent = headers['x-ratelimit-remaining'] === '0'
  const limited =
    graphql ||
    status === 429 ||
    (status === 403 && (spent || !Number.isNaN(told) || documentsLimit(caught)))
  if (!limited) return undefined
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000 - asked.now
  const known = Number.isNaN(told) ? (spent ? reset : Number.NaN) : told * 1000
  const waitMs = Number.isNaN(known) ? 60_000 * 2 ** (asked.tried - 1) : Math.max(1000, known)
  const at = new Date(asked.now + waitMs).toISOString()
  return {
    fault: faultOf(
      'gh-rate-limited',
      `${asked.what} is over GitHub's rate limit; it may be asked again at ${at}`,
    ),
    waitMs,
  }
}

/** A secondary limit may come without any header; the address of its documentation says what it is. */
function documentsLimit(caught: unknown): boolean {
  const response = inside(caught, 'response')
  const url = inside(inside(response, 'data'), 'documentation_url')
  return typeof url === 'string' && url.includes('rate-limits')
}

function forbidden(what: string, needs: Permission): Fault {
  const todo =
    needs === 'members: read'
      ? "the token may not read it; the job's own never may: give the input github-token that of an App, or a fine-grained one, with the organization's permission `Members: read`"
      : `the job's token may not read it; add \`${needs}\` to its \`permissions:\``
  return faultOf('gh-forbidden', `${what}: ${todo}`)
}

function faultOf(kind: Fault['kind'], message: string): Fault {
  return fault(kind, `GitHub's API: ${message}`.slice(0, 1000), { phase: 'policy' })
}

function refusal(kind: Fault['kind'], message: string): RuneError {
  return new RuneError(faultOf(kind, message))
}

function reasonOf(caught: unknown): string {
  const { name, message } = fromUnknown(inside(caught, 'cause') ?? caught)
  return name === 'TimeoutError' || name === 'AbortError'
    ? 'does not answer in time'
    : `cannot be reached: ${message.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 200)}`
}

/** Of an answer; undefined where there was none, which the package calls 500 too. */
function statusOf(caught: unknown): number | undefined {
  const status = inside(inside(caught, 'response'), 'status')
  return typeof status === 'number' ? status : undefined
}

function headersOf(caught: unknown): Readonly<Record<string, unknown>> {
  const headers = inside(inside(caught, 'response'), 'headers') ?? inside(caught, 'headers')
  return typeof headers === 'object' && headers !== null ? { ...headers } : {}
}

/** The types of GraphQL's errors; undefined where there was no such answer. */
function graphqlTypes(caught: unknown): readonly string[] | undefined {
  const errors = inside(caught, 'errors')
  if (!Array.isArray(errors)) return undefined
  return errors.map((one) => String(inside(one, 'type') ?? 'without a type').slice(0, 40))
}

function inside(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !(name in value)) return undefined
  return Reflect.get(value, name)
}
