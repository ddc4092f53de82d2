import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fault } from '../../src/protocol/errors.ts'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { RunReport } from '../../src/protocol/types.gen.ts'
import {
  cancelRequested,
  type EventBody,
  ended,
  nodeEnded,
  planned,
  prepared,
  runStarted,
  type StepEnd,
  started,
  tried,
} from '../../src/record/events.ts'
import { createRecord, writeReport } from '../../src/record/folder.ts'
import { recoverRecord } from '../../src/record/recover.ts'

const init = {
  runId: '00000000-0000-4000-8000-000000000000',
  now: () => '2026-01-01T00:00:00.000Z',
}
const facts = {
  correlation_id: 'alert-7',
  runbook: { name: 'restart-service' },
  actor: 'alice',
  trigger: 'cli',
  dry_run: false,
  tool: { name: 'rune', version: '0.1.0' },
} as const
const at = (node: string, step: string, attempt = 1) => ({ node, step, attempt })
const good = { status: 'succeeded', executed: 'yes' } as const

let parent: string
let path: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'rune-recover-'))
  path = join(parent, 'record')
})
afterEach(() => rm(parent, { recursive: true }))

async function journalled(events: readonly EventBody[]): Promise<void> {
  const record = await createRecord(path, init)
  for (const event of events) await record.journal.append(event)
  await record.close()
}

async function recovered(): Promise<RunReport> {
  const recovery = await recoverRecord(path)
  if (recovery.kind !== 'recovered') throw new Error(JSON.stringify(recovery))
  expect(issuesOf('report', recovery.report)).toEqual([])
  return recovery.report
}

const begin = [
  runStarted(facts),
  planned({
    plan_hash: 'a'.repeat(64),
    launch_seed: 'c'.repeat(32),
    nodes: ['idle', 'ready', 'going', 'through', 'bad'],
    steps: [
      { id: 'restart', action: 'service_restart' },
      { id: 'check', action: 'http_check' },
    ],
  }),
]

it('calls a start without an end unknown, and what was only prepared not run', async () => {
  const refused = fault('connect-refused', 'nothing listens at 10.0.0.5:22')
  await journalled([
    ...begin,
    prepared(at('ready', 'restart')),
    tried(at('ready', 'restart'), { fault: refused }),
    prepared(at('going', 'restart')),
    started(at('going', 'restart')),
    started(at('through', 'restart')),
    ended(at('through', 'restart'), good),
    ended(at('through', 'check'), good),
    ended(at('bad', 'restart'), { status: 'failed', executed: 'no', fault: refused }),
  ])
  const report = await recovered()
  expect(report).toMatchObject({ status: 'unknown', exit_status: 5, correlation_id: 'alert-7' })
  const state = Object.fromEntries(
    report.nodes.map(({ name, outcome, steps }) => [
      name,
      [outcome, ...steps.map(({ status, executed }) => `${status} ${executed}`)],
    ]),
  )
  expect(state).toEqual({
    idle: ['untouched', 'not_run no', 'not_run no'],
    ready: ['untouched', 'not_run no', 'not_run no'],
    going: ['unknown', 'unknown unknown', 'not_run no'],
    through: ['cancelled', 'succeeded yes', 'succeeded yes'],
    bad: ['failed', 'failed no', 'not_run no'],
  })
  const counts = { nodes: 5, good: 0, failed: 1, unknown: 1, cancelled: 1, untouched: 2 }
  expect(report.counts).toEqual(counts)
  const [step] = report.nodes.find(({ name }) => name === 'going')?.steps ?? []
  expect(step?.error).toMatchObject({ kind: 'outcome-unknown', executed: 'unknown' })
  expect(report.problems.map(({ kind }) => kind)).toEqual(['cancelled', 'outcome-unknown'])
  expect(report.problems[1]?.message).toContain('going')
})

it('takes the last attempt that began', async () => {
  const failed: StepEnd = {
    status: 'failed',
    executed: 'yes',
    fault: fault('plugin-error', 'exit 3'),
  }
  await journalled([
    ...begin,
    started(at('bad', 'restart')),
    ended(at('bad', 'restart'), failed),
    prepared(at('bad', 'restart', 2)),
    started(at('going', 'restart')),
    ended(at('going', 'restart'), failed),
    started(at('going', 'restart', 2)),
  ])
  const nodes = new Map((await recovered()).nodes.map((node) => [node.name, node]))
  expect(nodes.get('bad')?.steps[0]).toMatchObject({ attempt: 1, status: 'failed' })
  expect(nodes.get('going')?.steps[0]).toMatchObject({ attempt: 2, status: 'unknown' })
})

it('keeps outcomes that were recorded and says when a stop was requested', async () => {
  await journalled([
    ...begin,
    ended(at('through', 'restart'), good),
    nodeEnded('through', 'fixed', true),
    cancelRequested('SIGINT'),
  ])
  const report = await recovered()
  expect(report).toMatchObject({ status: 'cancelled', exit_status: 6, counts: { good: 1 } })
  expect(report.nodes.at(-1)).toMatchObject({ name: 'through', outcome: 'fixed', good: true })
})

