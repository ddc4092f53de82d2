import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/document/diagnostic.ts'
import { judgeDraft, type PlanResult } from '../../src/lom/judge.ts'
import { draftPlan } from '../../src/lom/plan.ts'
import { loadProject, type Project, validateProject } from '../../src/lom/project.ts'
import { registrations } from '../../src/lom/registrations.ts'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { Request } from '../../src/protocol/types.gen.ts'
import type { About } from '../../src/repository/content.ts'
import { resolveValue } from '../../src/runbook/evaluate.ts'
import { memoryContent } from './content.ts'

const FILES = {
  'rune.yaml': `
version: 1
policy:
  allow:
    - { effects: [read], actors: ["*"], triggers: [cli, repository_dispatch] }
    - { effects: [change], runbooks: [restart], actors: ["user:alice"], triggers: [cli], targets: env=prod }
  approvals: { change: 0, destructive: 0, policy-change: 0 }
  limits: { max-targets: 3, transports: [ssh, local] }
`,
  'inventory.yaml': `
defaults: { transport: ssh, ssh: { user: rune } }
nodes:
  web-2: { address: 10.0.0.2, labels: { role: web, env: prod } }
  web-1: { address: 10.0.0.1, labels: { role: web, env: prod }, ssh: { port: 2222 } }
  dev-1: { address: 10.0.0.3, labels: { role: web, env: dev } }
  db-1: { address: 10.0.0.4, labels: { role: db, env: prod } }
  queue: { transport: ssm, ssm: { instance-id: i-0abc1230 }, labels: { role: queue } }
  localhost: { transport: local, labels: { role: self } }
`,
  'plugins/lib/rune_bpcs.sh': 'lib',
  'plugins/ops/module.yaml': `
module: ops
version: 1.2.3
description: d
actions:
  restart_service:
    description: d
    run: a.sh
    effect: change
    become: true
    timeout: 20s
    requires: [systemctl]
    input:
      service: { type: string, pattern: "^[a-z]{1,20}$", required: true }
      wait: { type: integer, minimum: 1, maximum: 60, default: 5 }
    output: { state: { type: string, required: true } }
  look:
    description: d
    run: a.sh
    effect: read
    input: { text: { type: string, maxLength: 100 }, deep: { type: boolean } }
`,
  'plugins/ops/a.sh': 'echo',
  'runbooks/restart.yaml': `
name: restart
description: d
inputs:
  service: { type: string, required: true }
targets: { select: role=web, max: 2 }
rollout: { concurrency: 5 }
steps:
  - { id: do, uses: restart_service, with: { service: "\${{ inputs.service }}" }, timeout: 30s }
  - { uses: look, with: { text: "\${{ steps.do.output.state }} on \${{ node.name }}" } }
`,
  'runbooks/look.yaml': `
name: look
description: d
inputs: { text: { type: string, default: x }, deep: { type: boolean, default: false } }
steps:
  - { uses: look, with: { text: "\${{ inputs.text }}", deep: "\${{ inputs.deep }}" } }
`,
}

const REQUEST: Request = {
  params: {},
  dry_run: false,
  trigger: 'cli',
  actor: 'alice',
  correlation_id: 'INC-1',
  received_at: '2026-11-20T12:00:00.000Z',
}

async function project(change: Record<string, string> = {}, about?: About): Promise<Project> {
  return loadProject(memoryContent({ ...FILES, ...change }, about))
}

async function plan(
  request: Partial<Request>,
  change: Record<string, string> = {},
  about?: About,
): Promise<PlanResult> {
  const asked = { ...REQUEST, ...request }
  const content = await project(change, about)
  const drafted = draftPlan(asked, content)
  if (drafted.kind === 'invalid') return drafted
  const circumstances = { now: asked.received_at }
  return judgeDraft(drafted.draft, { request: asked, project: content, circumstances })
}

function lines(result: PlanResult): string[] {
  return result.kind === 'plan' ? [] : result.problems.map(formatProblem)
}

function planOf(result: PlanResult) {
  if (result.kind === 'invalid') throw new Error(lines(result).join('\n'))
  return result.plan
}

