/** `collect`: closes what a run has left open, from its record; asks the nodes and never starts anything. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDuration } from '../document/duration.ts'
import { type AnswerData, reportOf } from '../lom/answer-data.ts'
import { type CollectInit, collectRequest } from '../lom/collect-request.ts'
import { judgedLater, withCollected } from '../lom/collected.ts'
import { refuseCollect } from '../lom/judge-collect.ts'
import { type FlowEvent, isFinished, type OpenLaunch, openLaunches } from '../lom/open-launches.ts'
import { countNodes, runStatus } from '../lom/outcome.ts'
import type { Teams } from '../lom/policy/who.ts'
import type { Given, Project } from '../lom/project.ts'
import { fault } from '../protocol/errors.ts'
import type { Plan, Problem, ReportNode, ReportStep, RunReport } from '../protocol/types.gen.ts'
import { attestRecord } from '../record/attest.ts'
import { collected, collectRequested, type RunFacts, runEnded } from '../record/events.ts'
import { type RunRecord, reopenRecord } from '../record/folder.ts'
import { type Reread, rereadRecord } from '../record/reread.ts'
import { unnamedFiles } from '../record/verify-folder.ts'
import { reportSummary } from '../report/summary.ts'
import { nodeResultText } from '../report/text.ts'
import type { Rune } from '../rune.ts'
import { openProject } from './project.ts'
import { type LoginOptions, reachableNodes } from './reach.ts'
import { readReport } from './report.ts'
import { faultIn } from './run-log.ts'
import { problemOf } from './run-report.ts'
import { plannedOutputCheckOf } from './runnable.ts'
import { type GivenSecrets, secretNamesOf, secretsWith } from './secrets.ts'

export interface CollectOptions extends LoginOptions, Given {
  /** The project's folder, absolute: the nodes' addresses and keys come from its inventory. */
  readonly root: string
  /** The record, absolute. It is gone on with: events are added, report and summary written anew. */
  readonly record: string
  /** `stop` also ends what still runs. */
  readonly what: 'result' | 'stop'
  /** Who asks: for the policy, and for the record. */
  readonly actor: string
  /** Left out: not known here, and then nobody is in a team. */
  readonly teams?: Teams
  /** It is the end of a run of this very job, which was admitted. */
  readonly own?: boolean
  /** How long to follow what still runs, such as 30s; left out, as long as the step's own time limit. */
  readonly wait?: string
  readonly signal: AbortSignal
  readonly secrets?: GivenSecrets
  readonly told: (text: string) => void
}

export type CollectAnswer =
  | { readonly kind: 'unusable'; readonly problem: Problem }
  /** By the policy: no node was asked, and the record is as it was. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'report'
      readonly report: RunReport
      /** How many launches were asked for; none: the record was complete. */
      readonly asked: number
      readonly recordHead: string
    }

/** Never throws for an operational ending, but for a record that cannot be written: RuneError `audit-write`. */
export async function collectRecord(rune: Rune, options: CollectOptions): Promise<CollectAnswer> {
  const { record: path } = options
  const unusable = (reason: string): CollectAnswer => ({
    kind: 'unusable',
    problem: problemOf(fault('record-invalid', `${path} cannot be collected: ${reason}`)),
  })
  const waitMs = options.wait === undefined ? undefined : parseDuration(options.wait)
  if (options.wait !== undefined && waitMs === undefined) {
    const message = `${JSON.stringify(options.wait)} is not a duration such as 30s`
    return { kind: 'unusable', problem: problemOf(fault('request-invalid', message)) }
  }
  const reread = await rereadRecord(path)
  if (reread.kind === 'unusable') return unusable(reread.reason)
  const known = await readReport(path)
  if (known.kind === 'none') return unusable(known.problem.message)
  const open = openLaunches(reread.plan, reread.events, reread.partial)
  if (open.length === 0 && isFinished(reread.events)) {
    const recordHead = reread.whole.head.sha256
    return { kind: 'report', report: known.report, asked: 0, recordHead }
  }
  const project = await openProject(options.root, options)
  const problems = refuseCollect(project.policy, {
    ...options,
    plan: planOfOpen(reread, open, project),
  })
  if (problems.length > 0) return { kind: 'refused', problems }
  const record = await reopenRecord(
    path,
    { runId: known.report.run_id, now: () => rune.host.now() },
    reread.whole,
  )
  try {
    const collecting = new Collecting(rune, { ...options, waitMs, project }, reread, record)
    const report = await collecting.close(open, known.report)
    const recordHead = record.journal.head().sha256
    return { kind: 'report', report, asked: open.length, recordHead }
  } finally {
    await record.close()
  }
}

