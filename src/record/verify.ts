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
      /** One-based: the first line that does not fit. Another one may have been changed: the line before it. */
      readonly line: number
      readonly reason: string
      /** What comes before that line. */
      readonly before: readonly RecordEvent[]
      /** Only the last line is incomplete, as a killed process leaves it. */
      readonly torn: boolean
    }

/**
 * Checks the bytes of events.ndjson. Nothing follows the last line that would vouch for it, so a change in it and a cut
 * after any line are only found with the head that somebody kept elsewhere.
 */
export function verifyChain(bytes: Uint8Array, kept?: Partial<Head>): Chain {
  const events: RecordEvent[] = []
  let head = NO_LINE
  let from = 0
  const broken = (reason: string, torn = false): Chain => ({
    kind: 'broken',
    line: events.length + 1,
    reason,
    before: events,
    torn,
  })

  while (from < bytes.length) {
    const to = bytes.indexOf(0x0a, from)
    if (to < 0) return broken('the last line has no end', true)
    const line = bytes.subarray(from, to)
    const event = readEvent(line)
    if (typeof event === 'string') return broken(event)
    if (event.prev !== head) return broken('`prev` is not the digest of the line before')
    if (event.seq !== events.length) return broken(`seq is ${event.seq}, expected ${events.length}`)
    if (event.run_id !== (events[0] ?? event).run_id) return broken('run_id is that of another run')
    events.push(event)
    head = sha256(line)
    from = to + 1
  }
  if (kept?.events !== undefined && kept.events !== events.length)
    return broken(`there are ${events.length} events, expected ${kept.events}`)
  if (kept?.sha256 !== undefined && kept.sha256 !== head)
    return broken(`the last line has the digest ${head}, expected ${kept.sha256}`)
  return { kind: 'intact', events, head }
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
