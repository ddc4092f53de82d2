import { randomUUID } from 'node:crypto'
/** The committed bundle, started as GitHub's runner does it, against real nodes. */
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hasShape } from '../../src/protocol/schemas.ts'
import type { RunReport } from '../../src/protocol/types.gen.ts'
import { expectSoundRecord } from '../support/acceptance.ts'
import { makeProject, sshdNode, type TestProject } from '../support/project.ts'
import {
  type ResultsOptions,
  type ResultsService,
  startResultsService,
} from '../support/results-service.ts'
import { obeyedCommands } from '../support/runner-oracle.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'
import { zipEntries } from '../support/zip.ts'
import { type Job, type JobInit, makeJob, type StepEnd } from './job.ts'
import { HOSTILE, MODULE, POLICY, RUNBOOKS } from './probes.ts'

const missing = sshdMissing()

// A node keeps the results of a correlation id for a week, so each run of the tests has its own.
const ALERT = `alert-${randomUUID()}`
const PAGE = `PD-${randomUUID()}`

describe.skipIf(missing)(`the action${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let sshd: TestSshd
  /** Takes connections and says nothing. */
  let silence: Server
  let project: TestProject
  /** For what a plugin writes; not the project, which is to stay as it was committed. */
  let folder: string
  const jobs: Job[] = []
  const services: ResultsService[] = []

  beforeAll(async () => {
    sshd = await startSshd({ addresses: ['127.0.0.1', '127.0.0.2'] })
    silence = createServer().listen(0, '127.0.0.1')
    await once(silence, 'listening')
    const node = (address: string, labels: Record<string, string>, port = sshd.port) => {
      const { ssh, ...entry } = sshdNode(sshd, { address, labels })
      const { 'identity-file': _, ...rest } = ssh ?? {}
      return { ...entry, ssh: { ...rest, port } }
    }
    project = await makeProject({
      nodes: {
        'web-1': node('127.0.0.1', { role: 'web' }),
        'web-2': node('127.0.0.2', { role: 'web' }),
        'silent-1': node('127.0.0.1', { role: 'silent' }, (silence.address() as AddressInfo).port),
        // Nothing listens on port 1.
        'down-1': node('127.0.0.1', { role: 'web', state: 'down' }, 1),
      },
      runbooks: RUNBOOKS,
      modules: { probe: MODULE },
      policy: POLICY,
      git: true,
    })
  })
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rune-action-'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await Promise.all(jobs.splice(0).map((job) => job.cleanup()))
    await Promise.all(services.splice(0).map((service) => service.stop()))
  })
  afterAll(async () => {
    await project?.cleanup()
    silence?.close()
    await sshd?.stop()
  })

  /** A job with the key and an artifact service. */
  async function job(init: Partial<JobInit> = {}, options?: ResultsOptions) {
    const results = await startResultsService(options)
    services.push(results)
    const made = await makeJob({
      workspace: project.path,
      ...init,
      inputs: { 'ssh-private-key': sshd.privateKey, ...init.inputs },
      env: { ...results.runtimeEnv(), ...init.env },
    })
    jobs.push(made)
    return { job: made, results }
  }

  /** What holds for every step: no secret, no stack trace, and no command but the action's own. */
  function expectClean(...ends: StepEnd[]): void {
    const secrets = sshd.privateKey.split('\n').filter((line) => /^[A-Za-z0-9+/=]{20,}$/.test(line))
    for (const { stdout, stderr, summary, outputs } of ends) {
      const masks = stdout.split('\n').filter((line) => line.startsWith('::add-mask::'))
      const rest = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'))
      const shown = [...rest, stderr, summary, JSON.stringify(outputs)].join('\n')
      for (const secret of secrets) expect(shown).not.toContain(secret)
      expect(shown).not.toMatch(/\n\s+at .*:\d+:\d+/)
      // Only lines of the key are masked, and the signature of the upload's address by GitHub's own client.
      for (const mask of masks)
        expect([...secrets, 'test-upload-signature']).toContain(mask.slice('::add-mask::'.length))
      const obeyed = obeyedCommands(`${rest.join('\n')}\n${stderr}`)
      expect(obeyed.filter(({ grammar }) => grammar === '##[')).toEqual([])
      const own = ['group', 'endgroup', 'error', 'warning', 'notice', 'debug']
      expect(obeyed.filter(({ command }) => !own.includes(command))).toEqual([])
      expect(obeyed.filter(({ line }) => /^\s*::error::owned/.test(line))).toEqual([])
    }
  }

  const errorsOf = ({ stdout }: StepEnd): string[] =>
    stdout.split('\n').filter((line) => line.startsWith('::error '))

  async function reportOf(made: Job): Promise<{ report: RunReport; record: string }> {
    const [name] = readdirSync(join(made.temp, 'rune'))
    const record = join(made.temp, 'rune', String(name))
    const report: unknown = JSON.parse(readFileSync(join(record, 'report.json'), 'utf8'))
    if (!hasShape('report', report)) throw new Error('not a report')
    return { report, record }
  }

  const dispatch = (rune: unknown) => ({
    name: 'repository_dispatch',
    payload: { action: 'rune', branch: 'main', client_payload: { rune } },
  })

  it('runs what an operator asks for and tells it everywhere', async () => {
    const { job: made, results } = await job({
      inputs: {
        runbook: 'say',
        params: '{"word": "good morning"}',
        nodes: 'web-1,\n web-2',
        'dry-run': 'false',
        reason: 'a test',
        'correlation-id': ALERT,
        'retention-days': '7',
      },
    })
    const main = await made.run('main')
    const post = await made.run('post')
    expect(main, main.stdout + main.stderr).toMatchObject({ exit: 0, stderr: '' })
    expect(post).toMatchObject({ exit: 0, stdout: '', stderr: '', summary: '' })
    const { report, record } = await reportOf(made)
    await expectSoundRecord(record)
    expect(report).toMatchObject({
      status: 'good',
      correlation_id: ALERT,
      trigger: 'workflow_dispatch',
      actor: 'alice',
      triggering_actor: 'bob',
      reason: 'a test',
      content: { versioned: true, commit: project.commit },
    })
    const [artifact] = results.artifacts
    expect(main.outputs).toEqual({
      status: 'good',
      'run-key': report.run_id,
      'plan-hash': report.plan_hash,
      'record-path': record,
      'record-head': expect.stringMatching(/^[0-9a-f]{64}$/),
      'artifact-id': String(artifact?.id),
      'artifact-digest': artifact?.hash?.slice('sha256:'.length),
      'nodes-good': '2',
      'nodes-failed': '0',
      'nodes-unknown': '0',
      'nodes-untouched': '0',
    })
    expect(results.artifacts).toHaveLength(1)
    expect(artifact?.name).toBe(`rune-say-${report.run_id.slice(0, 8)}`)
    const entries = zipEntries(artifact?.zip ?? Buffer.alloc(0))
    expect(JSON.parse(String(entries.get('report.json')))).toEqual(report)
    expect([...entries.keys()]).toContain('nodes/web-2/echo_word.1.json')
    for (const shown of ['Plan:', 'web-1', 'good morning', ALERT, artifact?.name ?? '-'])
      expect(main.summary).toContain(shown)
    expect(main.stdout).toContain('::group::Plan')
    expect(main.stdout).toMatch(/\[2\/2\] done/)
    expect(main.stdout).toMatch(/record head: [0-9a-f]{64}/)
    expect(errorsOf(main)).toEqual([])
    expectClean(main, post)
  })

  it('writes the plan into the summary before it runs anything', async () => {
    const file = join(folder, 'pid')
    const { job: made } = await job({
      inputs: { runbook: 'sleep', nodes: 'web-1', params: JSON.stringify({ file }) },
    })
    const step = await made.start('main')
    await until(() => existsSync(file))
    expect(step.summary()).toContain('Plan:')
    step.child.kill('SIGTERM')
    expect((await step.ended).exit).toBe(6)
  })

  it('runs what a repository_dispatch asks for, one node being down', async () => {
    const { job: made, results } = await job({
      event: dispatch({
        version: 1,
        runbook: 'say',
        params: { word: 'hello' },
        correlation_id: PAGE,
        requested_by: 'carol',
        issued_at: '2026-01-01T00:00:00Z',
      }),
    })
    const main = await made.run('main')
    expect(main.exit).toBe(4)
    expect(main.outputs).toMatchObject({ status: 'failed', 'nodes-good': '2', 'nodes-failed': '1' })
    const { report, record } = await reportOf(made)
    await expectSoundRecord(record)
    expect(report).toMatchObject({
      trigger: 'repository_dispatch',
      correlation_id: PAGE,
      requested_by: 'carol',
    })
    expect(report.nodes.map(({ name, good }) => [name, good])).toEqual([
      ['down-1', false],
      ['web-1', true],
      ['web-2', true],
    ])
    expect(errorsOf(main)).toHaveLength(1)
    expect(errorsOf(main)[0]).toMatch(/title=down-1.*connect-refused/)
    expect(main.summary).toContain('connect-refused')
    expect(results.artifacts).toHaveLength(1)
    expectClean(main)
  })

  it.each([
    ['a key that is not known', { version: 1, runbook: 'say', root: '/' }, 'client_payload/rune'],
    ['no version', { runbook: 'say' }, 'version'],
    [
      'two ways to choose nodes',
      { version: 1, runbook: 'say', nodes: [], select: 'a=b' },
      'exclude',
    ],
    ['a runbook that is no name', { version: 1, runbook: '../x\n##[error]y' }, '/rune/runbook'],
    ['nothing', undefined, 'client_payload'],
  ])('refuses a payload with %s and keeps a record of it', async (_, rune, hint) => {
    const { job: made, results } = await job({ event: dispatch(rune) })
    const main = await made.run('main')
    expect(main.exit).toBe(1)
    expect(main.outputs).toMatchObject({ status: 'invalid', 'nodes-good': '0' })
    expect(errorsOf(main).join('\n')).toContain(hint)
    expect(main.summary).toMatch(/Correlation id .*octo\/recovery.*\d+/)
    const { report, record } = await reportOf(made)
    await expectSoundRecord(record)
    expect(report.problems[0]).toMatchObject({ kind: 'request-invalid' })
    expect(results.artifacts).toHaveLength(1)
    expectClean(main)
  })

  it('shows a refusal by policy and runs nothing', async () => {
    const { job: made } = await job({
      event: dispatch({ version: 1, runbook: 'sleep', params: { file: '/tmp/never' } }),
    })
    const before = sshd.connections()
    const main = await made.run('main')
    expect(main.exit).toBe(3)
    expect(main.outputs).toMatchObject({ status: 'refused' })
    expect(main.summary).toContain('allow')
    expect(errorsOf(main)).toHaveLength(1)
    expect(sshd.connections()).toBe(before)
    expectClean(main)
  })

  it.each(['shout', 'fail'])('obeys nothing that a node says (%s)', async (runbook) => {
    const { job: made } = await job({ inputs: { runbook, nodes: 'web-1' } })
    const main = await made.run('main')
    expect(main.exit, main.stdout).toBe(runbook === 'shout' ? 0 : 4)
    expect(main.outputs['status']).toBe(runbook === 'shout' ? 'good' : 'failed')
    expect(main.summary).not.toContain('<script>')
    // The oracle does see the commands where nothing is encoded.
    expect(obeyedCommands(HOSTILE.join('\n')).length).toBeGreaterThan(3)
    expectClean(main)
  })

  it('ends within seven seconds of a cancel, with the plugin dead, and uploads in the post step', async () => {
    const file = join(folder, 'pid')
    const { job: made, results } = await job({
      inputs: { runbook: 'sleep', nodes: 'web-1', params: JSON.stringify({ file }) },
    })
    const step = await made.start('main')
    await until(() => existsSync(file) && readFileSync(file, 'utf8').trim() !== '')
    const began = performance.now()
    step.child.kill('SIGINT')
    await delay(300)
    // A second signal changes nothing.
    step.child.kill('SIGINT')
    const main = await step.ended
    expect(performance.now() - began).toBeLessThan(7000)
    expect(main.exit).toBe(6)
    expect(main.outputs).toMatchObject({ status: 'cancelled', 'nodes-good': '0' })
    expect(main.summary).toContain('cancelled')
    expect(existsSync(`/proc/${readFileSync(file, 'utf8').trim()}`)).toBe(false)
    const { report, record } = await reportOf(made)
    await expectSoundRecord(record)
    expect(report).toMatchObject({ status: 'cancelled', exit_status: 6 })
    const intent = expect.stringMatching(/^rune-sleep-[0-9a-f]{8}-intent$/)
    expect(results.artifacts.map(({ name }) => name)).toEqual([intent])
    const post = await made.run('post')
    expect(post.exit).toBe(0)
    expect(results.artifacts.map(({ name }) => name)).toEqual([
      intent,
      expect.stringMatching(/^rune-sleep-[0-9a-f]{8}-post$/),
    ])
    expect(post.summary).toBe('')
    expectClean(main, post)
  })

  it('does not wait for a node that is still being connected to', async () => {
    const { job: made } = await job({ inputs: { runbook: 'ask-silence' } })
    const step = await made.start('main')
    await once(silence, 'connection')
    const began = performance.now()
    step.child.kill('SIGTERM')
    const main = await step.ended
    expect(performance.now() - began).toBeLessThan(7000)
    expect(main).toMatchObject({ exit: 6, outputs: { status: 'cancelled' } })
    await expectSoundRecord((await reportOf(made)).record)
    expectClean(main)
  })

  it('stops and collects what a killed run has left, and tells the truth about it', async () => {
    const file = join(folder, 'pid')
    const { job: made, results } = await job({
      inputs: { runbook: 'sleep', nodes: 'web-1', params: JSON.stringify({ file }) },
    })
    const step = await made.start('main')
    await until(() => existsSync(file) && readFileSync(file, 'utf8').trim() !== '')
    step.child.kill('SIGKILL')
    const main = await step.ended
    expect(main).toMatchObject({ exit: null, outputs: {} })
    const post = await made.run('post')
    expect(post.exit).toBe(0)
    const { report } = await reportOf(made)
    expect(report).toMatchObject({ status: 'cancelled', counts: { unknown: 0, cancelled: 1 } })
    expect(report.nodes[0]?.steps[0]).toMatchObject({ status: 'cancelled', executed: 'yes' })
    expect(existsSync(`/proc/${readFileSync(file, 'utf8').trim()}`)).toBe(false)
    expect(post.summary).toContain('cancelled')
    expect(results.artifacts.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^rune-sleep-[0-9a-f]{8}-intent$/),
      expect.stringMatching(/^rune-sleep-[0-9a-f]{8}-post$/),
    ])
    const intent = zipEntries(results.artifacts[0]?.zip ?? Buffer.alloc(0))
    expect([...intent.keys()].toSorted()).toEqual(['intent.ndjson', 'plan.json'])
    const entries = zipEntries(results.artifacts[1]?.zip ?? Buffer.alloc(0))
    expect([...entries.keys()]).toEqual(expect.arrayContaining(['report.json', 'summary.md']))
    expectClean(main, post)
  })

  it('fails when the record cannot be uploaded, names the copy, and tries again in the post step', async () => {
    let refusing = true
    const { job: made, results } = await job(
      { inputs: { runbook: 'say', nodes: 'web-1', params: '{"word":"x"}' } },
      { instead: () => (refusing ? { status: 403, msg: 'quota' } : undefined) },
    )
    const main = await made.run('main')
    const { record } = await reportOf(made)
    expect(main.exit).toBe(70)
    expect(main.outputs).toMatchObject({ status: 'good', 'record-path': record })
    expect(errorsOf(main)[0]).toContain('audit-upload')
    expect(errorsOf(main)[0]).toContain(record)
    refusing = false
    expect((await made.run('post')).exit).toBe(0)
    expect(results.artifacts).toHaveLength(1)
    expectClean(main)
  })

  it('says where the record is when there is nowhere to upload it to', async () => {
    const { job: made } = await job({
      inputs: { runbook: 'say', nodes: 'web-1', params: '{"word":"x"}' },
      env: { ACTIONS_RUNTIME_TOKEN: '' },
    })
    const main = await made.run('main')
    expect(main.exit).toBe(0)
    expect(main.stdout).toContain(`it is in ${(await reportOf(made)).record}`)
    expect((await made.run('post')).stdout).toBe('')
  })

  it('takes host keys from the ssh-known-hosts input where the inventory pins none', async () => {
    const before = readFileSync(join(project.path, 'inventory.yaml'), 'utf8')
    const inputs = { runbook: 'say', nodes: 'web-1', params: '{"word":"x"}' }
    const line = `[${sshd.address}]:${sshd.port} ${sshd.hostKey}`
    try {
      const { address, port, user } = sshd
      const labels = { role: 'web' }
      const nodes = { 'web-1': { address, labels, ssh: { port, user } } }
      await project.write('inventory.yaml', JSON.stringify({ nodes }))
      const end = async (known: string): Promise<RunReport> => {
        const { job: made } = await job({ inputs: { ...inputs, 'ssh-known-hosts': known } })
        await made.run('main')
        return (await reportOf(made)).report
      }
      const good = await end(line)
      expect(good.problems).toEqual([])
      expect(good).toMatchObject({ status: 'good' })
      const revoked = await end(`${line}\n@revoked * ${sshd.hostKey}`)
      expect(revoked.nodes[0]?.error).toMatchObject({ kind: 'host-key-revoked' })
      const none = await end('')
      expect(none.nodes[0]?.error).toMatchObject({ kind: 'host-key-unknown' })
      const broken = await end('web-1 ssh-ed25519 AAAA')
      expect(broken.problems[0]).toMatchObject({ file: 'ssh-known-hosts', line: 1, column: 19 })
    } finally {
      await project.write('inventory.yaml', before)
    }
  })

  it('plans without connecting and without a key', async () => {
    const before = sshd.connections()
    const inputs = {
      command: 'plan',
      runbook: 'say',
      params: '{"word":"x"}',
      'ssh-private-key': '',
    }
    const { job: planning, results: none } = await job({ inputs })
    const good = await planning.run('main')
    expect(good).toMatchObject({ exit: 0, outputs: { status: 'good' } })
    expect(none.artifacts).toEqual([])
    expect(good.outputs['plan-hash']).toMatch(/^[0-9a-f]{64}$/)
    expect(good.summary).toContain('Plan:')
    const refused = { name: 'schedule', payload: {} }
    const { job: made, results } = await job({ inputs, event: refused })
    const end = await made.run('main')
    expect(end).toMatchObject({ exit: 3, outputs: { status: 'refused' } })
    expect(end.summary).toContain('Plan:')
    // A refusal is worth a record: the job that would run is not even started then.
    const { report, record } = await reportOf(made)
    await expectSoundRecord(record)
    expect(report).toMatchObject({ status: 'refused', runbook: { name: 'say' }, actor: 'alice' })
    expect(report.plan_hash).toBe(end.outputs['plan-hash'])
    expect([...zipEntries(results.artifacts[0]?.zip ?? Buffer.alloc(0)).keys()]).toContain(
      'plan.json',
    )
    const invalid = await (await job({ inputs: { ...inputs, params: '{}' } })).job.run('main')
    expect(invalid).toMatchObject({ exit: 1, outputs: { status: 'invalid' } })
    expect(errorsOf(invalid).join('\n')).toContain('word')
    expect(sshd.connections()).toBe(before)
    expectClean(good, end, invalid)
  })

  it('marks what is wrong in a pull request, where it is wrong', async () => {
    const event = { name: 'pull_request', payload: {} }
    const inputs = { command: 'validate' }
    const good = await (await job({ inputs, event })).job.run('main')
    expect(good, good.stdout).toMatchObject({ exit: 0, outputs: { status: 'good' } })
    const broken = await makeProject({
      nodes: {},
      runbooks: { bad: 'name: bad\ndescription: x\nsteps:\n  - uses: nothing_like_it\n' },
    })
    try {
      const end = await (await job({ inputs, event, workspace: broken.path })).job.run('main')
      expect(end).toMatchObject({ exit: 1, outputs: { status: 'invalid' } })
      expect(errorsOf(end)[0]).toMatch(/file=runbooks\/bad\.yaml,line=4,/)
      expect(end.summary).toContain('runbooks/bad.yaml')
      expectClean(good, end)
    } finally {
      await broken.cleanup()
    }
  })

  it('says what is wrong with its inputs, all of it', async () => {
    const { job: made } = await job({
      inputs: { command: 'remediate', 'dry-run': 'yes', 'retention-days': '0' },
    })
    const main = await made.run('main')
    expect(main.exit).toBe(1)
    expect(errorsOf(main)).toHaveLength(3)
    expect((await made.run('post')).exit).toBe(0)
    expectClean(main)
  })
})

async function until(claim: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !claim(); tries++) await delay(20)
  expect(claim()).toBe(true)
}
