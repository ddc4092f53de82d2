import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { canonicalSha256, sha256 } from '../../src/protocol/envelope.ts'
import type { Attestation } from '../../src/protocol/types.gen.ts'
import { auditRecord } from '../../src/record/audit.ts'
import { collectRequested, runEnded } from '../../src/record/events.ts'
import { reopenRecord, writeReport } from '../../src/record/folder.ts'
import type { Head } from '../../src/record/journal.ts'
import { recoverRecord } from '../../src/record/recover.ts'
import { statementDifferences } from '../../src/record/statement.ts'
import { verifyChain } from '../../src/record/verify.ts'
import { PLAN, REPORT, RUN_ID, writeHundred } from './hundred.ts'

let folder: string
let whole: string
let head: Head
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rune-audit-'))
  whole = join(folder, 'whole')
  head = await writeHundred(whole)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let copies = 0
let path: string
beforeEach(() => {
  copies += 1
  path = join(folder, `copy-${copies}`)
  cpSync(whole, path, { recursive: true })
})

const JOURNAL = 'events.ndjson'
const read = (file: string): Buffer => readFileSync(join(path, file))
const write = (file: string, content: string | Uint8Array): void =>
  writeFileSync(join(path, file), content)
const change = (file: string, from: string, to: string): void => {
  const text = read(file).toString()
  expect(text).toContain(from)
  write(file, text.replace(from, to))
}

describe('a record of a hundred events', () => {
  let bytes: Buffer
  /** Where each line begins. */
  const starts: number[] = [0]
  beforeAll(() => {
    bytes = readFileSync(join(whole, JOURNAL))
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) starts.push(at + 1)
    starts.pop()
  })
  const lineOf = (at: number): number => starts.findLastIndex((start) => start <= at) + 1
  const place = () => fc.integer({ min: 0, max: bytes.length - 1 })
  const line = fc.integer({ min: 0, max: 99 })
  const kept = () => ({ sha256: head.sha256 })
  const firstBad = (changed: Uint8Array) => {
    const chain = verifyChain(changed, kept())
    return chain.kind === 'intact' ? 'nothing' : chain.line
  }
  const joined = (lines: readonly Uint8Array[]): Buffer => Buffer.concat(lines)
  const lines = (): Buffer[] =>
    starts.map((start, index) => bytes.subarray(start, starts[index + 1] ?? bytes.length))

  it('is intact, and has exactly that many', async () => {
    expect(head.events).toBe(100)
    expect(starts).toHaveLength(100)
    expect(await auditRecord(whole, head.sha256)).toMatchObject({
      state: 'finished',
      flaws: [],
      attested: true,
      unnamed: [],
      files: 27,
    })
  })

  it('names the line of every byte that was changed to any other', () => {
    fc.assert(
      fc.property(place(), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(bytes)
        changed.writeUInt8(changed.readUInt8(at) ^ by, at)
        expect(firstBad(changed)).toBe(lineOf(at))
      }),
      { numRuns: 400 },
    )
  })

  it('names the line of every byte that was taken out, put in, or changed places with the next', () => {
    fc.assert(
      fc.property(place(), fc.integer({ min: 0, max: 255 }), (at, other) => {
        const without = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
        expect(firstBad(without)).toBe(lineOf(at))
        const byte = Buffer.of(other)
        const more = Buffer.concat([bytes.subarray(0, at), byte, bytes.subarray(at)])
        // The same byte once more may stand before or behind the one that is there.
        if (!more.equals(bytes)) expect([lineOf(at), lineOf(at) - 1]).toContain(firstBad(more))
        const [a, b] = [bytes[at], bytes[at + 1]]
        if (a === undefined || b === undefined || a === b) return
        const swapped = Buffer.from(bytes)
        swapped.writeUInt8(b, at)
        swapped.writeUInt8(a, at + 1)
        expect(firstBad(swapped)).toBe(lineOf(at))
      }),
      { numRuns: 200 },
    )
  })

  it('names the place of every line that was removed, doubled, or changed places with another', () => {
    fc.assert(
      fc.property(line, line, (a, b) => {
        const all = lines()
        const [first, second] = [all[a] ?? bytes, all[b] ?? bytes]
        expect(firstBad(joined(all.toSpliced(a, 1)))).toBe(a + 1)
        expect(firstBad(joined(all.toSpliced(a, 0, first)))).toBe(a + 2)
        if (a === b) return
        expect(firstBad(joined(all.with(a, second).with(b, first)))).toBe(Math.min(a, b) + 1)
      }),
      { numRuns: 200 },
    )
  })

  it('names the line at which it was cut, at every byte of the last ten lines and at any other', () => {
    const check = (at: number): void => {
      expect(firstBad(bytes.subarray(0, at))).toBe(lineOf(at))
    }
    for (let at = starts[90] ?? 0; at < bytes.length; at += 1) check(at)
    fc.assert(fc.property(place(), check), { numRuns: 200 })
  })

  it('names the line that was changed and whose chain was made anew after it', () => {
    fc.assert(
      fc.property(line, (at) => {
        let previous: string | undefined
        const forged = lines().map((one, index) => {
          if (index < at) return one
          const event = { ...JSON.parse(one.toString()), ...(previous && { prev: previous }) }
          if (index === at) event.at = '2026-01-01T00:00:00.001Z'
          const text = JSON.stringify(event)
          previous = sha256(text)
          return Buffer.from(`${text}\n`)
        })
        // Only who kept the head can tell, and not at which line it begins.
        expect(verifyChain(joined(forged)).kind).toBe('intact')
        expect(firstBad(joined(forged))).toBe(100)
      }),
      { numRuns: 20 },
    )
  })
})

