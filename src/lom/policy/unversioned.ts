/** Gate: what is not committed has no reviewer, so by default it only reads. */

import { callsOf } from '../plan-calls.ts'
import type { Gate } from '../policy.ts'

export const unversioned: Gate = {
  name: 'unversioned',
  check: (plan, { policy }) => {
    if (plan.content.versioned) return undefined
    const allowed = policy.limits.unversioned ?? ['read']
    const refused = callsOf(plan).filter(({ effect }) => !allowed.includes(effect))
    if (!refused.length) return undefined
    const actions = [...new Set(refused.map(({ action, effect }) => `${action} (${effect})`))]
    const reason = plan.content.reason ?? 'not committed'
    return `the content is not versioned (${reason}), so it may not run ${actions.join(', ')}; commit it first`
  },
}
