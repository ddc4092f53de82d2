/** Any bytes give a document or problems: never an exception, never more than two seconds. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/document/yaml.ts'
import { parseTemplate } from '../../src/runbook/expression.ts'
import { CASE_MS, PROPERTY_MS, RUNS } from './runs.ts'

const encoder = new TextEncoder()

const PIECES = [
  ...['a', 'b: ', ':', ' ', '  ', '\n', '- ', '[', ']', '{', '}', ',', '"', "'", '|', '>', '? '],
  ...['&a ', '*a', '!!str ', '!', '%YAML 1.1\n', '---\n', '...\n', '#', '\t', '<<: ', '@', '`'],
  ...['0x1', '014', '.inf', '1e999', '~', 'null', 'true', '\\', '"\\u0000"', '\r\n', '\r', 'é'],
  ...['__proto__: ', 'constructor: ', '${{ ', ' }}', '\u202e', '\ufeff', '\u2028', '\u{e0041}'],
] as const

const yamlBytes = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 80 })
  .map((all) => encoder.encode(all.join('')))

describe('readDocument', () => {
  it(
    'gives a plain value or problems with positions',
    () => {
      fc.assert(
        fc.property(fc.oneof(yamlBytes, fc.uint8Array({ maxLength: 400 })), (bytes) => {
          const began = performance.now()
          const result = readDocument('a.yaml', bytes)
          expect(performance.now() - began).toBeLessThan(CASE_MS)
          if (result.kind === 'document') {
            expect(JSON.parse(JSON.stringify(result.document.value))).toEqual(result.document.value)
          } else {
            expect(result.problems.length).toBeGreaterThan(0)
            for (const { message, line = 1 } of result.problems) {
              expect(message).not.toBe('')
              expect(line).toBeGreaterThan(0)
            }
          }
        }),
        { numRuns: RUNS },
      )
    },
    PROPERTY_MS,
  )
})

describe('parseTemplate', () => {
  const words = fc.constantFrom(
    ...['${{', '}}', ' ', 'inputs', '.', '.a', "'", "''", '"', '(', ')', '[', ']', '*', '==', '='],
    ...[
      '&&',
      '||',
      '!',
      '<',
      '1',
      '-1',
      '1e999',
      'steps',
      'join(',
      'upper(',
      ',',
      '\n',
      'é',
      '__proto__',
    ],
  )

  it(
    'gives a template, or what is wrong and where in the text',
    () => {
      fc.assert(
        fc.property(
          fc.oneof(fc.array(words, { maxLength: 40 }), fc.array(fc.string(), { maxLength: 5 })),
          (all) => {
            const text = all.join('')
            const began = performance.now()
            const result = parseTemplate(text)
            expect(performance.now() - began).toBeLessThan(CASE_MS)
            if (result.kind !== 'invalid') return
            expect(result.message).not.toBe('')
            expect(result.at).toBeGreaterThanOrEqual(0)
            expect(result.at).toBeLessThanOrEqual(text.length)
          },
        ),
        { numRuns: RUNS },
      )
    },
    PROPERTY_MS,
  )
})
