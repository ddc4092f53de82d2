/** What is known about values before anything runs: the static shapes that references are checked against. */
import type { Parameter, ValueSchema } from '../protocol/types.gen.ts'

export type ValueType = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'null' | 'unknown'

export interface Shape {
  readonly type: ValueType
  /** Of a list. */
  readonly item?: Shape
  /** Of an object, where they are known; any other field is then undeclared. */
  readonly fields?: ReadonlyMap<string, Shape>
  /** Why a reference to this may find nothing, although it is declared. */
  readonly absent?: string
}

/** What the expressions of one step may refer to. */
export interface Scope {
  readonly inputs: Readonly<Record<string, Parameter>>
  /** Output fields of the earlier steps by step id; undefined when the action is not known. */
  readonly earlier: ReadonlyMap<string, Readonly<Record<string, Parameter>> | undefined>
  /** Ids of this step and the later ones, for a better message. */
  readonly later: readonly string[]
}

export const UNKNOWN: Shape = { type: 'unknown' }
const TEXT: Shape = { type: 'string' }

/** The shape of the contexts in a scope. */
export function contextShape(name: string, scope: Scope): Shape {
  switch (name) {
    case 'inputs':
      return object(Object.entries(scope.inputs).map(([key, one]) => [key, inputShape(key, one)]))
    case 'steps':
      return object([...scope.earlier].map(([id, output]) => [id, stepShape(output)]))
    case 'node':
      // Labels differ from node to node: whether one is there shows only on the node.
      return object([
        ['name', TEXT],
        ['labels', { type: 'object', item: TEXT }],
      ])
    case 'run':
      return object([
        ['id', TEXT],
        ['correlation_id', TEXT],
        ['dry_run', { type: 'boolean' }],
      ])
    default:
      return UNKNOWN
  }
}

/** JSON Schema's integer is a number here: expressions know no difference. */
export function schemaShape(schema: ValueSchema | Parameter): Shape {
  const type: ValueType = schema.type === 'integer' ? 'number' : schema.type
  if (type === 'array') return { type, item: schema.items ? schemaShape(schema.items) : UNKNOWN }
  if (type !== 'object') return { type }
  const fields = Object.entries(schema.properties ?? {}).map(([key, one]): [string, Shape] => [
    key,
    schemaShape(one),
  ])
  const open = schema.additionalProperties !== undefined && schema.additionalProperties !== false
  return open ? { type } : object(fields)
}

function object(fields: readonly (readonly [string, Shape])[]): Shape {
  return { type: 'object', fields: new Map(fields) }
}

function inputShape(name: string, parameter: Parameter): Shape {
  const shape = schemaShape(parameter)
  if (parameter.required || parameter.default !== undefined) return shape
  const absent = `inputs.${name} may be absent: give it a default, or make it required`
  return { ...shape, absent }
}

function stepShape(output: Readonly<Record<string, Parameter>> | undefined): Shape {
  if (!output) return object([['output', UNKNOWN]])
  const fields = Object.entries(output).map(([key, one]): [string, Shape] => [
    key,
    schemaShape(one),
  ])
  return object([['output', object([['message', TEXT], ...fields])]])
}
