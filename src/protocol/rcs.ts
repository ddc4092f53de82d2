/** RCS 1.0: builds and checks the messages between the LOM and the LMM. */
import { measure, type Stamp, type Trace } from './envelope.ts'
import { issuesOf } from './schemas.ts'
import type { RcsMessage, ReportStep } from './types.gen.ts'

/** One attempt of a step on a node, and the key under which the node runs it at most once. */
export interface LaunchPlace {
  readonly node: string
  readonly step: string
  readonly action: string
  readonly phase: NonNullable<ReportStep['phase']>
  /** One-based, of a step that is run once for each entry of a list. */
  readonly iteration: number
  /** One-based. */
  readonly attempt: number
  /** Distinguishes this (request, node, step, phase, iteration, attempt) from every other. */
  readonly run_key: string
  /** The same key with another plan is refused. */
  readonly plan_hash: string
  /** Whose launch this is; 32 hex digits, in the journal before the node is connected to. */
  readonly launch: string
  readonly timeout_ms: number
}

/** What the LOM asks for: one action on one node. `data` of an ACTION_EXECUTE_REQUEST. */
export interface ActionRequest extends LaunchPlace {
  /** How long it may take to close its record after a cancel, where that is less than usual. */
  readonly cancel_ms?: number
  readonly input_parameters: Readonly<Record<string, unknown>>
  /** Names of secrets by parameter. They stand apart from the values, so that no value can pass for one. */
  readonly secret_parameters?: Readonly<Record<string, string>>
  readonly context: Readonly<Record<string, unknown>>
  /** What one launch at a time holds on the node. */
  readonly lock?: string
}

/** What became of an earlier request. `data` of an ACTION_COLLECT_REQUEST: it never starts anything. */
export interface CollectRequest extends LaunchPlace {
  readonly become: boolean
  /** `stop` also ends what still runs. */
  readonly what: 'result' | 'stop'
  /** The node may have been told to start it. */
  readonly told: boolean
  /** How long to follow what still runs. */
  readonly wait_ms: number
}

export interface RcsInit {
  readonly stamp: Stamp
  readonly trace: Trace
  readonly correlationId: string
  readonly parentMessageId?: string
  readonly eventType:
    | 'ACTION_EXECUTE_REQUEST'
    | 'ACTION_COLLECT_REQUEST'
    | 'ACTION_EXECUTED'
    | 'ACTION_FAILED'
    | 'ACTION_CHECKED'
  readonly source: 'LOM' | 'LMM'
  readonly target: 'LOM' | 'LMM'
  readonly timeoutMs?: number
  readonly tags: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
}

/** A complete RCS message; size and checksum are those of `data` in RFC 8785 form. */
export function rcsMessage(init: RcsInit): RcsMessage {
  const { sizeBytes, sha256 } = measure(init.data)
  return {
    message_metadata: {
      version: '1.0',
      message_id: init.stamp.messageId,
      correlation_id: init.correlationId,
      ...(init.parentMessageId === undefined ? {} : { parent_message_id: init.parentMessageId }),
      created_at: init.stamp.createdAt,
      priority: 'normal',
      delivery_mode: 'at_most_once',
    },
    routing: {
      event_type: init.eventType,
      event_category: 'action',
      source_module: init.source,
      target_module: init.target,
      routing_tags: [...init.tags],
      ...(init.timeoutMs === undefined ? {} : { timeout_ms: init.timeoutMs }),
    },
    payload: {
      schema_version: 'rcs_v2',
      content_type: 'application/json',
      encoding: 'utf-8',
      size_bytes: sizeBytes,
      checksum: sha256,
      data: { ...init.data },
    },
    security: { sender_identity: init.source, access_level: 'internal' },
    observability: { trace_id: init.trace.traceId, span_id: init.trace.spanId },
  }
}

/** The reason why a message is not a well-formed RCS message, or undefined. Size and checksum are checked too. */
export function rcsProblem(message: unknown): string | undefined {
  const issues = issuesOf('rcs', message)
  const first = issues[0]
  if (first) return `${first.pointer || '/'}: ${first.message}`
  const { payload } = message as RcsMessage
  const { sizeBytes, sha256 } = measure(payload.data)
  if (payload.size_bytes !== sizeBytes)
    return `size_bytes is ${payload.size_bytes}, data has ${sizeBytes} bytes`
  if (payload.checksum !== undefined && payload.checksum !== sha256)
    return 'checksum does not match data'
  return undefined
}
