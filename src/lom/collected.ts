/** A node's result with what was learned about it later. Pure. */
import type { ReportNode, ReportStep } from '../protocol/types.gen.ts'
import { nodeOutcome } from './outcome.ts'

/** The node with this step in place of what was known of it, judged anew: what did not run then has not run now. */
export function withCollected(node: ReportNode, step: ReportStep, dryRun: boolean): ReportNode {
  const steps = node.steps.map((known) => (known.id === step.id ? step : known))
  const { error: _, ...rest } = node
  const error = steps.find((one) => one.error !== undefined)?.error
  return {
    ...rest,
    ...nodeOutcome(steps, { cancelled: true, dryRun }),
    steps,
    ...(error === undefined ? {} : { error }),
  }
}
