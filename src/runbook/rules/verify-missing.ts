/** Rule: a runbook that changes something says how it knows that it helped. */
import { problemAt } from '../../document/diagnostic.ts'
import type { Rule } from '../check.ts'
import { firstChange } from './targets.ts'

export const verifyMissing: Rule = {
  name: 'verify-missing',
  description: 'A runbook that changes something has verify (warning).',
  check: (runbook, actions) => {
    const first = firstChange(runbook, actions)
    if (!first || runbook.declaration.verify) return []
    const message = `nothing checks what ${first.action} (step ${first.id}) changes: without verify the outcome is \`done\`, never \`fixed\``
    const severity = 'warning'
    const init = { kind: 'document-schema', rule: 'verify-missing', severity, message } as const
    return [problemAt(runbook.document, '', init, 'steps')]
  },
}
