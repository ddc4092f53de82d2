/** Rule: a step gives its action the parameters that it declares, with values that fit. */
import { issueProblems, problemAt } from '../../document/diagnostic.ts'
import { nearest } from '../../protocol/schemas.ts'
import type { Parameter, Problem } from '../../protocol/types.gen.ts'
import type { KnownAction, Rule } from '../check.ts'
import { typeOfText } from '../check-expressions.ts'
import type { Runbook, Step } from '../runbook.ts'
import type { Scope } from '../shape.ts'
import { scopeAt } from './expressions.ts'

export const parameters: Rule = {
  name: 'parameters',
  description: 'The names and literal values under `with` fit the input that the action declares.',
  check: (runbook, actions) =>
    runbook.steps.flatMap((step, index) => {
      const action = actions.find(step.action)
      if (!action) return []
      const input = action.declaration.input ?? {}
      const scope = scopeAt(runbook, actions, index)
      return [
        ...nameProblems(runbook, step, Object.keys(input)),
        ...missingProblems(runbook, step, input),
        ...literalProblems(runbook, step, action),
        ...typeProblems(runbook, step, input, scope),
      ]
    }),
}

function nameProblems({ document }: Runbook, step: Step, known: readonly string[]): Problem[] {
  return Object.keys(step.with)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearest(name, known)
      const list = known.length ? `it has ${known.join(', ')}` : 'it takes none'
      const hint = near === undefined ? list : `did you mean ${near}?`
      const message = `${step.action} has no parameter ${name}; ${hint}`
      return problemAt(
        document,
        `${step.pointer}/with`,
        { kind: 'param-invalid', rule: 'parameters', message },
        name,
      )
    })
}

function missingProblems(
  { document }: Runbook,
  step: Step,
  input: Readonly<Record<string, Parameter>>,
): Problem[] {
  return Object.entries(input)
    .filter(
      ([name, { required, default: value }]) =>
        required && value === undefined && !Object.hasOwn(step.with, name),
    )
    .map(([name]) => {
      const message = `${step.action} needs the parameter ${name} under \`with\``
      return problemAt(
        document,
        step.pointer,
        { kind: 'param-invalid', rule: 'parameters', message },
        'uses',
      )
    })
}

/** Values with expressions are checked once they are resolved, when a request is planned or a step is run. */
function literalProblems({ document }: Runbook, step: Step, action: KnownAction): Problem[] {
  const known = action.declaration.input ?? {}
  const literal = Object.entries(step.with).filter(
    ([name, value]) => Object.hasOwn(known, name) && !hasExpression(value),
  )
  if (!literal.length) return []
  const issues = action.checkInput()?.(Object.fromEntries(literal)) ?? []
  return issueProblems(
    issues.filter(({ pointer }) => pointer !== ''),
    document,
    { prefix: `${step.pointer}/with`, kind: 'param-invalid', rule: 'parameters' },
  )
}

function hasExpression(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('${{')
  return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression)
}

function typeProblems(
  { document }: Runbook,
  step: Step,
  input: Readonly<Record<string, Parameter>>,
  scope: Scope,
): Problem[] {
  return Object.entries(step.with).flatMap(([name, value]) => {
    const declared = input[name]?.type
    if (declared === undefined || typeof value !== 'string' || !hasExpression(value)) return []
    const type = typeOfText(value, scope)
    const expected = declared === 'integer' ? 'number' : declared
    if (type === 'unknown' || type === expected) return []
    const message = `${step.action} takes ${name} as ${declared}, but the expression gives a ${type}`
    return [
      problemAt(document, `${step.pointer}/with/${name}`, {
        kind: 'param-invalid',
        rule: 'parameters',
        message,
      }),
    ]
  })
}
