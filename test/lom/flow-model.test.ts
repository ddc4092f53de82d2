import fc from 'fast-check'
import { expect, it } from 'vitest'
import { systemHost } from '../../src/host.ts'
import { rollout } from '../../src/lom/rollout.ts'
import type { Plan, PlanStep } from '../../src/protocol/types.gen.ts'
import { type Ending, foretell, type Told, type World } from './flow-model.ts'
import { initOf, memoryLog, planOf, planStep } from './plans.ts'
import { type Answer, scripted } from './scripted.ts'

const ANSWERS: Readonly<Record<Ending, Answer>> = {
  ok: { output: { healthy: true } },
  no: { output: { healthy: false } },
  error: { kind: 'plugin-error' },
  timeout: { kind: 'plugin-timeout', survivors: [] },
  stuck: { kind: 'plugin-timeout', survivors: [77] },
  hostile: { kind: 'output-not-json' },
  prereq: { kind: 'node-prereq', executed: 'no' },
  gone: { kind: 'connect-refused', executed: 'no' },
  lost: { kind: 'outcome-unknown', executed: 'unknown' },
  stopped: { kind: 'cancelled' },
  'not-begun': { kind: 'cancelled', executed: 'no' },
}

/** Nodes answer at once, so two seconds never pass: what is collected after a cancel is collected. */
const host = {
  ...systemHost,
  monotonicMs: () => 0,
  sleep: async (ms: number, signal?: AbortSignal): Promise<void> => {
    if (ms !== 2_000) return
    await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()))
  },
}

/** What the code under test does in this world. */
async function carryOut({ plan, ending, cancel }: World): Promise<Told> {
  const controller = new AbortController()
  let launches = 0
  const { ask, asked } = scripted((place) => {
    launches += 1
    if (launches !== cancel?.at) return ANSWERS[ending(place)]
    controller.abort('SIGINT')
    return ANSWERS[cancel.how === 'race' ? ending(place) : cancel.how]
  })
  const told: string[] = []
  const init = initOf(plan, ask, { host, log: memoryLog() })
  const { nodes } = await rollout(init, controller.signal, ({ name }) => told.push(name))
  expect(nodes.map(({ name }) => name).sort()).toEqual(plan.nodes.map(({ name }) => name))
  for (const { good, outcome, error, steps } of nodes) {
    expect(good).toBe(['fixed', 'not_needed', 'done'].includes(outcome))
    if (!good && !['untouched', 'cancelled'].includes(outcome)) expect(error).toBeDefined()
    const places = steps.map(({ id, phase, iteration }) => `${id}/${phase}/${iteration}`)
    expect(new Set(places).size).toBe(places.length)
  }
  return {
    asked: asked.map(({ place }) => place),
    outcomes: Object.fromEntries(nodes.map(({ name, outcome }) => [name, outcome])),
  }
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
const known = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined))

const EXPECT = '${{ output.healthy }}'
const check = (id: string) =>
  fc
    .record({ until: seldom(fc.constant({ every_ms: 1_000, for_ms: 3_000 })) })
    .map((more): PlanStep => ({ ...planStep(id), expect: EXPECT, ...known(more) }))

const step = (id: string, before: string | undefined) =>
  fc
    .record({
      expect: seldom(fc.constant(EXPECT)),
      on_failure: maybe(fc.constantFrom('continue' as const, 'undo' as const, 'undo' as const)),
      undo: maybe(fc.constant(planStep(id))),
      retry: seldom(fc.constant({ attempts: 2, backoff_ms: 1 })),
      once: seldom(fc.constant(true as const)),
      for_each: seldom(fc.constantFrom('${{ inputs.none }}', ['x'], ['x', 'y', 'z'])),
      if: seldom(fc.constantFrom('succeeded', 'failed', 'skipped')),
    })
    .map(
      ({ if: status, ...more }): PlanStep => ({
        ...planStep(id),
        idempotent: true,
        ...known(more),
        ...(status === undefined || before === undefined
          ? {}
          : { if: `\${{ steps.${before}.status == '${status}' }}` }),
      }),
    )

const IDS = ['a', 'b', 'c', 'd'] as const
const planned = fc
  .record({
    nodes: fc.constantFrom(['web-1'], ['web-1', 'web-2'], ['web-1', 'web-2', 'web-3']),
    preflight: seldom(fc.tuple(check('p'))),
    verify: maybe(fc.oneof(fc.tuple(check('v')), fc.tuple(check('v'), check('w')))),
    steps: fc
      .tuple(...IDS.map((id, i) => step(id, IDS[i - 1])), fc.integer({ min: 1, max: IDS.length }))
      .map((all) => all.slice(0, Number(all.at(-1))) as PlanStep[]),
    evidence: maybe(fc.constantFrom([planStep('e')], [planStep('e'), planStep('f')])),
  })
  .map(({ nodes, steps, ...lists }): Plan => {
    const more: Partial<Plan> = { ...known(lists), steps, concurrency: 1, params: { none: [] } }
    return planOf(nodes, more)
  })

const anyEnding = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Ending>('ok') },
  { weight: 4, arbitrary: fc.constant<Ending>('no') },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Ending>(
      'error',
      'timeout',
      'stuck',
      'hostile',
      'prereq',
      'gone',
      'lost',
    ),
  },
)

/** Each place has its ending from a list, by a sum of its letters: the same place always ends the same. */
const world = fc
  .record({
    plan: planned,
    endings: fc.array(anyEnding, { minLength: 17, maxLength: 17 }),
    salt: fc.integer({ min: 1, max: 1_000 }),
    cancel: maybe(
      fc.record({
        at: fc.integer({ min: 1, max: 12 }),
        how: fc.constantFrom('race' as const, 'stopped' as const, 'not-begun' as const),
      }),
    ),
  })
  .map(({ plan, endings, salt, cancel }): World & { endings: readonly Ending[] } => ({
    plan,
    endings,
    ending: (place) => {
      const sum = [...place].reduce(
        (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521,
        salt,
      )
      return endings[sum % endings.length] ?? 'ok'
    },
    ...(cancel === undefined ? {} : { cancel }),
  }))

it('asks, undoes and ends as the model foretells, whatever runbook, nodes and cancel bring', async () => {
  const outcomes = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const expected = foretell(one)
      expect(await carryOut(one)).toEqual(expected)
      for (const outcome of Object.values(expected.outcomes))
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }),
    { numRuns: Number(process.env['RUNE_FUZZ_RUNS'] ?? 500) },
  )
  // A model that never comes to an outcome proves nothing of it.
  expect([...outcomes.keys()].sort()).toEqual([
    'cancelled',
    'done',
    'failed',
    'fixed',
    'not_fixed',
    'not_needed',
    'rollback_failed',
    'rolled_back',
    'unknown',
    'untouched',
  ])
}, 60_000)
