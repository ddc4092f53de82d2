/** EPS 1.0: turns a fault into the message that leaves a component. */
import { measure, type Stamp, sha256, type Trace } from './envelope.ts'
import { classify, EPS } from './eps.ts'
import type { Fault } from './errors.ts'
import type { EpsError, ReportError } from './types.gen.ts'
import { weigh } from './weight.ts'

export interface EpsInit {
  readonly fault: Fault
  readonly stamp: Stamp
  readonly trace: Trace
  readonly correlationId: string
  readonly parentMessageId?: string
  /** The component that found the fault. */
  readonly source: 'LOM' | 'LMM' | 'CLI' | 'ACTION' | 'RECORD'
  readonly node?: string
  readonly step?: string
  readonly action?: string
  readonly runKey?: string
  readonly attempt?: number
}

/** A complete EPS message. `size_bytes` covers error_data and error_context. */
export function epsMessage(init: EpsInit): EpsError {
  const { fault } = init
  const row = EPS[fault.kind]
  const weight = weigh(fault.kind, row, {
    executed: fault.executed,
    oneNode: init.node !== undefined,
  })
  const error_data = {
    jsonrpc: '2.0' as const,
    error: {
      code: row.code,
      message: fault.message,
      data: {
        reason: fault.message,
        timestamp: init.stamp.createdAt,
        kind: fault.kind,
        executed: fault.executed,
        ...(fault.phase === undefined ? {} : { phase: fault.phase }),
        ...(init.node === undefined ? {} : { node: init.node }),
        ...(init.step === undefined ? {} : { step: init.step }),
        ...(init.runKey === undefined ? {} : { run_key: init.runKey }),
        ...(init.attempt === undefined ? {} : { attempt: init.attempt }),
        ...fault.details,
      },
    },
    id: init.parentMessageId ?? null,
  }
  const error_context = {
    error_classification: classify(row.code),
    severity: weight.severity,
    recoverable: weight.severity !== 'critical',
    retry_recommended: row.retryable && fault.executed === 'no',
    escalation_required: weight.escalate,
    recovery_actions: [row.advice],
    related_errors: [],
    system_impact: weight.systemImpact,
    module_health_impact: weight.moduleHealth,
  }
  return {
    message_metadata: {
      version: '1.0',
      message_id: init.stamp.messageId,
      correlation_id: init.correlationId,
      parent_message_id: init.parentMessageId ?? 'unknown',
      created_at: init.stamp.createdAt,
      priority: weight.priority,
    },
    routing: {
      event_type: 'EPS_ERROR_RESPONSE',
      event_category: 'error_handling',
      source_module: init.source,
      target_module: 'ErrorHandler_Core',
      original_source_module: init.source,
      routing_tags: [
        `kind:${fault.kind}`,
        ...(init.node === undefined ? [] : [`node:${init.node}`]),
        ...(init.action === undefined ? [] : [`action:${init.action}`]),
      ],
    },
    error_payload: {
      schema_version: '1.0',
      content_type: 'application/json',
      size_bytes: measure({ error_data, error_context }).sizeBytes,
      error_data,
      error_context,
    },
    observability: {
      trace_id: init.trace.traceId,
      span_id: init.trace.spanId,
      error_fingerprint: fingerprint(fault, init.action),
    },
  }
}

/** The same for the same fault on another node or day: kind, phase, action and the plugin's own code. */
export function fingerprint(fault: Fault, action?: string): string {
  const pluginCode = fault.details?.['plugin_code']
  return sha256(
    JSON.stringify([fault.kind, fault.phase ?? null, action ?? null, pluginCode ?? null]),
  )
}

/** The fault as reports and RCS results carry it. `retryable` is said only of what certainly did not run. */
export function errorSummary(fault: Fault, action?: string): ReportError {
  const row = EPS[fault.kind]
  return {
    kind: fault.kind,
    code: row.code,
    message: fault.message,
    advice: row.advice,
    executed: fault.executed,
    retryable: row.retryable && fault.executed === 'no',
    fingerprint: fingerprint(fault, action),
    ...(fault.phase === undefined ? {} : { phase: fault.phase }),
  }
}
