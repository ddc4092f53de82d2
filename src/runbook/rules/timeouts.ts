/** Rule: a step's time limit is one that a node can keep. */
import { problemAt } from '../../document/diagnostic.ts'
import { parseTimeLimit } from '../../document/duration.ts'
import type { Rule } from '../check.ts'

export const timeouts: Rule = {
  name: 'timeout',
  description: 'The time limit of a step is between 1s and 24h.',
  check: ({ declaration, document }) =>
    declaration.steps.flatMap(({ timeout }, index) => {
      const limit = timeout === undefined ? 0 : parseTimeLimit(timeout)
      if (typeof limit === 'number') return []
      const at = `/steps/${index}/timeout`
      return [problemAt(document, at, { kind: 'document-schema', rule: 'timeout', message: limit })]
    }),
}
