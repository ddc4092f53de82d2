/** What a run whose journal is lost may have started, in the order in which it would have: one asks as long as one knows. Pure. */
import type { Plan, PlanCall, PlanStep } from '../protocol/types.gen.ts'
import type { LaunchEnd, OpenLaunch } from './open-launches.ts'
import { type FlowPhase, launchesOf, listLength } from './plan-calls.ts'

export type LostLaunch = Pick<OpenLaunch, 'step' | 'phase' | 'iteration'>

/**
 * The first launch that may have been started and of which no end is known. Undefined: there is none, or what follows
 * depends on what nobody can tell any more, and stays unknown.
 */
export function nextLost(
  plan: Plan,
  endOf: (launch: LostLaunch) => LaunchEnd | undefined,
): LostLaunch | undefined {
  const open = (launch: LostLaunch): boolean => (endOf(launch)?.executed ?? 'unknown') === 'unknown'
  const good = (launch: LostLaunch): boolean => endOf(launch)?.status === 'succeeded'
  const failed = (launch: LostLaunch): boolean =>
    endOf(launch)?.status === 'failed' && endOf(launch)?.executed === 'yes'

  /** Up to the first that did not succeed. */
  const list = (phase: FlowPhase) => {
    const launches = launchesOf(plan, phase).flatMap((step) => repeated(plan, step, phase))
    const last = launches.find((one) => open(one) || !good(one))
    return { last, passed: last === undefined, open: last && open(last) ? last : undefined }
  }
  const preflight = list('preflight')
  if (!preflight.passed) return preflight.open
  const before = list('before')
  if (before.last !== undefined && !failed(before.last)) return before.open
  const needed = before.last !== undefined || plan.verify === undefined
  if (needed) {
    const steps = list('do')
    if (steps.open !== undefined) return steps.open
    const after = steps.passed ? list('after') : undefined
    if (after?.open !== undefined) return after.open
    const bad = steps.last ?? after?.last
    if (bad !== undefined) {
      if (!failed(bad)) return undefined
      // What was undone, and whether anything was, may be asked in its own order.
      const undone = undoOf(plan, bad).find(open)
      if (undone !== undefined) return undone
    }
  }
  return list('evidence').open
}

function undoOf(plan: Plan, { step, phase }: LostLaunch): LostLaunch[] {
  const at = phase === 'do' ? plan.steps.findIndex(({ id }) => id === step.id) : plan.steps.length
  const done = plan.steps.slice(0, at + 1)
  const asks = phase === 'do' ? done.slice(-1) : done
  if (!asks.some(({ on_failure }) => on_failure === 'undo')) return []
  return done.flatMap((one) => (one.undo ? repeated(plan, one, 'undo', one.undo) : [])).toReversed()
}

/** A list that only a node knows counts as one entry: what comes after it cannot be told apart. */
function repeated(
  plan: Plan,
  step: PlanStep,
  phase: FlowPhase,
  call: PlanCall = step,
): LostLaunch[] {
  const length = step.for_each === undefined ? 1 : (listLength(plan, step) ?? 1)
  return Array.from({ length }, (_, index) => ({ step: call, phase, iteration: index + 1 }))
}
