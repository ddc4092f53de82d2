/** Checks values against JSON Schema 2020-12; what ajv finds becomes issues here. */
import { Ajv2020 as Ajv, type ErrorObject } from 'ajv/dist/2020.js'
import { OPTIONS } from './ajv-options.ts'
import { CHECKS, SCHEMAS_SHA256, type ShapeName } from './checks.gen.ts'
import { linearPattern } from './pattern.ts'
import type { AllShapes, Parameter, ValueSchema } from './types.gen.ts'

export { SCHEMAS_SHA256, type ShapeName }
export const SHAPE_NAMES = Object.keys(CHECKS) as ShapeName[]

/** One thing that is wrong with a value. */
export interface Issue {
  /** RFC 6901 pointer to the value, '' for the whole. For an unknown or missing key: to the object. */
  readonly pointer: string
  /** What was found and what was expected. */
  readonly message: string
  readonly keyword: string
  /** The key that is unknown, missing or badly named. */
  readonly key?: string
}

/** What ajv makes of a schema. */
interface Check {
  (value: unknown): boolean
  errors?: ErrorObject[] | null
}

/** Of RUNE's own schemas: generated, because compiling them took each command some 50 ms. */
const OWN: Readonly<Record<ShapeName, Check>> = CHECKS

/** Issues of a value against one of RUNE's own schemas; none means that it has the shape. */
export function issuesOf(name: ShapeName, value: unknown): Issue[] {
  const check = OWN[name]
  return check(value) ? [] : toIssues(check.errors ?? [])
}

/** Whether the value has the shape. */
export function hasShape<N extends ShapeName>(name: N, value: unknown): value is AllShapes[N] {
  return OWN[name](value)
}

/**
 * A closed JSON Schema 2020-12 for an object whose fields are declared as people write them: `required` is a boolean
 * at each field. `extra` are further fields that are accepted.
 */
export function objectSchema(
  fields: Readonly<Record<string, Parameter>>,
  extra: Readonly<Record<string, ValueSchema>> = {},
): Record<string, unknown> {
  return plainObject({ ...extra, ...fields })
}

function plainObject(fields: Readonly<Record<string, ValueSchema>>): Record<string, unknown> {
  const names = Object.keys(fields)
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, plainSchema(fields[name] ?? {})])),
    required: names.filter((name) => (fields[name] as { required?: boolean }).required === true),
    additionalProperties: false,
  }
}

function plainSchema(
  declared: Partial<ValueSchema> & { required?: boolean; secret?: true },
): object {
  const {
    required: _,
    secret: _secret,
    properties,
    items,
    additionalProperties,
    ...rest
  } = declared
  return {
    ...rest,
    ...(items === undefined ? {} : { items: plainSchema(items) }),
    // Objects that say nothing about other keys are closed.
    ...(rest.type === 'object' ? plainObject(properties ?? {}) : {}),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: plainSchema(additionalProperties) }
      : additionalProperties === undefined
        ? {}
        : { additionalProperties }),
  }
}

export type ValueCheck = (value: unknown) => Issue[]

/**
 * Compiles a schema that came from a module or runbook. Patterns match in linear time.
 * Returns the reason as text when the schema itself is not usable.
 */
export function compileSchema(schema: Record<string, unknown>): ValueCheck | string {
  // An instance for each: one for all would keep every schema that it has seen.
  const ajv = new Ajv({ ...OPTIONS, code: CODE })
  try {
    const validate = ajv.compile(schema)
    return (value) => (validate(value) ? [] : toIssues(validate.errors ?? []))
  } catch (caught) {
    return caught instanceof Error ? caught.message : String(caught)
  }
}

const CODE = {
  // Each schema is compiled once and used a few times: optimising its code costs more than it gains.
  optimize: false,
  regExp: Object.assign((pattern: string) => linearPattern(pattern) as unknown as RegExp, {
    code: 'new RegExp',
  }),
} as const

