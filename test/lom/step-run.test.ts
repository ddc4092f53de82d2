import { describe, expect, it } from 'vitest'
import { systemHost } from '../../src/host.ts'
import { type AskLmm, runNode } from '../../src/lom/node-run.ts'
import { type Fault, fault } from '../../src/protocol/errors.ts'
import type { PlanStep, StepRecord } from '../../src/protocol/types.gen.ts'
import {
  answerOf,
  initOf,
  jumpingHost,
  memoryLog,
  planNode,
  planOf,
  planStep,
  refused,
} from './plans.ts'

/** What a try ends with; `ready` says that the node was told to go before. */
interface Try {
  readonly problem?: Fault
  readonly ready?: boolean
  readonly evidence?: StepRecord['evidence']
}

async function run(script: readonly Try[], step: Partial<PlanStep> = {}) {
  const keys: string[] = []
  const acknowledged: string[] = []
  const ask: AskLmm = async (request, _signal, journal) => {
    const one = script[keys.length]
    if (one === undefined) throw new Error('one try too many')
    const key = String(request.payload.data['run_key'])
    keys.push(key)
    if (one.ready) await journal.ready({ bootId: 'x' })
    return {
      ...answerOf(request, one.problem, one.evidence),
      acknowledge: () => acknowledged.push(key),
    }
  }
  const log = memoryLog()
  const host = jumpingHost()
  const plan = planOf(['web-1'], { steps: [{ ...planStep('a'), ...step }] })
  const report = await runNode(
    initOf(plan, ask, { log, host }),
    planNode('web-1'),
    new AbortController().signal,
  )
  return { report, keys, acknowledged, lines: log.lines, waits: host.waits }
}

const key = (attempt: number): string => `test/web-1/a/do/1/${attempt}`
const busy: Try = { problem: fault('node-busy', 'MaxStartups', { phase: 'connect' }) }
const failed: Try = { ready: true, problem: fault('plugin-error', 'it did not work') }
const RETRY = { retry: { attempts: 3, backoff_ms: 700 }, idempotent: true }

describe('a step on a node that turns it away', () => {
  it('is tried again with the same key, and its record has every try', async () => {
    const { report, keys, lines, waits } = await run([busy, { problem: refused }, { ready: true }])
    expect(report).toMatchObject({ outcome: 'done', good: true })
    expect(keys).toEqual([key(1), key(1), key(1)])
    expect(lines).toEqual([
      'tried web-1/a 1',
      'tried web-1/a 1 #2',
      'started web-1/a 1 #3',
      'ended web-1/a 1 #3 succeeded',
      'node-ended web-1 done',
    ])
    expect(report.steps[0]).toMatchObject({ attempt: 1, record: 'nodes/web-1/a.3.json' })
    expect(report.steps[0]?.earlier).toEqual([
      {
        attempt: 1,
        executed: 'no',
        kind: 'node-busy',
        message: 'MaxStartups',
        record: 'nodes/web-1/a.1.json',
      },
      {
        attempt: 1,
        executed: 'no',
        kind: 'connect-refused',
        message: 'nobody listens',
        record: 'nodes/web-1/a.2.json',
      },
    ])
    expect(waits).toHaveLength(2)
    expect(waits[0]).toBeLessThanOrEqual(500)
    expect(waits[1]).toBeLessThanOrEqual(1000)
  })

  it('is given up after three tries, with the last error', async () => {
    const { report, lines } = await run([busy, busy, { problem: refused }])
    expect(report).toMatchObject({ outcome: 'failed', error: { kind: 'connect-refused' } })
    expect(report.steps[0]).toMatchObject({ executed: 'no', attempt: 1 })
    expect(lines.filter((line) => line.startsWith('ended'))).toEqual(['ended web-1/a 1 #3 failed'])
  })

  it.each([
    ['was ready before it was lost', { ready: true, problem: fault('connection-lost', 'gone') }],
    ['was closed by somebody else', { problem: fault('launch-sealed', 'closed') }],
  ])('goes round no launch that %s', async (_, one) => {
    const { report, keys } = await run([one], { ...RETRY })
    expect(report.steps[0]).toMatchObject({ status: 'failed', executed: 'no', attempt: 1 })
    expect(keys).toEqual([key(1)])
  })
})

