/** Gate: a request is not older than the policy allows, because a node remembers only for a week what it has run. */
import { parseDuration } from '../../document/duration.ts'
import type { Gate } from '../policy.ts'
import { momentOf } from './freezes.ts'

const DEFAULT = '24h'
/** The node's week, less a day for the run itself. */
export const LONGEST_AGE = '144h'

export const requestAge: Gate = {
  name: 'request-age',
  kind: 'request-expired',
  ofRequest: true,
  check: (_plan, { policy, trigger, receivedAt, requestedAt, issuedAt }) => {
    const set = policy.limits['request-age']
    const most = set ?? DEFAULT
    const source = `policy.limits.request-age${set === undefined ? ', by default' : ''}`
    // Somebody who typed it is waiting for it; a workflow may have waited for weeks.
    if (trigger !== 'cli' && requestedAt === undefined && set !== undefined)
      return `it is not known when the workflow run was created, and ${source} allows ${most}; give the step a github-token with \`actions: read\``
    const reasons = [
      ...tooOld('the workflow run was created', requestedAt, receivedAt, most),
      // A claim can only make a request older than GitHub says, never younger.
      ...tooOld('its sender says that it was issued', issuedAt, receivedAt, most),
    ]
    if (reasons.length === 0) return undefined
    return `the request is too old: ${reasons.join(', and ')}; allowed are ${most} (${source}). Ask again as a new request, after a look at the nodes`
  },
}

function tooOld(
  what: string,
  at: string | undefined,
  receivedAt: string,
  most: string,
): readonly string[] {
  if (at === undefined) return []
  const [then, mostMs] = [momentOf(at), parseDuration(most)]
  if (then === undefined || mostMs === undefined) return [`${what} at ${at}, which is no time`]
  return Date.parse(receivedAt) - then > mostMs ? [`${what} at ${at}`] : []
}
