/** What a run has left open: for each node the launches of which it is not known how they ended. Pure. */
import type { Plan, PlanCall, PlanStep, RecordEvent } from '../protocol/types.gen.ts'
import { type LostLaunch, nextLost } from './lost-launches.ts'
import { type FlowPhase, plannedLaunches } from './plan-calls.ts'

export interface OpenLaunch {
  readonly node: string
  readonly step: PlanCall
  readonly phase: FlowPhase
  /** One-based. */
  readonly iteration: number
  /** One-based. */
  readonly attempt: number
  /** The node may have been told to start it. */
  readonly told: boolean
}

/** An event of a journal, whether it is in its chain or about to be. */
export type FlowEvent = Omit<RecordEvent, 'seq' | 'prev' | 'at' | 'run_id'>

/** The run has written its last event, so it will start nothing more. */
export function isFinished(events: readonly FlowEvent[]): boolean {
  return events.at(-1)?.type === 'run-ended'
}

/**
 * What was told to start and has no end that is known is open, whatever it was for. Of what was only prepared the one
 * that comes next is open too while the node's run may not be over: sealing it on the node proves that nothing will
 * start it later. With `partial`, the journal does not say what was started, so everything may have been.
 */
export function openLaunches(
  plan: Plan,
  events: readonly FlowEvent[],
  partial: boolean,
): OpenLaunch[] {
  const finished = isFinished(events)
  return plan.nodes.flatMap(({ name }) => {
    const own = events.filter(({ node }) => node === name)
    const states = statesOf(plan, own)
    const open = states.filter(({ told, known }) => told && !known)
    if (partial) {
      const stateOf = (one: LostLaunch) => states.find((state) => isSame(state, one))
      const next = nextLost(plan, (one) => (stateOf(one)?.again ? undefined : stateOf(one)?.end))
      if (next === undefined) return []
      const { attempt = 1, again = false } = stateOf(next) ?? {}
      return [{ node: name, attempt: again ? attempt + 1 : attempt, told: true, ...next }]
    }
    const over = finished || own.some(({ type }) => type === 'node-ended')
    const next = over || open.length > 0 ? [] : comingNext(states)
    return [...open, ...next].map(({ step, phase, iteration, attempt, told }) => {
      return { node: name, step, phase, iteration, attempt, told }
    })
  })
}

export interface LaunchEnd {
  readonly status: string
  readonly executed: 'no' | 'yes' | 'unknown'
}

interface LaunchState {
  readonly step: PlanCall
  readonly phase: FlowPhase
  readonly iteration: number
  /** The last one that was prepared. */
  readonly attempt: number
  /** Where it stands in the plan. */
  readonly index: number
  readonly begun: boolean
  readonly told: boolean
  readonly end?: LaunchEnd
  readonly known: boolean
  /** It failed, and the runbook lets another attempt follow. */
  readonly again: boolean
}

/** In the plan's order, a list's entries in theirs. */
function statesOf(plan: Plan, own: readonly FlowEvent[]): LaunchState[] {
  return plannedLaunches(plan).flatMap(({ phase, step }, index) => {
    const about = own.filter((event) => event.step === step.id && (event.phase ?? 'do') === phase)
    const iterations = new Set(about.map(({ iteration = 1 }) => iteration))
    return [...iterations]
      .sort((a, b) => a - b)
      .map((iteration) => {
        const events = about.filter((event) => (event.iteration ?? 1) === iteration)
        return { step, phase, iteration, index, ...lastAttempt(step, events) }
      })
  })
}

function lastAttempt(
  step: PlanStep,
  events: readonly FlowEvent[],
): Pick<LaunchState, 'attempt' | 'begun' | 'told' | 'end' | 'known' | 'again'> {
  const attempt = Math.max(1, ...events.map((event) => event.attempt ?? 1))
  const last = events.filter((event) => (event.attempt ?? 1) === attempt)
  const ends = events.filter(({ type }) => type === 'collected' || type === 'ended')
  const own = ends.findLast((event) => last.includes(event))
  // A further attempt that was never made leaves the one before it as the step's end.
  const end = own?.executed === 'no' ? (ends.findLast(hasRun) ?? own) : own
  const executed = end?.executed ?? 'unknown'
  const failed = own?.executed === 'yes' && own.data?.['status'] === 'failed'
  return {
    attempt,
    begun: events.some(({ type }) => type === 'started' || type === 'ended'),
    told: own !== undefined || last.some(({ type }) => type === 'started'),
    known: end !== undefined && executed !== 'unknown',
    again: failed && step.idempotent && attempt < (step.retry?.attempts ?? 1),
    ...(end === undefined ? {} : { end: { status: String(end.data?.['status']), executed } }),
  }
}

function hasRun({ executed }: FlowEvent): boolean {
  return executed === 'yes'
}

/** What is prepared and stands behind everything that was begun; its turn may have come when the run was killed. */
function comingNext(states: readonly LaunchState[]): LaunchState[] {
  const reached = Math.max(0, ...states.filter(({ begun }) => begun).map(({ index }) => index))
  return states.filter(({ index, told }) => index >= reached && !told).slice(0, 1)
}

function isSame(
  a: Pick<LaunchState, 'step' | 'phase' | 'iteration'>,
  b: Pick<LaunchState, 'step' | 'phase' | 'iteration'>,
): boolean {
  return a.step.id === b.step.id && a.phase === b.phase && a.iteration === b.iteration
}
