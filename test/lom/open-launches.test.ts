import { describe, expect, it } from 'vitest'
import { type FlowEvent, openLaunches } from '../../src/lom/open-launches.ts'
import { plannedLaunches } from '../../src/lom/plan-calls.ts'
import type { Plan } from '../../src/protocol/types.gen.ts'
import { planOf, planStep } from './plans.ts'

const step = planStep
const plan = planOf(['web-1'], {
  preflight: [step('p')],
  verify: [step('v')],
  steps: [
    { ...step('a'), on_failure: 'undo', undo: step('a') },
    { ...step('b'), for_each: ['x', 'y'] },
  ],
  evidence: [step('e')],
})

/** `started a`, `ended v after unknown`, `prepared b do 2`: type, step, phase, iteration, attempt, executed, status. */
function event(text: string, node = 'web-1'): FlowEvent {
  const [type = '', of, ...words] = text.split(' ')
  const phase = words.find((word) => /^[a-z]+$/.test(word) && PHASES.includes(word))
  const [iteration = 1, attempt = 1] = words.filter((word) => /^[0-9]+$/.test(word)).map(Number)
  const executed = words.find((word) => ['no', 'yes', 'unknown'].includes(word)) ?? 'unknown'
  const status = words.find((word) => ['succeeded', 'failed', 'cancelled'].includes(word))
  const value: unknown = {
    type,
    ...(of === undefined ? {} : { node, step: of, attempt }),
    ...(phase === undefined || phase === 'do' ? {} : { phase }),
    ...(iteration === 1 ? {} : { iteration }),
    executed,
    data: { status: status ?? 'unknown' },
  }
  return value as FlowEvent
}
const PHASES = ['preflight', 'before', 'do', 'after', 'undo', 'evidence']

const prepared = (of: Plan, node = 'web-1'): FlowEvent[] =>
  plannedLaunches(of).map(({ phase, step }) => event(`prepared ${step.id} ${phase}`, node))
const done = (text: string): FlowEvent[] => [
  event(`started ${text}`),
  event(`ended ${text} yes succeeded`),
]

const open = (events: readonly FlowEvent[], partial = false, of = plan): string[] =>
  openLaunches(of, events, partial).map(
    ({ node, step, phase, iteration, attempt, told }) =>
      `${node}/${step.id}/${phase}/${iteration}/${attempt}${told ? '' : ' not told'}`,
  )

describe('a run with a journal', () => {
  it.each([
    ['before it was begun', [], ['web-1/p/preflight/1/1 not told']],
    ['in the middle of a check', ['started p preflight'], ['web-1/p/preflight/1/1']],
    [
      'between two launches',
      ['started p preflight', 'ended p preflight yes succeeded'],
      ['web-1/v/before/1/1 not told'],
    ],
    [
      'in a step',
      ['started v before', 'ended v before yes failed', 'started a'],
      ['web-1/a/do/1/1'],
    ],
    [
      'in a later attempt',
      ['started a', 'ended a yes failed', 'prepared a 1 2'],
      ['web-1/a/do/1/2 not told'],
    ],
    [
      'in a later entry',
      ['started b', 'ended b yes succeeded', 'prepared b 2', 'started b 2'],
      ['web-1/b/do/2/1'],
    ],
    [
      'in a later poll',
      ['started v after', 'ended v after yes failed', 'started v after 1 2'],
      ['web-1/v/after/1/2'],
    ],
    ['in an undo', ['started a', 'ended a yes failed', 'started a undo'], ['web-1/a/undo/1/1']],
    [
      'in its evidence',
      ['started a', 'ended a yes failed', 'started e evidence'],
      ['web-1/e/evidence/1/1'],
    ],
    [
      'after an outcome that nobody knows',
      ['started a', 'ended a unknown', 'started e evidence', 'ended e evidence yes succeeded'],
      ['web-1/a/do/1/1'],
    ],
  ])('that was killed %s leaves just that open', (_, events, expected) => {
    expect(open([...prepared(plan), ...events.map((text) => event(text))])).toEqual(expected)
  })

  it('that ended leaves nothing open, but for what nobody knows', () => {
    const end = event('run-ended')
    expect(open([...prepared(plan), ...done('p preflight'), ...done('v before'), end])).toEqual([])
    const lost = [event('started a undo'), event('ended a undo unknown'), end]
    expect(open([...prepared(plan), ...lost])).toEqual(['web-1/a/undo/1/1'])
    expect(
      open([...prepared(plan), ...lost, event('collected a undo yes succeeded'), end]),
    ).toEqual([])
  })

  it('leaves nothing open on nodes that were left untouched, or whose end is in the journal', () => {
    const two = { ...plan, nodes: planOf(['web-1', 'web-2']).nodes }
    const events = [...prepared(two), ...prepared(two, 'web-2'), ...done('p preflight')]
    const over: FlowEvent = { type: 'node-ended', node: 'web-2', data: { outcome: 'untouched' } }
    expect(open([...events, over], false, two)).toEqual(['web-1/v/before/1/1 not told'])
    expect(open([...events, event('run-ended')], false, two)).toEqual([])
  })
})