const restart = { runbook: 'restart', params: { service: 'nginx' }, select: 'env=prod' }

describe('a plan', () => {
  it('is valid, sorted and complete', async () => {
    const result = await plan(restart)
    expect(lines(result)).toEqual([])
    expect(issuesOf('plan', planOf(result))).toEqual([])
    expect(planOf(result)).toMatchObject({
      runbook: { name: 'restart', description: 'd' },
      content: { versioned: true, commit: 'a'.repeat(40) },
      params: { service: 'nginx' },
      effect: 'change',
      nodes: [
        { name: 'web-1', address: '10.0.0.1', port: 2222, user: 'rune' },
        { name: 'web-2', port: 22, transport_reason: 'inventory defaults: transport ssh' },
      ],
      steps: [
        {
          id: 'do',
          action: 'restart_service',
          module: 'ops',
          module_version: '1.2.3',
          effect: 'change',
          become: true,
          timeout_ms: 30_000,
          input: { service: 'nginx', wait: 5 },
          requires: ['systemctl'],
        },
        { id: 'look', input: { text: '${{ steps.do.output.state }} on ${{ node.name }}' } },
      ],
      concurrency: 5,
    })
    expect([...new Set(planOf(result).gates.map(({ verdict }) => verdict))]).toEqual(['passed'])
  })

  it('is the same, with the same hash, for the same request and content', async () => {
    const [one, two] = await Promise.all([plan(restart), plan(restart)])
    expect(one).toEqual(two)
    const other = await plan({ ...restart, params: { service: 'apache' } })
    expect(
      other.kind !== 'invalid' && one.kind !== 'invalid' && other.planHash === one.planHash,
    ).toBe(false)
  })

  it('is the same for a runbook with CRLF lines', async () => {
    const windows = {
      'runbooks/restart.yaml': FILES['runbooks/restart.yaml'].replaceAll('\n', '\r\n'),
    }
    expect(await plan(restart, windows)).toEqual(await plan(restart))
  })

  it('changes its hash when a script changes', async () => {
    const one = await plan(restart)
    const two = await plan(restart, { 'plugins/ops/a.sh': 'echo 2' })
    expect(one.kind === 'plan' && two.kind === 'plan' && one.planHash !== two.planHash).toBe(true)
  })

  it('has one step, named after the action, for a single action', async () => {
    const result = planOf(await plan({ action: 'look', params: { deep: 'true' }, nodes: ['db-1'] }))
    expect(result).toMatchObject({ action: 'look', params: { deep: true }, effect: 'read' })
    expect(result.steps).toMatchObject([{ id: 'look', input: { deep: true } }])
    expect(result.concurrency).toBe(64)
  })

  it.each([{ runbook: 'look' }, { action: 'look' }])(
    'keeps text of the request from ever being an expression: %j',
    async (asked) => {
      const text = '${{ node.name }} ${{ x'
      const [step] = planOf(await plan({ ...asked, params: { text }, nodes: ['db-1'] })).steps
      const context = { inputs: { text }, node: { name: 'db-1', labels: {} } }
      expect(resolveValue(step?.input, context)).toMatchObject({ value: { text } })
    },
  )
})

describe('how a plan is carried out', () => {
  const spread = async (rollout: string, retry = '') => {
    const text = FILES['runbooks/restart.yaml']
      .replace('{ concurrency: 5 }', rollout)
      .replace('timeout: 30s', `timeout: 30s${retry}`)
    const result = await plan(restart, { 'runbooks/restart.yaml': text })
    expect(issuesOf('plan', planOf(result))).toEqual([])
    return result.kind === 'plan' ? result : undefined
  }

  it('has batches and failures as numbers of its nodes', async () => {
    const found = await spread('{ batches: [1, 50%], max-failures: 60% }')
    expect(found?.plan).toMatchObject({ concurrency: 64, batches: [1, 1], max_failures: 1 })
  })

  it('has tries as the runbook gives them, with one second between them by default', async () => {
    const found = await spread('{}', ', retry: { attempts: 4 }')
    expect(found?.plan.steps.map(({ retry }) => retry)).toEqual([
      { attempts: 4, backoff_ms: 1000 },
      undefined,
    ])
    const slow = await spread('{}', ', retry: { attempts: 4, backoff: 2m }')
    expect(slow?.plan.steps[0]?.retry).toEqual({ attempts: 4, backoff_ms: 120_000 })
  })

  it('says nothing of what the runbook leaves out', async () => {
    const found = await spread('{}')
    expect(Object.keys(found?.plan ?? {})).not.toContain('batches')
    expect(Object.keys(found?.plan ?? {})).not.toContain('max_failures')
  })

  it('is covered by the hash', async () => {
    const hashes = await Promise.all([
      spread('{}'),
      spread('{ batches: [1] }'),
      spread('{ batches: [2] }'),
      spread('{ max-failures: 1 }'),
      spread('{}', ', retry: { attempts: 4 }'),
    ])
    expect(new Set(hashes.map((found) => found?.planHash)).size).toBe(5)
  })
})

