/** Bytes to text: strict UTF-8, and no character that a reviewer cannot see. */
import type { Problem } from '../protocol/types.gen.ts'
import { problem } from './diagnostic.ts'

export interface Position {
  /** One-based. */
  readonly line: number
  /** One-based, in UTF-16 units. */
  readonly column: number
}

export interface Text {
  /** Without byte order mark, lines end in LF. */
  readonly text: string
  position(offset: number): Position
}

/**
 * Bidirectional controls, zero-width characters and tags reorder or hide what is read in a review;
 * the line separators beyond LF are line ends to some readers only.
 */
const HIDDEN =
  /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/u
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/
const UNWANTED = new RegExp(`${HIDDEN.source}|${CONTROL.source}`, 'gu')
const PROBLEMS_AT_MOST = 50
/** One for all files: making one costs more than decoding a file. */
const STRICT = new TextDecoder('utf-8', { fatal: true })

/** Decodes a file that people write. CRLF becomes LF, so that both give the same plan. */
export function decodeText(
  file: string,
  bytes: Uint8Array,
): { kind: 'text'; text: Text } | { kind: 'problems'; problems: Problem[] } {
  let decoded: string
  try {
    decoded = STRICT.decode(bytes)
  } catch {
    // The decoder says only that it failed.
    const message = 'the file is not UTF-8; save it as UTF-8'
    return {
      kind: 'problems',
      problems: [problem({ kind: 'document-parse', rule: 'encoding', message, file })],
    }
  }
  const text = decoded.replaceAll('\r\n', '\n')
  const position = lineIndex(text)
  const problems: Problem[] = []
  for (const match of text.matchAll(UNWANTED)) {
    problems.push(
      problem({
        kind: 'document-parse',
        rule: 'text',
        message: `the character ${codePoint(match[0])} is not allowed: it cannot be seen in a review`,
        file,
        position: position(match.index),
      }),
    )
    if (problems.length >= PROBLEMS_AT_MOST) break
  }
  return problems.length
    ? { kind: 'problems', problems }
    : { kind: 'text', text: { text, position } }
}

/** The lines that positions count, to be shown; what is not UTF-8 becomes U+FFFD. */
export function linesOf(bytes: Uint8Array): string[] {
  return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n').split('\n')
}

/** The first unwanted character of a value that was written with escapes, as U+XXXX, or undefined. */
export function unwantedIn(value: string): string | undefined {
  if (!value.isWellFormed()) return 'half of a surrogate pair'
  const match = value.match(UNWANTED)
  return match?.[0] === undefined ? undefined : codePoint(match[0])
}

function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

function lineIndex(text: string): (offset: number) => Position {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
