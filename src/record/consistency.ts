/** Compares what a record says in several places: the report and the plan with the events that they go with. */
import { isDeepStrictEqual } from 'node:util'
import { canonicalSha256 } from '../protocol/envelope.ts'
import type { Plan, RecordEvent, ReportNode, ReportStep, RunReport } from '../protocol/types.gen.ts'
import { PLAN_FILE, REPORT_FILE } from './folder.ts'
import type { RecordFlaw } from './verify-folder.ts'

/** Every disagreement; the chain says who is right, because later lines vouch for it. */
export function disagreements(
  events: readonly RecordEvent[],
  { report, plan }: { readonly report?: RunReport; readonly plan?: Plan },
): RecordFlaw[] {
  return [
    ...(report === undefined ? [] : reportFlaws(events, report)),
    ...(plan === undefined ? [] : planFlaws(events, plan, report)),
  ]
}

function reportFlaws(events: readonly RecordEvent[], report: RunReport): RecordFlaw[] {
  const flaw = (what: string, said: unknown, expected: unknown): RecordFlaw => ({
    path: REPORT_FILE,
    reason: `${what} is ${JSON.stringify(said)}, the events say ${JSON.stringify(expected)}`,
  })
  const [first] = events
  const last = events.findLast(({ type }) => type === 'run-ended')
  const planned = events.find(({ type }) => type === 'plan')
  const said: Readonly<Record<string, unknown>> = { ...report }
  const expected: Readonly<Record<string, unknown>> = {
    run_id: first?.run_id,
    ...(first?.type === 'run-started' ? first.data : {}),
    ...(last === undefined
      ? {}
      : { status: last.data?.['status'], exit_status: last.data?.['exit_status'] }),
    ...(planned === undefined ? {} : { plan_hash: planned.data?.['plan_hash'] }),
  }
  const facts = Object.entries(expected)
    .filter(([name, value]) => !isDeepStrictEqual(said[name], value))
    .map(([name, value]) => flaw(name, said[name], value))
  const nodes = report.nodes.flatMap((node) =>
    nodeFlaws(
      node,
      events.filter((event) => event.node === node.name),
    ).map(([what, found, meant]) => flaw(`${node.name}${what}`, found, meant)),
  )
  const missing = [...new Set(events.flatMap(({ node }) => (node === undefined ? [] : [node])))]
    .filter((name) => !report.nodes.some((node) => node.name === name))
    .map((name) => flaw('nodes', `without ${name}`, `${name} was begun`))
  return [...facts, ...nodes, ...missing]
}

type Difference = readonly [what: string, found: unknown, expected: unknown]

function nodeFlaws(node: ReportNode, own: readonly RecordEvent[]): Difference[] {
  const end = own.findLast(({ type }) => type === 'node-ended')
  const outcome = end?.data?.['outcome']
  // What was collected later changes the outcome, and no event says so once more.
  const later = own.some(({ type }) => type === 'collected')
  return [
    ...(end === undefined || later || outcome === node.outcome
      ? []
      : ([[' outcome', node.outcome, outcome]] as const)),
    ...node.steps.flatMap((step) =>
      stepFlaws(
        step,
        own.filter((event) => isOf(step, event)),
      ),
    ),
  ]
}

/** A check has the same id before the steps and after them, and a step with a list the same for each entry. */
function isOf({ id, phase = 'do', iteration = 1 }: ReportStep, event: RecordEvent): boolean {
  return (
    event.step === id && (event.phase ?? 'do') === phase && (event.iteration ?? 1) === iteration
  )
}

function stepFlaws(step: ReportStep, own: readonly RecordEvent[]): Difference[] {
  const found = `${step.status}, executed ${step.executed}`
  const ends = own
    .filter(({ type }) => type === 'ended' || type === 'collected')
    .map(({ data, executed }) => `${String(data?.['status'])}, executed ${executed}`)
  // A step may have been tried several times; the report has one of them.
  if (ends.length > 0)
    return ends.includes(found)
      ? []
      : [[` step ${step.id}`, found, [...new Set(ends)].join(' or ')]]
  const begun = own.some(({ type }) => type === 'started')
  return begun && step.executed !== 'unknown'
    ? [[` step ${step.id}`, found, 'unknown: it was started and has no end']]
    : []
}

function planFlaws(
  events: readonly RecordEvent[],
  plan: Plan,
  report: RunReport | undefined,
): RecordFlaw[] {
  const flaws: RecordFlaw[] = []
  const wrong = (reason: string): void => void flaws.push({ path: PLAN_FILE, reason })
  const data = events.find(({ type }) => type === 'plan')?.data
  const hash = canonicalSha256(plan)
  const expected = data?.['plan_hash'] ?? report?.plan_hash
  if (expected !== undefined && hash !== expected)
    wrong(`its hash is ${hash}, the record says ${String(expected)}`)
  const refused = plan.gates.filter(({ verdict }) => verdict === 'refused')
  if (refused.length > 0 && events.some(({ type }) => type === 'prepared'))
    wrong(`the gates ${refused.map(({ gate }) => gate).join(', ')} refused it, and it was begun`)
  const sources = new Map((data?.sources ?? []).map((source) => [source.path, source]))
  const runbook = plan.runbook && sources.get(`runbooks/${plan.runbook.name}.yaml`)
  if (runbook && runbook.sha256 !== plan.runbook?.sha256)
    wrong(`the runbook's digest is ${plan.runbook?.sha256}, the events say ${runbook.sha256}`)
  const approvals = events[0]?.data?.approvals ?? []
  // A policy has to be approved in each of its contents since the baseline; what was used is one of them.
  for (const path of new Set(approvals.map((one) => one.path))) {
    const blobs = approvals.filter((one) => one.path === path).map(({ blob }) => blob)
    const used = sources.get(path)
    // The workflow that starts runs is approved, and no file of the plan.
    if (used === undefined && !path.startsWith('.github/'))
      wrong(`${path} was approved, and the events do not name it`)
    if (used !== undefined && !blobs.includes(used.blob))
      wrong(`${path} was approved with the content ${blobs.join(', ')}, and ${used.blob} was used`)
  }
  return flaws
}
