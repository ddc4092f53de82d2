/** Many nodes that are not good: the first hundred one by one, the others in groups, as are those that were not begun. */
import type { ReportNode } from '../protocol/types.gen.ts'
import { clip } from './encode.ts'
import { errorOf } from './rank.ts'

const ONE_BY_ONE = 100
const NAMES_AT_MOST = 20
/** Of untouched nodes a name is all that there is to tell. */
const UNTOUCHED_AT_MOST = 100

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
  const untouched = bad.filter(({ outcome }) => outcome === 'untouched')
  const begun = bad.filter(({ outcome }) => outcome !== 'untouched')
  const groups = Map.groupBy(begun.slice(ONE_BY_ONE), (node) => `${node.outcome} ${reason(node)}`)
  return {
    single: [...begun.slice(0, ONE_BY_ONE), ...nodes.filter(({ good }) => good)],
    crowds: [
      ...[...groups.values()].flatMap((group) => crowd(group, 'more node', NAMES_AT_MOST)),
      ...crowd(untouched, 'node', UNTOUCHED_AT_MOST),
    ],
  }
}

function crowd(group: readonly ReportNode[], noun: string, namesAtMost: number): Crowd[] {
  const [first] = group
  if (!first) return []
  const names = group.slice(0, namesAtMost).map(({ name }) => name)
  const more = group.length - names.length
  const who = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  const nodes = `${group.length} ${noun}${group.length === 1 ? '' : 's'}`
  return [{ outcome: first.outcome, text: `${nodes}  ${reason(first)}: ${who}` }]
}

function reason(node: ReportNode): string {
  const found = errorOf(node)
  if (!found) return 'nothing was run'
  const { error, step } = found
  const at = step === undefined ? '' : `${step.id}: `
  return `${at}${clip(error.kind, 64)} [executed: ${error.executed}]`
}
