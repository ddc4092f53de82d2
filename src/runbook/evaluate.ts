/** Resolves the texts of a value, once: what comes out is never read as an expression again. */

import { type Expression, parseTemplate, quoteText, type Template } from './expression.ts'
import { asText, bounded, NoValue } from './functions.ts'
import { type ExpressionContext, evaluate, located, NoValueAt } from './value.ts'

export interface ExpressionProblem {
  /** RFC 6901 pointer to the text inside the value. */
  readonly pointer: string
  /** Offset inside that text. */
  readonly at: number
  readonly message: string
}

export type Resolved =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'problems'; readonly problems: readonly ExpressionProblem[] }

/** A JSON value with every text in it resolved. */
export function resolveValue(value: unknown, context: ExpressionContext): Resolved {
  return walk(value, (template) => evaluateTemplate(template, context))
}

/**
 * Resolves the texts whose expressions refer to nothing but `inputs`. The result is a template again: texts that
 * came from inputs are quoted, so that resolveValue gives them back as they were.
 */
export function resolveInputs(value: unknown, inputs: Readonly<Record<string, unknown>>): Resolved {
  return walk(value, (template, text) =>
    needsOnly(template, ['inputs']) ? quoteValue(evaluateTemplate(template, { inputs })) : text,
  )
}

/** The value with every text quoted, so that it resolves to itself. */
export function quoteValue(value: unknown): unknown {
  if (typeof value === 'string') return quoteText(value)
  if (Array.isArray(value)) return value.map(quoteValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, quoteValue(one)]))
}

/** Whether resolving the value needs no context at all: no text refers to anything. */
export function isSettled(value: unknown): boolean {
  const resolved = walk(value, (template) => {
    if (!needsOnly(template, [])) throw new NoValue('open')
    return null
  })
  return resolved.kind === 'value'
}

/** Whether the value can be resolved with `inputs` alone. What cannot be parsed is told elsewhere. */
export function needsInputsOnly(value: unknown): boolean {
  let only = true
  walk(value, (template) => {
    only &&= needsOnly(template, ['inputs'])
    return null
  })
  return only
}

type Visit = (template: Template, text: string) => unknown

function walk(root: unknown, visit: Visit): Resolved {
  const problems: ExpressionProblem[] = []
  const read = (value: unknown, pointer: string): unknown => {
    if (typeof value === 'string') {
      const result = parseTemplate(value)
      if (result.kind === 'invalid') {
        problems.push({ pointer, at: result.at, message: result.message })
        return null
      }
      try {
        return visit(result.template, value)
      } catch (caught) {
        if (!(caught instanceof NoValue)) throw caught
        const at = caught instanceof NoValueAt ? caught.at : 0
        problems.push({ pointer, at, message: caught.message })
        return null
      }
    }
    if (Array.isArray(value)) return value.map((one, index) => read(one, `${pointer}/${index}`))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, read(one, `${pointer}/${escapeKey(key)}`)]),
    )
  }
  const value = read(root, '')
  return problems.length ? { kind: 'problems', problems } : { kind: 'value', value }
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

function evaluateTemplate({ parts, whole }: Template, context: ExpressionContext): unknown {
  const [only] = parts
  if (whole && only !== undefined && typeof only !== 'string') return evaluate(only, context)
  return bounded(
    parts
      .map((part) =>
        typeof part === 'string' ? part : located(part.at, () => asText(evaluate(part, context))),
      )
      .join(''),
  )
}

function needsOnly({ parts }: Template, contexts: readonly string[]): boolean {
  return parts.every((part) => typeof part === 'string' || refersOnlyTo(part, contexts))
}

function refersOnlyTo(expression: Expression, contexts: readonly string[]): boolean {
  if (expression.kind === 'context') return contexts.includes(expression.name)
  return childrenOf(expression).every((one) => refersOnlyTo(one, contexts))
}

/** The expressions that it is made of. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'context':
      return []
    case 'index':
      return [expression.of, expression.key]
    case 'not':
      return [expression.of]
    case 'compare':
      return [expression.left, expression.right]
    case 'logic':
      return expression.terms
    case 'call':
      return expression.args
  }
}
