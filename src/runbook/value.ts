/** One expression to its value: strict where GitHub guesses, so what is absent is an error and never null. */
import type { Comparison, Expression } from './expression.ts'
import { callFunction, NoValue, same } from './functions.ts'

/** What expressions may refer to. A context that is left out is not known yet. */
export interface ExpressionContext {
  readonly inputs?: Readonly<Record<string, unknown>>
  /** By step id, of those that have ended: output is what the step gave, where it gave something. */
  readonly steps?: Readonly<
    Record<
      string,
      {
        readonly status?: string
        readonly output?: Readonly<Record<string, unknown>>
        readonly error?: {
          readonly kind: string
          readonly code: number
          readonly message: string
          readonly executed: string
        }
      }
    >
  >
  /** The entry of the list under for-each. */
  readonly item?: unknown
  /** What the action gave; only in expect. */
  readonly output?: Readonly<Record<string, unknown>>
  readonly node?: {
    readonly name: string
    readonly labels: Readonly<Record<string, string>>
    readonly vars?: Readonly<Record<string, string | number | boolean>>
  }
  readonly run?: {
    readonly id: string
    readonly correlation_id: string
    readonly dry_run: boolean
  }
}

/** A NoValue with the offset in the text that holds the expression. */
export class NoValueAt extends NoValue {
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** Gives what is thrown inside the place of the expression. */
export function located<T>(at: number, compute: () => T): T {
  try {
    return compute()
  } catch (caught) {
    if (!(caught instanceof NoValue) || caught instanceof NoValueAt) throw caught
    throw new NoValueAt(caught.message, at)
  }
}

/** The value of one expression; NoValue is thrown where there is none. */
export function evaluate(expression: Expression, context: ExpressionContext): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'context': {
      const value: unknown = Reflect.get(context, expression.name)
      if (value !== undefined) return value
      throw new NoValueAt(`${expression.name} is not known here`, expression.at)
    }
    case 'index':
      return member(expression, context)
    case 'not':
      return !truthy(evaluate(expression.of, context))
    case 'compare': {
      const left = evaluate(expression.left, context)
      const right = evaluate(expression.right, context)
      return located(expression.at, () => compare(expression.operator, left, right))
    }
    case 'logic': {
      let value: unknown
      for (const term of expression.terms) {
        value = evaluate(term, context)
        if (truthy(value) === (expression.operator === '||')) break
      }
      return value
    }
    case 'call': {
      const args = expression.args.map((one) => evaluate(one, context))
      return located(expression.at, () => callFunction(expression.name, args))
    }
  }
}

function member(
  expression: Extract<Expression, { kind: 'index' }>,
  context: ExpressionContext,
): unknown {
  const of = evaluate(expression.of, context)
  const key = evaluate(expression.key, context)
  if (Array.isArray(of)) {
    if (typeof key === 'number' && Number.isInteger(key) && key >= 0 && key < of.length)
      return of[key]
  } else if (typeof of === 'object' && of !== null && typeof key === 'string') {
    if (Object.hasOwn(of, key)) return Reflect.get(of, key)
  }
  throw new NoValueAt(`${nameOf(expression)} is absent`, expression.at)
}

/** The reference as written, as far as it can be shown. */
export function nameOf(expression: Expression): string {
  if (expression.kind === 'context') return expression.name
  if (expression.kind !== 'index') return '(...)'
  const { key } = expression
  return `${nameOf(expression.of)}${key.kind === 'literal' && typeof key.value === 'string' ? `.${key.value}` : key.kind === 'literal' ? `[${key.value}]` : '[...]'}`
}

/** As on GitHub: false, 0, '' and null are not; lists and objects are. */
export function truthy(value: unknown): boolean {
  return !(value === false || value === 0 || value === '' || value === null)
}

/** NoValue is thrown for an order of what has none. */
export function compare(operator: Comparison, left: unknown, right: unknown): boolean {
  if (operator === '==') return same(left, right)
  if (operator === '!=') return !same(left, right)
  const numbers = typeof left === 'number' && typeof right === 'number'
  const texts = typeof left === 'string' && typeof right === 'string'
  if (!numbers && !texts) throw new NoValue(`${operator} compares two numbers or two texts`)
  switch (operator) {
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}
