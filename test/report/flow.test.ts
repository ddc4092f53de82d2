import { describe, expect, it } from 'vitest'
import type { Plan, ReportNode, RunReport } from '../../src/protocol/types.gen.ts'
import { reportAnnotations } from '../../src/report/annotations.ts'
import { markdownCode } from '../../src/report/encode.ts'
import { flowText, timelineOf } from '../../src/report/flow.ts'
import { planSummary, reportSummary } from '../../src/report/summary.ts'
import { nodeResultText, planText, reportText } from '../../src/report/text.ts'
import { error, plan, report } from './fixtures.ts'

const at = '2026-11-20T12:00:00.000Z'
const base = { action: 'x', executed: 'yes', started_at: at, duration_ms: 40 } as const
const down = error('expectation-failed', 'not healthy')
const rolledBack: ReportNode = {
  name: 'web-1',
  outcome: 'rolled_back',
  good: false,
  error: down,
  steps: [
    { ...base, id: 'space', phase: 'preflight', status: 'succeeded' },
    {
      ...base,
      id: 'answers',
      phase: 'before',
      status: 'failed',
      error: down,
    },
    { ...base, id: 'restart', iteration: 1, status: 'succeeded' },
    { ...base, id: 'restart', iteration: 2, status: 'succeeded' },
    { ...base, id: 'note', status: 'skipped', executed: 'no' },
    { ...base, id: 'token', status: 'skipped', executed: 'no', ran_on: 'web-0' },
    { ...base, id: 'answers', phase: 'after', status: 'failed', error: down, tries: 61 },
    { ...base, id: 'restart', phase: 'undo', iteration: 2, status: 'succeeded' },
    { ...base, id: 'restart', phase: 'undo', iteration: 1, status: 'succeeded' },
    {
      ...base,
      id: 'logs',
      phase: 'evidence',
      status: 'succeeded',
      record: 'nodes/web-1/logs.1.json',
      output: { text: 'a log' },
    },
  ],
}
const fixed: ReportNode = {
  name: 'web-2',
  outcome: 'fixed',
  good: true,
  steps: rolledBack.steps.filter(({ phase }) => phase !== 'undo' && phase !== 'after'),
}
const of = (...nodes: ReportNode[]): RunReport => report(nodes)

describe('what was done on a node', () => {
  it('is one line with every phase that it came to', () => {
    expect(flowText(rolledBack)).toBe(
      'preflight: space succeeded | verify before: answers failed | ' +
        'steps: restart#1 succeeded, restart#2 succeeded, note skipped, token skipped, ran on web-0 | ' +
        'verify after: answers failed | undo: restart#2 succeeded, restart#1 succeeded | ' +
        'evidence: logs succeeded (nodes/web-1/logs.1.json)',
    )
  })

  it('is not repeated for a node that had only steps', () => {
    expect(
      flowText({ ...rolledBack, steps: [{ ...base, id: 'a', status: 'failed' }] }),
    ).toBeUndefined()
  })

  it('is a timeline with what began when and how long it took', () => {
    const rows = timelineOf(rolledBack)
    expect(rows[6]).toEqual({
      phase: 'verify after',
      step: 'answers',
      status: 'failed',
      started: at,
      tookMs: 40,
      about: 'expectation-failed, 61 tries',
    })
    expect(rows).toHaveLength(10)
  })

  it('stands below its result on a terminal, the error that decided first', () => {
    const lines = reportText(of(fixed, rolledBack), { colour: false }).split('\n')
    expect(lines[0]).toMatch(
      /^rolled_back\s+web-1\s+answers: expectation-failed: not healthy \[executed: yes, after 61 tries\]$/,
    )
    expect(lines[1]).toBe(`  ${flowText(rolledBack)}`)
    expect(lines).toContain(
      'rolled_back: what the steps did was undone: a step failed, or a check still did not pass after them.',
    )
    expect(lines[2]).toMatch(/^fixed\s+web-2\s+4 steps$/)
    expect(nodeResultText({ ...fixed, outcome: 'not_needed', steps: [] })).toContain(
      'nothing was needed',
    )
  })

  it('says of a node that could not be asked after a change that nobody knows, and only of such a one', () => {
    const notes = (executed: 'no' | 'unknown'): string => {
      const after = { ...base, id: 'a', phase: 'after' as const, error: { ...down, executed } }
      const node = {
        ...rolledBack,
        outcome: 'unknown' as const,
        error: after.error,
        steps: [after],
      }
      return reportText(of({ ...node, steps: [{ ...after, status: 'failed', executed }] }), {
        colour: false,
      })
    }
    expect(notes('no')).toContain('nobody could see whether it helped')
    expect(notes('unknown')).not.toContain('nobody could see whether it helped')
  })

  it('names the check that decided, not the evidence that met the same fault', () => {
    const refused = { ...base, status: 'failed' as const, error: error('connect-refused', 'gone') }
    const steps = [
      { ...refused, id: 'answers', phase: 'after' as const },
      { ...refused, id: 'logs', phase: 'evidence' as const },
    ]
    const node = { ...rolledBack, outcome: 'unknown' as const, error: refused.error, steps }
    expect(nodeResultText(node)).toContain('answers: connect-refused: gone')
  })

  it('is in the summary as a timeline, and in the annotation of a node that is not good', () => {
    const text = reportSummary(of(rolledBack, fixed))
    expect(text).toContain('<summary>web-1: rolled_back, what was done and when</summary>')
    expect(text).toContain(`| undo | ${markdownCode('restart#2')} | succeeded |`)
    expect(text).toContain('web-1: output of logs (evidence)')
    expect(text).toContain('what the steps did was undone')
    const [first, ...rest] = reportAnnotations(of(rolledBack, fixed))
    expect(first?.message).toContain('undo: restart#2 succeeded')
    expect(rest.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('lets nothing through that a terminal or Markdown would obey', () => {
    const evil = '\u001b[2J|<b>@all</b>'
    const steps = rolledBack.steps.map((step) => ({
      ...step,
      record: evil,
      error: error(evil, evil),
    }))
    const nodes = [{ ...rolledBack, steps }]
    expect(reportText(of(...nodes), { colour: false })).not.toContain('\u001b')
    expect(reportSummary(of(...nodes))).not.toMatch(/\u001b|<b>@all/)
  })
})

describe('a plan with a flow', () => {
  const [step] = plan.steps
  if (step === undefined) throw new Error('no step')
  const flow: Plan = {
    ...plan,
    verify: [{ ...step, id: 'answers', effect: 'read', expect: '${{ output.up }}' }],
    steps: [
      {
        ...step,
        if: '${{ inputs.on }}',
        on_failure: 'undo',
        undo: { ...step, action: 'service_start' },
      },
    ],
    evidence: [{ ...step, id: 'logs', effect: 'read' }],
  }

  it('shows every list, and what stands beside each step', () => {
    const text = planText(flow)
    expect(text).toContain(
      'verify, before the steps and after them:\n  1. answers: service_restart',
    )
    expect(text).toContain('     expects ${{ output.up }}\n')
    expect(text).toContain(
      '     if ${{ inputs.on }}\n     on failure: undo\n     undo: service_start (change)\n',
    )
    expect(text).toContain('evidence, from every node at the end:')
    const summary = planSummary(flow)
    expect(summary).toContain('Verify, before the steps and after them')
    expect(summary).toContain('undo of <code>restart</code>')
  })
})
