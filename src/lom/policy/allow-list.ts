/** Gate: one entry of policy.allow covers each action on each node, for everybody who takes part. */
import type { PlanCall, PlanNode } from '../../protocol/types.gen.ts'
import { callsOf, runbooksOf } from '../plan-calls.ts'
import type { Facts, Gate, Policy } from '../policy.ts'
import { matches, parseSelector } from '../selector.ts'
import { coversActor, teamsUnknown } from './who.ts'

type Entry = Policy['allow'][number]

const SHOWN = 5

export const allowList: Gate = {
  name: 'allow-list',
  check: (plan, facts) => {
    const entries = facts.policy.allow.map((entry) => ({ entry, where: whereOf(entry) }))
    const refusals = facts.actors.flatMap((actor) => {
      const mine = entries.filter(({ entry }) => coversWho(entry, actor, facts))
      return callsOf(plan).flatMap((step) => {
        const names = runbooksOf(plan, step)
        // What a called runbook does has to be allowed to it, and to each that calls it.
        return (names.length === 0 ? [undefined] : names).flatMap((name) => {
          const fitting = mine.filter(({ entry }) => coversWhat(entry, name, step))
          const left = plan.nodes.filter((node) => !fitting.some(({ where }) => where(node)))
          const within = names.length > 1 ? ` in the runbook ${name}` : ''
          return left.length ? [refusal(actor, step, left, facts) + within] : []
        })
      })
    })
    if (!refusals.length) return undefined
    const named = facts.policy.allow.flatMap(({ actors }) => actors)
    const teams = teamsUnknown(named, facts.teams)
    return `policy.allow has no entry for: ${[...new Set(refusals)].join('; ')}${teams}`
  },
}

function refusal(actor: string, step: PlanCall, nodes: readonly PlanNode[], facts: Facts): string {
  const names = nodes.slice(0, SHOWN).map(({ name }) => name)
  const more = nodes.length > SHOWN ? ` and ${nodes.length - SHOWN} more` : ''
  return `${step.action} (${step.effect}) on ${names.join(', ')}${more} by ${actor} through ${facts.trigger}`
}

function coversWho(entry: Entry, actor: string, { trigger, teams }: Facts): boolean {
  return (
    entry.triggers.includes(trigger) && entry.actors.some((one) => coversActor(one, actor, teams))
  )
}

/** A list that is there and empty covers nothing. A single action belongs to no runbook. */
function coversWhat(entry: Entry, runbook: string | undefined, step: PlanCall): boolean {
  const { effects, runbooks, actions } = entry
  if (!effects.includes(step.effect)) return false
  if (actions && !actions.includes(step.action)) return false
  if (!runbooks) return true
  return runbook !== undefined && runbooks.includes(runbook)
}

/** A selector that cannot be read covers no node. */
function whereOf({ targets }: Entry): (node: PlanNode) => boolean {
  if (targets === undefined) return () => true
  const selector = parseSelector(targets)
  if (selector.kind !== 'selector') return () => false
  return (node) => matches(selector.terms, node)
}
