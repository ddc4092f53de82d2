/** What a node's steps amount to, and what the nodes amount to for the whole run. */
import type { ReportNode, ReportStep, RunReport } from '../protocol/types.gen.ts'
import { isRefused } from './step-gate.ts'

export interface NodeOutcome {
  readonly outcome: ReportNode['outcome']
  readonly good: boolean
}

/** Exit statuses of the command; the highest wins. Pinned by a test. */
export const EXIT = {
  good: 0,
  invalid: 1,
  usage: 2,
  refused: 3,
  failed: 4,
  unknown: 5,
  cancelled: 6,
  error: 70,
} as const

/** The outcome of one node. A step that was not run is only good where a dry run stops there. */
export function nodeOutcome(
  steps: readonly ReportStep[],
  { cancelled, dryRun }: { readonly cancelled: boolean; readonly dryRun: boolean },
): NodeOutcome {
  const has = (status: ReportStep['status']): boolean =>
    steps.some((step) => step.status === status)
  if (has('unknown')) return { outcome: 'unknown', good: false }
  if (has('failed')) return { outcome: 'failed', good: false }
  if (has('cancelled')) return { outcome: 'cancelled', good: false }
  if (steps.some(isRefused)) return { outcome: 'refused', good: false }
  if (!has('not_run') || (dryRun && !cancelled)) return { outcome: 'done', good: true }
  return { outcome: cancelled ? 'cancelled' : 'failed', good: false }
}

/** The run's status and exit status from its nodes' outcomes. */
export function runStatus(
  nodes: readonly ReportNode[],
  cancelled: boolean,
): { status: RunReport['status']; exit_status: number } {
  const statuses: (keyof typeof EXIT & RunReport['status'])[] = nodes.map(({ outcome, good }) =>
    good ? 'good' : outcome === 'unknown' || outcome === 'cancelled' ? outcome : 'failed',
  )
  if (cancelled) statuses.push('cancelled')
  const exit_status = Math.max(EXIT.good, ...statuses.map((status) => EXIT[status]))
  // An exit status of 6 may hide unknown outcomes; the counts in the report name them.
  const status = statuses.find((one) => EXIT[one] === exit_status) ?? 'good'
  return { status, exit_status }
}

/** How many nodes ended how. */
export function countNodes(nodes: readonly ReportNode[]): RunReport['counts'] {
  const count = (test: (node: ReportNode) => boolean): number => nodes.filter(test).length
  const unknown = count(({ outcome }) => outcome === 'unknown')
  const cancelled = count(({ outcome }) => outcome === 'cancelled')
  const untouched = count(({ outcome }) => outcome === 'untouched')
  const good = count((node) => node.good)
  return {
    nodes: nodes.length,
    good,
    failed: nodes.length - good - unknown - cancelled - untouched,
    unknown,
    cancelled,
    untouched,
  }
}
