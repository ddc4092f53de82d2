/** Rule: what looks at a node does not change it. */
import { problemAt } from '../../document/diagnostic.ts'
import type { Rule } from '../check.ts'

const PURPOSE = {
  preflight: 'runs before it is decided that anything may change',
  verify: 'runs on nodes that may need nothing',
  evidence: 'runs whatever happened',
} as const

export const readsOnly: Rule = {
  name: 'reads-only',
  description: 'preflight, verify and evidence use actions that only read.',
  check: ({ allSteps, document }, actions) =>
    allSteps.flatMap(({ section, action, pointer }) => {
      const effect = actions.find(action)?.declaration.effect
      if (section === 'steps' || effect === undefined || effect === 'read') return []
      const message = `${action} has the effect ${effect}, but ${section} ${PURPOSE[section]}; use an action that reads`
      const at = `${pointer}/uses`
      return [problemAt(document, at, { kind: 'document-schema', rule: 'reads-only', message })]
    }),
}
