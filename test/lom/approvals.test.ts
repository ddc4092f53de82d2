import { describe, expect, it } from 'vitest'
import { approvalDifferences } from '../../src/lom/changes/approvals.ts'
import { neededPaths } from '../../src/lom/needed-paths.ts'
import { draftPlan } from '../../src/lom/plan.ts'
import {
  type ApprovalFacts,
  type ApprovedChange,
  approvalNeeds,
  approvalRefusals,
  approvals,
  reportApprovals,
} from '../../src/lom/policy/approvals.ts'
import type { Facts, Policy } from '../../src/lom/policy.ts'
import { loadProject } from '../../src/lom/project.ts'
import { fault } from '../../src/protocol/errors.ts'
import type { PlanStep, Request } from '../../src/protocol/types.gen.ts'
import { memoryContent } from './content.ts'
import { planOf, planStep } from './plans.ts'

const policyWith = (approvals?: Policy['approvals']): Policy => ({
  allow: [],
  limits: { transports: [] },
  ...(approvals === undefined ? {} : { approvals }),
})
const facts = (more: Partial<Facts> = {}): Facts => ({
  policy: policyWith(),
  actors: ['alice'],
  trigger: 'workflow_dispatch',
  now: '2026-01-01T00:00:00.000Z',
  receivedAt: '2026-01-01T00:00:00.000Z',
  ...more,
})
const plan = (...steps: Partial<PlanStep>[]) =>
  planOf(['web-1'], { steps: steps.map((step, n) => ({ ...planStep(`s${n}`), ...step })) })

describe('how many approvals a plan needs', () => {
  it.each<[string, Partial<PlanStep>[], Policy['approvals'], number, boolean]>([
    ['reads', [{}], undefined, 0, false],
    ['reads as root', [{ become: true }], undefined, 1, true],
    ['changes', [{}, { effect: 'change' }], undefined, 1, true],
    ['changes as root', [{ effect: 'change', become: true }], undefined, 1, true],
    ['destroys', [{ effect: 'change' }, { effect: 'destructive' }], undefined, 2, true],
    ['reads under a strict policy', [{}], { read: 2 }, 2, true],
    ['reads as root under one', [{ become: true }], { read: 2 }, 3, true],
    ['changes where nothing is asked', [{ effect: 'change' }], { change: 0 }, 0, true],
    ['changes under an empty policy', [{ effect: 'change' }], {}, 1, true],
  ])('is the largest of its steps: it %s', (_, steps, asked, content, any) => {
    expect(approvalNeeds(plan(...steps), policyWith(asked))).toEqual({ content, any })
  })
})

describe('the gate of approvals', () => {
  const change = plan({ effect: 'change' })
  const file = (more: Partial<ApprovedChange> = {}): ApprovedChange => ({
    path: 'plugins/ops/a.sh',
    blob: 'a'.repeat(40),
    commit: 'b'.repeat(40),
    about: 'content',
    pull: 7,
    approvers: [],
    discounted: [],
    ...more,
  })
  const github = (...changes: ApprovedChange[]): ApprovalFacts => ({ source: 'github', changes })

  it('denies what changes something where nobody can be asked', () => {
    expect(approvalRefusals(change, facts())).toEqual([
      { kind: 'approval-missing', message: expect.stringContaining('outside of GitHub') },
    ])
    expect(approvals.check(plan({}), facts())).toBeUndefined()
  })

  it('lets only the command line do without, and only where the policy says so', () => {
    const policy = policyWith({ cli: 'not-required' })
    expect(approvals.check(change, facts({ policy, trigger: 'cli' }))).toBeUndefined()
    expect(reportApprovals(change, facts({ policy, trigger: 'cli' }))).toEqual({
      approval_source: 'not-required',
    })
    expect(approvals.check(change, facts({ policy }))).toContain('2 people')
    expect(approvals.check(change, facts({ trigger: 'cli' }))).toContain('cli: not-required')
    const nobody = policyWith({ change: 0, 'policy-change': 0 })
    expect(approvals.check(change, facts({ policy: nobody, trigger: 'cli' }))).toBeUndefined()
    expect(approvals.check(change, facts({ policy: policyWith({ change: 0 }) }))).toBeDefined()
  })

  it('says what failed, also to a plan that only reads', () => {
    const faults = [fault('gh-forbidden', 'no')]
    const failed = facts({ approvals: { source: 'failed', faults } })
    expect(approvalRefusals(change, failed)).toEqual(faults)
    expect(approvals.check(plan({}), failed)).toBe('no')
    expect(reportApprovals(change, failed)).toEqual({ approval_source: 'none' })
  })

  it('counts what the policy asks for content, and what the policy before a change asked for it', () => {
    const policy = policyWith({ change: 2 })
    const found = github(
      file({ approvers: ['carol'] }),
      file({ path: 'plugins/ops/b.sh', approvers: ['carol'] }),
      file({ path: 'rune.yaml', about: 'policy', policyChange: 1, approvers: ['carol'] }),
      file({ path: 'inventory.yaml', about: 'policy', policyChange: 3, approvers: ['carol'] }),
      file({ path: 'plugins/ops/c.sh', baseline: true }),
    )
    const refusals = approvalRefusals(change, facts({ policy, approvals: found }))
    expect(refusals.map(({ message }) => message)).toEqual([
      'plugins/ops/a.sh, plugins/ops/b.sh came with commit bbbbbbbbbbbb of pull request #7, where 1 of 2 needed approvals count (carol)',
      'inventory.yaml came with commit bbbbbbbbbbbb of pull request #7, where 1 of 3 needed approvals count (carol)',
    ])
  })

  it('shows a plan that is under review itself as it will be', () => {
    expect(approvals.check(change, facts({ approvals: { source: 'preview' } }))).toBeUndefined()
  })
})

