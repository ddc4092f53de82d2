import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { RuneError } from '../../src/protocol/errors.ts'
import { cancelRequested, prepared } from '../../src/record/events.ts'
import { type JournalInit, journalOn, openJournal } from '../../src/record/journal.ts'
import { verifyChain } from '../../src/record/verify.ts'

const init: JournalInit = {
  runId: '00000000-0000-4000-8000-000000000000',
  now: () => '2026-01-01T00:00:00.000Z',
}
let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rune-journal-'))
  path = join(folder, 'events.ndjson')
})
afterEach(() => rm(folder, { recursive: true }))

const step = (n: number) => prepared({ node: 'web-1', step: `step-${n}`, attempt: 1 })

async function faultOf(promise: Promise<unknown>): Promise<RuneError> {
  const caught = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(caught instanceof RuneError)) throw new Error(`no RuneError but ${String(caught)}`)
  return caught
}

it('refuses everything after a full disk, each time with the same error', async () => {
  const full = journalOn(await open('/dev/full', 'a'), '/dev/full', init)
  const first = await faultOf(full.append(step(1)))
  expect(first.fault).toMatchObject({ kind: 'audit-write', executed: 'no' })
  expect(first.message).toContain('ENOSPC')
  expect(await faultOf(full.append(step(2)))).toBe(first)
  expect(full.head().events).toBe(0)
  await full.close()
})

it('rejects every append that shares a failed write', async () => {
  const full = journalOn(await open('/dev/full', 'a'), '/dev/full', init)
  const results = await Promise.allSettled([1, 2, 3].map((n) => full.append(step(n))))
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  await full.close()
})

it('refuses a file that exists', async () => {
  await writeFile(path, '')
  expect((await faultOf(openJournal(path, init))).fault.kind).toBe('audit-write')
})

it('refuses appends after close, and writes what was appended before it', async () => {
  const journal = await openJournal(path, init)
  const last = journal.append(step(1))
  await Promise.all([journal.close(), journal.close(), last])
  expect((await faultOf(journal.append(step(2)))).fault.kind).toBe('audit-write')
  expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(2)
})

it('refuses what is not an event, and goes on', async () => {
  const journal = await openJournal(path, init)
  await expect(journal.append({ type: 'prepared', node: '../etc' })).rejects.toThrow('/node')
  await journal.append(step(1))
  await journal.close()
  expect(verifyChain(await readFile(path)).kind).toBe('intact')
})

it('has an event on disk when its append resolves', async () => {
  const journal = await openJournal(path, init)
  for (let n = 0; n < 3; n++) {
    const appended = journal.append(step(n))
    expect(journal.head().events).toBe(n)
    await appended
    expect(verifyChain(await readFile(path), journal.head())).toMatchObject({ kind: 'intact' })
    expect(journal.head().events).toBe(n + 1)
  }
  await journal.close()
})

it('keeps the order of the calls and shares one sync between appends that come together', async () => {
  const file = await open(path, 'ax')
  const sync = file.datasync.bind(file)
  let syncs = 0
  file.datasync = () => {
    syncs++
    return sync()
  }
  const journal = journalOn(file, path, init)
  const resolved: number[] = []
  const append = (n: number) => journal.append(step(n)).then(() => resolved.push(n))
  const first = Array.from({ length: 100 }, (_, n) => append(n))
  await Promise.resolve()
  const second = Array.from({ length: 100 }, (_, n) => append(100 + n))
  await Promise.all([...first, ...second])
  await journal.close()

  const order = Array.from({ length: 200 }, (_, n) => n)
  expect(resolved).toEqual(order)
  expect([1, 2, 3]).toContain(syncs)
  const chain = verifyChain(await readFile(path), journal.head())
  if (chain.kind === 'broken') throw new Error(chain.reason)
  expect(chain.events.map((event) => event.step)).toEqual(order.map((n) => `step-${n}`))
})

it('writes one line for text with line breaks', async () => {
  const journal = await openJournal(path, init)
  await journal.append(cancelRequested('a\r\nb\u2028c\ud800'))
  await journal.close()
  expect(verifyChain(await readFile(path), { events: 1 }).kind).toBe('intact')
})
