/** Whether a request is carried out: by the policy, and by what somebody expects of its plan. */
import type { Host } from '../host.ts'
import type { PlanResult } from '../lom/judge.ts'
import { type ExpectedPlan, planChanged } from '../lom/plan-difference.ts'
import type { Project } from '../lom/project.ts'
import type { Problem, Request } from '../protocol/types.gen.ts'
import { type Around, decide } from './decide.ts'
import { problemOf } from './run-report.ts'

export type Admission =
  | Extract<PlanResult, { kind: 'plan' }>
  | {
      readonly kind: 'denied'
      readonly verdict: 'invalid' | 'refused'
      /** Of the policy and of the plan alike. */
      readonly problems: readonly Problem[]
      /** What was refused, where there is a plan. */
      readonly planned?: Exclude<PlanResult, { kind: 'invalid' }>
    }

export interface AdmitInit extends Around {
  readonly request: Request
  readonly project: Project
  readonly expected?: ExpectedPlan | undefined
}

export async function admit(
  host: Host,
  { request, project, expected, ...around }: AdmitInit,
): Promise<Admission> {
  const result = await decide(host, request, project, around)
  if (result.kind === 'invalid')
    return { kind: 'denied', verdict: 'invalid', problems: result.problems }
  const changed = expected && planChanged(result, expected)
  if (result.kind === 'plan' && !changed) return result
  const refusals = result.kind === 'refused' ? result.problems : []
  const problems = [...refusals, ...(changed ? [problemOf(changed)] : [])]
  return { kind: 'denied', verdict: 'refused', problems, planned: result }
}
