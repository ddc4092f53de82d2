/** Rule: expressions refer to what is declared and known when they are resolved. */
import { problem } from '../../document/diagnostic.ts'
import type { Rule } from '../check.ts'

export const expressions: Rule = {
  name: 'expression',
  description:
    'Expressions refer to declared inputs, earlier steps, node and run, and compare like with like.',
  check: ({ file, document }, _actions, texts) =>
    [...texts.values()].flatMap(({ pointer, problems }) =>
      problems.map(({ at, message }) => {
        const position = document.positionIn(pointer, at)
        return problem({ kind: 'expression-invalid', rule: 'expression', message, file, position })
      }),
    ),
}
