/** What is refused before a node hears of it: a listener in the node's place counts connections. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Ask } from '../../src/app/ask.ts'
import { planOf } from '../../src/app/plan.ts'
import { runRequest } from '../../src/app/run.ts'
import type { RunAnswer, RunOptions } from '../../src/app/run-options.ts'
import { type Host, systemHost } from '../../src/host.ts'
import type { RecordEvent } from '../../src/protocol/types.gen.ts'
import { createRune } from '../../src/rune.ts'
import { makeProject, type TestProject } from '../support/project.ts'
import { sshKeyFolder } from '../support/ssh-keys.ts'

const BEGIN =
  'source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\nf=$(rune_param folder)\n'
const text = { type: 'string', maxLength: 200, required: true } as const
const folderOf = { folder: '${{ inputs.folder }}' }

const policyText = (more = '', allow?: string) => `version: 1
policy:
  allow:
    - ${allow ?? '{ effects: [read, change], actors: [alice], triggers: [cli, workflow_dispatch] }'}
  approvals: { change: 0, policy-change: 0 }
  limits: { transports: [ssh, local], unversioned: [read, change], max-targets: 4 }
${more}`

let project: TestProject
let folder: string
let listener: Server
let connections = 0
/** With one a node is connected to, so that nothing but the policy stands in the way. */
let loginKey: string

