/** Numbers that other people's scripts rely on. A change here is a decision, made in the same commit. */
import { expect, it } from 'vitest'
import * as library from '../src/index.ts'
import { EXIT } from '../src/lom/outcome.ts'
import { EPS } from '../src/protocol/eps.ts'

it('keeps the exit statuses', () => {
  expect(EXIT).toEqual({
    good: 0,
    invalid: 1,
    usage: 2,
    refused: 3,
    failed: 4,
    unknown: 5,
    cancelled: 6,
    error: 70,
  })
})

it('keeps the code of every error kind', () => {
  const codes = Object.entries(EPS).map(([kind, { code }]) => `${kind} ${code}`)
  expect(codes).toMatchSnapshot()
})

it('keeps what every error kind says beside its code', () => {
  const rows = Object.entries(EPS).map(
    ([kind, { severity, priority, executed, retryable }]) =>
      `${kind}: ${severity}, ${priority}, executed ${executed}${retryable ? ', again' : ''}`,
  )
  expect(rows).toMatchSnapshot()
})

it('keeps the exports of the library', () => {
  expect(Object.keys(library).sort()).toEqual([
    'createRune',
    'planOf',
    'runRequest',
    'systemHost',
    'validateProject',
  ])
})
