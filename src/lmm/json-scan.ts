/** Reads one JSON object as text, in linear time, and refuses what JSON.parse would take or silently change. */

import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  hexDigit,
  isJsonSpace,
  isNumberCode,
  LETTER_U,
  nameOf,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from './json-character.ts'

export type OutputKind =
  | 'output-empty'
  | 'output-not-json'
  | 'output-multiple'
  | 'output-trailing'
  | 'output-encoding'
  | 'output-too-large'
  | 'output-truncated'
  | 'output-limit'
  | 'output-duplicate-key'
  | 'output-number'

export interface ScanProblem {
  readonly kind: OutputKind
  /** What was found and what was expected; ends without a full stop. */
  readonly detail: string
}

export const MAX_DEPTH = 64
export const MAX_KEYS = 20_000
export const MAX_ELEMENTS = 100_000
export const MAX_NUMBER_LENGTH = 64

/**
 * The end (exclusive) of the JSON object that starts at `start`, or why there is none. When it returns a number,
 * JSON.parse of that range succeeds and loses nothing.
 */
export function scanObject(text: string, start: number): number | ScanProblem {
  const scanner = new Scanner(text, start)
  return scanner.object(1) ? scanner.at : (scanner.problem ?? neverWithout(scanner.at))
}

const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/

// Recursive, which is safe because depth is checked before every descent. Each method returns whether it
// succeeded; the first failure is kept in `problem`.
class Scanner {
  readonly text: string
  at: number
  problem: ScanProblem | undefined
  private keys = 0
  private escaped = false

  constructor(text: string, start: number) {
    this.text = text
    this.at = start
  }

  object(depth: number): boolean {
    if (depth > MAX_DEPTH) return this.limit(`is nested deeper than ${MAX_DEPTH} levels`)
    this.at++
    this.space()
    if (this.take(CLOSE_BRACE)) return true
    const seen = new Set<string>()
    for (;;) {
      if (!this.key(seen)) return false
      this.space()
      if (!this.take(COLON)) return this.unexpected('a colon')
      this.space()
      if (!this.value(depth)) return false
      this.space()
      if (this.take(CLOSE_BRACE)) return true
      if (!this.take(COMMA)) return this.unexpected('a comma or a closing brace')
      this.space()
    }
  }

  private key(seen: Set<string>): boolean {
    const start = this.at
    if (this.text.charCodeAt(start) !== QUOTE) return this.unexpected('a key in double quotes')
    if (!this.string()) return false
    if (++this.keys > MAX_KEYS) return this.limit(`has more than ${MAX_KEYS} keys`)
    // "\u0061" and "a" are the same key.
    const key = this.escaped
      ? String(JSON.parse(this.text.slice(start, this.at)))
      : this.text.slice(start + 1, this.at - 1)
    if (seen.has(key)) {
      const name = JSON.stringify(key.slice(0, 64))
      return this.fail('output-duplicate-key', `has the key ${name} twice in one object`)
    }
    seen.add(key)
    return true
  }

  private array(depth: number): boolean {
    if (depth > MAX_DEPTH) return this.limit(`is nested deeper than ${MAX_DEPTH} levels`)
    this.at++
    this.space()
    if (this.take(CLOSE_BRACKET)) return true
    for (let elements = 1; ; elements++) {
      if (elements > MAX_ELEMENTS)
        return this.limit(`has an array of more than ${MAX_ELEMENTS} elements`)
      if (!this.value(depth)) return false
      this.space()
      if (this.take(CLOSE_BRACKET)) return true
      if (!this.take(COMMA)) return this.unexpected('a comma or a closing bracket')
      this.space()
    }
  }

  private value(depth: number): boolean {
    switch (this.text.charCodeAt(this.at)) {
      case QUOTE:
        return this.string()
      case OPEN_BRACE:
        return this.object(depth + 1)
      case OPEN_BRACKET:
        return this.array(depth + 1)
      case 0x74:
        return this.word('true')
      case 0x66:
        return this.word('false')
      case 0x6e:
        return this.word('null')
      default:
        return this.number()
    }
  }

