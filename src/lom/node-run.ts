/** One node's steps in order: each is asked of the LMM by RCS, and what it answers decides whether the next one starts. */
import type { Host } from '../host.ts'
import type { Trace } from '../protocol/envelope.ts'
import { errorSummary } from '../protocol/eps-message.ts'
import { type Fault, fault, fromUnknown } from '../protocol/errors.ts'
import type { ValueCheck } from '../protocol/schemas.ts'
import type {
  Plan,
  PlanNode,
  PlanStep,
  RcsMessage,
  ReportError,
  ReportNode,
  ReportStep,
  StepRecord,
} from '../protocol/types.gen.ts'
import { resolveValue } from '../runbook/evaluate.ts'
import { brokenAnswer } from './broken.ts'
import { executeRequest } from './execute-request.ts'
import { nodeOutcome } from './outcome.ts'

/** One attempt of a step on a node; attempts count from one. */
export interface Attempt {
  readonly node: string
  readonly step: string
  readonly attempt: number
}

/** What the node said when it was ready to start. */
export interface ReadyInfo {
  readonly bootId: string
  readonly hostKeySha256?: string
}

/** The LMM as the LOM sees it: RCS in, RCS and the messages of the attempt out. */
export type AskLmm = (
  request: RcsMessage,
  signal: AbortSignal,
  journal: { ready(info: ReadyInfo): Promise<'go' | 'abort'> },
) => Promise<LmmAnswer>

export interface LmmAnswer {
  readonly result: RcsMessage
  readonly record: StepRecord
  readonly stderr?: string
  /** Tells the node that the result is on disk here. */
  readonly acknowledge?: () => void
}

/** The runner's record. `started` resolves when it is on disk: without it nothing is started. */
export interface RunLog {
  started(attempt: Attempt, info: ReadyInfo): Promise<'go' | 'abort'>
  /** Keeps what came back; where the disk refuses it, it is shown elsewhere, never lost. Gives the files' names. */
  ended(
    attempt: Attempt,
    step: ReportStep,
    record: StepRecord,
    stderr: string | undefined,
  ): Promise<{ readonly record?: string; readonly stderr?: string }>
  nodeEnded(node: ReportNode): Promise<void>
}

export interface NodeRunInit {
  readonly host: Host
  readonly plan: Plan
  readonly planHash: string
  readonly runId: string
  readonly correlationId: string
  /** From the journal's plan event; see launch-key.ts. */
  readonly launchSeed: string
  readonly trace: Trace
  readonly actor: string
  readonly ask: AskLmm
  readonly log: RunLog
  /** The action's own check of its input, by name. */
  readonly inputCheck: (action: string) => ValueCheck
}

/** What earlier steps gave on the same node, by step id. */
type Outputs = Record<
  string,
  { readonly status: string; readonly output: Readonly<Record<string, unknown>> }
>

/** Runs the plan's steps on one node. Resolves for every operational ending. */
export async function runNode(
  init: NodeRunInit,
  node: PlanNode,
  signal: AbortSignal,
): Promise<ReportNode> {
  const { plan, host } = init
  const began = host.monotonicMs()
  const steps: ReportStep[] = []
  const outputs: Outputs = {}
  let hostKey: string | undefined
  let going = true
  for (const step of plan.steps) {
    if (!going || signal.aborted) {
      steps.push(notRun(step))
      continue
    }
    const done = await runStep(init, node, step, outputs, signal)
    steps.push(done.step)
    hostKey ??= done.hostKeySha256
    going = done.step.status === 'succeeded'
    if (going) outputs[step.id] = { status: done.step.status, output: done.step.output ?? {} }
  }
  const outcome = nodeOutcome(steps, { cancelled: signal.aborted, dryRun: plan.dry_run })
  const report: ReportNode = {
    name: node.name,
    ...outcome,
    transport: node.transport,
    ...(node.address === undefined ? {} : { address: node.address }),
    ...(hostKey === undefined ? {} : { host_key_sha256: hostKey }),
    duration_ms: Math.round(host.monotonicMs() - began),
    steps,
    ...firstError(steps),
  }
  await init.log.nodeEnded(report)
  return report
}

