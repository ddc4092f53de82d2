/** Text with `${{ }}` to parts: GitHub's expression language, read by its own parser into a small tree. */
import { Lexer, Parser } from '@actions/expressions'
import { type Expr, type ExprVisitor, Star } from '@actions/expressions/ast'
import { ExpressionError } from '@actions/expressions/errors'
import type { Token } from '@actions/expressions/lexer'
import { fromUnknown } from '../protocol/errors.ts'
import { show } from '../protocol/schemas.ts'
import { type FunctionName, functionCalled, unknownFunction } from './function-names.ts'

/** `at` is the offset in the text that holds the expression. */
export type Expression =
  | {
      readonly kind: 'literal'
      readonly value: string | number | boolean | null
      readonly at: number
    }
  | { readonly kind: 'context'; readonly name: string; readonly at: number }
  | {
      readonly kind: 'index'
      readonly of: Expression
      readonly key: Expression
      readonly at: number
    }
  | { readonly kind: 'not'; readonly of: Expression; readonly at: number }
  | {
      readonly kind: 'compare'
      readonly operator: Comparison
      readonly left: Expression
      readonly right: Expression
      readonly at: number
    }
  | {
      readonly kind: 'logic'
      readonly operator: '&&' | '||'
      readonly terms: readonly Expression[]
      readonly at: number
    }
  | {
      readonly kind: 'call'
      readonly name: FunctionName
      readonly args: readonly Expression[]
      readonly at: number
    }

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='

export const CONTEXTS = ['inputs', 'steps', 'node', 'run', 'output', 'item'] as const
/** A text in parts. One expression and nothing around it keeps the type of its value. */
export interface Template {
  readonly parts: readonly (string | Expression)[]
  readonly whole: boolean
}

export type TemplateResult =
  | { readonly kind: 'template'; readonly template: Template }
  | { readonly kind: 'invalid'; readonly message: string; readonly at: number }

/** Parses a text value. Text without `${{` is one part: itself. */
export function parseTemplate(text: string): TemplateResult {
  const parts: (string | Expression)[] = []
  let from = 0
  for (let start = text.indexOf(OPEN); start !== -1; start = text.indexOf(OPEN, from)) {
    const end = closing(text, start + OPEN.length)
    if (end === undefined) {
      return { kind: 'invalid', message: '`${{` is not closed with `}}`', at: start }
    }
    if (start > from) parts.push(text.slice(from, start))
    const parsed = parseExpression(text.slice(start + OPEN.length, end), start + OPEN.length)
    if (parsed.kind === 'invalid') return parsed
    parts.push(parsed.expression)
    from = end + 2
  }
  if (from < text.length) parts.push(text.slice(from))
  return { kind: 'template', template: { parts, whole: parts.length === 1 && from > 0 } }
}

/** Text that resolves to exactly this text: where a value is put into a template. */
export function quoteText(text: string): string {
  return text.replaceAll(OPEN, "${{ '${{' }}")
}

const OPEN = '${{'

/** The offset of the `}}` that ends an expression; quoted text may hold one. */
function closing(text: string, from: number): number | undefined {
  let quoted = false
  for (let at = from; at < text.length; at++) {
    if (text[at] === "'") quoted = !quoted
    else if (!quoted && text.startsWith('}}', at)) return at
  }
  return undefined
}

type ExpressionResult =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'invalid'; readonly message: string; readonly at: number }

