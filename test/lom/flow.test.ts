import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limitsFor } from '../../src/lmm/limits.ts'
import { rollout } from '../../src/lom/rollout.ts'
import type { Plan, PlanStep, ReportNode } from '../../src/protocol/types.gen.ts'
import { initOf, memoryLog, planOf, planStep } from './plans.ts'
import { type Answer, scripted } from './scripted.ts'

const step = (id: string, more: Partial<PlanStep> = {}): PlanStep => ({ ...planStep(id), ...more })
const change = (id: string, more: Partial<PlanStep> = {}): PlanStep => ({
  ...step(id),
  effect: 'change',
  undo: planStep(id),
  ...more,
})
const HEALTHY = '${{ output.healthy }}'
const check = (id: string, more: Partial<PlanStep> = {}): PlanStep =>
  step(id, { expect: HEALTHY, ...more })
const up: Answer = { output: { healthy: true } }
const down: Answer = { output: { healthy: false, message: 'it answered 503' } }
const broken: Answer = { kind: 'plugin-error' }
const lost: Answer = { kind: 'outcome-unknown', executed: 'unknown' }
const gone: Answer = { kind: 'connect-refused', executed: 'no' }

interface Ran {
  readonly nodes: readonly ReportNode[]
  /** Of the only node. */
  readonly outcome: string | undefined
  readonly node: ReportNode
  readonly asked: readonly string[]
  readonly parameters: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  readonly lines: readonly string[]
  readonly stopped?: string
}

