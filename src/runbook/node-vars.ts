/** `node.vars` in expressions: what is known of it before a run, and where a runbook asks for it. */
import { childrenOf } from './evaluate.ts'
import { type Expression, parseTemplate } from './expression.ts'
import type { Runbook } from './runbook.ts'
import { SECTIONS } from './runbook.ts'
import { objectShape, type Scalar, type Shape, UNKNOWN } from './shape.ts'

export type Vars = Readonly<Record<string, Scalar>>

/** Every variable that some node has; of one type where all that have it agree. */
export function varsShape(nodes: readonly (Vars | undefined)[]): Shape {
  const types = new Map<string, Set<string>>()
  for (const vars of nodes)
    for (const [name, value] of Object.entries(vars ?? {}))
      types.set(name, (types.get(name) ?? new Set<string>()).add(typeof value))
  return objectShape(
    [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, found]) => [name, shapeOf(found)]),
  )
}

function shapeOf(types: ReadonlySet<string>): Shape {
  const [type] = types
  if (types.size !== 1) return UNKNOWN
  if (type === 'string' || type === 'number' || type === 'boolean') return { type }
  return UNKNOWN
}

export interface VarReference {
  readonly name: string
  /** RFC 6901 pointer to the text in the document. */
  readonly pointer: string
  /** Offset inside that text. */
  readonly at: number
}

/** Each place where the runbook names a variable of the node. */
export function varReferences({ declaration }: Pick<Runbook, 'declaration'>): VarReference[] {
  return SECTIONS.flatMap((section) => inValue(declaration[section] ?? [], `/${section}`))
}

function inValue(value: unknown, pointer: string): VarReference[] {
  if (typeof value === 'string') return value.includes('${{') ? inText(value, pointer) : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    inValue(one, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}

function inText(text: string, pointer: string): VarReference[] {
  const parsed = parseTemplate(text)
  if (parsed.kind === 'invalid') return []
  return parsed.template.parts.flatMap((part) =>
    typeof part === 'string' ? [] : inExpression(part).map((one) => ({ ...one, pointer })),
  )
}

function inExpression(expression: Expression): Pick<VarReference, 'name' | 'at'>[] {
  const name = varOf(expression)
  const own = name === undefined ? [] : [{ name, at: expression.at }]
  return [...own, ...childrenOf(expression).flatMap(inExpression)]
}

/** NAME of `node.vars.NAME`. */
function varOf(expression: Expression): string | undefined {
  if (expression.kind !== 'index') return undefined
  const { of, key } = expression
  const isVars =
    of.kind === 'index' &&
    of.of.kind === 'context' &&
    of.of.name === 'node' &&
    of.key.kind === 'literal' &&
    of.key.value === 'vars'
  return isVars && key.kind === 'literal' && typeof key.value === 'string' ? key.value : undefined
}
