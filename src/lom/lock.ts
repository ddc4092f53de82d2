/** The name of the lock that a step asks for on its node. */
import type { PlanStep } from '../protocol/types.gen.ts'
import { resolveValue } from '../runbook/evaluate.ts'
import type { ExpressionContext } from '../runbook/value.ts'

export type LockName =
  | { readonly kind: 'lock'; readonly name?: string }
  | { readonly kind: 'wrong'; readonly message: string }

const LONGEST = 500

/** `context` needs no more than `inputs` and `node`: the schema of runbooks lets a lock refer to nothing else. */
export function lockOf({ lock }: Pick<PlanStep, 'lock'>, context: ExpressionContext): LockName {
  if (lock === undefined) return { kind: 'lock' }
  const resolved = resolveValue(lock, context)
  if (resolved.kind === 'problems')
    return { kind: 'wrong', message: `lock: ${resolved.problems[0]?.message ?? 'no value'}` }
  const name = resolved.value
  if (typeof name === 'string' && name !== '' && name.length <= LONGEST)
    return { kind: 'lock', name }
  const found = typeof name === 'string' ? `${name.length} characters` : typeof name
  const message = `lock: the name is a text of 1 to ${LONGEST} characters; this one is ${found}`
  return { kind: 'wrong', message }
}
