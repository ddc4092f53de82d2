/** The messages of a run that are kept in memory: all of a small one, of a large one the errors that nobody was told yet. */
import type { EpsError, StepRecord } from '../protocol/types.gen.ts'

/** Steps of a small run: fifty nodes that print a megabyte each would take a gigabyte. */
const SMALL = 16

export interface RunMessages {
  /** In place of what an earlier try of the step left. */
  keep(place: string, record: StepRecord): void
  /** The error of the step's last try; it is told once. */
  takeError(place: string): EpsError | undefined
  /** By place; empty for a large run. */
  readonly all: ReadonlyMap<string, StepRecord>
}

/** `node/step` for one of the runbook's steps, and more where the same step is run more than once on a node. */
export function messagePlace(of: Readonly<Record<string, unknown>>): string {
  const { node, step, phase = 'do', iteration = 1 } = of
  const more = phase === 'do' && iteration === 1 ? '' : `/${String(phase)}/${String(iteration)}`
  return `${String(node)}/${String(step)}${more}`
}

/** `steps` is how many the whole run has on all nodes. */
export function runMessages(steps: number): RunMessages {
  const all = new Map<string, StepRecord>()
  const errors = new Map<string, EpsError>()
  return {
    keep: (place, record) => {
      errors.delete(place)
      if (record.eps !== undefined) errors.set(place, record.eps)
      if (steps <= SMALL) all.set(place, record)
    },
    takeError: (place) => {
      const error = errors.get(place)
      errors.delete(place)
      return error
    },
    all,
  }
}
