/** Gate: a runbook reads the secrets that the policy lists for it, and no others. */
import { callsOf, runbooksOf } from '../plan-calls.ts'
import type { Gate } from '../policy.ts'

export const secrets: Gate = {
  name: 'secrets',
  check: (plan, { policy }) => {
    const wanted = [...new Set(callsOf(plan).flatMap((call) => Object.values(call.secrets ?? {})))]
    if (wanted.length === 0) return undefined
    const names = (list: readonly string[]) => list.map((name) => `RUNE_SECRET_${name}`).join(', ')
    if (plan.runbook === undefined)
      return `${names(wanted)} is listed for runbooks only, in policy.secrets; an action by itself gets no secret`
    const known = policy.secrets ?? {}
    const refusals = callsOf(plan).flatMap((call) =>
      runbooksOf(plan, call).flatMap((name) => {
        const listed = Object.hasOwn(known, name) ? (known[name] ?? []) : []
        const left = Object.values(call.secrets ?? {}).filter((one) => !listed.includes(one))
        return left.length === 0 ? [] : [{ name, left }]
      }),
    )
    const books = [...new Set(refusals.map(({ name }) => name))]
    if (books.length === 0) return undefined
    return books
      .map((name) => {
        const own = refusals.filter((one) => one.name === name).flatMap(({ left }) => left)
        const left = wanted.filter((one) => own.includes(one))
        return `policy.secrets does not list ${left.join(', ')} for ${name}, which would read ${names(left)}`
      })
      .join('; ')
  },
}
