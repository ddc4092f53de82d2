/** Numbers that follow from a seed, so that a fault that was found can be looked for again. */

export interface Random {
  /** At least 0 and less than 1. */
  next(): number
  /** A whole number, at least `from` and less than `to`. */
  between(from: number, to: number): number
  pick<T>(values: readonly [T, ...T[]]): T
}

/** Mulberry32: small, and good enough to spread faults over a run. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from))
  return { next, between, pick: (values) => values[between(0, values.length)] ?? values[0] }
}
