import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ask } from '../../src/app/ask.ts'
import { ONLY, type Only, prepareResume } from '../../src/app/resume.ts'
import type { RunAnswer } from '../../src/app/run-options.ts'
import { type Host, systemHost } from '../../src/host.ts'
import { createRune } from '../../src/rune.ts'
import { type Ledger, makeLedger } from '../support/ledger.ts'
import { sshdNodes } from '../support/project.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'

const targets = { select: 'role=web', max: 5 }
const look = { id: 'healthy', uses: 'look', expect: '${{ output.healthy }}' }
const write = (text: string) => ({ id: text, uses: 'write', with: { text } })
const RUNBOOKS = {
  two: { targets, rollout: { concurrency: 1 }, steps: [write('a'), write('b')] },
  stops: {
    targets,
    rollout: { batches: [1], concurrency: 1 },
    steps: [write('a'), write('b')],
  },
  guarded: { targets, preflight: [look], steps: [write('a'), write('b')] },
  proves: { targets, verify: [look], steps: [write('a')] },
  undoes: {
    targets,
    steps: [
      { ...write('a'), undo: { uses: 'unwrite', with: { text: 'a' } } },
      { ...write('b'), 'on-failure': 'undo' as const },
    ],
  },
  once: {
    targets,
    rollout: { concurrency: 1 },
    steps: [
      { ...write('a') },
      { ...write('one'), once: true as const },
      { id: 'use', uses: 'write', with: { text: 'of ${{ steps.one.output.text }}' } },
    ],
  },
}

let count = 0
const fresh = (): string => `resume-${process.pid}-${Date.now()}-${count++}`

/** The record as it is when the run is killed after the first such event. */
function cut(record: string, last: (line: string) => boolean): void {
  const journal = join(record, 'events.ndjson')
  const events = readFileSync(journal, 'utf8').trimEnd().split('\n')
  writeFileSync(journal, `${events.slice(0, events.findIndex(last) + 1).join('\n')}\n`)
  for (const file of ['report.json', 'summary.md', 'attestation.json', 'errors.ndjson'])
    rmSync(join(record, file), { force: true })
}

/** Takes away what this account's state directory knows of launches whose key begins so. */
function forget(key: string): void {
  const home = process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local/state')
  const states = ['/var/lib/rune', join(home, 'rune')].filter((path) => existsSync(path))
  for (const state of states)
    for (const name of readdirSync(state)) {
      const meta = join(state, name, 'meta')
      if (existsSync(meta) && readFileSync(meta, 'utf8').includes(` ${encodeURIComponent(key)}`))
        rmSync(join(state, name), { recursive: true })
    }
}

async function resume(
  ledger: Ledger,
  record: string,
  only: readonly Only[] = ONLY,
  host: Host = systemHost,
): Promise<RunAnswer | string> {
  const told = (): void => {}
  const prepared = await prepareResume(
    createRune(host),
    { record, only },
    { trigger: 'cli', actor: 'bob' },
    {
      root: ledger.project.path,
      out: ledger.freshRecord(),
      signal: new AbortController().signal,
      progress: { planned() {}, nodeEnded() {}, counted() {}, lost() {} },
      told,
    },
  )
  if (prepared.kind === 'refused') return prepared.problem.message
  return ledger.run(prepared.ask, { resume: prepared.resume })
}

const outcomes = (answer: RunAnswer | string): Record<string, string> => {
  if (typeof answer === 'string') throw new Error(answer)
  return Object.fromEntries(answer.report.nodes.map(({ name, outcome }) => [name, outcome]))
}

const missing = sshdMissing()

