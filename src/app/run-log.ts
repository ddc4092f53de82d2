/** Joins the LOM's view of a record with the record on disk: events before files are relied on, nothing lost. */
import type { Host } from '../host.ts'
import type { RunLog } from '../lom/node-run.ts'
import { type Fault, fault, fromUnknown, RuneError } from '../protocol/errors.ts'
import type { ReportStep } from '../protocol/types.gen.ts'
import { type EventBody, ended, nodeEnded, prepared, started, tried } from '../record/events.ts'
import type { RunRecord } from '../record/folder.ts'

export interface RunLogInit {
  readonly record: RunRecord
  /** Called with a result that the disk refused, so that it is at least printed. */
  readonly lost: (place: string, result: unknown, problem: Fault) => void
  readonly host: Pick<Host, 'fault'>
}

/** A RunLog on this record. Its methods never reject: a disk that refuses a result must not hide it. */
export function runLog({ record, lost, host }: RunLogInit): RunLog {
  // What could not be kept once will not be the next time: nothing more is started then.
  let broken = false
  const keep = async <T>(
    place: string,
    result: unknown,
    write: () => Promise<T>,
  ): Promise<T | undefined> => {
    try {
      return await write()
    } catch (caught) {
      broken = true
      lost(place, result, faultOf(caught))
      return undefined
    }
  }
  const announce = async (event: EventBody): Promise<'go' | 'abort'> => {
    if (broken) return 'abort'
    try {
      await record.journal.append(event)
      return 'go'
    } catch {
      // The journal keeps its first error and refuses all that follows; the step says why it was not started.
      return 'abort'
    }
  }
  return {
    prepared: (attempt) => announce(prepared(attempt)),
    started: async (attempt, info) => {
      const decision = await announce(started(attempt, info))
      host.fault?.('started-on-disk')
      return decision
    },
    tried: async (attempt, step, messages) => {
      const place = `${attempt.node}/${attempt.step}`
      const files = await keep(place, { step, messages }, () => record.writeStep(attempt, messages))
      await keep(place, step, () =>
        record.journal.append(tried(attempt, { ...faultIn(step), ...(files ?? {}) })),
      )
      return files === undefined ? {} : { record: files.record.path }
    },
    ended: async (attempt, step, messages, stderr) => {
      const place = `${attempt.node}/${attempt.step}`
      const files = await keep(place, { step, messages, stderr }, () =>
        record.writeStep(attempt, messages, stderr),
      )
      host.fault?.('step-on-disk')
      await keep(place, step, () =>
        record.journal.append(
          ended(attempt, {
            status: step.status,
            executed: step.executed,
            ...faultIn(step),
            ...(files ?? {}),
          }),
        ),
      )
      host.fault?.('ended-on-disk')
      return {
        ...(files === undefined ? {} : { record: files.record.path }),
        ...(files?.stderr === undefined ? {} : { stderr: files.stderr.path }),
      }
    },
    nodeEnded: async (node) => {
      await keep(node.name, node, () =>
        record.journal.append(nodeEnded(node.name, node.outcome, node.good)),
      )
      host.fault?.('node-ended')
    },
  }
}

export function faultIn({ error }: ReportStep): { fault?: Fault } {
  if (error === undefined) return {}
  const { kind, message, executed } = error
  return { fault: { kind: kind as Fault['kind'], message, executed } }
}

/** What was thrown, as a fault: the disk's refusals are RuneErrors, and anything else is a bug. */
export function faultOf(caught: unknown): Fault {
  return caught instanceof RuneError ? caught.fault : fault('internal', fromUnknown(caught).message)
}