function parseExpression(text: string, offset: number): ExpressionResult {
  const invalid = (message: string, at = offset): ExpressionResult => ({
    kind: 'invalid',
    message,
    at,
  })
  const place = (token: Token) => offset + placeOffset(text, token.range.start)
  try {
    const { tokens } = new Lexer(text).lex()
    // Every name counts as a context here; the reader below refuses the unknown ones and says which there are.
    const names = tokens.map(({ lexeme }) => lexeme)
    const parsed: Expr | undefined = new Parser(tokens, names, []).parse()
    if (!parsed) return invalid('the expression is empty')
    return { kind: 'expression', expression: parsed.accept(new Reader(place)) }
  } catch (caught) {
    if (caught instanceof Refused) return invalid(caught.message, caught.at)
    if (caught instanceof ExpressionError) {
      const at = placeOffset(text, caught.pos)
      const called = /^[A-Za-z_][\w-]*(?=\s*\()/.exec(text.slice(at))?.[0]
      const unknown = called !== undefined && functionCalled(called) === undefined
      return invalid(unknown ? unknownFunction(called) : lowerFirst(caught.message), offset + at)
    }
    // The lexer throws plain errors; where it stopped is known only in their text, and is found again by its own rules.
    const found = unreadable(text)
    if (found === undefined) return invalid(lowerFirst(fromUnknown(caught).message.slice(0, 300)))
    return invalid(
      `found ${show(text.slice(found, found + 20).split(/[\s,()]/)[0])}; texts are in single quotes, there is no arithmetic, and = is written ==`,
      offset + found,
    )
  }
}

/** The offset of the first word that the lexer does not know, by trying longer and longer starts. */
function unreadable(text: string): number | undefined {
  for (const { index } of text.matchAll(/[^\s]+/g)) {
    const end = text.slice(index).search(/\s|$/) + index
    try {
      new Lexer(text.slice(0, end)).lex()
    } catch {
      // Expected: this is the word that is looked for. An open quote may still be closed further on.
      if (text.slice(0, end).split("'").length % 2 === 1) return index
    }
  }
  return undefined
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

function placeOffset(text: string, { line, column }: { line: number; column: number }): number {
  const before = text.split('\n').slice(0, line)
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column
}

class Refused extends Error {
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** Our own tree, so that nothing of the library's evaluation (conversions, case-blind keys) is ever used. */
class Reader implements ExprVisitor<Expression> {
  readonly #place: (token: Token) => number

  constructor(place: (token: Token) => number) {
    this.#place = place
  }

  visitLiteral: ExprVisitor<Expression>['visitLiteral'] = ({ literal, token }) => {
    const at = this.#place(token)
    if ('value' in literal) {
      // The library unescapes only the first '' of a text.
      const quoted = token.lexeme.startsWith("'")
      const value = quoted ? token.lexeme.slice(1, -1).replaceAll("''", "'") : literal.value
      if (typeof value === 'number' && !Number.isFinite(value)) {
        throw new Refused(`${token.lexeme} is not a finite number`, at)
      }
      return { kind: 'literal', value, at }
    }
    return { kind: 'literal', value: null, at }
  }

  visitUnary: ExprVisitor<Expression>['visitUnary'] = ({ operator, expr }) => ({
    kind: 'not',
    of: expr.accept(this),
    at: this.#place(operator),
  })

  visitBinary: ExprVisitor<Expression>['visitBinary'] = ({ operator, left, right }) => ({
    kind: 'compare',
    operator: operator.lexeme as Comparison,
    left: left.accept(this),
    right: right.accept(this),
    at: this.#place(operator),
  })

  visitLogical: ExprVisitor<Expression>['visitLogical'] = ({ operator, args }) => ({
    kind: 'logic',
    operator: operator.lexeme === '&&' ? '&&' : '||',
    terms: args.map((one) => one.accept(this)),
    at: this.#place(operator),
  })

  visitGrouping: ExprVisitor<Expression>['visitGrouping'] = ({ group }) => group.accept(this)

  visitContextAccess: ExprVisitor<Expression>['visitContextAccess'] = ({ name }) => {
    const at = this.#place(name)
    if (!CONTEXTS.some((known) => known === name.lexeme)) {
      throw new Refused(`unknown context ${name.lexeme}; contexts are ${CONTEXTS.join(', ')}`, at)
    }
    return { kind: 'context', name: name.lexeme, at }
  }

  visitIndexAccess: ExprVisitor<Expression>['visitIndexAccess'] = ({ expr, index }) => {
    const of = expr.accept(this)
    // A filter (.*) leaves out what is not there, and here what is not there is an error.
    if (index instanceof Star) {
      throw new Refused('filters (.*) are not supported', of.at)
    }
    const key = index.accept(this)
    return { kind: 'index', of, key, at: key.at }
  }

  visitFunctionCall: ExprVisitor<Expression>['visitFunctionCall'] = ({ functionName, args }) => {
    const at = this.#place(functionName)
    const name = functionCalled(functionName.lexeme)
    if (!name) {
      throw new Refused(unknownFunction(functionName.lexeme), at)
    }
    return { kind: 'call', name, args: args.map((one) => one.accept(this)), at }
  }
}
