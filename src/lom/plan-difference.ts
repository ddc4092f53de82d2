/** What makes one plan another, in sentences for people: their hashes only say that they are not the same. Pure. */
import { canonical } from '../protocol/envelope.ts'
import type { Plan, PlanNode, PlanStep } from '../protocol/types.gen.ts'
import { differenceOf, namesOf } from './changes/difference.ts'

const LONGEST = 200

/** Empty where both have the same hash. */
export function planDifferences(before: Plan, after: Plan): string[] {
  const { nodes, preflight, verify, steps, evidence, ...rest } = after
  return [
    ...fieldDifferences('', topOf(before), topOf(rest)),
    ...listDifferences('node', byName(before.nodes), byName(nodes)),
    ...listDifferences('preflight', byId(before.preflight), byId(preflight)),
    ...listDifferences('verify', byId(before.verify), byId(verify)),
    ...listDifferences('step', byId(before.steps), byId(steps)),
    ...listDifferences('evidence', byId(before.evidence), byId(evidence)),
    ...orderDifference(before, after),
  ]
}

type Fields = Readonly<Record<string, unknown>>
type Named = ReadonlyMap<string, Fields>

/** A commit by itself is named before what it brings. */
function topOf(plan: Omit<Plan, 'nodes' | 'steps'> & Partial<Plan>): Fields {
  const { nodes: _, preflight: __, verify: ___, steps: ____, evidence: _____, ...top } = plan
  const { content, runbook, ...others } = top
  return {
    commit: content.commit,
    versioned: content.versioned,
    runbook: runbook?.sha256,
    ...others,
  }
}

const byName = (nodes: readonly PlanNode[]): Named =>
  new Map(nodes.map((node) => [node.name, { ...node }]))

const byId = (steps: readonly PlanStep[] = []): Named =>
  new Map(steps.map((step) => [step.id, { ...step }]))

function listDifferences(what: string, before: Named, after: Named): string[] {
  return namesOf(before.keys(), after.keys()).flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)]
    if (was === undefined) return [`${what} ${name} is new`]
    if (is === undefined) return [`${what} ${name} is gone`]
    return fieldDifferences(`${what} ${name}: `, was, is)
  })
}

function fieldDifferences(place: string, before: Fields, after: Fields): string[] {
  return namesOf(Object.keys(before), Object.keys(after)).flatMap((key) =>
    differenceOf(key, before[key], after[key]).map(
      (one) => `${place}${key} was ${shown(one.before)} and is ${shown(one.after)}`,
    ),
  )
}

function orderDifference(before: Plan, after: Plan): string[] {
  const order = (plan: Plan): string => canonical(plan.steps.map(({ id }) => id))
  const same = [...before.steps].map(({ id }) => id).sort()
  const other = [...after.steps].map(({ id }) => id).sort()
  const moved = canonical(same) === canonical(other) && order(before) !== order(after)
  return moved ? ['the steps stand in another order'] : []
}

function shown(text: string | undefined): string {
  if (text === undefined) return 'nothing'
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).toWellFormed()}...`
}
