/** Takes one RCS request, runs the action it names on the node it names, and answers with RCS and EPS messages. */
import type { Host } from '../host.ts'
import { bpcsInput } from '../protocol/bpcs.ts'
import type { Stamp, Trace } from '../protocol/envelope.ts'
import { epsMessage, errorSummary } from '../protocol/eps-message.ts'
import { type Fault, fault } from '../protocol/errors.ts'
import { type ActionRequest, rcsMessage, rcsProblem } from '../protocol/rcs.ts'
import type { ValueCheck } from '../protocol/schemas.ts'
import type { EpsError, RcsMessage, StepRecord } from '../protocol/types.gen.ts'
import type {
  Bundle,
  Launch,
  LaunchJournal,
  Limits,
  Node,
  Outcome,
} from '../transport/transport.ts'
import { evidenceText } from './evidence.ts'
import { limitsFor } from './limits.ts'
import { normalize, type StepResult } from './normalize.ts'
import { selectTransport, type Transports } from './select.ts'

/** What the registry knows of an action, as far as running it goes. */
export interface Runnable {
  readonly bundle: Bundle
  readonly requires: readonly string[]
  readonly become: boolean
  /** Whether it only reads. */
  readonly readOnly: boolean
  readonly onDisconnect: 'stop' | 'finish'
  readonly outputCheck: ValueCheck
}

export interface MediatorInit {
  readonly host: Host
  readonly transports: Transports
  readonly node: (name: string) => Node | undefined
  readonly action: (name: string) => Runnable | undefined
}

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

export type Mediate = (
  request: RcsMessage,
  signal: AbortSignal,
  journal: LaunchJournal,
) => Promise<Mediated>

/** The LMM. The returned function resolves for every operational ending; it rejects only on a bug. */
export function mediator(init: MediatorInit): Mediate {
  const { host } = init
  const stamp = (): Stamp => ({ messageId: host.uuid(), createdAt: host.now() })

  return async (request, signal, journal) => {
    const problem = rcsProblem(request)
    if (problem !== undefined) throw new Error(`the LOM sent a malformed request: ${problem}`)
    const asked = request.payload.data as unknown as ActionRequest
    const answer = answerTo(request, asked, stamp)
    const node = init.node(asked.node)
    const action = init.action(asked.action)
    if (node === undefined || action === undefined)
      return answer.failed(
        node === undefined
          ? fault('node-unknown', `there is no node ${asked.node}`, { phase: 'plan' })
          : fault('action-unknown', `there is no action ${asked.action}`, { phase: 'plan' }),
      )
    const transport = selectTransport(node, init.transports)
    if (typeof transport === 'string')
      return answer.failed(fault('transport-unavailable', transport, { phase: 'connect' }))

    const trace = traceOf(request)
    const input = bpcsInput({
      stamp: stamp(),
      trace: { traceId: trace.traceId, spanId: host.hex(8) },
      correlationId: request.message_metadata.correlation_id ?? request.message_metadata.message_id,
      parameters: asked.input_parameters,
      context: asked.context,
    })
    const launch: Launch = {
      runKey: asked.run_key,
      plan: asked.plan_hash,
      nonce: asked.launch,
      bundle: action.bundle,
      input: JSON.stringify(input),
      requires: action.requires,
      become: action.become,
      readOnly: action.readOnly,
      onDisconnect: action.onDisconnect,
    }
    const limits: Limits = limitsFor(asked.timeout_ms)
    const outcome = await transport.run(node, launch, limits, signal, journal)
    const result = normalize(outcome, {
      input: outcome.replayOf === undefined ? input : undefined,
      outputCheck: action.outputCheck,
      action: asked.action,
      timeoutMs: asked.timeout_ms,
    })
    return answer.of(result, outcome, input)
  }
}

function traceOf(message: RcsMessage): Trace {
  return { traceId: message.observability.trace_id, spanId: message.observability.span_id }
}

/** The three ways to answer one request. */
function answerTo(request: RcsMessage, asked: ActionRequest, stamp: () => Stamp) {
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
      const result = failure(problem, 'failed', { warnings: [] })
      return { result, record: { rcs_request: request, eps: error(problem), rcs_result: result } }
    },
    of: (result: StepResult, outcome: Outcome, input: StepRecord['bpcs_input']): Mediated => {
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
