/** Kills `rune run` in every phase and at random instants, collects what it left, and holds all answers against the ledger. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { BenchNode } from '../bench/nodes.ts'
import type { TestProject } from '../test/support/project.ts'
import { startCli } from './cli-process.ts'
import { awaitInstant, type Instant, instantAt, instantText } from './instants.ts'
import { makeKillProject, RUNBOOK } from './kill-project.ts'
import { makeLedger } from './ledger.ts'
import { orphansAfter } from './orphans.ts'
import type { Random } from './random.ts'
import {
  judgeNothing,
  judgeRecord,
  judgeReport,
  type ReportOracle,
  reportIn,
} from './report-oracle.ts'
import { inLanes, type Tally } from './tally.ts'

export interface KillSweep {
  readonly cli: string
  readonly nodes: readonly BenchNode[]
  readonly prefix: string
  readonly folder: string
  readonly random: Random
  readonly tally: Tally
  readonly kills: number
  /** By performance.now(): no new kill after it. */
  readonly until: number
}

const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGKILL'] as const
/** GitHub kills 7.5 s after SIGINT. */
const CANCEL_MS = 7_000
const ORPHANS_MS = 10_000
/** Processes of two trials at once, so that the machine is busy and every wait differs. */
const LANES = 3

interface Trial {
  readonly name: string
  readonly signal: (typeof SIGNALS)[number]
  readonly instant: Instant
  /** Before somebody comes to collect. */
  readonly pauseMs: number
  readonly stop: boolean
}

export async function sweepKills(sweep: KillSweep): Promise<void> {
  const { random } = sweep
  const project = await makeKillProject(sweep.nodes)
  try {
    const wholeMs = await measure(sweep, project)
    const trials = Array.from(
      { length: sweep.kills },
      (_, i): Trial => ({
        name: `kill-${i}`,
        // 22 instants go round; a step that shares no factor with them meets each with each signal.
        signal: SIGNALS[Math.floor(i / 2 + i / 22) % SIGNALS.length] ?? 'SIGKILL',
        instant: instantAt(i, wholeMs, random),
        pauseMs: random.between(0, 2) * random.between(0, 600),
        stop: random.next() < 0.7,
      }),
    )
    await inLanes(trials, LANES, (trial) => oneKill(sweep, project, trial), sweep.until)
  } finally {
    await project.cleanup()
  }
}

/** How long a run takes that nobody kills. */
async function measure(sweep: KillSweep, project: TestProject): Promise<number> {
  const began = performance.now()
  const instant: Instant = { kind: 'after', ms: 60_000 }
  const ended = await start(sweep, project, {
    name: 'unharmed',
    signal: 'SIGTERM',
    instant,
    pauseMs: 0,
    stop: false,
  })
  const { status, stderr } = await ended.process.ended
  if (status !== 0) throw new Error(`a run that nobody killed ended with ${status}:\n${stderr}`)
  return performance.now() - began
}

async function start({ cli, folder, prefix }: KillSweep, project: TestProject, { name }: Trial) {
  const record = join(folder, `record-${name}`)
  const ledger = await makeLedger(join(folder, `ledger-${name}`))
  const correlationId = `${prefix}-${name}`
  const args = ['run', RUNBOOK, '--root', project.path, '--out', record, '--json']
  const process = startCli(cli, [
    ...args,
    ...['--param', `ledger=${ledger.file}`, '--correlation-id', correlationId],
  ])
  return { record, ledger, correlationId, process }
}

async function oneKill(sweep: KillSweep, project: TestProject, trial: Trial): Promise<void> {
  const { tally, nodes, cli } = sweep
  const { signal, instant } = trial
  const { record, ledger, correlationId, process } = await start(sweep, project, trial)
  await awaitInstant(instant, record, process.over)
  const late = process.over()
  process.kill(signal)
  const killedAt = performance.now()
  const run = await process.ended
  const tookMs = Math.round(performance.now() - killedAt)
  const oracle = async (what: string, final: boolean): Promise<ReportOracle> => ({
    tally,
    where: `${what} of ${correlationId}, ${signal} at ${instantText(instant)}`,
    correlationId,
    nodes: nodes.map(({ name }) => name),
    marks: await ledger.read(),
    final,
  })
  tally.count(late ? 'kills that came after the end' : `kills: ${signal}`)

  const own = await oracle('run', false)
  if (signal !== 'SIGKILL' && tookMs > CANCEL_MS) tally.broke('late', own.where, `${tookMs} ms`)
  const said = reportIn(own, run)
  // A signal that comes when all is said changes no answer.
  if (said !== undefined)
    judgeReport(own, said, run.signal === null ? run.status : said.exit_status)
  // A process that took the signal itself has closed its record; one that died of it has none, or one to be collected.
  if (run.signal === null && existsSync(record)) await judgeRecord(own, record)

  await delay(trial.pauseMs)
  const args = [
    'collect',
    record,
    '--root',
    project.path,
    '--json',
    ...(trial.stop ? ['--stop'] : []),
  ]
  const collected = await startCli(cli, args).ended
  const orphans = await orphansAfter(`${correlationId}/`, ORPHANS_MS)
  const after = await oracle(trial.stop ? 'collect --stop' : 'collect', true)
  if (orphans.length > 0) tally.broke('orphan', after.where, `pids ${orphans.join(', ')}`)
  const report = reportIn(after, collected)
  if (report === undefined) {
    tally.count('killed before there was a plan')
    judgeNothing(after, collected)
    return
  }
  judgeReport(after, report, collected.status)
  await judgeRecord(after, record)
  for (const step of report.nodes.flatMap((node) => node.steps))
    tally.count(`steps of killed runs: executed ${step.executed}`)
}
