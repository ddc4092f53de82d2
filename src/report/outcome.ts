/** What an outcome that is not good means for the node, in a sentence, where its error only says what went wrong. */
import type { ReportNode } from '../protocol/types.gen.ts'
import { errorOf } from './rank.ts'

const MEANS: Partial<Record<ReportNode['outcome'], string>> = {
  rollback_failed:
    'not everything that was done is undone; see which undo did not succeed, and look at the node before anything else',
  unknown:
    'something was done, and nobody could see whether it helped; look at the node before the run is repeated',
  not_fixed: 'what the steps did stays, and a check still does not pass',
  rolled_back:
    'what the steps did was undone: a step failed, or a check still did not pass after them',
}

/** One sentence for each such outcome, in the order of the nodes. */
export function outcomeNotes(nodes: readonly ReportNode[]): string[] {
  // Of a launch that nobody saw end, the error's own advice says what to do.
  const unclear = nodes.filter((node) => errorOf(node)?.error.executed !== 'unknown')
  return [...new Set(unclear.map(({ outcome }) => outcome))].flatMap((outcome) => {
    const means = MEANS[outcome]
    return means === undefined ? [] : [`${outcome}: ${means}.`]
  })
}
