/** The RCS request for one step on one node. */
import { type ActionRequest, rcsMessage } from '../protocol/rcs.ts'
import type { PlanCall, PlanNode, RcsMessage } from '../protocol/types.gen.ts'
import { launchKey, launchNonce } from './launch-key.ts'
import type { Attempt, NodeRunInit } from './node-run.ts'

/** Evidence is cancelled later than the run, and has to be over at the same time. */
const EVIDENCE_CANCEL_MS = 4_000

/** What a call gets on its node. */
export interface CallInput {
  /** Resolved and checked. */
  readonly parameters: Record<string, unknown>
  readonly lock?: string
}

/** The context is what a plugin may know of the run. */
export function executeRequest(
  init: NodeRunInit,
  node: PlanNode,
  step: PlanCall,
  { phase, iteration, attempt }: Attempt,
  { parameters, lock }: CallInput,
): RcsMessage {
  const { host, plan } = init
  // A key of the run itself: no later run of the same request meets what a check has sealed.
  const correlationId = phase === 'check' ? init.runId : init.correlationId
  const place = { node: node.name, step: step.id, phase, iteration, attempt }
  const key = launchKey({ correlationId, ...place })
  const data: ActionRequest = {
    ...place,
    action: step.action,
    timeout_ms: step.timeout_ms,
    run_key: key,
    plan_hash: init.planHash,
    launch: launchNonce(init.launchSeed, key),
    ...(phase === 'evidence' ? { cancel_ms: EVIDENCE_CANCEL_MS } : {}),
    input_parameters: parameters,
    ...(lock === undefined ? {} : { lock }),
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