describe('a file of a record', () => {
  it.each(['report.json', 'plan.json', 'summary.md', 'nodes/web-7/restart.1.json'])(
    '%s shows every changed byte, and every cut',
    async (file) => {
      const bytes = read(file)
      for (let tries = 0; tries < 12; tries += 1) {
        const at = Math.floor((tries * (bytes.length - 1)) / 11)
        const changed = Buffer.from(bytes)
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
        for (const content of [changed, bytes.subarray(0, at)]) {
          write(file, content)
          const { state, flaws } = await auditRecord(path)
          expect(state).toBe('altered')
          expect(flaws[0]).toMatchObject({ path: file })
        }
      }
    },
  )

  it('attestation.json, which no chain can name, is held to the record instead', async () => {
    change('attestation.json', '"good"', '"failed"')
    expect((await auditRecord(path)).flaws).toEqual([
      {
        path: 'attestation.json',
        reason: 'predicate.status is "failed", in the record it is "good"',
      },
    ])
    write('attestation.json', '{')
    expect((await auditRecord(path)).flaws[0]?.reason).toContain('not JSON')
    rmSync(join(path, 'attestation.json'))
    expect(await auditRecord(path)).toMatchObject({ state: 'finished', flaws: [], attested: false })
  })

  it('is reported when nobody wrote it', async () => {
    write('nodes/web-1/restart.9.json', '{}')
    expect(await auditRecord(path)).toMatchObject({
      state: 'altered',
      flaws: [{ path: 'nodes/web-1/restart.9.json', reason: 'the chain does not name it' }],
    })
  })
})

