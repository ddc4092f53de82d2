/** GitHub's own description of its REST answers: makes the smallest answer that fits one, and says what does not fit. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'

type Schema = Readonly<Record<string, unknown>>

const {
  answers,
  schemas,
}: Record<'answers' | 'schemas', Readonly<Record<string, Schema>>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'github-api/rest.json'), 'utf8'),
)

const ajv = new Ajv({ strict: false, validateFormats: false, discriminator: false })
const checks = new Map<string, ValidateFunction>()

/** What is wrong with an answer of `path`, as its description writes it; empty: it fits. */
export function misfits(path: string, body: unknown): readonly string[] {
  const check = checks.get(path) ?? compile(path)
  if (check(body)) return []
  return (check.errors ?? []).map(
    ({ instancePath, message }) => `${path} ${instancePath}: ${message}`,
  )
}

function compile(path: string): ValidateFunction {
  const check = ajv.compile(plain({ ...answerOf(path), components: { schemas } }) as Schema)
  checks.set(path, check)
  return check
}

/** OpenAPI 3.0 as JSON Schema: without discriminators, and `nullable` as the choice that it is. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const { nullable, discriminator: _, ...rest } = value as Schema
  const entries = Object.entries(rest).map(([key, inside]) => [key, plain(inside)] as const)
  const schema = Object.fromEntries(entries)
  return nullable === true ? { anyOf: [{ type: 'null' }, schema] } : schema
}

/** The smallest answer of `path`, with `more` laid over it; of a list, one element for each of `more`. */
export function answer(path: string, more: unknown): unknown {
  return sample(answerOf(path), more)
}

function answerOf(path: string): Schema {
  const schema = answers[path]
  if (schema === undefined) throw new Error(`the excerpt has no ${path}`)
  return schema
}

function sample(schema: Schema, more: unknown): unknown {
  const { $ref, oneOf, anyOf, allOf } = schema
  if (typeof $ref === 'string') return sample(named($ref), more)
  const choices = Array.isArray(oneOf) ? oneOf : Array.isArray(anyOf) ? anyOf : undefined
  if (choices) return sample(choiceFor(choices, more), more)
  if (Array.isArray(allOf)) {
    const parts = allOf.map((part: Schema) => sample(part, undefined))
    return { ...Object.assign({}, ...parts), ...(more as object | undefined) }
  }
  if (more === null) return null
  if (schema['type'] === 'array') {
    const items = schema['items'] as Schema
    return Array.isArray(more) ? more.map((one) => sample(items, one)) : []
  }
  if (schema['properties'] !== undefined || schema['type'] === 'object')
    return sampleObject(schema, more)
  if (more !== undefined) return more
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  if (schema['nullable'] === true) return null
  return SMALLEST[String(schema['type'])] ?? null
}

const SMALLEST: Readonly<Record<string, unknown>> = {
  string: 'x',
  integer: 0,
  number: 0,
  boolean: false,
}

function sampleObject(
  { properties = {}, required = [], nullable }: Schema,
  more: unknown,
): unknown {
  if (more === undefined && nullable === true) return null
  const given = (more ?? {}) as Readonly<Record<string, unknown>>
  const known = properties as Readonly<Record<string, Schema>>
  const names = new Set([...(required as string[]), ...Object.keys(given)])
  return Object.fromEntries(
    [...names].map((name) => {
      const inner = known[name]
      return [name, inner === undefined ? given[name] : sample(inner, given[name])]
    }),
  )
}

/** The one with every key that is given; null goes with one that takes null. */
function choiceFor(choices: readonly Schema[], more: unknown): Schema {
  const keys =
    typeof more === 'object' && more !== null && !Array.isArray(more) ? Object.keys(more) : []
  const fits = choices.find((one) => {
    const { properties = {} } = typeof one['$ref'] === 'string' ? named(one['$ref']) : one
    return keys.every((key) => key in (properties as object))
  })
  return fits ?? choices[0] ?? {}
}

function named($ref: string): Schema {
  const name = $ref.replace('#/components/schemas/', '')
  const schema = schemas[name]
  if (schema === undefined) throw new Error(`the excerpt has no ${name}`)
  return schema
}
