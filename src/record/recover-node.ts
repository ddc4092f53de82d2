/** What the journal proves about one node of a run that was killed: never more than that. */
import { EPS, type EpsKind, isEpsKind } from '../protocol/eps.ts'
import type { RecordEvent, ReportError, ReportNode, ReportStep } from '../protocol/types.gen.ts'
import type { PlannedStep } from './events.ts'

/** Where a step stands in the run of a node. */
type Place = PlannedStep & { readonly iteration?: number }

/**
 * `events` are those of this node, in order; `steps` those of the plan. With `trusted` false, lines may be missing: then a
 * step without an end may have been started.
 */
export function nodeState(
  name: string,
  events: readonly RecordEvent[],
  steps: readonly PlannedStep[],
  trusted: boolean,
): ReportNode {
  const states = placesOf(events, steps, trusted).map((place) =>
    stepState(
      place,
      events.filter((event) => isAt(place, event)),
      trusted,
    ),
  )
  const outcome = outcomeOf(events, states)
  const good = GOOD.has(outcome)
  return { name, outcome, good, steps: states }
}

/**
 * The steps, and of the rest what was begun: a report leaves out what the node's run did not come to. With `trusted`
 * false all of it may have been begun, but for undo, which follows only what is known to have failed.
 */
function placesOf(
  events: readonly RecordEvent[],
  steps: readonly PlannedStep[],
  trusted: boolean,
): Place[] {
  const begun = events.filter(({ type, step }) => step !== undefined && BEGUN.has(type))
  const undoing = begun.some(({ phase }) => phase === 'undo')
  const planned = steps.flatMap((one): Place[] => {
    const iterations = begun.filter((event) => isOf(one, event)).map((event) => event.iteration)
    const several = [...new Set(iterations.map((i) => i ?? 1))].sort((a, b) => a - b)
    const { phase = 'do' } = one
    if (phase === 'undo' && undoing) return dueOf(one, begun)
    if (several.some((i) => i > 1)) return several.map((iteration) => ({ ...one, iteration }))
    const listed = several.length > 0 || phase === 'do' || (!trusted && phase !== 'undo')
    return listed ? [one] : []
  })
  // What the plan's event does not name has an action that only its record names.
  const others = begun.filter((event) => !steps.some((one) => isOf(one, event)))
  const more = new Map(others.map((event) => [placeKey(event), placeOf(event)]))
  return [...planned, ...more.values()]
}

/** What is undone once one thing is: all of it that ran, so that half of it is never taken for the whole. */
function dueOf(undo: PlannedStep, begun: readonly RecordEvent[]): Place[] {
  const ran = begun.filter(
    ({ step, phase = 'do', type, executed }) =>
      step === undo.id && phase === 'do' && type !== 'started' && executed === 'yes',
  )
  const iterations = [...new Set(ran.map(({ iteration = 1 }) => iteration))].sort((a, b) => b - a)
  return iterations.map((iteration) => ({ ...undo, ...(iteration > 1 ? { iteration } : {}) }))
}

const BEGUN: ReadonlySet<RecordEvent['type']> = new Set(['started', 'ended', 'collected'])

const isOf = (one: PlannedStep, event: RecordEvent): boolean =>
  one.id === event.step && (one.phase ?? 'do') === (event.phase ?? 'do')

const isAt = (place: Place, event: RecordEvent): boolean =>
  isOf(place, event) && (place.iteration ?? 1) === (event.iteration ?? 1)

const placeKey = ({ step, phase = 'do', iteration = 1 }: RecordEvent): string =>
  `${step}/${phase}/${iteration}`

function placeOf({ step = '', phase, iteration }: RecordEvent): Place {
  return {
    id: step,
    action: 'unknown',
    ...(phase === undefined ? {} : { phase }),
    ...(iteration === undefined ? {} : { iteration }),
  }
}