describe('an older state of a record', () => {
  it('shows by the head, also where every file of it is put back', async () => {
    const older = join(folder, 'older')
    await writeHundred(older, 12)
    expect(await auditRecord(older)).toMatchObject({ state: 'unfinished', flaws: [] })
    const { state, flaws } = await auditRecord(older, head.sha256)
    expect(state).toBe('altered')
    expect(flaws[0]).toMatchObject({ path: JOURNAL, line: 52 })
    expect(flaws[0]?.reason).toContain('lines are missing here')
  })

  it('shows when only its journal is put back', async () => {
    const older = join(folder, 'older-journal')
    await writeHundred(older, 12)
    write(JOURNAL, readFileSync(join(older, JOURNAL)))
    expect((await auditRecord(path, head.sha256)).flaws[0]).toMatchObject({
      path: JOURNAL,
      line: 52,
    })
    // Without the head: the files are there that the missing lines named.
    expect((await auditRecord(path)).state).toBe('altered')
  })

  it('is not vouched for by its own head when it was gone on with', async () => {
    const chain = verifyChain(read(JOURNAL))
    if (chain.kind !== 'intact') throw new Error(chain.reason)
    const init = { runId: RUN_ID, now: () => '2026-01-02T00:00:00.000Z' }
    const record = await reopenRecord(path, init, { head, sizeBytes: read(JOURNAL).length })
    await record.journal.append(collectRequested('result', 'mallory', []))
    const report = { ...REPORT, status: 'failed' as const, exit_status: 4 }
    await record.journal.append(runEnded(report, [await record.writeReport(report)]))
    await record.close()
    rmSync(join(path, 'attestation.json'))
    expect(await auditRecord(path, record.journal.head().sha256)).toMatchObject({
      state: 'collected',
      flaws: [],
    })
    expect((await auditRecord(path, head.sha256)).flaws[0]).toMatchObject({
      line: 101,
      reason: 'the head that was kept is that of line 100: it does not vouch for the 2 after it',
    })
  })
})

describe('a run that was killed', () => {
  beforeEach(async () => {
    rmSync(path, { recursive: true })
    await writeHundred(path, 12)
  })

  it('is unfinished, also with a torn line and with files that it had not named yet', async () => {
    write('nodes/web-13.json', '{}')
    expect((await auditRecord(path)).state).toBe('altered')
    rmSync(join(path, 'nodes/web-13.json'))
    write(JOURNAL, `${read(JOURNAL)}{"seq":51,"pr`)
    write('nodes/web-12/restart.2.json', '{}')
    expect(await auditRecord(path)).toMatchObject({
      state: 'unfinished',
      torn: true,
      flaws: [],
      unnamed: ['nodes/web-12/restart.2.json'],
    })
  })

  it('is recovered when its report is the one that the journal gives, and altered with another', async () => {
    const recovery = await recoverRecord(path)
    if (recovery.kind !== 'recovered') throw new Error(recovery.kind)
    await writeReport(path, recovery.report)
    expect(await auditRecord(path)).toMatchObject({
      state: 'recovered',
      flaws: [],
      unnamed: ['report.json'],
    })
    await writeReport(path, { ...recovery.report, status: 'good', exit_status: 0 })
    expect(await auditRecord(path)).toMatchObject({
      state: 'altered',
      flaws: [
        {
          path: 'report.json',
          reason: 'the chain does not name it, and it is not what the journal gives',
        },
      ],
    })
  })
})

