import { describe, expect, it } from 'vitest'
import { caretLines } from '../../src/report/caret.ts'
import { problemsText } from '../../src/report/text.ts'

describe('the caret form', () => {
  it('marks the column under the line', () => {
    expect(caretLines('  - uses: host_helth', 4, 11)).toEqual([
      '   4 |   - uses: host_helth',
      '     |           ^',
    ])
  })

  it('marks the first column, and the end of a line that is too short', () => {
    expect(caretLines('name', 12, 1)).toEqual(['  12 | name', '     | ^'])
    expect(caretLines('name', 12, 9)).toEqual(['  12 | name', '     |     ^'])
    expect(caretLines('', 12345, 1)).toEqual(['12345 |', '      | ^'])
  })

  it('shows tabs and what cannot be seen as escapes, and keeps the mark in place', () => {
    expect(caretLines('\t- uses: a', 2, 2)).toEqual(['   2 | \\t- uses: a', '     |   ^'])
    expect(caretLines('a\u001b[31m\u202eb', 2, 7)).toEqual([
      '   2 | a\\x1b[31m\\u{202e}b',
      '     |          ^',
    ])
  })

  it('counts wide and combining characters as a terminal does', () => {
    expect(caretLines('日本 x', 1, 4)[1]).toBe('     |      ^')
    expect(caretLines('e\u0301 x', 1, 4)[1]).toBe('     |   ^')
    expect(caretLines('🙂 x', 1, 4)[1]).toBe('     |    ^')
  })

  it.each([1, 70, 500, 990, 1001])('shows a window of a long line around column %i', (column) => {
    const line = Array.from({ length: 100 }, (_, i) => String(i).padStart(10, '.')).join('')
    const [source, mark] = caretLines(line, 7, column)
    expect(source.length).toBeLessThanOrEqual(110)
    expect(mark.endsWith('^')).toBe(true)
    // What stands above the mark is what stands at the column.
    expect(source[mark.length - 1]).toBe(line[column - 1])
  })

  it('cuts no surrogate pair in two', () => {
    const line = '🙂'.repeat(200)
    for (const column of [1, 101, 201, 202, 399])
      expect(caretLines(line, 1, column)[0].isWellFormed()).toBe(true)
  })
})

describe('problems with their lines', () => {
  const one = { kind: 'document-schema', severity: 'error' as const, message: 'm', rule: 'r' }
  const placed = { ...one, file: 'a.yaml', line: 2, column: 3 }

  it('have the diagnostic line first, then the line of the file and the mark', () => {
    expect(problemsText([placed], () => 'b: c')).toBe(
      'a.yaml:2:3: m [r]\n   2 | b: c\n     |   ^\n',
    )
  })

  it('are one line each where the line is not known, or there is no position', () => {
    expect(problemsText([placed])).toBe('a.yaml:2:3: m [r]\n')
    expect(problemsText([{ ...one, file: 'a.yaml' }], () => 'b: c')).toBe('a.yaml: m [r]\n')
  })
})
