/** What a change does to the steps of a runbook, those of its checks and its evidence among them. */
import { calledRunbook, inlineCalls } from '../../runbook/inline.ts'
import { SECTIONS, type Section, type Step } from '../../runbook/runbook.ts'
import { type Difference, differenceOf, namesOf } from './difference.ts'
import type { Side } from './runbooks.ts'

const NAMES: Readonly<Record<Section, string>> = {
  preflight: 'preflight',
  verify: 'verify',
  steps: 'step',
  evidence: 'evidence',
}

export function stepDifferences(was: Side | undefined, is: Side | undefined): Difference[] {
  return SECTIONS.flatMap((section) => {
    const [old, now] = [stepsOf(was, section), stepsOf(is, section)]
    const name = NAMES[section]
    return [
      ...namesOf(old.keys(), now.keys()).flatMap((id) => {
        const [from, to] = [old.get(id), now.get(id)]
        const raised = to !== undefined && isRaised(from, to, is)
        return differenceOf(`${name} ${id}`, withoutId(from), withoutId(to), raised)
      }),
      ...differenceOf(
        section === 'steps' ? 'order of steps' : `order of ${section}`,
        kept(old, now),
        kept(now, old),
      ),
    ]
  })
}

function stepsOf(side: Side | undefined, section: Section): ReadonlyMap<string, Step> {
  const steps = side?.runbook.allSteps.filter((step) => step.section === section) ?? []
  return new Map(steps.map((step) => [step.id, step]))
}

const kept = (one: ReadonlyMap<string, Step>, other: ReadonlyMap<string, Step>): string =>
  [...one.keys()].filter((id) => other.has(id)).join(', ')

function withoutId(step: Step | undefined) {
  if (!step) return undefined
  const { id: _, ...rest } = step.declaration
  return rest
}

/** It uses an action that it did not use, to do or to undo, and that action does more than read as nobody special. */
function isRaised(from: Step | undefined, to: Step, side: Side | undefined): boolean {
  return [[from?.action, to.action] as const, [from?.undo?.action, to.undo?.action] as const].some(
    ([before, after]) => after !== undefined && after !== before && isPowerful(after, side),
  )
}

function isPowerful(action: string, side: Side | undefined): boolean {
  const called = side?.project.written(calledRunbook(action) ?? '')
  if (side && called)
    return inlineCalls(called, side.project.written).steps.some(
      (step) => isPowerful(step.action, side) || (step.undo && isPowerful(step.undo.action, side)),
    )
  const declared = side?.project.registry.actions.get(action)?.declaration
  return declared?.become === true || (declared !== undefined && declared.effect !== 'read')
}
