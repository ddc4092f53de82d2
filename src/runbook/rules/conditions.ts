/** Rule: a condition is one expression that can be true and can be false. */
import { problemAt } from '../../document/diagnostic.ts'
import { show } from '../../protocol/schemas.ts'
import type { Problem } from '../../protocol/types.gen.ts'
import type { Rule } from '../check.ts'
import { onlyValue } from '../fold.ts'
import type { Runbook } from '../runbook.ts'
import type { Texts } from '../texts.ts'

export const conditions: Rule = {
  name: 'condition',
  description:
    '`if` and `expect` are one expression each, true or false, and not the same whatever the run brings.',
  check: (runbook, _actions, texts) =>
    runbook.allSteps.flatMap(({ pointer, declaration }) => [
      ...check(runbook, texts, { pointer: `${pointer}/if`, key: 'if', text: declaration.if }),
      ...check(runbook, texts, {
        pointer: `${pointer}/expect`,
        key: 'expect',
        text: declaration.expect,
      }),
    ]),
}

interface Condition {
  readonly pointer: string
  readonly key: 'if' | 'expect'
  readonly text: string | undefined
}

function check({ document }: Runbook, texts: Texts, condition: Condition): Problem[] {
  const { pointer, key, text } = condition
  if (text === undefined) return []
  const read = texts.get(pointer)
  const found = (message: string, severity: 'error' | 'warning' = 'error') => [
    problemAt(document, pointer, {
      kind: 'expression-invalid',
      rule: 'condition',
      severity,
      message,
    }),
  ]
  if (!read) return found(`${show(text)} is not an expression; write ${key}: \${{ ... }}`)
  const { template, shape } = read
  if (!template || shape.reported) return []
  if (!template.whole) {
    return found(`${key} is one expression with nothing around it; put all of it inside \${{ }}`)
  }
  if (shape.type === 'unknown') {
    return found(
      `nobody can say before the run that this is true or false; compare it with something`,
    )
  }
  if (shape.type !== 'boolean') {
    return found(`${key} has to be true or false, and this is a ${shape.type}; compare it`)
  }
  const constant = onlyValue(shape)
  if (constant === undefined) return []
  if (constant === false) {
    const means = key === 'if' ? 'the step is never run' : 'the step always fails'
    return found(`this is false whatever the run brings, so ${means}`)
  }
  return key === 'if'
    ? found('this is true whatever the run brings; leave `if` out', 'warning')
    : found('this is true whatever the run brings, so it checks nothing')
}
