/** What is known about values before anything runs: the static shapes that references are checked against. */
import type { Parameter, ValueSchema } from '../protocol/types.gen.ts'

export type ValueType = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'null' | 'unknown'
export type Scalar = string | number | boolean

export interface Shape {
  readonly type: ValueType
  /** Of a list. */
  readonly item?: Shape
  /** Of a list: the largest number of entries, where there is one. */
  readonly maxItems?: number
  /** Of an object, where they are known; any other field is then undeclared. */
  readonly fields?: ReadonlyMap<string, Shape>
  /** The only values that it can have, where they are known. */
  readonly values?: readonly Scalar[]
  /** Why it is never one of some other values. */
  readonly never?: Readonly<Record<string, string>>
  /** Why a reference to this may find nothing, although it is declared. */
  readonly absent?: string
  /** Nothing is known, because of a problem that is reported already. */
  readonly reported?: true
}

export const UNKNOWN: Shape = { type: 'unknown' }
export const REPORTED: Shape = { type: 'unknown', reported: true }
export const TEXT: Shape = { type: 'string' }

/** JSON Schema's integer is a number here: expressions know no difference. */
export function schemaShape(schema: ValueSchema | Parameter): Shape {
  const type: ValueType = schema.type === 'integer' ? 'number' : schema.type
  if (type === 'array') {
    const item = schema.items ? schemaShape(schema.items) : UNKNOWN
    return { type, item, ...(schema.maxItems === undefined ? {} : { maxItems: schema.maxItems }) }
  }
  if (type !== 'object') return { type, ...valuesOf(schema) }
  const fields = Object.entries(schema.properties ?? {}).map(([key, one]): [string, Shape] => [
    key,
    schemaShape(one),
  ])
  const open = schema.additionalProperties !== undefined && schema.additionalProperties !== false
  return open ? { type } : objectShape(fields)
}

function valuesOf(schema: ValueSchema | Parameter): Pick<Shape, 'values'> {
  const values = schema.enum?.filter(isScalar)
  return values?.length && values.length === schema.enum?.length ? { values } : {}
}

export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** Of an object with just these fields. */
export function objectShape(fields: readonly (readonly [string, Shape])[]): Shape {
  return { type: 'object', fields: new Map(fields) }
}

/** Of a value that is written down. */
export function literalShape(value: unknown): Shape {
  if (typeof value === 'string') return { type: 'string', values: [value] }
  if (typeof value === 'number') return { type: 'number', values: [value] }
  if (typeof value === 'boolean') return { type: 'boolean', values: [value] }
  if (value === null) return { type: 'null' }
  if (Array.isArray(value)) {
    return { type: 'array', maxItems: value.length, item: commonShape(value.map(literalShape)) }
  }
  if (typeof value !== 'object') return UNKNOWN
  return objectShape(Object.entries(value).map(([key, one]) => [key, literalShape(one)]))
}

/** What holds for every one of some values. */
export function commonShape(shapes: readonly Shape[]): Shape {
  const [first, ...others] = shapes
  if (!first || others.some(({ type }) => type !== first.type)) return UNKNOWN
  const { type } = first
  if (first.fields) {
    const fields = [...first.fields].flatMap(([key, one]): [string, Shape][] => {
      const same = others.map(({ fields }) => fields?.get(key))
      const all = same.filter((field) => field !== undefined)
      return all.length === same.length ? [[key, commonShape([one, ...all])]] : []
    })
    return objectShape(fields)
  }
  const values = shapes.map((one) => one.values).filter((some) => some !== undefined)
  return values.length === shapes.length ? { type, values: values.flat() } : { type }
}
