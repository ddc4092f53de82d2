import { describe, expect, it } from 'vitest'
import { formatProblem, problem, sortProblems } from '../../src/document/diagnostic.ts'

const at = (file: string, line: number, column: number, message = 'm') =>
  problem({ kind: 'document-schema', rule: 'r', message, file, position: { line, column } })

describe('problems', () => {
  it('carry the advice of their kind and are one line each', () => {
    const one = at('a.yaml', 3, 5)
    expect(one.advice).toBe('Correct the file at the position shown.')
    expect(formatProblem(one)).toBe('a.yaml:3:5: m [r]')
    expect(formatProblem(problem({ kind: 'param-invalid', rule: 'params', message: 'm' }))).toBe(
      'm [params]',
    )
  })

  it('are sorted by file, line and column, and each is there once', () => {
    const all = [at('b', 1, 1), at('a', 10, 1), at('a', 9, 2), at('a', 9, 1), at('a', 10, 1)]
    expect(sortProblems(all).map((one) => formatProblem(one))).toEqual([
      'a:9:1: m [r]',
      'a:9:2: m [r]',
      'a:10:1: m [r]',
      'b:1:1: m [r]',
    ])
  })
})
