/** Rule: a time limit is one that a node can keep. */
import { problemAt } from '../../document/diagnostic.ts'
import { parseTimeLimit } from '../../document/duration.ts'
import type { Rule } from '../check.ts'

export const timeouts: Rule = {
  name: 'timeout',
  description: 'The time limit of a step, and of what undoes it, is between 1s and 24h.',
  check: ({ allSteps, document }) =>
    allSteps.flatMap(({ pointer, declaration }) =>
      [
        [`${pointer}/timeout`, declaration.timeout] as const,
        [`${pointer}/undo/timeout`, declaration.undo?.timeout] as const,
      ].flatMap(([at, timeout]) => {
        const message = timeout === undefined ? 0 : parseTimeLimit(timeout)
        if (typeof message === 'number') return []
        return [problemAt(document, at, { kind: 'document-schema', rule: 'timeout', message })]
      }),
    ),
}
