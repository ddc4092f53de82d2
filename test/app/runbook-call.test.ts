import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf } from '../../src/app/plan.ts'
import { systemHost } from '../../src/host.ts'
import { changesOf } from '../../src/lom/changes.ts'
import { loadProject } from '../../src/lom/project.ts'
import type { Plan, ProjectFile, Runbook } from '../../src/protocol/types.gen.ts'
import { planText } from '../../src/report/text.ts'
import { createRune } from '../../src/rune.ts'
import { memoryContent } from '../lom/content.ts'
import { type Ledger, makeLedger } from '../support/ledger.ts'
import { makeProject } from '../support/project.ts'

const rune = createRune(systemHost)
const targets = { select: 'role=self', max: 5 }
const text = { type: 'string', maxLength: 40, required: true } as const
const look = { id: 'healthy', uses: 'look', expect: '${{ output.healthy }}' }

const RUNBOOKS: Readonly<Record<string, Partial<Runbook>>> = {
  inner: {
    targets: { select: 'role=self', max: 3 },
    inputs: { text, more: { type: 'string', maxLength: 40, default: 'dear' } },
    steps: [
      {
        id: 'first',
        uses: 'write',
        with: { text: 'hello ${{ inputs.more }} ${{ inputs.text }}' },
        undo: { uses: 'unwrite', with: { text: '${{ steps.first.output.text }}' } },
      },
      {
        id: 'second',
        uses: 'write',
        with: { text: '${{ inputs.text }} after ${{ steps.first.output.text }}' },
      },
    ],
    evidence: [{ id: 'kept', uses: 'look' }],
  },
  middle: {
    targets,
    inputs: { text },
    steps: [
      { id: 'deep', uses: './runbooks/inner.yaml', with: { text: '${{ inputs.text }}!' } },
      { id: 'own', uses: 'write', with: { text: 'middle ${{ inputs.text }}' } },
    ],
  },
  outer: {
    targets,
    inputs: { text },
    steps: [
      { id: 'before', uses: 'write', with: { text: 'before' } },
      { id: 'mid', uses: './runbooks/middle.yaml', with: { text: 'of ${{ inputs.text }}' } },
      {
        id: 'after',
        if: "${{ steps.mid.status == 'succeeded' }}",
        uses: 'write',
        with: { text: 'after' },
        'on-failure': 'undo' as const,
      },
    ],
  },
  maybe: {
    targets,
    inputs: { text },
    steps: [
      { id: 'state', uses: 'look' },
      {
        id: 'sick',
        if: '${{ !steps.state.output.healthy }}',
        uses: './runbooks/inner.yaml',
        with: { text: '${{ inputs.text }}' },
      },
      { id: 'told', uses: 'write', with: { text: 'was ${{ steps.sick.status }}' } },
    ],
  },
  proven: {
    targets,
    verify: [look],
    steps: [{ id: 'mend', uses: 'write', with: { text: 'mend' } }],
  },
  both: {
    targets,
    verify: [{ ...look, id: 'own' }],
    steps: [{ id: 'call', uses: './runbooks/proven.yaml' }],
  },
}

const allow = (runbooks?: string[]): NonNullable<ProjectFile['policy']> => ({
  allow: [
    {
      effects: ['read', 'change'],
      actors: ['*'],
      triggers: ['cli'],
      ...(runbooks === undefined ? {} : { runbooks }),
    },
  ],
  approvals: { cli: 'not-required' },
  limits: { transports: ['local'], unversioned: ['read', 'change'] },
})

let ledger: Ledger
beforeAll(async () => {
  ledger = await makeLedger({
    nodes: { localhost: { transport: 'local', labels: { role: 'self' } } },
    runbooks: RUNBOOKS,
    policy: allow(),
  })
})
afterAll(() => ledger.cleanup())

const run = async (runbook: string, params: Record<string, unknown> = {}) => {
  const from = ledger.lines().length
  const answer = await ledger.run({ runbook, params, nodes: ['localhost'] })
  const lines = ledger.lines().slice(from)
  return { ...answer, lines: lines.map((line) => line.replace('localhost ', '')) }
}

describe('a runbook that calls another', () => {
  it('runs its steps in their place, with the inputs that the caller binds', async () => {
    const { report, lines, recordPath } = await run('outer', { text: 'world' })
    expect(lines).toEqual([
      'write before',
      'write hello dear of world!',
      'write of world! after hello dear of world! on localhost',
      'write middle of world',
      'write after',
      'look',
    ])
    expect(report.nodes[0]?.steps.map(({ id }) => id)).toEqual([
      'before',
      'mid.deep.first',
      'mid.deep.second',
      'mid.own',
      'after',
      'mid.deep.kept',
    ])
    const plan = JSON.parse(readFileSync(join(String(recordPath), 'plan.json'), 'utf8')) as Plan
    expect(plan.calls).toMatchObject([
      { id: 'mid', name: 'middle', params: { text: 'of world' } },
      { id: 'mid.deep', outer: 'mid', name: 'inner', params: { text: 'of world!', more: 'dear' } },
    ])
    expect(planText(plan)).toContain('mid.deep calls the runbook inner (sha256 ')
    const events = readFileSync(join(String(recordPath), 'events.ndjson'), 'utf8')
    for (const name of ['outer', 'middle', 'inner'])
      expect(events).toContain(`"runbooks/${name}.yaml"`)
  })

  it('undoes what the called one did, in reverse order', async () => {
    ledger.break('localhost-after')
    const { report, lines } = await run('outer', { text: 'x' })
    ledger.mend('localhost-after')
    expect(report.nodes[0]).toMatchObject({ outcome: 'rolled_back' })
    expect(lines.slice(-2)).toEqual(['unwrite hello dear of x! on localhost', 'look'])
  })

  it('skips all of its steps where the condition is false, and the caller sees that', async () => {
    const well = await run('maybe', { text: 'x' })
    expect(well.lines).toEqual(['look', 'write was skipped', 'look'])
    expect(well.report.nodes[0]?.steps.map(({ status }) => status)).toEqual([
      'succeeded',
      'skipped',
      'skipped',
      'succeeded',
      'succeeded',
    ])
    ledger.break('sick-localhost')
    const sick = await run('maybe', { text: 'x' })
    ledger.mend('sick-localhost')
    expect(sick.lines[1]).toBe('write hello dear x')
    expect(sick.lines).toContain('write was succeeded')
  })

  it('asks what both call healthy', async () => {
    const { report } = await run('both')
    const [node] = report.nodes
    expect(node?.outcome).toBe('not_needed')
    expect(node?.steps.map(({ id, phase }) => [id, phase])).toEqual([
      ['own', 'before'],
      ['call.healthy', 'before'],
      ['call.mend', undefined],
    ])
  })

  it('refuses an input that the called one does not take, before anything runs', async () => {
    const { report, lines } = await run('outer', { text: 'x'.repeat(38) })
    expect(report).toMatchObject({ status: 'invalid' })
    expect(report.problems[0]?.message).toContain('step mid: text')
    expect(lines).toEqual([])
  })
})

