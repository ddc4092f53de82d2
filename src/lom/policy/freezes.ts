/** Gate: while a freeze lasts, nothing of its effects runs. */
import type { PlanStep } from '../../protocol/types.gen.ts'
import { effectsOf } from '../plan-calls.ts'
import type { Gate, Policy } from '../policy.ts'

export const freezes: Gate = {
  name: 'freezes',
  check: (plan, { policy, now }) => freezeRefusal(policy, effectsOf(plan), now),
}

/** `now` is RFC 3339. */
export function freezeRefusal(
  policy: Policy,
  effects: readonly PlanStep['effect'][],
  now: string,
): string | undefined {
  const moment = Date.parse(now)
  const reasons = (policy.freezes ?? []).flatMap(({ from, to, effects: frozen, reason }) => {
    const [first, end] = [momentOf(from), momentOf(to)]
    // A moment that cannot be read ends no freeze.
    if (moment < (first ?? 0) || moment >= (end ?? Number.POSITIVE_INFINITY)) return []
    const hit = effects.filter((effect) => frozen.includes(effect))
    const why = reason === undefined ? '' : `: ${reason}`
    return hit.length === 0 ? [] : [`${hit.join(' and ')} from ${from} to ${to}${why}`]
  })
  return reasons.length === 0 ? undefined : `policy.freezes stops ${reasons.join('; ')}`
}

/** Milliseconds since 1970 of an RFC 3339 text; undefined when there is no such day or time. */
export function momentOf(text: string): number | undefined {
  const iso = text.toUpperCase().replace(' ', 'T')
  const [, y, m, d, h, min, s] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(iso) ?? []
  const moment = Date.parse(iso)
  if (d === undefined || Number.isNaN(moment)) return undefined
  // Date takes the 30th of February for the 2nd of March.
  const day = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)))
  const real = day.getUTCDate() === Number(d) && Number(h) < 24 && Number(min) < 60
  return real && Number(s) < 60 ? moment : undefined
}
