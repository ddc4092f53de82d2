import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileParameters, eachAlone } from '../../src/document/parameters.ts'
import { compileSchema, issuesOf, objectSchema } from '../../src/protocol/schemas.ts'
import type { Parameter } from '../../src/protocol/types.gen.ts'

const document = { file: 'a.yaml', position: () => ({ line: 1, column: 1 }) }
const messagesOf = (parameters: Record<string, Parameter>): string[] => {
  const compiled = compileParameters(document, '/inputs', parameters)
  return compiled.kind === 'check' ? [] : compiled.problems.map(({ message }) => message)
}

describe('declared parameters', () => {
  it('are all reported that have an unusable pattern, an open one or a wrong default', () => {
    expect(
      messagesOf({
        a: { type: 'string', pattern: '[a-z]+' },
        b: { type: 'integer', minimum: 3, default: 1 },
      }),
    ).toEqual([
      expect.stringContaining('fits parts of a text'),
      '/inputs/b/default: 1 is too small; expected at least 3',
    ])
    expect(
      messagesOf({
        a: { type: 'string', pattern: '^(?=a)$', default: 'a' },
        b: { type: 'string', pattern: 'b' },
      }),
    ).toEqual([
      expect.stringContaining('invalid or unsupported Perl syntax: `(?=`'),
      expect.stringContaining('fits parts of a text'),
    ])
  })

  it('check values in the order in which they come, compiled once', () => {
    const compiled = compileParameters(document, '', { a: { type: 'integer', required: true } })
    if (compiled.kind !== 'check') throw new Error('they are good')
    expect([{ a: 1 }, { a: '1' }, {}].map((value) => compiled.check(value).length)).toEqual([
      0, 1, 1,
    ])
  })

  it('can be checked one by one, with nothing said of missing and unknown ones', () => {
    const check = eachAlone({
      a: { type: 'array', items: { type: 'integer' }, required: true },
      b: { type: 'string', required: true },
    })
    expect(check({ a: [1, 'x'], c: 1 })).toEqual([
      { pointer: '/a/1', message: '"x" is not an integer', keyword: 'type' },
    ])
    expect(check({ b: 'x' })).toEqual([])
  })

  it('can always be compiled when they have the shape and their patterns are usable', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,10}$/)
    const count = fc.nat(10_000)
    const keywords = {
      description: fc.string(),
      enum: fc.array(fc.jsonValue({ maxDepth: 1 }), { minLength: 1, maxLength: 3 }),
      pattern: fc.constantFrom('^a$', '^[^"\\\\]*$', '^(a|\\n)$', '^é{2}$'),
      minLength: count,
      maxLength: count,
      minimum: fc.double({ noNaN: true, noDefaultInfinity: true }),
      maximum: fc.integer(),
      minItems: count,
      maxItems: count,
      uniqueItems: fc.boolean(),
      maxProperties: count,
    }
    const own = {
      type: fc.constantFrom('string', 'integer', 'number', 'boolean', 'array', 'object'),
      ...keywords,
    }
    const { schema } = fc.letrec((tie) => ({
      schema: fc.oneof({ maxDepth: 3, depthSize: 'small' }, tie('leaf'), tie('nested')),
      leaf: fc.record(own, { requiredKeys: ['type'] }),
      nested: fc.record(
        {
          ...own,
          items: tie('schema'),
          properties: fc.dictionary(name, tie('schema'), { maxKeys: 3 }),
          additionalProperties: fc.oneof(fc.boolean(), tie('leaf')),
        },
        { requiredKeys: ['type'] },
      ),
    }))
    fc.assert(
      fc.property(fc.dictionary(name, schema, { maxKeys: 4 }), (input) => {
        expect(issuesOf('runbook', { ...RUNBOOK, inputs: input })).toEqual([])
        const check = compileSchema(objectSchema(input as Record<string, Parameter>))
        if (typeof check === 'string') throw new Error(check)
        check({})
      }),
      { numRuns: 300 },
    )
  })
})

const RUNBOOK = {
  name: 'a',
  description: 'A runbook',
  owner: 'a',
  steps: [{ id: 'a', uses: 'a' }],
}
