/** One step on one node: its parameters, and as many tries as its failures allow. */
import { errorSummary } from '../protocol/eps-message.ts'
import { type Fault, fault, fromUnknown } from '../protocol/errors.ts'
import type {
  PlanNode,
  PlanStep,
  ReportEarlier,
  ReportError,
  ReportStep,
} from '../protocol/types.gen.ts'
import { resolveValue } from '../runbook/evaluate.ts'
import { type AnswerData, reportOf } from './answer-data.ts'
import { brokenAnswer } from './broken.ts'
import { executeRequest } from './execute-request.ts'
import type { Attempt, Kept, LmmAnswer, NodeRunInit, Outputs } from './node-run.ts'
import { tryAgain } from './retry.ts'

export interface StepDone {
  readonly step: ReportStep
  readonly hostKeySha256?: string
}

/** The node and step that a try is of. */
interface Place {
  readonly node: PlanNode
  readonly step: PlanStep
}

/** Resolves for every operational ending. `outputs` are what earlier steps gave on the same node. */
export async function runStep(
  init: NodeRunInit,
  place: Place,
  outputs: Outputs,
  signal: AbortSignal,
): Promise<StepDone> {
  const { step } = place
  const base = { id: step.id, action: step.action, attempt: 1, started_at: init.host.now() }
  if (init.plan.dry_run && !step.dry_run_supported)
    return {
      step: {
        ...base,
        status: 'not_run',
        executed: 'no',
        warnings: [`a dry run stops here: ${step.action} does not support one`],
      },
    }
  const parameters = parametersOf(init, place, outputs)
  if (parameters.kind === 'wrong') {
    const error = errorSummary(parameters.problem, step.action)
    return { step: { ...base, status: 'failed', executed: 'no', error } }
  }
  return tries(init, { ...place, base }, parameters.value, signal)
}

function parametersOf(
  init: NodeRunInit,
  { node, step }: Place,
  outputs: Outputs,
):
  | { readonly kind: 'parameters'; readonly value: Record<string, unknown> }
  | { readonly kind: 'wrong'; readonly problem: Fault } {
  const { plan } = init
  const wrong = (kind: 'expression-invalid' | 'param-invalid', message: string) => ({
    kind: 'wrong' as const,
    problem: fault(kind, `step ${step.id}: ${message}`, { phase: 'plan' }),
  })
  const resolved = resolveValue(step.input, {
    inputs: plan.params,
    steps: outputs,
    node: { name: node.name, labels: node.labels, vars: node.vars ?? {} },
    run: { id: init.runId, correlation_id: init.correlationId, dry_run: plan.dry_run },
  })
  if (resolved.kind !== 'value')
    return wrong('expression-invalid', resolved.problems.map(({ message }) => message).join('; '))
  const [issue] = init.inputCheck(step.action)(resolved.value)
  if (issue) return wrong('param-invalid', `${issue.pointer || '/'}: ${issue.message}`)
  return { kind: 'parameters', value: resolved.value as Record<string, unknown> }
}

type Begun = Place & { readonly base: Pick<ReportStep, 'id' | 'action' | 'started_at'> }

/** Tries until one is the last: it succeeded, its failure allows no other, or the run is cancelled. */
async function tries(
  init: NodeRunInit,
  begun: Begun,
  parameters: Record<string, unknown>,
  signal: AbortSignal,
): Promise<StepDone> {
  const { host, log } = init
  const { node, step } = begun
  const began = host.monotonicMs()
  const earlier: ReportEarlier[] = []
  let place: Attempt = { node: node.name, step: step.id, attempt: 1, n: 1 }
  for (;;) {
    const { answer, data, ready } = await tryOnce(init, begun, place, parameters, signal)
    const report: ReportStep = {
      ...begun.base,
      attempt: place.attempt,
      ...(earlier.length === 0 ? {} : { earlier: [...earlier] }),
      ...reportOf(data),
      duration_ms: Math.round(host.monotonicMs() - began),
    }
    const done = (kept: Kept, more: Partial<ReportStep> = {}): StepDone => ({
      step: { ...report, ...kept, ...more },
      ...(data.host_key_sha256 === undefined ? {} : { hostKeySha256: data.host_key_sha256 }),
    })
    const end = async (): Promise<Kept> => {
      const kept = await log.ended(place, report, answer.record, answer.stderr)
      if (kept.record !== undefined) answer.acknowledge?.()
      init.host.fault?.('acknowledged')
      return kept
    }
    const { error } = report
    const again = signal.aborted
      ? undefined
      : tryAgain(
          { step: report, ready, groupGone: groupGone(answer) },
          { step, tries: place.n, random: randomOf(init), again: init.again },
        )
    if (again === undefined || error === undefined) return done(await end())

    // What has run is on disk before anything else; what has not may still turn out to be the last try.
    const before = again.sameAttempt ? undefined : await end()
    await host.sleep(again.waitMs, signal)
    const next: Attempt = {
      ...place,
      n: place.n + 1,
      attempt: place.attempt + (again.sameAttempt ? 0 : 1),
    }
    if (signal.aborted || (before !== undefined && (await log.prepared(next)) !== 'go')) {
      const why = signal.aborted ? 'the run was cancelled' : 'the record cannot be written'
      const warnings = [...(report.warnings ?? []), `not tried again: ${why}`]
      return done(before ?? (await end()), { warnings })
    }
    const kept = before ?? (await log.tried(place, report, answer.record))
    earlier.push(earlierOf(place, error, kept))
    place = next
  }
}

interface OneTry {
  readonly answer: LmmAnswer
  readonly data: AnswerData
  /** The node was ready, and told to go. */
  readonly ready: boolean
}

async function tryOnce(
  init: NodeRunInit,
  { node, step }: Place,
  place: Attempt,
  parameters: Record<string, unknown>,
  signal: AbortSignal,
): Promise<OneTry> {
  const request = executeRequest(init, node, step, place, parameters)
  let ready = false
  const answer = await init
    .ask(request, signal, {
      ready: async (info) => {
        const decision = await init.log.started(place, info)
        ready = decision === 'go'
        return decision
      },
    })
    .catch((caught: unknown) => brokenAnswer(init, request, step, fromUnknown(caught), ready))
  return { answer, data: answer.result.payload.data as unknown as AnswerData, ready }
}

/** Only the node's own termination record proves it. */
function groupGone({ record }: LmmAnswer): boolean | undefined {
  const termination = record.evidence?.termination
  if (termination === undefined) return undefined
  return termination.group_gone && termination.survivors.length === 0
}

/** At least 0 and less than 1. */
function randomOf({ host }: NodeRunInit): number {
  return Number.parseInt(host.hex(4), 16) / 2 ** 32
}

const MESSAGE_AT_MOST = 500

function earlierOf(
  { attempt }: Attempt,
  { kind, message, executed }: ReportError,
  { record }: Kept,
): ReportEarlier {
  return {
    attempt,
    executed,
    kind,
    // A cut may leave half a surrogate pair.
    message: message.slice(0, MESSAGE_AT_MOST).toWellFormed(),
    ...(record === undefined ? {} : { record }),
  }
}
