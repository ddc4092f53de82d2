/** The name of the lock that a call asks for on its node. */
import { fault } from '../../protocol/errors.ts'
import type { PlanStep } from '../../protocol/types.gen.ts'
import { type Resolver, resolveOn, type Value } from './values.ts'

const LONGEST = 500

/** It is made of `inputs` and `node`: the rules for runbooks let a lock refer to nothing else. */
export function lockOf(
  flow: Resolver,
  step: Pick<PlanStep, 'id' | 'call' | 'lock'>,
): Value<string | undefined> {
  const { id, lock } = step
  if (lock === undefined) return { kind: 'value', value: undefined }
  const found = resolveOn(flow, step, ['lock', lock], {})
  if (found.kind === 'wrong') return found
  const { value } = found
  if (typeof value === 'string' && value !== '' && value.length <= LONGEST)
    return { kind: 'value', value }
  const what = typeof value === 'string' ? `${value.length} characters` : `a ${typeof value}`
  const message = `step ${id}: lock: the name is a text of 1 to ${LONGEST} characters, and this is ${what}`
  return { kind: 'wrong', problem: fault('expression-invalid', message, { phase: 'plan' }) }
}
