/** What a change does to the approvals that the policy asks for. */

import { approvalCounts } from '../policy/approvals.ts'
import type { Policy } from '../policy.ts'
import { type Difference, differenceOf } from './difference.ts'

const COUNTS = ['read', 'change', 'destructive', 'policy-change'] as const

/** Fewer approvals are more than before; so is another baseline, which vouches for all that is before it. */
export function approvalDifferences(was: Policy, is: Policy): Difference[] {
  const [had, has] = [approvalCounts(was), approvalCounts(is)]
  const [before, after] = [was.approvals, is.approvals]
  const counts = COUNTS.flatMap((name) =>
    differenceOf(`approvals ${name}`, had[name], has[name], has[name] < had[name]),
  )
  const baseline = differenceOf(
    'approvals baseline',
    before?.baseline,
    after?.baseline,
    after?.baseline !== undefined,
  )
  const [from, to] = [before?.cli ?? 'refused', after?.cli ?? 'refused']
  return [...counts, ...baseline, ...differenceOf('approvals cli', from, to, to === 'not-required')]
}
