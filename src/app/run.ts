/** `run`: plan, record, rollout, report. The record comes first, and every ending has a report. */

import { checkNodes } from '../lom/check.ts'
import type { AskLmm, NodeRunInit } from '../lom/node-run.ts'
import { callsOf, plannedLaunches, plannedSteps } from '../lom/plan-calls.ts'
import type { ExpectedPlan } from '../lom/plan-difference.ts'
import { planFiles } from '../lom/plan-files.ts'
import type { Facts, PolicyResult } from '../lom/policy.ts'
import type { Given, Project } from '../lom/project.ts'
import { registrations } from '../lom/registrations.ts'
import { type Rollout, rollout } from '../lom/rollout.ts'
import type { Trace } from '../protocol/envelope.ts'
import { type Fault, fault } from '../protocol/errors.ts'
import type {
  Plan,
  Problem,
  ReportNode,
  Request,
  RunReport,
  StepRecord,
  WorkflowRun,
} from '../protocol/types.gen.ts'
import { attestRecord } from '../record/attest.ts'
import {
  cancelRequested,
  nodeKept,
  planned,
  prepared,
  runEnded,
  runStarted,
} from '../record/events.ts'
import { createRecord, type RunRecord } from '../record/folder.ts'
import { jsonLine } from '../report/encode.ts'
import { reportSummary } from '../report/summary.ts'
import type { Rune } from '../rune.ts'
import type { Node } from '../transport/transport.ts'
import { admit } from './admit.ts'
import type { ApprovalSource } from './approvals.ts'
import { type Ask, toRequest } from './ask.ts'
import type { Known } from './decide.ts'
import { writeIntent } from './intent.ts'
import { watchPolicy } from './policy-watch.ts'
import { openProject } from './project.ts'
import { type LoginOptions, reachableNodes } from './reach.ts'
import { refuseRequest } from './refuse.ts'
import type { Resume } from './resume.ts'
import { type RunErrors, runErrors } from './run-errors.ts'
import { faultOf, runLog } from './run-log.ts'
import { messagePlace, type RunMessages, runMessages } from './run-messages.ts'
import { problemOf, type ReportInit, runFacts, runReport } from './run-report.ts'
import { inputCheckOf, runnableOf } from './runnable.ts'
import { type GivenSecrets, secretProblems, secretsWith } from './secrets.ts'

export interface RunOptions extends LoginOptions, Given {
  /** The project's folder, absolute. */
  readonly root: string
  /** Where the record goes, absolute; must not exist or be empty. */
  readonly out: string
  readonly signal: AbortSignal
  readonly progress: Progress
  readonly secrets?: GivenSecrets
  /** The run that this one goes on with; the ask is then the one that came with it. */
  readonly resume?: Resume
  /** The workflow run in which it happens, for the record. */
  readonly github?: WorkflowRun
  /** Left out: nothing but the time. */
  readonly known?: Known
  /** Refused where the plan is another one. */
  readonly expected?: ExpectedPlan
  /** The policy as it is now, for a run that goes on. Left out: rune.yaml in the work tree. */
  readonly policyNow?: () => Promise<PolicyResult>
  /** Where approvals are read. Left out: nowhere. */
  readonly source?: ApprovalSource
  /**
   * Takes the intent's folder away from this machine before a node is connected to, where something may be changed. What
   * goes wrong there is its own to tell: it stops no run.
   */
  readonly keepIntent?: (folder: string, runId: string) => Promise<void>
}

/** What a front end shows while a run goes on. Its methods must not throw. */
export interface Progress {
  planned(plan: Plan, planHash: string): void
  /** `text` is one safe line. Not called for a node whose error is only counted. */
  nodeEnded(node: ReportNode, done: number, total: number, text: string): void
  /** Errors that were only counted, so that many of them flood nobody: one safe line. */
  counted(text: string): void
  /** A result that the disk refused: this is the only place where it is. */
  lost(place: string, text: string): void
}

export interface RunAnswer {
  readonly report: RunReport
  /** The record's folder, where one could be made. */
  readonly recordPath?: string
  /** SHA-256 of the journal's last line: who keeps it can prove later that nothing was changed. */
  readonly recordHead?: string
  /** The messages of the last try of each step, by node and step; of a larger run they are in the record only. */
  readonly messages: ReadonlyMap<string, StepRecord>
}

/** Carries the request out. Never throws for an operational ending: the report says how it ended. */
export async function runRequest(rune: Rune, ask: Ask, options: RunOptions): Promise<RunAnswer> {
  const { host } = rune
  const runId = host.uuid()
  const began = host.monotonicMs()
  const request = toRequest(ask, host)
  const project = await openProject(options.root, options)
  const { root, known, out, github, source, resume } = options
  const where = github === undefined ? {} : { github }
  const result = await admit(host, {
    ...{ request, project, known },
    expected: resume ?? options.expected,
    reviewing: source && { root, source },
  })
  if (result.kind === 'denied') return refuseRequest(rune, { ...result, ask, out, ...where })
  const wanting = secretProblems(result.plan, project, options.secrets)
  if (wanting.length > 0) {
    const denied = { verdict: 'invalid', problems: wanting, planned: result } as const
    return refuseRequest(rune, { ...denied, ask, out, ...where })
  }
  const base = {
    runId,
    facts: {
      ...runFacts(request, result, github),
      ...(resume === undefined ? {} : { resumes: resume.facts }),
    },
    startedAt: request.received_at,
    cancelled: false,
    nodes: [],
    planHash: result.planHash,
  }
  const finish = (more: Partial<ReportInit> & Pick<ReportInit, 'problems'>): RunReport =>
    runReport({
      ...base,
      finishedAt: host.now(),
      durationMs: host.monotonicMs() - began,
      ...more,
    })

  let record: RunRecord
  try {
    record = await createRecord(out, { runId, now: () => host.now() })
    await record.journal.append(runStarted(base.facts))
    host.fault?.('record-opened')
  } catch (caught) {
    // Without a record nothing may start, and there is nowhere to write this but to the caller.
    const report = finish({ verdict: 'error', problems: [problemOf(faultOf(caught))] })
    return { report, messages: new Map() }
  }
  const { plan, planHash, facts: admitted } = result
  const init = { runId, request, project, plan, planHash, admitted, options, record }
  const run = new Run(rune, init)
  const ending = await run.carryOut()
  const report = finish({ ...ending, record: record.path })
  return run.close(report)
}

function notResumed(resume: Resume | undefined): Fault[] {
  return (resume?.left ?? []).map((one) => fault('resume-refused', `not gone on with: ${one}`))
}

type Ending = Partial<ReportInit> & Pick<ReportInit, 'problems'>

interface RunInit {
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
class Run {
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
