/** The messages of a run that are kept in memory: all of a small one, of a large one the errors that nobody was told yet. */
import type { EpsError, StepRecord } from '../protocol/types.gen.ts'

/** Steps of a small run: fifty nodes that print a megabyte each would take a gigabyte. */
const SMALL = 16

export interface RunMessages {
  /** In place of what an earlier try of the step left. */
  keep(node: string, step: string, record: StepRecord): void
  /** The error of the step's last try; it is told once. */
  takeError(node: string, step: string): EpsError | undefined
  /** By node and step; empty for a large run. */
  readonly all: ReadonlyMap<string, StepRecord>
}

/** `steps` is how many the whole run has on all nodes. */
export function runMessages(steps: number): RunMessages {
  const all = new Map<string, StepRecord>()
  const errors = new Map<string, EpsError>()
  const placeOf = (node: string, step: string): string => `${node}/${step}`
  return {
    keep: (node, step, record) => {
      const place = placeOf(node, step)
      errors.delete(place)
      if (record.eps !== undefined) errors.set(place, record.eps)
      if (steps <= SMALL) all.set(place, record)
    },
    takeError: (node, step) => {
      const place = placeOf(node, step)
      const error = errors.get(place)
      errors.delete(place)
      return error
    },
    all,
  }
}
