/** The LMM's answer to one request: RCS result, EPS error, and every message of the attempt for the record. */
import type { Stamp, Trace } from '../protocol/envelope.ts'
import { epsMessage, errorSummary } from '../protocol/eps-message.ts'
import type { Fault } from '../protocol/errors.ts'
import { type LaunchPlace, rcsMessage } from '../protocol/rcs.ts'
import type { EpsError, RcsMessage, StepRecord } from '../protocol/types.gen.ts'
import type { Outcome } from '../transport/transport.ts'
import { evidenceText } from './evidence.ts'
import type { StepResult } from './normalize.ts'

/** The answer to one request, with every message that belongs to it. */
export interface Mediated {
  readonly result: RcsMessage
  /** All messages of the attempt, as they go into the record. */
  readonly record: StepRecord
  /** First and last 64 KiB of stderr; undefined when nothing was written. */
  readonly stderr?: string
  /** To be called when all of this is on disk: until then the node keeps the result. */
  readonly acknowledge?: () => void
}

export function traceOf(message: RcsMessage): Trace {
  return { traceId: message.observability.trace_id, spanId: message.observability.span_id }
}

/** The ways to answer one request. */
export function answerTo(request: RcsMessage, asked: LaunchPlace, stamp: () => Stamp) {
  const { node, step, action, attempt, run_key } = asked
  const place = { node, step, action, attempt, run_key }
  const trace = traceOf(request)
  const correlationId =
    request.message_metadata.correlation_id ?? request.message_metadata.message_id
  const reply = (
    eventType: 'ACTION_EXECUTED' | 'ACTION_FAILED',
    data: Record<string, unknown>,
  ): RcsMessage =>
    rcsMessage({
      stamp: stamp(),
      trace,
      correlationId,
      parentMessageId: request.message_metadata.message_id,
      eventType,
      source: 'LMM',
      target: 'LOM',
      tags: [`node:${node}`, `action:${action}`],
      data,
    })
  const error = (problem: Fault): EpsError =>
    epsMessage({
      fault: problem,
      stamp: stamp(),
      trace,
      correlationId,
      parentMessageId: request.message_metadata.message_id,
      source: 'LMM',
      node,
      step,
      action,
      runKey: run_key,
      attempt,
    })
  const failure = (problem: Fault, status: string, more: Record<string, unknown>): RcsMessage =>
    reply('ACTION_FAILED', {
      ...place,
      status,
      executed: problem.executed,
      error: errorSummary(problem, action),
      ...more,
    })

  return {
    /** Nothing was connected to. */
    failed: (problem: Fault): Mediated => {
      const status = problem.executed === 'unknown' ? 'unknown' : 'failed'
      const result = failure(problem, status, { warnings: [] })
      return { result, record: { rcs_request: request, eps: error(problem), rcs_result: result } }
    },
    of: (result: StepResult, outcome: Outcome, input?: StepRecord['bpcs_input']): Mediated => {
      const seen = {
        warnings: [...result.warnings],
        ...(outcome.hostKeySha256 === undefined ? {} : { host_key_sha256: outcome.hostKeySha256 }),
        ...('durationMs' in outcome ? { duration_ms: outcome.durationMs } : {}),
        ...(outcome.replayOf === undefined ? {} : { replay_of: outcome.replayOf }),
      }
      const message =
        result.status === 'succeeded'
          ? reply('ACTION_EXECUTED', {
              ...place,
              status: 'succeeded',
              executed: 'yes',
              output_data: result.output,
              ...seen,
            })
          : failure(result.fault, result.status, seen)
      const stderr = 'stderr' in outcome ? evidenceText(outcome.stderr) : undefined
      return {
        result: message,
        record: {
          rcs_request: request,
          ...(input === undefined ? {} : { bpcs_input: input }),
          ...(result.envelope === undefined ? {} : { bpcs_output: result.envelope }),
          ...(result.status === 'succeeded' ? {} : { eps: error(result.fault) }),
          rcs_result: message,
          evidence: evidenceOf(outcome, result),
        },
        ...(stderr === undefined ? {} : { stderr }),
        ...(outcome.acknowledge === undefined ? {} : { acknowledge: outcome.acknowledge }),
      }
    },
  }
}

function evidenceOf(outcome: Outcome, result: StepResult): NonNullable<StepRecord['evidence']> {
  const noise = evidenceText(outcome.noise)
  const text = result.status === 'succeeded' ? undefined : result.evidenceText
  return {
    ...('exit' in outcome && outcome.exit !== undefined ? { exit_code: outcome.exit } : {}),
    ...('signal' in outcome && outcome.signal !== undefined ? { signal: outcome.signal } : {}),
    ...('stdout' in outcome
      ? {
          stdout_bytes: outcome.stdout.total,
          stderr_bytes: outcome.stderr.total,
          truncated: outcome.stdout.truncated || outcome.stderr.truncated,
        }
      : {}),
    ...('termination' in outcome
      ? {
          termination: {
            signals: [...outcome.termination.signals],
            group_gone: outcome.termination.groupGone,
            survivors: [...outcome.termination.survivors],
          },
        }
      : {}),
    ...(text === undefined ? {} : { stdout_text: text }),
    ...(noise === undefined ? {} : { noise_text: noise.slice(0, 65_536) }),
    ...(outcome.hostKeySha256 === undefined ? {} : { host_key_sha256: outcome.hostKeySha256 }),
    timings_ms: { ...outcome.timingsMs },
  }
}
