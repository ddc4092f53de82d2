/** Watches the policy while a run goes on: read again, judged again, and every refusal put on record. */
import { realpath } from 'node:fs/promises'
import type { Host } from '../host.ts'
import { refusePlan, refuseStep } from '../lom/judge-again.ts'
import type { NodeRunInit } from '../lom/node-run.ts'
import { type Facts, type PolicyResult, readPolicy } from '../lom/policy.ts'
import { type Fault, fromUnknown } from '../protocol/errors.ts'
import type { Plan } from '../protocol/types.gen.ts'
import { refused } from '../record/events.ts'
import type { RunRecord } from '../record/folder.ts'
import { workTreeContent } from '../repository/work-tree.ts'

export interface WatchInit {
  readonly host: Host
  readonly plan: Plan
  /** By which the run was admitted. */
  readonly admitted: Facts
  readonly record: RunRecord
  /** The project's folder. */
  readonly root: string
  /** The policy as it is now; left out: rune.yaml in the folder. May reject: that is one that cannot be read. */
  readonly policyNow?: () => Promise<PolicyResult>
}

/** Nodes that start their steps at the same time share one look. */
const LOOK_AGAIN_MS = 1000

export function watchPolicy(init: WatchInit): Required<Pick<NodeRunInit, PolicyHooks>> {
  const { host, plan, admitted, record, root, policyNow = policyInWorkTree(root) } = init
  let looked = Number.NEGATIVE_INFINITY
  let policy: Promise<PolicyResult>
  const look = (): Promise<PolicyResult> => {
    if (host.monotonicMs() - looked >= LOOK_AGAIN_MS) {
      looked = host.monotonicMs()
      policy = policyNow().catch(unreadable)
    }
    return policy
  }
  const keep = async (
    problem: Fault | undefined,
    place: { readonly node?: string; readonly step?: string },
  ): Promise<Fault | undefined> => {
    // The journal keeps its first error and refuses what follows; nothing is started in any case.
    if (problem) await record.journal.append(refused(problem, place)).catch(() => undefined)
    return problem
  }
  return {
    mayStart: async (node, step) => {
      const known = await look()
      const problem = refuseStep(step, known, { admitted, now: host.now() })
      return keep(problem, { node: node.name, step: step.id })
    },
    policyAgain: async () => {
      looked = Number.NEGATIVE_INFINITY
      return keep(refusePlan(plan, await look(), { admitted, now: host.now() }), {})
    },
  }
}

type PolicyHooks = 'mayStart' | 'policyAgain'

/** rune.yaml as it lies in the work tree: whoever edits it there stops what has begun. */
function policyInWorkTree(root: string): () => Promise<PolicyResult> {
  return async () => {
    const bytes = await workTreeContent(await realpath(root), 'read again').read('rune.yaml')
    return bytes === undefined
      ? unreadable('there is no rune.yaml any more')
      : readPolicy('rune.yaml', bytes)
  }
}

function unreadable(caught: unknown): PolicyResult {
  const { message } = fromUnknown(caught)
  const problem = {
    kind: 'policy-unavailable',
    severity: 'error',
    message,
    file: 'rune.yaml',
  } as const
  return { kind: 'problems', problems: [problem] }
}
