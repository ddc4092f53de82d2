import { describe, expect, it } from 'vitest'
import { typeParams } from '../../src/lom/request.ts'
import { compileSchema, objectSchema } from '../../src/protocol/schemas.ts'
import type { Parameter } from '../../src/protocol/types.gen.ts'

function typed(type: Parameter['type'], value: unknown): unknown {
  const declared = { x: { type, additionalProperties: true } }
  const check = compileSchema(objectSchema(declared))
  if (typeof check === 'string') throw new Error(check)
  const result = typeParams({ x: value }, declared, check)
  return result.kind === 'params' ? result.params['x'] : result.kind
}

describe('text for another type is read by exact words', () => {
  it.each([
    ['integer', '5', 5],
    ['integer', '-5', -5],
    ['integer', '0', 0],
    ['integer', '9007199254740991', 9007199254740991],
    ['number', '0.5', 0.5],
    ['number', '1e3', 1000],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['array', '[1,"a"]', [1, 'a']],
    ['object', '{"a":1}', { a: 1 }],
    ['string', '5', '5'],
    ['string', 'true', 'true'],
    ['string', '', ''],
  ] as const)('%s from %j', (type, text, expected) => {
    expect(typed(type, text)).toEqual(expected)
  })

  it.each([
    ['integer', '5.0'],
    ['integer', '0x10'],
    ['integer', '05'],
    ['integer', '+5'],
    ['integer', ' 5'],
    ['integer', '9007199254740993'],
    ['integer', ''],
    ['number', '.5'],
    ['number', 'NaN'],
    ['number', 'Infinity'],
    ['number', '1e999'],
    ['boolean', 'TRUE'],
    ['boolean', '0'],
    ['array', '1,2'],
    ['array', '{}'],
    ['object', '[]'],
    ['object', 'null'],
    ['object', '{"a":"\\u0000"}'],
    ['object', '{"__proto__":1}'],
  ] as const)('no %s from %j', (type, text) => {
    expect(typed(type, text)).toBe('problems')
  })

  it.each([
    ['integer', true],
    ['boolean', 1],
    ['string', 5],
    ['array', { 0: 'a' }],
    ['string', null],
  ] as const)('no %s from the value %j', (type, value) => {
    expect(typed(type, value)).toBe('problems')
  })
})
