import { describe, expect, it } from 'vitest'
import { allowedFailures, batchSizes } from '../../src/lom/batches.ts'

describe('the batches of a rollout', () => {
  it.each<[string, (number | string)[], number, number[]]>([
    ['numbers and shares, the last one again and again', [1, 5, '25%'], 40, [1, 5, 10, 10, 10, 4]],
    ['a share is rounded up', ['10%'], 11, [2, 2, 2, 2, 2, 1]],
    ['a share is one node at least', ['1%'], 3, [1, 1, 1]],
    ['more than there are', [50], 3, [3]],
    ['everything', ['100%'], 7, [7]],
    ['a whole share stays whole', ['7%'], 100, [...Array(14).fill(7), 2]],
    ['no nodes', [1], 0, []],
  ])('%s', (_, entries, nodes, sizes) => {
    expect(batchSizes(entries, nodes)).toEqual(sizes)
  })
})

it.each<[number | string, number, number]>([
  [3, 50, 3],
  ['10%', 50, 5],
  ['10%', 19, 1],
  ['10%', 9, 0],
  ['7%', 100, 7],
  ['0%', 100, 0],
])('max-failures %s of %d nodes allows %d', (entry, nodes, allowed) => {
  expect(allowedFailures(entry, nodes)).toBe(allowed)
})
