/** The line that a problem of the request's own selector is in. */
import type { Problem } from '../protocol/types.gen.ts'

/** undefined for every other problem. */
export function selectLine({
  select,
}: {
  readonly select?: string
}): (problem: Problem) => string | undefined {
  return ({ file, rule }) => (file === undefined && rule === 'selector' ? select : undefined)
}
