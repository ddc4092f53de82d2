import { describe, expect, it } from 'vitest'
import { lockOf } from '../../src/lom/lock.ts'

const node = { name: 'web-1', labels: { unit: 'nginx' } }

describe("the name of a step's lock", () => {
  it('is made of inputs and the node', () => {
    const lock = 'unit-${{ node.labels.unit }} on ${{ node.name }}'
    expect(lockOf({ lock }, { node })).toEqual({ kind: 'lock', name: 'unit-nginx on web-1' })
    expect(lockOf({}, { node })).toEqual({ kind: 'lock' })
  })

  it.each([
    ['${{ node.labels.role }}', /^lock: .*role/],
    ['${{ node.labels.empty }}', '1 to 500 characters; this one is 0 characters'],
    [
      `${'x'.repeat(300)}\${{ node.labels.long }}`,
      '1 to 500 characters; this one is 600 characters',
    ],
  ])('is refused where it is none: %s', (lock, message) => {
    const labels = { empty: '', long: 'y'.repeat(300) }
    const found = lockOf({ lock }, { node: { name: 'web-1', labels } })
    expect(found.kind === 'wrong' && found.message).toMatch(message)
  })
})
