import { describe, expect, it } from 'vitest'
import { judgedLater, withCollected } from '../../src/lom/collected.ts'
import type { Plan, ReportNode, ReportStep } from '../../src/protocol/types.gen.ts'
import { planOf, planStep } from './plans.ts'

const check = { ...planStep('v'), expect: '${{ output.healthy }}' }
const plan = planOf(['web-1'], { verify: [check, { ...check, id: 'w' }], steps: [planStep('a')] })

const entry = (text: string): ReportStep => {
  const [id = '', phase = 'do', status = '', n] = text.split(' ')
  const value: unknown = {
    id,
    action: 'hello',
    ...(phase === 'do' ? {} : { phase }),
    ...(n === undefined ? {} : { iteration: Number(n) }),
    status,
    executed: status === 'unknown' ? 'unknown' : status === 'not_run' ? 'no' : 'yes',
  }
  return value as ReportStep
}
const node = (...steps: string[]): ReportNode => ({
  name: 'web-1',
  outcome: 'unknown',
  good: false,
  steps: steps.map(entry),
})
const outcome = (known: ReportNode, learned: string, of: Plan = plan): string =>
  withCollected(known, entry(learned), of).outcome

describe('what is learned later', () => {
  it.each([
    [
      'a check of two that passed',
      ['a do succeeded', 'v after unknown'],
      'v after succeeded',
      'cancelled',
    ],
    [
      'the last check',
      ['a do succeeded', 'v after succeeded', 'w after unknown'],
      'w after succeeded',
      'fixed',
    ],
    [
      'a check that did not pass',
      ['a do succeeded', 'v after unknown'],
      'v after failed',
      'not_fixed',
    ],
    [
      'a check before the steps',
      ['v before unknown', 'a do not_run'],
      'v before succeeded',
      'cancelled',
    ],
    ['the last step', ['a do unknown'], 'a do succeeded', 'cancelled'],
    [
      'an undo of two',
      ['a do failed', 'a undo unknown', 'b undo not_run'],
      'a undo succeeded',
      'rollback_failed',
    ],
    ['the last undo', ['a do failed', 'a undo unknown'], 'a undo succeeded', 'rolled_back'],
    ['evidence', ['a do failed', 'e evidence unknown'], 'e evidence failed', 'failed'],
  ])('about %s makes the node no better than that proves', (_, known, learned, expected) => {
    expect(outcome(node(...known), learned)).toBe(expected)
  })

  it('about one entry of a list that only the node knows says nothing of the others', () => {
    const steps = [{ ...planStep('a'), for_each: '${{ steps.x.output.names }}' }]
    expect(
      outcome(
        node('a do succeeded 1', 'a do unknown 2'),
        'a do succeeded 2',
        planOf(['web-1'], { steps }),
      ),
    ).toBe('cancelled')
    const two = planOf(['web-1'], { steps: [{ ...planStep('a'), for_each: ['x', 'y'] }] })
    expect(outcome(node('a do succeeded 1', 'a do unknown 2'), 'a do succeeded 2', two)).toBe(
      'done',
    )
  })

  it('takes its place in the order of the run', () => {
    const { steps } = withCollected(
      node('v before failed', 'a do not_run', 'e evidence succeeded'),
      entry('v after succeeded'),
      plan,
    )
    expect(steps.map(({ phase = 'do' }) => phase)).toEqual(['before', 'do', 'after', 'evidence'])
  })
})

describe('an answer that came later', () => {
  const launch = { node: 'web-1', iteration: 1, attempt: 1, told: true } as const
  const run = { plan, runId: 'r', correlationId: 'c' }
  const answered = (healthy: boolean): ReportStep => ({
    ...entry('v after succeeded'),
    output: { healthy },
  })

  it('is held against what is expected of it', () => {
    const judge = (healthy: boolean, step = check) =>
      judgedLater(run, { ...launch, step, phase: 'after' }, answered(healthy)).status
    expect(judge(true)).toBe('succeeded')
    expect(judge(false)).toBe('failed')
    // Nobody knows any more what the step before it gave.
    expect(
      judge(true, { ...check, expect: '${{ output.healthy == steps.u.output.healthy }}' }),
    ).toBe('failed')
  })

  it('is not the last word of a check that would have been asked again', () => {
    const step = { ...check, until: { every_ms: 1_000, for_ms: 9_000 } }
    const judge = (healthy: boolean) =>
      judgedLater(run, { ...launch, step, phase: 'after' }, answered(healthy)).status
    expect(judge(false)).toBe('cancelled')
    expect(judge(true)).toBe('succeeded')
  })
})
