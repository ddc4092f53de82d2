import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ask } from '../../src/app/ask.ts'
import { execAction } from '../../src/app/exec.ts'
import { runRequest } from '../../src/app/run.ts'
import type { Progress, RunAnswer } from '../../src/app/run-options.ts'
import { systemHost } from '../../src/host.ts'
import { EPS, isEpsKind } from '../../src/protocol/eps.ts'
import type { InventoryNode, Runbook, StepRecord } from '../../src/protocol/types.gen.ts'
import { createRune } from '../../src/rune.ts'
import { acceptanceProject, expectSoundRecord } from '../support/acceptance.ts'
import { sshdNode, type TestProject } from '../support/project.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'

const rune = createRune(systemHost)
const silent: Progress = {
  planned: () => {},
  nodeEnded: () => {},
  counted: () => {},
  lost: () => {},
}
const ASK: Ask = { params: {}, dry_run: false, trigger: 'cli', actor: 'alice' }

const records = mkdtempSync(join(tmpdir(), 'rune-records-'))
let recordCount = 0
afterAll(() => rmSync(records, { recursive: true }))

/** Runs against a project; every record is checked, whatever the ending. */
async function run(
  project: TestProject,
  ask: Partial<Ask>,
  more: { key?: string; signal?: AbortSignal } = {},
): Promise<RunAnswer> {
  recordCount += 1
  const answer = await runRequest(
    rune,
    { ...ASK, ...ask },
    {
      root: project.path,
      out: join(records, String(recordCount)),
      signal: new AbortController().signal,
      progress: silent,
      ...more,
    },
  )
  if (answer.recordPath === undefined) throw new Error('no record')
  await expectSoundRecord(answer.recordPath)
  const { nodes, problems } = answer.report
  const errors = [
    ...problems,
    ...nodes.flatMap(({ steps }) => steps.flatMap(({ error }) => error ?? [])),
  ]
  for (const { kind, message, advice } of errors) {
    expect(isEpsKind(kind) && EPS[kind].advice).toBe(advice)
    expect(message).not.toMatch(/\n\s+at /)
  }
  return answer
}

const local: InventoryNode = { transport: 'local' }

