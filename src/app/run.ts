/** `run`: a request to a plan, a record and a report. The record comes first, and every ending has a report. */
import type { RunReport } from '../protocol/types.gen.ts'
import { runStarted } from '../record/events.ts'
import { createRecord, type RunRecord } from '../record/folder.ts'
import type { Rune } from '../rune.ts'
import { admit } from './admit.ts'
import { type Ask, toRequest } from './ask.ts'
import { RecordedRun } from './carry-out.ts'
import { openProject } from './project.ts'
import { refuseRequest } from './refuse.ts'
import { faultOf } from './run-log.ts'
import type { RunAnswer, RunOptions } from './run-options.ts'
import { problemOf, type ReportInit, runFacts, runReport } from './run-report.ts'
import { secretProblems } from './secrets.ts'

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
  const run = new RecordedRun(rune, init)
  const ending = await run.carryOut()
  const report = finish({ ...ending, record: record.path })
  return run.close(report)
}
