/** One EPS message as people and logs may be given it: a safe summary, one line of JSON, and what to do. */
import type { EpsError, ErrorLine } from '../protocol/types.gen.ts'
import { clip, jsonLine, terminal } from './encode.ts'

export interface Told {
  /** One line without anything that a terminal obeys, at most about 1,300 characters. Without a line feed. */
  readonly summary: string
  /** An ErrorLine as one line of JSON. Without a line feed. */
  readonly line: string
  /** Safe as the summary is. */
  readonly advice: string
  readonly kind: string
  /** The same for the same fault on another node or day. */
  readonly fingerprint: string
}

const MESSAGE_AT_MOST = 1000

/** Throws where the message has not the shape that it should have. */
export function tellError(message: EpsError): Told {
  const { error_data, error_context: context } = message.error_payload
  const { code, data } = error_data.error
  const action = tagged(message, 'action')
  const advice = clip(context.recovery_actions.join(' '), MESSAGE_AT_MOST)
  const line: ErrorLine = {
    at: data.timestamp,
    kind: data.kind,
    code,
    classification: context.error_classification,
    severity: context.severity,
    priority: message.message_metadata.priority,
    executed: data.executed,
    retry_recommended: context.retry_recommended,
    escalation_required: context.escalation_required,
    ...(data.phase === undefined ? {} : { phase: data.phase }),
    ...(data.node === undefined ? {} : { node: data.node }),
    ...(data.step === undefined ? {} : { step: data.step }),
    ...(action === undefined ? {} : { action }),
    ...(data.attempt === undefined ? {} : { attempt: data.attempt }),
    message: clip(error_data.error.message, MESSAGE_AT_MOST),
    advice,
    fingerprint: message.observability.error_fingerprint,
    correlation_id: message.message_metadata.correlation_id,
    message_id: message.message_metadata.message_id,
    trace_id: message.observability.trace_id,
  }
  return {
    summary: summaryOf(line),
    line: jsonLine(line),
    advice: terminal(advice),
    kind: line.kind,
    fingerprint: message.observability.error_fingerprint,
  }
}

/** `node  step: kind: message [executed: no]`, as far as these are known. */
function summaryOf({ node, step, kind, message, executed }: ErrorLine): string {
  const at = `${node === undefined ? '' : `${node}  `}${step === undefined ? '' : `${step}: `}`
  return terminal(`${at}${kind}: ${message} [executed: ${executed}]`)
}

function tagged({ routing }: EpsError, name: string): string | undefined {
  const tag = routing.routing_tags.find((one) => one.startsWith(`${name}:`))
  return tag?.slice(name.length + 1)
}
