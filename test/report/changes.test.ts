import { expect, it } from 'vitest'
import { changesSummary, changesText, type ShownChanges } from '../../src/report/changes.ts'
import { obeyedCommands } from '../support/runner-oracle.ts'
import { plan } from './fixtures.ts'

type Compared = Extract<ShownChanges, { kind: 'changes' }>

const SHOWN: Compared = {
  kind: 'changes',
  against: 'a'.repeat(40),
  planned: { trigger: 'workflow_dispatch', actor: 'alice' },
  changes: [
    {
      area: 'runbook',
      name: 'restart-service',
      kind: 'changed',
      differences: [
        { what: 'targets', before: 'role=web', after: 'role=db', raised: false },
        { what: 'effect', before: 'read', after: 'change', raised: true },
      ],
    },
    { area: 'runbook', name: 'quiet', kind: 'changed', differences: [] },
    { area: 'module', name: 'ops', kind: 'unreadable', differences: [] },
  ],
  unplanned: 0,
  plans: [
    { runbook: 'restart-service', plan, missing: [], problems: [] },
    { runbook: 'asks', missing: ['service', 'zone'], problems: [] },
  ],
}

it('shows what is raised first, then the plans, then everything', () => {
  const summary = changesSummary(SHOWN)
  const places = ['## What the change does', '### More than before', '### Plans', '### All'].map(
    (title) => summary.indexOf(title),
  )
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places[0]).toBe(0)
  expect(summary.slice(places[1], places[2])).toContain('**effect**')
  expect(summary.slice(places[1], places[2])).not.toContain('targets')
  expect(summary.slice(places[2], places[3])).toContain('service, zone')
  expect(summary.slice(places[3])).toContain('comments or layout only')
  expect(summary.slice(places[3])).toContain('**unreadable**')
})

it('says the same in the log, one line each', () => {
  expect(
    changesText({ ...SHOWN, plans: SHOWN.plans.slice(1) }),
  ).toBe(`compared with ${'a'.repeat(40)}

more than before:
  runbook restart-service changed: effect: read -> change

plans with default inputs, asked by alice through workflow_dispatch:
  asks: no plan: it needs the inputs service, zone

all differences:
  runbook restart-service changed: targets: role=web -> role=db
  runbook restart-service changed: effect: read -> change
  runbook quiet changed: comments or layout only
  module ops unreadable: what it does cannot be said: it has problems
`)
})

it('says that nothing changed, or why nobody knows', () => {
  const nothing: Compared = { ...SHOWN, changes: [], plans: [] }
  expect(changesSummary(nothing)).toContain('mean the same as before')
  expect(changesText(nothing)).toContain('mean the same as before')
  const unknown = { kind: 'unavailable', reason: 'no <base>', advice: 'fetch it' } as const
  expect(changesSummary(unknown)).toContain('no &#60;base&#62;. fetch it')
  expect(changesText(unknown)).toBe(
    'what the change does is not known: no <base>\nnext: fetch it\n',
  )
})

it('says how many runbooks it did not plan', () => {
  const more = { ...SHOWN, unplanned: 7 }
  for (const shown of [changesSummary(more), changesText(more)])
    expect(shown).toContain('7 more runbooks are not planned here')
})

it('encodes whatever a file says, in every place', () => {
  const bad = '|<script>\n::add-mask::x\u202e ##[error]y @octo/team [a](b)'
  const hostile: Compared = {
    ...SHOWN,
    against: bad,
    planned: { trigger: bad, actor: bad },
    changes: [
      {
        area: 'runbook',
        name: bad,
        kind: 'changed',
        differences: [{ what: bad, before: bad, after: bad, raised: true }],
      },
    ],
    plans: [
      { runbook: bad, missing: [bad], problems: [] },
      {
        runbook: bad,
        missing: [],
        problems: [{ severity: 'error', kind: 'param-invalid', code: 'x', message: bad }],
      },
      {
        runbook: bad,
        plan: { ...plan, gates: [{ gate: bad, verdict: 'refused', reason: bad }] },
        missing: [],
        problems: [],
      },
    ] as Compared['plans'],
  }
  const summary = changesSummary(hostile)
  expect(summary).not.toMatch(/<script|\u202e|\[a\]|@octo|\|&#60;/)
  expect(obeyedCommands(summary)).toEqual([])
  // The log's own encoder takes out what the runner would obey inside a line.
  const text = changesText(hostile)
  expect(text).not.toMatch(/\u202e|^\s*::/m)
})

it('stays within its budget, counting what is left out', () => {
  const many = Array.from({ length: 5000 }, (_, i) => ({
    area: 'node' as const,
    name: `n-${i}`,
    kind: 'added' as const,
    differences: [{ what: 'labels gained', after: '|'.repeat(600), raised: i === 7 }],
  }))
  const summary = changesSummary({ ...SHOWN, changes: many })
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(100 * 1024)
  expect(summary).toMatch(/\*\*Cut to fit\*\*: \d{4} more rows are in the log/)
  expect(summary).toContain('### Plans with default inputs')
  expect(changesText({ ...SHOWN, changes: many }).split('\n').length).toBeGreaterThan(5000)
})
