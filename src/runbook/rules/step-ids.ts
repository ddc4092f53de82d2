/** Rule: every step has a name of its own. */
import { problemAt } from '../../document/diagnostic.ts'
import type { Rule } from '../check.ts'

export const stepIds: Rule = {
  name: 'step-id',
  description: 'Step ids are unique ignoring case, because they become names of files.',
  check: ({ allSteps, document }) => {
    const seen = new Map<string, string>()
    return allSteps.flatMap(({ id, pointer }) => {
      const first = seen.get(id.toLowerCase())
      seen.set(id.toLowerCase(), first ?? pointer)
      if (first === undefined) return []
      const line = document.position(first).line
      const message = `the step id ${id} is taken by the step on line ${line}; give this one an id of its own`
      return [
        problemAt(document, pointer, { kind: 'document-schema', rule: 'step-id', message }, 'id'),
      ]
    })
  },
}
