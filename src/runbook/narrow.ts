/** What a condition that holds says about how earlier steps have ended. */
import type { Expression, Template } from './expression.ts'
import type { EarlierStep, Endings, Status } from './scope.ts'

/** The endings that are left when the expression is true, beside those that are settled already. */
export function endingsWhen(
  expression: Expression,
  earlier: ReadonlyMap<string, EarlierStep>,
  settled: Endings,
): Endings {
  if (expression.kind === 'logic' && expression.operator === '&&') {
    return expression.terms.reduce((known, term) => endingsWhen(term, earlier, known), settled)
  }
  const asked = statusAsked(expression)
  const step = asked && earlier.get(asked.id)
  if (!asked || !step) return settled
  const left = (settled.get(asked.id) ?? step.statuses).filter(
    (one: Status) => (one === asked.value) === asked.equal,
  )
  // A question that no ending answers is a problem of its own, and settles nothing.
  return left.length ? new Map([...settled, [asked.id, left]]) : settled
}

/** The same for a text that is one expression; any other text settles nothing. */
export function endingsAfter(
  { parts, whole }: Template,
  earlier: ReadonlyMap<string, EarlierStep>,
): Endings {
  const [only] = parts
  if (!whole || only === undefined || typeof only === 'string') return new Map()
  return endingsWhen(only, earlier, new Map())
}

/** `steps.ID.status == 'VALUE'`, either way around, or with !=. */
function statusAsked(
  expression: Expression,
): { id: string; value: string; equal: boolean } | undefined {
  if (expression.kind !== 'compare') return undefined
  const { operator, left, right } = expression
  if (operator !== '==' && operator !== '!=') return undefined
  const id = stepWithStatus(left) ?? stepWithStatus(right)
  const value = textOf(left) ?? textOf(right)
  return id === undefined || value === undefined
    ? undefined
    : { id, value, equal: operator === '==' }
}

function stepWithStatus(expression: Expression): string | undefined {
  if (expression.kind !== 'index' || textOf(expression.key) !== 'status') return undefined
  const { of } = expression
  if (of.kind !== 'index' || of.of.kind !== 'context' || of.of.name !== 'steps') return undefined
  return textOf(of.key)
}

function textOf(expression: Expression): string | undefined {
  return expression.kind === 'literal' && typeof expression.value === 'string'
    ? expression.value
    : undefined
}
