/** Rule: a runbook that changes something says for which nodes it is. */
import { problemAt } from '../../document/diagnostic.ts'
import type { Actions, Rule } from '../check.ts'
import { type Call, callsOf, type Runbook } from '../runbook.ts'

export const targets: Rule = {
  name: 'targets',
  description: 'Targets may be left out only when every action reads.',
  check: (runbook, actions) => {
    if (runbook.declaration.targets) return []
    const first = firstChange(runbook, actions)
    if (!first) return []
    const effect = actions.find(first.action)?.declaration.effect
    const message = `targets is missing; it is needed because ${first.action} (step ${first.id}) has the effect ${effect}`
    return [problemAt(runbook.document, '', { kind: 'document-schema', rule: 'targets', message })]
  },
}

/** The first use of an action that does more than read. */
export function firstChange(runbook: Runbook, actions: Actions): Call | undefined {
  return callsOf(runbook).find(({ action }) => {
    const effect = actions.find(action)?.declaration.effect
    return effect !== undefined && effect !== 'read'
  })
}
