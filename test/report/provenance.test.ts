import { describe, expect, it } from 'vitest'
import { hasShape } from '../../src/protocol/schemas.ts'
import { planSummary, reportSummary } from '../../src/report/summary.ts'
import { planText, reportText } from '../../src/report/text.ts'
import { goodNode, plan, provenance, report } from './fixtures.ts'

const run = report([goodNode('web-1')], provenance)
const BLOCK = `approved content:
  pull request #7 by carol, dave at ffffffffffff: runbooks/restart.yaml (cccccccccccc)
  pull request #42 by carol at eeeeeeeeeeee: plugins/ops/module.yaml (cccccccccccc), plugins/ops/restart.sh (cccccccccccc)
  commit dddddddddddd, of no pull request by nobody: rune.yaml (cccccccccccc)
  baseline bbbbbbbbbbbb: inventory.yaml (cccccccccccc)
environment remediation: approved by dave
earlier runs under this correlation id:
  https://github.com/octo/recovery/actions/runs/3 of 2026-11-20T12:00:00Z: success
  https://github.com/octo/recovery/actions/runs/4 of 2026-11-20T12:01:00Z: queued
`

it('the fixture has the shape of a report', () => {
  expect(hasShape('report', run)).toBe(true)
})

describe('who approved what, for people', () => {
  it('is in the text of a report and of a plan, one line a pull request', () => {
    expect(reportText(run, { colour: false })).toContain(`\n\n${BLOCK}\nrecord: `)
    expect(planText(plan, provenance)).toContain(`\n\n${BLOCK}\nallowed by: `)
  })

  it('is in the summaries, a table each', () => {
    for (const text of [reportSummary(run), planSummary(plan, { provenance })]) {
      expect(text).toContain('### Approved content\n\n| From | Approved by | Head | Files |')
      expect(text).toContain(
        '| carol, dave | <code>ffffffffffff</code> | <code>runbooks/restart.yaml</code> (cccccccccccc) |',
      )
      expect(text).toContain('| baseline bbbbbbbbbbbb | nobody has to |  | ')
      expect(text).toContain('| <code>remediation</code> | approved | dave |')
      expect(text).toMatch(/\/actions\/runs\/3<\/code> \| \S+ \| success \|\n/)
      expect(text).toMatch(/\/actions\/runs\/4<\/code> \| \S+ \| queued \|\n/)
    }
  })

  it('is that nobody had to, where the policy lets the command line do without', () => {
    const local = report([goodNode('web-1')], { approval_source: 'not-required' })
    expect(reportText(local, { colour: false })).toContain(
      '\n\napprovals: not required on the command line\n\nrecord: ',
    )
    expect(reportSummary(local)).toContain('| Approvals | not required on the command line |')
  })

  it('is nothing where nothing had to be approved', () => {
    const read = report([goodNode('web-1')], { approval_source: 'not-needed' })
    const text = reportText(read, { colour: false }) + reportSummary(read)
    expect(text).not.toMatch(/approv|earlier|environment/i)
  })

  it('names ten files of a pull request and counts the others', () => {
    const approvals = Array.from({ length: 12 }, (_, n) => ({
      path: `plugins/ops/${n}.sh`,
      blob: 'c'.repeat(40),
      commit: 'd'.repeat(40),
      pull: 7,
      approvers: ['carol'],
    }))
    const many = report([goodNode('web-1')], { approval_source: 'github', approvals })
    for (const text of [reportText(many, { colour: false }), reportSummary(many)]) {
      expect(text).toMatch(/plugins\/ops\/9\.sh.*and 2 more/)
      expect(text).not.toContain('plugins/ops/10.sh')
    }
  })
})
