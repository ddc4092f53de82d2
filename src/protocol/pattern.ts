/** Patterns that take linear time whatever the text is: what stands in for RegExp wherever a schema has one. */
import { RE2JS } from 're2js'
import { fromUnknown } from './errors.ts'

/** The part of RegExp that ajv's code uses. */
export interface Pattern {
  test(text: string): boolean
  /** ajv tells patterns apart by this text. */
  toString(): string
}

/** Of a schema that comes from a module or a runbook. Throws on what RE2 does not know. */
export function linearPattern(pattern: string): Pattern {
  compiledOnce(pattern)
  return {
    test: (text) => compiledOnce(pattern).matcher(text).find(),
    toString: () => `/${pattern}/`,
  }
}

/** Why RE2 does not take a pattern, or undefined. */
export function patternFault(pattern: string): string | undefined {
  try {
    compiledOnce(pattern)
    return undefined
  } catch (caught) {
    return fromUnknown(caught).message.replace(/^error parsing regexp: /, '')
  }
}

/** Up to here a pattern of ours that backtracks in the square of the length takes less than a millisecond. */
const SHORT = 256

/**
 * Of one of RUNE's own schemas. RE2 takes milliseconds to compile a pattern, each time that a command starts, so short texts
 * meet the native engine; a test holds what that relies on: that no pattern of ours takes long on a short text.
 */
export function ownPattern(pattern: string): Pattern {
  const native = new RegExp(pattern, 'u')
  return {
    test: (text) =>
      text.length <= SHORT ? native.test(text) : compiledOnce(pattern).matcher(text).find(),
    toString: () => `/${pattern}/`,
  }
}

/** Instructions of all patterns that are kept, below 1 KiB each: `^[a-z]{1,64}$` has 131. Files repeat each other's patterns. */
const KEPT_AT_MOST = 20_000
const kept = new Map<string, RE2JS>()
let keptSize = 0

function compiledOnce(pattern: string): RE2JS {
  const known = kept.get(pattern)
  if (known) return known
  const compiled = RE2JS.compile(pattern)
  keptSize += compiled.programSize()
  if (keptSize > KEPT_AT_MOST) {
    kept.clear()
    keptSize = compiled.programSize()
  }
  kept.set(pattern, compiled)
  return compiled
}
