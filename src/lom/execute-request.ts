/** The RCS request for one step on one node. */
import { type ActionRequest, rcsMessage } from '../protocol/rcs.ts'
import type { PlanNode, PlanStep, RcsMessage } from '../protocol/types.gen.ts'
import { launchKey, launchNonce } from './launch-key.ts'
import type { Attempt, NodeRunInit } from './node-run.ts'

/** `parameters` are resolved and checked. The context is what a plugin may know of the run. */
export function executeRequest(
  init: NodeRunInit,
  node: PlanNode,
  step: PlanStep,
  { attempt }: Attempt,
  parameters: Record<string, unknown>,
): RcsMessage {
  const { host, plan, correlationId } = init
  const key = launchKey({ correlationId, node: node.name, step: step.id, attempt })
  const data: ActionRequest = {
    node: node.name,
    step: step.id,
    action: step.action,
    attempt,
    timeout_ms: step.timeout_ms,
    run_key: key,
    plan_hash: init.planHash,
    launch: launchNonce(init.launchSeed, key),
    input_parameters: parameters,
    ...(step.secrets === undefined ? {} : { secret_parameters: step.secrets }),
    context: {
      node: node.name,
      step: step.id,
      attempt,
      dry_run: plan.dry_run,
      triggered_by: init.actor,
      ...(plan.runbook === undefined ? {} : { runbook: plan.runbook.name }),
    },
  }
  return rcsMessage({
    stamp: { messageId: host.uuid(), createdAt: host.now() },
    trace: { traceId: init.trace.traceId, spanId: host.hex(8) },
    correlationId: init.correlationId,
    parentMessageId: init.runId,
    eventType: 'ACTION_EXECUTE_REQUEST',
    source: 'LOM',
    target: 'LMM',
    timeoutMs: step.timeout_ms,
    tags: [`node:${node.name}`, `action:${step.action}`],
    data: { ...data },
  })
}
