/** Carries a plan out that has a record: plan and events on disk, rollout, report last. */

import { checkNodes } from '../lom/check.ts'
import type { AskLmm, NodeRunInit } from '../lom/node-run.ts'
import { callsOf, plannedLaunches, plannedSteps } from '../lom/plan-calls.ts'
import { planFiles } from '../lom/plan-files.ts'
import type { Facts } from '../lom/policy.ts'
import type { Project } from '../lom/project.ts'
import { registrations } from '../lom/registrations.ts'
import { type Rollout, rollout } from '../lom/rollout.ts'
import type { Trace } from '../protocol/envelope.ts'
import { type Fault, fault } from '../protocol/errors.ts'
import type { Plan, Problem, ReportNode, Request, RunReport } from '../protocol/types.gen.ts'
import { attestRecord } from '../record/attest.ts'
import { cancelRequested, nodeKept, planned, prepared, runEnded } from '../record/events.ts'
import type { RunRecord } from '../record/folder.ts'
import { jsonLine } from '../report/encode.ts'
import { reportSummary } from '../report/summary.ts'
import type { Rune } from '../rune.ts'
import type { Node } from '../transport/transport.ts'
import { writeIntent } from './intent.ts'
import { watchPolicy } from './policy-watch.ts'
import { reachableNodes } from './reach.ts'
import type { Resume } from './resume.ts'
import { type RunErrors, runErrors } from './run-errors.ts'
import { faultOf, runLog } from './run-log.ts'
import { messagePlace, type RunMessages, runMessages } from './run-messages.ts'
import type { RunAnswer, RunOptions } from './run-options.ts'
import { problemOf, type ReportInit } from './run-report.ts'
import { inputCheckOf, runnableOf } from './runnable.ts'
import { secretsWith } from './secrets.ts'

export type Ending = Partial<ReportInit> & Pick<ReportInit, 'problems'>

export interface RunInit {
  readonly runId: string
  readonly request: Request
  readonly project: Project
  readonly plan: Plan
  readonly planHash: string
  /** By which the policy allowed it. */
  readonly admitted: Facts
  readonly options: RunOptions
  readonly record: RunRecord
}

/** One run that has a record. */
export class RecordedRun {
  readonly #rune: Rune
  readonly #init: RunInit
  readonly #messages: RunMessages
  readonly #lost: Fault[] = []
  readonly #trace: Trace
  readonly #errors: RunErrors
  readonly #launchSeed: string

