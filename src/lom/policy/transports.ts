/** Gate: only transports that the policy lists are used; local needs it most, because it runs where the secrets are. */
import type { Gate } from '../policy.ts'

export const transports: Gate = {
  name: 'transports',
  check: (plan, { policy }) => {
    const listed: readonly string[] = policy.limits.transports
    const refused = plan.nodes.filter(({ transport }) => !listed.includes(transport))
    if (!refused.length) return undefined
    const used = [...new Set(refused.map(({ transport }) => transport))].join(', ')
    const names = refused.slice(0, 5).map(({ name }) => name)
    const more = refused.length > 5 ? ` and ${refused.length - 5} more` : ''
    return `${used} is not in policy.limits.transports, but ${names.join(', ')}${more} would use it`
  },
}
