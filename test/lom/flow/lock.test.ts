import { describe, expect, it } from 'vitest'
import { lockOf } from '../../../src/lom/flow/lock.ts'
import { initOf, memoryLog, planNode, planOf } from '../plans.ts'

function lockOn(lock: string | undefined, labels: Readonly<Record<string, string>>) {
  const node = { ...planNode('web-1'), labels: { ...labels } }
  const plan = planOf(['web-1'])
  const init = initOf(plan, async () => Promise.reject(new Error('not asked')), {
    log: memoryLog(),
  })
  return lockOf({ init, node }, { id: 'work', ...(lock === undefined ? {} : { lock }) })
}

describe("the name of a step's lock", () => {
  it('is made of inputs and the node', () => {
    const lock = 'unit-${{ node.labels.unit }} on ${{ node.name }}'
    expect(lockOn(lock, { unit: 'nginx' })).toEqual({ kind: 'value', value: 'unit-nginx on web-1' })
    expect(lockOn(undefined, {})).toEqual({ kind: 'value', value: undefined })
  })

  it.each([
    ['${{ node.labels.role }}', /step work: lock, character .*role/],
    ['${{ node.labels.empty }}', /1 to 500 characters, and this is 0 characters/],
    ['${{ node.labels.long }}', /1 to 500 characters, and this is 600 characters/],
  ])('is refused where it is none: %s', (lock, message) => {
    const found = lockOn(lock, { empty: '', long: 'y'.repeat(600) })
    expect(found.kind === 'wrong' && found.problem.message).toMatch(message)
  })
})
