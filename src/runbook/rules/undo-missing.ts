/** Rule: where some changes are taken back, the others are pointed out. */
import { problemAt } from '../../document/diagnostic.ts'
import type { Rule } from '../check.ts'
import { calledRunbook } from '../inline.ts'

export const undoMissing: Rule = {
  name: 'undo-missing',
  description:
    'A changing step has undo where another step has it or on-failure: undo is set (warning).',
  check: ({ steps, document }, actions) => {
    const undoes = steps.some(
      ({ undo, declaration }) => undo !== undefined || declaration['on-failure'] === 'undo',
    )
    if (!undoes) return []
    return steps.flatMap(({ id, action, pointer, undo }) => {
      const effect = actions.find(action)?.declaration.effect
      // What a called runbook takes back shows in its own steps.
      if (undo || calledRunbook(action) !== undefined || effect === undefined || effect === 'read')
        return []
      const message = `what ${id} changes stays when the other changes are undone; add undo, or leave it so on purpose`
      return [
        problemAt(document, `${pointer}/uses`, {
          kind: 'document-schema',
          rule: 'undo-missing',
          severity: 'warning',
          message,
        }),
      ]
    })
  },
}