describe('targets', () => {
  it('runs what only reads on localhost when nobody names a node', async () => {
    expect(planOf(await plan({ runbook: 'look' })).nodes).toEqual([
      {
        name: 'localhost',
        transport: 'local',
        transport_reason: 'inventory: transport local',
        labels: { role: 'self' },
      },
    ])
  })

  it('takes each node once, and both ways of narrowing together', async () => {
    const asked = {
      runbook: 'look',
      nodes: ['web-2', 'web-1', 'web-2', 'db-1'],
      select: 'role=web',
    }
    expect(planOf(await plan(asked)).nodes.map(({ name }) => name)).toEqual(['web-1', 'web-2'])
  })

  it.each([
    [
      'an unknown node',
      { ...restart, nodes: ['web-3'] },
      'the inventory has no node web-3; did you mean web-1? [targets]',
    ],
    [
      'an address',
      { ...restart, nodes: ['10.0.0.1'] },
      'the inventory has no node 10.0.0.1 [targets]',
    ],
    [
      'a node outside of the runbook',
      { ...restart, nodes: ['db-1'] },
      "db-1 is outside of the runbook's targets (role=web); a request may narrow them, never widen them [targets]",
    ],
    [
      'a selector that fits nothing',
      { ...restart, select: 'env=qa' },
      'the inventory has no node that fits role=web and env=qa; it has 6 nodes [targets]',
    ],
    [
      'a label that no node has',
      { ...restart, select: 'envi=prod' },
      'the inventory has no node that fits role=web and envi=prod; it has 6 nodes, and none of them has the label envi; did you mean env? [targets]',
    ],
    [
      'the name of a node as a label',
      { ...restart, select: 'web-1' },
      'the inventory has no node that fits role=web and web-1; it has 6 nodes, and none of them has the label web-1; did you mean name=web-1? [targets]',
    ],
    [
      'no selection for something that changes',
      { action: 'restart_service', params: { service: 'x' } },
      'the request names no nodes and no selector, and it does not only read [targets]',
    ],
    [
      'an empty list of nodes',
      { runbook: 'look', nodes: [] },
      'the inventory has no node that was asked for; it has 6 nodes [targets]',
    ],
    [
      'a selector with a mistake',
      { runbook: 'look', select: 'role==x' },
      'select, character 6: found "=", expected a value; write one = only [selector]',
    ],
    [
      'a node of ssm',
      { runbook: 'look', nodes: ['queue'] },
      'this version cannot use ssm, the transport of queue [targets]',
    ],
  ])('refuses %s', async (_name, request, line) => {
    const result = await plan(request)
    expect(result.kind).toBe('invalid')
    expect(lines(result)).toEqual([line])
  })
})

