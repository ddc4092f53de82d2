/** Rule: what is asked again has an end, and does not ask without a pause. */
import { problemAt } from '../../document/diagnostic.ts'
import { parseDuration } from '../../document/duration.ts'
import type { Rule } from '../check.ts'

const SECOND_MS = 1000
const LONGEST_UNTIL_MS = 3_600_000
const BACKOFF_MS = [100, 600_000] as const

export const waits: Rule = {
  name: 'wait',
  description:
    'until asks every 1s or more, for at most 1h and at least once more; backoff is between 100ms and 10m.',
  check: ({ allSteps, document }) =>
    allSteps.flatMap(({ pointer, declaration: { until, retry } }) =>
      [
        ...(until ? untilProblems(until, `${pointer}/until`) : []),
        ...backoffProblems(retry?.backoff, `${pointer}/retry/backoff`),
      ].map(({ at, message }) =>
        problemAt(document, at, { kind: 'document-schema', rule: 'wait', message }),
      ),
    ),
}

interface Found {
  readonly at: string
  readonly message: string
}

function untilProblems(
  { every, for: long }: { readonly every: string; readonly for: string },
  at: string,
): Found[] {
  // Their form is the schema's.
  const [everyMs, longMs] = [parseDuration(every) ?? 0, parseDuration(long) ?? 0]
  const tooLong = longMs > LONGEST_UNTIL_MS
  const short = `${long} is shorter than every ${every}, so it would never be asked again`
  return [
    ...(everyMs < SECOND_MS
      ? [{ at: `${at}/every`, message: `${every} is too short; at least 1s lies between two asks` }]
      : []),
    ...(tooLong
      ? [{ at: `${at}/for`, message: `${long} is too long; it is given up after at most 1h` }]
      : []),
    ...(longMs < everyMs ? [{ at: `${at}/for`, message: short }] : []),
  ]
}

function backoffProblems(backoff: string | undefined, at: string): Found[] {
  const ms = backoff === undefined ? undefined : parseDuration(backoff)
  const [least, most] = BACKOFF_MS
  if (ms === undefined || (ms >= least && ms <= most)) return []
  return [{ at, message: `${backoff} is not between 100ms and 10m` }]
}
