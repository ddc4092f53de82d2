import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { Plan, RecordEvent, RunReport } from '../../src/protocol/types.gen.ts'
import { auditRecord } from '../../src/record/audit.ts'
import { type CliResult, rune } from '../support/cli.ts'
import { makeProject, sshdNodes, type TestProject } from '../support/project.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'

const missing = sshdMissing()
const LIBRARY = 'source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\n'
const text = { type: 'string', maxLength: 200 } as const

describe.skipIf(missing)(`rune collect ${missing ?? ''}`, () => {
  let sshd: TestSshd
  let project: TestProject
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rune-collect-'))
    sshd = await startSshd({ addresses: ['127.0.0.1', '127.0.0.2'] })
    const work = (seconds: number, more = {}) => ({
      description: 'Writes to the ledger, works, and writes again',
      run: `work${seconds}.sh`,
      effect: 'change' as const,
      timeout: '60s',
      input: { ledger: text },
      output: { said: { ...text, required: true } },
      ...more,
    })
    const script = (seconds: number): string =>
      `${LIBRARY}echo begun >>"$(rune_param ledger)"\nsleep ${seconds}\necho done >>"$(rune_param ledger)"\nrune_out said "ünï"\nrune_finish ok\n`
    project = await makeProject({
      nodes: sshdNodes(sshd, 'web', { role: 'web' }),
      modules: {
        work: {
          manifest: { actions: { short: work(2), long: work(120), last: work(0) } },
          files: { 'work2.sh': script(2), 'work120.sh': script(120), 'work0.sh': script(0) },
        },
      },
      runbooks: {
        short: runbookOf('short', 'last'),
        long: runbookOf('long', 'last'),
      },
    })
  })
  afterAll(async () => {
    await project.cleanup()
    await sshd.stop()
    await rm(folder, { recursive: true, force: true })
  })

  function runbookOf(...actions: string[]) {
    return {
      inputs: { ledger: { ...text, required: true } },
      targets: { select: 'role=web', max: 10 },
      steps: actions.map((uses) => ({ uses, with: { ledger: '${{ inputs.ledger }}' } })),
    }
  }

  const at = (...args: string[]): Promise<CliResult> => rune([...args, '--root', project.path])
  const linesOf = (file: string): string[] =>
    existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  const begunIn = (file: string): number => linesOf(file).filter((line) => line === 'begun').length
  const reportOf = ({ stdout }: CliResult): RunReport => {
    const report = JSON.parse(stdout) as RunReport
    expect(issuesOf('report', report)).toEqual([])
    return report
  }
  const stepsOf = (report: RunReport, node: string) =>
    report.nodes
      .find(({ name }) => name === node)
      ?.steps.map(({ status, executed }) => `${status} ${executed}`)

  let runs = 0
  /** Starts a run and kills it without warning when its plugins have begun on both nodes. */
  async function killedRun(runbook: string): Promise<{ record: string; ledger: string }> {
    runs += 1
    const record = join(folder, `record-${runs}`)
    const ledger = join(folder, `ledger-${runs}`)
    let kill: ((signal: NodeJS.Signals) => void) | undefined
    const running = rune(
      ['run', runbook, '--param', `ledger=${ledger}`, '--out', record, '--root', project.path],
      {
        onStderr: (stop) => {
          kill = stop
        },
      },
    )
    await expect.poll(() => begunIn(ledger), { timeout: 20_000 }).toBe(2)
    kill?.('SIGKILL')
    expect((await running).status).toBeNull()
    return { record, ledger }
  }

  it('gives the real results of a run that was killed, and starts nothing again', async () => {
    const { record, ledger } = await killedRun('short')
    const answer = await at('collect', record, '--json')
    const report = reportOf(answer)
    expect(stepsOf(report, 'web-1')).toEqual(['succeeded yes', 'not_run no'])
    expect(stepsOf(report, 'web-2')).toEqual(['succeeded yes', 'not_run no'])
    expect(report.nodes[0]?.steps[0]?.output).toEqual({ said: 'ünï', message: 'ok' })
    expect(report.counts).toMatchObject({ unknown: 0, cancelled: 2 })
    expect(answer.status).toBe(6)
    expect(linesOf(ledger).toSorted()).toEqual(['begun', 'begun', 'done', 'done'])
    expect(await auditRecord(record)).toMatchObject({ flaws: [], state: 'collected' })
    // A second look asks no node for what is known, and seals what never began.
    const again = reportOf(await at('collect', record, '--json'))
    expect(stepsOf(again, 'web-1')).toEqual(['succeeded yes', 'not_run no'])
    expect(linesOf(ledger)).toHaveLength(4)
  })

  it('stops what still runs when it is told to', async () => {
    const { record, ledger } = await killedRun('long')
    const began = performance.now()
    const answer = await at('collect', record, '--stop', '--json')
    expect(performance.now() - began).toBeLessThan(10_000)
    const report = reportOf(answer)
    for (const node of ['web-1', 'web-2'])
      expect(stepsOf(report, node)).toEqual(['cancelled yes', 'not_run no'])
    expect(linesOf(ledger)).toEqual(['begun', 'begun'])
    expect(await auditRecord(record)).toMatchObject({ flaws: [], state: 'collected' })
  })

  it('keeps it unknown while it runs and nobody waits, and knows it later', async () => {
    const { record } = await killedRun('short')
    const first = await at('collect', record, '--wait', '1s', '--json')
    const status = reportOf(first).status
    expect(['unknown', 'cancelled']).toContain(status)
    await delay(2_500)
    const report = reportOf(await at('collect', record, '--json'))
    expect(stepsOf(report, 'web-1')?.[0]).toBe('succeeded yes')
  })

  it('closes a lost runner from its plan and correlation id alone, as results of another launch', async () => {
    const { record, ledger } = await killedRun('short')
    const first = JSON.parse(
      readFileSync(join(record, 'events.ndjson'), 'utf8').split('\n')[0] ?? '',
    ) as RecordEvent
    const plan = join(folder, 'lost-plan.json')
    renameSync(join(record, 'plan.json'), plan)
    rmSync(record, { recursive: true })
    const key = String(first.data?.['correlation_id'])
    const out = join(folder, 'lost')
    const answer = await at('collect', '--key', key, '--plan', plan, '--out', out, '--json')
    const report = reportOf(answer)
    // The first step is known. Of the second one the node knew nothing, and nobody can tell whether it was sent.
    expect(stepsOf(report, 'web-1')).toEqual(['succeeded yes', 'unknown unknown'])
    expect(report.nodes[0]?.steps[0]?.replay_of).toMatch(/^[0-9a-f]{32}$/)
    expect(answer.status).toBe(5)
    expect(linesOf(ledger).filter((line) => line === 'begun')).toHaveLength(2)
  })

  it('closes a lost runner from its intent artifact, as its own results', async () => {
    const { record } = await killedRun('short')
    const intent = join(folder, 'intent')
    mkdirSync(intent)
    cpSync(join(record, 'plan.json'), join(intent, 'plan.json'))
    const events = readFileSync(join(record, 'events.ndjson'), 'utf8').split('\n')
    const begun = events.findIndex((line) => line.includes('"type":"started"'))
    writeFileSync(join(intent, 'intent.ndjson'), `${events.slice(0, begun).join('\n')}\n`)
    const answer = await at('collect', intent, '--out', join(folder, 'from-intent'), '--json')
    const report = reportOf(answer)
    expect(stepsOf(report, 'web-1')?.[0]).toBe('succeeded yes')
    expect(report.nodes[0]?.steps[0]?.replay_of).toBeUndefined()
  })

  it('says that nothing was left open, and asks no node', async () => {
    const record = join(folder, 'complete')
    const ledger = join(folder, 'complete-ledger')
    await at('run', 'short', '--param', `ledger=${ledger}`, '--out', record)
    const before = sshd.connections()
    const { status, stderr } = await at('collect', record)
    expect(stderr).toContain('nothing was left open')
    expect(status).toBe(0)
    expect(sshd.connections()).toBe(before)
  })

  /** A complete run's record as it would be, had the run been killed before the last event of this type. */
  async function cutBefore(type: string): Promise<string> {
    runs += 1
    const record = join(folder, `cut-${runs}`)
    const ledger = join(folder, `cut-ledger-${runs}`)
    await at('run', 'short', '--param', `ledger=${ledger}`, '--out', record)
    const events = join(record, 'events.ndjson')
    const lines = readFileSync(events, 'utf8').split('\n')
    const last = lines.findLastIndex((line) => line.includes(`"type":"${type}"`))
    writeFileSync(events, `${lines.slice(0, last).join('\n')}\n`)
    rmSync(join(record, 'report.json'))
    rmSync(join(record, 'summary.md'))
    return record
  }

  it('closes the record of a run that was killed when all of its steps had ended', async () => {
    const record = await cutBefore('run-ended')
    const before = sshd.connections()
    const report = reportOf(await at('collect', record, '--json'))
    expect(stepsOf(report, 'web-1')).toEqual(['succeeded yes', 'succeeded yes'])
    expect(sshd.connections()).toBe(before)
    expect(await auditRecord(record)).toMatchObject({ flaws: [], state: 'collected' })
  })

  it('names the files that a killed run had written and not yet named', async () => {
    const record = await cutBefore('ended')
    writeFileSync(join(record, 'nodes/web-1/.last.1.json.tmp'), '{"half')
    const report = reportOf(await at('collect', record, '--json'))
    for (const node of ['web-1', 'web-2'])
      expect(stepsOf(report, node)).toEqual(['succeeded yes', 'succeeded yes'])
    expect(await auditRecord(record)).toMatchObject({ flaws: [], state: 'collected' })
    expect(existsSync(join(record, 'nodes/web-1/.last.1.json.tmp'))).toBe(false)
  })

  it('goes on with no record that was changed', async () => {
    const { record } = await killedRun('short')
    const file = join(record, 'plan.json')
    const plan = JSON.parse(readFileSync(file, 'utf8')) as Plan
    writeFileSync(file, JSON.stringify({ ...plan, concurrency: 7 }))
    const changed = await at('collect', record)
    expect(changed).toMatchObject({ status: 1, stdout: '' })
    expect(changed.stderr).toContain('plan.json has the hash')
    const events = join(record, 'events.ndjson')
    writeFileSync(events, readFileSync(events, 'utf8').replace('prepared', 'prepareD'))
    expect((await at('collect', record)).stderr).toMatch(/events\.ndjson, line \d+/)
  })

  it('leaves the record of a run alone that is still going on', async () => {
    const record = join(folder, 'live')
    const ledger = join(folder, 'live-ledger')
    const args = ['run', 'short', '--param', `ledger=${ledger}`, '--out', record]
    const running = at(...args)
    await expect.poll(() => begunIn(ledger), { timeout: 20_000 }).toBe(2)
    const collected = await at('collect', record)
    expect(collected.stderr).toMatch(/process \d+ is still writing it/)
    expect(collected.status).toBe(1)
    expect((await running).status).toBe(0)
    expect(await auditRecord(record)).toMatchObject({ flaws: [], state: 'finished' })
  })

  it('asks for what it needs', async () => {
    expect((await at('collect')).stderr).toContain('--key')
    expect((await at('collect', 'x', '--wait', 'soon')).stderr).toContain('30s')
    expect((await at('collect', 'nowhere')).stderr).toContain('cannot be collected')
  })
})
