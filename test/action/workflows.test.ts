import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { INPUT_NAMES } from '../../src/action/inputs.ts'
import { OUTPUT_NAMES } from '../../src/action/outputs.ts'
import { hasShape } from '../../src/protocol/schemas.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const FOLDER = join(ROOT, '.github/workflows')
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Job {
  readonly steps: readonly Step[]
  readonly permissions?: Readonly<Record<string, string>>
  readonly environment?: unknown
  readonly 'timeout-minutes'?: number
  readonly needs?: string
  readonly concurrency?: unknown
}
interface Workflow {
  readonly name: string
  readonly 'run-name'?: string
  readonly on: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

const files = readdirSync(FOLDER)
const workflow = (file: string): Workflow => parse(text(`.github/workflows/${file}`))
const stepsOf = (one: Workflow): Step[] => Object.values(one.jobs).flatMap(({ steps }) => steps)
const action = parse(text('action.yml'))

describe('action.yml', () => {
  it('declares exactly the inputs that are read and the outputs that are set', () => {
    expect(Object.keys(action.inputs)).toEqual([...INPUT_NAMES])
    expect(Object.keys(action.outputs)).toEqual([...OUTPUT_NAMES])
  })

  it('keeps its names: workflows of other people use them', () => {
    expect([...INPUT_NAMES]).toEqual([
      'command',
      'runbook',
      'params',
      'nodes',
      'select',
      'dry-run',
      'reason',
      'ticket',
      'correlation-id',
      'break-glass',
      'plan-hash',
      'ssh-private-key',
      'ssh-known-hosts',
      'github-token',
      'upload-artifact',
      'retention-days',
    ])
    expect([...OUTPUT_NAMES]).toEqual([
      'status',
      'run-key',
      'plan-hash',
      'record-path',
      'record-head',
      'artifact-id',
      'artifact-digest',
      'nodes-good',
      'nodes-failed',
      'nodes-unknown',
      'nodes-untouched',
    ])
  })

  it('runs bundled files on node24, the last one always', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js', post: 'dist/post.js' })
    for (const file of [action.runs.main, action.runs.post])
      expect(existsSync(join(ROOT, file)), `${file}: run \`npm run build\``).toBe(true)
  })

  it('describes everything in a sentence', () => {
    for (const one of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(one).toMatchObject({ description: expect.stringMatching(/^\S.{8,}/) })
  })
})

describe.each(files)('%s', (file) => {
  const source = text(`.github/workflows/${file}`)
  const one = workflow(file)

  it('limits its token, and every job its time', () => {
    expect(one.permissions).toBeDefined()
    for (const job of Object.values(one.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0)
    // Approvals and earlier runs are looked up where a runbook is run, and nowhere else.
    const readable = file === 'remediate.yml' ? ['pull-requests', 'actions'] : []
    const granted = [
      one.permissions,
      ...Object.entries(one.jobs)
        // The one job that writes, and it has nothing else to lose.
        .filter(([name]) => !(file === 'remediate.yml' && name === 'audit'))
        .map(([, job]) => job.permissions ?? {}),
    ]
    for (const permissions of granted)
      for (const [name, level] of Object.entries(permissions))
        expect([name, level]).toEqual([readable.includes(name) ? name : 'contents', 'read'])
  })

  it('pins what others publish by commit, with the version beside it', () => {
    const used = [...source.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, uses]) => uses ?? '')
    expect(used.length).toBe(stepsOf(one).filter(({ uses }) => uses !== undefined).length)
    for (const uses of used.filter((name) => name !== './'))
      expect(uses).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('leaves no credentials in the checkout and puts no value into a script', () => {
    for (const step of stepsOf(one)) {
      if (step.uses?.startsWith('actions/checkout@'))
        expect(step.with).toMatchObject({ 'persist-credentials': false })
      // Not only the untrusted ones: an expression in a script is never needed.
      expect(step.run ?? '').not.toContain('${{')
    }
  })

  it('gives this action only inputs that it has', () => {
    for (const { uses, with: given = {} } of stepsOf(one))
      if (uses === './') for (const name of Object.keys(given)) expect(INPUT_NAMES).toContain(name)
  })
})

it('the same version of an action is used everywhere', () => {
  const used = files.flatMap((file) => stepsOf(workflow(file)).flatMap(({ uses }) => uses ?? []))
  const versions = new Set(used.filter((uses) => uses !== './'))
  expect(new Set([...versions].map((uses) => uses.split('@')[0])).size).toBe(versions.size)
})

describe('remediate.yml', () => {
  const one = workflow('remediate.yml')
  const source = text('.github/workflows/remediate.yml')

  it('is started by hand or by either dispatch API, and its name tells which run it is', () => {
    expect(Object.keys(one.on)).toEqual(['workflow_dispatch', 'repository_dispatch'])
    expect(one.on['repository_dispatch']).toEqual({ types: ['rune'] })
    const inputs = one.on['workflow_dispatch']?.['inputs']
    expect(Object.keys(inputs as object)).toEqual([
      'runbook',
      'params',
      'nodes',
      'select',
      'dry_run',
      'reason',
      'ticket',
      'correlation_id',
      'break_glass',
    ])
    for (const part of [
      'inputs.runbook',
      'inputs.correlation_id',
      'github.event.client_payload.rune.runbook',
      'github.event.client_payload.rune.correlation_id',
    ])
      expect(one['run-name']).toContain(part)
  })

  it('plans without credentials, then runs with those of an environment', () => {
    expect(one.permissions).toEqual({})
    const { plan, run } = one.jobs
    expect(plan?.environment).toBeUndefined()
    expect(JSON.stringify(plan)).not.toContain('secrets.')
    expect(plan?.steps.at(-1)?.with).toMatchObject({ command: 'plan' })
    expect(run).toMatchObject({ needs: 'plan', environment: 'remediation' })
    expect(source.match(/secrets\.\w+/g)).toEqual(['secrets.RUNE_SSH_PRIVATE_KEY'])
  })

  it('asks the same of both jobs', () => {
    const [plan, run] = ['plan', 'run'].map((job) => one.jobs[job]?.steps.at(-1)?.with)
    const { command: _, 'ssh-private-key': key, 'plan-hash': hash, ...asked } = { ...run }
    expect(key).toBeDefined()
    // What is run is what was shown before somebody approved it.
    expect(hash).toBe('${{ needs.plan.outputs.plan-hash }}')
    expect({ ...plan, command: undefined }).toEqual({ ...asked, command: undefined })
  })

  it('keeps an entry of each record from a job that has no key of a node', () => {
    const { audit, run } = one.jobs
    expect(audit).toMatchObject({
      needs: 'run',
      permissions: { contents: 'write', 'id-token': 'write', attestations: 'write' },
    })
    expect(audit?.environment).toBeUndefined()
    expect(JSON.stringify(audit)).not.toContain('secrets.')
    expect(JSON.stringify(audit)).toContain('needs.run.outputs.record-head')
    expect(run).toMatchObject({ outputs: { 'record-head': expect.any(String) } })
  })

  it('queues runs: none is cancelled for a newer one', () => {
    expect(one.jobs['run']?.concurrency).toEqual({
      group: 'remediate',
      queue: 'max',
      'cancel-in-progress': false,
    })
  })
})

it('validate.yml has no secrets and sees every kind of file that it checks', () => {
  expect(text('.github/workflows/validate.yml')).not.toMatch(/secrets\.|pull_request_target/)
  expect(workflow('validate.yml').on).toEqual({
    pull_request: {
      paths: ['runbooks/**', 'plugins/**', 'schemas/**', 'inventory.yaml', 'rune.yaml'],
    },
  })
})

describe('docs/github.md', () => {
  const blocks = (language: string): string[] =>
    [
      ...text('docs/github.md').matchAll(
        new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'),
      ),
    ].map(([, block]) => block ?? '')

  it('has YAML that parses, and uses inputs that there are', () => {
    expect(blocks('yaml').length).toBeGreaterThan(2)
    for (const block of blocks('yaml')) {
      const value: unknown = parse(block)
      const steps = Array.isArray(value) ? value : stepsOf(value as Workflow)
      for (const { uses, with: given = {} } of steps as Step[])
        if (uses?.includes('rune'))
          for (const name of Object.keys(given)) expect(INPUT_NAMES).toContain(name)
    }
  })

  it('has payloads that both dispatch APIs and RUNE accept', () => {
    const [repository, byWorkflow] = blocks('json').map((block) => JSON.parse(block))
    expect(repository.event_type).toBe('rune')
    expect(hasShape('dispatch-payload', repository.client_payload)).toBe(true)
    const inputs = workflow('remediate.yml').on['workflow_dispatch']?.['inputs'] as object
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(byWorkflow.inputs)))
    expect(JSON.parse(byWorkflow.inputs.params)).toEqual(repository.client_payload.rune.params)
  })

  it('names every input and every output', () => {
    for (const name of [...INPUT_NAMES, ...OUTPUT_NAMES])
      expect(text('docs/github.md')).toContain(`\`${name}\``)
  })
})
