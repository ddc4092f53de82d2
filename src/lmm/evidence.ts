/** Bounded, harmless text out of captured bytes, for messages and for the record. */
import type { Capture } from '../transport/transport.ts'
import { END_BYTES } from './limits.ts'

/** First and last 64 KiB as text, with the number of bytes left out between them; undefined when there is nothing. */
export function evidenceText(capture: Capture): string | undefined {
  const { bytes, total } = capture
  if (bytes.length === 0) return undefined
  if (bytes.length <= 2 * END_BYTES && total <= bytes.length) return lenient(bytes)
  const head = bytes.subarray(0, END_BYTES)
  const tail = bytes.subarray(Math.max(head.length, bytes.length - END_BYTES))
  const left = Math.max(total, bytes.length) - head.length - tail.length
  return `${lenient(head)}\n[${left} bytes left out]\n${lenient(tail)}`
}

/** The first line that is not blank, at most 200 characters; undefined when there is none. */
export function firstLine(capture: Capture): string | undefined {
  const head = lenient(capture.bytes.subarray(0, 4096))
  for (const line of head.split(/[\r\n\u0085\u2028\u2029]+/)) {
    const shown = plain(line, 200)
    if (shown !== '') return shown
  }
  return undefined
}

/** One line of at most `max` UTF-16 units: no control, format or separator characters, no ANSI sequences. */
export function plain(text: string, max: number): string {
  // Cut first: the rest of this works on bounded text only.
  const shown = text
    .slice(0, max * 4)
    .replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return bounded(shown, max)
}

/** At most `max` UTF-16 units, never half a surrogate pair; a cut is visible. */
export function bounded(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, max - 3).replace(/[\ud800-\udbff]$/, '')}...`
}

function lenient(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
