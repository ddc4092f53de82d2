/** How much `npm run bench` measures: enough for figures, or enough to see that it works. */
import type { GrowthScale } from './growth.ts'
import type { PlanScale } from './plan.ts'
import type { Size } from './shape.ts'
import type { ValidateScale } from './validate.ts'

export interface Scale {
  /** Of the comparison with the peers. */
  readonly rounds: number
  /** Rounds for the library and the normaliser, which take milliseconds. */
  readonly partRounds: number
  readonly startRounds: number
  readonly validate: ValidateScale
  readonly plan: PlanScale
  readonly growth: GrowthScale
  readonly sizes: readonly [Size, Size]
}

/** Rounds with --full; without, they would take all of the six minutes that the default may take. */
export const FULL_ROUNDS = 5

export const FULL: Scale = {
  rounds: 3,
  partRounds: 9,
  startRounds: 15,
  validate: {
    compared: { runbooks: 1000, modules: 200 },
    grown: [
      { runbooks: 100, modules: 20 },
      { runbooks: 1000, modules: 200 },
      { runbooks: 10_000, modules: 2000 },
    ],
    rounds: 3,
  },
  plan: { nodes: 1000, steps: 20, rounds: 7 },
  growth: { nodes: [10, 100, 1000], rounds: 1, flood: { nodes: 50, mib: 1024, noiseMib: 64 } },
  sizes: [
    { nodes: 20, steps: 10 },
    { nodes: 50, steps: 1 },
  ],
}
export const QUICK: Scale = {
  rounds: 1,
  partRounds: 1,
  startRounds: 1,
  validate: {
    compared: { runbooks: 20, modules: 4 },
    grown: [{ runbooks: 40, modules: 8 }],
    rounds: 1,
  },
  plan: { nodes: 20, steps: 5, rounds: 1 },
  growth: { nodes: [2, 10], rounds: 1, flood: { nodes: 4, mib: 64, noiseMib: 8 } },
  sizes: [
    { nodes: 4, steps: 3 },
    { nodes: 8, steps: 1 },
  ],
}