/** A node that was not begun, because the run was cancelled before its turn. */
export function cancelledNode(plan: Plan, node: PlanNode): ReportNode {
  const { name, transport } = node
  return { name, outcome: 'cancelled', good: false, transport, steps: plan.steps.map(notRun) }
}

async function runStep(
  init: NodeRunInit,
  node: PlanNode,
  step: PlanStep,
  outputs: Outputs,
  signal: AbortSignal,
): Promise<{ step: ReportStep; hostKeySha256?: string }> {
  const { host, plan } = init
  const startedAt = host.now()
  const began = host.monotonicMs()
  const attempt: Attempt = { node: node.name, step: step.id, attempt: 1 }
  const base = { id: step.id, action: step.action, attempt: 1, started_at: startedAt }
  const refusedHere = (problem: Fault): { step: ReportStep } => ({
    step: { ...base, status: 'failed', executed: 'no', error: errorSummary(problem, step.action) },
  })

  if (plan.dry_run && !step.dry_run_supported)
    return {
      step: {
        ...base,
        status: 'not_run',
        executed: 'no',
        warnings: [`a dry run stops here: ${step.action} does not support one`],
      },
    }
  const resolved = resolveValue(step.input, {
    inputs: plan.params,
    steps: outputs,
    node: { name: node.name, labels: node.labels },
    run: { id: init.runId, correlation_id: init.correlationId, dry_run: plan.dry_run },
  })
  if (resolved.kind !== 'value')
    return refusedHere(
      fault(
        'expression-invalid',
        `step ${step.id}: ${resolved.problems.map(({ message }) => message).join('; ')}`,
        { phase: 'plan' },
      ),
    )
  const [issue] = init.inputCheck(step.action)(resolved.value)
  if (issue)
    return refusedHere(
      fault('param-invalid', `step ${step.id}: ${issue.pointer || '/'}: ${issue.message}`, {
        phase: 'plan',
      }),
    )

  const request = executeRequest(
    init,
    node,
    step,
    attempt,
    resolved.value as Record<string, unknown>,
  )
  let told = false
  const answer = await init
    .ask(request, signal, {
      ready: async (info) => {
        const decision = await init.log.started(attempt, info)
        told = decision === 'go'
        return decision
      },
    })
    .catch((caught: unknown) => brokenAnswer(init, request, step, fromUnknown(caught), told))
  const data = answer.result.payload.data as unknown as AnswerData
  const report: ReportStep = {
    ...base,
    status: data.status,
    executed: data.executed,
    duration_ms: Math.round(host.monotonicMs() - began),
    ...(data.output_data === undefined ? {} : { output: data.output_data }),
    ...(data.error === undefined ? {} : { error: data.error }),
    ...(data.warnings.length === 0 ? {} : { warnings: data.warnings }),
    ...(data.replay_of === undefined ? {} : { replay_of: data.replay_of }),
  }
  const files = await init.log.ended(attempt, report, answer.record, answer.stderr)
  if (files.record !== undefined) answer.acknowledge?.()
  return {
    step: { ...report, ...files },
    ...(data.host_key_sha256 === undefined ? {} : { hostKeySha256: data.host_key_sha256 }),
  }
}

/** `data` of the LMM's answer. */
interface AnswerData {
  readonly status: 'succeeded' | 'failed' | 'unknown' | 'cancelled'
  readonly executed: ReportStep['executed']
  readonly output_data?: Record<string, unknown>
  readonly error?: ReportError
  readonly warnings: string[]
  readonly host_key_sha256?: string
  readonly replay_of?: string
}

function notRun(step: PlanStep): ReportStep {
  return { id: step.id, action: step.action, status: 'not_run', executed: 'no' }
}

function firstError(steps: readonly ReportStep[]): { error?: ReportError } {
  const error = steps.find((step) => step.error !== undefined)?.error
  return error === undefined ? {} : { error }
}
