import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareVersions,
  compatible,
  parseRange,
  parseVersion,
  type Range,
  satisfies,
  type Version,
} from '../../src/plugin/version.ts'

function version(text: string): Version {
  const parsed = parseVersion(text)
  if (parsed === undefined) throw new Error(`${text} is no version`)
  return parsed
}

function range(text: string): Range {
  const parsed = parseRange(text)
  if (typeof parsed === 'string') throw new Error(parsed)
  return parsed
}

describe('a version', () => {
  it.each([
    '1',
    '1.2',
    'v1.2.3',
    '1.2.3.4',
    '01.2.3',
    '1.02.3',
    '1.2.3-',
    '1.2.3-01',
    '1.2.3-a..b',
    '1.2.3+',
    '1.2.3 ',
    '-1.2.3',
    '1.2.x',
    '',
  ])('is not %j', (text) => {
    expect(parseVersion(text)).toBeUndefined()
  })

  it('comes before another one as SemVer says', () => {
    const order = [
      '0.0.0-0',
      '0.0.0',
      '0.9.9',
      '1.0.0-0',
      '1.0.0-2',
      '1.0.0-10',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '1.0.1',
      '1.2.0',
      '1.10.0',
      '2.0.0',
      '9007199254740993.0.0',
      '9007199254740994.0.0',
    ].map(version)
    for (const [i, a] of order.entries())
      for (const [j, b] of order.entries())
        expect(Math.sign(compareVersions(a, b))).toBe(Math.sign(i - j))
  })

  it('is the same with other build metadata', () => {
    expect(compareVersions(version('1.0.0+a'), version('1.0.0+b.1'))).toBe(0)
  })
})

describe('a range', () => {
  it.each([
    ['1.2.3', ['1.2.3', '1.2.3+build'], ['1.2.4', '1.2.3-rc.1', '1.2.2']],
    ['^1.2.3', ['1.2.3', '1.9.0'], ['1.2.2', '2.0.0', '2.0.0-0', '1.3.0-rc.1', '1.2.3-rc.1']],
    ['^0.2.3', ['0.2.3', '0.2.9'], ['0.3.0', '0.2.2', '1.0.0']],
    ['^0.0.3', ['0.0.3'], ['0.0.4', '0.0.2', '0.1.0']],
    ['^0.0.0', ['0.0.0'], ['0.0.1']],
    ['~1.2.3', ['1.2.3', '1.2.99'], ['1.3.0', '1.3.0-0', '1.2.2', '2.2.3']],
    ['~0.0.3', ['0.0.3', '0.0.9'], ['0.1.0']],
    ['>=1.2.3', ['1.2.3', '99.0.0'], ['1.2.2', '1.2.3-rc.1', '2.0.0-rc.1']],
    ['<2.0.0', ['0.0.0', '1.99.0'], ['2.0.0', '2.0.0-alpha', '1.0.0-rc.1']],
    ['>=1.2.0 <1.4.0', ['1.2.0', '1.3.9'], ['1.1.9', '1.4.0', '1.4.0-rc.1']],
    ['^1.2.0   <1.4.0', ['1.3.0'], ['1.4.0']],
    [
      '^1.2.3-beta.2',
      ['1.2.3-beta.2', '1.2.3-beta.10', '1.2.3', '1.5.0'],
      ['1.2.3-beta.1', '1.2.4-beta.3'],
    ],
    ['~1.2.3-beta.2', ['1.2.3-rc.1', '1.2.4'], ['1.2.4-rc.1', '1.3.0']],
    ['<2.0.0-beta', ['2.0.0-alpha', '1.0.0'], ['2.0.0-beta', '2.0.0', '1.9.0-alpha']],
    ['1.0.0-rc.1', ['1.0.0-rc.1'], ['1.0.0', '1.0.0-rc.2']],
  ])('%s is satisfied by what it says', (text, good, bad) => {
    expect(good.filter((one) => !satisfies(version(one), range(text)))).toEqual([])
    expect(bad.filter((one) => satisfies(version(one), range(text)))).toEqual([])
  })

  it.each([
    '',
    '*',
    '1',
    '1.x',
    '^1.2',
    '~1',
    '=1.2.3',
    '>1.2.3',
    '<=2.0.0',
    '>= 1.2.3',
    '1.2.3 - 2.0.0',
    '^1.0.0 || ^2.0.0',
    ' ^1.0.0',
    '^1.0.0\n',
    '^1.0.0,<1.5.0',
    'latest',
    '^v1.0.0',
    '^^1.0.0',
  ])('is not %j', (text) => {
    expect(parseRange(text)).toContain('is no version requirement; expected 1.2.3, ^1.2.3')
  })

  it('does not compare build metadata, so naming it is a mistake', () => {
    expect(parseRange('^1.0.0+linux')).toContain('leave out what follows the +')
  })

  it.each(['>=2.0.0 <1.0.0', '1.0.0 1.0.1', '^1.0.0 ^2.0.0', '<0.0.0', '>=1.0.0 <1.0.0'])(
    'that nothing satisfies is refused: %s',
    (text) => {
      expect(parseRange(text)).toBe(`no version satisfies ${JSON.stringify(text)}`)
    },
  )
})

describe('two ranges', () => {
  it.each([
    ['^1.0.0', '^1.5.0', true],
    ['^1.0.0', '^2.0.0', false],
    ['<2.0.0', '>=1.9.9', true],
    ['<2.0.0', '>=2.0.0', false],
    ['~1.2.0', '>=1.2.5 <1.4.0', true],
    ['1.2.3', '~1.2.0', true],
    ['1.2.3', '1.2.3-rc.1', false],
    // The only versions between them are pre-releases that the second did not ask for.
    ['>=1.0.0-alpha', '<1.0.0', false],
    ['>=1.0.0-alpha <1.0.0', '<1.0.0-beta', true],
    ['<1.0.0-beta', '<1.0.0-alpha', true],
  ])('%s and %s', (a, b, expected) => {
    expect(compatible([range(a), range(b)])).toBe(expected)
    expect(compatible([range(b), range(a)])).toBe(expected)
  })

  it('that a version satisfies are never called incompatible', () => {
    const part = fc.integer({ min: 0, max: 3 })
    const pre = fc.constantFrom('', '', '-0', '-1', '-a', '-a.1', '-b')
    const text = fc.tuple(part, part, part, pre).map(([a, b, c, p]) => `${a}.${b}.${c}${p}`)
    const term = fc.tuple(fc.constantFrom('', '^', '~', '>=', '<'), text).map(([s, v]) => s + v)
    const some = fc.array(term, { minLength: 1, maxLength: 2 }).map((terms) => terms.join(' '))
    fc.assert(
      fc.property(some, some, text, (a, b, v) => {
        const [x, y] = [parseRange(a), parseRange(b)]
        fc.pre(typeof x !== 'string' && typeof y !== 'string')
        if (typeof x === 'string' || typeof y === 'string') return
        if (satisfies(version(v), x) && satisfies(version(v), y))
          expect(compatible([x, y])).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
