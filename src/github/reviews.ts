/** What the reviews of a pull request are worth: whose approval counts, for which head, and why others do not. */
import type { ForcePush, Pull, Review } from './pulls.ts'

export interface Approval {
  readonly login: string
  /** The head that was approved, which was there when it was. */
  readonly head: string
}

/** An approval that does not count. */
export interface Discounted {
  readonly kind: 'approval-stale' | 'approval-self' | 'approval-bot'
  readonly who: string
  readonly why: string
}

export interface Reviewed {
  readonly approvals: readonly Approval[]
  readonly discounted: readonly Discounted[]
}

/** The latest of these is a reviewer's verdict; comments do not change it. */
const DECISIVE = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED']

/** Pure. Whether a reviewer may write to the repository is not known here. */
export function judgeReviews(pull: Pull): Reviewed {
  const approvals: Approval[] = []
  const discounted: Discounted[] = []
  for (const review of verdicts(pull.reviews)) {
    if (review.state !== 'APPROVED') continue
    const wrong = discount(review, pull)
    if ('kind' in wrong) discounted.push(wrong)
    else approvals.push(wrong)
  }
  return { approvals, discounted }
}

/** The last decisive review of each reviewer. One that was dismissed leaves no verdict, and revives no older one. */
function verdicts(reviews: readonly Review[]): readonly Review[] {
  const latest = new Map<string, Review>()
  let deleted = 0
  const dated = reviews.filter(({ state, at }) => DECISIVE.includes(state) && at !== undefined)
  // Stable, so that of two in one second the one that GitHub names last is the later.
  for (const review of dated.toSorted((a, b) => timeIn(a.at) - timeIn(b.at))) {
    deleted += 1
    latest.set(review.by?.login.toLowerCase() ?? `deleted ${deleted}`, review)
  }
  return [...latest.values()]
}

function discount(review: Review, { writers, forcePushes }: Pull): Approval | Discounted {
  const { by, head } = review
  if (by === undefined) {
    return { kind: 'approval-bot', who: 'a deleted account', why: 'it is nobody now' }
  }
  const who = by.login
  if (!by.person) return { kind: 'approval-bot', who, why: 'it is an App, not a person' }
  if (writers.has(who.toLowerCase()))
    return { kind: 'approval-self', who, why: 'author, committer or pusher of the same change' }
  const stale = staleness(review, forcePushes)
  if (stale === undefined && head !== undefined) return { login: who, head }
  return {
    kind: 'approval-stale',
    who,
    why: stale ?? 'GitHub does not say which head was approved',
  }
}

/**
 * GitHub may say of an approval that it is for a head which came later: after a force-push it points old reviews to the new
 * head. Only times of GitHub's server are compared, never those that commits claim. Where a force-push followed an
 * approval, its head has to be known to have been there before.
 */
function staleness({ at, head }: Review, forcePushes: readonly ForcePush[]): string | undefined {
  const approvedAt = timeIn(at)
  const later = forcePushes.filter((push) => !(timeIn(push.at) < approvedAt))
  if (later.length === 0 || head === undefined) return undefined
  if (forcePushes.some((push) => push.after === head && timeIn(push.at) < approvedAt))
    return undefined
  const first = later.toSorted((a, b) => timeIn(a.at) - timeIn(b.at))[0]
  const wasThere = first?.before === head && !later.some(({ after }) => after === head)
  if (wasThere) return undefined
  return `approved before the force-push of ${first?.at}, which brought another head`
}

/** A time that is missing is before all others. */
function timeIn(text: string | undefined): number {
  return text === undefined ? 0 : Date.parse(text)
}
