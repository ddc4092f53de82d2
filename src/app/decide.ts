/** Whether a request may be carried out: its draft, what is known of the moment, and the verdict of every gate. */
import type { Host } from '../host.ts'
import { type Circumstances, judgeDraft, type PlanResult } from '../lom/judge.ts'
import { draftPlan } from '../lom/plan.ts'
import type { Project } from '../lom/project.ts'
import type { Request } from '../protocol/types.gen.ts'

/** What a front end knows of the moment, beside the time. */
export type Known = Omit<Circumstances, 'now'>

/** The one gate through which everything goes that plans or starts something. */
export async function decide(
  host: Host,
  request: Request,
  project: Project,
  known: Known = {},
): Promise<PlanResult> {
  const drafted = draftPlan(request, project)
  if (drafted.kind === 'invalid') return drafted
  return judgeDraft(drafted.draft, {
    request,
    project,
    circumstances: { ...known, now: host.now() },
  })
}
