/** Gate: what has an effect that a window names runs only while such a window is open. */
import type { PlanStep, PolicyWindow } from '../../protocol/types.gen.ts'
import { effectsOf } from '../plan-calls.ts'
import type { Gate, Policy } from '../policy.ts'
import { DAYS, type Day, wallTime } from './wall-clock.ts'

export const windows: Gate = {
  name: 'windows',
  check: (plan, { policy, now }) => windowRefusal(policy, effectsOf(plan), now),
}

/** `now` is RFC 3339. */
export function windowRefusal(
  policy: Policy,
  effects: readonly PlanStep['effect'][],
  now: string,
): string | undefined {
  const shut = effects.flatMap((effect) => {
    const named = (policy.windows ?? []).filter((window) => window.effects.includes(effect))
    if (named.length === 0 || named.some((window) => isOpen(window, now))) return []
    return [`${effect} only runs ${named.map(windowText).join(', or ')}`]
  })
  return shut.length === 0 ? undefined : `no window of policy.windows is open: ${shut.join('; ')}`
}

/** From its first minute up to, and without, its last one. */
export function isOpen(window: PolicyWindow, now: string): boolean {
  const { day, minute } = wallTime(now, window.zone)
  const days = daysOf(window)
  const [from, to] = [minuteOf(window.from), minuteOf(window.to)]
  if (from < to) return days.has(day) && minute >= from && minute < to
  // Across midnight: it opened today, or yesterday.
  return (days.has(day) && minute >= from) || (days.has(dayBefore(day)) && minute < to)
}

/** `24:00` is 1440. */
export function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

/** All of a range; `fri-mon` goes over the weekend. */
function daysOf({ days = ['mon-sun'] }: PolicyWindow): ReadonlySet<string> {
  const twoWeeks: readonly string[] = [...DAYS, ...DAYS]
  return new Set(
    days.flatMap((range) => {
      const [first = '', last = first] = range.split('-')
      const rest = twoWeeks.slice(twoWeeks.indexOf(first))
      return rest.slice(0, rest.indexOf(last) + 1)
    }),
  )
}

function dayBefore(day: Day): Day {
  return DAYS[(DAYS.indexOf(day) + DAYS.length - 1) % DAYS.length] ?? day
}

function windowText({ days, from, to, zone }: PolicyWindow): string {
  return `${days === undefined ? '' : `${days.join(', ')} `}${from} to ${to} ${zone}`
}
