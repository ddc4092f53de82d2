/** Makes the report of a run that was killed before it could write one, from what its journal says. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../protocol/errors.ts'
import { hasShape, issuesOf } from '../protocol/schemas.ts'
import type { Problem, RecordEvent, ReportNode, RunReport } from '../protocol/types.gen.ts'
import type { PlanFacts, PlannedStep } from './events.ts'
import { EVENTS_FILE, REPORT_FILE } from './folder.ts'
import { refusal } from './journal.ts'
import { nodeState } from './recover-node.ts'
import { type Chain, verifyChain } from './verify.ts'

export type Recovery =
  /** The run wrote its own report. */
  | { readonly kind: 'complete' }
  /** Nothing was begun, or not even that can be read: there is nothing to tell. */
  | { readonly kind: 'nothing'; readonly reason: string }
  | { readonly kind: 'recovered'; readonly report: RunReport }

/** Reads a record folder; writes nothing (see writeReport). Throws a RuneError `audit-write` when it cannot be read. */
export async function recoverRecord(path: string): Promise<Recovery> {
  if ((await bytesOf(join(path, REPORT_FILE))) !== undefined) return { kind: 'complete' }
  const bytes = await bytesOf(join(path, EVENTS_FILE))
  if (!bytes) return { kind: 'nothing', reason: `there is no ${EVENTS_FILE}` }
  return recoverReport(verifyChain(bytes), path)
}

async function bytesOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (caught) {
    if (systemCode(caught) === 'ENOENT') return undefined
    throw refusal(file, caught)
  }
}

/** The same from a chain that was read; pure. `record` is the folder's path, for the report. */
export function recoverReport(chain: Chain, record: string): Recovery {
  const events = chain.kind === 'intact' ? chain.events : chain.before
  const first = events[0]
  const last = events.at(-1)
  if (!first || !last || first.type !== 'run-started')
    return { kind: 'nothing', reason: 'the journal does not begin with run-started' }
  const plan = planOf(events)
  // A torn last line was never acknowledged, so nothing was done because of it. Any other break may hide a start.
  const trusted = (chain.kind === 'intact' || chain.torn) && plan?.partial !== true
  const nodes = nodesOf(events, plan, trusted)
  const report: unknown = {
    schema_version: '1.0',
    run_id: first.run_id,
    ...first.data,
    ...verdictOf(events, nodes, trusted, plan?.partial === true),
    ...(plan === undefined ? {} : { plan_hash: plan.plan_hash }),
    started_at: first.at,
    finished_at: last.at,
    duration_ms: Math.max(0, Date.parse(last.at) - Date.parse(first.at)),
    counts: countsOf(nodes),
    nodes: [...nodes.filter((node) => !node.good), ...nodes.filter((node) => node.good)],
    problems: problemsOf(chain, events, nodes),
    record,
  }
  if (hasShape('report', report)) return { kind: 'recovered', report }
  const [issue] = issuesOf('report', report)
  return {
    kind: 'nothing',
    reason: `the journal gives no report: ${issue?.pointer}: ${issue?.message}`,
  }
}

/** What planned() wrote, or undefined when the run did not come that far. */
function planOf(events: readonly RecordEvent[]): PlanFacts | undefined {
  const data = events.find(({ type }) => type === 'plan')?.data
  if (data === undefined) return undefined
  const { plan_hash, launch_seed = '', nodes, steps, partial } = data
  if (
    typeof plan_hash !== 'string' ||
    typeof launch_seed !== 'string' ||
    !Array.isArray(nodes) ||
    !Array.isArray(steps)
  )
    return undefined
  return {
    plan_hash,
    launch_seed,
    partial: partial === true,
    nodes: nodes.map(String),
    steps: steps.map(plannedStep),
  }
}

function plannedStep(step: unknown): PlannedStep {
  const { id, action, phase } = Object(step)
  const known = PHASES.find((one) => one === phase)
  return {
    id: String(id),
    action: String(action),
    ...(known === undefined ? {} : { phase: known }),
  }
}

const PHASES = ['preflight', 'before', 'after', 'undo', 'evidence'] as const

function nodesOf(
  events: readonly RecordEvent[],
  plan: PlanFacts | undefined,
  trusted: boolean,
): ReportNode[] {
  const byNode = new Map<string, RecordEvent[]>((plan?.nodes ?? []).map((name) => [name, []]))
  for (const event of events) {
    if (event.node === undefined) continue
    const known = byNode.get(event.node)
    if (known) known.push(event)
    else byNode.set(event.node, [event])
  }
  const steps: readonly PlannedStep[] = plan?.steps ?? []
  return [...byNode].map(([name, own]) => nodeState(name, own, steps, trusted))
}

function verdictOf(
  events: readonly RecordEvent[],
  nodes: readonly ReportNode[],
  trusted: boolean,
  partial: boolean,
): Pick<RunReport, 'status' | 'exit_status'> {
  if (!trusted && !partial) return { status: 'error', exit_status: 70 }
  const has = (type: RecordEvent['type']): boolean => events.some((event) => event.type === type)
  if (has('cancel-requested')) return { status: 'cancelled', exit_status: 6 }
  if (nodes.some(({ outcome }) => outcome === 'unknown'))
    return { status: 'unknown', exit_status: 5 }
  // With a plan it was a part of the run that was refused, and the rest of it was cut off.
  if (has('refused') && !has('plan')) return { status: 'refused', exit_status: 3 }
  return { status: 'cancelled', exit_status: 6 }
}

function countsOf(nodes: readonly ReportNode[]): RunReport['counts'] {
  const count = (test: (node: ReportNode) => boolean): number => nodes.filter(test).length
  const own = ['unknown', 'cancelled', 'untouched']
  return {
    nodes: nodes.length,
    good: count(({ good }) => good),
    failed: count(({ good, outcome }) => !good && !own.includes(outcome)),
    unknown: count(({ outcome }) => outcome === 'unknown'),
    cancelled: count(({ outcome }) => outcome === 'cancelled'),
    untouched: count(({ outcome }) => outcome === 'untouched'),
  }
}

function problemsOf(
  chain: Chain,
  events: readonly RecordEvent[],
  nodes: readonly ReportNode[],
): Problem[] {
  const problems: Problem[] = []
  if (chain.kind === 'broken' && !chain.torn) {
    problems.push({
      kind: 'record-invalid',
      severity: 'error',
      message: `${EVENTS_FILE}, line ${chain.line}: ${chain.reason}. This report covers the lines before it; every start without an end counts as unknown.`,
    })
  }
  const cancel = events.find(({ type }) => type === 'cancel-requested')
  problems.push({
    kind: 'cancelled',
    severity: 'error',
    message: `The run ended before it could write its report${
      cancel ? ` (a stop was requested at ${cancel.at})` : ''
    }. This report was made from its journal.`,
  })
  const unknown = nodes.filter(({ outcome }) => outcome === 'unknown').map(({ name }) => name)
  if (unknown.length > 0) {
    problems.push({
      kind: 'outcome-unknown',
      severity: 'error',
      message: `${unknown.length} of ${nodes.length} nodes were told to start and no result is on record: ${list(unknown)}.`,
      advice: 'Look at these nodes before anything is run on them again.',
    })
  }
  for (const { kind = 'policy-denied', data } of events.filter(
    ({ type, node }) => type === 'refused' && node === undefined,
  )) {
    problems.push({ kind, severity: 'error', message: String(data?.['message'] ?? kind) })
  }
  return problems
}

/** Names for a message, bounded: twenty, and how many more. */
function list(names: readonly string[]): string {
  const more = names.length - 20
  return names.slice(0, 20).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
