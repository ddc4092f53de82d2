/** What an expression gives whatever the run brings: values that are known before it, and comparisons that never hold. */
import { nearest, show } from '../protocol/schemas.ts'
import type { Comparison, Expression } from './expression.ts'
import { type Scalar, type Shape, UNKNOWN } from './shape.ts'
import { compare, nameOf, truthy } from './value.ts'

/** The only value of a shape, where there is one. */
export function onlyValue({ values }: Shape): Scalar | undefined {
  return values?.length === 1 ? values[0] : undefined
}

/** Whether it always counts as true, always as false, or neither is known. */
export function alwaysTruthy({ values }: Shape): boolean | undefined {
  const [first, ...rest] = (values ?? []).map(truthy)
  return first !== undefined && rest.every((one) => one === first) ? first : undefined
}

export function foldNot(of: Shape): Shape {
  const known = alwaysTruthy(of)
  return known === undefined ? { type: 'boolean' } : { type: 'boolean', values: [!known] }
}

/** The shape of `&&` or `||` over terms of these shapes. */
export function foldLogic(operator: '&&' | '||', terms: readonly Shape[]): Shape {
  const [type, ...others] = new Set(terms.map((one) => one.type))
  if (type === undefined || others.length) return UNKNOWN
  if (type !== 'boolean') return { type }
  const decisive = operator === '||'
  const known = terms.map(alwaysTruthy)
  if (known.includes(decisive)) return { type, values: [decisive] }
  return known.every((one) => one === !decisive) ? { type, values: [!decisive] } : { type }
}

/** The result of comparing two values of one type, as far as it is known. */
export function foldCompare(operator: Comparison, left: Shape, right: Shape): Shape {
  const [a, b] = [onlyValue(left), onlyValue(right)]
  if (a !== undefined && b !== undefined) {
    return { type: 'boolean', values: [compare(operator, a, b)] }
  }
  return { type: 'boolean' }
}

/** Why == or != of two values is not a question, because what is declared answers it. */
export function neverEqual(
  { operator, left, right }: Extract<Expression, { kind: 'compare' }>,
  a: Shape,
  b: Shape,
): string | undefined {
  if (!(operator === '==' || operator === '!=') || !a.values || !b.values) return undefined
  // Two constants are a constant, which is for the rule about conditions to say.
  if (left.kind === 'literal' && right.kind === 'literal') return undefined
  if (a.values.some((one) => b.values?.includes(one))) return undefined
  const [of, shape, other] =
    left.kind === 'literal' ? ([right, b, a] as const) : ([left, a, b] as const)
  const value = onlyValue(other)
  const known = shape.values ?? []
  const list = `it is ${known.length > 1 ? 'one of ' : ''}${known.map(show).join(', ')}`
  if (value === undefined) {
    return `${nameOf(left)} and ${nameOf(right)} are never equal: they have no value in common`
  }
  // Among words of a letter or two everything is near.
  const near = String(value).length > 2 ? nearest(String(value), known.map(String)) : undefined
  const hint = near === undefined ? '' : `; did you mean ${show(near)}?`
  const why = shape.never?.[String(value)]
  return `${nameOf(of)} is never ${show(value)}; ${why ?? list + hint}`
}
