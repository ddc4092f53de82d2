import { describe, expect, it } from 'vitest'
import { systemHost } from '../../src/host.ts'
import { type AskLmm, type NodeRunInit, type RunLog, runNode } from '../../src/lom/node-run.ts'
import { rollout } from '../../src/lom/rollout.ts'
import type { Plan, PlanNode, StepRecord } from '../../src/protocol/types.gen.ts'

const node: PlanNode = { name: 'web-1', transport: 'ssh', transport_reason: 'test', labels: {} }
const step = (id: string): Plan['steps'][number] => ({
  id,
  action: 'hello',
  module: 'test',
  module_version: '1.0.0',
  effect: 'read',
  become: false,
  idempotent: false,
  dry_run_supported: id !== 'b',
  bundle_sha256: '0'.repeat(64),
  timeout_ms: 1_000,
  input: {},
  requires: [],
})
const plan: Plan = {
  schema_version: '1.0',
  content: { versioned: false },
  dry_run: false,
  params: {},
  effect: 'read',
  nodes: [node],
  steps: [step('a'), step('b')],
  concurrency: 1,
  gates: [],
}

function initOf(ask: AskLmm): Omit<NodeRunInit, 'plan' | 'log'> {
  return {
    host: systemHost,
    planHash: 'f'.repeat(64),
    launchSeed: 'e'.repeat(32),
    again: false,
    runId: systemHost.uuid(),
    correlationId: 'test',
    trace: { traceId: '0'.repeat(32), spanId: '0'.repeat(16) },
    actor: 'alice',
    ask,
    inputCheck: () => () => [],
  }
}

function run(ask: AskLmm, more: { plan?: Plan; signal?: AbortSignal } = {}) {
  const kept: { step: string; record: StepRecord }[] = []
  const log: RunLog = {
    prepared: async () => 'go',
    tried: async () => ({}),
    started: async () => 'go',
    ended: async (attempt, _step, record) => {
      kept.push({ step: attempt.step, record })
      return {}
    },
    nodeEnded: async () => undefined,
  }
  const report = runNode(
    { ...initOf(ask), plan: more.plan ?? plan, log },
    node,
    more.signal ?? new AbortController().signal,
  )
  return report.then((ended) => ({ report: ended, kept }))
}

describe('a node whose step meets a bug of RUNE', () => {
  it('is unknown after GO, keeps its record and goes no further', async () => {
    const { report, kept } = await run(async (_request, _signal, journal) => {
      await journal.ready({ bootId: 'x' })
      throw new Error('a bug')
    })
    expect(report).toMatchObject({ outcome: 'unknown', good: false })
    expect(report.steps[0]).toMatchObject({
      status: 'unknown',
      executed: 'unknown',
      error: { kind: 'internal', message: 'a bug' },
    })
    expect(report.steps[1]).toMatchObject({ status: 'not_run', executed: 'no' })
    expect(kept.map((one) => one.step)).toEqual(['a'])
  })

  it('was certainly not run before GO', async () => {
    const { report } = await run(async () => {
      throw new Error('a bug')
    })
    expect(report.steps[0]).toMatchObject({ status: 'failed', executed: 'no' })
  })
})

describe('a rollout', () => {
  it('loses no node to a bug on another one', async () => {
    const nodes = ['a', 'b', 'c'].map((name) => ({ ...node, name }))
    const ended: string[] = []
    const results = await rollout(
      {
        ...initOf(async () => {
          throw new Error('a bug')
        }),
        plan: { ...plan, nodes },
        log: {
          prepared: async () => 'go',
          tried: async () => ({}),
          started: async () => 'go',
          ended: async () => ({}),
          nodeEnded: async ({ name }) => {
            if (name === 'b') throw new Error('another bug')
          },
        },
      },
      new AbortController().signal,
      ({ name }) => ended.push(name),
    )
    expect(results.nodes.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['a', 'failed'],
      ['b', 'unknown'],
      ['c', 'failed'],
    ])
    expect(ended.sort()).toEqual(['a', 'b', 'c'])
  })
})

describe('a dry run', () => {
  it('stops before an action that cannot promise to change nothing', async () => {
    const dry = {
      ...plan,
      dry_run: true,
      steps: [{ ...step('b'), effect: 'change' as const }, step('a')],
    }
    const { report } = await run(
      async () => {
        throw new Error('nothing may be asked')
      },
      { plan: dry },
    )
    expect(report).toMatchObject({ outcome: 'rehearsed', good: true })
    expect(report.steps.map(({ status }) => status)).toEqual(['not_run', 'not_run'])
    expect(report.steps[0]?.warnings?.[0]).toContain('dry run stops here')
  })
})
