/** `run --from`: goes on with a run from its record, on the nodes that are not good; nothing that was done is done again. */
import { ONLY, type Only, type Resumed, resumedFrom, selectResumed } from '../lom/resumed.ts'
import { fault } from '../protocol/errors.ts'
import type { Plan, Problem, ReportNode, RunReport } from '../protocol/types.gen.ts'
import { type Reread, rereadRecord } from '../record/reread.ts'
import type { Rune } from '../rune.ts'
import type { Ask } from './ask.ts'
import { collectRecord } from './collect.ts'
import { readReport } from './report.ts'
import { faultOf } from './run-log.ts'
import type { RunOptions } from './run-options.ts'
import { problemOf } from './run-report.ts'

export { ONLY, type Only }

/** What a run that goes on with another one knows of it. */
export interface Resume {
  readonly facts: NonNullable<RunReport['resumes']>
  readonly planHash: string
  readonly plan: Plan
  readonly resumed: Resumed
  readonly nodes: ReadonlySet<string>
  readonly kept: readonly ReportNode[]
  /** Nodes that were asked for and cannot be run on. */
  readonly left: readonly string[]
}

export type ResumeAnswer =
  | { readonly kind: 'resume'; readonly ask: Ask; readonly resume: Resume }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** Nodes keep what they know of a launch for seven days; the last one is left for the run itself. */
const LONGEST_MS = 6 * 24 * 60 * 60 * 1000

/** Asks for what the run left open before anything else. `asked` is who asks now, and why. */
export async function prepareResume(
  rune: Rune,
  from: { readonly record: string; readonly only: readonly Only[] },
  asked: Pick<Ask, 'trigger' | 'actor' | 'reason' | 'ticket'>,
  options: RunOptions & { readonly told: (text: string) => void },
): Promise<ResumeAnswer> {
  const { record } = from
  const refuse = (why: string): ResumeAnswer => ({
    kind: 'refused',
    problem: problemOf(fault('resume-refused', `${record} cannot be gone on with: ${why}`)),
  })
  const reread = await rereadRecord(record)
  if (reread.kind === 'unusable') return refuse(reread.reason)
  const known = await readReport(record)
  if (known.kind === 'none') return refuse(known.problem.message)
  const [flaw] = known.problems
  if (flaw !== undefined) return refuse(flaw.message)
  const { report } = known
  const why = unfit(report, reread, rune.host.now())
  if (why !== undefined) return refuse(why)

  const { actor } = asked
  const collected = await collectRecord(rune, { ...options, record, what: 'result', actor }).catch(
    (caught: unknown) => ({ kind: 'unusable' as const, problem: problemOf(faultOf(caught)) }),
  )
  if (collected.kind === 'unusable') return refuse(collected.problem.message)
  if (collected.kind === 'refused')
    return refuse(collected.problems.map(({ message }) => message).join('; '))
  const now = collected.report
  const { plan, planHash } = reread
  const { nodes, kept, left } = selectResumed(now.run_id, report.nodes, now.nodes, from.only)
  if (nodes.size === 0) {
    const more = left.length === 0 ? '' : `; ${left.join('; ')}`
    return refuse(`it has no node that is ${from.only.join(' or ')} and can be run on${more}`)
  }
  const { runbook, action, params } = plan
  const { correlation_id, started_at } = report
  const first_started_at = report.resumes?.first_started_at ?? started_at
  return {
    kind: 'resume',
    ask: {
      ...asked,
      ...(runbook === undefined ? {} : { runbook: runbook.name }),
      ...(action === undefined ? {} : { action }),
      params,
      nodes: plan.nodes.map(({ name }) => name),
      dry_run: false,
      correlation_id,
      again: true,
    },
    resume: {
      facts: { run_id: now.run_id, first_started_at },
      planHash,
      plan,
      resumed: resumedFrom(now.run_id, plan, now.nodes, nodes),
      nodes,
      kept,
      left,
    },
  }
}

/** What makes a record one that nothing can be gone on with. */
function unfit(report: RunReport, { plan, events }: Reread, now: string): string | undefined {
  if (report.check) return 'it is that of a check, which starts nothing'
  if (plan.dry_run) return 'it is that of a dry run, which does nothing that could be gone on with'
  if (report.status === 'refused' || report.status === 'invalid')
    return `the run was ${report.status}, and nothing was begun`
  const kept = events.filter(({ data }) => data?.['result_of'] !== undefined)
  const lost = kept.some(({ node }) =>
    report.nodes.some(({ name, result_of }) => name === node && result_of === undefined),
  )
  if (lost)
    return `the run was killed, and what the run ${report.resumes?.run_id} did is in that one's record only: go on from there`
  const since = report.resumes?.first_started_at ?? report.started_at
  if (Date.parse(now) - Date.parse(since) <= LONGEST_MS) return undefined
  return `the run began at ${since}, and nodes know for 7 days what was done: after 6 it is too late`
}
