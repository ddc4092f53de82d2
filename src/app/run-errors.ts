/** The errors of a run's nodes: to the error handler, and from there one line each to the record and to who watches. */
import type { Host } from '../host.ts'
import type { Trace } from '../protocol/envelope.ts'
import { isEpsKind } from '../protocol/eps.ts'
import { epsMessage } from '../protocol/eps-message.ts'
import { type Fault, fault } from '../protocol/errors.ts'
import type { EpsError, ReportError, ReportNode, ReportStep } from '../protocol/types.gen.ts'
import { errorHandler } from '../report/error-handler.ts'
import { nodeResultText } from '../report/text.ts'

export interface RunErrorsInit {
  readonly host: Host
  readonly trace: Trace
  readonly correlationId: string
  /** The message that the LMM made of it, where the error is the LMM's. */
  readonly eps: (node: string, step: ReportStep) => EpsError | undefined
  /** Errors that were only counted, in one safe line. */
  readonly counted: (text: string) => void
}

export interface RunErrors {
  /** One safe line on the node; undefined when its error is only counted. */
  tell(node: ReportNode): string | undefined
  /** Every error so far, as errors.ndjson has them; '' for none. */
  lines(): string
  /** Tells what is only counted so far. */
  close(): void
}

export function runErrors(init: RunErrorsInit): RunErrors {
  const handler = errorHandler({ clock: init.host, counted: init.counted })
  const lines: string[] = []
  return {
    tell: (node) => {
      const handled = errorsOf(node).map(({ error, step }) => {
        const known = step === undefined ? undefined : init.eps(node.name, step)
        return handler.handle(known ?? ownMessage(init, node, error, step))
      })
      lines.push(...handled.map(({ line }) => `${line}\n`))
      const [first] = handled
      if (first === undefined || node.good) return nodeResultText(node)
      return first.full ? `${node.outcome}  ${first.summary}` : undefined
    },
    lines: () => lines.join(''),
    close: () => handler.close(),
  }
}

interface NodeError {
  readonly error: ReportError
  readonly step?: ReportStep
}

/**
 * The node's own error repeats one of a step, which comes first. A check that does not pass before the steps is why they
 * are run, and no error where nothing came of it.
 */
function errorsOf({ steps, error }: ReportNode): NodeError[] {
  const found = steps.flatMap((step) =>
    step.error === undefined || (step.phase === 'before' && step.error !== error)
      ? []
      : [{ error: step.error, step }],
  )
  const first = found.filter((one) => one.error === error)
  const rest = found.filter((one) => one.error !== error)
  return found.length > 0 || error === undefined ? [...first, ...rest] : [{ error }]
}

/** Of what the LOM found before it asked the LMM, or of a bug. */
function ownMessage(
  { host, trace, correlationId }: RunErrorsInit,
  node: ReportNode,
  { kind, message, executed, phase }: ReportError,
  step: ReportStep | undefined,
): EpsError {
  return epsMessage({
    // A message that was cut may end in half a surrogate pair, which has no RFC 8785 form.
    fault: fault(isEpsKind(kind) ? kind : 'internal', message.toWellFormed(), {
      executed,
      ...(phase === undefined ? {} : { phase: phase as NonNullable<Fault['phase']> }),
    }),
    stamp: { messageId: host.uuid(), createdAt: host.now() },
    trace: { traceId: trace.traceId, spanId: host.hex(8) },
    correlationId,
    source: 'LOM',
    node: node.name,
    ...(step === undefined ? {} : { step: step.id, action: step.action }),
    ...(step?.attempt === undefined ? {} : { attempt: step.attempt }),
  })
}
