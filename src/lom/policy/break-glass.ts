/** Break glass: in an emergency listed people pass the gates that the policy lists, with a reason and a ticket. */
import { linearPattern, patternFault } from '../../protocol/pattern.ts'
import { show } from '../../protocol/schemas.ts'
import type { Request } from '../../protocol/types.gen.ts'
import type { Facts, Policy } from '../policy.ts'
import { coversActor, teamsUnknown } from './who.ts'

/** What was asked for. Whether it is given is the policy's. */
export interface GlassAsked {
  readonly reason?: string
  readonly ticket?: string
}

export type GlassVerdict =
  | {
      readonly kind: 'granted'
      readonly by: readonly string[]
      readonly reason: string
      readonly ticket: string
      /** Names of gates. */
      readonly relaxes: readonly string[]
    }
  | { readonly kind: 'refused'; readonly reason: string }

/** Only where a person has asked himself: what a payload brings may be anybody's. */
const TRIGGERS: readonly Request['trigger'][] = ['cli', 'workflow_dispatch']
const [REASON_AT_LEAST, REASON_AT_MOST] = [10, 500]

/** Every condition that is not met is said. */
export function breakGlass(asked: GlassAsked, facts: Facts): GlassVerdict {
  const rules = facts.policy['break-glass']
  if (rules === undefined)
    return {
      kind: 'refused',
      reason: 'rune.yaml has no policy.break-glass, so nobody may break it',
    }
  const reason = asked.reason?.trim() ?? ''
  const ticket = asked.ticket ?? ''
  const others = facts.actors.filter(
    (actor) => !rules.actors.some((entry) => coversActor(entry, actor, facts.teams)),
  )
  const length = [...reason].length
  const wrong = [
    ...(TRIGGERS.includes(facts.trigger)
      ? []
      : [`${facts.trigger} cannot ask for it; expected ${TRIGGERS.join(' or ')}`]),
    ...(others.length === 0
      ? []
      : [
          `policy.break-glass.actors does not list ${others.join(' and ')}${teamsUnknown(rules.actors, facts.teams)}`,
        ]),
    ...(length >= REASON_AT_LEAST && length <= REASON_AT_MOST
      ? []
      : [
          `the reason has ${length} characters; expected ${REASON_AT_LEAST} to ${REASON_AT_MOST} that say what happens`,
        ]),
    ...(ticketFits(rules, ticket)
      ? []
      : [
          `the ticket is ${ticket === '' ? 'missing' : show(ticket)}; expected one of the form ${rules.ticket}`,
        ]),
  ]
  if (wrong.length > 0) return { kind: 'refused', reason: wrong.join('; ') }
  return { kind: 'granted', by: facts.actors, reason, ticket, relaxes: rules.relaxes }
}

/** The whole ticket, also where the pattern has no anchors. */
function ticketFits({ ticket }: NonNullable<Policy['break-glass']>, given: string): boolean {
  const whole = wholePattern(ticket)
  return given !== '' && patternFault(whole) === undefined && linearPattern(whole).test(given)
}

/** A pattern of tickets as it is used. */
export const wholePattern = (pattern: string): string => `^(?:${pattern})$`
