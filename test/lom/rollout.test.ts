import { setTimeout as delay } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AskLmm } from '../../src/lom/node-run.ts'
import { rollout } from '../../src/lom/rollout.ts'
import { fault } from '../../src/protocol/errors.ts'
import type { Plan } from '../../src/protocol/types.gen.ts'
import { answerOf, initOf, memoryLog, planOf } from './plans.ts'

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `web-${String(i + 1).padStart(3, '0')}`)

interface Watched {
  /** In the order in which they were begun. */
  readonly begun: string[]
  /** The nodes that ran at the same time as each one, when it was begun. */
  readonly beside: Map<string, readonly string[]>
  most: number
}

/** Runs a plan whose nodes end as `ends` says, `done` by default, each after its own time. */
async function run(
  plan: Plan,
  ends: Readonly<Record<string, 'failed' | 'unknown'>> = {},
  timeOf: (node: string) => number = () => 0,
  cancel?: { readonly after: number },
) {
  const running = new Set<string>()
  const watched: Watched = { begun: [], beside: new Map(), most: 0 }
  const controller = new AbortController()
  const ask: AskLmm = async (request) => {
    const node = String(request.payload.data['node'])
    watched.begun.push(node)
    watched.beside.set(node, [...running])
    running.add(node)
    watched.most = Math.max(watched.most, running.size)
    await delay(timeOf(node))
    running.delete(node)
    if (cancel !== undefined && watched.begun.length >= cancel.after) controller.abort('SIGINT')
    const end = ends[node]
    if (end === undefined) return answerOf(request)
    return answerOf(
      request,
      end === 'failed'
        ? fault('plugin-error', 'it did not work')
        : fault('outcome-unknown', 'no result', { executed: 'unknown' }),
    )
  }
  const log = memoryLog()
  const told: string[] = []
  const { nodes, stopped } = await rollout(initOf(plan, ask, { log }), controller.signal, (node) =>
    told.push(node.name),
  )
  const outcomes = Object.fromEntries(nodes.map(({ name, outcome }) => [name, outcome]))
  return { nodes, stopped, outcomes, watched, told, lines: log.lines }
}

const NODES = names(6)

describe('a rollout in batches', () => {
  it('begins a batch when the one before is over, in the order of the plan', async () => {
    const { watched, stopped } = await run(planOf(NODES, { batches: [1, 2, 3] }), {}, (node) =>
      node === 'web-002' ? 30 : 1,
    )
    expect(watched.begun).toEqual(NODES)
    expect(watched.beside.get('web-002')).toEqual([])
    expect(watched.beside.get('web-003')).toEqual(['web-002'])
    expect(watched.beside.get('web-004')).toEqual([])
    expect(stopped).toBeUndefined()
  })

  it.each(['failed', 'unknown'] as const)(
    'stops when a node of the first batch is %s',
    async (end) => {
      const { nodes, stopped, watched, told, lines } = await run(
        planOf(NODES, { batches: [1, 5] }),
        {
          'web-001': end,
        },
      )
      expect(watched.begun).toEqual(['web-001'])
      expect(nodes.map(({ outcome }) => outcome)).toEqual([end, ...Array(5).fill('untouched')])
      expect(nodes[1]).toEqual({
        name: 'web-002',
        outcome: 'untouched',
        good: false,
        transport: 'ssh',
        steps: [{ id: 'a', action: 'hello', status: 'not_run', executed: 'no' }],
      })
      expect(stopped).toMatchObject({
        kind: 'rollout-stopped',
        executed: 'no',
        message: `web-001 of the first batch ended as ${end}, and the first batch has to be good: 5 nodes were left untouched`,
      })
      expect(told).toEqual(['web-001'])
      expect(lines).toContain('node-ended web-006 untouched')
    },
  )

  it('lets the other nodes of a first batch come to their end', async () => {
    const { outcomes } = await run(
      planOf(NODES, { batches: [3], concurrency: 2 }),
      { 'web-001': 'failed' },
      (node) => (node === 'web-002' ? 20 : 1),
    )
    expect(outcomes).toEqual({
      'web-001': 'failed',
      'web-002': 'done',
      'web-003': 'untouched',
      'web-004': 'untouched',
      'web-005': 'untouched',
      'web-006': 'untouched',
    })
  })

  it('goes on after a failure in a later batch, where nothing bounds them', async () => {
    const { outcomes, stopped } = await run(planOf(NODES, { batches: [1, 1] }), {
      'web-002': 'failed',
    })
    expect(Object.values(outcomes).filter((outcome) => outcome === 'done')).toHaveLength(5)
    expect(stopped).toBeUndefined()
  })
})

