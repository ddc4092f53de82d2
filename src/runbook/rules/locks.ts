/** Rule: a lock's name is a text. Its scope keeps everything out of it that a node sent. */
import { problemAt } from '../../document/diagnostic.ts'
import type { Rule } from '../check.ts'

export const locks: Rule = {
  name: 'lock',
  description: 'The name of a lock is a text, made of inputs and node only.',
  check: ({ allSteps, document }, _actions, texts) =>
    allSteps.flatMap(({ pointer }) => {
      const at = `${pointer}/lock`
      const read = texts.get(at)
      if (!read || read.shape.reported || ['string', 'unknown'].includes(read.shape.type)) return []
      const message = `the name of a lock is a text, and this is a ${read.shape.type}; put something around it, such as unit-\${{ ... }}`
      return [problemAt(document, at, { kind: 'expression-invalid', rule: 'lock', message })]
    }),
}
