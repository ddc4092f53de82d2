/** Gate: a run touches no more nodes than the policy and the runbook allow. */
import type { Gate } from '../policy.ts'

/** Where the policy says nothing: enough for a service, too few for a fleet by mistake. */
const MAX_TARGETS = 100

export const limits: Gate = {
  name: 'limits',
  check: (plan, { policy, runbookMax }) => {
    const count = plan.nodes.length
    const set = policy.limits['max-targets']
    const most = set ?? MAX_TARGETS
    const source = `policy.limits.max-targets${set === undefined ? ', by default' : ''}`
    const reasons: string[] = []
    if (count > most) reasons.push(`at most ${most} (${source})`)
    if (runbookMax !== undefined && count > runbookMax) {
      reasons.push(`at most ${runbookMax} (targets.max of the runbook)`)
    }
    return reasons.length
      ? `${count} nodes are selected; allowed are ${reasons.join(', ')}`
      : undefined
  },
}
