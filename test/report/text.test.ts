import { describe, expect, it } from 'vitest'
import { hasShape } from '../../src/protocol/schemas.ts'
import { githubLog } from '../../src/report/encode.ts'
import { planText, problemsText, reportText } from '../../src/report/text.ts'
import { obeyedCommands } from '../support/runner-oracle.ts'
import { badNode, error, goodNode, HOSTILE, hostileProvenance, plan, report } from './fixtures.ts'

const plain = { colour: false }

it('the fixtures have the shapes of plan and report', () => {
  expect(hasShape('plan', plan)).toBe(true)
  expect(
    hasShape(
      'report',
      report([goodNode('a', { x: 1 }), badNode('b', 'failed', error('plugin-error', 'x'))]),
    ),
  ).toBe(true)
})

describe('a plan for people', () => {
  it('starts with the effect, then names nodes and steps, and ends with the verdict', () => {
    expect(planText(plan)).toBe(`CHANGES: runbook restart-service on 2 nodes
  Restart a systemd service
  content: commit 1111111111111111111111111111111111111111
  parameters: {"service":"nginx"}

nodes, at most 64 at a time:
  web-1      ssh rune@10.0.0.11 port 22  host key SHA256:abc  (the inventory says ssh)
  localhost  local  (the inventory says local)

steps on every node, in order:
  1. restart: service_restart (core_ops 1.2.0): change, as root, at most 60 s
     {"service":"nginx"}
     bundle sha256 ${'ab'.repeat(32)}

allowed by: effects
`)
  })

  it('shows which node is in which batch, and what stops the run', () => {
    expect(planText({ ...plan, batches: [1, 1], max_failures: 0 })).toContain(
      `nodes, at most 64 at a time:
  batch 1 of 2, 1 node:
  web-1      ssh rune@10.0.0.11 port 22  host key SHA256:abc  (the inventory says ssh)
  batch 2 of 2, 1 node:
  localhost  local  (the inventory says local)
  a node of the first batch that is not good stops the run
  more than 0 nodes that are not good stop the run
`,
    )
  })

  it('says what is refused and why, last', () => {
    const gates = [
      { gate: 'effects', verdict: 'passed' as const },
      { gate: 'unversioned', verdict: 'refused' as const, reason: 'the work tree is changed' },
    ]
    expect(planText({ ...plan, gates })).toMatch(
      /\nrefused by unversioned: the work tree is changed\nnext: The policy in rune.yaml .*\n$/,
    )
  })

  it('says first that somebody broke glass, and last what that passes', () => {
    const relaxed = { gate: 'windows', verdict: 'relaxed' as const, reason: 'passed by alice' }
    const break_glass = { by: ['alice'], reason: 'fire', ticket: 'INC-1', relaxed: ['windows'] }
    const shown = planText({ ...plan, gates: [relaxed], break_glass })
    expect(shown).toContain('\nBREAK GLASS by alice for INC-1: passes windows; fire\n')
    expect(shown).toMatch(/\nrelaxed windows: passed by alice\n$/)
  })

  it('says where a dry run stops', () => {
    const text = planText({ ...plan, dry_run: true })
    expect(text).toContain('as a dry run')
    expect(text).toContain('the dry run stops before it')
  })

  it('marks content that is not versioned', () => {
    expect(
      planText({ ...plan, content: { versioned: false, reason: 'not a git work tree' } }),
    ).toContain('not versioned (not a git work tree)')
  })
})

