import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/document/diagnostic.ts'
import { LIMITS, readDocument } from '../../src/document/yaml.ts'

const encoder = new TextEncoder()

function read(text: string | Uint8Array) {
  return readDocument('a.yaml', typeof text === 'string' ? encoder.encode(text) : text)
}

function problems(text: string | Uint8Array): string[] {
  const result = read(text)
  return result.kind === 'problems' ? result.problems.map(formatProblem) : []
}

function document(text: string) {
  const result = read(text)
  if (result.kind === 'problems') throw new Error(result.problems.map(formatProblem).join('\n'))
  return result.document
}

describe('values', () => {
  it('reads YAML 1.2 core: words and times of other dialects stay text', () => {
    const text =
      'a: NO\nb: off\nc: 12:30:45\nd: 0o14\ne: yes\nf: ~\ng: true\nh: 1.5\ni: 2026-01-01\n'
    expect(document(text).value).toEqual({
      a: 'NO',
      b: 'off',
      c: '12:30:45',
      d: 12,
      e: 'yes',
      f: null,
      g: true,
      h: 1.5,
      i: '2026-01-01',
    })
  })

  it('gives the same value and digest for CRLF as for LF', () => {
    const text = 'a: |\n  one\n  two\nb: "x\n\n  y"\n'
    const windows = document(text.replaceAll('\n', '\r\n'))
    expect(windows.value).toEqual(document(text).value)
    expect(windows.sha256).toBe(document(text).sha256)
  })

  it('accepts a byte order mark and a leading document marker', () => {
    expect(document('\ufeff---\na: 1\n...\n').value).toEqual({ a: 1 })
  })

  it('never changes the prototype of anything', () => {
    expect(problems('a: {__proto__: {polluted: true}}')).toHaveLength(1)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('gives no negative zero, which JSON cannot hold', () => {
    expect(Object.is(document('-0.0').value, 0)).toBe(true)
  })
})

describe('refusals', () => {
  it.each([
    ['an alias of itself', 'a: &a {b: *a}', '1:4'],
    ['a merge key', 'b: {<<: {c: 1}}', '1:5'],
    ['a custom tag', 'a: !custom x', '1:4'],
    ['a binary tag', 'a: !!binary aGk=', '1:4'],
    ['a tag directive', '%TAG ! tag:x,2000:\n---\na: 1', '1:1'],
    ['the same key in other quotes', 'a: 1\n"a": 2', '2:1'],
    ['the same key in another normal form', 'caf\u00e9: 1\ncafe\u0301: 2', '2:1'],
    ['a key that is a number', '{1: a}', '1:2'],
    ['a key that is true', 'true: a', '1:1'],
    ['a key that is a list', '{[a, b]: c}', '1:2'],
    ['a key that is null', '? \n: a', '1:3'],
    ['constructor as a key, deep down', 'a: [{b: {constructor: 1}}]', '1:10'],
    ['a NUL byte', 'a: b\0c', '1:5'],
    ['a NUL escape', 'a: "b\\0c"', '1:4'],
    ['a lone CR', 'a: 1\rb: 2', '1:5'],
    ['NEL', 'a: b\u0085c', '1:5'],
    ['a line separator', 'a: b\u2028c', '1:5'],
    ['a bidi override by escape', 'a: "\\u202e"', '1:4'],
    ['half a surrogate pair by escape', 'a: "\\ud800"', '1:4'],
    ['a tag character in a comment', 'a: 1 # \u{e0041}', '1:8'],
    ['a zero-width space in a key', 'a\u200bb: 1', '1:2'],
    ['1e999', 'a: 1e999', '1:4'],
    ['not a number', 'a: .nan', '1:4'],
    ['a rounded float', 'a: 9007199254740993.0', '1:4'],
    ['a second document', 'a: 1\n---\nb: 2', '2:1'],
    ['a second document without a marker', 'a: 1\n...\nb: 2', '3:1'],
  ])('refuses %s at its place', (_name, text, place) => {
    const [first] = problems(text)
    expect(first).toMatch(new RegExp(`^a\\.yaml:${place}: `))
  })

  it('names both lines of a duplicate key', () => {
    expect(problems('a: 1\nb: 2\na: 3')).toEqual([
      'a.yaml:3:1: the key "a" is on line 1 already [yaml]',
    ])
  })

  it('reports all problems of a pass, sorted, once each', () => {
    expect(problems('z: &a 1\ny: *a\nx: !t 1\n').map((one) => one.split(' ')[0])).toEqual([
      'a.yaml:1:4:',
      'a.yaml:2:4:',
      'a.yaml:3:4:',
    ])
  })

  it.each([
    ['UTF-16 with a byte order mark', new Uint8Array([0xff, 0xfe, 0x61, 0, 0x3a, 0])],
    ['Latin-1', new Uint8Array([0x61, 0x3a, 0x20, 0xe9])],
    ['an overlong form', new Uint8Array([0x61, 0x3a, 0x20, 0xc0, 0x80])],
  ])('refuses %s', (_name, bytes) => {
    expect(problems(bytes)).toEqual(['a.yaml: the file is not UTF-8; save it as UTF-8 [encoding]'])
  })
})

describe('limits', () => {
  const laughs = ['a: &a [x]']
  for (let i = 0; i < 9; i++) laughs.push(`b${i}: &b${i} [${'*a, '.repeat(10)}]`)

  it.each([
    ['more than 256 KiB', `a: 1\n${'# x\n'.repeat(70_000)}`],
    ['a text of more than 64 KiB', `a: ${'x'.repeat(LIMITS.scalarBytes + 1)}`],
    ['100,000 keys', Array.from({ length: 30_000 }, (_, i) => `k${i}:`).join('\n')],
    ['5,001 items', `[${'1,'.repeat(5001)}]`],
    ['empty items', `[${'[],'.repeat(5001)}]`],
    ['10,000 documents', '---\n'.repeat(10_000)],
    ['51 lists in flow style', '['.repeat(51) + ']'.repeat(51)],
    ['2,000 maps in flow style', '{a: '.repeat(2000) + '}'.repeat(2000)],
    ['100,000 brackets that stay open', '['.repeat(100_000)],
    ['100,000 list markers on a line', '- '.repeat(100_000)],
    ['100,000 key markers on a line', '? '.repeat(100_000)],
    ['60 indented maps', Array.from({ length: 60 }, (_, i) => `${' '.repeat(i)}k:`).join('\n')],
    [
      '60 lists under keys at the same column',
      Array.from({ length: 30 }, (_, i) => `${'  '.repeat(i)}k:\n${'  '.repeat(i)}- l:`).join('\n'),
    ],
    ['a billion laughs', laughs.join('\n')],
  ])('refuses %s at once', (_name, text) => {
    const started = performance.now()
    expect(problems(text).length).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('accepts what is exactly at the limits', () => {
    expect(problems('['.repeat(50) + ']'.repeat(50))).toEqual([])
    expect(problems(`[${'1,'.repeat(4999)}]`)).toEqual([])
    expect(problems(`- ${'x'.repeat(LIMITS.scalarBytes)}`)).toEqual([])
  })
})

describe('positions', () => {
  const text = 'a:\n  b: [x, "y ${{ z }}"]\n  c:\nd: ${{ q }}\n'

  it.each([
    ['', undefined, 1, 1],
    ['/a', undefined, 2, 3],
    ['/a', 'b', 2, 3],
    ['/a/b/1', undefined, 2, 10],
    ['/a/c', undefined, 3, 3],
    ['/a', 'missing', 1, 1],
    ['/a/b/7', undefined, 2, 6],
  ])('finds %s %s', (pointer, key, line, column) => {
    expect(document(text).position(pointer, key)).toEqual({ line, column })
  })

  it('finds a place inside a text, plain or quoted', () => {
    expect(document(text).positionIn('/a/b/1', 6)).toEqual({ line: 2, column: 17 })
    expect(document(text).positionIn('/d', 4)).toEqual({ line: 4, column: 8 })
  })

  it('unescapes pointers', () => {
    expect(document('x/y: 1\n"a~b": 2').position('/a~0b')).toEqual({ line: 2, column: 8 })
  })
})

describe('any bytes', () => {
  it('give a document or problems, and never an exception', () => {
    const pieces = fc.constantFrom(
      ...['a', ':', ' ', '\n', '- ', '[', ']', '{', '}', ',', '"', "'", '|', '>', '? ', '&a', '*a'],
      ...['!!str', '%', '---\n', '...\n', '#', '\t', '  ', '<<', '0x1', '.inf', '\\', '\r\n', 'é'],
    )
    const texts = fc.array(pieces, { maxLength: 60 }).map((all) => encoder.encode(all.join('')))
    fc.assert(
      fc.property(fc.oneof(texts, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        const result = read(bytes)
        if (result.kind === 'document') JSON.stringify(result.document.value)
        else expect(result.problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})
