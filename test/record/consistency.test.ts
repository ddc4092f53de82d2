import { describe, expect, it } from 'vitest'
import type { RecordEvent, ReportStep } from '../../src/protocol/types.gen.ts'
import { disagreements } from '../../src/record/consistency.ts'
import { REPORT, RUN_ID } from './hundred.ts'

const ended = (more: Partial<RecordEvent>): RecordEvent => ({
  seq: 1,
  prev: '0'.repeat(64),
  at: '2026-11-20T12:00:00.000Z',
  run_id: RUN_ID,
  type: 'ended',
  node: 'web-1',
  attempt: 1,
  executed: 'yes',
  ...more,
})

/** What does not agree when a node's report has one step, and its events are these. */
const flawsOf = (step: Partial<ReportStep>, ...events: RecordEvent[]): string[] => {
  const steps: ReportStep[] = [
    { id: 'answers', action: 'http_check', status: 'succeeded', executed: 'yes', ...step },
  ]
  const nodes = [
    { name: 'web-1', outcome: 'fixed' as const, good: true, transport: 'ssh' as const, steps },
  ]
  return disagreements(events, { report: { ...REPORT, run_id: RUN_ID, nodes } }).map(
    ({ reason }) => reason,
  )
}

describe('a report agrees with the events', () => {
  const after = ended({ step: 'answers', phase: 'after', data: { status: 'succeeded' } })
  const second = ended({ step: 'answers', iteration: 2, data: { status: 'failed' } })

  it('of the same phase: a check that was not run before the steps has its answer after them', () => {
    const left: Partial<ReportStep> = { phase: 'before', status: 'not_run', executed: 'no' }
    expect(flawsOf(left, after)).toEqual([])
    expect(flawsOf({ ...left, phase: 'after' }, after)).toEqual([
      expect.stringContaining(
        'is "not_run, executed no", the events say "succeeded, executed yes"',
      ),
    ])
  })

  it('of the same entry of a list', () => {
    const one = ended({ step: 'answers', data: { status: 'succeeded' } })
    expect(flawsOf({ iteration: 2, status: 'failed' }, one, second)).toEqual([])
    expect(flawsOf({ iteration: 2 }, one, second)).toEqual([
      expect.stringContaining('the events say "failed, executed yes"'),
    ])
  })
})
