/** Rule: a step uses an action that exists. */
import { problemAt } from '../../document/diagnostic.ts'
import { nearest } from '../../protocol/schemas.ts'
import type { Rule } from '../check.ts'
import { calledRunbook } from '../inline.ts'
import { callsOf } from '../runbook.ts'

export const knownActions: Rule = {
  name: 'known-action',
  description: 'Every step uses an action of the registry.',
  check: (runbook, actions) =>
    callsOf(runbook)
      .filter(({ action }) => calledRunbook(action) === undefined && !actions.find(action))
      .map(({ action, pointer }) => {
        const at = `${pointer}/uses`
        const why = actions.unavailable?.(action)
        if (why !== undefined) {
          const init = { kind: 'action-unavailable', rule: 'known-action', message: why } as const
          return problemAt(runbook.document, at, init)
        }
        const near = nearest(action, actions.names)
        const hint = near === undefined ? '' : `; did you mean ${near}?`
        const message = `no module provides the action ${action}${hint}`
        return problemAt(runbook.document, at, {
          kind: 'action-unknown',
          rule: 'known-action',
          message,
        })
      }),
}