function outcomeOf(
  events: readonly RecordEvent[],
  steps: readonly ReportStep[],
): ReportNode['outcome'] {
  const end = events.find(({ type }) => type === 'node-ended')
  // An end that nodeEnded() wrote; anything else falls through to what the steps prove.
  const recorded = OUTCOMES.find((outcome) => outcome === end?.data?.['outcome'])
  if (recorded) return recorded
  if (steps.some(({ status }) => status === 'unknown')) return 'unknown'
  const inPhase = (phase: ReportStep['phase']) => steps.filter((step) => step.phase === phase)
  // What was being undone is half undone.
  if (inPhase('undo').length > 0) return 'rollback_failed'
  if ([...inPhase(undefined), ...inPhase('preflight')].some(({ status }) => status === 'failed'))
    return 'failed'
  // Also where every step succeeded: the run was not there to say that this was all.
  if (events.some(({ type }) => type === 'started' || type === 'ended')) return 'cancelled'
  return 'untouched'
}

const GOOD: ReadonlySet<ReportNode['outcome']> = new Set([
  'fixed',
  'not_needed',
  'done',
  'rehearsed',
  'ready',
])

const OUTCOMES = [
  'fixed',
  'not_needed',
  'done',
  'rehearsed',
  'ready',
  'not_fixed',
  'rolled_back',
  'rollback_failed',
  'failed',
  'unknown',
  'refused',
  'cancelled',
  'untouched',
] as const satisfies readonly ReportNode['outcome'][]

/** The state after the last attempt that began; an attempt that was only prepared changes nothing. */
function stepState(step: Place, events: readonly RecordEvent[], trusted: boolean): ReportStep {
  const begun = events.filter(
    ({ type }) => type === 'started' || type === 'ended' || type === 'collected',
  )
  const attempt = Math.max(0, ...begun.map((event) => event.attempt ?? 1))
  const of = (type: RecordEvent['type']): RecordEvent | undefined =>
    begun.findLast((event) => event.type === type && (event.attempt ?? 1) === attempt)
  const start = of('started')
  const end = of('collected') ?? of('ended')
  const shared = {
    ...step,
    ...(attempt === 0 ? {} : { attempt }),
    ...(start === undefined ? {} : { started_at: start.at }),
  }
  if (end) return { ...shared, ...recordedEnd(end, start) }
  if (start || !trusted) {
    const why = start
      ? `it was told to start at ${start.at}, and the run ended before its result was on record`
      : 'the journal does not tell whether it was started'
    return {
      ...shared,
      status: 'unknown',
      executed: 'unknown',
      error: errorOf('outcome-unknown', why, 'unknown'),
    }
  }
  return { ...shared, status: 'not_run', executed: 'no' }
}

const STATUSES = [
  'succeeded',
  'failed',
  'skipped',
  'unknown',
  'cancelled',
  'not_run',
] as const satisfies readonly ReportStep['status'][]

function recordedEnd(
  end: RecordEvent,
  start: RecordEvent | undefined,
): Omit<ReportStep, 'id' | 'action' | 'phase' | 'iteration'> {
  const { kind, executed = 'unknown', data = {} } = end
  const { message, record, stderr } = data
  return {
    status: STATUSES.find((status) => status === data['status']) ?? 'unknown',
    executed,
    ...(start === undefined
      ? {}
      : { duration_ms: Math.max(0, Date.parse(end.at) - Date.parse(start.at)) }),
    ...(kind !== undefined && isEpsKind(kind)
      ? { error: errorOf(kind, typeof message === 'string' ? message : kind, executed) }
      : {}),
    ...(typeof record === 'string' ? { record } : {}),
    ...(typeof stderr === 'string' ? { stderr } : {}),
  }
}

function errorOf(kind: EpsKind, message: string, executed: ReportError['executed']): ReportError {
  const { code, advice, retryable } = EPS[kind]
  return { kind, code, message, advice, executed, retryable: retryable && executed === 'no' }
}
