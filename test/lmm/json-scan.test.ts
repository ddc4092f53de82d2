import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scanObject } from '../../src/lmm/json-scan.ts'

it('agrees with JSON.parse about every text that is close to JSON', () => {
  const damaged = fc
    .tuple(
      fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()),
      fc.nat(),
      fc.option(
        fc.constantFrom('', '"', '\\', '{', '}', ',', ':', '0', '-', 'e', '\n', '\u0001', 'x'),
      ),
    )
    .map(([value, at, damage]) => {
      const text = JSON.stringify(value)
      const cut = at % (text.length + 1)
      return damage === null ? text : text.slice(0, cut) + damage + text.slice(cut + 1)
    })
  fc.assert(
    fc.property(damaged, (text) => {
      fc.pre(text.startsWith('{'))
      const end = scanObject(text, 0)
      if (typeof end === 'number' && text.slice(end).trim() === '') {
        expect(() => JSON.parse(text)).not.toThrow()
      } else if (typeof end === 'object' && /not-json|truncated/.test(end.kind)) {
        expect(() => JSON.parse(text)).toThrow()
      }
    }),
    { numRuns: 500 },
  )
})

it('leaves what comes after the object to its caller', () => {
  expect(scanObject('  {"a":[{}]} tail', 2)).toBe(12)
})
