import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearPattern, ownPattern } from '../../src/protocol/pattern.ts'
import { issuesOf } from '../../src/protocol/schemas.ts'

const SCHEMAS = join(import.meta.dirname, '../../schemas')

const PATTERNS = [
  ...new Set(
    readdirSync(SCHEMAS).flatMap((file) =>
      patternsIn(JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8'))),
    ),
  ),
]

function patternsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value),
  )
}

/** Texts that fit, then what makes a backtracking engine try everything: a part again and again, longer each time, and no end. */
const hostile = (pattern: string): fc.Arbitrary<string[]> =>
  fc
    .tuple(
      fc.stringMatching(new RegExp(pattern, 'u')),
      fc.nat(),
      fc.nat(),
      fc.constantFrom('', '!'),
    )
    .map(([text, from, more, end]) => {
      const at = from % (text.length + 1)
      const part = text.slice(at, at + 1 + (more % 8))
      const long = text.slice(0, at) + part.repeat(256)
      return [24, 28, 32, 64, 256].map((length) => long.slice(0, length - end.length) + end)
    })

describe("RUNE's own patterns", () => {
  it('are found in the schemas', () => {
    expect(PATTERNS.length).toBeGreaterThan(20)
  })

  it.each(PATTERNS)('%s takes a moment at most on any short text', (pattern) => {
    const native = new RegExp(pattern, 'u')
    fc.assert(
      fc.property(hostile(pattern), (texts) => {
        for (const text of texts) {
          const began = performance.now()
          native.test(text)
          expect(performance.now() - began).toBeLessThan(100)
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each(PATTERNS)('%s means the same to both engines', (pattern) => {
    const [native, linear] = [new RegExp(pattern, 'u'), linearPattern(pattern)]
    const near = hostile(pattern).map(([text = '']) => text)
    const texts = fc.oneof(fc.stringMatching(native), near, fc.string())
    fc.assert(fc.property(texts, (text) => native.test(text) === linear.test(text)))
  })

  it('are refused in linear time on a long text', () => {
    const began = performance.now()
    expect(ownPattern('^[a-f:]*:[a-f:.]*$').test(`${':'.repeat(60_000)}!`)).toBe(false)
    const nodes = { a: { address: `${':'.repeat(60_000)}!` } }
    expect(issuesOf('inventory', { nodes }).length).toBeGreaterThan(0)
    // The native engine takes three seconds for each.
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
