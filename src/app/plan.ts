/** `plan`: what a request would do, without connecting to anything. */
import type { Given } from '../lom/project.ts'
import type { Plan, Problem } from '../protocol/types.gen.ts'
import type { Rune } from '../rune.ts'
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
    }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }

/** Plans the request against the project at `root`. */
export async function planOf(
  rune: Rune,
  ask: Ask,
  { root, known, ...given }: { readonly root: string; readonly known?: Known } & Given,
): Promise<PlanAnswer> {
  const project = await openProject(root, given)
  const result = await decide(rune.host, toRequest(ask, rune.host), project, known)
  if (result.kind !== 'plan') return result
  const { kind, plan, planHash } = result
  return { kind, plan, planHash, problems: [] }
}