/** The plan as far as somebody goes back to it; its nodes are what the inventory says now, which is what is connected to. */
function planOfOpen({ plan }: Reread, open: readonly OpenLaunch[], { inventory }: Project): Plan {
  const names = new Set(open.map(({ node }) => node))
  const nodes = plan.nodes.flatMap((node) => {
    const known = names.has(node.name) ? inventory.nodes.get(node.name) : undefined
    return known ? [{ ...node, transport: known.transport, labels: { ...known.labels } }] : []
  })
  return { ...plan, nodes }
}

type CollectingOptions = CollectOptions & {
  readonly waitMs: number | undefined
  readonly project: Project
}

/** One visit to the nodes of a record. */
class Collecting {
  readonly #rune: Rune
  readonly #options: CollectingOptions
  readonly #reread: Reread
  readonly #record: RunRecord

  constructor(rune: Rune, options: CollectingOptions, reread: Reread, record: RunRecord) {
    this.#rune = rune
    this.#options = options
    this.#reread = reread
    this.#record = record
  }

  /** Asks for every open launch, all nodes at the same time; the record is written before the node may forget. */
  async close(open: readonly OpenLaunch[], known: RunReport): Promise<RunReport> {
    const { plan, events } = this.#reread
    const { what, actor, project, signal } = this.#options
    const found = await unnamedFiles(this.#record.path, events)
    await this.#record.journal.append(collectRequested(what, actor, found))
    const reached = await reachableNodes(reachable(plan, project), project, this.#options)
    const lmm = this.#rune.collect({
      nodes: reached,
      outputCheck: (action) => plannedOutputCheckOf(project, plan, action),
      secrets: secretsWith(this.#options.secrets, reached),
      secretNames: secretNamesOf(plan),
    })
    const facts = events[0]?.data as unknown as RunFacts
    const init = (launch: OpenLaunch): CollectInit => ({
      host: this.#rune.host,
      trace: { traceId: this.#rune.host.hex(16), spanId: this.#rune.host.hex(8) },
      runId: known.run_id,
      correlationId: facts.correlation_id,
      planHash: this.#reread.planHash,
      launchSeed: this.#reread.launchSeed,
      what,
      waitMs: this.#options.waitMs ?? launch.step.timeout_ms + 10_000,
    })
    let nodes: readonly ReportNode[] = known.nodes
    const collectOne = async (launch: OpenLaunch): Promise<FlowEvent> => {
      const asked = init(launch)
      const answer = await lmm.ask(collectRequest(asked, launch), signal)
      const step = judgedLater(
        { plan, runId: asked.runId, correlationId: asked.correlationId },
        launch,
        stepOf(launch, answer.result.payload.data as unknown as AnswerData),
      )
      const { stored, event } = await this.#keep(launch, step, answer.record, answer.stderr)
      answer.acknowledge?.()
      // A further attempt that was never made says nothing of the one before it.
      if (launch.attempt > 1 && stored.executed === 'no') return event
      nodes = nodes.map((node) =>
        node.name === launch.node ? withCollected(node, stored, plan) : node,
      )
      return event
    }
    try {
      await Promise.all(
        plan.nodes.map(async ({ name }) => {
          const waiting = open.filter(({ node }) => node === name)
          const learned: FlowEvent[] = []
          for (let launch = waiting.shift(); launch; launch = waiting.shift()) {
            learned.push(await collectOne(launch))
            if (this.#reread.partial) waiting.push(...this.#next(name, learned))
          }
          const node = nodes.find((one) => one.name === name)
          if (learned.length > 0 && node !== undefined) this.#options.told(nodeResultText(node))
        }),
      )
    } finally {
      await lmm.close()
    }
    return this.#report(known, nodes)
  }

  /** A journal that was there says itself how far the node came; without it the next launch may have been started too. */
  #next(node: string, learned: readonly FlowEvent[]): OpenLaunch[] {
    const { plan, partial, events } = this.#reread
    if (learned.at(-1)?.executed === 'unknown') return []
    const own = { ...plan, nodes: plan.nodes.filter(({ name }) => name === node) }
    return openLaunches(own, [...events, ...learned], partial)
  }

  async #keep(
    { node, phase, iteration, attempt }: OpenLaunch,
    step: ReportStep,
    messages: Parameters<RunRecord['writeStep']>[1],
    stderr: string | undefined,
  ): Promise<{ readonly stored: ReportStep; readonly event: FlowEvent }> {
    const n = await this.#freePlace(node, step.id)
    const files = await this.#record.writeStep({ node, step: step.id, n }, messages, stderr)
    const { status, executed } = step
    const event = collected(
      { node, step: step.id, phase, iteration, attempt },
      { status, executed, ...faultIn(step), ...files },
    )
    await this.#record.journal.append(event)
    const stored = {
      ...step,
      record: files.record.path,
      ...(files.stderr === undefined ? {} : { stderr: files.stderr.path }),
    }
    return { stored, event }
  }

  /** The files of earlier attempts and looks stay as they are. */
  async #freePlace(node: string, step: string): Promise<number> {
    const names = await readdir(join(this.#record.path, 'nodes', node)).catch(() => [])
    const taken = new Set<string>(names)
    let n = 1
    while (taken.has(`${step}.${n}.json`)) n += 1
    return n
  }

  async #report(known: RunReport, nodes: readonly ReportNode[]): Promise<RunReport> {
    const still = nodes.filter(({ outcome }) => outcome === 'unknown')
    const report: RunReport = {
      ...known,
      ...runStatus(nodes, false),
      counts: countNodes(nodes),
      nodes: [...nodes.filter(({ good }) => !good), ...nodes.filter(({ good }) => good)],
      // What was not known when the run ended is answered now, or is a problem still.
      problems: known.problems.filter(({ kind }) => kind !== 'outcome-unknown' || still.length > 0),
      finished_at: this.#rune.host.now(),
      record: this.#record.path,
    }
    const files = [
      await this.#record.writeReport(report),
      await this.#record.writeSummary(reportSummary(report, {})),
    ]
    await this.#record.journal.append(runEnded(report, files))
    await attestRecord(this.#record.path, { state: 'collected', report })
    return report
  }
}

/** A node that has left the inventory cannot be asked; the others can. */
function reachable(plan: Plan, project: Project): Plan {
  return { ...plan, nodes: plan.nodes.filter(({ name }) => project.inventory.nodes.has(name)) }
}

function stepOf({ step, phase, iteration, attempt }: OpenLaunch, data: AnswerData): ReportStep {
  const { error, ...known } = reportOf(data)
  const { executed } = known
  return {
    id: step.id,
    action: step.action,
    ...(phase === 'do' ? {} : { phase }),
    ...('for_each' in step || iteration > 1 ? { iteration } : {}),
    attempt,
    ...known,
    // What was never told to start has not failed: it was not run, and it will not be.
    ...(known.status === 'failed' && executed === 'no' ? { status: 'not_run' as const } : {}),
    ...(data.duration_ms === undefined ? {} : { duration_ms: data.duration_ms }),
    ...(error === undefined || executed === 'no' ? {} : { error }),
  }
}
