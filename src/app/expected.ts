/** The plan that somebody has looked at and wants carried out: its hash, a file, or both. */
import { readFile } from 'node:fs/promises'
import type { ExpectedPlan } from '../lom/plan-difference.ts'
import { canonicalSha256 } from '../protocol/envelope.ts'
import { fromUnknown, systemCode } from '../protocol/errors.ts'
import { hasShape, show } from '../protocol/schemas.ts'
import type { Plan } from '../protocol/types.gen.ts'

export interface ExpectedArguments {
  /** SHA-256 of the plan. */
  readonly planHash?: string
  /** plan.json of a record, or what `rune plan --json` printed; absolute. */
  readonly planFile?: string
}

/** Undefined where nothing is expected; a sentence that says why what was given cannot be used. */
export async function readExpected({
  planHash,
  planFile,
}: ExpectedArguments): Promise<ExpectedPlan | string | undefined> {
  if (planHash !== undefined && !/^[0-9a-f]{64}$/.test(planHash))
    return `${show(planHash)} is no hash of a plan; expected 64 hexadecimal digits as \`rune plan\` prints them`
  if (planFile === undefined) return planHash === undefined ? undefined : { planHash }
  const plan = await readPlanFile(planFile)
  if (typeof plan === 'string') return plan
  const own = canonicalSha256(plan)
  if (planHash !== undefined && planHash !== own)
    return `${planFile} holds the plan ${own}, not ${planHash}; give one of them, or the file of that plan`
  return { planHash: own, plan }
}

async function readPlanFile(file: string): Promise<Plan | string> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'))
    const printed =
      typeof value === 'object' && value !== null && 'plan' in value ? value.plan : value
    return hasShape('plan', printed)
      ? printed
      : `${file} is not a plan; expected plan.json of a record, or what \`rune plan --json\` prints`
  } catch (caught) {
    const why = systemCode(caught) ?? `it is not JSON (${fromUnknown(caught).message})`
    return `the plan ${file} cannot be read: ${why}`
  }
}
