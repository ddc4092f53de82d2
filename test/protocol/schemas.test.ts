import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import {
  compileSchema,
  issuesOf,
  nearest,
  objectSchema,
  SHAPE_NAMES,
} from '../../src/protocol/schemas.ts'
import type { Parameter } from '../../src/protocol/types.gen.ts'

const SCHEMAS = join(import.meta.dirname, '../../schemas')
const files = readdirSync(SCHEMAS)

describe('the schemas', () => {
  it('are all known to the code', () => {
    const names = files.map((file) => file.replace('.json', '')).filter((name) => name !== 'common')
    expect(names.sort()).toEqual([...SHAPE_NAMES].sort())
  })

  it.each(files)('%s is valid JSON Schema 2020-12', (file) => {
    const ajv = new Ajv2020({ strict: true })
    const schema = JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')) as object
    expect({ valid: ajv.validateSchema(schema), errors: ajv.errors }).toEqual({
      valid: true,
      errors: null,
    })
  })

  it.each(SHAPE_NAMES)('%s compiles and refuses what is no such thing', (name) => {
    expect(issuesOf(name, 'text').length).toBeGreaterThan(0)
  })
})

const DECLARED: Readonly<Record<string, Parameter>> = {
  name: { type: 'string', maxLength: 5, required: true },
  list: {
    type: 'array',
    items: { type: 'object', properties: { id: { type: 'integer', required: true } } },
  },
}

describe('a declared object', () => {
  const check = compileSchema(objectSchema(DECLARED))
  if (typeof check === 'string') throw new Error(check)
  const messages = (value: unknown): string[] =>
    check(value).map(({ pointer, message }) => `${pointer} ${message}`)

  it('is closed at every level', () => {
    expect(messages({ name: 'a', nmae: 1 })).toEqual([' unknown key "nmae"; did you mean "name"?'])
    expect(messages({ name: 'a', list: [{ id: 1, more: 2 }] })).toEqual([
      '/list/0 unknown key "more"; expected one of id',
    ])
  })

  it('wants its required fields at every level', () => {
    expect(messages({ list: [{}] })).toEqual([' "name" is missing', '/list/0 "id" is missing'])
  })

  it('does not take an inherited name for a field', () => {
    const field: Parameter = { type: 'string', required: true }
    const named = Object.fromEntries([['constructor', field]])
    const inherited = compileSchema(objectSchema(named))
    expect(typeof inherited === 'string' ? [] : inherited({})).toHaveLength(1)
  })

  it('coerces nothing', () => {
    expect(messages({ name: 5 })).toEqual(['/name 5 is not a string'])
  })

  it('matches patterns in linear time', () => {
    const evil = compileSchema({ type: 'string', pattern: '^(a+)+$' })
    if (typeof evil === 'string') throw new Error(evil)
    const began = performance.now()
    expect(evil(`${'a'.repeat(5_000)}!`)).toHaveLength(1)
    // Backtracking would take longer than the universe has lasted.
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('refuses a pattern that needs backtracking', () => {
    expect(compileSchema({ type: 'string', pattern: '^(?=a)' })).toContain('(?=')
  })
})

it('finds the nearest name only when it is near', () => {
  expect(nearest('wiht', ['with', 'uses'])).toBe('with')
  expect(nearest('frobnicate', ['with', 'uses'])).toBeUndefined()
})
