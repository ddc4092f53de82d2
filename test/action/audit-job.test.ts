/** The scripts of the audit job in remediate.yml, as a runner has them: a clone, a remote, records, and a `gh` that does nothing. */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { hasShape } from '../../src/protocol/schemas.ts'
import { PREDICATE_TYPE } from '../../src/record/statement.ts'
import { RUN_ID, writeHundred } from '../record/hundred.ts'

const ROOT = resolve(import.meta.dirname, '../..')
interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string>>
}
const steps: readonly Step[] = parse(
  readFileSync(join(ROOT, '.github/workflows/remediate.yml'), 'utf8'),
).jobs.audit.steps
const compare = steps.find(({ name }) => name?.startsWith('Compare'))?.run ?? ''
const keep = steps.find(({ name }) => name?.startsWith('Keep'))?.run ?? ''

let folder: string
let head = ''
const NAME = `rune-restart-${RUN_ID.slice(0, 8)}`
const execute = promisify(execFile)
const git = async (cwd: string, ...args: string[]): Promise<string> => {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  return (await execute('git', [...identity, ...args], { cwd })).stdout.trim()
}
/** As `shell: bash` of GitHub's runner. */
async function script(cwd: string, text: string, env: Readonly<Record<string, string>> = {}) {
  const PATH = [join(folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(':')
  const files = { RUNNER_TEMP: cwd, GITHUB_OUTPUT: join(cwd, 'output') }
  const options = { cwd, env: { PATH, HOME: folder, ...files, ...env } }
  return execute('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', text], options).then(
    () => 0,
    (failed: { code: number }) => failed.code,
  )
}

async function clone(name: string): Promise<string> {
  const path = join(folder, name)
  await git(folder, 'clone', '--quiet', join(folder, 'origin.git'), name)
  symlinkSync(join(ROOT, 'dist'), join(path, 'dist'))
  return path
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rune-audit-job-'))
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/gh'), '#!/bin/sh\nexit 0\n', { mode: 0o755 })
  await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', 'origin.git')
  await git(folder, 'init', '--quiet', '--initial-branch=main', 'first')
  await git(join(folder, 'first'), 'commit', '--quiet', '--allow-empty', '--message=first')
  await git(join(folder, 'first'), 'push', '--quiet', join(folder, 'origin.git'), 'main')
  head = (await writeHundred(join(folder, 'record'))).sha256
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('compares the record with the head that came another way, and makes the predicate to be signed', async () => {
  const at = await clone('compare')
  cpSync(join(folder, 'record'), join(at, 'records', NAME), { recursive: true })
  expect(await script(at, compare, { RUN_KEY: RUN_ID, RECORD_HEAD: head })).toBe(0)
  expect(readFileSync(join(at, 'output'), 'utf8')).toBe(`folder=records/${NAME}\n`)
  const predicate: unknown = JSON.parse(readFileSync(join(at, 'predicate.json'), 'utf8'))
  const statement = JSON.parse(readFileSync(join(folder, 'record/attestation.json'), 'utf8'))
  expect(hasShape('attestation', { ...statement, predicate })).toBe(true)
  const other = head.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
  expect(await script(at, compare, { RUN_KEY: RUN_ID, RECORD_HEAD: other })).toBe(1)
  // A run that was killed gives no outputs; its record comes from the post step.
  expect(await script(at, compare, { RUN_KEY: '', RECORD_HEAD: '' })).toBe(0)
}, 60_000)

it('signs what the statement is about', () => {
  const attest = steps.find(({ uses }) => uses?.startsWith('actions/attest@'))
  const files = attest?.with?.['subject-path']?.trim().split('\n') ?? []
  expect(files.map((file) => file.split('/').at(-1))).toEqual([
    'report.json',
    'plan.json',
    'events.ndjson',
  ])
  expect(attest?.with?.['predicate-type']).toBe(PREDICATE_TYPE)
})

it('pushes an entry, once, also when another run has pushed since', async () => {
  const [one, two] = [await clone('one'), await clone('two')]
  for (const at of [one, two])
    cpSync(join(folder, 'record'), join(at, 'records', NAME), { recursive: true })
  mkdirSync(join(one, 'records', `${NAME}-intent`))
  expect(await script(one, keep)).toBe(0)
  expect(await script(two, keep)).toBe(0)
  const origin = join(folder, 'origin.git')
  expect(await git(origin, 'rev-list', '--count', 'rune-audit')).toBe('1')
  expect(await git(origin, 'ls-tree', '-r', '--name-only', 'rune-audit')).toContain(
    `runs/5f/${RUN_ID}/attestation.json`,
  )
  // What is altered is not kept, and the job fails.
  writeFileSync(join(two, 'records', NAME, 'report.json'), '{}')
  expect(await script(two, keep)).toBe(1)
  expect(existsSync(join(two, 'runs'))).toBe(false)
}, 60_000)
