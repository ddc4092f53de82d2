/** Raw parameters of a request to typed ones, by what the runbook or action declares. */
import { problem } from '../document/diagnostic.ts'
import { defaultsOf, type Parameters, secretNameOf } from '../document/parameters.ts'
import { canonical } from '../protocol/envelope.ts'
import { nearest, show, type ValueCheck } from '../protocol/schemas.ts'
import type { Parameter, Problem } from '../protocol/types.gen.ts'

export type ParamsResult =
  | { readonly kind: 'params'; readonly params: Readonly<Record<string, unknown>> }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

const TOTAL_BYTES = 256 * 1024

/**
 * Text given for another type is read by exact words only, because command lines and workflow inputs know nothing but
 * text; every other value has to have its type already. Defaults are applied.
 */
export function typeParams(
  raw: Readonly<Record<string, unknown>>,
  declared: Parameters,
  check: ValueCheck,
): ParamsResult {
  const problems: Problem[] = []
  const params: Record<string, unknown> = defaultsOf(declared)
  for (const [name, value] of Object.entries(raw)) {
    const parameter = Object.hasOwn(declared, name) ? declared[name] : undefined
    const result = parameter ? typeParam(name, value, parameter) : unknown(name, declared)
    if ('problem' in result) problems.push(result.problem)
    else params[name] = result.value
  }
  if (problems.length) return { kind: 'problems', problems }
  const wrong = check(params).map(({ pointer, message, key }) => {
    const name = key ?? pointer.slice(1).replaceAll('/', '.')
    return key === undefined ? invalid(`${name}: ${message}`) : invalid(`parameter ${message}`)
  })
  if (Buffer.byteLength(canonical(params)) > TOTAL_BYTES) {
    wrong.push(invalid(`the parameters have more than ${TOTAL_BYTES / 1024} KiB`))
  }
  return wrong.length ? { kind: 'problems', problems: wrong } : { kind: 'params', params }
}

type Typed = { readonly value: unknown } | { readonly problem: Problem }

function typeParam(name: string, value: unknown, parameter: Parameter): Typed {
  if (parameter.secret) {
    const variable = `RUNE_SECRET_${secretNameOf(name)}`
    const message = `${name} is secret, and here a value is given for it, which others may have seen by now: take it out, change the secret, and set ${variable} where rune runs`
    return { problem: invalid(message) }
  }
  const typed = typeof value === 'string' ? fromText(value, parameter.type) : { value }
  if (!typed) {
    return { problem: invalid(`${name}: ${show(value)} is not ${EXPECTED[parameter.type]}`) }
  }
  const unclean = uncleanText(typed.value)
  if (unclean) return { problem: invalid(`${name} holds ${unclean}`) }
  return typed
}

const EXPECTED = {
  string: 'a text',
  integer: 'a whole number, such as 5',
  number: 'a number, such as 0.5',
  boolean: 'true or false',
  array: 'a list in JSON',
  object: 'an object in JSON',
} as const

function fromText(text: string, type: Parameter['type']): { value: unknown } | undefined {
  switch (type) {
    case 'string':
      return { value: text }
    case 'integer': {
      const number = /^-?(0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : Number.NaN
      return Number.isSafeInteger(number) ? { value: number === 0 ? 0 : number } : undefined
    }
    case 'number': {
      if (!/^-?(0|[1-9][0-9]{0,15})(\.[0-9]{1,15})?([eE][-+]?[0-9]{1,3})?$/.test(text))
        return undefined
      const number = Number(text)
      return Number.isFinite(number) ? { value: number === 0 ? 0 : number } : undefined
    }
    case 'boolean':
      return text === 'true' ? { value: true } : text === 'false' ? { value: false } : undefined
    case 'array':
    case 'object':
      return fromJson(text, type)
  }
}

function fromJson(text: string, type: 'array' | 'object'): { value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return (type === 'array' ? Array.isArray(value) : isObject) ? { value } : undefined
  } catch {
    // What is not JSON has no type; the caller says what was expected.
    return undefined
  }
}

/** Bash drops NUL, and half of a surrogate pair has no UTF-8: neither would arrive as it was given. */
function uncleanText(value: unknown): string | undefined {
  if (typeof value === 'string') {
    if (value.includes('\0')) return 'a NUL character'
    return value.isWellFormed() ? undefined : 'half of a surrogate pair'
  }
  if (typeof value !== 'object' || value === null) return undefined
  if (Object.hasOwn(value, '__proto__')) return 'the key __proto__'
  for (const one of [...Object.keys(value), ...Object.values(value)]) {
    const found = uncleanText(one)
    if (found) return found
  }
  return undefined
}

function unknown(name: string, declared: Parameters): Typed {
  const known = Object.keys(declared)
  const near = nearest(name, known)
  const list = known.length ? `expected one of ${known.join(', ')}` : 'there are no parameters'
  const hint = near === undefined ? list : `did you mean ${near}?`
  return { problem: invalid(`unknown parameter ${show(name)}; ${hint}`) }
}

function invalid(message: string): Problem {
  return problem({ kind: 'param-invalid', rule: 'params', message })
}