/** `answers` by the end of the place, the longest that fits: `v/after/1/1`, `v/after`, `web-2/v`. */
async function run(
  more: Partial<Plan>,
  answers: Readonly<Record<string, Answer>> = {},
  { nodes = ['web-1'], cancelAt }: { nodes?: readonly string[]; cancelAt?: string } = {},
): Promise<Ran> {
  const controller = new AbortController()
  const { ask, asked } = scripted((place) => {
    const short = place.replace(/^web-1\//, '')
    if (cancelAt !== undefined && short.startsWith(cancelAt)) {
      controller.abort('SIGINT')
      return { kind: 'cancelled' }
    }
    const fits = Object.keys(answers).filter((key) =>
      [place, short].some((one) => `${one}/`.startsWith(`${key}/`)),
    )
    const [best] = fits.sort((a, b) => b.length - a.length)
    return (
      (best === undefined ? undefined : answers[best]) ??
      (/\/(before|after|preflight)\//.test(place) ? up : {})
    )
  })
  const log = memoryLog()
  const plan = planOf(nodes, more)
  const done = await rollout(initOf(plan, ask, { log }), controller.signal, () => undefined)
  const [node] = done.nodes
  if (node === undefined) throw new Error('no node')
  return {
    nodes: done.nodes,
    node,
    outcome: node.outcome,
    asked: asked.map(({ place }) => place.replace(/^web-1\//, '')),
    parameters: new Map(
      asked.map(({ place, parameters }) => [place.replace(/^web-1\//, ''), parameters]),
    ),
    lines: log.lines,
    ...(done.stopped === undefined ? {} : { stopped: done.stopped.message }),
  }
}

const shown = ({ node }: Ran): string[] =>
  node.steps.map(
    ({ id, phase = 'do', iteration, status }) =>
      `${phase} ${id}${iteration === undefined ? '' : `#${iteration}`} ${status}`,
  )

describe('a runbook with verify', () => {
  const plan = { verify: [check('v'), check('w')], steps: [change('a')], evidence: [step('e')] }

  it('does nothing where every check passes before the steps', async () => {
    const ran = await run(plan)
    expect(ran).toMatchObject({ outcome: 'not_needed', node: { good: true } })
    expect(ran.asked).toEqual(['v/before/1/1', 'w/before/1/1', 'e/evidence/1/1'])
    expect(shown(ran)).toEqual([
      'before v succeeded',
      'before w succeeded',
      'do a not_run',
      'evidence e succeeded',
    ])
  })

  it('acts where one does not, and is fixed when all pass after the steps', async () => {
    const ran = await run(plan, { 'w/before': down })
    expect(ran).toMatchObject({ outcome: 'fixed', node: { good: true } })
    expect(ran.node.error).toBeUndefined()
    expect(ran.asked).toEqual([
      'v/before/1/1',
      'w/before/1/1',
      'a/do/1/1',
      'v/after/1/1',
      'w/after/1/1',
      'e/evidence/1/1',
    ])
    expect(ran.node.steps[1]).toMatchObject({
      status: 'failed',
      executed: 'yes',
      output: { healthy: false },
      error: {
        kind: 'expectation-failed',
        message: expect.stringContaining('answered "it answered 503", and of its output'),
      },
      record: 'nodes/web-1/w.1.json',
    })
    expect(ran.node.steps[4]).toMatchObject({ phase: 'after', record: 'nodes/web-1/w.2.json' })
  })

  it.each([
    ['says no', down, 'not_fixed'],
    ['fails', broken, 'not_fixed'],
    ['gives what breaks the contract', { kind: 'output-not-json' } as Answer, 'not_fixed'],
    ['cannot be reached', gone, 'unknown'],
    ['is lost', lost, 'unknown'],
  ])('is never fixed where a check after the steps %s', async (_, answer, outcome) => {
    const ran = await run(plan, { 'v/before': down, 'v/after': answer })
    expect(ran).toMatchObject({ outcome, node: { good: false } })
    // Without on-failure: undo nobody asked for it to be taken back.
    expect(ran.asked.filter((place) => place.includes('undo'))).toEqual([])
    expect(ran.asked.at(-1)).toBe('e/evidence/1/1')
  })

  it.each([
    ['says no', down, true],
    ['fails', broken, true],
    ['does not end', { kind: 'plugin-timeout' } as Answer, true],
    ['gives what breaks the contract', { kind: 'output-schema' } as Answer, false],
    ['cannot be reached', gone, false],
    ['is lost', lost, false],
  ])('acts where a check before the steps %s: %s', async (_, answer, acts) => {
    const ran = await run(plan, { 'v/before': answer })
    expect(ran.asked.includes('a/do/1/1')).toBe(acts)
    if (!acts) expect(ran.outcome).toBe(answer === lost ? 'unknown' : 'failed')
  })

  it('waits for a check after the steps only, each time under a key of its own', async () => {
    const until = { every_ms: 3_000, for_ms: 30_000 }
    const polled = { verify: [check('v', { until })], steps: [change('a')] }
    const ran = await run(polled, {
      'v/before': down,
      'v/after': down,
      'v/after/1/4': up,
    })
    expect(ran.outcome).toBe('fixed')
    expect(ran.asked.filter((place) => place.startsWith('v/'))).toEqual([
      'v/before/1/1',
      'v/after/1/1',
      'v/after/1/2',
      'v/after/1/3',
      'v/after/1/4',
    ])
    expect(ran.node.steps.at(-1)).toMatchObject({ attempt: 4, record: 'nodes/web-1/v.5.json' })
    expect(ran.node.steps.at(-1)?.earlier).toHaveLength(3)
    expect(ran.lines).toContain('prepared web-1/v 2 #3')
  })

  it('gives a check up in the end, and shows the last twenty times it was asked', async () => {
    const until = { every_ms: 1_000, for_ms: 60_000 }
    const ran = await run({ verify: [check('v', { until })], steps: [change('a')] }, { v: down })
    expect(ran.outcome).toBe('not_fixed')
    expect(ran.node.steps.at(-1)).toMatchObject({ attempt: 61, tries: 61 })
    expect(ran.node.steps.at(-1)?.earlier).toHaveLength(20)
  })

  it('waits for a node that comes back', async () => {
    const until = { every_ms: 1_000, for_ms: 10_000 }
    let asked = 0
    const { ask } = scripted((place) => {
      if (!place.includes('/after/')) return place.includes('/before/') ? down : {}
      asked += 1
      return asked < 5 ? gone : up
    })
    const plan = planOf(['web-1'], { verify: [check('v', { until })], steps: [change('a')] })
    const done = await rollout(initOf(plan, ask), new AbortController().signal, () => undefined)
    expect(done.nodes[0]).toMatchObject({ outcome: 'fixed' })
  })
})

describe('what follows a failed step', () => {
  const steps = (on_failure?: 'continue' | 'undo'): PlanStep[] => [
    change('a'),
    change('b', on_failure === undefined ? {} : { on_failure }),
    change('c'),
  ]

  it('is nothing by default', async () => {
    const ran = await run({ steps: steps() }, { b: broken })
    expect(ran).toMatchObject({ outcome: 'failed', node: { error: { kind: 'plugin-error' } } })
    expect(ran.asked).toEqual(['a/do/1/1', 'b/do/1/1'])
  })

  it('is the next step with continue, which does not make the node bad', async () => {
    const ran = await run({ steps: steps('continue') }, { b: broken })
    expect(ran).toMatchObject({ outcome: 'done', node: { good: true } })
    expect(ran.asked).toEqual(['a/do/1/1', 'b/do/1/1', 'c/do/1/1'])
  })

  it('is no success where nothing else was done', async () => {
    const ran = await run({ steps: [step('a', { on_failure: 'continue' })] }, { a: broken })
    expect(ran.outcome).toBe('failed')
  })

  it.each([
    ['cannot be reached', gone, 'failed'],
    ['is lost', lost, 'unknown'],
  ])('is nothing, also with continue, where the node %s', async (_, answer, outcome) => {
    const ran = await run({ steps: steps('continue') }, { b: answer })
    expect(ran.outcome).toBe(outcome)
    expect(ran.asked).not.toContain('c/do/1/1')
  })

  it('is undo with undo, of what ran, the last thing first', async () => {
    const ran = await run({ steps: steps('undo'), evidence: [step('e')] }, { 'b/do': broken })
    expect(ran).toMatchObject({ outcome: 'rolled_back', node: { error: { kind: 'plugin-error' } } })
    expect(ran.asked).toEqual([
      'a/do/1/1',
      'b/do/1/1',
      'b/undo/1/1',
      'a/undo/1/1',
      'e/evidence/1/1',
    ])
  })

  it('takes nothing back that did not run', async () => {
    const ran = await run(
      { steps: steps('undo') },
      { 'b/do': { kind: 'node-prereq', executed: 'no' } },
    )
    expect(ran.asked).toEqual(['a/do/1/1', 'b/do/1/1', 'a/undo/1/1'])
  })

  it('is a rollback that failed where one thing cannot be undone, and nothing behind it is', async () => {
    const ran = await run({ steps: steps('undo') }, { 'b/do': broken, 'b/undo': broken })
    expect(ran.outcome).toBe('rollback_failed')
    expect(ran.asked).not.toContain('a/undo/1/1')
    expect(shown(ran).slice(-2)).toEqual(['undo b failed', 'undo a not_run'])
  })

  it('undoes what did not help, where a step that ran says so', async () => {
    const plan = { verify: [check('v')], steps: steps('undo') }
    const ran = await run(plan, { v: down })
    expect(ran).toMatchObject({
      outcome: 'rolled_back',
      node: { error: { kind: 'expectation-failed' } },
    })
    expect(ran.asked.slice(-3)).toEqual(['c/undo/1/1', 'b/undo/1/1', 'a/undo/1/1'])
  })

  it('undoes nothing after an outcome that nobody knows, and collects evidence', async () => {
    const plan = { verify: [check('v')], steps: steps('undo'), evidence: [step('e')] }
    const ran = await run(plan, { v: down, 'b/do': lost })
    expect(ran.outcome).toBe('unknown')
    expect(ran.asked.slice(-2)).toEqual(['b/do/1/1', 'e/evidence/1/1'])
  })

  it('undoes nothing while processes of a step are left', async () => {
    const ran = await run(
      { steps: steps('undo') },
      { 'b/do': { kind: 'plugin-timeout', survivors: [77] } },
    )
    expect(ran.outcome).toBe('failed')
    expect(ran.asked.some((place) => place.includes('/undo/'))).toBe(false)
    expect(ran.node.steps.at(-1)?.warnings?.[0]).toContain('processes of b are still running')
  })

  it('is unknown where an undo is', async () => {
    const ran = await run({ steps: steps('undo') }, { 'b/do': broken, 'b/undo': lost })
    expect(ran.outcome).toBe('unknown')
    expect(ran.asked).not.toContain('a/undo/1/1')
  })
})

describe('a cancel', () => {
  const plan = {
    verify: [check('v')],
    steps: [change('a', { on_failure: 'undo' }), change('b')],
    evidence: [step('e')],
  }
  it.each(['v/before', 'a/do', 'b/do', 'v/after'])('in %s undoes nothing', async (cancelAt) => {
    const ran = await run(plan, { v: down }, { cancelAt })
    expect(ran.outcome).toBe('cancelled')
    expect(ran.asked.at(-1)).toMatch(new RegExp(`^${cancelAt}|^e/evidence`))
    expect(ran.asked.some((place) => place.includes('/undo/'))).toBe(false)
  })

  it('in the middle of an undo leaves a rollback that failed', async () => {
    const ran = await run(plan, { v: down }, { cancelAt: 'b/undo' })
    expect(ran.outcome).toBe('rollback_failed')
  })

  it('while evidence is collected changes nothing about what was done', async () => {
    const ran = await run(plan, { 'v/before': down }, { cancelAt: 'e/evidence' })
    expect(ran.outcome).toBe('fixed')
  })
})

describe('evidence', () => {
  const plan = { steps: [step('a')], evidence: [step('e'), step('f')] }

  it('is collected whatever happened, each piece for itself', async () => {
    const ran = await run(plan, { a: broken, e: broken })
    expect(ran.outcome).toBe('failed')
    expect(ran.node.error).toMatchObject({ message: 'it was plugin-error' })
    expect(ran.asked).toEqual(['a/do/1/1', 'e/evidence/1/1', 'f/evidence/1/1'])
  })

  it('is asked for once where the node is out of reach', async () => {
    const ran = await run(plan, { a: gone, e: gone })
    expect(ran.asked.filter((place) => place.startsWith('a'))).toHaveLength(3)
    expect(ran.asked.filter((place) => place.startsWith('e'))).toHaveLength(1)
    expect(ran.asked.filter((place) => place.startsWith('f'))).toHaveLength(0)
  })

  it('has less time to be over after a cancel than everything else, because it is cancelled later', async () => {
    const times: unknown[] = []
    const { ask } = scripted(() => ({}))
    const watched: typeof ask = (request, signal, journal) => {
      times.push(request.payload.data['cancel_ms'])
      return ask(request, signal, journal)
    }
    await rollout(initOf(planOf(['web-1'], plan), watched), new AbortController().signal, () => {})
    expect(times).toEqual([undefined, 4_000, 4_000])
    expect(limitsFor(1_000, 4_000).cancelMs).toBe(4_000)
  })

  it('that nobody knows the end of makes the node unknown', async () => {
    expect((await run(plan, { e: lost })).outcome).toBe('unknown')
  })
})

describe('if', () => {
  it('leaves a step out, and what it gives is an error where it is used', async () => {
    const ran = await run({
      steps: [
        step('a', { if: "${{ node.name == 'web-2' }}" }),
        step('b', { input: { text: 'state: ${{ steps.a.status }}' } }),
        step('c', { input: { text: 'x ${{ steps.a.output.x }}' } }),
      ],
    })
    expect(shown(ran)).toEqual(['do a skipped', 'do b succeeded', 'do c failed'])
    expect(ran.parameters.get('b/do/1/1')).toEqual({ text: 'state: skipped' })
    expect(ran.node.steps[2]).toMatchObject({
      executed: 'no',
      error: {
        kind: 'expression-invalid',
        message: 'step c: with.text, character 15: steps.a.output is absent',
      },
    })
  })

  it('sees how a step failed that was passed over', async () => {
    const ran = await run(
      {
        steps: [
          step('a', { on_failure: 'continue' }),
          step('b', {
            if: "${{ steps.a.status == 'failed' && steps.a.error.kind == 'plugin-error' }}",
          }),
        ],
      },
      { a: broken },
    )
    expect(ran.asked).toEqual(['a/do/1/1', 'b/do/1/1'])
  })
})

describe('for-each', () => {
  const list = step('a', { for_each: ['x', 'y', 'z'], input: { name: '${{ item }}' } })

  it('runs a step for one entry after the other, each with its own key and file', async () => {
    const ran = await run({ steps: [list] })
    expect(ran.asked).toEqual(['a/do/1/1', 'a/do/2/1', 'a/do/3/1'])
    expect([...ran.parameters.values()]).toEqual([{ name: 'x' }, { name: 'y' }, { name: 'z' }])
    expect(ran.node.steps.map(({ iteration, record }) => [iteration, record])).toEqual([
      [1, 'nodes/web-1/a.1.json'],
      [2, 'nodes/web-1/a.2.json'],
      [3, 'nodes/web-1/a.3.json'],
    ])
    expect(ran.lines).toContain('prepared web-1/a 1 #2')
  })

  it('stops at the entry that fails, and undoes those that ran', async () => {
    const undo = { ...planStep('a'), input: { name: '${{ item }}' } }
    const ran = await run(
      { steps: [{ ...list, effect: 'change', on_failure: 'undo', undo }] },
      { 'a/do/2': broken },
    )
    expect(ran.outcome).toBe('rolled_back')
    expect(ran.asked.slice(1)).toEqual(['a/do/2/1', 'a/undo/2/1', 'a/undo/1/1'])
    expect(ran.parameters.get('a/undo/1/1')).toEqual({ name: 'x' })
  })

  it('runs over what a step gave, and over nothing where that is empty', async () => {
    const steps = [
      step('find'),
      step('a', { for_each: '${{ steps.find.output.names }}', input: { name: '${{ item }}' } }),
    ]
    const two = await run({ steps }, { find: { output: { names: ['p', 'q'] } } })
    expect(two.parameters.get('a/do/2/1')).toEqual({ name: 'q' })
    const none = await run({ steps }, { find: { output: { names: [] } } })
    expect(none.outcome).toBe('done')
    expect(shown(none)[1]).toBe('do a skipped')
  })

  it('refuses a list that is longer than it may be', async () => {
    const steps = [step('find'), step('a', { for_each: '${{ steps.find.output.names }}' })]
    const names = Array.from({ length: 101 }, (_, i) => `n${i}`)
    const ran = await run({ steps }, { find: { output: { names } } })
    expect(ran.node.steps[1]).toMatchObject({ status: 'failed', executed: 'no' })
    expect(ran.node.error?.message).toContain('101 entries')
  })
})

describe('preflight', () => {
  const nodes = ['web-1', 'web-2', 'web-3']
  const plan = { preflight: [step('p'), step('q')], steps: [change('a')], evidence: [step('e')] }

  it('is asked on every node before anything is done on any', async () => {
    const ran = await run(plan, {}, { nodes })
    expect(ran.nodes.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
    const first = ran.asked.findIndex((place) => place.includes('/do/'))
    expect(ran.asked.slice(0, first).filter((place) => place.includes('/preflight/'))).toHaveLength(
      6,
    )
  })

  it('that fails on one node leaves all nodes as they were', async () => {
    const ran = await run(plan, { 'web-2/q': broken }, { nodes })
    expect(ran.nodes.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'web-1 untouched',
      'web-2 failed',
      'web-3 untouched',
    ])
    expect(ran.asked.some((place) => place.includes('/do/'))).toBe(false)
    expect(ran.asked.filter((place) => place.includes('evidence'))).toEqual([
      'web-2/e/evidence/1/1',
    ])
    expect(ran.stopped).toBe(
      'web-2 did not pass the preflight, and all nodes have to before anything is changed: 2 nodes were left untouched',
    )
    expect(ran.lines).toContain('node-ended web-1 untouched')
  })

  it.each([
    ['cannot be reached', gone, 'failed'],
    ['is lost', lost, 'unknown'],
  ])('on a node that %s leaves the others as they were', async (_, answer, outcome) => {
    const ran = await run(plan, { 'web-3/p': answer }, { nodes })
    expect(ran.nodes.map((one) => one.outcome)).toEqual(['untouched', 'untouched', outcome])
  })

  it('that is cancelled leaves nothing begun', async () => {
    const ran = await run({ ...plan, concurrency: 1 }, {}, { nodes, cancelAt: 'web-2/p' })
    expect(ran.nodes.map((one) => one.outcome)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(ran.asked.some((place) => place.includes('/do/'))).toBe(false)
  })
})

describe('once', () => {
  const nodes = ['web-1', 'web-2', 'web-3']
  const steps = [
    step('token', { once: true }),
    step('use', { input: { token: '${{ steps.token.output.value }}' } }),
  ]

  it.each([1, 2, 64])(
    'runs on the first node, and all have its output, %s at a time',
    async (concurrency) => {
      const answers = { token: { output: { value: 't-1' } } }
      const ran = await run({ steps, concurrency }, answers, { nodes })
      expect(ran.nodes.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
      expect(ran.asked.filter((place) => place.includes('token'))).toEqual(['token/do/1/1'])
      expect(ran.parameters.get('web-3/use/do/1/1')).toEqual({ token: 't-1' })
      expect(ran.nodes[2]?.steps[0]).toMatchObject({
        status: 'skipped',
        executed: 'no',
        ran_on: 'web-1',
      })
    },
  )

  it.each([
    ['fails', broken, 'failed'],
    ['is lost', lost, 'unknown'],
  ])('keeps the others from going on where it %s', async (_, answer, outcome) => {
    const ran = await run({ steps }, { token: answer }, { nodes })
    const of = (name: string) => ran.nodes.find((node) => node.name === name)
    expect(of('web-1')?.outcome).toBe(outcome)
    expect(of('web-2')).toMatchObject({
      outcome: 'failed',
      error: { kind: 'once-failed', executed: 'no' },
    })
    expect(ran.asked.some((place) => place.includes('use'))).toBe(false)
  })

  it('is left to the next node by one that needs nothing, in batches too', async () => {
    const plan = { verify: [check('v')], steps, batches: [1, 2], concurrency: 1 }
    const ran = await run(
      plan,
      {
        'web-2/v/before': down,
        'web-3/v/before': down,
        token: { output: { value: 't' } },
        'web-2/token': { output: { value: 't' } },
      },
      { nodes },
    )
    expect(ran.nodes.map(({ outcome }) => outcome)).toEqual(['not_needed', 'fixed', 'fixed'])
    expect(ran.asked.filter((place) => place.includes('token'))).toEqual(['web-2/token/do/1/1'])
  })
})

describe('the same request once more', () => {
  it('asks a check anew whose earlier answer was not what is expected', async () => {
    const { ask, asked } = scripted((place) => (place.endsWith('/1') ? down : up))
    const again: typeof ask = async (request, signal, journal) => {
      const answer = await ask(request, signal, journal)
      const { data } = answer.result.payload
      if (request.payload.data['attempt'] === 1) data['replay_of'] = 'd'.repeat(32)
      return answer
    }
    const plan = planOf(['web-1'], { verify: [check('v')], steps: [change('a')] })
    const init = initOf(plan, again, { again: true })
    const { nodes } = await rollout(init, new AbortController().signal, () => undefined)
    expect(asked.map(({ place }) => place)).toEqual(['web-1/v/before/1/1', 'web-1/v/before/1/2'])
    expect(nodes[0]).toMatchObject({ outcome: 'not_needed' })
  })
})

describe('a dry run', () => {
  const plan = {
    dry_run: true,
    verify: [check('v')],
    steps: [change('a', { dry_run_supported: true, on_failure: 'undo' }), change('b')],
    evidence: [step('e')],
  }

  it('checks once, stops before what does not support one, and undoes nothing', async () => {
    const ran = await run(plan, { v: down })
    expect(ran.asked).toEqual(['v/before/1/1', 'a/do/1/1', 'e/evidence/1/1'])
    expect(ran.outcome).toBe('rehearsed')
    const failed = await run(plan, { v: down, a: broken })
    expect(failed.asked.some((place) => place.includes('undo'))).toBe(false)
    expect(failed.outcome).toBe('failed')
  })
})

it('no nodes wait for each other, and a step with once runs on one node at most, whatever they do', async () => {
  const one = fc.record({
    nodes: fc.integer({ min: 1, max: 6 }),
    concurrency: fc.integer({ min: 1, max: 7 }),
    batches: fc.option(fc.constant<number[]>([1, 2, 2, 2]), { nil: undefined }),
    endings: fc.array(fc.constantFrom<Answer>(up, up, down, broken, lost, gone), {
      minLength: 23,
      maxLength: 23,
    }),
    salt: fc.integer({ min: 0, max: 99 }),
    cancelAt: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  })
  await fc.assert(
    fc.asyncProperty(one, async ({ nodes, concurrency, batches, endings, salt, cancelAt }) => {
      const names = Array.from({ length: nodes }, (_, i) => `web-${i + 1}`)
      const controller = new AbortController()
      let launches = 0
      const { ask, asked } = scripted(async (place) => {
        launches += 1
        if (launches === cancelAt) controller.abort('SIGINT')
        const sum = [...place].reduce((n, letter) => n * 7 + letter.charCodeAt(0), salt) % 65_521
        for (let turn = 0; turn < sum % 5; turn++) await null
        return endings[sum % endings.length] ?? up
      })
      const plan = planOf(names, {
        verify: [check('v')],
        steps: [
          step('a', { on_failure: 'continue' }),
          step('x', { once: true, if: "${{ steps.a.status == 'succeeded' }}" }),
          step('y', { once: true, on_failure: 'continue' }),
        ],
        concurrency,
        ...(batches === undefined ? {} : { batches }),
      })
      const { nodes: ended } = await rollout(initOf(plan, ask), controller.signal, () => undefined)
      expect(ended).toHaveLength(nodes)
      for (const id of ['x', 'y']) {
        const on = asked.flatMap(({ place }) =>
          place.includes(`/${id}/`) ? [place.split('/')[0]] : [],
        )
        expect(new Set(on).size).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 200 },
  )
})
