/** Many nodes that are not good: the first hundred one by one, the others as groups that ended in the same way. */
import type { ReportNode } from '../protocol/types.gen.ts'
import { clip } from './encode.ts'
import { errorOf } from './rank.ts'

const ONE_BY_ONE = 100
const NAMES_AT_MOST = 20

export interface Crowd {
  readonly outcome: ReportNode['outcome']
  /** Why, and which nodes: not encoded yet. */
  readonly text: string
}

/** `nodes` in the order in which they are to be seen; good ones are never in a crowd. */
export function apart(nodes: readonly ReportNode[]): {
  readonly single: readonly ReportNode[]
  readonly crowds: readonly Crowd[]
} {
  const bad = nodes.filter(({ good }) => !good)
  const rest = bad.slice(ONE_BY_ONE)
  const groups = Map.groupBy(rest, (node) => `${node.outcome} ${reason(node)}`)
  return {
    single: [...bad.slice(0, ONE_BY_ONE), ...nodes.filter(({ good }) => good)],
    crowds: [...groups.values()].flatMap((group) => {
      const [first] = group
      if (!first) return []
      const names = group.slice(0, NAMES_AT_MOST).map(({ name }) => name)
      const more = group.length - names.length
      const who = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
      const nodesMore = `${group.length} more node${group.length === 1 ? '' : 's'}`
      return [{ outcome: first.outcome, text: `${nodesMore}  ${reason(first)}: ${who}` }]
    }),
  }
}

function reason(node: ReportNode): string {
  const found = errorOf(node)
  if (!found) return 'nothing was run'
  const { error, step } = found
  const at = step === undefined ? '' : `${step.id}: `
  return `${at}${clip(error.kind, 64)} [executed: ${error.executed}]`
}
