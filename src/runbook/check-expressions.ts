/** Checks expressions without running them: references to what is declared, comparisons of like with like. */
import { nearest } from '../protocol/schemas.ts'
import { type Expression, parseTemplate, type Template } from './expression.ts'
import { alwaysTruthy, foldCompare, foldLogic, foldNot, neverEqual } from './fold.ts'
import { checkCall } from './function-types.ts'
import { endingsWhen } from './narrow.ts'
import { contextShape, type Endings, type Scope } from './scope.ts'
import { literalShape, REPORTED, type Shape, UNKNOWN } from './shape.ts'
import { nameOf } from './value.ts'

/** One text that holds expressions, read and typed. */
export interface CheckedText {
  /** RFC 6901 pointer to the text inside the value. */
  readonly pointer: string
  readonly text: string
  /** Of what the text gives. */
  readonly shape: Shape
  /** undefined when it cannot be parsed. */
  readonly template?: Template
  readonly problems: readonly TextProblem[]
}

export interface TextProblem {
  /** Offset inside the text. */
  readonly at: number
  readonly message: string
}

/** Every text with expressions in a JSON value. */
export function checkExpressions(value: unknown, scope: Scope, pointer = ''): CheckedText[] {
  if (typeof value === 'string') {
    return value.includes('${{') ? [{ ...checkText(value, scope), pointer }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    checkExpressions(one, scope, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}

function checkText(text: string, scope: Scope): Omit<CheckedText, 'pointer'> {
  const parsed = parseTemplate(text)
  if (parsed.kind === 'invalid') {
    const { at, message } = parsed
    return { text, shape: REPORTED, problems: [{ at, message }] }
  }
  const { template } = parsed
  const { parts, whole } = template
  const check = new Check(scope)
  const shapes = parts.map((part): Shape => {
    if (typeof part === 'string') return { type: 'string' }
    const shape = check.shapeOf(part)
    if (!whole && (shape.type === 'array' || shape.type === 'object' || shape.type === 'null')) {
      check.report(
        part.at,
        `a value of type ${shape.type} cannot stand inside a text; use toJSON(...)`,
      )
    }
    return shape
  })
  const { problems } = check
  const shape: Shape = whole ? (shapes[0] ?? UNKNOWN) : { type: 'string' }
  return { text, template, problems, shape: problems.length ? { ...shape, reported: true } : shape }
}

const NOT_HERE: Readonly<Record<string, string>> = {
  output: 'output exists only in expect; elsewhere write steps.ID.output',
  item: 'item exists only in with, expect and undo of a step with for-each',
}

class Check {
  readonly problems: TextProblem[] = []
  readonly #scope: Scope
  #settled: Endings

  constructor(scope: Scope) {
    this.#scope = scope
    this.#settled = scope.settled ?? new Map()
  }

  report(at: number, message: string): Shape {
    this.problems.push({ at, message })
    return REPORTED
  }

  shapeOf(expression: Expression): Shape {
    switch (expression.kind) {
      case 'literal':
        return literalShape(expression.value)
      case 'context':
        return this.#context(expression)
      case 'index':
        return this.#member(expression)
      case 'not':
        return foldNot(this.shapeOf(expression.of))
      case 'compare':
        return this.#compare(expression)
      case 'logic':
        return this.#logic(expression)
      case 'call': {
        const args = expression.args.map((one) => this.shapeOf(one))
        const found = checkCall(expression.name, args)
        if (found.problem === undefined) return found.shape
        const at = found.argument === undefined ? undefined : expression.args[found.argument]?.at
        return this.report(at ?? expression.at, found.problem)
      }
    }
  }

  #context({ name, at }: Extract<Expression, { kind: 'context' }>): Shape {
    const { only } = this.#scope
    if (only && !only.contexts.includes(name)) {
      return this.report(at, `${name} cannot be used here: ${only.because}`)
    }
    const shape = contextShape(name, this.#scope, this.#settled)
    return shape ?? this.report(at, NOT_HERE[name] ?? `${name} does not exist here`)
  }

  #member(expression: Extract<Expression, { kind: 'index' }>): Shape {
    const of = this.shapeOf(expression.of)
    const key = this.shapeOf(expression.key)
    const literal = expression.key.kind === 'literal' ? expression.key.value : undefined
    if (of.type === 'unknown') return of
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
    const other = isStep ? this.#scope.whyNot(name) : undefined
    if (other !== undefined) return `${full} is ${other}`
    const known = [...fields.keys()]
    const near = nearest(name, known)
    if (near !== undefined) return `${full} is not declared; did you mean ${near}?`
    return `${full} is not declared; ${known.length ? `there is ${known.join(', ')}` : 'nothing is'}`
  }

  #compare(expression: Extract<Expression, { kind: 'compare' }>): Shape {
    const { operator, at } = expression
    const [left, right] = [this.shapeOf(expression.left), this.shapeOf(expression.right)]
    if (left.type === 'unknown' || right.type === 'unknown') {
      return left.reported || right.reported
        ? { type: 'boolean', reported: true }
        : { type: 'boolean' }
    }
    const pair = `${operator} compares a ${left.type} with a ${right.type}`
    if (left.type !== right.type) {
      const nulls = left.type === 'null' || right.type === 'null'
      const hint = nulls
        ? 'a declared value is never null, and what is absent is an error'
        : 'there is no conversion'
      return this.report(at, `${pair}; ${hint}`)
    }
    const ordered = left.type === 'number' || left.type === 'string'
    if (operator !== '==' && operator !== '!=' && !ordered) {
      return this.report(at, `${pair}; only numbers and texts have an order`)
    }
    const never = neverEqual(expression, left, right)
    return never === undefined ? foldCompare(operator, left, right) : this.report(at, never)
  }

  #logic({ operator, terms }: Extract<Expression, { kind: 'logic' }>): Shape {
    const before = this.#settled
    const shapes = terms.map((term) => {
      const shape = this.shapeOf(term)
      // What stands behind && is looked at only when everything before it holds.
      if (operator === '&&' && alwaysTruthy(shape) !== false) {
        this.#settled = endingsWhen(term, this.#scope.earlier, this.#settled)
      }
      return shape
    })
    this.#settled = before
    const reported = shapes.some((one) => one.reported)
    return reported
      ? { ...foldLogic(operator, shapes), reported: true }
      : foldLogic(operator, shapes)
  }
}

function show(literal: unknown): string {
  return literal === undefined ? 'members' : String(literal)
}
