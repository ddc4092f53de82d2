/** What a run has left open: for each node the launches of which it is not known how they ended. Pure. */
import type { Plan, PlanCall, RecordEvent } from '../protocol/types.gen.ts'
import { nextLost } from './lost-launches.ts'
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
      const next = nextLost(plan, (one) => states.find((state) => isSame(state, one))?.end)
      return next === undefined ? [] : [{ node: name, attempt: 1, told: true, ...next }]
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
        return { step, phase, iteration, index, ...lastAttempt(events) }
      })
  })
}

function lastAttempt(
  events: readonly FlowEvent[],
): Pick<LaunchState, 'attempt' | 'begun' | 'told' | 'end' | 'known'> {
  const attempt = Math.max(1, ...events.map((event) => event.attempt ?? 1))
  const last = events.filter((event) => (event.attempt ?? 1) === attempt)
  const end = last.findLast(({ type }) => type === 'collected' || type === 'ended')
  const executed = end?.executed ?? 'unknown'
  return {
    attempt,
    begun: events.some(({ type }) => type === 'started' || type === 'ended'),
    told: end !== undefined || last.some(({ type }) => type === 'started'),
    known: end !== undefined && executed !== 'unknown',
    ...(end === undefined ? {} : { end: { status: String(end.data?.['status']), executed } }),
  }
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
