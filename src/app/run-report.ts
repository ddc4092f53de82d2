/** Builds the run report, whatever happened: from nodes that ran, or from problems that kept them from running. */

import type { PlanResult } from '../lom/judge.ts'
import { countNodes, EXIT, runStatus } from '../lom/outcome.ts'
import { EPS, isEpsKind } from '../protocol/eps.ts'
import type { Fault } from '../protocol/errors.ts'
import { SCHEMAS_SHA256 } from '../protocol/schemas.ts'
import type { Problem, ReportNode, Request, RunReport, WorkflowRun } from '../protocol/types.gen.ts'
import type { RunFacts } from '../record/events.ts'
import { NODE_VERSION, VERSION } from '../version.ts'

/** This program, in records and reports. */
export const TOOL: RunReport['tool'] = {
  name: 'rune',
  version: VERSION,
  schemas_sha256: SCHEMAS_SHA256,
  node: NODE_VERSION,
}

/** Who asked for what, as the record's first event and the report have it. */
export function runFacts(
  request: Request,
  planned: PlanResult,
  github: WorkflowRun | undefined,
): RunFacts {
  const plan = planned.kind === 'invalid' ? undefined : planned.plan
  const { runbook, action, correlation_id, dry_run, check, trigger, actor } = request
  const { triggering_actor, requested_by, reason, ticket } = request
  return {
    correlation_id,
    dry_run,
    ...(check === undefined ? {} : { check }),
    trigger,
    actor,
    ...(plan?.runbook !== undefined
      ? { runbook: plan.runbook }
      : runbook === undefined
        ? {}
        : { runbook: { name: runbook } }),
    ...(action === undefined ? {} : { action }),
    ...(triggering_actor === undefined ? {} : { triggering_actor }),
    ...(requested_by === undefined ? {} : { requested_by }),
    ...(reason === undefined ? {} : { reason }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(github === undefined ? {} : { github }),
    ...(plan?.break_glass === undefined ? {} : { break_glass: plan.break_glass }),
    ...(plan === undefined ? {} : { content: plan.content }),
    ...(planned.kind === 'invalid' ? {} : planned.provenance),
    tool: TOOL,
  }
}

export interface ReportInit {
  readonly runId: string
  readonly facts: RunFacts
  readonly planHash?: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly durationMs: number
  readonly nodes: readonly ReportNode[]
  readonly problems: readonly Problem[]
  /** What ended the run before its nodes did; left out, the nodes say how it ended. */
  readonly verdict?: 'invalid' | 'refused' | 'error'
  readonly cancelled: boolean
  readonly record?: string
}

export function runReport(init: ReportInit): RunReport {
  const ended =
    init.verdict === undefined
      ? runStatus(init.nodes, init.cancelled)
      : { status: init.verdict, exit_status: EXIT[init.verdict] }
  return {
    schema_version: '1.0',
    run_id: init.runId,
    ...init.facts,
    ...ended,
    ...(init.planHash === undefined ? {} : { plan_hash: init.planHash }),
    started_at: init.startedAt,
    finished_at: init.finishedAt,
    duration_ms: Math.round(init.durationMs),
    counts: countNodes(init.nodes),
    nodes: [...init.nodes],
    problems: [...init.problems],
    ...(init.record === undefined ? {} : { record: init.record }),
  }
}

/** A fault as a problem of the whole run. */
export function problemOf({ kind, message }: Fault): Problem {
  return { kind, message, advice: EPS[kind].advice, severity: 'error' }
}

/** Problems as one fault, for the journal: the first, and how many there are. */
export function faultOfProblems(problems: readonly Problem[]): Fault {
  const [first] = problems
  const kind = first !== undefined && isEpsKind(first.kind) ? first.kind : 'request-invalid'
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return { kind, message: `${first?.message ?? 'refused'}${more}`, executed: 'no' }
}
