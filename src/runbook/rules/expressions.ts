/** Rule: expressions refer to what is declared and known when they are resolved. */
import { problem } from '../../document/diagnostic.ts'
import type { Actions, Rule } from '../check.ts'
import { checkExpressions } from '../check-expressions.ts'
import type { Runbook } from '../runbook.ts'
import type { Scope } from '../shape.ts'

export const expressions: Rule = {
  name: 'expression',
  description:
    'Expressions refer to declared inputs, earlier steps, node and run, and compare like with like.',
  check: (runbook, actions) =>
    runbook.steps.flatMap((step, index) =>
      checkExpressions(step.with, scopeAt(runbook, actions, index)).map(
        ({ pointer, at, message }) => {
          const position = runbook.document.positionIn(`${step.pointer}/with${pointer}`, at)
          return problem({
            kind: 'expression-invalid',
            rule: 'expression',
            message,
            file: runbook.file,
            position,
          })
        },
      ),
    ),
}

/** What the step at this index may refer to. */
export function scopeAt(runbook: Runbook, actions: Actions, index: number): Scope {
  return {
    inputs: runbook.declaration.inputs ?? {},
    earlier: new Map(
      runbook.steps.slice(0, index).map(({ id, action }) => {
        const known = actions.find(action)
        return [id, known && (known.declaration.output ?? {})]
      }),
    ),
    later: runbook.steps.slice(index).map(({ id }) => id),
  }
}
