/** When a process is killed: at the sight of something in its record, or after a time. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Random } from './random.ts'

export type Instant =
  /** The `nth` event of this type is in the journal, one-based. */
  | { readonly kind: 'event'; readonly type: string; readonly nth: number }
  /** A file whose name ends so is in the record, which is before the journal names it. */
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'after'; readonly ms: number }

/** Each phase of a run in turn, by what it leaves on disk. */
const SIGHTS: readonly (readonly [string, number] | string)[] = [
  ['run-started', 1],
  ['plan', 1],
  ['prepared', 6],
  ['started', 6],
  ['ended', 6],
  ['node-ended', 3],
  ['run-ended', 1],
  'first.1.json',
  'second.1.stderr.txt',
  'report.json',
  'summary.md',
]

/** Every other instant is a sight, in turn; the rest are times, uniform over a run that takes `wholeMs`. */
export function instantAt(i: number, wholeMs: number, random: Random): Instant {
  const sight = SIGHTS[Math.floor(i / 2) % SIGHTS.length]
  if (i % 2 === 1 || sight === undefined)
    return { kind: 'after', ms: Math.round(random.next() * wholeMs) }
  if (typeof sight === 'string') return { kind: 'file', name: sight }
  const [type, most] = sight
  return { kind: 'event', type, nth: random.between(1, most + 1) }
}

export function instantText(instant: Instant): string {
  switch (instant.kind) {
    case 'event':
      return `event ${instant.type} ${instant.nth}`
    case 'file':
      return `file ${instant.name}`
    case 'after':
      return `${instant.ms} ms`
  }
}

/** Resolves when the instant has come, or when `over` says that it will not. */
export async function awaitInstant(
  instant: Instant,
  record: string,
  over: () => boolean,
): Promise<void> {
  if (instant.kind === 'after') return delay(instant.ms)
  while (!over() && !isThere(instant, record)) await delay(2)
}

function isThere(instant: Exclude<Instant, { kind: 'after' }>, record: string): boolean {
  if (!existsSync(record)) return false
  if (instant.kind === 'file')
    return readdirSync(record, { recursive: true }).some((name) =>
      String(name).endsWith(instant.name),
    )
  const events = join(record, 'events.ndjson')
  if (!existsSync(events)) return false
  const text = readFileSync(events, 'utf8')
  return text.split(`"type":"${instant.type}"`).length > instant.nth
}
