import { describe, expect, it } from 'vitest'
import { lintModule } from '../../src/plugin/lint.ts'
import { readModule } from '../../src/plugin/manifest.ts'

function warnings(declaration: string): string[] {
  const text = `module: ops
version: 1.0.0
description: d
actions:
  look: { description: d, run: run.sh, effect: read, input: { value: ${declaration} } }
`
  const result = readModule('ops', new TextEncoder().encode(text), [
    { path: 'run.sh', kind: 'file' },
  ])
  if (result.kind === 'problems') throw new Error(JSON.stringify(result.problems))
  const found = lintModule(result.module)
  expect(found.every(({ severity, rule }) => severity === 'warning' && rule === 'unbounded')).toBe(
    true,
  )
  return found.map(({ message, line, column }) => `${line}:${column} ${message}`)
}

describe('parameters with an end', () => {
  it.each([
    '{ type: integer }',
    '{ type: string, maxLength: 5 }',
    '{ type: string, enum: [a, b] }',
    '{ type: string, pattern: "^[a-z*+]{1,64}$" }',
    '{ type: string, pattern: "^a\\\\*b\\\\+$" }',
    '{ type: string, pattern: "^[]a*]{1,2}$" }',
    '{ type: array, maxItems: 5, items: { type: string, maxLength: 5 } }',
    '{ type: object, properties: { a: { type: boolean } } }',
    '{ type: object, additionalProperties: true, maxProperties: 5 }',
  ])('are no problem: %s', (declaration) => {
    expect(warnings(declaration)).toEqual([])
  })
})

describe('parameters without an end', () => {
  it.each([
    ['{ type: string }', '5:70 value accepts a text of any length'],
    [
      '{ type: string, pattern: "^a+$" }',
      '5:70 value accepts a text of any length, because "^a+$"',
    ],
    ['{ type: string, pattern: "^a{2,}$" }', '5:70 value accepts a text of any length, because'],
    ['{ type: string, pattern: "^[a-z]*$" }', '5:70 value accepts a text of any length, because'],
    ['{ type: array, items: { type: integer } }', '5:70 value accepts a list of any length'],
    ['{ type: object, additionalProperties: true }', '5:70 value accepts any number of keys'],
    [
      '{ type: object, properties: { a: { type: string } } }',
      '5:103 value/properties/a accepts a text of any length',
    ],
  ])('get a warning where they stand: %s', (declaration, expected) => {
    const [first, ...more] = warnings(declaration)
    expect(first?.startsWith(expected), first).toBe(true)
    expect(more).toEqual([])
  })
})