  constructor(rune: Rune, init: RunInit) {
    this.#rune = rune
    this.#messages = runMessages(init.plan.nodes.length * plannedLaunches(init.plan).length)
    this.#launchSeed = rune.host.hex(16)
    this.#init = init
    this.#trace = { traceId: rune.host.hex(16), spanId: rune.host.hex(8) }
    this.#errors = runErrors({
      host: rune.host,
      trace: this.#trace,
      correlationId: init.request.correlation_id,
      eps: (node, step) => this.#messages.takeError(messagePlace({ ...step, node, step: step.id })),
      counted: (text) => init.options.progress.counted(text),
    })
  }

  async carryOut(): Promise<Ending> {
    const { record, options, project, plan, planHash } = this.#init
    try {
      const nodes = await reachableNodes(plan, project, options)
      options.progress.planned(plan, planHash)
      await this.#writePlan()
      this.#rune.host.fault?.('planned')
      if (this.#init.request.check) return await this.#rollout(nodes)
      for (const node of options.resume?.kept ?? [])
        await record.journal.append(nodeKept(node.name, node))
      await Promise.all(
        this.#own().nodes.flatMap((node) =>
          plannedLaunches(plan).map(({ phase, step }) =>
            record.journal.append(prepared({ node: node.name, step: step.id, phase, attempt: 1 })),
          ),
        ),
      )
      this.#rune.host.fault?.('prepared')
      if (options.keepIntent && plan.effect !== 'read')
        await options.keepIntent(await writeIntent(record.path), this.#init.runId)
      return await this.#rollout(nodes)
    } catch (caught) {
      return { verdict: 'error', problems: [problemOf(faultOf(caught))] }
    }
  }

  /** The plan on the nodes that this run is for. */
  #own(): Plan {
    const { plan, options } = this.#init
    const { resume } = options
    if (resume === undefined) return plan
    return { ...plan, nodes: plan.nodes.filter(({ name }) => resume.nodes.has(name)) }
  }

  async #writePlan(): Promise<void> {
    const { record, project, request, plan, planHash } = this.#init
    const files = [
      await record.writePlan(plan),
      await record.writeRegistry(
        registrations(
          project.registry,
          project.committedAt ?? request.received_at,
          new Set(callsOf(plan).map(({ action }) => action)),
        ),
      ),
    ]
    await record.journal.append(
      planned(
        {
          plan_hash: planHash,
          launch_seed: this.#launchSeed,
          nodes: plan.nodes.map(({ name }) => name),
          steps: request.check ? [] : plannedSteps(plan),
          sources: planFiles(plan, project.files),
        },
        files,
      ),
    )
  }

  async #rollout(nodes: ReadonlyMap<string, Node>): Promise<Ending> {
    const { runId, request, project, planHash, admitted, options, record } = this.#init
    const { signal, progress, resume } = options
    const own = this.#own()
    const lmm = this.#rune.connect({
      nodes,
      action: (name) => runnableOf(project, name),
      secrets: secretsWith(options.secrets, nodes),
    })
    const ask: AskLmm = async (message, stop, journal) => {
      const answer = await lmm.ask(message, stop, journal)
      this.#messages.keep(messagePlace(message.payload.data), answer.record)
      return answer
    }
    const log = runLog({
      record,
      host: this.#rune.host,
      lost: (place, value, problem) => {
        this.#lost.push(problem)
        progress.lost(place, jsonLine(value))
      },
    })
    const cancelled = (): void => {
      // The stop itself must not wait for the disk; a journal that refuses it shows in the report.
      record.journal
        .append(cancelRequested(String(signal.reason ?? 'cancelled')))
        .catch((caught) => this.#lost.push(faultOf(caught)))
    }
    signal.addEventListener('abort', cancelled, { once: true })
    let done = 0
    try {
      const init: NodeRunInit = {
        host: this.#rune.host,
        plan: own,
        planHash,
        runId,
        launchSeed: this.#launchSeed,
        correlationId: request.correlation_id,
        again: request.again ?? false,
        ...(resume === undefined ? {} : { resumed: resume.resumed }),
        trace: this.#trace,
        actor: request.actor,
        ask,
        log,
        inputCheck: (name) => inputCheckOf(project, name),
        ...watchPolicy({ host: this.#rune.host, plan: own, admitted, record, ...options }),
      }
      const ended = (node: ReportNode): void => {
        lmm.leave(node.name)
        done += 1
        const text = this.#errors.tell(node)
        if (text !== undefined) progress.nodeEnded(node, done, own.nodes.length, text)
      }
      const { nodes: results, stopped }: Rollout = request.check
        ? { nodes: await checkNodes(init, signal, ended) }
        : await rollout(init, signal, ended)
      const lost = this.#lost.slice(0, 1)
      return {
        nodes: [...results, ...(resume?.kept ?? [])].sort(
          (a, b) => Number(a.good) - Number(b.good),
        ),
        cancelled: signal.aborted,
        problems: [...(stopped === undefined ? [] : [stopped]), ...notResumed(resume), ...lost].map(
          problemOf,
        ),
        ...(lost.length === 0 ? {} : { verdict: 'error' as const }),
      }
    } finally {
      signal.removeEventListener('abort', cancelled)
      this.#errors.close()
      await lmm.close()
    }
  }

  /** Writes the report last, so that a folder with one is a finished run. */
  async close(report: RunReport): Promise<RunAnswer> {
    const { record } = this.#init
    let final = report
    const errors = this.#errors.lines()
    try {
      const files = [
        ...(errors === '' ? [] : [await record.writeErrors(errors)]),
        await record.writeReport(report),
        await record.writeSummary(reportSummary(report, {})),
      ]
      this.#rune.host.fault?.('report-on-disk')
      await record.journal.append(runEnded(report, files))
      this.#rune.host.fault?.('run-ended')
      await attestRecord(record.path, { state: 'finished', report })
    } catch (caught) {
      // The results are known and must be told; that they are not on disk is a problem of its own.
      const problem: Problem = problemOf(faultOf(caught))
      final = {
        ...report,
        status: 'error',
        exit_status: 70,
        problems: [...report.problems, problem],
      }
    }
    const head = record.journal.head().sha256
    await record.close()
    return {
      report: final,
      recordPath: record.path,
      recordHead: head,
      messages: this.#messages.all,
    }
  }
}

function notResumed(resume: Resume | undefined): Fault[] {
  return (resume?.left ?? []).map((one) => fault('resume-refused', `not gone on with: ${one}`))
}
