/** BPCS 1.0: builds what a plugin reads on stdin. (lmm/normalize.ts reads what it prints.) */
import type { Stamp, Trace } from './envelope.ts'
import type { BpcsInput } from './types.gen.ts'

export interface BpcsInit {
  readonly stamp: Stamp
  readonly trace: Trace
  readonly correlationId: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly context: Readonly<Record<string, unknown>>
}

/** The one JSON object that a plugin reads. */
export function bpcsInput(init: BpcsInit): BpcsInput {
  return {
    message_metadata: {
      version: '1.0',
      message_id: init.stamp.messageId,
      correlation_id: init.correlationId,
      created_at: init.stamp.createdAt,
    },
    payload: { input_parameters: { ...init.parameters }, context: { ...init.context } },
    observability: { trace_id: init.trace.traceId, span_id: init.trace.spanId },
  }
}
