/** The batches of a plan in words: which node is in which, and what keeps the next one from being begun. */
import type { Plan, PlanNode } from '../protocol/types.gen.ts'

export interface Batch {
  /** One-based. */
  readonly number: number
  readonly nodes: readonly PlanNode[]
}

/** One batch with all nodes where the plan names none. */
export function batchesOf({ batches, nodes }: Pick<Plan, 'batches' | 'nodes'>): Batch[] {
  let begun = 0
  return (batches ?? [nodes.length]).map((size, index) => {
    const of = { number: index + 1, nodes: nodes.slice(begun, begun + size) }
    begun += size
    return of
  })
}

/** What stops the run before its last node, one sentence each; none where nothing does. */
export function stopRules({ batches, max_failures: most }: Plan): string[] {
  return [
    ...(batches === undefined ? [] : ['a node of the first batch that is not good stops the run']),
    ...(most === undefined
      ? []
      : [`more than ${most} node${most === 1 ? '' : 's'} that are not good stop the run`]),
  ]
}
