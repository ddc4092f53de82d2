/** Durations as people write them: 500ms, 60s, 5m, 1h. */

const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const
const SHORTEST_MS = 1000
const LONGEST_MS = 24 * 3_600_000

/** Milliseconds, or undefined when the text is not a duration. */
export function parseDuration(text: string): number | undefined {
  const match = /^([1-9][0-9]{0,5})(ms|s|m|h)$/.exec(text)
  if (!match) return undefined
  return Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS]
}

/** A plugin's time limit in ms, 1s to 24h, or what is wrong with it. */
export function parseTimeLimit(text: string): number | string {
  const ms = parseDuration(text)
  if (ms === undefined) return `${JSON.stringify(text)} is not a duration such as 60s`
  if (ms < SHORTEST_MS || ms > LONGEST_MS) return `${text} is not between 1s and 24h`
  return ms
}
