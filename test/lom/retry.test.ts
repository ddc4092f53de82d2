import { describe, expect, it } from 'vitest'
import { type Again, type Tried, tryAgain } from '../../src/lom/retry.ts'
import { EPS, type EpsKind } from '../../src/protocol/eps.ts'
import { errorSummary } from '../../src/protocol/eps-message.ts'
import { fault } from '../../src/protocol/errors.ts'
import type { PlanStep } from '../../src/protocol/types.gen.ts'
import { planStep } from './plans.ts'

const kinds = Object.keys(EPS) as EpsKind[]
const RETRY = { attempts: 4, backoff_ms: 2_000 }

function again(
  kind: EpsKind,
  more: Partial<Tried> & {
    executed?: 'no' | 'yes' | 'unknown'
    status?: 'failed' | 'unknown' | 'cancelled' | 'succeeded'
    replay?: boolean
  } = {},
  step: Partial<PlanStep> = {},
  tries = 1,
  asked = false,
): Again | undefined {
  const executed = more.executed ?? EPS[kind].executed
  const error = errorSummary(fault(kind, 'x', { executed }), 'hello')
  const status = more.status ?? 'failed'
  return tryAgain(
    {
      ready: false,
      groupGone: false,
      ...more,
      step: { status, executed, error, ...(more.replay ? { replay_of: 'a'.repeat(32) } : {}) },
    },
    { step: { ...planStep('a'), ...step }, tries, random: 0.5, again: asked },
  )
}

describe('before anything has run', () => {
  it('tries again exactly what the table of errors lets RUNE try again', () => {
    expect(kinds.filter((kind) => again(kind, { executed: 'no' }))).toEqual(
      kinds.filter((kind) => EPS[kind].retryable),
    )
  })

  it.each<EpsKind>([
    'auth-failed',
    'credentials-missing',
    'host-key-unknown',
    'host-key-mismatch',
    'policy-denied',
    'node-prereq',
    'key-conflict',
    'launch-sealed',
    'audit-write',
    'cancelled',
    'internal',
  ])('never tries %s again, also with retry', (kind) => {
    expect(
      again(kind, { executed: 'no' }, { retry: RETRY, idempotent: true, effect: 'read' }),
    ).toBeUndefined()
  })

  it('waits for a random part of a time that doubles, at most thirty seconds', () => {
    const retry = { attempts: 10, backoff_ms: 1 }
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
      (tries) => again('node-busy', {}, { retry }, tries)?.waitMs,
    )
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 15000, 15000, 15000])
  })

  it('makes three tries in all, or as many as the runbook says', () => {
    const count = (step: Partial<PlanStep>): number =>
      [1, 2, 3, 4, 5].filter((tries) => again('connect-refused', {}, step, tries)).length + 1
    expect(count({})).toBe(3)
    expect(count({ retry: RETRY })).toBe(4)
    expect(count({ retry: { ...RETRY, attempts: 2 } })).toBe(2)
  })

  it('keeps the key, and tries nothing again that the node has an entry of', () => {
    for (const kind of ['connection-lost', 'launch-timeout', 'connect-refused'] as const) {
      expect(again(kind)).toMatchObject({ sameAttempt: true })
      expect(again(kind, { ready: true })).toBeUndefined()
    }
  })
})

describe('after the plugin has run', () => {
  const allowed = { retry: RETRY, idempotent: true }

  it('tries a failure again when it is idempotent and the runbook says so, after the time it says', () => {
    expect(again('plugin-error', { ready: true }, allowed)).toEqual({
      waitMs: 2_000,
      sameAttempt: false,
    })
    expect(again('plugin-error', {}, { idempotent: true })).toBeUndefined()
    expect(again('plugin-error', {}, { retry: RETRY })).toBeUndefined()
    expect(again('plugin-error', {}, allowed, 4)).toBeUndefined()
  })

  it.each<EpsKind>(['plugin-timeout', 'plugin-signal'])(
    'tries %s again only where the whole group is known to be gone',
    (kind) => {
      expect(again(kind, {}, allowed)).toBeUndefined()
      expect(again(kind, { groupGone: true }, allowed)).toMatchObject({ sameAttempt: false })
    },
  )

  it('tries nothing else again', () => {
    const tried = kinds.filter((kind) => again(kind, { executed: 'yes', groupGone: true }, allowed))
    expect(tried).toEqual(['plugin-timeout', 'plugin-signal', 'plugin-error', 'expectation-failed'])
  })

  it.each(kinds)('never tries again when the outcome is unknown: %s', (kind) => {
    const unknown = { executed: 'unknown', groupGone: true } as const
    expect(again(kind, unknown, allowed)).toBeUndefined()
    expect(again(kind, { ...unknown, status: 'unknown' }, allowed)).toBeUndefined()
  })
})

describe('when a person asks for the same request once more', () => {
  const next = { waitMs: 0, sameAttempt: false }
  const over = (kind: EpsKind, more: Parameters<typeof again>[1]): Again | undefined =>
    again(kind, { replay: true, groupGone: undefined, ...more }, {}, 1, true)

  it('tries anew what failed before, whether the runbook has a retry or not', () => {
    expect(over('plugin-error', {})).toEqual(next)
    expect(over('output-schema', {})).toEqual(next)
    expect(over('plugin-timeout', { groupGone: true })).toEqual(next)
    expect(over('cancelled', { status: 'cancelled', executed: 'yes', groupGone: true })).toEqual(
      next,
    )
    expect(over('launch-sealed', { replay: false, executed: 'no' })).toEqual(next)
  })

  it('leaves alone what may still be running, is not known, or is of this very run', () => {
    expect(over('plugin-timeout', { groupGone: false })).toBeUndefined()
    expect(over('outcome-unknown', { status: 'unknown', executed: 'unknown' })).toBeUndefined()
    expect(over('plugin-error', { replay: false })).toBeUndefined()
    expect(over('launch-sealed', { replay: false, executed: 'no', ready: true })).toBeUndefined()
  })

  it('changes nothing for a request that only came twice', () => {
    expect(again('plugin-error', { replay: true }, {}, 1, false)).toBeUndefined()
  })

  it('ends', () => {
    const tired = again('plugin-error', { replay: true, groupGone: undefined }, {}, 50, true)
    expect(tired).toBeUndefined()
  })
})
