/** The order in which a person wants to see nodes: what needs a decision first, what is good last. */
import { EPS, isEpsKind } from '../protocol/eps.ts'
import type { ReportError, ReportNode, ReportStep } from '../protocol/types.gen.ts'

const ORDER: readonly ReportNode['outcome'][] = [
  'rollback_failed',
  'unknown',
  'failed',
  'not_fixed',
  'rolled_back',
  'refused',
  'cancelled',
  'untouched',
  'fixed',
  'done',
  'not_needed',
]

/** A sorted copy; nodes with the same outcome keep their order. */
export function worstFirst(nodes: readonly ReportNode[]): ReportNode[] {
  const rank = (node: ReportNode) => (node.good ? ORDER.length : 0) + ORDER.indexOf(node.outcome)
  return nodes.toSorted((a, b) => rank(a) - rank(b))
}

export interface NodeError {
  readonly error: ReportError
  /** The step that it belongs to; undefined when no step was reached. */
  readonly step?: ReportStep
}

/** Why the node is not good: the first step that has an error, else the node's own error. */
export function errorOf(node: ReportNode): NodeError | undefined {
  const step = node.steps.find(({ error }) => error !== undefined)
  if (step?.error) return { error: step.error, step }
  return node.error ? { error: node.error } : undefined
}

/** 0 for critical to 3 for low; a kind that the table does not know counts as high. */
export function severityRank(kind: string): number {
  const severity = isEpsKind(kind) ? EPS[kind].severity : 'high'
  return ['critical', 'high', 'medium', 'low'].indexOf(severity)
}

/** Each distinct advice once, in order of first use. */
export function advices(items: readonly { readonly advice?: string }[]): string[] {
  return [...new Set(items.flatMap(({ advice }) => (advice ? [advice] : [])))]
}