describe('a rollout with max-failures', () => {
  it.each([
    ['none of one', 0, ['web-001'], 1],
    ['one of one', 1, ['web-001'], 6],
    ['one of two', 1, ['web-001', 'web-003'], 3],
    ['two of two', 2, ['web-001', 'web-003'], 6],
    ['two of three', 2, ['web-001', 'web-003', 'web-005'], 5],
  ])('allows %s', async (_, max_failures, bad, begun) => {
    const { watched, stopped } = await run(
      planOf(NODES, { concurrency: 1, max_failures }),
      Object.fromEntries(bad.map((name) => [name, 'failed' as const])),
    )
    expect(watched.begun).toHaveLength(begun)
    expect(stopped?.kind).toBe(begun === 6 ? undefined : 'rollout-stopped')
    if (stopped) expect(stopped.message).toContain(`${bad.length} of 6 nodes are not good`)
  })

  it('counts an unknown outcome as it counts a failure, and stops in the middle of a batch', async () => {
    const { watched } = await run(
      planOf(NODES, { concurrency: 1, batches: [1, 5], max_failures: 1 }),
      { 'web-002': 'unknown', 'web-003': 'failed' },
    )
    expect(watched.begun).toHaveLength(3)
  })

  it('says nothing of a stop that left no node out', async () => {
    const { stopped, outcomes } = await run(planOf(NODES, { max_failures: 0 }), {
      'web-006': 'failed',
    })
    expect(stopped).toBeUndefined()
    expect(Object.values(outcomes)).not.toContain('untouched')
  })
})

it('a cancelled rollout begins no further node, and calls none of them untouched', async () => {
  const { outcomes, told, stopped } = await run(
    planOf(NODES, { concurrency: 1, batches: [2, 1], max_failures: 0 }),
    { 'web-003': 'failed' },
    () => 1,
    { after: 3 },
  )
  expect(Object.values(outcomes).sort()).toEqual([
    'cancelled',
    'cancelled',
    'cancelled',
    'done',
    'done',
    'failed',
  ])
  expect(told).toHaveLength(6)
  expect(stopped).toBeUndefined()
})

it('whatever fails, each node has one report, no batch meets another, and nothing is untouched without a stop', async () => {
  const scenario = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
    concurrency: fc.integer({ min: 1, max: 8 }),
    max_failures: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
    ends: fc.array(
      fc.option(fc.constantFrom('failed' as const, 'unknown' as const), {
        nil: undefined,
        freq: 3,
      }),
      { minLength: 36, maxLength: 36 },
    ),
    times: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 36, maxLength: 36 }),
    batched: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(
      scenario,
      async ({ sizes, concurrency, max_failures, ends, times, batched }) => {
        const all = names(sizes.reduce((sum, size) => sum + size, 0))
        const plan = planOf(all, {
          concurrency,
          ...(batched ? { batches: sizes } : {}),
          ...(max_failures === undefined ? {} : { max_failures }),
        })
        const bad = all.flatMap((name, i) => (ends[i] ? [[name, ends[i]] as const] : []))
        const { nodes, stopped, watched } = await run(
          plan,
          Object.fromEntries(bad),
          (node) => times[all.indexOf(node)] ?? 0,
        )
        expect(nodes.map(({ name }) => name).sort()).toEqual(all)
        expect(watched.begun).toEqual(all.slice(0, watched.begun.length))
        expect(watched.most).toBeLessThanOrEqual(concurrency)
        const batchOf = (name: string): number => {
          if (!batched) return 0
          const ends = sizes.map((_, i) => sizes.slice(0, i + 1).reduce((sum, n) => sum + n, 0))
          return ends.findIndex((end) => all.indexOf(name) < end)
        }
        for (const [node, others] of watched.beside)
          for (const other of others) expect(batchOf(other)).toBe(batchOf(node))
        const untouched = nodes.filter(({ outcome }) => outcome === 'untouched')
        expect(untouched).toHaveLength(all.length - watched.begun.length)
        const seenBad = nodes.filter(({ good, outcome }) => !good && outcome !== 'untouched')
        const over = max_failures !== undefined && seenBad.length > max_failures
        const canary = batched && seenBad.some(({ name }) => batchOf(name) === 0)
        expect(stopped !== undefined).toBe(untouched.length > 0)
        if (untouched.length > 0) expect(over || canary).toBe(true)
        // Between the node that was one too many and the end of the others at most the rest of the lanes end.
        if (max_failures !== undefined)
          expect(seenBad.length).toBeLessThanOrEqual(max_failures + concurrency)
      },
    ),
    { numRuns: 150 },
  )
})