it('reads past a torn last line, because it was never acknowledged', async () => {
  await journalled([...begin, prepared(at('ready', 'restart'))])
  await appendFile(join(path, 'events.ndjson'), '{"seq":3,"prev":"')
  const report = await recovered()
  expect(report.status).toBe('cancelled')
  expect(report.counts.untouched).toBe(5)
})

it('calls everything without an end unknown when the journal was changed', async () => {
  await journalled([
    ...begin,
    ended(at('through', 'restart'), good),
    prepared(at('ready', 'restart')),
    started(at('going', 'restart')),
  ])
  const file = join(path, 'events.ndjson')
  const lines = (await readFile(file, 'utf8')).split('\n')
  await writeFile(file, lines.toSpliced(3, 1).join('\n'))
  const report = await recovered()
  expect(report).toMatchObject({ status: 'error', exit_status: 70 })
  expect(report.problems[0]?.kind).toBe('record-invalid')
  expect(report.nodes.every(({ outcome }) => outcome === 'unknown')).toBe(true)
  const through = report.nodes.find(({ name }) => name === 'through')
  expect(through?.steps[0]).toMatchObject({ status: 'succeeded', executed: 'yes' })
})

it('has nothing to tell without a journal, with an empty one, or with a foreign one', async () => {
  expect((await recoverRecord(path)).kind).toBe('nothing')
  await journalled([])
  expect((await recoverRecord(path)).kind).toBe('nothing')
  path = join(parent, 'foreign')
  await journalled([{ type: 'run-started', data: { actor: 'alice' } }])
  expect(await recoverRecord(path)).toMatchObject({ kind: 'nothing' })
})

it('leaves a run alone that wrote its own report', async () => {
  await journalled(begin)
  await writeReport(path, await recovered())
  expect(await recoverRecord(path)).toEqual({ kind: 'complete' })
})

it('recovers the run of a process that was killed between start and end', async () => {
  const from = (file: string): string => JSON.stringify(resolve('src/record', file))
  const script = `
    import { createRecord } from ${from('folder.ts')}
    import { runStarted, started } from ${from('events.ts')}
    const now = () => new Date().toISOString()
    const record = await createRecord(process.argv[1], { runId: '${init.runId}', now })
    await record.journal.append(runStarted(${JSON.stringify(facts)}))
    await record.journal.append(started({ node: 'web-1', step: 'restart', attempt: 1 }))
    console.log('go')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect((await recovered()).nodes).toMatchObject([{ name: 'web-1', outcome: 'unknown' }])
})

describe('a run that was killed in the middle of a flow', () => {
  const flow = [
    runStarted(facts),
    planned({
      plan_hash: 'a'.repeat(64),
      launch_seed: 'c'.repeat(32),
      nodes: ['web-1'],
      steps: [
        { id: 'answers', action: 'http_check', phase: 'before' },
        { id: 'stop', action: 'service_stop', phase: 'do' },
        { id: 'clean', action: 'clean', phase: 'do' },
        { id: 'answers', action: 'http_check', phase: 'after' },
        { id: 'clean', action: 'restore', phase: 'undo' },
        { id: 'stop', action: 'service_start', phase: 'undo' },
        { id: 'logs', action: 'logs', phase: 'evidence' },
      ],
    }),
  ]
  type Where = Partial<ReturnType<typeof at>> & { phase?: 'before' | 'undo'; iteration?: number }
  const on = (step: string, more: Where = {}) => ({ ...at('web-1', step), ...more })
  const no = {
    status: 'failed',
    executed: 'yes',
    fault: fault('plugin-error', 'it did not work'),
  } as const
  const ran = (step: string, more: Where, end: StepEnd) => [
    started(on(step, more)),
    ended(on(step, more), end),
  ]
  const shown = ({ nodes }: RunReport): string[] =>
    (nodes[0]?.steps ?? []).map(
      ({ id, action, phase = 'do', iteration = 1, status }) =>
        `${phase} ${id}#${iteration} ${action} ${status}`,
    )

  it('shows what was begun by phase and entry, and leaves out what was not', async () => {
    await journalled([
      ...flow,
      ...ran('answers', { phase: 'before' }, no),
      ...ran('stop', {}, good),
      ...ran('clean', {}, good),
      started(on('clean', { iteration: 2 })),
    ])
    const report = await recovered()
    expect(report.nodes[0]?.outcome).toBe('unknown')
    expect(shown(report)).toEqual([
      'before answers#1 http_check failed',
      'do stop#1 service_stop succeeded',
      'do clean#1 clean succeeded',
      'do clean#2 clean unknown',
    ])
  })

  it('takes half of an undo for a rollback that failed', async () => {
    await journalled([
      ...flow,
      ...ran('stop', {}, good),
      ...ran('clean', {}, no),
      ...ran('clean', { phase: 'undo' }, good),
    ])
    const report = await recovered()
    expect(report.nodes[0]?.outcome).toBe('rollback_failed')
    expect(shown(report).slice(2)).toEqual([
      'undo clean#1 restore succeeded',
      'undo stop#1 service_start not_run',
    ])
  })

  it('does not take a check before the steps for a failure', async () => {
    await journalled([...flow, ...ran('answers', { phase: 'before' }, no)])
    expect((await recovered()).nodes[0]?.outcome).toBe('cancelled')
  })
})
