/** What is told of a step or node when a bug of RUNE ends it: never more than is known. */
import { errorSummary } from '../protocol/eps-message.ts'
import { type Fault, fault, fromUnknown } from '../protocol/errors.ts'
import { rcsMessage } from '../protocol/rcs.ts'
import type {
  Plan,
  PlanCall,
  PlanNode,
  RcsMessage,
  ReportNode,
  ReportStep,
} from '../protocol/types.gen.ts'
import type { AskLmm, NodeRunInit } from './node-run.ts'

/** A bug that shows on one node is that node's alone; after GO nobody knows what the plugin did. */
export function brokenAnswer(
  init: NodeRunInit,
  request: RcsMessage,
  step: PlanCall,
  bug: Error,
  told: boolean,
): Awaited<ReturnType<AskLmm>> {
  return ownAnswer(
    init,
    request,
    step,
    fault('internal', bug.message, { executed: told ? 'unknown' : 'no' }),
  )
}

/** An answer that the LOM gives itself. */
export function ownAnswer(
  init: NodeRunInit,
  request: RcsMessage,
  step: PlanCall,
  problem: Fault,
): Awaited<ReturnType<AskLmm>> {
  const { node, run_key } = request.payload.data
  const result = rcsMessage({
    stamp: { messageId: init.host.uuid(), createdAt: init.host.now() },
    trace: { traceId: init.trace.traceId, spanId: init.host.hex(8) },
    correlationId: init.correlationId,
    parentMessageId: request.message_metadata.message_id,
    eventType: 'ACTION_FAILED',
    source: 'LMM',
    target: 'LOM',
    tags: [`action:${step.action}`],
    data: {
      node,
      step: step.id,
      action: step.action,
      run_key,
      status: problem.executed === 'unknown' ? 'unknown' : 'failed',
      executed: problem.executed,
      error: errorSummary(problem, step.action),
      warnings: [],
    },
  })
  return { result, record: { rcs_request: request, rcs_result: result } }
}

/** A node on which a bug ended everything: what ran there cannot be told any more, and the others go on. */
export function lostNode(plan: Plan, node: PlanNode, caught: unknown): ReportNode {
  const problem = fault('internal', fromUnknown(caught).message)
  const steps = plan.steps.map(
    ({ id, action }): ReportStep => ({ id, action, status: 'unknown', executed: 'unknown' }),
  )
  const error = errorSummary(problem, plan.steps[0]?.action ?? '')
  return {
    name: node.name,
    outcome: 'unknown',
    good: false,
    transport: node.transport,
    steps,
    error,
  }
}
