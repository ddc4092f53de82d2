/** Rule: a runbook that changes something says for which nodes it is. */
import { problemAt } from '../../document/diagnostic.ts'
import type { Rule } from '../check.ts'

export const targets: Rule = {
  name: 'targets',
  description: 'Targets may be left out only when every action reads.',
  check: ({ declaration, steps, document }, actions) => {
    if (declaration.targets) return []
    const changing = steps.filter(({ action }) => {
      const effect = actions.find(action)?.declaration.effect
      return effect !== undefined && effect !== 'read'
    })
    const [first] = changing
    if (!first) return []
    const effect = actions.find(first.action)?.declaration.effect
    const message = `targets is missing; it is needed because ${first.action} (step ${first.id}) has the effect ${effect}`
    return [problemAt(document, '', { kind: 'document-schema', rule: 'targets', message })]
  },
}