describe('a report for people', () => {
  const nodes = [
    goodNode('web-1'),
    badNode('web-2', 'failed', error('plugin-error', 'no such unit')),
    badNode('web-3', 'untouched'),
    badNode('web-4', 'unknown', error('outcome-unknown', 'no result', { executed: 'unknown' })),
    badNode('web-5', 'failed', error('plugin-error', 'no such unit')),
  ]

  it('shows what is not good first, one line a node, advice once, the record, and the verdict last', () => {
    expect(
      reportText(report(nodes), plain),
    ).toBe(`unknown          web-4  restart: outcome-unknown: no result [executed: unknown]
failed           web-2  restart: plugin-error: no such unit [executed: yes]
failed           web-5  restart: plugin-error: no such unit [executed: yes]
untouched        1 node  nothing was run: web-3
done             web-1  1 step in 1.2 s

next: advice for outcome-unknown
next: advice for plugin-error

record: .rune/runs/1
correlation id: INC-42
FAILED: runbook restart-service, 5 nodes: 1 good, 2 failed, 1 unknown, 1 untouched
`)
  })

  it('names a hundred nodes that are not good one by one, and the others by what happened', () => {
    const many = Array.from({ length: 500 }, (_, i) =>
      badNode(
        `web-${String(i).padStart(3, '0')}`,
        'failed',
        error(i === 499 ? 'plugin-error' : 'connect-refused', `no answer from ${i}\u001b[31m`),
      ),
    )
    const shown = reportText(report([...many, goodNode('web-good')]), plain).split('\n')
    expect(shown.filter((line) => line.includes('no answer from'))).toHaveLength(100)
    expect(shown[100]).toBe(
      `failed           399 more nodes  restart: connect-refused [executed: yes]: ${many
        .slice(100, 120)
        .map(({ name }) => name)
        .join(', ')} and 379 more`,
    )
    expect(shown[101]).toBe(
      'failed           1 more node  restart: plugin-error [executed: yes]: web-499',
    )
    expect(shown[102]).toContain('done             web-good')
    expect(shown.join('\n').length).toBeLessThan(20_000)
  })

  it('names a hundred untouched nodes in one line, and counts the others', () => {
    const names = Array.from({ length: 250 }, (_, i) => `web-${i}`)
    const bad = badNode('web-x', 'failed', error('connect-refused', 'no', { executed: 'no' }))
    const [step] = bad.steps
    const earlier = [1, 1].map((attempt) => ({
      attempt,
      executed: 'no' as const,
      kind: 'connect-refused',
      message: 'no',
    }))
    const shown = reportText(
      report([
        { ...bad, steps: step ? [{ ...step, earlier }] : [] },
        ...names.map((name) => badNode(name, 'untouched')),
      ]),
      plain,
    ).split('\n')
    expect(shown[0]).toContain('[executed: no, after 3 tries]')
    expect(shown[1]).toBe(
      `untouched        250 nodes  nothing was run: ${names.slice(0, 100).join(', ')} and 150 more`,
    )
  })

  it('is green or red only when colour is wanted', () => {
    const painted = reportText(report(nodes), { colour: true })
    expect(painted).toContain('\u001b[31mFAILED')
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(reportText(report(nodes), plain))
  })

  it('says why nothing was run', () => {
    const problems = [
      {
        kind: 'policy-denied',
        severity: 'error' as const,
        message: 'change is not allowed',
        advice: 'ask',
      },
    ]
    const text = reportText(report([], { status: 'refused', exit_status: 3, problems }), plain)
    expect(text).toContain('change is not allowed\n\nnext: ask\n')
    expect(text).toMatch(/\nREFUSED: runbook restart-service, nothing was run\n$/)
  })

  it('has warnings of good nodes too', () => {
    const node = goodNode('web-1')
    const warned = {
      ...node,
      steps: node.steps.map((step) => ({ ...step, warnings: ['disk is full'] })),
    }
    expect(reportText(report([warned]), plain)).toContain('\nwarning: web-1 status: disk is full\n')
  })
})

describe('problems', () => {
  it('are one line each with their position, and each advice once', () => {
    const problem = {
      kind: 'document-schema',
      severity: 'error' as const,
      advice: 'Correct the file.',
    }
    const text = problemsText([
      {
        ...problem,
        file: 'runbooks/a.yaml',
        line: 3,
        column: 7,
        message: 'unknown key "usess"',
        rule: 'schema',
      },
      { ...problem, file: 'runbooks/b.yaml', message: 'is empty' },
      { ...problem, message: 'no runbooks', severity: 'warning' },
    ])
    expect(text).toBe(`runbooks/a.yaml:3:7: unknown key "usess" [schema]
runbooks/b.yaml: is empty
warning: no runbooks

next: Correct the file.
`)
  })

  it('are no text when there are none', () => {
    expect(problemsText([])).toBe('')
  })
})

it('nothing that a node or a file says reaches a terminal or a log as a command', () => {
  const texts = [
    reportText(
      report([badNode('web-1', 'failed', error('plugin-error', HOSTILE, { advice: HOSTILE }))], {
        record: HOSTILE,
        problems: [{ kind: 'x', severity: 'error', message: HOSTILE, file: HOSTILE }],
        ...hostileProvenance,
      }),
      plain,
    ),
    planText({
      ...plan,
      runbook: { name: 'x', sha256: '', description: HOSTILE },
      params: { a: HOSTILE },
      gates: [{ gate: 'x', verdict: 'refused', reason: HOSTILE }],
    }),
    planText(plan, hostileProvenance),
  ]
  for (const text of texts) {
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(text).not.toMatch(/^\s*::/m)
    expect(obeyedCommands(githubLog(text))).toEqual([])
  }
})
