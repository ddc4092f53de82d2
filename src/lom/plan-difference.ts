/** What a plan does otherwise than the one that somebody has looked at, in words. Pure, in a fixed order. */
import { canonical } from '../protocol/envelope.ts'
import { type Fault, fault } from '../protocol/errors.ts'
import type { Plan } from '../protocol/types.gen.ts'
import { type Difference, differenceOf, namesOf } from './changes/difference.ts'

/** What somebody expects to be carried out, and nothing else. */
export interface ExpectedPlan {
  readonly planHash: string
  /** The plan itself, where he has it: without it only the hashes can be told. */
  readonly plan?: Plan
}

const SHOWN = 20
const VALUE_AT_MOST = 120

/** Undefined where the plan is the expected one. */
export function planChanged(
  { plan, planHash }: { readonly plan: Plan; readonly planHash: string },
  expected: ExpectedPlan,
): Fault | undefined {
  if (planHash === expected.planHash) return undefined
  const hashes = `the plan is ${planHash} now, and ${expected.planHash} was expected`
  if (expected.plan === undefined)
    return fault(
      'plan-changed',
      `${hashes}; what is different can be told where the expected plan is given too (\`--plan FILE\`)`,
      { phase: 'plan' },
    )
  const found = planDifferences(expected.plan, plan).map(differenceText)
  const more = found.length > SHOWN ? `; and ${found.length - SHOWN} more` : ''
  return fault('plan-changed', `${hashes}: ${found.slice(0, SHOWN).join('; ')}${more}`, {
    phase: 'plan',
  })
}

/** Nodes by name and steps by id; everything else by its key. */
export function planDifferences(before: Plan, after: Plan): Difference[] {
  const { nodes: oldNodes, gates: oldGates, ...old } = before
  const { nodes, gates, ...now } = after
  const [oldSteps, steps] = [before.steps, after.steps]
  const rest = withoutLists(now)
  const oldRest = withoutLists(old)
  return [
    ...named('node', byKey(oldNodes, 'name'), byKey(nodes, 'name')),
    ...LISTS.flatMap((list) =>
      named(
        list === 'steps' ? 'step' : list,
        byKey(before[list] ?? [], 'id'),
        byKey(after[list] ?? [], 'id'),
      ),
    ),
    ...orderOf('steps', oldSteps, steps),
    ...values('', oldRest, rest),
    ...named('gate', byKey(oldGates, 'gate'), byKey(gates, 'gate')),
  ]
}

const LISTS = ['preflight', 'verify', 'steps', 'evidence'] as const

function withoutLists(plan: Readonly<Partial<Plan>>): Values {
  const { preflight: _, verify: __, steps: ___, evidence: ____, ...rest } = plan
  return rest
}

type Values = Readonly<Record<string, unknown>>

function byKey<K extends string>(
  items: readonly { readonly [P in K]: string }[],
  key: K,
): ReadonlyMap<string, Values> {
  return new Map(items.map((item) => [item[key], { ...item }]))
}

function named(
  what: string,
  before: ReadonlyMap<string, Values>,
  after: ReadonlyMap<string, Values>,
): Difference[] {
  return namesOf(before.keys(), after.keys()).flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)]
    if (was && is) return values(`${what} ${name}: `, was, is)
    return differenceOf(`${what} ${name}`, was && 'there', is && 'there')
  })
}

/** Objects within are compared key by key, so that one parameter is told as that. */
function values(prefix: string, before: Values, after: Values): Difference[] {
  return namesOf(Object.keys(before), Object.keys(after)).flatMap((key) => {
    const [was, is] = [before[key], after[key]]
    if (isObject(was) && isObject(is)) return values(`${prefix}${key}.`, was, is)
    return differenceOf(`${prefix}${key}`, was, is)
  })
}

function orderOf(
  what: string,
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): Difference[] {
  const [was, is] = [before.map(({ id }) => id), after.map(({ id }) => id)]
  return canonical([...was].sort()) === canonical([...is].sort())
    ? differenceOf(`order of ${what}`, was.join(', '), is.join(', '))
    : []
}

function differenceText({ what, before, after }: Difference): string {
  if (before === undefined) return `${what} is new${after === 'there' ? '' : ` (${cut(after)})`}`
  if (after === undefined) return `${what} is gone${before === 'there' ? '' : ` (${cut(before)})`}`
  return `${what} was ${cut(before)} and is ${cut(after)}`
}

function cut(text: string | undefined): string {
  const shown = text ?? ''
  return shown.length > VALUE_AT_MOST ? `${shown.slice(0, VALUE_AT_MOST).toWellFormed()}...` : shown
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