describe('a record whose chain was made anew by somebody', () => {
  /** Changes one event and gives every line, and the attestation, the digests that follow. */
  function forge(type: string, data: object): void {
    let previous: string | undefined
    const lines = read(JOURNAL)
      .toString()
      .trim()
      .split('\n')
      .map((one) => {
        const event = { ...JSON.parse(one), ...(previous && { prev: previous }) }
        if (event.type === type) event.data = { ...event.data, ...data }
        const text = JSON.stringify(event)
        previous = sha256(text)
        return `${text}\n`
      })
    write(JOURNAL, lines.join(''))
    rmSync(join(path, 'attestation.json'), { force: true })
  }
  const reasons = async () => (await auditRecord(path)).flaws.map(({ reason }) => reason)

  it('still has to fit its report', async () => {
    forge('run-started', { actor: 'bob' })
    expect(await reasons()).toEqual(['actor is "alice", the events say "bob"'])
    forge('run-started', { actor: 'alice' })
    forge('run-ended', { status: 'failed' })
    expect(await reasons()).toEqual(['status is "good", the events say "failed"'])
  })

  it('still has to fit its steps and nodes', async () => {
    forge('ended', { status: 'failed' })
    expect((await reasons())[0]).toBe(
      'web-1 step restart is "succeeded, executed yes", the events say "failed, executed yes"',
    )
  })

  it('still has to fit its plan, and what was approved', async () => {
    forge('plan', { plan_hash: canonicalSha256({}) })
    expect(await reasons()).toHaveLength(2)
    const source = { path: 'rune.yaml', sha256: sha256('a'), blob: 'a'.repeat(40) }
    const approval = {
      path: 'rune.yaml',
      blob: 'b'.repeat(40),
      commit: 'c'.repeat(40),
      approvers: [],
    }
    forge('plan', { plan_hash: canonicalSha256(PLAN), sources: [source] })
    forge('run-started', { approvals: [approval] })
    expect(await reasons()).toEqual([
      expect.stringContaining('approvals is undefined, the events say'),
      `rune.yaml was approved with the content ${'b'.repeat(40)}, and ${'a'.repeat(40)} was used`,
    ])
  })
})

describe('a statement from somewhere else', () => {
  let own: Attestation
  beforeAll(async () => {
    const { statement } = await auditRecord(whole)
    if (statement === undefined) throw new Error('no statement')
    own = statement
  })

  it('is about this record in any order of its subjects', () => {
    expect(statementDifferences(own, own)).toEqual([])
    expect(statementDifferences({ ...own, subject: own.subject.toReversed() }, own)).toEqual([])
  })

  it.each([
    ['no object', () => 'text', '_type is nothing'],
    [
      'an older version',
      (one: Attestation) => ({ ...one, _type: 'https://in-toto.io/Statement/v0.1' }),
      '_type is',
    ],
    [
      'another predicate type',
      (one: Attestation) => ({ ...one, predicateType: 'https://slsa.dev/provenance/v1' }),
      'predicateType is',
    ],
    [
      'a subject less',
      (one: Attestation) => ({ ...one, subject: one.subject.slice(1) }),
      'the subject report.json has the sha256 of nothing',
    ],
    [
      'a subject more',
      (one: Attestation) => ({
        ...one,
        subject: [...one.subject, { name: 'x', digest: { sha256: 'a' } }],
      }),
      'the subject "x" is no file',
    ],
    [
      'a subject twice',
      (one: Attestation) => ({ ...one, subject: [...one.subject, ...one.subject.slice(0, 1)] }),
      'named twice',
    ],
    [
      'another digest',
      (one: Attestation) => ({
        ...one,
        subject: one.subject.map((file) => ({ ...file, digest: { sha256: 'a' } })),
      }),
      'has the sha256 a',
    ],
    [
      'another algorithm',
      (one: Attestation) => ({
        ...one,
        subject: one.subject.map((file) => ({ ...file, digest: { sha512: 'a' } })),
      }),
      'has the sha256 undefined',
    ],
    [
      'no predicate',
      (one: Attestation) => ({ ...one, predicate: undefined }),
      'predicate.run_id is nothing',
    ],
    [
      'another repository',
      (one: Attestation) => ({
        ...one,
        predicate: { ...one.predicate, github: { repository: 'evil/fork' } },
      }),
      'predicate.github is',
    ],
    [
      'more than the record says',
      (one: Attestation) => ({ ...one, predicate: { ...one.predicate, audited: true } }),
      'predicate.audited is true',
    ],
  ])('is refused with %s', (_, spoil, reason) => {
    expect(statementDifferences(spoil(own), own).join('\n')).toContain(reason)
  })
})

it('leaves no file in the folder that it looks at', async () => {
  const before = readdirSync(path, { recursive: true })
  await auditRecord(path)
  expect(readdirSync(path, { recursive: true })).toEqual(before)
})
