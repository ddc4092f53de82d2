/** Good files with something changed in them give problems or none, through the whole of validation. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpusFile, corpusNames, problemsOf, WRITTEN } from '../corpus-project.ts'
import { CASE_MS, PROPERTY_MS, RUNS } from './runs.ts'

const PIECES = [
  ...[
    'x',
    ':',
    ': ',
    ' ',
    '  ',
    '\n',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '#',
    '\t',
    '&a ',
    '*a',
  ],
  ...[
    'null',
    'true',
    '0',
    '-1',
    '1e999',
    '.inf',
    '014',
    '9007199254740993',
    'NO',
    '${{ inputs.x }}',
  ],
  ...[
    '${{',
    '}}',
    '!!set ',
    '__proto__',
    'constructor: 1',
    '<<: ',
    '---\n',
    '\u0000',
    '\u202e',
    '^(a+)+$',
  ],
  ...['[a-z]+', '(?=a)', '../x', '-oProxyCommand=id', '5 minutes', 'é', '\ufffd'],
] as const

interface Change {
  readonly at: number
  readonly remove: number
  readonly piece: string
  readonly line: boolean
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 })),
  piece: fc.oneof(fc.constantFrom('', ...PIECES), fc.string({ maxLength: 6 })),
  line: fc.boolean(),
})

/** Replaces some characters, or takes out or doubles a line. */
function mutate(text: string, { at, remove, piece, line }: Change): string {
  if (line) {
    const lines = text.split('\n')
    const index = Math.min(lines.length - 1, Math.floor(at * lines.length))
    const own = lines[index] ?? ''
    lines.splice(index, 1, ...(remove === 0 ? [own, own + piece] : []))
    return lines.join('\n')
  }
  const place = Math.floor(at * text.length)
  return text.slice(0, place) + piece + text.slice(place + remove)
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()

describe.each(WRITTEN)('a changed %s file', (shape) => {
  const files = corpusNames(`${shape}/good`, '.yaml').map((name) => ({
    name,
    text: decoder.decode(corpusFile(shape, 'good', name)),
  }))
  const mutated = fc
    .tuple(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([{ name, text }, changes]) => ({ name, text: changes.reduce(mutate, text) }))

  it(
    'gives problems or none, each with a kind, a rule and a message',
    async () => {
      await fc.assert(
        fc.asyncProperty(mutated, async ({ name, text }) => {
          const began = performance.now()
          const problems = await problemsOf(shape, name, encoder.encode(text))
          expect(performance.now() - began).toBeLessThan(CASE_MS)
          for (const problem of problems) {
            expect(problem.kind).not.toBe('internal')
            expect(problem.message).not.toBe('')
            expect(problem.rule).toBeDefined()
          }
        }),
        { numRuns: RUNS },
      )
    },
    PROPERTY_MS,
  )
})
