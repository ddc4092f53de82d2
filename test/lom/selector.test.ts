import { describe, expect, it } from 'vitest'
import { matches, parseSelector } from '../../src/lom/selector.ts'

function fits(selector: string, labels: Record<string, string>): boolean {
  const parsed = parseSelector(selector)
  if (parsed.kind === 'invalid') throw new Error(parsed.message)
  return matches(parsed.terms, labels)
}

describe('a selector', () => {
  it.each([
    ['role=web', { role: 'web' }, true],
    ['role=web', { role: 'db' }, false],
    ['role=web', {}, false],
    ['role=web, env!=dev', { role: 'web', env: 'prod' }, true],
    ['role=web,env!=dev', { role: 'web', env: 'dev' }, false],
    ['role=web,env!=dev', { role: 'web' }, true],
    ['constructor!=x', {}, true],
    ['toString=x', {}, false],
    ['role=', { role: '' }, true],
    ['role=', {}, false],
  ] as const)('%s on %j is %s', (selector, labels, expected) => {
    expect(fits(selector, labels)).toBe(expected)
  })

  it.each([
    'role',
    'role==web',
    '=web',
    'role=web,',
    'role=web env=x',
    '*',
    'role=$(id)',
    'rôle=x',
  ])('is refused as %j', (selector) => {
    expect(parseSelector(selector).kind).toBe('invalid')
  })
})
