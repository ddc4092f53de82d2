/** The caret form of a position: the line of the file, and under it a mark at the column. */
import { terminal } from './encode.ts'

/** How much of a long line is shown, in UTF-16 units before encoding. */
const WINDOW = 100
const BEFORE = 60

/** Two lines for a terminal; `line` and `column` are one-based, `source` is the whole line without its end. */
export function caretLines(source: string, line: number, column: number): [string, string] {
  const at = Math.min(column - 1, source.length)
  const [from, to] = windowAround(source, at)
  const number = String(line).padStart(4)
  const before = `${from > 0 ? '…' : ''}${terminal(source.slice(from, at))}`
  const after = `${terminal(source.slice(at, to))}${to < source.length ? '…' : ''}`
  return [
    `${number} | ${before}${after}`.trimEnd(),
    `${' '.repeat(number.length)} | ${' '.repeat(widthOf(before))}^`,
  ]
}

/** The part of the line that is shown; never half of a surrogate pair. */
function windowAround(source: string, at: number): [from: number, to: number] {
  if (source.length <= WINDOW) return [0, source.length]
  const from = Math.max(0, Math.min(at - BEFORE, source.length - WINDOW))
  const to = Math.min(source.length, from + WINDOW)
  return [outside(source, from), outside(source, to)]
}

function outside(source: string, at: number): number {
  return at > 0 && at < source.length && /[\udc00-\udfff]/.test(source[at] ?? '') ? at + 1 : at
}

/** Columns that a terminal uses: marks that combine take none, East Asian characters and emoji take two. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text)
    width += COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}

const COMBINING = /^\p{M}$/u
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]$/u
