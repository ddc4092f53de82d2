/** Rule: a step gives its action the parameters that it declares, with values that fit. */
import { issueProblems, problemAt } from '../../document/diagnostic.ts'
import { nearest } from '../../protocol/schemas.ts'
import type { Parameter, Problem } from '../../protocol/types.gen.ts'
import type { KnownAction, Rule } from '../check.ts'
import { misfitsOf } from '../fit.ts'
import { type Call, callsOf, type Runbook } from '../runbook.ts'
import type { Texts } from '../texts.ts'

export const parameters: Rule = {
  name: 'parameters',
  description: 'The names, values and types under `with` fit the input that the action declares.',
  check: (runbook, actions, texts) =>
    callsOf(runbook).flatMap((call) => {
      const action = actions.find(call.action)
      if (!action) return []
      const input = action.declaration.input ?? {}
      return [
        ...nameProblems(runbook, call, Object.keys(input)),
        ...missingProblems(runbook, call, input),
        ...literalProblems(runbook, call, action),
        ...typeProblems(runbook, call, input, texts),
      ]
    }),
}

function nameProblems({ document }: Runbook, call: Call, known: readonly string[]): Problem[] {
  return Object.keys(call.with)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearest(name, known)
      const list = known.length ? `it has ${known.join(', ')}` : 'it takes none'
      const hint = near === undefined ? list : `did you mean ${near}?`
      const message = `${call.action} has no parameter ${name}; ${hint}`
      return problemAt(
        document,
        `${call.pointer}/with`,
        { kind: 'param-invalid', rule: 'parameters', message },
        name,
      )
    })
}

function missingProblems(
  { document }: Runbook,
  call: Call,
  input: Readonly<Record<string, Parameter>>,
): Problem[] {
  return Object.entries(input)
    .filter(
      ([name, { required, default: value }]) =>
        required && value === undefined && !Object.hasOwn(call.with, name),
    )
    .map(([name]) => {
      const message = `${call.action} needs the parameter ${name} under \`with\``
      return problemAt(
        document,
        call.pointer,
        { kind: 'param-invalid', rule: 'parameters', message },
        'uses',
      )
    })
}

/** Values with expressions are checked once they are resolved, when a request is planned or a step is run. */
function literalProblems({ document }: Runbook, call: Call, action: KnownAction): Problem[] {
  const known = action.declaration.input ?? {}
  const literal = Object.entries(call.with).filter(
    ([name, value]) => Object.hasOwn(known, name) && !hasExpression(value),
  )
  if (!literal.length) return []
  const issues = action.checkInput()?.(Object.fromEntries(literal)) ?? []
  return issueProblems(
    issues.filter(({ pointer }) => pointer !== ''),
    document,
    { prefix: `${call.pointer}/with`, kind: 'param-invalid', rule: 'parameters' },
  )
}

function hasExpression(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('${{')
  return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression)
}

function typeProblems(
  { document }: Runbook,
  call: Call,
  input: Readonly<Record<string, Parameter>>,
  texts: Texts,
): Problem[] {
  return Object.entries(call.with).flatMap(([name, value]) => {
    const schema = Object.hasOwn(input, name) ? input[name] : undefined
    if (!schema || !hasExpression(value)) return []
    const place = { pointer: `${call.pointer}/with/${name}`, path: name }
    return misfitsOf(value, schema, place, texts).map(({ pointer, message }) =>
      problemAt(document, pointer, {
        kind: 'param-invalid',
        rule: 'parameters',
        message: `${call.action} takes ${message}`,
      }),
    )
  })
}
