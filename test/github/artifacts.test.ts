import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { artifactName, uploadRecord } from '../../src/github/artifacts.ts'
import { sha256 } from '../../src/protocol/envelope.ts'
import {
  type ResultsOptions,
  type ResultsService,
  startResultsService,
  UPLOAD_SIGNATURE,
} from '../support/results-service.ts'
import { zipEntries } from '../support/zip.ts'

let parent: string
let folder: string
const services: ResultsService[] = []
/** What the package prints: caught, because a runner that runs these tests would obey it. */
const printed: string[] = []

beforeEach(async () => {
  printed.length = 0
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
  parent = await mkdtemp(join(tmpdir(), 'rune-artifact-'))
  folder = join(parent, 'record')
  await put('events.ndjson', '{"seq":0}\n')
  await put('report.json', '{}\n')
  await put('nodes/web-1/restart.1.json', '{"node":"web-1"}\n')
  await put('nodes/web-1/restart.1.stderr.txt', 'x'.repeat(100_000))
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await Promise.all(services.splice(0).map((service) => service.stop()))
  await rm(parent, { recursive: true })
})

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

/** A service, and this process made to look like an action that belongs to it. */
async function service(options?: ResultsOptions) {
  const results = await startResultsService(options)
  services.push(results)
  const env = results.runtimeEnv()
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  return { results, env }
}

describe('artifactName', () => {
  it.each([
    ['rune-42-1', 'rune-42-1'],
    ['a"b:c<d>e|f*g?h\r\ni\\j/k', 'a-b-c-d-e-f-g-h-i-j-k'],
    ['x ##[add-mask]e', 'x-add-mask-e'],
    ['..', 'rune-record'],
    ['', 'rune-record'],
    ['é', 'rune-record'],
  ])('makes %j into %j', (text, name) => {
    expect(artifactName(text)).toBe(name)
  })

  it('keeps at most 200 characters', () => {
    expect(artifactName('x'.repeat(300))).toHaveLength(200)
  })
})

describe('uploadRecord', () => {
  it('is unavailable outside an action and on GitHub Enterprise Server', async () => {
    const { results, env } = await service()
    for (const other of [
      { ...env, ACTIONS_RUNTIME_TOKEN: '' },
      { ...env, ACTIONS_RESULTS_URL: undefined },
      { ...env, GITHUB_SERVER_URL: 'https://github.example.com' },
      { ...env, GITHUB_SERVER_URL: 'https://github.com.example.com' },
      { ...env, GITHUB_SERVER_URL: 'no address' },
    ]) {
      const upload = await uploadRecord({ name: 'rune', folder, env: other })
      expect(upload.kind).toBe('unavailable')
    }
    expect(results.requests).toEqual([])
  })

  it('fails with audit-upload when the service refuses, and says why on one line', async () => {
    const { env } = await service({
      instead: (request) =>
        request === 'CreateArtifact' ? { status: 403, msg: 'no\nroom' } : undefined,
    })
    const upload = await uploadRecord({ name: 'rune', folder, env })
    expect(upload).toMatchObject({ kind: 'failed', fault: { kind: 'audit-upload' } })
    expect(upload.kind === 'failed' && upload.fault.message).toContain('no room')
  })

  it('fails when the folder is missing or holds no record', async () => {
    const { results, env } = await service()
    const missing = await uploadRecord({ name: 'rune', folder: join(parent, 'none'), env })
    expect(missing.kind).toBe('failed')
    await mkdir(join(parent, 'empty'))
    const empty = await uploadRecord({ name: 'rune', folder: join(parent, 'empty'), env })
    expect(empty.kind).toBe('failed')
    expect(results.requests).toEqual([])
  })

  it('stops waiting when it is told to', async () => {
    const { env } = await service({ instead: () => 'hang' })
    const signal = AbortSignal.timeout(50)
    const upload = await uploadRecord({ name: 'rune', folder, env, signal })
    expect(upload.kind === 'failed' && upload.fault.message).toBe('the upload did not end in time')
  })

  it('fails for a name that the run has used, because artifacts are immutable', async () => {
    const { env } = await service()
    expect((await uploadRecord({ name: 'rune', folder, env })).kind).toBe('uploaded')
    expect((await uploadRecord({ name: 'rune', folder, env })).kind).toBe('failed')
  })

  it('uploads the files of a record, and only those', async () => {
    await put('.report.json.tmp', 'half')
    await put('errors.ndjson', '{}\n')
    await put('id_ed25519', 'PRIVATE KEY')
    await put('nodes/web-1/core', 'dump')
    await put('nodes/web-1/.x.1.json', '{}')
    await put('deep/nodes/web-1/x.1.json', '{}')
    await symlink('/etc/passwd', join(folder, 'plan.json'))
    await symlink('/etc', join(folder, 'nodes/link'))
    const { results, env } = await service()
    const upload = await uploadRecord({ name: 'rune 42/1', folder, retentionDays: 30, env })

    const [artifact] = results.artifacts
    if (upload.kind !== 'uploaded' || !artifact) throw new Error(JSON.stringify(upload))
    expect(artifact).toMatchObject({ name: 'rune-42-1', id: upload.id, size: upload.size })
    expect(upload.digest).toBe(sha256(artifact.zip))
    expect(artifact.hash).toBe(`sha256:${upload.digest}`)
    expect(artifact.zip.length).toBe(upload.size)
    expect(artifact.expiresAt).toBeDefined()
    const entries = zipEntries(artifact.zip)
    expect([...entries.keys()].toSorted()).toEqual([
      'errors.ndjson',
      'events.ndjson',
      'nodes/web-1/restart.1.json',
      'nodes/web-1/restart.1.stderr.txt',
      'report.json',
    ])
    expect(String(entries.get('nodes/web-1/restart.1.json'))).toBe('{"node":"web-1"}\n')
    expect(entries.get('nodes/web-1/restart.1.stderr.txt')).toHaveLength(100_000)
  })

  it('prints nothing that a runner would take as a command, except masks', async () => {
    const { results, env } = await service()
    await put('nodes/web-1/x.1.json', '##[error]x\n::set-output name=status::good\n')
    const name = 'a\n::error::b ##[add-mask]e'
    expect(await uploadRecord({ name, folder, env })).toMatchObject({ kind: 'uploaded' })
    expect(results.artifacts).toHaveLength(1)
    const lines = printed.join('').split('\n')
    expect(lines).toContain('Uploading artifact: a-error-b-add-mask-e.zip')
    expect(lines.filter((line) => line.includes('##['))).toEqual([])
    // Debug lines are escaped by the package; the mask is of the upload address's signature.
    const commands = lines.filter((line) => /^\s*::/.test(line) && !line.startsWith('::debug::'))
    expect(new Set(commands)).toEqual(new Set([`::add-mask::${UPLOAD_SIGNATURE}`]))
    expect(printed.join('')).not.toContain(folder)
  })
})