describe.skipIf(missing !== undefined)(`a run that is gone on with ${missing ?? ''}`, () => {
  let sshd: TestSshd
  let ledger: Ledger
  beforeAll(async () => {
    sshd = await startSshd({ addresses: ['127.0.0.1', '127.0.0.2', '127.0.0.3'] })
    ledger = await makeLedger({
      nodes: sshdNodes(sshd, 'web', { role: 'web' }),
      runbooks: RUNBOOKS,
    })
  })
  afterAll(async () => {
    await ledger.cleanup()
    await sshd.stop()
  })

  const begin = async (
    runbook: string,
    broken: string,
    more: Partial<Ask> = { select: 'role=web' },
  ) => {
    const from = ledger.lines().length
    ledger.break(broken)
    const answer = await ledger.run({
      runbook,
      select: 'role=web',
      correlation_id: fresh(),
      ...more,
    })
    ledger.mend(broken)
    return { answer, record: String(answer.recordPath), lines: () => ledger.lines().slice(from) }
  }

  it('does nothing twice: what was done is answered by the node, what failed is tried anew', async () => {
    const { answer, record, lines } = await begin('two', 'web-2-b')
    expect(outcomes(answer)).toEqual({ 'web-1': 'done', 'web-2': 'failed', 'web-3': 'done' })
    const again = await resume(ledger, record)
    expect(outcomes(again)).toEqual({ 'web-1': 'done', 'web-2': 'done', 'web-3': 'done' })
    if (typeof again === 'string') throw new Error(again)
    expect(again.report).toMatchObject({
      status: 'good',
      correlation_id: answer.report.correlation_id,
      plan_hash: answer.report.plan_hash,
      actor: 'bob',
      resumes: { run_id: answer.report.run_id, first_started_at: answer.report.started_at },
    })
    expect(again.report.nodes.map(({ name, result_of }) => [name, result_of])).toEqual([
      ['web-2', undefined],
      ['web-1', answer.report.run_id],
      ['web-3', answer.report.run_id],
    ])
    expect(lines().toSorted()).toEqual(
      ['web-1 write a', 'web-1 write b', 'web-2 write a', 'web-2 write b', 'web-2 write b']
        .concat(['web-3 write a', 'web-3 write b'])
        .toSorted(),
    )
    expect(await resume(ledger, String(again.recordPath))).toContain('has no node that is')
  })

  it('goes on with nodes that were left untouched, and leaves the failed one as it is', async () => {
    const { answer, record, lines } = await begin('stops', 'web-1-b')
    expect(outcomes(answer)).toEqual({
      'web-1': 'failed',
      'web-2': 'untouched',
      'web-3': 'untouched',
    })
    const more = await resume(ledger, record, ['untouched'])
    expect(outcomes(more)).toEqual({ 'web-1': 'failed', 'web-2': 'done', 'web-3': 'done' })
    expect(typeof more === 'string' ? more : more.report.exit_status).toBe(4)
    const rest = await resume(ledger, String(typeof more === 'string' ? more : more.recordPath))
    expect(outcomes(rest)).toEqual({ 'web-1': 'done', 'web-2': 'done', 'web-3': 'done' })
    const twice = lines().filter((line, index, all) => all.indexOf(line) !== index)
    expect(twice).toEqual(['web-1 write b'])
  })

  it('asks checks anew, whatever they said before', async () => {
    const { answer, record, lines } = await begin('proves', 'sick-web-1', { nodes: ['web-1'] })
    expect(outcomes(answer)).toEqual({ 'web-1': 'not_fixed' })
    ledger.break('sick-web-1')
    const still = await resume(ledger, record)
    expect(outcomes(still)).toEqual({ 'web-1': 'not_fixed' })
    ledger.mend('sick-web-1')
    const well = await resume(ledger, record)
    expect(outcomes(well)).toEqual({ 'web-1': 'not_needed' })
    expect(lines().filter((line) => line === 'web-1 write a')).toHaveLength(1)
  })

  it('does not take a check that passed before for one that passes now', async () => {
    const { answer, record, lines } = await begin('guarded', 'web-1-b', { nodes: ['web-1'] })
    expect(outcomes(answer)).toEqual({ 'web-1': 'failed' })
    ledger.break('sick-web-1')
    const sick = await resume(ledger, record)
    ledger.mend('sick-web-1')
    expect(outcomes(sick)).toEqual({ 'web-1': 'failed' })
    expect(lines().filter((line) => line.includes('write'))).toEqual([
      'web-1 write a',
      'web-1 write b',
    ])
    expect(outcomes(await resume(ledger, record))).toEqual({ 'web-1': 'done' })
  })

  it('runs a step that was run once for all no second time, on whatever node', async () => {
    const { answer, record, lines } = await begin('once', 'web-1-a')
    expect(outcomes(answer)).toMatchObject({ 'web-1': 'failed', 'web-2': 'done' })
    const again = await resume(ledger, record)
    expect(outcomes(again)).toMatchObject({ 'web-1': 'done' })
    expect(lines().filter((line) => line.endsWith('write one'))).toEqual(['web-2 write one'])
    expect(lines()).toContain('web-1 write of one on web-2')
  })

  it('does not go on where it was rolled back', async () => {
    const { answer, record, lines } = await begin('undoes', 'web-1-b', { nodes: ['web-1'] })
    expect(outcomes(answer)).toEqual({ 'web-1': 'rolled_back' })
    const done = lines().length
    expect(await resume(ledger, record)).toContain('web-1 was rolled back')
    expect(lines()).toHaveLength(done)
  })

  it('does not start what was done where the node has forgotten it', async () => {
    const { answer, record, lines } = await begin('two', 'web-1-b', { nodes: ['web-1'] })
    forget(`${answer.report.correlation_id}/web-1/a/`)
    const again = await resume(ledger, record)
    expect(outcomes(again)).toEqual({ 'web-1': 'failed' })
    if (typeof again === 'string') throw new Error(again)
    const [step] = again.report.nodes[0]?.steps ?? []
    expect(step).toMatchObject({
      id: 'a',
      status: 'failed',
      executed: 'no',
      error: { kind: 'resume-refused' },
    })
    expect(step?.error?.message).toContain('would do it twice')
    expect(lines()).toEqual(['web-1 write a', 'web-1 write b'])
  })

  it('does not rely on a killed run for what an earlier one did', async () => {
    const { record, lines } = await begin('two', 'web-2-b')
    ledger.break('web-2-b')
    const second = await resume(ledger, record)
    ledger.mend('web-2-b')
    const killed = String(typeof second === 'string' ? second : second.recordPath)
    cut(killed, (line) => /"type":"started"/.test(line))
    expect(await resume(ledger, killed)).toContain('go on from there')
    expect(outcomes(await resume(ledger, record))).toMatchObject({ 'web-2': 'done' })
    expect(lines().filter((line) => line === 'web-2 write a')).toHaveLength(1)
  })

  it('asks first for what a killed run has left unknown', async () => {
    const { record, lines } = await begin('two', 'web-1-b', { nodes: ['web-1'] })
    cut(record, (line) => /"type":"started"/.test(line) && /"step":"b"/.test(line))
    const again = await resume(ledger, record, ['unknown'])
    expect(outcomes(again)).toEqual({ 'web-1': 'done' })
    expect(readFileSync(join(record, 'events.ndjson'), 'utf8')).toContain('"type":"collected"')
    expect(lines()).toEqual(['web-1 write a', 'web-1 write b', 'web-1 write b'])
  })

  it('is refused with the difference when the plan is another one', async () => {
    const { record } = await begin('two', 'web-1-a', { nodes: ['web-1'] })
    const book = {
      name: 'two',
      description: 'other',
      ...RUNBOOKS.two,
      steps: [write('a'), write('c')],
    }
    await ledger.project.write('runbooks/two.yaml', JSON.stringify(book))
    const refused = await resume(ledger, record)
    await ledger.project.write(
      'runbooks/two.yaml',
      JSON.stringify({ name: 'two', description: 'Test runbook two', ...RUNBOOKS.two }),
    )
    if (typeof refused === 'string') throw new Error(refused)
    expect(refused.report).toMatchObject({ status: 'refused', nodes: [] })
    const [problem] = refused.report.problems
    expect(problem?.kind).toBe('plan-changed')
    expect(problem?.message).toContain('step b is gone')
    expect(problem?.message).toContain('step c is new')
  })

  it('is refused when nodes may have forgotten what was done', async () => {
    const { record } = await begin('two', 'web-1-a', { nodes: ['web-1'] })
    const later = { ...systemHost, now: () => new Date(Date.now() + 6.1 * 864e5).toISOString() }
    expect(await resume(ledger, record, ONLY, later)).toContain('too late')
  })
})
