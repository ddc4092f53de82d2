/** What the journal proves about one node of a run that was killed: never more than that. */
import { EPS, type EpsKind, isEpsKind } from '../protocol/eps.ts'
import type { RecordEvent, ReportError, ReportNode, ReportStep } from '../protocol/types.gen.ts'

export interface StepName {
  readonly id: string
  readonly action: string
}

/**
 * `events` are those of this node, in order; `steps` those of the plan. With `trusted` false, lines may be missing: then a
 * step without an end may have been started.
 */
export function nodeState(
  name: string,
  events: readonly RecordEvent[],
  steps: readonly StepName[],
  trusted: boolean,
): ReportNode {
  const ids = new Set([
    ...steps.map(({ id }) => id),
    ...events.flatMap(({ step }) => (step === undefined ? [] : [step])),
  ])
  const states = [...ids].map((id) => {
    // A step that the plan does not name (preflight, evidence) has an action that only its record names.
    const action = steps.find((step) => step.id === id)?.action ?? 'unknown'
    return stepState(
      { id, action },
      events.filter(({ step }) => step === id),
      trusted,
    )
  })
  const outcome = outcomeOf(events, states)
  const good = outcome === 'fixed' || outcome === 'not_needed' || outcome === 'done'
  return { name, outcome, good, steps: states }
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
  if (steps.some(({ status }) => status === 'failed')) return 'failed'
  // Also where every step succeeded: the run was not there to say that this was all.
  if (events.some(({ type }) => type === 'started' || type === 'ended')) return 'cancelled'
  return 'untouched'
}

const OUTCOMES = [
  'fixed',
  'not_needed',
  'done',
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
function stepState(step: StepName, events: readonly RecordEvent[], trusted: boolean): ReportStep {
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
  'unknown',
  'cancelled',
  'not_run',
] as const satisfies readonly ReportStep['status'][]

function recordedEnd(
  end: RecordEvent,
  start: RecordEvent | undefined,
): Omit<ReportStep, 'id' | 'action'> {
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