function toIssues(errors: readonly ErrorObject[]): Issue[] {
  const issues = errors.map(toIssue)
  const seen = new Set<string>()
  return issues.filter(({ pointer, message, keyword }) => {
    // The branches of anyOf and the wrapper around them say the same thing again.
    if (keyword === 'if' || keyword === 'propertyNames' || keyword === 'anyOf') return false
    const key = `${pointer}\n${message}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function toIssue(error: ErrorObject): Issue {
  const base = { pointer: error.instancePath, keyword: error.keyword }
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty'])
      const known = Object.keys(
        (error.parentSchema as { properties?: object } | undefined)?.properties ?? {},
      )
      const near = nearest(key, known)
      const hint = near
        ? `; did you mean ${quote(near)}?`
        : known.length
          ? `; expected one of ${known.join(', ')}`
          : ''
      return { ...base, message: `unknown key ${quote(key)}${hint}`, key }
    }
    case 'required': {
      const key = String(error.params['missingProperty'])
      return { ...base, message: `${quote(key)} is missing`, key }
    }
    case 'enum':
      return {
        ...base,
        message: `${show(error.data)} is not one of ${(error.params['allowedValues'] as unknown[]).map(show).join(', ')}`,
      }
    case 'const':
      return {
        ...base,
        message: `${show(error.data)} is not ${show(error.params['allowedValue'])}`,
      }
    case 'type':
      return {
        ...base,
        message: `${show(error.data)} is not ${article(String(error.params['type']))}`,
      }
    case 'pattern': {
      const about = (error.parentSchema as { description?: string } | undefined)?.description
      const pattern = `${String(error.params['pattern'])}${about === undefined ? '' : ` (${about})`}`
      return error.propertyName === undefined
        ? { ...base, message: `${show(error.data)} does not match ${pattern}` }
        : {
            ...base,
            message: `the key ${quote(error.propertyName)} does not fit ${String(error.params['pattern'])}`,
            key: error.propertyName,
          }
    }
    case 'not':
      // The only use in the schemas: two keys that exclude each other.
      return { ...base, message: `${excluded(error).map(quote).join(' and ')} exclude each other` }
    default: {
      const bound = BOUNDS[error.keyword]
      const message =
        bound === undefined
          ? `${show(error.data)} ${error.message ?? `fails ${error.keyword}`}`
          : `${show(error.data)} is ${bound[0]}; expected at ${bound[1].replace('#', String(error.params['limit']))}`
      return { ...base, message }
    }
  }
}

const BOUNDS: Readonly<Record<string, readonly [found: string, expected: string]>> = {
  minimum: ['too small', 'least #'],
  maximum: ['too large', 'most #'],
  minLength: ['too short', 'least # characters'],
  maxLength: ['too long', 'most # characters'],
  minItems: ['too short', 'least # entries'],
  maxItems: ['too long', 'most # entries'],
  minProperties: ['too short', 'least # keys'],
  maxProperties: ['too long', 'most # keys'],
}

function excluded(error: ErrorObject): string[] {
  return (error.schema as { required?: string[] }).required ?? []
}

/** Several types come joined by commas. */
function article(type: string): string {
  const words = type.replace(/,([^,]*)$/, ' or $1').replaceAll(',', ', ')
  return /^[aeio]/.test(words) ? `an ${words}` : `a ${words}`
}

/** A value as text for a message: JSON, control characters escaped, at most 80 characters. */
export function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value))
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

const quote = (text: string): string => show(text)

/** The closest of some names, within two edits, or undefined. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > 64) return undefined
  let best: string | undefined
  let bestDistance = name.length < 4 ? 2 : 3
  for (const candidate of known) {
    const d = distance(name.toLowerCase(), candidate.toLowerCase())
    if (d < bestDistance) {
      best = candidate
      bestDistance = d
    }
  }
  return best
}

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, substitution))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
