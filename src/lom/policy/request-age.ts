/** Gate: a request is not older than the policy allows, because a node remembers only for a week what it has run. */
import { parseDuration } from '../../document/duration.ts'
import type { Gate } from '../policy.ts'
import { momentOf } from './freezes.ts'

export const DEFAULT_AGE = '24h'
/** The node's week, less a day for the run itself. */
export const LONGEST_AGE = '144h'

export const requestAge: Gate = {
  name: 'request-age',
  kind: 'request-expired',
  ofRequest: true,
  check: (_plan, { policy, trigger, receivedAt, requestedAt }) => {
    const set = policy.limits['request-age']
    const most = set ?? DEFAULT_AGE
    const source = `policy.limits.request-age${set === undefined ? ', by default' : ''}`
    // Who types it on the command line waits for it; a workflow may have waited for weeks.
    if (requestedAt === undefined) {
      if (trigger === 'cli' || set === undefined) return undefined
      return `it is not known when the workflow run was created, and ${source} allows ${most}; give the step a github-token with \`actions: read\``
    }
    const [then, mostMs] = [momentOf(requestedAt), parseDuration(most)]
    const known = then !== undefined && mostMs !== undefined
    if (known && Date.parse(receivedAt) - then <= mostMs) return undefined
    return `the request is too old: the workflow run was created at ${requestedAt}; allowed are ${most} (${source})`
  },
}
