/** Checks a chain of events: every changed byte, and every line that was removed, moved, added or cut. */
import { sha256 } from '../protocol/envelope.ts'
import { hasShape, issuesOf } from '../protocol/schemas.ts'
import type { RecordEvent } from '../protocol/types.gen.ts'
import { type Head, NO_LINE } from './journal.ts'

export type Chain =
  | {
      readonly kind: 'intact'
      readonly events: readonly RecordEvent[]
      /** SHA-256 of the last line. */
      readonly head: string
    }
  | {
      readonly kind: 'broken'
      /** One-based: the first line that is not as it was written, as far as the lines after it can tell. */
      readonly line: number
      /** Zero-based: where that line begins. */
      readonly offset: number
      readonly reason: string
      /** What comes before that line. */
      readonly before: readonly RecordEvent[]
      /** Only the last line is incomplete, as a killed process leaves it. */
      readonly torn: boolean
      /** What the line's digest was when it was written, where a later line or the head says so. */
      readonly written?: string
    }

/**
 * Checks the bytes of events.ndjson. Nothing follows the last line that would vouch for it, so a change in it and a cut
 * after any line are only found with the head that somebody kept elsewhere.
 */
export function verifyChain(bytes: Uint8Array, kept?: Partial<Head>): Chain {
  const events: RecordEvent[] = []
  const starts: number[] = []
  let head = NO_LINE
  let from = 0
  /** `at` is zero-based, at most the number of lines that were read. */
  const broken = (
    at: number,
    reason: string,
    more: { torn?: true; written?: string } = {},
  ): Chain => ({
    kind: 'broken',
    line: at + 1,
    offset: starts[at] ?? from,
    reason,
    before: events.slice(0, at),
    torn: false,
    ...more,
  })

  while (from < bytes.length) {
    const at = events.length
    const to = bytes.indexOf(0x0a, from)
    if (to < 0) return broken(at, 'the last line has no end', { torn: true })
    const line = bytes.subarray(from, to)
    const event = readEvent(line)
    if (typeof event === 'string') return broken(at, event)
    if (event.seq !== at)
      return broken(
        at,
        `it is event ${event.seq}, expected ${at}: lines were removed, added or moved`,
      )
    const own = sha256(line)
    if (event.prev !== head) {
      if (at === 0) return broken(0, '`prev` of the first line is not 64 zeros')
      const said = vouched(bytes, to + 1, kept)
      // A line that its successor vouches for says the truth about the one before it.
      if (said === own || said === undefined)
        return broken(
          at - 1,
          `its digest is ${head}, the line after it says ${event.prev}${said === undefined ? ' (or that one was changed: nothing vouches for it)' : ''}`,
          said === undefined ? {} : { written: event.prev },
        )
      return broken(at, '`prev` is not the digest of the line before', { written: said })
    }
    if (event.run_id !== (events[0] ?? event).run_id)
      return broken(at, 'run_id is that of another run')
    events.push(event)
    starts.push(from)
    head = own
    from = to + 1
  }
  const flaw = headFlaw(bytes, events, head, kept)
  if (flaw)
    return broken(flaw.at, flaw.reason, flaw.written === undefined ? {} : { written: flaw.written })
  return { kind: 'intact', events, head }
}

/** What is said elsewhere of the line before `from`: by the line there, or by the head when it is the last one. */
function vouched(
  bytes: Uint8Array,
  from: number,
  kept: Partial<Head> | undefined,
): string | undefined {
  if (from >= bytes.length) return kept?.sha256
  const to = bytes.indexOf(0x0a, from)
  const next = readEvent(bytes.subarray(from, to < 0 ? bytes.length : to))
  return typeof next === 'string' ? undefined : next.prev
}

/** Whether a chain that is whole in itself is the one whose head was kept. */
function headFlaw(
  bytes: Uint8Array,
  events: readonly RecordEvent[],
  head: string,
  kept: Partial<Head> = {},
): { readonly at: number; readonly reason: string; readonly written?: string } | undefined {
  const count = events.length
  if (kept.events !== undefined && kept.events !== count) {
    const at = Math.min(kept.events, count)
    return { at, reason: `there are ${count} events, expected ${kept.events}` }
  }
  if (kept.sha256 === undefined || kept.sha256 === head) return undefined
  const line = lineWithDigest(bytes, kept.sha256)
  if (line !== undefined)
    return {
      at: line,
      reason: `the head that was kept is that of line ${line}: it does not vouch for the ${count - line} after it`,
    }
  const reason = `the last line has the digest ${head}, expected ${kept.sha256}`
  // A run's last event is always the same, so that without it the end is missing.
  if (kept.events === undefined && events.at(-1)?.type !== 'run-ended')
    return { at: count, reason: `${reason}: lines are missing here, or the one before was changed` }
  return { at: Math.max(0, count - 1), reason, written: kept.sha256 }
}

/** One-based: the line that has this digest. The state of a record that was exported is found again by it. */
export function lineWithDigest(bytes: Uint8Array, digest: string): number | undefined {
  let from = 0
  for (let line = 1; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from)
    const to = end < 0 ? bytes.length : end
    if (sha256(bytes.subarray(from, to)) === digest) return line
    from = to + 1
  }
  return undefined
}

/** The event, or the reason why the line is none. */
function readEvent(line: Uint8Array): RecordEvent | string {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line))
  } catch {
    return 'not JSON in UTF-8'
  }
  if (hasShape('event', value)) return value
  const [issue] = issuesOf('event', value)
  return `not an event: ${issue?.pointer || '/'}: ${issue?.message}`
}