describe('a change of a called runbook', () => {
  const project = (called: string) =>
    loadProject(
      memoryContent({
        'rune.yaml': 'version: 1\npolicy: { allow: [], limits: { transports: [local] } }\n',
        'inventory.yaml': 'nodes: { localhost: { transport: local } }\n',
        'plugins/ops/module.yaml': JSON.stringify({
          module: 'ops',
          version: '1.0.0',
          description: 'd',
          actions: Object.fromEntries(
            (['read', 'change'] as const).map((effect) => [
              effect,
              { description: 'd', run: 'run.sh', effect },
            ]),
          ),
        }),
        'plugins/ops/run.sh': '#!/bin/bash\n',
        'plugins/lib/rune_bpcs.sh': '#\n',
        'runbooks/caller.yaml':
          'name: caller\ndescription: d\ntargets: { select: name=localhost }\nsteps: [{ id: call, uses: ./runbooks/called.yaml }]\n',
        'runbooks/called.yaml': `name: called\ndescription: d\ntargets: { select: name=localhost }\nsteps: [{ uses: ${called} }]\n`,
      }),
    )

  it('shows at those that call it, with the effect that it gives them', async () => {
    const { changes } = changesOf(await project('read'), await project('change'))
    const caller = changes.find(({ name }) => name === 'caller')
    expect(caller).toMatchObject({
      kind: 'affected',
      differences: [
        { what: 'effect', before: 'read', after: 'change', raised: true },
        { what: 'calls runbooks that changed', after: 'called' },
      ],
    })
  })
})

describe('a secret of a called runbook', () => {
  it('is the one that the caller hands on, and the policy lists it for both', async () => {
    const secret = { type: 'string', secret: true, required: true } as const
    const project = await makeProject({
      nodes: { localhost: { transport: 'local', labels: { role: 'self' } } },
      policy: { ...allow(), secrets: { caller: ['ADMIN'] } },
      modules: {
        ops: {
          manifest: {
            actions: {
              login: {
                description: 'd',
                run: 'login.sh',
                effect: 'read',
                input: { password: secret },
              },
            },
          },
          files: { 'login.sh': 'exit 1\n' },
        },
      },
      runbooks: {
        caller: {
          inputs: { admin: secret },
          steps: [
            {
              id: 'call',
              uses: './runbooks/called.yaml',
              with: { key: '${{ inputs.admin }}' },
            },
          ],
        },
        called: {
          inputs: { key: secret },
          steps: [{ uses: 'login', with: { password: '${{ inputs.key }}' } }],
        },
      },
    })
    const answer = await planOf(
      rune,
      { runbook: 'caller', params: {}, dry_run: false, trigger: 'cli', actor: 'alice' },
      { root: project.path },
    )
    await project.cleanup()
    if (answer.kind === 'invalid') throw new Error(JSON.stringify(answer.problems))
    expect(answer.plan.steps[0]).toMatchObject({ id: 'call.login', secrets: { password: 'ADMIN' } })
    expect(JSON.stringify(answer.plan.calls)).not.toContain('ADMIN')
    expect(answer.problems.map(({ message }) => message).join()).toContain(
      'policy.secrets does not list ADMIN for called',
    )
  })
})

describe('the policy of a called runbook', () => {
  const verdict = async (runbooks: string[]): Promise<string> => {
    await ledger.project.write('rune.yaml', JSON.stringify({ version: 1, policy: allow(runbooks) }))
    const answer = await planOf(
      rune,
      {
        runbook: 'outer',
        params: { text: 'x' },
        nodes: ['localhost'],
        dry_run: false,
        trigger: 'cli',
        actor: 'alice',
      },
      { root: ledger.project.path },
    )
    return answer.kind === 'plan' ? 'plan' : answer.problems.map(({ message }) => message).join()
  }

  it('has to allow its steps to it and to each runbook that calls it', async () => {
    expect(await verdict(['outer', 'middle', 'inner'])).toBe('plan')
    expect(await verdict(['outer', 'middle'])).toContain('in the runbook inner')
    expect(await verdict(['middle', 'inner'])).toContain('in the runbook outer')
    expect(await verdict(['outer', 'inner'])).toContain('in the runbook middle')
  })
})
