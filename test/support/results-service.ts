/** The part of GitHub's results service that takes artifacts, on loopback: Twirp calls and block blobs. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService/'
const RUN = 'ce7f54c7-61c7-4aae-887f-30da475f5f1a'
const JOB = 'ca395085-040a-526b-2ce8-bdc85f692774'

/** In the address that an upload goes to; clients mask it. */
export const UPLOAD_SIGNATURE = 'test-upload-signature'

export interface UploadedArtifact {
  readonly id: number
  readonly name: string
  /** Exactly the bytes that were committed. */
  readonly zip: Buffer
  /** As the client named it: `sha256:...`. */
  readonly hash: string | undefined
  readonly size: number
  readonly expiresAt: string | undefined
}

export interface ResultsService {
  readonly origin: string
  /** Finalized artifacts in order. */
  readonly artifacts: readonly UploadedArtifact[]
  /** Requests so far, `CreateArtifact` or `PUT block`. */
  readonly requests: readonly string[]
  /** What the runner gives an action, for this service. */
  runtimeEnv(): Record<string, string>
  stop(): Promise<void>
}

export interface ResultsOptions {
  /** An answer in place of the real one: `{ status, msg }`, or 'hang' for none at all. */
  readonly instead?: (request: string) => { status: number; msg: string } | 'hang' | undefined
}

interface Pending {
  readonly name: string
  readonly expiresAt: string | undefined
  readonly blocks: Map<string, Buffer>
  content?: Buffer
}

export async function startResultsService(options: ResultsOptions = {}): Promise<ResultsService> {
  const pending: Pending[] = []
  const artifacts: UploadedArtifact[] = []
  const requests: string[] = []

  const twirp = (method: string, body: Record<string, unknown>): Record<string, unknown> => {
    const name = String(body['name'])
    if (body['workflow_run_backend_id'] !== RUN || body['workflow_job_run_backend_id'] !== JOB)
      throw new Refusal(403, 'wrong backend ids')
    if (method === 'CreateArtifact') {
      if (pending.some((other) => other.name === name))
        throw new Refusal(409, 'an artifact with this name already exists')
      const expiresAt = body['expires_at']
      pending.push({
        name,
        expiresAt: typeof expiresAt === 'string' ? expiresAt : undefined,
        blocks: new Map(),
      })
      return {
        ok: true,
        signed_upload_url: `${origin}/upload/${pending.length - 1}?sig=${UPLOAD_SIGNATURE}`,
      }
    }
    const blob = pending.find((other) => other.name === name)
    if (method !== 'FinalizeArtifact' || !blob?.content) throw new Refusal(404, 'no such upload')
    const { expiresAt, content: zip } = blob
    const hash = typeof body['hash'] === 'string' ? body['hash'] : undefined
    const artifact = { id: 100 + artifacts.length, name, zip, hash, size: 0, expiresAt }
    artifacts.push({ ...artifact, size: Number(body['size']) })
    return { ok: true, artifact_id: String(artifact.id) }
  }

  const put = (url: URL, body: Buffer): void => {
    const blob = pending[Number(url.pathname.split('/').at(-1))]
    if (!blob) throw new Refusal(404, 'no such upload')
    if (url.searchParams.get('comp') === 'block') {
      blob.blocks.set(url.searchParams.get('blockid') ?? '', body)
    } else {
      const ids = body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)
      blob.content = Buffer.concat(
        [...ids].map(([, id = '']) => blob.blocks.get(id) ?? missing(id)),
      )
    }
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', origin)
    const body = Buffer.concat(await request.toArray())
    const call = url.pathname.startsWith(SERVICE) && url.pathname.slice(SERVICE.length)
    const label = call || `${request.method} ${url.searchParams.get('comp')}`
    requests.push(label)
    const instead = options.instead?.(label)
    if (instead === 'hang') return
    if (instead) throw new Refusal(instead.status, instead.msg)
    if (!call) {
      put(url, body)
      response.writeHead(201, {
        ETag: '"0x1"',
        'Last-Modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
        'x-ms-request-server-encrypted': 'true',
      })
      response.end()
      return
    }
    if (request.headers.authorization !== `Bearer ${token()}`) throw new Refusal(401, 'bad token')
    const result = twirp(call, JSON.parse(body.toString()))
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(result))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((caught: unknown) => {
      const { status, message } =
        caught instanceof Refusal ? caught : new Refusal(500, String(caught))
      response.writeHead(status, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify({ code: 'refused', msg: message }))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no TCP address')
  const origin = `http://127.0.0.1:${bound.port}`

  return {
    origin,
    artifacts,
    requests,
    runtimeEnv: () => ({
      ACTIONS_RUNTIME_TOKEN: token(),
      ACTIONS_RESULTS_URL: `${origin}/`,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_WORKSPACE: process.cwd(),
      no_proxy: '127.0.0.1',
    }),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

function missing(id: string): never {
  throw new Refusal(400, `block ${id} was not uploaded`)
}

/** A JWT that names the run and the job; clients do not check its signature. */
function token(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const scp = `Actions.Example Actions.Results:${RUN}:${JOB}`
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ scp })}.signature`
}
