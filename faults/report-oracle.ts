/** Holds a run's report, its exit status and its record against the ledger. */
import { hasShape } from '../src/protocol/schemas.ts'
import type { ReportStep, RunReport } from '../src/protocol/types.gen.ts'
import { verifyFolder } from '../src/record/verify-folder.ts'
import type { Ended } from './cli-process.ts'
import { STEPS } from './kill-project.ts'
import type { Marks } from './ledger.ts'
import type { Tally } from './tally.ts'

export interface ReportOracle {
  readonly tally: Tally
  readonly where: string
  readonly correlationId: string
  readonly nodes: readonly string[]
  readonly marks: (key: string) => Marks
  /** Every node was there to be asked, so nothing may stay unknown. */
  readonly final: boolean
}

/** The report that a process printed; undefined when it printed none, which has to be because nothing was begun. */
export function reportIn(oracle: ReportOracle, { status, stdout, stderr }: Ended) {
  const { tally, where } = oracle
  if (status === 70 || stderr.includes('internal error'))
    tally.broke('untyped error', where, `exit status ${status}: ${stderr.slice(-500)}`)
  if (stdout.trim() === '') return undefined
  try {
    const report: unknown = JSON.parse(stdout)
    if (hasShape('report', report)) return report
  } catch {
    // Said below.
  }
  tally.broke('untyped error', where, `stdout is no report: ${stdout.slice(0, 200)}`)
  return undefined
}

/** Exactly one answer a node and step, each of them true, and an exit status that fits. */
export function judgeReport(oracle: ReportOracle, report: RunReport, status: number | null): void {
  const { tally, where, nodes } = oracle
  const good = report.nodes.every((node) => node.good)
  if ((status === 0) !== (good && report.status === 'good'))
    tally.broke(
      status === 0 ? 'false success' : 'false answer',
      where,
      `exit status ${status}, report ${report.status}, all nodes good: ${good}`,
    )
  const names = report.nodes.map(({ name }) => name).sort()
  if (names.join() !== [...nodes].sort().join())
    tally.broke('open record', where, `the report has the nodes ${names.join()}`)
  for (const node of report.nodes) {
    if (node.steps.map(({ id }) => id).join() !== STEPS.join())
      tally.broke('open record', where, `${node.name} has the steps ${JSON.stringify(node.steps)}`)
    if (node.good && node.steps.some((step) => step.status !== 'succeeded'))
      tally.broke('false success', where, `${node.name} is good: ${JSON.stringify(node.steps)}`)
    for (const step of node.steps) judgeStep(oracle, node.name, step)
  }
}

/** Without a report nothing may have been begun. */
export function judgeNothing(oracle: ReportOracle, { stderr, status }: Ended): void {
  for (const node of oracle.nodes)
    for (const step of STEPS)
      if (oracle.marks(keyOf(oracle, node, step)).begun > 0)
        oracle.tally.broke('lost result', oracle.where, `no report, exit ${status}: ${stderr}`)
}

function judgeStep(oracle: ReportOracle, node: string, step: ReportStep): void {
  const { tally, final } = oracle
  const key = keyOf(oracle, node, step.id)
  const { begun, ended } = oracle.marks(key)
  const { status, executed } = step
  const kind = step.error?.kind
  const where = `${oracle.where}: ${node}/${step.id}`
  const seen = `${status}, executed ${executed}, ${step.error?.message ?? ''}; ledger ${begun}/${ended}`
  if (begun > 1) tally.broke('double', where, seen)
  if (status === 'succeeded') {
    const said = step.output?.['said']
    // A step that collect found in its record keeps what it has there; its output is in its file.
    if (ended !== 1 || (said !== undefined && said !== encodeURIComponent(key)))
      tally.broke('false success', where, `${seen}; said ${String(said)}`)
    return
  }
  if (executed === 'no' && begun > 0) tally.broke('false answer', where, seen)
  // `yes` is the decision to start, made on the node; a plugin that was stopped at once may not have written.
  if (executed === 'yes' && begun !== 1 && status !== 'cancelled')
    tally.broke('false answer', where, seen)
  if (executed === 'unknown' && final) tally.broke('lost result', where, seen)
  if (kind === 'internal' || (status !== 'not_run' && kind === undefined))
    tally.broke('untyped error', where, seen)
}

/** The chain and every digest in it, and that the run's last word is there. */
export async function judgeRecord({ tally, where }: ReportOracle, record: string): Promise<void> {
  const check = await verifyFolder(record)
  for (const { path, line, reason } of check.flaws)
    tally.broke('open record', where, `${path}${line === undefined ? '' : `:${line}`}: ${reason}`)
  if (!check.complete) tally.broke('open record', where, 'the journal does not end with run-ended')
}

function keyOf({ correlationId }: ReportOracle, node: string, step: string): string {
  return `${correlationId}/${node}/${step}/do/1/1`
}
