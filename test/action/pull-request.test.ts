/** The bundle on a pull request: what the change does, from a clone as actions/checkout makes it. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPullRequest } from '../../src/action/pull-request.ts'
import { makeProject, type TestProject } from '../support/project.ts'
import { obeyedCommands } from '../support/runner-oracle.ts'
import { type Job, makeJob, type StepEnd } from './job.ts'
import { HOSTILE } from './probes.ts'

const SHOUT = HOSTILE.join(' ')
const SCRIPT = '#!/usr/bin/env bash\n'

let project: TestProject
let folder: string
const jobs: Job[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rune-pull-'))
  project = await makeProject({
    nodes: {
      'web-1': { transport: 'local', labels: { role: 'web' } },
      'web-2': { address: '127.0.0.2', labels: { role: 'canary' }, ssh: { user: 'rune' } },
    },
    modules: {
      ops: {
        manifest: { actions: { look: { description: 'd', run: 'a.sh', effect: 'read' } } },
        files: { 'a.sh': SCRIPT },
      },
    },
    runbooks: { look: { targets: { select: 'role=web' }, steps: [{ uses: 'look' }] } },
    policy: {
      allow: [
        { effects: ['read'], actors: ['*'], triggers: ['workflow_dispatch'] },
        { effects: ['destructive'], actors: ['alice'], triggers: ['workflow_dispatch'] },
      ],
      limits: { transports: ['local'] },
    },
    git: true,
  })
})
afterEach(async () => {
  await Promise.all(jobs.splice(0).map((job) => job.cleanup()))
  await project.cleanup()
  rmSync(folder, { recursive: true })
})

function git(...args: string[]): string {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org']
  return execFileSync('git', [...who, ...args], { cwd: project.path, encoding: 'utf8' }).trim()
}

/** A branch with this change, merged as GitHub does it; main has moved on since the event. */
async function pullRequest(change: Readonly<Record<string, string>>) {
  const old = project.commit ?? ''
  git('checkout', '--quiet', '-b', 'pull')
  for (const [path, text] of Object.entries(change)) {
    mkdirSync(dirname(join(project.path, path)), { recursive: true })
    writeFileSync(join(project.path, path), text)
  }
  const head = await project.commitAll()
  git('checkout', '--quiet', 'main')
  await project.write(
    'runbooks/later.yaml',
    'name: later\ndescription: d\ntargets: { select: role=web }\nsteps:\n  - uses: look\n',
  )
  const base = await project.commitAll()
  git('merge', '--quiet', '--no-ff', '--message=m', 'pull')
  return { old, head, base }
}

async function validate(
  commits: { readonly old: string; readonly head: string },
  { depth = 2, sender = 'alice' } = {},
): Promise<StepEnd> {
  const workspace = join(folder, `clone-${jobs.length}`)
  git('clone', '--quiet', `--depth=${depth}`, `file://${project.path}`, workspace)
  const payload = {
    pull_request: { base: { sha: commits.old }, head: { sha: commits.head } },
    sender: { login: sender },
  }
  const event = { name: 'pull_request', payload }
  const job = await makeJob({ workspace, inputs: { command: 'validate' }, event })
  jobs.push(job)
  return job.run('main')
}

function expectClean({ stdout, stderr, summary }: StepEnd): void {
  const own = ['group', 'endgroup', 'error', 'warning']
  const obeyed = obeyedCommands(`${stdout}\n${stderr}`)
  expect(
    obeyed.filter(({ grammar, command }) => grammar !== '::' || !own.includes(command)),
  ).toEqual([])
  expect(summary).not.toMatch(/<script|@octo/)
}

const marker = (): string => join(folder, 'executed')

