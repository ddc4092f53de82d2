/** Checks expressions without running them: references to what is declared, comparisons of like with like. */
import { nearest } from '../protocol/schemas.ts'
import type { ExpressionProblem } from './evaluate.ts'
import { type Expression, parseTemplate } from './expression.ts'
import type { FunctionName } from './function-names.ts'
import { ARITY } from './functions.ts'
import { contextShape, type Scope, type Shape, UNKNOWN, type ValueType } from './shape.ts'
import { nameOf } from './value.ts'

/** Every problem of the expressions in a JSON value. */
export function checkExpressions(value: unknown, scope: Scope, pointer = ''): ExpressionProblem[] {
  if (typeof value === 'string') return checkText(value, scope, pointer).problems
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    checkExpressions(one, scope, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}

/** The type that a text resolves to, 'unknown' where it shows only at run time. */
export function typeOfText(text: string, scope: Scope): ValueType {
  return checkText(text, scope, '').type
}

function checkText(
  text: string,
  scope: Scope,
  pointer: string,
): { problems: ExpressionProblem[]; type: ValueType } {
  const parsed = parseTemplate(text)
  if (parsed.kind === 'invalid') {
    return { problems: [{ pointer, at: parsed.at, message: parsed.message }], type: 'unknown' }
  }
  const { parts, whole } = parsed.template
  const check = new Check(scope, pointer)
  const types = parts.map((part) => {
    if (typeof part === 'string') return 'string'
    const { type } = check.shapeOf(part)
    if (!whole && (type === 'array' || type === 'object' || type === 'null')) {
      check.report(part.at, `a value of type ${type} cannot stand inside a text; use toJSON(...)`)
    }
    return type
  })
  return { problems: check.problems, type: whole ? (types[0] ?? 'unknown') : 'string' }
}

const RESULTS: Readonly<Record<FunctionName, ValueType>> = {
  case: 'unknown',
  contains: 'boolean',
  endsWith: 'boolean',
  format: 'string',
  fromJSON: 'unknown',
  join: 'string',
  startsWith: 'boolean',
  toJSON: 'string',
}

class Check {
  readonly problems: ExpressionProblem[] = []
  readonly #scope: Scope
  readonly #pointer: string

  constructor(scope: Scope, pointer: string) {
    this.#scope = scope
    this.#pointer = pointer
  }

  report(at: number, message: string): Shape {
    this.problems.push({ pointer: this.#pointer, at, message })
    return UNKNOWN
  }

  shapeOf(expression: Expression): Shape {
    switch (expression.kind) {
      case 'literal':
        return { type: expression.value === null ? 'null' : typeOfLiteral(expression.value) }
      case 'context':
        return contextShape(expression.name, this.#scope)
      case 'index':
        return this.#member(expression)
      case 'not':
        this.shapeOf(expression.of)
        return { type: 'boolean' }
      case 'compare':
        return this.#compare(expression)
      case 'logic': {
        const types = new Set(expression.terms.map((one) => this.shapeOf(one).type))
        const [only] = types
        return types.size === 1 && only !== undefined ? { type: only } : UNKNOWN
      }
      case 'call':
        return this.#call(expression)
    }
  }

  #member(expression: Extract<Expression, { kind: 'index' }>): Shape {
    const of = this.shapeOf(expression.of)
    const key = this.shapeOf(expression.key)
    const literal = expression.key.kind === 'literal' ? expression.key.value : undefined
    if (of.type === 'unknown') return UNKNOWN
    if (of.type === 'array' && (key.type === 'number' || key.type === 'unknown')) {
      return of.item ?? UNKNOWN
    }
    if (of.type !== 'object' || !(key.type === 'string' || key.type === 'unknown')) {
      const name = nameOf(expression.of)
      return this.report(
        expression.at,
        `${name} is of type ${of.type}, which has no ${show(literal)}`,
      )
    }
    if (!of.fields) return of.item ?? UNKNOWN
    if (typeof literal !== 'string') {
      const message = `a member of ${nameOf(expression.of)} has to be named, so that it can be checked`
      return this.report(expression.at, message)
    }
    const field = of.fields.get(literal)
    if (!field) return this.report(expression.at, this.#undeclared(expression, literal, of.fields))
    if (field.absent !== undefined) return this.report(expression.at, field.absent)
    return field
  }

  #undeclared(
    expression: Extract<Expression, { kind: 'index' }>,
    name: string,
    fields: ReadonlyMap<string, Shape>,
  ): string {
    const full = nameOf(expression)
    const isStep = expression.of.kind === 'context' && expression.of.name === 'steps'
    if (isStep && this.#scope.later.includes(name)) {
      return `${full} is this step or a later one; only earlier steps have an output`
    }
    const known = [...fields.keys()]
    const near = nearest(name, known)
    if (near !== undefined) return `${full} is not declared; did you mean ${near}?`
    return `${full} is not declared; ${known.length ? `there is ${known.join(', ')}` : 'nothing is'}`
  }

  #compare(expression: Extract<Expression, { kind: 'compare' }>): Shape {
    const left = this.shapeOf(expression.left).type
    const right = this.shapeOf(expression.right).type
    const known = left !== 'unknown' && right !== 'unknown'
    // null is compared with anything: an output field may be null where its schema is open.
    if (known && left !== right && left !== 'null' && right !== 'null') {
      const message = `${expression.operator} compares a ${left} with a ${right}; there is no conversion`
      this.report(expression.at, message)
    }
    return { type: 'boolean' }
  }

  #call(expression: Extract<Expression, { kind: 'call' }>): Shape {
    const { name, args } = expression
    for (const one of args) this.shapeOf(one)
    const [least, most] = ARITY[name]
    if (args.length < least || args.length > most || (name === 'case' && args.length % 2 === 0)) {
      this.report(expression.at, `${name} does not take ${args.length} arguments`)
    }
    return { type: RESULTS[name] }
  }
}

function typeOfLiteral(value: string | number | boolean): ValueType {
  return typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean'
}

function show(literal: unknown): string {
  return literal === undefined ? 'members' : String(literal)
}
