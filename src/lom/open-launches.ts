/** What a run has left open: for each node the one step of which it is not known how it ended. Pure. */
import type { Plan, PlanStep, RecordEvent } from '../protocol/types.gen.ts'

export interface OpenLaunch {
  readonly node: string
  readonly step: PlanStep
  /** One-based. */
  readonly attempt: number
  /** The node may have been told to start it. */
  readonly told: boolean
}

/** The run has written its last event, so it will start nothing more. */
export function isFinished(events: readonly RecordEvent[]): boolean {
  return events.at(-1)?.type === 'run-ended'
}

/**
 * A node's steps run one after another, so at most one of them is open: the first that has no end that is known.
 * One that was only prepared is open too while the run may not be over: sealing it on the node proves that nothing
 * will start it later. With `partial`, the journal does not say what was started, so everything may have been.
 */
export function openLaunches(
  plan: Plan,
  events: readonly RecordEvent[],
  partial: boolean,
): OpenLaunch[] {
  const finished = isFinished(events)
  return plan.nodes.flatMap(({ name }) => {
    const own = events.filter(({ node }) => node === name)
    for (const step of plan.steps) {
      const about = own.filter((event) => event.step === step.id)
      const attempt = Math.max(1, ...about.map((event) => event.attempt ?? 1))
      const last = about.filter((event) => (event.attempt ?? 1) === attempt)
      const end = last.findLast(({ type }) => type === 'collected' || type === 'ended')
      if (end?.data?.['status'] === 'succeeded') continue
      if (end !== undefined && end.executed !== 'unknown') return []
      const told = partial || end !== undefined || last.some(({ type }) => type === 'started')
      return told || !finished ? [{ node: name, step, attempt, told }] : []
    }
    return []
  })
}
