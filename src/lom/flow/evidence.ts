/** What is collected from a node at the end of its run, whatever happened; it changes no outcome but by being unknown. */
import type { Host } from '../../host.ts'
import type { ReportStep } from '../../protocol/types.gen.ts'
import { launchesOf } from '../plan-calls.ts'
import { runCall } from '../step-run.ts'
import { type NodeFlow, notRun, type Outputs } from './call.ts'
import { errorValue, isUnreachable } from './failure.ts'

/** After a cancel all records are closed within seven seconds: two to collect, the rest to end what does not. */
const AFTER_CANCEL_MS = 2_000

/** `before` is what the node's run came to; a node that was out of reach is asked once. */
export async function runEvidence(
  flow: NodeFlow,
  before: readonly ReportStep[],
): Promise<ReportStep[]> {
  const planned = launchesOf(flow.init.plan, 'evidence')
  if (planned.length === 0) return []
  const late = lateSignal(flow.init.host, flow.signal)
  const entries: ReportStep[] = []
  const steps: Outputs = {}
  const shaky = before.some((one) => one.executed === 'unknown' || isUnreachable(one))
  const onlyOnce = (): boolean => shaky || flow.signal.aborted
  let why: string | undefined
  for (const step of planned) {
    if (late.signal.aborted) why ??= 'not collected: the run was cancelled'
    if (why !== undefined) {
      entries.push(notRun(step, 'evidence', why))
      continue
    }
    const call = { step, phase: 'evidence', iteration: 1, values: { steps }, onlyOnce } as const
    const { entry } = await runCall({ ...flow, signal: late.signal }, call)
    entries.push(entry)
    if (entry.executed === 'unknown') why = `not collected: the outcome of ${step.id} is unknown`
    else if (isUnreachable(entry)) why = 'not collected: the node cannot be reached'
    const { error, output = {} } = entry
    steps[step.id] =
      error === undefined
        ? { status: 'succeeded', output }
        : { status: 'failed', error: errorValue(error) }
  }
  late.stop()
  return entries
}

/** Aborts some time after the run was cancelled. `stop` ends the wait for that. */
function lateSignal(
  host: Pick<Host, 'sleep'>,
  signal: AbortSignal,
): { readonly signal: AbortSignal; stop(): void } {
  const late = new AbortController()
  const over = new AbortController()
  const cancelled = (): void => {
    void host.sleep(AFTER_CANCEL_MS, over.signal).then(() => {
      if (!over.signal.aborted) late.abort(signal.reason)
    })
  }
  if (signal.aborted) cancelled()
  else signal.addEventListener('abort', cancelled, { once: true })
  return {
    signal: late.signal,
    stop: () => {
      signal.removeEventListener('abort', cancelled)
      over.abort()
    },
  }
}
