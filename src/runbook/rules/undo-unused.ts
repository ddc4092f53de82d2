/** Rule: an undo that no ending of the run comes to is pointed out. */
import { problemAt } from '../../document/diagnostic.ts'
import type { Rule } from '../check.ts'

export const undoUnused: Rule = {
  name: 'undo-unused',
  description: 'Where a step has undo, a step has on-failure: undo (warning).',
  check: ({ steps, document }) => {
    if (steps.some(({ declaration }) => declaration['on-failure'] === 'undo')) return []
    return steps.flatMap(({ id, pointer, undo }) =>
      undo === undefined
        ? []
        : [
            problemAt(document, `${pointer}/undo`, {
              kind: 'document-schema',
              rule: 'undo-unused',
              severity: 'warning',
              message: `what undoes ${id} is never run: no step has on-failure: undo`,
            }),
          ],
    )
  },
}
