/** Gate: a run touches no more nodes, and no more at once, than the policy and the runbook allow. */
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
    const atOnce = policy.limits.concurrency
    const wanted = Math.min(plan.concurrency, count)
    return (
      [
        ...(reasons.length === 0
          ? []
          : [`${count} nodes are selected; allowed are ${reasons.join(', ')}`]),
        ...(atOnce === undefined || wanted <= atOnce
          ? []
          : [
              `${wanted} nodes would run at the same time; allowed are ${atOnce} (policy.limits.concurrency)`,
            ]),
      ].join('; ') || undefined
    )
  },
}