it('a reviewer is told where fewer approvals are asked for, and where a baseline vouches for more', () => {
  const [old, young] = ['a'.repeat(40), 'b'.repeat(40)]
  const was = policyWith({ change: 2, baseline: old })
  const is = policyWith({ read: 1, baseline: young, cli: 'not-required' })
  expect(approvalDifferences(was, is)).toEqual([
    { what: 'approvals read', before: '0', after: '1', raised: false },
    { what: 'approvals change', before: '2', after: '1', raised: true },
    { what: 'approvals baseline', before: old, after: young, raised: true },
    { what: 'approvals cli', before: 'refused', after: 'not-required', raised: true },
  ])
  expect(approvalDifferences(is, was).map(({ raised }) => raised)).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect(approvalDifferences(policyWith(), policyWith({}))).toEqual([])
})

it('a plan needs its runbook, modules, library, inventory with its keys, and policy; and nothing else', async () => {
  const files = {
    'rune.yaml': 'version: 1\npolicy: { allow: [], limits: { transports: [] } }\n',
    'inventory.yaml':
      'nodes:\n  a: { address: 192.0.2.1, ssh: { user: x, known-hosts: known_hosts.d/a } }\n',
    'known_hosts.d/a': '',
    'known_hosts.d/b': '',
    'runbooks/one.yaml':
      'name: one\ndescription: One\ntargets: { select: x=y }\nsteps: [{ uses: go }]\n',
    'runbooks/two.yaml':
      'name: two\ndescription: Two\ntargets: { select: x=y }\nsteps: [{ uses: go }]\n',
    'plugins/m/module.yaml':
      'module: m\nversion: 1.0.0\ndescription: M\nactions: { go: { description: Go, run: go.sh, effect: read } }\n',
    'plugins/m/go.sh': 'true\n',
    'plugins/m/README.md': 'x',
    'plugins/m/tests/x.sh': 'x',
    'plugins/n/module.yaml':
      'module: n\nversion: 1.0.0\ndescription: N\nactions: { no: { description: No, run: no.sh, effect: read } }\n',
    'plugins/n/no.sh': 'true\n',
    'plugins/lib/rune_bpcs.sh': 'true\n',
  }
  const blobs = new Map(Object.keys(files).map((path) => [path, 'a'.repeat(40)]))
  const project = await loadProject({ ...memoryContent(files), blobs })
  const request: Request = {
    action: 'go',
    params: {},
    nodes: ['a'],
    dry_run: false,
    trigger: 'cli',
    actor: 'alice',
    correlation_id: 'x',
    received_at: '2026-01-01T00:00:00.000Z',
  }
  const drafted = draftPlan(request, project)
  if (drafted.kind !== 'draft') throw new Error(JSON.stringify(drafted.problems))
  const needed = neededPaths(drafted.draft, project) ?? []
  expect(needed.map(({ about, path }) => `${about} ${path}`)).toEqual([
    'policy inventory.yaml',
    'policy known_hosts.d/a',
    'policy plugins/lib/rune_bpcs.sh',
    'content plugins/m/go.sh',
    'content plugins/m/module.yaml',
    'policy rune.yaml',
  ])
  expect(neededPaths(drafted.draft, { inventoryFiles: [] })).toBeUndefined()
})
