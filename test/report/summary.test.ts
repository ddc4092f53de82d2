import { describe, expect, it } from 'vitest'
import { SUMMARY_BUDGET_BYTES } from '../../src/report/budget.ts'
import { planSummary, reportSummary } from '../../src/report/summary.ts'
import { badNode, error, goodNode, HOSTILE, hostileProvenance, plan, report } from './fixtures.ts'

describe('the summary of a plan', () => {
  it('has effect, plan hash, steps with digests and nodes with their keys', () => {
    const text = planSummary(plan, { planHash: 'cd'.repeat(32) })
    expect(text).toContain('## Plan: runbook <code>restart-service</code> on 2 nodes')
    expect(text).toContain('| Effect | **change** |')
    expect(text).toContain(`<code>${'cd'.repeat(32)}</code>`)
    expect(text).toContain(`<code>${'ab'.repeat(32)}</code>`)
    expect(text).toContain('SHA256')
    expect(text).not.toContain('Refused')
  })

  it('has what is refused, with the reason', () => {
    const gates = [{ gate: 'freeze', verdict: 'refused' as const, reason: 'until January' }]
    expect(planSummary({ ...plan, gates })).toContain('| <code>freeze</code> | until January |')
  })
})

describe('the summary of a run', () => {
  const nodes = [
    goodNode('web-1', { state: 'active' }),
    badNode('web-2', 'failed', error('plugin-error', 'no such unit')),
  ]

  it('has failed nodes first with kind, executed and advice, ids, and the outputs', () => {
    const text = reportSummary(report(nodes), { artifact: 'rune-record-7' })
    expect(text.indexOf('web-2')).toBeLessThan(text.indexOf('web-1'))
    expect(text).toContain(
      '| <code>web-2</code> | **failed** | <code>restart</code> | <code>plugin-error</code> no such unit | yes |',
    )
    expect(text).toContain('advice for plugin-error')
    expect(text).toContain('| Correlation id | <code>INC-42</code> |')
    expect(text).toContain('| Plan hash |')
    expect(text).toContain('<code>rune-record-7</code>')
    expect(text).toContain('<summary>web-1: output of status</summary>')
    expect(text).toContain('&#34;state&#34;: &#34;active&#34;')
  })

  it('stays within its budget with 10,000 failed nodes, says so, and still names the record', () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      badNode(`web-${i}`, 'failed', error('plugin-error', '<|>'.repeat(300))),
    )
    const text = reportSummary(report(many), { artifact: 'rune-record-7' })
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_BUDGET_BYTES)
    expect(text).toMatch(
      /\*\*Cut to fit GitHub's limit\*\*: \d+ rows and 0 outputs are left out; all of it is in/,
    )
    expect(text).toContain('Correlation id')
    expect(text.trimEnd()).toMatch(/rune-record-7<\/code>\.$/)
  })

  it('leaves outputs out before nodes, and bounds each', () => {
    const many = Array.from({ length: 500 }, (_, i) =>
      goodNode(`web-${i}`, { log: 'x'.repeat(100_000) }),
    )
    const text = reportSummary(report(many))
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_BUDGET_BYTES)
    expect(text).toContain('| <code>web-499</code> |')
    expect(text).toMatch(/0 rows and \d+ outputs are left out/)
  })

  it('has no markup of a node, a plugin or a file', () => {
    const bad = badNode('web-1', 'failed', error('plugin-error', HOSTILE, { advice: HOSTILE }))
    const shown = [
      reportSummary(
        report([bad, goodNode('web-2', { '</code></pre><script>': `</pre>\n\n${HOSTILE}` })], {
          actor: HOSTILE,
          reason: HOSTILE,
          ticket: HOSTILE,
          record: HOSTILE,
          problems: [
            {
              kind: 'x',
              severity: 'error',
              message: HOSTILE,
              file: HOSTILE,
              advice: HOSTILE,
              rule: HOSTILE,
            },
          ],
          ...hostileProvenance,
        }),
      ),
      planSummary({
        ...plan,
        params: { a: HOSTILE },
        runbook: { name: HOSTILE, sha256: '', description: HOSTILE },
        gates: [{ gate: HOSTILE, verdict: 'refused', reason: HOSTILE }],
      }),
    ]
    for (const text of shown) {
      const tags = new Set([...text.matchAll(/<[^>]*>/g)].map(([tag]) => tag))
      const ours = [
        '<b></b>',
        '<code>',
        '</code>',
        '<details>',
        '</details>',
        '<summary>',
        '</summary>',
        '<pre>',
        '</pre>',
      ]
      for (const tag of tags) expect(ours.join('')).toContain(tag)
      // Outside <pre>, which is not read as Markdown:
      const prose = text.replace(/<pre>[\s\S]*?<\/pre>/g, '')
      expect(prose).not.toMatch(
        /\]\(|!\[|@org|[^&#]#1|`|https:\/\/|[\u0000-\u0009\u000b-\u001f\u202e]/,
      )
      expect(text).not.toContain('\u001b')
      // Every row of a table has as many cells as its header.
      for (const table of prose.split('\n\n').filter((part) => part.startsWith('|'))) {
        const cells = table.split('\n').map((line) => line.split('|').length)
        expect(new Set(cells).size).toBe(1)
      }
    }
  })
})
