/** What validation, a later look and a comparison of plans say about a policy and what it allowed. */
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/document/diagnostic.ts'
import { refuseCollect } from '../../src/lom/judge-collect.ts'
import { planChanged, planDifferences } from '../../src/lom/plan-difference.ts'
import { readPolicy } from '../../src/lom/policy.ts'
import { loadProject, validateProject } from '../../src/lom/project.ts'
import type { PlanNode } from '../../src/protocol/types.gen.ts'
import { memoryContent } from './content.ts'
import { ALLOW, FILES, judge, LIMITS, runeYaml } from './gate-examples.ts'
import { planNode, planOf, planStep } from './plans.ts'

const policyOf = (policy: string) =>
  readPolicy('rune.yaml', new TextEncoder().encode(runeYaml(policy)))

describe('an entry that can never match', () => {
  const entry = (text: string) => `${ALLOW}\n    - { ${text} }${LIMITS}\n`
  it.each([
    [
      'effects: [change], runbooks: [restrat], actors: [alice], triggers: [cli]',
      '5:39: warning: there is no runbook restrat; did you mean restart?',
    ],
    [
      'effects: [change], actions: [restrat], actors: [alice], triggers: [cli]',
      '5:38: warning: there is no action restrat; did you mean restart?',
    ],
    [
      'effects: [read], actions: [restart, wipe], actors: [alice], triggers: [cli]',
      '5:18: warning: this entry allows nothing: its actions have the effect change, destructive',
    ],
    [
      'effects: [read], actors: [alice], triggers: [cli], targets: role=wbe',
      '5:69: warning: this entry allows nothing: no node of the inventory matches "role=wbe"',
    ],
    [
      'effects: [read], actors: [], triggers: [cli]',
      '5:34: warning: this entry allows nothing: actors is empty',
    ],
    [
      'effects: [read], actors: ["team:sre"], triggers: [cli]',
      '5:34: warning: this entry allows nothing: who is in a team is not known on the command line',
    ],
    ['effects: [read], actors: ["team:sre"], triggers: [cli, workflow_dispatch]', undefined],
  ])('%s', async (text, expected) => {
    const files = { ...FILES, 'rune.yaml': `version: 1\npolicy:${entry(text)}` }
    const problems = validateProject(await loadProject(memoryContent(files)))
    const lines = problems.filter(({ file }) => file === 'rune.yaml').map(formatProblem)
    expect(lines).toEqual(expected === undefined ? [] : [`rune.yaml:${expected} [never-allows]`])
  })
})

describe('to ask nodes what a run has left', () => {
  const web: PlanNode = { ...planNode('web-1'), labels: { env: 'prod' } }
  const plan = {
    ...planOf([]),
    nodes: [web, { ...web, name: 'web-2' }],
    steps: [planStep('a'), { ...planStep('b'), effect: 'change' as const }],
  }
  const allow = (entry: string) => `  allow:\n    - { ${entry} }`
  const asked = (policy: string, what: 'result' | 'stop' = 'result', actor = 'alice') =>
    refuseCollect(policyOf(policy), { plan, actor, what }).map(({ rule }) => rule)

  it('it is enough to be allowed to read there, through whatever trigger and at any time', () => {
    const reads = allow('effects: [read], actors: [alice], triggers: [push]')
    expect(asked(`${reads}\n  maintenance: { on: true }`)).toEqual([])
    expect(asked(reads, 'result', 'eve')).toEqual(['allow-list'])
    expect(
      asked(allow('effects: [read], actors: [alice], triggers: [cli], targets: env=dev')),
    ).toEqual(['allow-list'])
  })

  it('and to stop something it needs the effect of that', () => {
    const reads = allow('effects: [read], actors: [alice], triggers: [cli]')
    expect(asked(reads, 'stop')).toEqual(['allow-list'])
    expect(
      asked(allow('effects: [read, change], actors: [alice], triggers: [cli]'), 'stop'),
    ).toEqual([])
  })

  it('and whoever may start a run may close that run in the same job, also as one of a team', () => {
    const teams = allow('effects: [read, change], actors: ["team:sre"], triggers: [push]')
    expect(asked(teams, 'stop')).toEqual(['allow-list'])
    const own = (policy: string) =>
      refuseCollect(policyOf(policy), { plan, actor: 'alice', what: 'stop', own: true })
    expect(own(teams)).toEqual([])
    expect(own('  limits: { transports: [local] }')).toHaveLength(1)
  })

  it('the transports have to be listed', () => {
    expect(asked('  limits: { transports: [local] }')).toEqual(['transports'])
  })

  it('a policy that cannot be read denies', () => {
    expect(asked('  maintenance: { on: maybe }')[0]).toBe('policy')
  })
})

describe('two plans', () => {
  const before = {
    ...planOf(['web-1', 'web-2']),
    steps: [planStep('a'), planStep('b')],
    params: { service: 'nginx', list: [1] },
  }
  const texts = (after: typeof before) => {
    const found = planChanged(
      { plan: after, planHash: 'b'.repeat(64) },
      { plan: before, planHash: 'a'.repeat(64) },
    )
    return found?.message.slice(found.message.indexOf(': ') + 2).split('; ')
  }

  it('of the same hash are the same', () => {
    expect(
      planChanged(
        { plan: before, planHash: 'a'.repeat(64) },
        { planHash: 'a'.repeat(64), plan: before },
      ),
    ).toBeUndefined()
    expect(planDifferences(before, before)).toEqual([])
  })

  it('differ in what is named: nodes, steps, parameters, digests', () => {
    const [web1, web2] = before.nodes
    const [a, b] = before.steps
    if (!web1 || !web2 || !a || !b) throw new Error('no plan')
    expect(
      texts({
        ...before,
        nodes: [{ ...web1, address: '10.0.0.9' }, planNode('web-3')],
        steps: [{ ...a, bundle_sha256: 'f'.repeat(64) }, b],
        params: { service: 'apache', list: [1, 2] },
        concurrency: 5,
      }),
    ).toEqual([
      'node web-1: address is new (10.0.0.9)',
      'node web-2 is gone',
      'node web-3 is new',
      `step a: bundle_sha256 was ${'0'.repeat(64)} and is ${'f'.repeat(64)}`,
      'concurrency was 64 and is 5',
      'params.list was [1] and is [1,2]',
      'params.service was nginx and is apache',
    ])
  })

  it('differ in the order of their steps', () => {
    expect(texts({ ...before, steps: before.steps.toReversed() })).toEqual([
      'order of steps was a, b and is b, a',
    ])
  })
})

describe('the same request', () => {
  it('gives the same plan a hundred times, also one that is refused or relaxed', async () => {
    const glass =
      '  windows:\n    - { effects: [change], zone: Europe/Berlin, from: "01:00", to: "02:00" }\n  break-glass: { actors: [alice], relaxes: [windows], ticket: "INC-[0-9]+" }'
    const asked = { break_glass: true, reason: 'all is down', ticket: 'INC-1' } as const
    for (const [policy, request] of [
      ['', {}],
      [glass, {}],
      [glass, asked],
    ] as const) {
      const hashes = new Set<string>()
      for (let i = 0; i < 100; i += 1) {
        // Seconds that pass change nothing.
        const now = `2026-11-21T12:00:${String(i % 60).padStart(2, '0')}.000Z`
        const result = await judge(runeYaml(policy), { request, moment: { now } })
        if (result.kind === 'invalid') throw new Error('no plan')
        hashes.add(`${result.kind} ${result.planHash}`)
      }
      expect([...hashes]).toHaveLength(1)
    }
  })
})
