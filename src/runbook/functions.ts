/** The functions of expressions, on plain JSON values and with bounded results. */
import type { FunctionName } from './function-names.ts'

/** Results stay under what a parameter may be at all; nested calls of format could double it without end. */
const TEXT_AT_MOST = 256 * 1024
const DEPTH_AT_MOST = 50

/** Something that an expression cannot give a value for; caught by the evaluation. */
export class NoValue extends Error {}

/** How many arguments each takes; `case` takes an odd number. */
export const ARITY: Readonly<Record<FunctionName, readonly [number, number]>> = {
  case: [3, 99],
  contains: [2, 2],
  endsWith: [2, 2],
  format: [1, 99],
  fromJSON: [1, 1],
  join: [1, 2],
  startsWith: [2, 2],
  toJSON: [1, 1],
}

/** The value of a call, or NoValue is thrown. Texts are compared exactly, as `==` does. */
export function callFunction(name: FunctionName, args: readonly unknown[]): unknown {
  const [first, second] = args
  switch (name) {
    case 'case':
      return chosen(args)
    case 'contains':
      if (Array.isArray(first)) return first.some((one) => same(one, second))
      return text(name, first).includes(text(name, second))
    case 'startsWith':
      return text(name, first).startsWith(text(name, second))
    case 'endsWith':
      return text(name, first).endsWith(text(name, second))
    case 'format':
      return bounded(formatted(text(name, first), args.slice(1)))
    case 'join':
      if (!Array.isArray(first)) throw new NoValue('join needs a list')
      return bounded(first.map(asText).join(second === undefined ? ',' : text(name, second)))
    case 'toJSON':
      return bounded(JSON.stringify(first, null, 2))
    case 'fromJSON':
      return parsed(text(name, first))
  }
}

/** Equality without conversion: values of different types are not equal. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a)
  return (
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => Object.hasOwn(b, key) && same(value, Reflect.get(b, key)))
  )
}

/** A value inside a text. Lists, objects and null have no obvious text, so they need toJSON. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object'
  throw new NoValue(`${found} cannot stand inside a text; use toJSON(...)`)
}

/** The text itself, when it is not too long. */
export function bounded(value: string): string {
  if (value.length > TEXT_AT_MOST) throw new NoValue(`a text gets longer than ${TEXT_AT_MOST}`)
  return value
}

function text(name: FunctionName, value: unknown): string {
  if (typeof value === 'string') return value
  throw new NoValue(`${name} needs a text`)
}

function chosen(args: readonly unknown[]): unknown {
  for (let at = 0; at + 1 < args.length; at += 2) {
    if (typeof args[at] !== 'boolean')
      throw new NoValue('case needs true or false as its conditions')
    if (args[at] === true) return args[at + 1]
  }
  return args.at(-1)
}

function formatted(pattern: string, values: readonly unknown[]): string {
  return pattern.replace(/\{\{|\}\}|\{(\d{1,2})\}|[{}]/g, (found, digits: string | undefined) => {
    if (found === '{{') return '{'
    if (found === '}}') return '}'
    if (digits === undefined) throw new NoValue('format: write {{ and }} for braces')
    if (Number(digits) >= values.length) throw new NoValue(`format: there is no value for ${found}`)
    return asText(values[Number(digits)])
  })
}

function parsed(json: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new NoValue('fromJSON: the text is not JSON')
  }
  checkParsed(value, 0)
  return value
}

function checkParsed(value: unknown, depth: number): void {
  if (depth > DEPTH_AT_MOST)
    throw new NoValue(`fromJSON: nested deeper than ${DEPTH_AT_MOST} levels`)
  if (typeof value !== 'object' || value === null) return
  for (const [key, one] of Object.entries(value)) {
    if (key === '__proto__') throw new NoValue('fromJSON: the key __proto__ is not allowed')
    checkParsed(one, depth + 1)
  }
}
