import { expect, it } from 'vitest'
import { differences } from '../../src/kit/compare.ts'

it.each([
  ['the same', { a: 1 }, { a: 1 }],
  ['more fields than expected', { a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 }],
  ['objects without a prototype', { a: {} }, Object.assign(Object.create(null), { a: {} })],
  ['lists item by item', { a: [{ b: 1 }] }, { a: [{ b: 1, c: 2 }] }],
  ['null', { a: null }, { a: null }],
  ['zero of either sign', { a: 0 }, { a: -0 }],
])('accepts %s', (_what, expected, found) => {
  expect(differences(expected, found)).toEqual([])
})

it.each([
  ['another value', { a: true }, { a: false }, '/a is false, expected true'],
  ['another type', { a: 1 }, { a: '1' }, '/a is "1", expected 1'],
  ['a missing field', { a: { b: 1 } }, { a: {} }, '/a/b is missing, expected 1'],
  ['an inherited field', { toString: 1 }, {}, '/toString is missing, expected 1'],
  ['a text for an object', { a: { b: 1 } }, { a: 'b' }, '/a is "b", expected an object'],
  ['null for an object', { a: {} }, { a: null }, '/a is null, expected an object'],
  ['an object for a list', { a: [] }, { a: {} }, '/a is {}, expected a list'],
  ['a longer list', { a: [] }, { a: [1] }, '/a has 1 items, expected 0: found [1], expected []'],
  ['an item in a list', { a: [1, 2] }, { a: [1, 3] }, '/a/1 is 3, expected 2'],
  ['a field whose name needs escaping', { 'x/y': 1 }, {}, '/x~1y is missing, expected 1'],
])('refuses %s', (_what, expected, found, message) => {
  expect(differences(expected, found)).toEqual([message])
})
