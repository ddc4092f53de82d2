/** Records a request that is not carried out: it has an id, a record and a report like every other. */
import type { Host } from '../host.ts'
import type { Provenance } from '../lom/judge.ts'
import { issuesOf } from '../protocol/schemas.ts'
import type { Plan, Problem, Request, WorkflowRun } from '../protocol/types.gen.ts'
import { attestRecord } from '../record/attest.ts'
import { refused, runEnded, runStarted } from '../record/events.ts'
import { createRecord } from '../record/folder.ts'
import { reportSummary } from '../report/summary.ts'
import type { Rune } from '../rune.ts'
import { type Ask, toRequest } from './ask.ts'
import { faultOf } from './run-log.ts'
import type { RunAnswer } from './run-options.ts'
import { faultOfProblems, problemOf, runFacts, runReport } from './run-report.ts'

export interface RefusalInit {
  /** Who asked, and for what as far as that could be read. */
  readonly ask: Pick<Ask, 'trigger' | 'actor'> & Partial<Ask>
  readonly verdict: 'invalid' | 'refused'
  readonly problems: readonly Problem[]
  /** What was refused, where there is a plan. */
  readonly planned?: {
    readonly plan: Plan
    readonly planHash: string
    readonly provenance?: Provenance
  }
  /** Where the record goes, absolute; must not exist or be empty. */
  readonly out: string
  readonly github?: WorkflowRun
}

/** Never throws for an operational ending: a record that cannot be written is a further problem of the report. */
export async function refuseRequest(
  { host }: Rune,
  { ask, verdict, problems, planned, out, github }: RefusalInit,
): Promise<RunAnswer> {
  const request = recordable(toRequest({ params: {}, dry_run: false, ...ask }, host), host)
  const runId = host.uuid()
  const facts = runFacts(
    request,
    planned === undefined
      ? { kind: 'invalid', problems }
      : { ...planned, kind: 'refused', problems },
    github,
  )
  const base = {
    runId,
    facts,
    ...(planned === undefined ? {} : { planHash: planned.planHash }),
    startedAt: request.received_at,
    finishedAt: request.received_at,
    durationMs: 0,
    nodes: [],
    cancelled: false,
    verdict,
  }
  try {
    const record = await createRecord(out, { runId, now: () => host.now() })
    await record.journal.append(runStarted(facts))
    await record.journal.append(refused(faultOfProblems(problems)))
    const report = runReport({ ...base, finishedAt: host.now(), problems, record: out })
    const files = [
      ...(planned === undefined ? [] : [await record.writePlan(planned.plan)]),
      await record.writeReport(report),
      await record.writeSummary(reportSummary(report, {})),
    ]
    await record.journal.append(runEnded(report, files))
    await attestRecord(out, { state: 'finished', report })
    const recordHead = record.journal.head().sha256
    await record.close()
    return { report, recordPath: out, recordHead, messages: new Map() }
  } catch (caught) {
    const lost = problemOf(faultOf(caught))
    const report = runReport({ ...base, verdict: 'error', problems: [...problems, lost] })
    return { report, messages: new Map() }
  }
}

/** The request without what does not fit one: a record has its shape, whatever somebody sent. */
function recordable(request: Request, host: Host): Request {
  const misfits = new Set(issuesOf('request', request).map(({ pointer }) => pointer.split('/')[1]))
  const kept = Object.entries(request).filter(([name]) => !misfits.has(name))
  return {
    params: {},
    dry_run: false,
    trigger: request.trigger,
    actor: request.actor.slice(0, 128),
    correlation_id: host.uuid(),
    received_at: request.received_at,
    ...Object.fromEntries(kept),
  }
}
