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
  'rehearsed',
  'ready',
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

/** Why the node is not good: its own error with the step that it repeats, else the error that a person has to know first. */
export function errorOf({ good, error, steps }: ReportNode): NodeError | undefined {
  const wrong = steps.flatMap((step): Required<NodeError>[] =>
    step.error === undefined ? [] : [{ error: step.error, step }],
  )
  if (error !== undefined) {
    const same = wrong.filter(
      (one) => one.error.kind === error.kind && one.error.message === error.message,
    )
    // A check that does not pass says the same before the steps and after them; evidence only meets the same fault.
    return same.findLast(({ step }) => step.phase !== 'evidence') ?? same.at(-1) ?? { error }
  }
  if (good) return undefined
  // Of a node without an error of its own, such as one of a run that was killed. A check before the steps is why they ran.
  const decides = ({ step: { phase } }: Required<NodeError>) =>
    phase !== 'before' && phase !== 'evidence'
  return wrong.find(({ step }) => step.status === 'unknown') ?? wrong.find(decides) ?? wrong[0]
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