describe('a request with a selector', () => {
  const TERMS = [
    ...['role=web', 'role!=web', 'role in (web, db)', 'env notin (dev)', 'name=web-*', 'env'],
    ...['!env', 'group=front', 'group!=front', 'role=*', 'name in (db-1, dev-1)'],
  ]
  const change = {
    'inventory.yaml': FILES['inventory.yaml']
      .replace(/\n {2}queue.*/, '')
      .replace('nodes:', 'groups: { front: { select: "name=web-*" } }\nnodes:'),
  }

  it('narrows what the runbook selects, whatever both say, and never widens it', async () => {
    const terms = fc.subarray(TERMS, { minLength: 1, maxLength: 3 })
    const nodes = fc.subarray(['web-1', 'web-2', 'dev-1', 'db-1'], { minLength: 1 })
    const asked = fc.oneof(
      terms.map((some) => ({ select: some.join(', ') })),
      nodes.map((some) => ({ nodes: some })),
    )
    await fc.assert(
      fc.asyncProperty(terms, asked, async (own, request) => {
        const runbook = (select: string) => ({
          ...change,
          'runbooks/look.yaml': `${FILES['runbooks/look.yaml']}targets: { select: "${select}" }\n`,
        })
        const names = async (what: Partial<Request>, select: string): Promise<string[]> => {
          const result = await plan({ runbook: 'look', ...what }, runbook(select))
          return result.kind === 'invalid' ? [] : result.plan.nodes.map(({ name }) => name)
        }
        const all = await names({}, own.join(','))
        const narrowed = await names(request, own.join(','))
        expect(narrowed.filter((name) => !all.includes(name))).toEqual([])
        if ('select' in request) {
          const alone = await names(request, 'name=*')
          expect(narrowed).toEqual(all.filter((name) => alone.includes(name)))
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['group=front', true],
    ['name=web-*', true],
    ['role in (web, api),env', true],
    ['group!=front', false],
    ['name=web-1', false],
  ] as const)('is allowed by an entry for the targets %s: %s', async (targets, allowed) => {
    const rules = FILES['rune.yaml'].replace('targets: env=prod', `targets: "${targets}"`)
    const result = await plan(restart, { ...change, 'rune.yaml': rules })
    expect(result.kind).toBe(allowed ? 'plan' : 'refused')
  })
})

describe('variables of nodes', () => {
  const withVars = (vars: string, text: string) => ({
    'inventory.yaml': FILES['inventory.yaml'].replace(
      'nodes:',
      `groups: { web: { select: role=web, vars: ${vars} } }\nnodes:`,
    ),
    'runbooks/look.yaml': `
name: look
description: d
steps:
  - { uses: look, with: { text: "${text}" } }
`,
  })
  const web = { runbook: 'look', select: 'role=web' }

  it('stand in the plan, and in expressions on each node', async () => {
    const result = await plan(web, withVars('{ port: 80, on: true }', 'to ${{ node.vars.port }}'))
    const { nodes, steps } = planOf(result)
    expect(nodes[0]).toMatchObject({ groups: ['web'], vars: { port: 80, on: true } })
    expect(issuesOf('plan', planOf(result))).toEqual([])
    const [node] = nodes
    const resolved = resolveValue(steps[0]?.input, {
      node: { name: 'x', labels: {}, vars: node?.vars ?? {} },
    })
    expect(resolved).toEqual({ kind: 'value', value: { text: 'to 80' } })
  })

  it('are refused at validation where no node has them', async () => {
    const change = withVars('{ port: 80 }', 'to ${{ node.vars.prot }}')
    expect(lines(await plan(web, change))).toEqual([
      'runbooks/look.yaml:5:51: node.vars.prot is not declared; did you mean port? [expression]',
    ])
  })

  it('are compared by their type where every node has the same', async () => {
    const change = withVars('{ port: 80 }', "${{ node.vars.port == '80' }}")
    expect(lines(await plan(web, change))).toEqual([
      'runbooks/look.yaml:5:53: == compares a number with a string; there is no conversion [expression]',
    ])
  })

  it('are refused in a plan with a node that has them not', async () => {
    const change = withVars('{ port: 80 }', 'to ${{ node.vars.port }}')
    expect((await plan(web, change)).kind).toBe('plan')
    expect(lines(await plan({ ...web, select: 'role in (web, db)' }, change))).toEqual([
      'runbooks/look.yaml:5:51: node.vars.port is not set for db-1; set it there, for a group, or under defaults [node-vars]',
    ])
  })
})

describe('parameters', () => {
  it.each([
    [
      'an unknown one',
      { servce: 'x' },
      'unknown parameter "servce"; did you mean service? [params]',
    ],
    ['a missing one', {}, 'parameter "service" is missing [params]'],
    ['the wrong type', { service: 5 }, 'service: 5 is not a string [params]'],
    ['NUL', { service: 'a\0b' }, 'service holds a NUL character [params]'],
    [
      'half a surrogate pair',
      { service: 'a\ud800' },
      'service holds half of a surrogate pair [params]',
    ],
    [
      '__proto__',
      JSON.parse('{"service":"x","__proto__":1}'),
      'unknown parameter "__proto__"; expected one of service [params]',
    ],
    [
      'more than 256 KiB',
      { service: 'x'.repeat(300_000) },
      'the parameters have more than 256 KiB [params]',
    ],
    [
      'what the action refuses',
      { service: 'a; rm -rf /' },
      'runbooks/restart.yaml: step do: service: "a; rm -rf /" does not match ^[a-z]{1,20}$ [parameters]',
    ],
  ])('refuses %s', async (_name, params, line) => {
    const result = await plan({ ...restart, params })
    expect(result.kind).toBe('invalid')
    expect(lines(result)).toEqual([line])
  })

  it.each(['True', 'yes', '1', '', ' true', 'false '])(
    'takes no other words for booleans: %j',
    async (deep) => {
      const result = await plan({ runbook: 'look', params: { deep } })
      expect(lines(result)).toEqual([`deep: ${JSON.stringify(deep)} is not true or false [params]`])
    },
  )

  it('may be anything for a step that the request leaves out, and only for such a one', async () => {
    const look = `
name: look
description: d
inputs: { wait: { type: integer, default: 0 } }
targets: { select: role=web, max: 2 }
steps:
  - uses: restart_service
    if: \${{ inputs.wait > 0 }}
    with: { service: a, wait: "\${{ inputs.wait }}" }
`
    const asked = (wait: number) =>
      plan({ runbook: 'look', params: { wait } }, { 'runbooks/look.yaml': look })
    expect((await asked(0)).kind).not.toBe('invalid')
    expect((await asked(60)).kind).not.toBe('invalid')
    expect(lines(await asked(61))).toEqual([expect.stringContaining('wait: 61 is too large')])
  })

  it('reads false as false', async () => {
    expect(planOf(await plan({ runbook: 'look', params: { deep: 'false' } })).params['deep']).toBe(
      false,
    )
  })
})

describe('policy', () => {
  it('refuses with a plan and all reasons at once', async () => {
    const result = await plan(
      { ...restart, select: 'role=web', actor: 'bob' },
      {},
      { versioned: false, reason: 'outside git' },
    )
    expect(result.kind).toBe('refused')
    expect(issuesOf('plan', planOf(result))).toEqual([])
    expect(lines(result)).toEqual([
      'rune.yaml: 3 nodes are selected; allowed are at most 2 (targets.max of the runbook) [limits]',
      'rune.yaml: policy.allow has no entry for: restart_service (change) on dev-1, web-1, web-2 by bob through cli [allow-list]',
      'rune.yaml: the content is not versioned (outside git), so it may not run restart_service (change); commit it first [unversioned]',
    ])
    expect(planOf(result).gates.map(({ gate, verdict }) => `${gate} ${verdict}`)).toEqual([
      'allow-list refused',
      'limits refused',
      'transports passed',
      'unversioned refused',
      'windows passed',
      'freezes passed',
      'maintenance passed',
      'refs passed',
      'request-age passed',
      'secrets passed',
      'approvals passed',
      'duplicate passed',
    ])
  })

  it.each([
    ['another actor', { actor: 'bob' }],
    ['the actor in other letters', { actor: 'Alice' }],
    ['somebody else who pressed the button', { triggering_actor: 'bob' }],
    ['another trigger', { trigger: 'repository_dispatch' }],
    ['a node outside of the entry', { select: 'role=web', nodes: ['dev-1'] }],
  ] satisfies [string, Partial<Request>][])('denies %s', async (_name, change) => {
    expect((await plan({ ...restart, ...change })).kind).toBe('refused')
  })

  it('does not let an entry for a runbook cover a single action', async () => {
    const result = await plan({
      action: 'restart_service',
      params: { service: 'x' },
      nodes: ['web-1'],
    })
    expect(result.kind).toBe('refused')
  })

  it.each([
    ['no entries', 'allow: []', 'transports: [local]'],
    [
      'an entry without actors',
      'allow: [{ effects: [read], actors: [], triggers: [cli] }]',
      'transports: [local]',
    ],
    [
      'an entry without triggers',
      'allow: [{ effects: [read], actors: ["*"], triggers: [] }]',
      'transports: [local]',
    ],
    [
      'an entry with an empty list of actions',
      'allow: [{ effects: [read], actors: ["*"], triggers: [cli], actions: [] }]',
      'transports: [local]',
    ],
    [
      'an entry with an empty list of runbooks',
      'allow: [{ effects: [read], actors: ["*"], triggers: [cli], runbooks: [] }]',
      'transports: [local]',
    ],
    [
      'no transports',
      'allow: [{ effects: [read], actors: ["*"], triggers: [cli] }]',
      'transports: []',
    ],
    [
      'another transport',
      'allow: [{ effects: [read], actors: ["*"], triggers: [cli] }]',
      'transports: [ssh]',
    ],
    [
      'no unversioned effects',
      'allow: [{ effects: [read], actors: ["*"], triggers: [cli] }]',
      'transports: [local], unversioned: []',
    ],
  ])('denies everything with %s', async (_name, allow, limits) => {
    const text = `version: 1\npolicy:\n  ${allow}\n  limits: { ${limits} }\n`
    const result = await plan({ runbook: 'look' }, { 'rune.yaml': text }, { versioned: false })
    expect(result.kind).toBe('refused')
  })

  it.each([
    ['is not YAML', 'version: ['],
    ['has another version', 'version: 2\npolicy: { allow: [], limits: { transports: [] } }'],
    ['is empty', ''],
  ])('denies everything when rune.yaml %s', async (_name, text) => {
    const result = await plan({ runbook: 'look' }, { 'rune.yaml': text })
    expect(result.kind).toBe('refused')
    expect(lines(result)).toContain(
      'rune.yaml: the policy in rune.yaml cannot be read, so nothing is allowed [policy]',
    )
    expect(planOf(result).gates).toMatchObject([{ gate: 'policy', verdict: 'refused' }])
  })

  it('lets uncommitted content read, by default', async () => {
    expect((await plan({ runbook: 'look' }, {}, { versioned: false })).kind).toBe('plan')
  })

  it('allows at most 100 nodes where the policy names no number', async () => {
    const policy = FILES['rune.yaml'].replace('max-targets: 3, ', '')
    const nodes = Array.from({ length: 101 }, (_, i) => `  n${i}: { address: 10.0.1.${i} }`)
    const inventory = `defaults: { ssh: { user: u }, labels: { all: x } }\nnodes:\n${nodes.join('\n')}\n`
    const change = { 'rune.yaml': policy, 'inventory.yaml': inventory }
    expect(lines(await plan({ runbook: 'look', select: 'all=x' }, change))).toEqual([
      'rune.yaml: 101 nodes are selected; allowed are at most 100 (policy.limits.max-targets, by default) [limits]',
    ])
  })
})

describe('what cannot be planned', () => {
  it.each([
    [
      'an unknown runbook',
      { runbook: 'restrat' },
      'there is no runbook restrat; did you mean restart? [request]',
    ],
    [
      'a path',
      { runbook: 'x.yaml' },
      'there is no runbook x.yaml; there is look, restart [request]',
    ],
    [
      'an unknown action',
      { action: 'lok' },
      'no module provides the action lok; did you mean look? [request]',
    ],
    ['neither', {}, 'a request names either a runbook or an action [request]'],
    [
      'both',
      { runbook: 'look', action: 'look' },
      'a request names either a runbook or an action [request]',
    ],
    ['a request of another shape', { runbook: '../x' }, '/runbook: "../x" does not match'],
  ])('refuses %s', async (_name, request, line) => {
    const result = await plan(request)
    expect(result.kind).toBe('invalid')
    expect(lines(result)[0]).toContain(line)
  })

  it('refuses a runbook with problems, with all of them', async () => {
    const bad = FILES['runbooks/look.yaml']
      .replace('name: look', 'name: lok')
      .replace('inputs.deep', 'inputs.dep')
    expect(lines(await plan({ runbook: 'look' }, { 'runbooks/look.yaml': bad }))).toEqual([
      'runbooks/look.yaml:2:7: name is lok, but the file is look.yaml; they have to be the same [name]',
      'runbooks/look.yaml:6:73: inputs.dep is not declared; did you mean deep? [expression]',
    ])
  })

  it('refuses everything when the inventory has problems', async () => {
    const result = await plan({ runbook: 'look' }, { 'inventory.yaml': 'nodes: []' })
    expect(lines(result)).toEqual(['inventory.yaml:1:8: /nodes: [] is not an object [schema]'])
  })

  it('is not stopped by a broken module or runbook that it does not use', async () => {
    const change = { 'plugins/broken/module.yaml': 'x', 'runbooks/broken.yaml': 'y' }
    expect((await plan(restart, change)).kind).toBe('plan')
  })

  it('says why an action is unknown when its module is broken', async () => {
    const result = await plan({ action: 'look' }, { 'plugins/ops/module.yaml': 'module: [' })
    expect(lines(result).some((line) => line.startsWith('plugins/ops/module.yaml:'))).toBe(true)
  })
})

describe('a project', () => {
  it('has no problems when it is good, and warns of a change that nothing verifies', async () => {
    expect(validateProject(await project()).map(formatProblem)).toEqual([
      'runbooks/restart.yaml:8:1: warning: nothing checks what restart_service (step do) changes: without verify the outcome is `done`, never `fixed` [verify-missing]',
    ])
  })

  it('gives neither of two modules an action that both provide', async () => {
    const twin = FILES['plugins/ops/module.yaml'].replace('module: ops', 'module: twin')
    const loaded = await project({ 'plugins/twin/module.yaml': twin, 'plugins/twin/a.sh': 'x' })
    expect([...loaded.registry.actions.keys()]).toEqual([])
    expect(loaded.problems.map(({ kind }) => kind)).toEqual(Array(4).fill('event-conflict'))
  })

  it('finds every problem of every file', async () => {
    const all = validateProject(
      await project({
        'rune.yaml': 'version: 2',
        'inventory.yaml': 'nodes: { a: { x: 1 } }',
        'runbooks/look.yaml': 'name: look',
        'runbooks/not an id.yaml': '',
        'plugins/empty/README.md': '',
      }),
    )
    const errors = all.filter(({ severity }) => severity === 'error')
    const files = new Set(errors.map(({ file }) => file))
    expect([...files]).toEqual([
      'inventory.yaml',
      'plugins/empty/module.yaml',
      'runbooks/look.yaml',
      'runbooks/not an id.yaml',
      'rune.yaml',
    ])
  })

  it('refuses a module of more files than anybody reviews', async () => {
    const many = Array.from({ length: 501 }, (_, i): [string, string] => [`plugins/ops/f${i}`, ''])
    const loaded = await project(Object.fromEntries(many))
    expect(loaded.problems.map(formatProblem)).toEqual([
      'plugins/ops: it has more than 500 files, or more than 8 folders in each other [module]',
    ])
  })

  it('misses its files by name', async () => {
    const loaded = await loadProject(memoryContent({}))
    expect(loaded.problems.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
      'document-missing inventory.yaml',
      'document-missing rune.yaml',
    ])
  })

  it('registers its modules with valid messages', async () => {
    const messages = registrations((await project()).registry, '2026-11-20T12:00:00.000Z')
    expect(messages).toHaveLength(1)
    expect(issuesOf('mrs', messages[0])).toEqual([])
  })

  it('keeps what the executor needs within reach', async () => {
    const { inventory, registry } = await project()
    expect(inventory.nodes.get('web-1')).toMatchObject({
      transport: 'ssh',
      user: 'rune',
      port: 2222,
    })
    const action = registry.actions.get('restart_service')
    expect(action?.bundle.files.map(({ path }) => path)).toEqual([
      'a.sh',
      'lib/rune_bpcs.sh',
      'rune_bpcs.sh',
    ])
    expect(action?.output().kind).toBe('check')
  })
})
