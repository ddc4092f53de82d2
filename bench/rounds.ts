/** Runs clients in turns and compares them round by round, so that what changes on the machine meets all of them. */
import type { Client, Clients } from './clients.ts'
import type { Measure } from './measure.ts'

/** Median with the smallest and the largest value. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

export interface Figure {
  readonly name: string
  readonly wall: Spread
  readonly cpu: Spread
}

export interface Comparison {
  readonly clients: readonly (Figure & { readonly connections: number })[]
  /** RUNE's value divided by that of the peer with this name: below 1 RUNE needs less. */
  readonly ratios: readonly Figure[]
  /** RUNE's value divided by its own. */
  readonly noise: Figure
}

/** One unmeasured round, then `rounds` of: RUNE, half of its peers, RUNE again, the others. */
export async function compare(
  { rune, peers }: Pick<Clients, 'rune' | 'peers'>,
  rounds: number,
  progress: (text: string) => void,
): Promise<Comparison> {
  const half = Math.ceil(peers.length / 2)
  const turns: readonly Client[] = [rune, ...peers.slice(0, half), rune, ...peers.slice(half)]
  const measured: Measure[][] = turns.map(() => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [turn, client] of turns.entries()) {
      const measure = await client.run()
      const { wallS, cpuS } = measure
      progress(
        `round ${round === 0 ? 'of warm-up' : `${round}/${rounds}`}: ${client.name}: ` +
          `${wallS.toFixed(2)} s wall, ${cpuS.toFixed(2)} s CPU`,
      )
      if (round > 0) measured[turn]?.push(measure)
    }
  }
  const runs = (turn: number): readonly Measure[] => measured[turn] ?? []
  const first = runs(0)
  const second = runs(half + 1)
  const others = peers.map((client, i) => ({
    client,
    ours: i < half ? first : second,
    theirs: runs(i < half ? i + 1 : i + 2),
  }))
  const own = (client: Client, of: readonly Measure[]) => ({
    ...figure(client.name, of),
    connections: client.connections,
  })
  return {
    clients: [
      own(rune, [...first, ...second]),
      ...others.map(({ client, theirs }) => own(client, theirs)),
    ],
    ratios: others.map(({ client, ours, theirs }) => ratio(client.name, ours, theirs)),
    noise: ratio('itself (noise)', second, first),
  }
}

function figure(name: string, runs: readonly Measure[]): Figure {
  return {
    name,
    wall: spread(runs.map(({ wallS }) => wallS)),
    cpu: spread(runs.map(({ cpuS }) => cpuS)),
  }
}

function ratio(name: string, ours: readonly Measure[], theirs: readonly Measure[]): Figure {
  const pairs = ours.map((our, round) => {
    const their = theirs[round] ?? our
    return { wallS: our.wallS / their.wallS, cpuS: our.cpuS / their.cpuS }
  })
  return figure(name, pairs)
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number): number => sorted[index] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
  }
}