  private word(word: string): boolean {
    if (this.text.startsWith(word, this.at)) {
      this.at += word.length
      return true
    }
    if (word.startsWith(this.text.slice(this.at))) this.at = this.text.length
    return this.unexpected('a value')
  }

  private number(): boolean {
    const start = this.at
    let end = start
    while (isNumberCode(this.text.charCodeAt(end))) end++
    if (end === start) return this.unexpected('a value')
    if (end - start > MAX_NUMBER_LENGTH)
      return this.limit(`has a number of more than ${MAX_NUMBER_LENGTH} characters`)
    const literal = this.text.slice(start, end)
    if (!NUMBER.test(literal)) {
      if (end === this.text.length) this.at = end
      return this.unexpected('a value')
    }
    const value = Number(literal)
    const lost =
      !Number.isFinite(value) ||
      (Number.isInteger(value) && !Number.isSafeInteger(value)) ||
      Object.is(value, -0) ||
      (value === 0 && /[1-9]/.test(literal.replace(/[eE].*$/, '')))
    if (lost)
      return this.fail(
        'output-number',
        `has the number ${literal}, which cannot be kept exactly (integers up to 9007199254740991, no -0)`,
      )
    this.at = end
    return true
  }

  private string(): boolean {
    const { text } = this
    this.escaped = false
    let i = this.at + 1
    for (;;) {
      const code = text.charCodeAt(i)
      if (code === QUOTE) break
      if (code === BACKSLASH) {
        const length = this.escape(i)
        if (length === 0) return false
        i += length
      } else if (code >= 0x20) {
        i++
      } else {
        // A control character, or NaN: the end of the text.
        this.at = i
        return this.unexpected('the rest of a string (control characters must be escaped)')
      }
    }
    this.at = i + 1
    return true
  }

  /** Length of the escape sequence at `i`, 0 when it is refused. */
  private escape(i: number): number {
    this.escaped = true
    const code = this.text.charCodeAt(i + 1)
    if (code !== LETTER_U) {
      if ('"\\/bfnrt'.includes(this.text.charAt(i + 1)) && i + 1 < this.text.length) return 2
      this.at = i + 1
      this.unexpected('an escape sequence')
      return 0
    }
    const unit = this.hex(i + 2)
    if (unit < 0) return 0
    if (unit < 0xd800 || unit > 0xdfff) return 6
    const paired =
      unit <= 0xdbff &&
      this.text.charCodeAt(i + 6) === BACKSLASH &&
      this.text.charCodeAt(i + 7) === LETTER_U
    const low = paired ? this.hex(i + 8) : 0
    if (low < 0) return 0
    if (low >= 0xdc00 && low <= 0xdfff) return 12
    this.fail(
      'output-encoding',
      `has half a surrogate pair, \\u${unit.toString(16)}, which is no text`,
    )
    return 0
  }

  /** The four hex digits at `i`, or -1 with the problem set. */
  private hex(i: number): number {
    let unit = 0
    for (let k = i; k < i + 4; k++) {
      const digit = hexDigit(this.text.charCodeAt(k))
      if (digit < 0) {
        this.at = Math.min(k, this.text.length)
        this.unexpected('four hex digits')
        return -1
      }
      unit = unit * 16 + digit
    }
    return unit
  }

  private space(): void {
    while (isJsonSpace(this.text.charCodeAt(this.at))) this.at++
  }

  private take(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false
    this.at++
    return true
  }

  private limit(detail: string): boolean {
    return this.fail('output-limit', detail)
  }

  private unexpected(expected: string): boolean {
    const found = this.text.codePointAt(this.at)
    if (found === undefined)
      return this.fail(
        'output-truncated',
        `ends in the middle of its JSON object; expected ${expected}`,
      )
    return this.fail(
      'output-not-json',
      `is not JSON at character ${this.at + 1}: expected ${expected}, found ${nameOf(found)}`,
    )
  }

  private fail(kind: OutputKind, detail: string): boolean {
    this.problem ??= { kind, detail }
    return false
  }
}

function neverWithout(at: number): never {
  throw new Error(`the scan stopped at ${at} without a reason`)
}