beforeAll(async () => {
  const keys = sshKeyFolder()
  loginKey = keys.make('ed25519').privateKey
  rmSync(keys.path, { recursive: true })
  folder = mkdtempSync(join(tmpdir(), 'rune-door-'))
  listener = createServer((socket) => {
    connections += 1
    socket.on('error', () => undefined)
    socket.end()
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPR6ZMJ0Ncq6RxXkXbb2DOu6AItMvdLJGsD0mCBTRVS1'
  const action = (run: string, effect: 'read' | 'change') => ({
    description: run,
    run,
    effect,
    input: { folder: text },
  })
  const steps = (...uses: string[]) =>
    uses.map((one, i) => ({ id: `${one}-${i}`, uses: one, with: folderOf }))
  project = await makeProject({
    policy: policyText(),
    nodes: {
      'remote-1': {
        address: '127.0.0.1',
        labels: { role: 'far', set: 'both' },
        ssh: { user: 'rune', port, 'host-key': key },
      },
      here: { transport: 'local', labels: { role: 'self', set: 'both' } },
    },
    modules: {
      work: {
        manifest: {
          actions: {
            one: action('one.sh', 'change'),
            two: action('two.sh', 'change'),
            look: action('look.sh', 'read'),
          },
        },
        files: {
          'one.sh': `${BEGIN}echo one >>"$f/ledger"\nrune_finish ok\n`,
          // In the place of somebody who commits to the policy while the run goes on.
          'two.sh': `${BEGIN}echo two >>"$f/ledger"\n[ ! -e "$f/next-policy" ] || cp "$f/next-policy" "$(cat "$f/policy-path")"\nsleep 1.1\nrune_finish ok\n`,
          'look.sh': `${BEGIN}echo look >>"$f/ledger"\nrune_finish ok\n`,
        },
      },
    },
    runbooks: {
      far: {
        inputs: { folder: text },
        targets: { select: 'role=far', max: 2 },
        steps: steps('one'),
      },
      far_look: {
        inputs: { folder: text },
        targets: { select: 'role=far', max: 2 },
        steps: steps('look'),
      },
      here: {
        inputs: { folder: text },
        targets: { select: 'set=both', max: 2 },
        rollout: { batches: [1, 1] },
        steps: steps('one', 'two', 'one', 'look'),
      },
      once: {
        inputs: { folder: text },
        targets: { select: 'role=self', max: 2 },
        steps: steps('one'),
      },
    },
  })
  writeFileSync(join(folder, 'policy-path'), join(project.path, 'rune.yaml'))
})
afterEach(async () => {
  connections = 0
  await project.write('rune.yaml', policyText())
  rmSync(join(folder, 'next-policy'), { force: true })
  rmSync(join(folder, 'ledger'), { force: true })
})
afterAll(async () => {
  await project.cleanup()
  rmSync(folder, { recursive: true, force: true })
  listener.close()
})

const quiet = {
  planned: () => undefined,
  nodeEnded: () => undefined,
  counted: () => undefined,
  lost: () => undefined,
}

function run(
  ask: Partial<Ask>,
  { host = systemHost, ...more }: Partial<RunOptions> & { readonly host?: Host } = {},
): Promise<RunAnswer> {
  const whole: Ask = {
    runbook: 'far',
    params: { folder },
    dry_run: false,
    trigger: 'cli',
    actor: 'alice',
    ...ask,
  }
  return runRequest(createRune(host), whole, {
    root: project.path,
    out: join(folder, randomUUID()),
    signal: new AbortController().signal,
    progress: quiet,
    key: loginKey,
    ...more,
  })
}

const ledger = (): string[] => {
  try {
    return readFileSync(join(folder, 'ledger'), 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}
const rulesOf = ({ report }: RunAnswer) => report.problems.map(({ rule, kind }) => rule ?? kind)
const eventsOf = ({ recordPath }: RunAnswer): RecordEvent[] =>
  readFileSync(join(recordPath ?? '', 'events.ndjson'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RecordEvent)

/** A clock that stands where the test puts it. */
const hostAt = (now: string): Host => ({ ...systemHost, now: () => now })

describe('nothing is connected to', () => {
  const window =
    '  windows:\n    - { effects: [change], zone: Europe/Berlin, days: [mon-thu], from: "09:00", to: "16:00" }\n'
  const glass = '  break-glass: { actors: [alice], relaxes: [windows], ticket: "INC-[0-9]+" }\n'
  const cases: readonly (readonly [string, string, Partial<Ask>, Partial<RunOptions>, string])[] = [
    [
      'without an entry',
      policyText('', '{ effects: [read], actors: [alice], triggers: [cli] }'),
      {},
      {},
      'allow-list',
    ],
    [
      'with an empty list',
      policyText()
        .replace(/ {4}- .*\n/, '')
        .replace('allow:', 'allow: []'),
      {},
      {},
      'allow-list',
    ],
    ['for another actor', policyText(), { actor: 'eve' }, {}, 'allow-list'],
    ['for a bot', policyText(), { actor: 'alice[bot]' }, {}, 'allow-list'],
    [
      'through another trigger',
      policyText(),
      { trigger: 'schedule' },
      { known: { ref: { name: 'refs/heads/main', defaultBranch: 'main' } } },
      'allow-list',
    ],
    [
      'for a re-run by another',
      policyText(),
      { trigger: 'workflow_dispatch', triggering_actor: 'eve', again: true },
      { known: { ref: { name: 'refs/heads/main', defaultBranch: 'main' } } },
      'allow-list',
    ],
    [
      'during a freeze',
      policyText(
        '  freezes:\n    - { from: "2020-01-01T00:00:00Z", to: "2120-01-01T00:00:00Z", effects: [change] }\n',
      ),
      {},
      {},
      'freezes',
    ],
    [
      'during maintenance',
      policyText('  maintenance: { on: true, reason: moving }\n'),
      {},
      {},
      'maintenance',
    ],
    [
      'from another branch',
      policyText(),
      { trigger: 'workflow_dispatch' },
      { known: { ref: { name: 'refs/heads/x', defaultBranch: 'main' } } },
      'refs',
    ],
    [
      'from a tag with the name of the branch',
      policyText(),
      { trigger: 'workflow_dispatch' },
      { known: { ref: { name: 'refs/tags/main', defaultBranch: 'main' } } },
      'refs',
    ],
    ['from a branch that is not known', policyText(), { trigger: 'workflow_dispatch' }, {}, 'refs'],
    [
      '29 days later',
      policyText(),
      { trigger: 'workflow_dispatch', again: true },
      {
        known: {
          ref: { name: 'refs/heads/main', defaultBranch: 'main' },
          requestedAt: '2020-01-01T00:00:00Z',
        },
      },
      'request-age',
    ],
    [
      'when break glass has no reason',
      policyText(glass),
      { break_glass: true, ticket: 'INC-1' },
      {},
      'break-glass',
    ],
    [
      'when its reason is blank',
      policyText(glass),
      { break_glass: true, ticket: 'INC-1', reason: ' '.repeat(99) },
      {},
      'break-glass',
    ],
    [
      'when its reason has a mebibyte',
      policyText(glass),
      { break_glass: true, ticket: 'INC-1', reason: 'x'.repeat(2 ** 20) },
      {},
      'request',
    ],
    [
      'when it is to pass a gate that is not listed',
      policyText(`${glass}  maintenance: { on: true }\n`),
      { break_glass: true, ticket: 'INC-1', reason: 'all is down' },
      {},
      'maintenance',
    ],
    ['for a node that is gone', policyText(), { nodes: ['far-9'] }, {}, 'targets'],
    ['without a policy that can be read', 'version: 1\npolicy: {', {}, {}, 'policy'],
    [
      'with a policy of an unknown version',
      policyText().replace('version: 1', 'version: 2'),
      {},
      {},
      'policy',
    ],
  ]
  it.each(cases)('%s', async (_title, policy, ask, more, rule) => {
    await project.write('rune.yaml', policy)
    const answer = await run(ask, more)
    expect(rulesOf(answer)).toContain(rule)
    expect(['refused', 'invalid']).toContain(answer.report.status)
    expect(answer.report.nodes).toEqual([])
    expect({ connections, ledger: ledger() }).toEqual({ connections: 0, ledger: [] })
  })

  it.each([
    ['2026-11-23T07:59:59.000Z', 0],
    ['2026-11-23T08:00:00.000Z', 1],
    ['2026-11-23T14:59:59.000Z', 1],
    ['2026-11-23T15:00:00.000Z', 0],
  ])('outside of a window, at %s: connected to %d times or more', async (now, least) => {
    await project.write('rune.yaml', policyText(window))
    await run({}, { host: hostAt(now) })
    expect(Math.min(connections, 1)).toBe(least)
  })

  it('and reads are, whatever the clock says', async () => {
    await project.write('rune.yaml', policyText(`${window}  maintenance: { on: true }\n`))
    await run({ runbook: 'far_look' }, { host: hostAt('2026-11-22T00:00:00.000Z') })
    expect(connections).toBeGreaterThan(0)
  })

  it('when the plan is another one than was looked at, and what is different is named', async () => {
    const ask: Ask = {
      runbook: 'far',
      params: { folder },
      dry_run: false,
      trigger: 'cli',
      actor: 'alice',
    }
    const answer = await planOf(createRune(systemHost), ask, { root: project.path })
    if (answer.kind !== 'plan') throw new Error('no plan')
    const { plan, planHash } = answer
    const other = await run({ params: { folder: '/elsewhere' } }, { expected: { planHash, plan } })
    expect(other.report).toMatchObject({ status: 'refused', exit_status: 3 })
    expect(other.report.problems).toMatchObject([
      {
        kind: 'plan-changed',
        message: expect.stringContaining(`params.folder was ${folder} and is /elsewhere`),
      },
    ])
    const blind = await run({ params: { folder: '/elsewhere' } }, { expected: { planHash } })
    expect(blind.report.problems[0]?.message).toContain(`${planHash} was expected; what is`)
    expect(connections).toBe(0)
    await run({}, { expected: { planHash, plan } })
    expect(connections).toBeGreaterThan(0)
  })
})

describe('a run that has begun', () => {
  it('starts no further change when maintenance is switched on between two steps', async () => {
    writeFileSync(
      join(folder, 'next-policy'),
      policyText('  maintenance: { on: true, reason: moving }\n'),
    )
    const answer = await run({ runbook: 'here' })
    const [refused, untouched] = answer.report.nodes
    expect(refused).toMatchObject({ name: 'here', outcome: 'refused', good: false })
    expect(refused?.steps.map(({ status, executed }) => `${status} ${executed}`)).toEqual([
      'succeeded yes',
      'succeeded yes',
      'not_run no',
      'not_run no',
    ])
    expect(refused?.error).toMatchObject({ kind: 'policy-denied', executed: 'no' })
    expect(refused?.error?.message).toContain('moving')
    expect(untouched).toMatchObject({ name: 'remote-1', outcome: 'untouched' })
    expect(ledger()).toEqual(['one', 'two'])
    expect(eventsOf(answer).filter(({ type }) => type === 'refused')).toMatchObject([
      { node: 'here', executed: 'no', kind: 'policy-denied' },
    ])
  })

  it('begins no further batch when the policy does not allow it any more, and names the rest', async () => {
    writeFileSync(
      join(folder, 'next-policy'),
      policyText('', '{ effects: [read, change], actors: [bob], triggers: [cli] }'),
    )
    const answer = await run({ runbook: 'here' })
    const outcomes = answer.report.nodes.map(({ name, outcome }) => `${name} ${outcome}`)
    expect(outcomes).toEqual(['remote-1 untouched', 'here done'])
    expect(answer.report.problems).toMatchObject([
      { kind: 'policy-denied', message: expect.stringContaining('(remote-1)') },
    ])
    expect({ connections, ledger: ledger() }).toEqual({
      connections: 0,
      ledger: ['one', 'two', 'one', 'look'],
    })
    expect(eventsOf(answer).filter(({ type }) => type === 'refused')).toHaveLength(1)
  })

  it('starts nothing more when the policy cannot be read any more', async () => {
    writeFileSync(join(folder, 'next-policy'), 'version: 1\npolicy: {')
    const answer = await run({ runbook: 'here' })
    expect(answer.report.nodes[0]).toMatchObject({
      outcome: 'refused',
      error: { kind: 'policy-unavailable' },
    })
    expect(ledger()).toEqual(['one', 'two'])
  })
})

describe('break glass', () => {
  it('is in the report and on record', async () => {
    await project.write(
      'rune.yaml',
      policyText(
        '  maintenance: { on: true }\n  break-glass: { actors: [alice], relaxes: [maintenance], ticket: "INC-[0-9]+" }\n',
      ),
    )
    const answer = await run({
      runbook: 'once',
      nodes: ['here'],
      break_glass: true,
      reason: 'all is down',
      ticket: 'INC-1',
    })
    const glass = {
      by: ['alice'],
      reason: 'all is down',
      ticket: 'INC-1',
      relaxed: ['maintenance'],
    }
    expect(answer.report).toMatchObject({ status: 'good', break_glass: glass })
    expect(eventsOf(answer)[0]?.data).toMatchObject({ break_glass: glass })
    const summary = readFileSync(join(answer.recordPath ?? '', 'summary.md'), 'utf8')
    expect(summary).toContain('BREAK GLASS by alice for INC-1')
    expect(ledger()).toEqual(['one'])
  })
})

describe('the same id many times', () => {
  it('runs once, and answers all of them with that', async () => {
    const correlation_id = randomUUID()
    const same = { runbook: 'once', nodes: ['here'], correlation_id }
    const answers = await Promise.all(Array.from({ length: 20 }, () => run(same)))
    expect(ledger()).toEqual(['one'])
    const steps = answers.map(({ report }) => report.nodes[0]?.steps[0])
    expect(steps.filter((step) => step?.replay_of === undefined)).toHaveLength(1)
    expect(new Set(steps.map((step) => step?.status))).toEqual(new Set(['succeeded']))
    const other = await run({ ...same, params: { folder: '/elsewhere' } })
    expect(other.report.nodes[0]?.error?.kind).toBe('key-conflict')
    expect(ledger()).toEqual(['one'])
  }, 120_000)
})
