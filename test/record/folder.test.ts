import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sha256 } from '../../src/protocol/envelope.ts'
import { RuneError } from '../../src/protocol/errors.ts'
import { rcsMessage } from '../../src/protocol/rcs.ts'
import type { RunReport, StepRecord } from '../../src/protocol/types.gen.ts'
import { ended, runEnded, runStarted } from '../../src/record/events.ts'
import { createRecord } from '../../src/record/folder.ts'
import { verifyFolder } from '../../src/record/verify-folder.ts'

const init = {
  runId: '00000000-0000-4000-8000-000000000000',
  now: () => '2026-01-01T00:00:00.000Z',
}
let parent: string
let path: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'rune-record-'))
  path = join(parent, 'runs/one')
})
afterEach(() => rm(parent, { recursive: true }))

const message = (source: 'LOM' | 'LMM') =>
  rcsMessage({
    stamp: { messageId: init.runId, createdAt: init.now() },
    trace: { traceId: '0'.repeat(32), spanId: '0'.repeat(16) },
    correlationId: 'c',
    eventType: source === 'LOM' ? 'ACTION_EXECUTE_REQUEST' : 'ACTION_EXECUTED',
    source,
    target: source === 'LOM' ? 'LMM' : 'LOM',
    tags: [],
    data: {},
  })
const stepRecord: StepRecord = { rcs_request: message('LOM'), rcs_result: message('LMM') }
const facts = {
  correlation_id: 'c',
  actor: 'alice',
  trigger: 'cli',
  dry_run: false,
  tool: { name: 'rune', version: '0.1.0' },
} as const
const report: RunReport = {
  ...facts,
  schema_version: '1.0',
  run_id: init.runId,
  status: 'good',
  exit_status: 0,
  started_at: init.now(),
  finished_at: init.now(),
  duration_ms: 0,
  counts: { nodes: 0, good: 0, failed: 0, unknown: 0, cancelled: 0, untouched: 0 },
  nodes: [],
  problems: [],
}

/** A complete record, as a run leaves it, and its head. */
async function finished() {
  const record = await createRecord(path, init)
  await record.journal.append(runStarted(facts))
  const place = { node: 'web-1', step: 'restart' }
  const written = await record.writeStep({ ...place, n: 1 }, stepRecord, 'warned\n')
  await record.journal.append(
    ended({ ...place, attempt: 1 }, { status: 'succeeded', executed: 'yes', ...written }),
  )
  const files = [await record.writeReport(report), await record.writeSummary('# Good\n')]
  await record.journal.append(runEnded(report, files))
  await record.close()
  return record.journal.head()
}

async function refusalOf(promise: Promise<unknown>): Promise<string> {
  const caught = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(caught instanceof RuneError)) throw new Error(`no RuneError but ${String(caught)}`)
  expect(caught.fault.kind).toBe('audit-write')
  return caught.message
}

it('refuses a folder that has something in it, a file, and a link', async () => {
  await mkdir(path, { recursive: true })
  await writeFile(join(path, 'report.json'), '{}')
  expect(await refusalOf(createRecord(path, init))).toContain('not empty')
  expect(await refusalOf(createRecord(join(path, 'report.json'), init))).toContain('not a folder')
  expect(await refusalOf(createRecord(join(path, 'report.json/x'), init))).toContain(path)
  await mkdir(join(parent, 'empty'))
  await symlink(join(parent, 'empty'), join(parent, 'link'))
  expect(await refusalOf(createRecord(join(parent, 'link'), init))).toContain('not a folder')
})

it('refuses names that are not ids', async () => {
  const record = await createRecord(path, init)
  for (const name of ['..', '../x', '', '.hidden', 'a/b', 'a\n', 'x'.repeat(129)]) {
    await expect(record.writeStep({ node: name, step: 's', n: 1 }, stepRecord)).rejects.toThrow()
    await expect(record.writeStep({ node: 'n', step: name, n: 1 }, stepRecord)).rejects.toThrow()
  }
  await expect(record.writeStep({ node: 'n', step: 's', n: 0 }, stepRecord)).rejects.toThrow()
  expect(await readdir(path)).toEqual(['.lock', 'events.ndjson'])
  await record.close()
})

