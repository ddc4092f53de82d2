import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matches, parseSelector, type Selectable } from '../../src/lom/selector.ts'

function fits(selector: string, node: Selectable): boolean {
  const parsed = parseSelector(selector)
  if (parsed.kind === 'invalid') throw new Error(parsed.message)
  return matches(parsed.terms, node)
}

const labelled = (labels: Record<string, string>): Selectable => ({ name: 'n', labels })
const named = (name: string, groups: readonly string[] = []): Selectable => ({
  name,
  labels: {},
  groups,
})

describe('a selector', () => {
  it.each([
    ['role=web', { role: 'web' }, true],
    ['role=web', { role: 'db' }, false],
    ['role=web', {}, false],
    ['role=web, env!=dev', { role: 'web', env: 'prod' }, true],
    ['role=web,env!=dev', { role: 'web', env: 'dev' }, false],
    ['role=web,env!=dev', { role: 'web' }, true],
    [' role = web , env != dev ', { role: 'web' }, true],
    ['constructor!=x', {}, true],
    ['toString=x', {}, false],
    ['toString', {}, false],
    ['role=', { role: '' }, true],
    ['role=', {}, false],
    ['role=,env=x', { role: '', env: 'x' }, true],
    ['role in (web, api)', { role: 'api' }, true],
    ['role in(web,api),env=x', { role: 'api' }, false],
    ['role in (web)', {}, false],
    ['role notin (web, api)', { role: 'api' }, false],
    ['role notin (web, api)', { role: 'db' }, true],
    ['role notin (web)', {}, true],
    ['in in (in)', { in: 'in' }, true],
    ['notin=in', { notin: 'in' }, true],
    ['role', { role: '' }, true],
    ['role', {}, false],
    ['!role', {}, true],
    ['! role', { role: 'web' }, false],
    ['role=web*', { role: 'webapp' }, true],
    ['role!=web*', { role: 'webapp' }, false],
    ['role notin (w*, a*)', { role: 'api' }, false],
  ] as const)('%s on %j is %s', (selector, labels, expected) => {
    expect(fits(selector, labelled(labels))).toBe(expected)
  })

  it.each([
    ['name=web-1', 'web-1', true],
    ['name=web-1', 'WEB-1', false],
    ['name=web-*', 'web-', true],
    ['name=web-*', 'web', false],
    ['name=*-1', 'web-1', true],
    ['name=*', 'anything', true],
    ['name=**', 'anything', true],
    ['name=w*b*1', 'web-b-11', true],
    ['name=a*a', 'a', false],
    ['name=ab*bc', 'abc', false],
    ['name=*b*b*', 'abc', false],
    ['name!=web-*', 'db-1', true],
    ['name in (web-*, db-1)', 'db-1', true],
    ['name in (web-1, web-2)', 'web-3', false],
  ] as const)('%s on the node %s is %s', (selector, name, expected) => {
    expect(fits(selector, named(name))).toBe(expected)
  })

  it.each([
    ['group=web', ['front', 'web'], true],
    ['group=web', [], false],
    ['group!=web', ['front', 'web'], false],
    ['group!=web', [], true],
    ['group in (db, fr*)', ['front', 'web'], true],
    ['group notin (db, queue)', ['front', 'web'], true],
  ] as const)('%s on a node in %j is %s', (selector, groups, expected) => {
    expect(fits(selector, named('n', groups))).toBe(expected)
  })

  it.each([
    ['role==web', 5, 'found "=", expected a value; write one = only'],
    ['=web', 0, 'found "="; expected LABEL=VALUE'],
    ['role=web,', 9, 'a term is empty'],
    ['role=web,,x', 9, 'a term is empty'],
    ['', 0, 'a term is empty'],
    ['  ', 2, 'a term is empty'],
    ['role=web env=x', 9, 'found "env", expected a comma'],
    ['role=web and env=x', 9, 'found "and", expected a comma'],
    ['role=web && env=x', 9, '"&" cannot stand in a selector; terms are joined by commas'],
    ['role>=web', 4, '">" cannot stand in a selector; a value is compared with'],
    ['*', 0, '"*" is not a label'],
    ['web-*', 0, 'nodes by their name: name=web-*'],
    ['1st=x', 0, '"1st" is not a label'],
    ['role=$(id)', 5, '"$" cannot stand in a selector'],
    ['role=${{ inputs.x }}', 5, 'expressions are not resolved here'],
    ['rôle=x', 1, '"ô" cannot stand'],
    ['role="web"', 5, '"\\"" cannot stand'],
    ['role in web', 8, 'expected ( after in'],
    ['role in', 7, 'expected ( after in'],
    ['role in ()', 9, 'found ")", expected a value'],
    ['role in (a,)', 11, 'found ")", expected a value'],
    ['role in (a b)', 11, 'the list is not closed'],
    ['role in (a', 10, 'the list is not closed'],
    ['role notin (a),', 15, 'a term is empty'],
    ['!', 1, 'found the end, expected a label'],
    ['!role=web', 5, 'found "=", expected a comma'],
    ['!!role', 1, 'found "!", expected a label'],
    ['name', 0, 'name needs a value'],
    ['!group', 1, 'group needs a value'],
    ['name=', 5, 'found the end, expected a value'],
    [`role=${'x'.repeat(129)}`, 5, 'the value is too long'],
    [`${'x'.repeat(64)}=1`, 0, 'is not a label'],
    [`role=${'x,'.repeat(600)}`, 1000, 'the selector is too long'],
  ] as const)('%j is refused at %i', (selector, at, message) => {
    const parsed = parseSelector(selector)
    expect(parsed).toMatchObject({ kind: 'invalid', at })
    expect(parsed.kind === 'invalid' && parsed.message).toContain(message)
  })

  it('compares a text with a pattern as a reader would, for any of both', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 12 })
    const glob = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(text, glob, (name, pattern) => {
        const slow = new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(name)
        expect(fits(`name=${pattern}`, named(name))).toBe(slow)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives terms or a place inside the text for any text, and takes no long time', () => {
    const piece = fc.constantFrom(
      ...[
        'role',
        'in',
        'notin',
        '=',
        '!=',
        '!',
        '(',
        ')',
        ',',
        ' ',
        'web-*',
        'name',
        'é',
        '\u0000',
      ],
    )
    const any = fc.oneof(
      fc.array(piece, { maxLength: 300 }).map((all) => all.join('')),
      fc.string({ maxLength: 1100 }),
    )
    fc.assert(
      fc.property(any, (text) => {
        const began = performance.now()
        const parsed = parseSelector(text)
        if (parsed.kind === 'invalid') {
          expect(parsed.at).toBeGreaterThanOrEqual(0)
          expect(parsed.at).toBeLessThanOrEqual(text.length)
          expect(parsed.message).not.toBe('')
        } else matches(parsed.terms, named('a'.repeat(128)))
        expect(performance.now() - began).toBeLessThan(200)
      }),
    )
  })

  it('takes a thousand patterns of stars against long names in milliseconds', () => {
    const parsed = parseSelector(`name in (${Array(7).fill('*a'.repeat(63)).join(',')})`)
    if (parsed.kind === 'invalid') throw new Error(parsed.message)
    const began = performance.now()
    for (let i = 0; i < 1000; i++) matches(parsed.terms, named(`${'a'.repeat(127)}b`))
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
