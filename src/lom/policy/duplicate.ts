/** Gate: nodes still remember what an earlier run under the same correlation id did, so that nothing is done twice. */
import type { EarlierRun } from '../../protocol/types.gen.ts'
import type { Facts, Gate } from '../policy.ts'

/** How long a node keeps its entries. */
const REMEMBERED_MS = 7 * 24 * 3600 * 1000

export const duplicate: Gate = {
  name: 'duplicate',
  check: (_, facts) => {
    const forgotten = facts.earlierRuns?.find((run) => isForgotten(run, facts))
    if (forgotten === undefined) return undefined
    return `the run ${forgotten.url} of ${forgotten.created_at} has the same correlation id, and nodes remember for seven days only: they could not tell what it has done`
  },
}

/** A time that cannot be read is as good as a long time ago. */
function isForgotten({ created_at }: EarlierRun, { now }: Facts): boolean {
  return !(Date.parse(now) - Date.parse(created_at) < REMEMBERED_MS)
}
