/** Rule: a runbook that changes something says how many nodes it is for. */
import { problemAt } from '../../document/diagnostic.ts'
import type { Rule } from '../check.ts'
import { firstChange } from './targets.ts'

export const targetsMax: Rule = {
  name: 'targets-max',
  description: 'The targets of a runbook that changes something have max (warning).',
  check: (runbook, actions) => {
    const { targets } = runbook.declaration
    if (!targets || targets.max !== undefined || !firstChange(runbook, actions)) return []
    const message =
      'targets has no max: only policy.limits.max-targets bounds how many nodes one run changes; say how many this runbook is for'
    const severity = 'warning'
    const init = { kind: 'document-schema', rule: 'targets-max', severity, message } as const
    return [problemAt(runbook.document, '', init, 'targets')]
  },
}
