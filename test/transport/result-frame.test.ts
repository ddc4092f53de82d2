import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limitsFor } from '../../src/lmm/limits.ts'
import { bodySize, resultOutcome } from '../../src/transport/result-frame.ts'
import type { Outcome, Seen } from '../../src/transport/transport.ts'

const LIMITS = limitsFor(1_000)
const NONCE = 'a'.repeat(32)
const SEEN: Seen = {
  timingsMs: {},
  noise: { bytes: Buffer.alloc(0), total: 0, truncated: false },
  warnings: [],
}
const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

interface Parts {
  readonly out?: string
  readonly err?: string
  readonly tail?: string
  readonly line?: Readonly<Record<string, string>>
}

/** The words and bytes that the launcher would send. */
function result({ out = '', err = '', tail = '', line = {} }: Parts): {
  words: string[]
  body: Buffer
} {
  const said = {
    ended: 'exit',
    exit: '0',
    ms: '12',
    signals: 'none',
    gone: 'yes',
    survivors: 'none',
    launch: NONCE,
    spool: 'yes',
    out: `${out.length}:${sha(out)}:${out.length}`,
    err: `${err.length}:${sha(err)}:${err.length}`,
    tail: `${tail.length}:${sha(tail)}`,
    ...line,
  }
  return {
    words: Object.entries(said).map(([key, value]) => `${key}=${value}`),
    body: Buffer.from(out + err + tail),
  }
}

const outcomeOf = (parts: Parts): Outcome => {
  const { words, body } = result(parts)
  return resultOutcome(words, body, SEEN, { limits: LIMITS, nonce: NONCE })
}

describe('a result', () => {
  it('is an ending with its streams', () => {
    const outcome = outcomeOf({ out: '{"a":1}', err: 'x', line: { exit: '3' } })
    expect(outcome).toMatchObject({ kind: 'ended', exit: 3, durationMs: 12 })
    if (outcome.kind !== 'ended') return
    expect(Buffer.from(outcome.stdout.bytes).toString()).toBe('{"a":1}')
    expect(outcome.signal).toBeUndefined()
  })

  it('names the signal that a status stands for', () => {
    expect(outcomeOf({ line: { exit: '137' } })).toMatchObject({ exit: 137, signal: 'KILL' })
    expect(outcomeOf({ line: { exit: '255' } })).not.toHaveProperty('signal')
  })

  it('keeps both ends of a long stderr without telling a byte twice', () => {
    const err = { err: 'abcd', tail: 'cdef', line: { err: `4:${sha('abcd')}:6` } }
    const outcome = outcomeOf(err)
    if (outcome.kind !== 'ended') throw new Error(outcome.kind)
    expect(Buffer.from(outcome.stderr.bytes).toString()).toBe('abcdef')
    expect(outcome.stderr).toMatchObject({ total: 6, truncated: false })
    const longer = outcomeOf({ ...err, line: { err: `4:${sha('abcd')}:100` } })
    if (longer.kind !== 'ended') throw new Error(longer.kind)
    expect(Buffer.from(longer.stderr.bytes).toString()).toBe('abcdcdef')
    expect(longer.stderr).toMatchObject({ total: 100, truncated: true })
  })

  it.each([
    ['a status that is missing', { exit: 'none' }],
    ['a plugin that got lost', { ended: 'lost' }],
    ['an ending that nobody knows', { ended: 'fine' }],
    ['a status that is no number', { exit: '0x0' }],
    ['a status over 255', { exit: '256' }],
    ['no duration', { ms: '' }],
    ['a digest that is wrong', { out: `0:${sha('x')}:0` }],
    ['a size that is negative', { out: `-1:${sha('')}:0` }],
  ])('with %s is unknown', (_, line) => {
    expect(outcomeOf({ line })).toMatchObject({ kind: 'unknown' })
  })

  it('is unknown when any byte of a stream is another', () => {
    const { words, body } = result({ out: '{"result":"success"}', err: 'warning' })
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(body)
        changed[at] = (changed[at] ?? 0) ^ flip
        expect(resultOutcome(words, changed, SEEN, { limits: LIMITS, nonce: NONCE }).kind).toBe(
          'unknown',
        )
      }),
    )
  })

  it('says how a plugin was stopped', () => {
    const line = {
      ended: 'timeout',
      exit: '143',
      signals: 'TERM,KILL',
      gone: 'no',
      survivors: '7,8',
    }
    expect(outcomeOf({ line })).toMatchObject({
      kind: 'stopped',
      why: 'timeout',
      termination: { signals: ['TERM', 'KILL'], groupGone: false, survivors: [7, 8] },
    })
  })

  it('warns when a stream was still open', () => {
    const outcome = outcomeOf({ out: 'x', line: { out: `1:${sha('x')}:open` } })
    expect(outcome.warnings).toHaveLength(1)
    expect(outcome).toMatchObject({ kind: 'ended', stdout: { total: 1, truncated: false } })
  })
})

describe('a stream that was still open', () => {
  it('is cut when it fills its cap: nobody counted what came after', () => {
    const out = 'x'.repeat(LIMITS.stdoutBytes)
    const line = { out: `${out.length}:${sha(out)}:open` }
    expect(outcomeOf({ out, line })).toMatchObject({ stdout: { truncated: true } })
  })
})

describe('the size of a body', () => {
  it('is the sum of its streams, within the limits', () => {
    expect(bodySize('RESULT', result({ out: 'abc', err: 'de', tail: 'f' }).words, LIMITS)).toBe(6)
    expect(bodySize('READY', [], LIMITS)).toBe(0)
    const greedy = { out: `${LIMITS.stdoutBytes + 1}:${sha('')}:0` }
    expect(bodySize('RESULT', result({ line: greedy }).words, LIMITS)).toBeUndefined()
  })
})
