/** Whether a request may be carried out: its draft, what is known of the moment, and the verdict of every gate. */
import type { Host } from '../host.ts'
import { judgeDraft, type PlanResult } from '../lom/judge.ts'
import { draftPlan } from '../lom/plan.ts'
import type { Project } from '../lom/project.ts'
import type { Request } from '../protocol/types.gen.ts'
import { type ApprovalSource, gatherApprovals } from './approvals.ts'

/** Where approvals are read. Left out: nowhere, which a policy has to allow. */
export type Reviewing =
  | { readonly root: string; readonly source: ApprovalSource }
  /** The content is under review itself, and the plan only shows what it would do. */
  | 'preview'

/** The one gate through which everything goes that plans or starts something. */
export async function decide(
  host: Host,
  request: Request,
  project: Project,
  reviewing?: Reviewing,
): Promise<PlanResult> {
  const drafted = draftPlan(request, project)
  if (drafted.kind === 'invalid') return drafted
  const { draft } = drafted
  const now = host.now()
  if (reviewing === undefined || reviewing === 'preview') {
    const approvals = { source: reviewing ?? 'none' } as const
    return judgeDraft(draft, { request, project, circumstances: { now, approvals } })
  }
  const { policy, ...gathered } = await gatherApprovals(draft, project, { ...reviewing, now })
  return judgeDraft(draft, { request, project: { policy }, circumstances: { now, ...gathered } })
}
