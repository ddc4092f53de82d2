import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/protocol/envelope.ts'
import { ended, prepared, runStarted, started } from '../../src/record/events.ts'
import { NO_LINE } from '../../src/record/journal.ts'
import { verifyChain } from '../../src/record/verify.ts'

const RUN = '00000000-0000-4000-8000-000000000000'

/** The lines of a chain of 30 events. */
function chain(): string[] {
  const bodies = [
    runStarted({
      correlation_id: 'c',
      actor: 'alice',
      trigger: 'cli',
      dry_run: false,
      tool: { name: 'rune', version: '0.1.0' },
    }),
    ...Array.from({ length: 29 }, (_, n) => {
      const attempt = { node: `web-${Math.floor(n / 3)}`, step: 'restart', attempt: 1 }
      if (n % 3 === 0) return prepared(attempt)
      if (n % 3 === 1) return started(attempt)
      return ended(attempt, { status: 'succeeded', executed: 'yes' })
    }),
  ]
  const lines: string[] = []
  for (const [seq, body] of bodies.entries()) {
    const prev = seq === 0 ? NO_LINE : sha256(lines[seq - 1] ?? '')
    lines.push(JSON.stringify({ seq, prev, at: '2026-01-01T00:00:00.000Z', run_id: RUN, ...body }))
  }
  return lines
}

const LINES = chain()
const HEAD = { events: 30, sha256: sha256(LINES[29] ?? '') }
const bytesOf = (lines: readonly string[]): Buffer =>
  Buffer.from(lines.map((line) => `${line}\n`).join(''))
const BYTES = bytesOf(LINES)
const line = fc.integer({ min: 0, max: 29 })

describe('a chain of 30 events', () => {
  it('is intact as it was written', () => {
    expect(verifyChain(BYTES, HEAD)).toMatchObject({ kind: 'intact', head: HEAD.sha256 })
    expect(verifyChain(new Uint8Array())).toEqual({ kind: 'intact', events: [], head: NO_LINE })
  })

  it('shows every changed bit', () => {
    const place = fc.integer({ min: 0, max: BYTES.length - 1 })
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const changed = Buffer.from(BYTES)
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at)
        expect(verifyChain(changed, HEAD).kind).toBe('broken')
      }),
      { numRuns: 2000 },
    )
  })

  it('shows a changed byte at each place, whatever follows the last line', () => {
    const last = BYTES.length - (LINES[29] ?? '').length - 1
    for (let at = 0; at < BYTES.length; at++) {
      const changed = Buffer.from(BYTES)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(verifyChain(changed, at < last ? undefined : HEAD).kind, `byte ${at}`).toBe('broken')
    }
  })

  it('shows a removed line', () => {
    fc.assert(
      fc.property(line, (at) => {
        const lines = LINES.toSpliced(at, 1)
        expect(verifyChain(bytesOf(lines), HEAD)).toMatchObject({ kind: 'broken', line: at + 1 })
      }),
    )
  })

  it('shows two lines that changed places, without a head', () => {
    fc.assert(
      fc.property(line, line, (a, b) => {
        fc.pre(a !== b)
        const lines = LINES.with(a, LINES[b] ?? '').with(b, LINES[a] ?? '')
        const first = Math.min(a, b) + 1
        expect(verifyChain(bytesOf(lines))).toMatchObject({ kind: 'broken', line: first })
      }),
    )
  })

  it('shows a line that is there twice, without a head', () => {
    fc.assert(
      fc.property(line, line, (from, to) => {
        const lines = LINES.toSpliced(to + 1, 0, LINES[from] ?? '')
        expect(verifyChain(bytesOf(lines)).kind).toBe('broken')
      }),
    )
  })

  it('shows a cut at every byte with the head, and without it unless whole lines are gone', () => {
    for (let at = 0; at < BYTES.length; at++) {
      const cut = BYTES.subarray(0, at)
      expect(verifyChain(cut, HEAD).kind).toBe('broken')
      const alone = verifyChain(cut)
      if (at > 0 && cut.at(-1) !== 0x0a) expect(alone).toMatchObject({ torn: true })
      else expect(alone.kind).toBe('intact')
    }
  })

  it('shows a line of another run, of another place and with bytes that are no text', () => {
    const event = { ...JSON.parse(LINES[29] ?? ''), seq: 30, prev: HEAD.sha256 }
    const next = (change: object): Buffer =>
      bytesOf([...LINES, JSON.stringify({ ...event, ...change })])
    expect(verifyChain(next({})).kind).toBe('intact')
    for (const changed of [
      next({ run_id: RUN.replace('8', '9') }),
      next({ seq: 31 }),
      next({ more: 1 }),
      Buffer.from(
        next({ kind: '\u00ff' }).toString('latin1').replace('\u00c3\u00bf', '\u00ff'),
        'latin1',
      ),
    ])
      expect(verifyChain(changed)).toMatchObject({ kind: 'broken', line: 31, torn: false })
  })
})