describe('a run whose journal is lost', () => {
  /** Answers one question after the other, and gives what was asked. */
  function walk(ends: Readonly<Record<string, string>>): string[] {
    const events: FlowEvent[] = []
    const asked: string[] = []
    for (;;) {
      const [next] = open(events, true)
      if (next === undefined || next === asked.at(-1)) return asked
      asked.push(next)
      const [, id = '', phase = '', iteration = ''] = next.split('/')
      const end = ends[`${id} ${phase} ${iteration}`] ?? ends[`${id} ${phase}`] ?? 'yes succeeded'
      events.push(event(`collected ${id} ${phase} ${iteration} 1 ${end}`))
    }
  }
  const short = (asked: readonly string[]) =>
    asked.map((one) => one.split('/').slice(1, 4).join('/'))

  it('is asked for everything in the order in which it would have been started', () => {
    expect(short(walk({ 'v before': 'yes failed' }))).toEqual([
      'p/preflight/1',
      'v/before/1',
      'a/do/1',
      'b/do/1',
      'b/do/2',
      'v/after/1',
      'e/evidence/1',
    ])
  })

  it('is not asked for steps where nothing was needed', () => {
    expect(short(walk({}))).toEqual(['p/preflight/1', 'v/before/1', 'e/evidence/1'])
  })

  it('is asked for undo where a step has failed that wants it', () => {
    const ends = { 'v before': 'yes failed', 'a do': 'yes failed' }
    expect(short(walk(ends)).slice(2)).toEqual(['a/do/1', 'a/undo/1', 'e/evidence/1'])
  })

  it('is asked for each attempt that the runbook lets follow a failure, up to one that was never made', () => {
    const retry = { attempts: 3, backoff_ms: 1 }
    const tried = planOf(['web-1'], {
      steps: [{ ...step('a'), retry, idempotent: true }, step('b')],
    })
    const asked = (...ends: readonly string[]): string[] =>
      open(
        ends.map((end, index) => event(`collected a do 1 ${index + 1} ${end}`)),
        true,
        tried,
      )
    expect(asked('yes failed')).toEqual(['web-1/a/do/1/2'])
    expect(asked('yes failed', 'yes failed')).toEqual(['web-1/a/do/1/3'])
    expect(asked('yes failed', 'yes succeeded')).toEqual(['web-1/b/do/1/1'])
    // The first one is how it ended, so what comes after it was never begun.
    expect(asked('yes failed', 'no failed')).toEqual([])
    expect(asked('yes failed', 'yes failed', 'yes failed')).toEqual([])
    expect(asked('yes failed', 'unknown')).toEqual(['web-1/a/do/1/2'])
  })

  it.each(['unknown', 'no failed'])('is not asked further after %s', (end) => {
    expect(short(walk({ 'v before': 'yes failed', 'a do': end })).at(-1)).toBe('a/do/1')
  })
})
