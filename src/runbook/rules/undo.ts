/** Rule: what is undone was changed, and what undoes it changes something. */
import { problemAt } from '../../document/diagnostic.ts'
import type { Problem } from '../../protocol/types.gen.ts'
import type { Rule } from '../check.ts'
import { calledRunbook, type FindRunbook, inlineCalls } from '../inline.ts'

export const undo: Rule = {
  name: 'undo',
  description:
    'undo stands at a step that changes something, uses an action that does, and on-failure: undo has something to undo.',
  check: ({ steps, document }, actions) => {
    const refuse = (at: string, message: string): Problem =>
      problemAt(document, at, { kind: 'document-schema', rule: 'undo', message })
    const reads = (action: string) => actions.find(action)?.declaration.effect === 'read'
    const find: FindRunbook = (name) => actions.runbooks?.find(name)
    const undoes = (action: string): boolean => {
      const called = find(calledRunbook(action) ?? '')
      return called !== undefined && inlineCalls(called, find).steps.some((one) => one.undo)
    }
    return steps.flatMap(({ id, action, pointer, undo: back, declaration }, index) => {
      const nothing =
        declaration['on-failure'] === 'undo' &&
        !steps.slice(0, index + 1).some((one) => one.undo !== undefined || undoes(one.action))
      return [
        ...(back && reads(action)
          ? [refuse(`${pointer}/undo`, `${action} only reads, so there is nothing to undo`)]
          : []),
        ...(back && reads(back.action)
          ? [refuse(`${back.pointer}/uses`, `${back.action} only reads, so it undoes nothing`)]
          : []),
        ...(nothing
          ? [
              refuse(
                `${pointer}/on-failure`,
                `neither ${id} nor a step before it has undo, so there is nothing to undo`,
              ),
            ]
          : []),
      ]
    })
  },
}
