/** Gate: only transports that the policy lists are used; what runs on this machine needs it most, because secrets are here. */
import type { Gate, Planned, Policy } from '../policy.ts'

export const transports: Gate = {
  name: 'transports',
  check: (plan, { policy }) => {
    const listed: readonly string[] = policy.limits.transports
    const refused = plan.nodes.filter(({ transport }) => !listed.includes(transport))
    if (!refused.length) return proxies(plan, policy)
    const used = [...new Set(refused.map(({ transport }) => transport))].join(', ')
    const names = refused.slice(0, 5).map(({ name }) => name)
    const more = refused.length > 5 ? ` and ${refused.length - 5} more` : ''
    return `${used} is not in policy.limits.transports, but ${names.join(', ')}${more} would use it`
  },
}

function proxies({ nodes }: Planned, { limits }: Policy): string | undefined {
  const node = nodes.find(({ proxy_command: command }) => command !== undefined)
  if (node === undefined || limits['proxy-commands'] === true) return undefined
  return `policy.limits.proxy-commands is not true, but ${node.name} is reached through a command of this machine: ${node.proxy_command?.slice(0, 200)}`
}
