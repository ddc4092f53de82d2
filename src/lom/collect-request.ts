/** The RCS request that asks what became of a launch of an earlier run. */
import type { Host } from '../host.ts'
import type { Trace } from '../protocol/envelope.ts'
import { type CollectRequest, rcsMessage } from '../protocol/rcs.ts'
import type { RcsMessage } from '../protocol/types.gen.ts'
import { launchKey, launchNonce } from './launch-key.ts'
import type { OpenLaunch } from './open-launches.ts'

export interface CollectInit {
  readonly host: Host
  readonly trace: Trace
  readonly runId: string
  readonly correlationId: string
  readonly planHash: string
  /** Of the run whose results are looked for; '' where that is not known: then every result is somebody else's. */
  readonly launchSeed: string
  readonly what: 'result' | 'stop'
  readonly waitMs: number
}

export function collectRequest(init: CollectInit, launch: OpenLaunch): RcsMessage {
  const { host, correlationId } = init
  const { node, step, phase, iteration, attempt, told } = launch
  const place = { node, step: step.id, phase, iteration, attempt }
  const key = launchKey({ correlationId, ...place })
  const data: CollectRequest = {
    ...place,
    action: step.action,
    run_key: key,
    plan_hash: init.planHash,
    launch: launchNonce(init.launchSeed, key),
    timeout_ms: step.timeout_ms,
    become: step.become,
    what: init.what,
    told,
    wait_ms: init.waitMs,
  }
  return rcsMessage({
    stamp: { messageId: host.uuid(), createdAt: host.now() },
    trace: { traceId: init.trace.traceId, spanId: host.hex(8) },
    correlationId,
    parentMessageId: init.runId,
    eventType: 'ACTION_COLLECT_REQUEST',
    source: 'LOM',
    target: 'LMM',
    timeoutMs: init.waitMs,
    tags: [`node:${node}`, `action:${step.action}`],
    data: { ...data },
  })
}
