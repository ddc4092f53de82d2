/** `plan`: what a request would do, without connecting to anything. */
import type { Provenance } from '../lom/judge.ts'
import type { Given } from '../lom/project.ts'
import type { Plan, Problem } from '../protocol/types.gen.ts'
import type { Rune } from '../rune.ts'
import type { ApprovalSource } from './approvals.ts'
import { type Ask, toRequest } from './ask.ts'
import { decide, type Known } from './decide.ts'
import { openProject } from './project.ts'

export type PlanAnswer =
  | {
      readonly kind: 'plan' | 'refused'
      readonly plan: Plan
      readonly planHash: string
      /** Why it is refused. */
      readonly problems: readonly Problem[]
      readonly provenance?: Provenance
    }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }

export interface PlanOptions extends Given {
  readonly root: string
  readonly known?: Known
  readonly source?: ApprovalSource
}

/** Plans the request against the project at `root`. */
export async function planOf(
  rune: Rune,
  ask: Ask,
  { root, known, source, ...given }: PlanOptions,
): Promise<PlanAnswer> {
  const { host } = rune
  const project = await openProject(root, given)
  const reviewing = source && { root, source }
  const result = await decide(host, toRequest(ask, host), project, { known, reviewing })
  if (result.kind !== 'plan') return result
  const { facts: _, ...planned } = result
  return { ...planned, problems: [] }
}