/** Raises the effect, reaches more nodes, and shouts wherever text is free. */
const hostileChange = () => ({
  'plugins/ops/module.yaml': `module: ops
version: 2.0.0
description: ${JSON.stringify(SHOUT)}
actions:
  look:
    description: ${JSON.stringify(HOSTILE.join('\n'))}
    run: a.sh
    effect: destructive
    become: true
    privileges: ${JSON.stringify(HOSTILE.join('\n'))}
`,
  'plugins/ops/a.sh': `${SCRIPT}touch '${marker()}'\n`,
  'runbooks/look.yaml': `name: look
description: ${JSON.stringify(SHOUT)}
targets: { select: role!=db }
steps:
  - { uses: look }
`,
})

describe('a pull request', () => {
  it('is compared with what it was merged into, and shows what is more than before', async () => {
    const commits = await pullRequest(hostileChange())
    const end = await validate(commits)
    expect(end, end.stdout).toMatchObject({ exit: 0, stderr: '', outputs: { status: 'good' } })
    const { summary, stdout } = end
    expect(summary.indexOf('Validation:')).toBeLessThan(summary.indexOf('What the change does'))
    const raised = summary.slice(
      summary.indexOf('### More than before'),
      summary.indexOf('### Plans with default inputs'),
    )
    for (const what of ['effect', 'nodes gained', 'become', 'privileges'])
      expect(raised).toContain(`**${what}**`)
    expect(summary).toMatch(/refused by transports/)
    expect(stdout).toContain(`compared with ${commits.base}`)
    expect(stdout).toContain('  runbook look changed: effect: read -> destructive')
    // A commit of the base branch, not of the pull request.
    expect(stdout).toContain('runbook later affected: effect')
    expect(stdout).not.toContain('runbook later added')
    expect(existsSync(marker())).toBe(false)
    expectClean(end)
  })

  it('is judged for its sender, by the policy', async () => {
    const { 'runbooks/look.yaml': _, ...change } = hostileChange()
    const commits = await pullRequest(change)
    const [alice, eve] = [await validate(commits), await validate(commits, { sender: 'eve' })]
    expect(alice.stdout).toMatch(/ {2}look: destructive; 1: web-1; allowed/)
    expect(eve.stdout).toMatch(/ {2}look: destructive; 1: web-1; refused by allow-list: .* by eve/)
  })

  it('with errors is shown what it does all the same', async () => {
    const commits = await pullRequest({
      ...hostileChange(),
      'inventory.yaml': 'nodes: [\n',
      'runbooks/::error::owned ##[error]x.yaml': 'name: x\n',
    })
    const end = await validate(commits)
    expect(end).toMatchObject({ exit: 1, outputs: { status: 'invalid' } })
    expect(end.stdout).toContain('node inventory.yaml unreadable')
    expect(end.summary).toContain('**become**')
    expect(end.stdout).toMatch(/ {2}look: no plan: /)
    expectClean(end)
  })

  it('says that it does not know where the clone has no base', async () => {
    const end = await validate(await pullRequest(hostileChange()), { depth: 1 })
    expect(end).toMatchObject({ exit: 0, outputs: { status: 'good' } })
    expect(end.summary).toContain('**Not known**')
    expect(end.stdout).toContain('fetch-depth: 2')
    expectClean(end)
  })
})

it('an event without a base is a value, and other events are none', async () => {
  const path = join(folder, 'event.json')
  const runner = { eventName: 'pull_request', eventPath: path, actor: 'alice' } as Parameters<
    typeof readPullRequest
  >[0]
  for (const text of ['', '[]', 'null', '{"pull_request":{"base":{"sha":7}}}']) {
    writeFileSync(path, text)
    expect(await readPullRequest(runner)).toMatchObject({ kind: 'unavailable' })
  }
  writeFileSync(path, '{"pull_request":{"base":{"sha":"b"},"head":{"sha":"h"}}}')
  expect(await readPullRequest(runner)).toEqual({
    kind: 'pull-request',
    base: 'b',
    head: 'h',
    actor: 'alice',
  })
  for (const eventName of ['pull_request_target', 'push'])
    expect(await readPullRequest({ ...runner, eventName })).toBeUndefined()
})