describe('a step whose plugin fails', () => {
  it('is tried again as the runbook says, each time as an attempt with its own key', async () => {
    const { report, keys, acknowledged, waits } = await run(
      [failed, failed, { ready: true }],
      RETRY,
    )
    expect(report.good).toBe(true)
    expect(keys).toEqual([key(1), key(2), key(3)])
    expect(acknowledged).toEqual(keys)
    expect(waits).toEqual([700, 700])
    expect(report.steps[0]).toMatchObject({
      attempt: 3,
      earlier: [
        { attempt: 1, executed: 'yes', kind: 'plugin-error' },
        { attempt: 2, executed: 'yes', kind: 'plugin-error' },
      ],
    })
  })

  it('ends with the failure after the last attempt, and goes no further', async () => {
    const { report, keys } = await run([failed, failed, failed], RETRY)
    expect(report).toMatchObject({ outcome: 'failed', error: { kind: 'plugin-error' } })
    expect(keys).toHaveLength(3)
  })

  it('counts tries that did not reach the node among them', async () => {
    const { keys } = await run([busy, failed, failed], RETRY)
    expect(keys).toEqual([key(1), key(1), key(2)])
  })

  it.each([
    ['there is nothing left of its group', { group_gone: true, survivors: [] }, 2],
    ['a process got away', { group_gone: true, survivors: [77] }, 1],
    ['its group is still there', { group_gone: false, survivors: [] }, 1],
  ])('at its time limit is tried again when %s, else not', async (_, left, tries) => {
    const problem = fault('plugin-timeout', 'too long')
    const late: Try = {
      ready: true,
      problem,
      evidence: { termination: { signals: ['TERM'], ...left } },
    }
    const { keys } = await run([late, { ready: true }], RETRY)
    expect(keys).toHaveLength(tries)
  })

  it('is never run again when its outcome is unknown', async () => {
    const problem = fault('outcome-unknown', 'no result', { executed: 'unknown' })
    const { report, keys } = await run([{ ready: true, problem }], RETRY)
    expect(report).toMatchObject({ outcome: 'unknown', good: false })
    expect(keys).toHaveLength(1)
  })
})

describe('a step that waits for its next try', () => {
  it.each([
    ['before anything ran', busy, 'no', ['ended web-1/a 1 failed']],
    ['after a failure', failed, 'yes', ['started web-1/a 1', 'ended web-1/a 1 failed']],
  ])(
    'ends at once on a cancel %s, closed once, with what is known',
    async (_, one, executed, lines) => {
      const log = memoryLog()
      const cancel = new AbortController()
      const ask: AskLmm = async (request, _signal, journal) => {
        if (one.ready) await journal.ready({ bootId: 'x' })
        setTimeout(() => cancel.abort('SIGINT'), 20)
        return answerOf(request, one.problem)
      }
      const step = {
        ...planStep('a'),
        idempotent: true,
        retry: { attempts: 9, backoff_ms: 60_000 },
      }
      const began = performance.now()
      const report = await runNode(
        // All random bits set: the longest wait, also for the first try.
        initOf(planOf(['web-1'], { steps: [step] }), ask, {
          log,
          host: { ...systemHost, hex: (bytes) => 'ff'.repeat(bytes) },
        }),
        planNode('web-1'),
        cancel.signal,
      )
      expect(performance.now() - began).toBeLessThan(400)
      expect(report.good).toBe(false)
      expect(report.steps[0]).toMatchObject({
        status: 'failed',
        executed,
        warnings: ['not tried again: the run was cancelled'],
      })
      expect(log.lines).toEqual([...lines, 'node-ended web-1 failed'])
    },
  )

  it('is not tried again when the record cannot announce it', async () => {
    let asked = 0
    const log = { ...memoryLog(), prepared: async () => 'abort' as const }
    const step = { ...planStep('a'), ...RETRY }
    const ask: AskLmm = async (request, _signal, journal) => {
      asked += 1
      await journal.ready({ bootId: 'x' })
      return answerOf(request, failed.problem)
    }
    const report = await runNode(
      initOf(planOf(['web-1'], { steps: [step] }), ask, { log }),
      planNode('web-1'),
      new AbortController().signal,
    )
    expect(asked).toBe(1)
    expect(report.steps[0]?.warnings).toEqual(['not tried again: the record cannot be written'])
  })
})