describe('a run on this machine', () => {
  let project: TestProject
  beforeAll(async () => {
    project = await acceptanceProject({ localhost: local })
  })
  afterAll(() => project.cleanup())

  it('runs all steps in order and hands the output of one to the next', async () => {
    const { report, recordPath } = await run(project, {
      runbook: 'greet',
      params: { word: 'good morning' },
    })
    expect(report).toMatchObject({ status: 'good', exit_status: 0, counts: { nodes: 1, good: 1 } })
    expect(report.nodes[0]?.steps.map(({ output }) => output)).toEqual([
      { node: 'localhost', word: 'good morning', message: 'hello' },
      { node: 'localhost', word: 'good morning again', message: 'hello' },
      { node: 'localhost', word: 'hi', message: 'hello' },
    ])
    const file = join(String(recordPath), 'nodes/localhost/two.1.json')
    const messages = JSON.parse(readFileSync(file, 'utf8')) as StepRecord
    expect(messages.bpcs_input?.payload.input_parameters).toEqual({ word: 'good morning again' })
    expect(messages.rcs_result.message_metadata.parent_message_id).toBe(
      messages.rcs_request.message_metadata.message_id,
    )
  })

  it.each([
    ['an unknown runbook', { runbook: 'gret' }, 'runbook-unknown', 'greet'],
    ['an unknown action', { action: 'helo' }, 'action-unknown', 'hello'],
    ['an unknown node', { runbook: 'greet', nodes: ['localhos'] }, 'node-unknown', 'localhost'],
    ['an unknown parameter', { runbook: 'greet', params: { wrod: 'x' } }, 'param-invalid', 'word'],
    [
      'a refused parameter',
      { runbook: 'greet', params: { word: 'X;id' } },
      'param-invalid',
      'word',
    ],
    ['an empty selection', { runbook: 'greet', select: 'role=web' }, 'target-empty', 'role=web'],
    ['a malformed selector', { runbook: 'greet', select: '=,=' }, 'request-invalid', '='],
    [
      'a reason without end',
      { runbook: 'greet', reason: 'x'.repeat(600) },
      'request-invalid',
      '500',
    ],
    [
      'an id with line breaks',
      { runbook: 'greet', correlation_id: 'a\nb' },
      'request-invalid',
      'a',
    ],
    ['a path as a runbook', { runbook: '../x' }, 'request-invalid', '../x'],
    ['neither runbook nor action', {}, 'request-invalid', 'runbook'],
  ])('refuses %s and runs nothing', async (_, ask, kind, hint) => {
    const { report, messages } = await run(project, ask)
    expect(report).toMatchObject({ status: 'invalid', exit_status: 1, nodes: [] })
    expect(report.problems.map((one) => one.kind)).toContain(kind)
    expect(JSON.stringify(report.problems)).toContain(hint)
    expect(messages.size).toBe(0)
  })

  it.each([
    ['fails', 'plugin-error', 'it did not work'],
    ['two-objects', 'output-multiple', ''],
    ['nothing', 'output-empty', 'nothing to say'],
    ['lies', 'exit-mismatch', '3'],
    ['sleeps', 'plugin-timeout', '1 s'],
  ])('ends a plugin that %s in its own error', async (runbook, kind, hint) => {
    const { report } = await run(project, { runbook })
    expect(report).toMatchObject({ status: 'failed', exit_status: 4, counts: { failed: 1 } })
    const [step] = report.nodes[0]?.steps ?? []
    expect(step).toMatchObject({
      status: 'failed',
      executed: 'yes',
      error: { kind, executed: 'yes' },
    })
    expect(step?.error?.message).toContain(hint)
  })

  it('keeps code, message and details of an error that the plugin reports', async () => {
    const { messages } = await run(project, { runbook: 'fails' })
    const data = messages.get('localhost/fails')?.eps?.error_payload.error_data.error.data
    expect(data).toMatchObject({
      plugin_code: 3,
      plugin_message: 'it did not work',
      plugin_details: { tried: 'twice' },
    })
  })

  it('does not start the steps after one that failed', async () => {
    const two = await acceptanceProject({ localhost: local }, {
      broken: { steps: [{ uses: 'fails' }, { uses: 'hello' }] },
    } satisfies Record<string, Partial<Runbook>>)
    const { report } = await run(two, { runbook: 'broken' })
    await two.cleanup()
    expect(report.nodes[0]?.steps[1]).toMatchObject({ status: 'not_run', executed: 'no' })
  })

  it('names the file when a script is missing', async () => {
    const broken = await acceptanceProject({ localhost: local })
    rmSync(join(broken.path, 'plugins/acceptance/hello.sh'))
    const { report } = await run(broken, { runbook: 'greet' })
    await broken.cleanup()
    expect(report.status).toBe('invalid')
    expect(report.problems).toContainEqual(
      expect.objectContaining({ kind: 'plugin-missing', file: 'plugins/acceptance/module.yaml' }),
    )
  })

  it('refuses what the policy does not allow', async () => {
    const strict = await acceptanceProject({ localhost: local })
    await strict.write(
      'rune.yaml',
      'version: 1\npolicy: { allow: [], limits: { transports: [] } }\n',
    )
    const { report } = await run(strict, { runbook: 'greet' })
    await strict.cleanup()
    expect(report).toMatchObject({ status: 'refused', exit_status: 3, nodes: [] })
    expect(report.problems.every(({ kind }) => kind === 'policy-denied')).toBe(true)
  })

  it('starts nothing without a record', async () => {
    const { report, recordPath } = await runRequest(
      rune,
      { ...ASK, runbook: 'greet' },
      {
        root: project.path,
        out: join(project.path, 'rune.yaml/record'),
        signal: new AbortController().signal,
        progress: silent,
      },
    )
    expect(recordPath).toBeUndefined()
    expect(report).toMatchObject({ status: 'error', exit_status: 70, nodes: [] })
    expect(report.problems[0]?.kind).toBe('audit-write')
  })

  it('tells a result that its record could not keep, and starts nothing more', async () => {
    const out = join(records, 'spoiled')
    const lost: string[] = []
    const options = {
      root: project.path,
      out,
      signal: new AbortController().signal,
      progress: {
        ...silent,
        // A file where the folder of the results should be.
        planned: () => writeFileSync(join(out, 'nodes'), ''),
        lost: (place: string, text: string) => lost.push(`${place} ${text}`),
      },
    }
    const { report } = await runRequest(rune, { ...ASK, runbook: 'greet' }, options)
    expect(report).toMatchObject({ status: 'error', exit_status: 70 })
    expect(report.nodes[0]?.steps[0]).toMatchObject({ status: 'succeeded', executed: 'yes' })
    expect(report.nodes[0]?.steps[1]).toMatchObject({
      executed: 'no',
      error: { kind: 'audit-write' },
    })
    expect(lost[0]).toContain('localhost/one')
  })

  it('answers exec with what the plugin said, also when the record is spoiled', async () => {
    const out = join(records, 'spoiled-exec')
    const progress = { ...silent, planned: () => writeFileSync(join(out, 'nodes'), '') }
    const { report, envelope } = await execAction(
      rune,
      { ...ASK, action: 'hello', nodes: ['localhost'] },
      { root: project.path, out, signal: new AbortController().signal, progress },
    )
    expect(report.exit_status).toBe(70)
    expect(envelope).toMatchObject({ payload: { result: 'success' } })
  })

  it('closes every record when it is cancelled', async () => {
    const slow = await acceptanceProject({ localhost: local })
    await slow.write(
      'plugins/acceptance/module.yaml',
      readFileSync(join(slow.path, 'plugins/acceptance/module.yaml'), 'utf8').replace('1s', '60s'),
    )
    const controller = new AbortController()
    const running = run(slow, { runbook: 'sleeps' }, { signal: controller.signal })
    setTimeout(() => controller.abort('SIGINT'), 700)
    const { report } = await running
    await slow.cleanup()
    expect(report).toMatchObject({ status: 'cancelled', exit_status: 6 })
    expect(report.nodes[0]?.steps[0]).toMatchObject({ status: 'cancelled', executed: 'yes' })
  })
})

