/** Whether somebody may ask nodes what a run has left there: it starts nothing, but it connects and it may stop. */
import { problem } from '../document/diagnostic.ts'
import type { Plan, PlanNode, PlanStep, Problem } from '../protocol/types.gen.ts'
import { callsOf } from './plan-calls.ts'
import { transports } from './policy/transports.ts'
import { coversActor, type Teams, teamsUnknown } from './policy/who.ts'
import type { PolicyResult } from './policy.ts'
import { matches, parseSelector } from './selector.ts'

export interface CollectAsked {
  /** With the nodes that are to be asked, and only those. */
  readonly plan: Plan
  readonly actor: string
  readonly teams?: Teams
  readonly what: 'result' | 'stop'
  /** It is the end of the very run that was admitted, in the same job: who may start it may close it. */
  readonly own?: boolean
}

/**
 * An entry of policy.allow has to cover the actor on each node, through whatever trigger: to read, or, for a stop, with
 * the effect of each action. What the clock says keeps nobody from the results of a run that was admitted.
 */
export function refuseCollect(policy: PolicyResult, asked: CollectAsked): readonly Problem[] {
  if (policy.kind === 'problems') {
    const message = 'the policy in rune.yaml cannot be read, so nothing is allowed'
    const init = { kind: 'policy-unavailable', rule: 'policy', message, file: 'rune.yaml' } as const
    return [problem(init), ...policy.problems]
  }
  const { plan, actor, teams, what, own = false } = asked
  const { allow, limits } = policy.policy
  const entries = allow.filter(({ actors }) => actors.some((who) => coversActor(who, actor, teams)))
  const left = plan.nodes.filter(
    (node) =>
      !own &&
      !callsOf(plan).every((step) =>
        entries.some((entry) => coversEffect(entry, step, what) && coversNode(entry, node)),
      ),
  )
  const names = left.slice(0, 5).map(({ name }) => name)
  const more = left.length > 5 ? ` and ${left.length - 5} more` : ''
  const demand = what === 'stop' ? 'the effects of what it would stop' : 'reading'
  const teamNote = teamsUnknown(
    allow.flatMap(({ actors }) => actors),
    teams,
  )
  const refused = [
    left.length === 0
      ? undefined
      : [
          'allow-list',
          `policy.allow has no entry for ${actor} and ${demand} on ${names.join(', ')}${more}${teamNote}`,
        ],
    ofTransports(plan, limits.transports),
  ].filter((one) => one !== undefined)
  return refused.map(([rule = '', message = '']) =>
    problem({ kind: 'policy-denied', rule, message, file: 'rune.yaml' }),
  )
}

type Entry = Extract<PolicyResult, { kind: 'policy' }>['policy']['allow'][number]

function coversEffect({ effects, actions }: Entry, step: PlanStep, what: 'result' | 'stop') {
  if (actions && !actions.includes(step.action)) return false
  return effects.includes(step.effect) || (what === 'result' && effects.includes('read'))
}

function coversNode({ targets }: Entry, node: PlanNode): boolean {
  if (targets === undefined) return true
  const selector = parseSelector(targets)
  return selector.kind === 'selector' && matches(selector.terms, node)
}

function ofTransports(plan: Plan, listed: readonly string[]): readonly string[] | undefined {
  const refused = plan.nodes.filter(({ transport }) => !listed.includes(transport))
  if (refused.length === 0) return undefined
  const used = [...new Set(refused.map(({ transport }) => transport))].join(', ')
  return [transports.name, `${used} is not in policy.limits.transports`]
}