it('names the path that could not be written', async () => {
  const record = await createRecord(path, init)
  await mkdir(join(path, 'report.json'))
  expect(await refusalOf(record.writeReport(report))).toContain(join(path, 'report.json'))
  await record.close()
})

it('is readable by its owner only, also where the folder was there before', async () => {
  await mkdir(path, { recursive: true })
  await chmod(path, 0o755)
  await finished()
  const modes = async (name: string) => ((await stat(join(path, name))).mode & 0o777).toString(8)
  expect(await modes('.')).toBe('700')
  expect(await modes('nodes/web-1')).toBe('700')
  for (const file of ['events.ndjson', 'report.json', 'nodes/web-1/restart.1.json'])
    expect(await modes(file)).toBe('600')
})

it('leaves exactly the files of a record, with the digests that it names', async () => {
  const head = await finished()
  const files = (await readdir(path, { recursive: true })).toSorted()
  expect(files).toEqual([
    'events.ndjson',
    'nodes',
    'nodes/web-1',
    'nodes/web-1/restart.1.json',
    'nodes/web-1/restart.1.stderr.txt',
    'report.json',
    'summary.md',
  ])
  expect(JSON.parse(await readFile(join(path, 'report.json'), 'utf8'))).toEqual(report)
  expect(await verifyFolder(path, head)).toEqual({
    flaws: [],
    events: 3,
    head: head.sha256,
    files: 4,
    complete: true,
  })
  const events = await readFile(join(path, 'events.ndjson'), 'utf8')
  expect(events).toContain(sha256(await readFile(join(path, 'nodes/web-1/restart.1.json'))))
})

it('shows files that were changed, removed, added or replaced by a link', async () => {
  const head = await finished()
  await writeFile(join(path, 'nodes/web-1/restart.1.json'), '{}')
  await rm(join(path, 'nodes/web-1/restart.1.stderr.txt'))
  await writeFile(join(path, 'nodes/web-2.json'), '{}')
  await symlink('/etc/passwd', join(path, 'plan.json'))
  const { flaws } = await verifyFolder(path, head)
  expect(Object.fromEntries(flaws.map((flaw) => [flaw.path, flaw.reason.slice(0, 10)]))).toEqual({
    'nodes/web-1/restart.1.json': 'its digest',
    'nodes/web-1/restart.1.stderr.txt': 'it is miss',
    'nodes/web-2.json': 'the chain ',
    'plan.json': 'it is not ',
  })
  await rm(join(path, 'events.ndjson'))
  expect((await verifyFolder(path)).flaws).toEqual([
    { path: 'events.ndjson', reason: 'it is missing' },
  ])
})

it('reads no file outside of the record, whatever the chain names', async () => {
  await writeFile(join(parent, 'outside'), 'x')
  const record = await createRecord(path, init)
  for (const name of ['../../outside', join(parent, 'outside')])
    await record.journal.append(runEnded(report, [{ path: name, sha256: sha256('x') }]))
  await record.close()
  const { flaws } = await verifyFolder(path)
  expect(flaws.map(({ reason }) => reason.slice(-21))).toEqual([
    'outside of the record',
    'outside of the record',
  ])
})

it('shows a record whose last event was cut off', async () => {
  await finished()
  const file = join(path, 'events.ndjson')
  const lines = (await readFile(file, 'utf8')).split('\n')
  await writeFile(file, `${lines.slice(0, 2).join('\n')}\n`)
  const check = await verifyFolder(path)
  expect(check.complete).toBe(false)
  expect(check.flaws.map((flaw) => flaw.path).toSorted()).toEqual(['report.json', 'summary.md'])
})