const missing = sshdMissing()
describe.skipIf(missing)(`a run over ssh ${missing ?? ''}`, () => {
  let servers: TestSshd[]
  let project: TestProject
  beforeAll(async () => {
    servers = await Promise.all([startSshd(), startSshd(), startSshd()])
    // Keys in the project's folder: they outlive their server.
    const nodes = servers.map((sshd, i) => {
      const node = sshdNode(sshd)
      return [`web-${i + 1}`, { ...node, ssh: { ...node.ssh, 'identity-file': `keys/${i}` } }]
    })
    project = await acceptanceProject(Object.fromEntries(nodes))
    for (const [i, sshd] of servers.entries()) await project.write(`keys/${i}`, sshd.privateKey)
  })
  afterAll(async () => {
    await project.cleanup()
    await Promise.all(servers.map((sshd) => sshd.stop()))
  })
  const all = ['web-1', 'web-2', 'web-3']

  it('answers for three nodes in one run, with one connection and one session each', async () => {
    const { report } = await run(project, { runbook: 'greet', nodes: all })
    expect(report).toMatchObject({ status: 'good', counts: { nodes: 3, good: 3 } })
    expect(report.nodes.map(({ name }) => name)).toEqual(all)
    for (const [i, node] of report.nodes.entries()) {
      expect(node.host_key_sha256).toBe(servers[i]?.hostKeySha256)
      expect(node.steps.map(({ output }) => output?.['node'])).toEqual([
        node.name,
        node.name,
        node.name,
      ])
    }
    expect(servers.map((sshd) => sshd.connections())).toEqual([1, 1, 1])
    expect(servers.map((sshd) => sshd.sessions())).toEqual([1, 1, 1])
  })

  it('runs one action on one node', async () => {
    const { report } = await run(project, { action: 'hello', nodes: ['web-2'] })
    expect(report).toMatchObject({ status: 'good', action: 'hello', counts: { nodes: 1 } })
  })

  it('reports a node with another host key and goes on with the others', async () => {
    const wrong = { ...sshdNode(servers[0] as TestSshd) }
    const other = await acceptanceProject({
      'web-1': { ...wrong, ssh: { ...wrong.ssh, 'host-key': String(servers[1]?.hostKey) } },
      'web-3': sshdNode(servers[2] as TestSshd),
    })
    const { report } = await run(other, { runbook: 'hello', nodes: ['web-1', 'web-3'] })
    await other.cleanup()
    expect(report).toMatchObject({
      status: 'failed',
      exit_status: 4,
      counts: { good: 1, failed: 1 },
    })
    expect(report.nodes[0]).toMatchObject({
      name: 'web-1',
      error: { kind: 'host-key-mismatch', executed: 'no', phase: 'host-key' },
    })
  })

  it('reports a node that refuses the key', async () => {
    const { report } = await run(
      project,
      { runbook: 'hello', nodes: ['web-1'] },
      { key: (await startAndStop()).privateKey },
    )
    expect(report.nodes[0]?.error).toMatchObject({ kind: 'auth-failed', executed: 'no' })
  })

  it('reports a node whose private key file is not there and goes on with the others', async () => {
    const node = sshdNode(servers[0] as TestSshd)
    const other = await acceptanceProject({
      'web-1': { ...node, ssh: { ...node.ssh, 'identity-file': 'keys/none' } },
      'web-3': sshdNode(servers[2] as TestSshd),
    })
    const { report } = await run(other, { runbook: 'hello', nodes: ['web-1', 'web-3'] })
    await other.cleanup()
    expect(report).toMatchObject({ status: 'failed', counts: { good: 1, failed: 1 } })
    expect(report.nodes[0]?.error).toMatchObject({
      kind: 'credentials-missing',
      executed: 'no',
      message: expect.stringContaining('keys/none'),
    })
  })

  // Last: it takes a server away.
  it('gives two results and one typed error when one sshd is gone', async () => {
    await servers[1]?.stop()
    const { report } = await run(project, { runbook: 'greet', nodes: all })
    expect(report).toMatchObject({
      status: 'failed',
      exit_status: 4,
      counts: { good: 2, failed: 1 },
    })
    expect(report.nodes[0]).toMatchObject({
      name: 'web-2',
      outcome: 'failed',
      error: { kind: 'connect-refused', executed: 'no' },
    })
  })
})

/** A key that no running server knows. */
async function startAndStop(): Promise<TestSshd> {
  const sshd = await startSshd()
  await sshd.stop()
  return sshd
}
