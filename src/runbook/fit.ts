/** Whether what stands under `with` can be what an action takes, as far as that is known before anything runs. */
import { nearest, show } from '../protocol/schemas.ts'
import type { Parameter, ValueSchema } from '../protocol/types.gen.ts'
import { literalShape, type Shape } from './shape.ts'
import type { Texts } from './texts.ts'

export interface Misfit {
  /** RFC 6901 pointer in the document. */
  readonly pointer: string
  /** Completes "ACTION takes ". */
  readonly message: string
}

export interface Place {
  readonly pointer: string
  /** As people write it: `rules[0].port`. */
  readonly path: string
}

/** Everything in a value with expressions that does not fit the schema; texts are typed already. */
export function misfitsOf(
  value: unknown,
  schema: ValueSchema | Parameter,
  place: Place,
  texts: Texts,
): Misfit[] {
  const { pointer, path } = place
  const text = typeof value === 'string' ? texts.get(pointer) : undefined
  if (text) {
    const message = text.problems.length
      ? undefined
      : shapeMisfit(text.shape, schema, path, 'the expression gives')
    return message === undefined ? [] : [{ pointer, message }]
  }
  if (Array.isArray(value) && schema.type === 'array') {
    const { items, maxItems = Infinity, minItems = 0 } = schema
    const limit = value.length > maxItems ? `most ${maxItems}` : `least ${minItems}`
    const wrong = value.length > maxItems || value.length < minItems
    const count = `${path} with at ${limit} entries, but here are ${value.length}`
    const inside = value.flatMap((one, index) =>
      items ? misfitsOf(one, items, within(place, index), texts) : [],
    )
    return [...(wrong ? [{ pointer, message: count }] : []), ...inside]
  }
  if (isObject(value) && schema.type === 'object') return fieldMisfits(value, schema, place, texts)
  const message = shapeMisfit(literalShape(value), schema, path, 'this is')
  return message === undefined ? [] : [{ pointer, message }]
}

function fieldMisfits(
  value: Readonly<Record<string, unknown>>,
  schema: ValueSchema | Parameter,
  place: Place,
  texts: Texts,
): Misfit[] {
  const fields = schema.properties ?? {}
  const more = schema.additionalProperties ?? false
  const inside = Object.entries(value).flatMap(([key, one]) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : more
    const at = within(place, key)
    if (typeof field === 'object') return misfitsOf(one, field, at, texts)
    if (field !== false) return []
    return [{ pointer: at.pointer, message: unknownField(place.path, key, Object.keys(fields)) }]
  })
  const missing = Object.entries(fields)
    .filter(([key, field]) => field.required === true && !Object.hasOwn(value, key))
    .map(([key]) => ({
      pointer: place.pointer,
      message: `${place.path} with ${show(key)}, which is missing`,
    }))
  return [...inside, ...missing]
}

/** Why a value of this shape is never what the schema asks for; undefined where it may be. */
function shapeMisfit(
  shape: Shape,
  schema: ValueSchema | Parameter,
  path: string,
  found: string,
): string | undefined {
  if (shape.type === 'unknown') return undefined
  const expected = schema.type === 'integer' ? 'number' : schema.type
  if (shape.type !== expected) return `${path} as ${schema.type}, but ${found} a ${shape.type}`
  const { values } = shape
  if (values && schema.enum && !values.some((one) => schema.enum?.includes(one))) {
    return `${path} as one of ${schema.enum.map(show).join(', ')}, but ${found} ${values.map(show).join(' or ')}`
  }
  if (values && schema.type === 'integer' && !values.some(Number.isInteger)) {
    return `${path} as integer, but ${found} ${values.map(show).join(' or ')}`
  }
  if (shape.item && schema.items) return shapeMisfit(shape.item, schema.items, `${path}[]`, found)
  if (!shape.fields) return undefined
  const fields = schema.properties ?? {}
  for (const [key, field] of shape.fields) {
    const wanted = Object.hasOwn(fields, key) ? fields[key] : schema.additionalProperties
    if (typeof wanted === 'object') {
      const message = shapeMisfit(field, wanted, `${path}.${key}`, found)
      if (message !== undefined) return message
    } else if (wanted !== true) return unknownField(path, key, Object.keys(fields))
  }
  return undefined
}

function unknownField(path: string, key: string, known: readonly string[]): string {
  const near = nearest(key, known)
  const list = known.length ? `it has ${known.join(', ')}` : 'it has none'
  return `${path} without the key ${show(key)}; ${near === undefined ? list : `did you mean ${near}?`}`
}

function within({ pointer, path }: Place, key: string | number): Place {
  const part = String(key).replaceAll('~', '~0').replaceAll('/', '~1')
  return {
    pointer: `${pointer}/${part}`,
    path: typeof key === 'number' ? `${path}[${key}]` : `${path}.${key}`,
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
