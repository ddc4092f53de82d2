/** Whether a request may be carried out: its draft, what is known of the moment, and the verdict of every gate. */
import type { Host } from '../host.ts'
import { actorsOf, type Circumstances, judgeDraft, type PlanResult } from '../lom/judge.ts'
import { draftPlan } from '../lom/plan.ts'
import type { Project } from '../lom/project.ts'
import type { Request } from '../protocol/types.gen.ts'
import { type ApprovalSource, gatherApprovals } from './approvals.ts'

/** What a front end knows of the moment, beside the time. */
export type Known = Omit<Circumstances, 'now'>

export interface Around {
  /** Left out: nothing but the time. */
  readonly known?: Known | undefined
  /** Where approvals of the content at `root` are read. Left out: nowhere, which a policy has to allow. */
  readonly reviewing?: { readonly root: string; readonly source: ApprovalSource } | undefined
}

/** The one gate through which everything goes that plans or starts something. */
export async function decide(
  host: Host,
  request: Request,
  project: Project,
  { known = {}, reviewing }: Around = {},
): Promise<PlanResult> {
  const drafted = draftPlan(request, project)
  if (drafted.kind === 'invalid') return drafted
  const { draft } = drafted
  const now = host.now()
  if (reviewing === undefined) {
    const approvals = { source: known.preview ? 'preview' : 'none' } as const
    return judgeDraft(draft, { request, project, circumstances: { approvals, ...known, now } })
  }
  const { policy, ...gathered } = await gatherApprovals(draft, project, {
    ...reviewing,
    now,
    actors: actorsOf(request),
  })
  // What GitHub says comes last, so that nothing a front end knows stands in its place.
  const circumstances = { ...known, now, ...gathered }
  return judgeDraft(draft, { request, project: { policy }, circumstances })
}
