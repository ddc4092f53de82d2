/** One node's steps in order: how one ends decides whether the next one starts. */
import type { Host } from '../host.ts'
import type { Trace } from '../protocol/envelope.ts'
import type { Fault } from '../protocol/errors.ts'
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
import { nodeOutcome } from './outcome.ts'
import { refusedStep } from './step-gate.ts'
import { runStep } from './step-run.ts'

/** One try of a step on a node. */
export interface Attempt {
  readonly node: string
  readonly step: string
  /** One-based; part of the launch's key. */
  readonly attempt: number
  /** Counts the tries of the step, from one: an attempt of which nothing came on the node is tried again. */
  readonly n: number
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

/** Where a try's messages lie in the record. */
export interface Kept {
  readonly record?: string
  readonly stderr?: string
}

/** The runner's record. `prepared` and `started` resolve when they are on disk: without them nothing is started. */
export interface RunLog {
  /** Of every attempt but the first one, which is prepared before the run begins. */
  prepared(attempt: Attempt): Promise<'go' | 'abort'>
  /** Nothing came of this try on the node, and the same attempt follows. */
  tried(attempt: Attempt, step: ReportStep, record: StepRecord): Promise<Kept>
  started(attempt: Attempt, info: ReadyInfo): Promise<'go' | 'abort'>
  /** Keeps what came back; where the disk refuses it, it is shown elsewhere, never lost. Gives the files' names. */
  ended(
    attempt: Attempt,
    step: ReportStep,
    record: StepRecord,
    stderr: string | undefined,
  ): Promise<Kept>
  nodeEnded(node: ReportNode): Promise<void>
}

export interface NodeRunInit {
  readonly host: Host
  readonly plan: Plan
  readonly planHash: string
  readonly runId: string
  readonly correlationId: string
  /** A person asked for the same request once more: what failed before is tried anew. */
  readonly again: boolean
  /** From the journal's plan event; see launch-key.ts. */
  readonly launchSeed: string
  readonly trace: Trace
  readonly actor: string
  readonly ask: AskLmm
  readonly log: RunLog
  /** The action's own check of its input, by name. */
  readonly inputCheck: (action: string) => ValueCheck
  /** Why the policy lets this step not start now; asked before each step, but for undo and evidence of what has begun. */
  readonly mayStart?: (node: PlanNode, step: PlanStep) => Promise<Fault | undefined>
  /** Why the policy allows the rest of the run no more; asked before each batch but the first. */
  readonly policyAgain?: () => Promise<Fault | undefined>
}

/** What earlier steps gave on the same node, by step id. */
export type Outputs = Record<
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
    const refusal = await init.mayStart?.(node, step)
    if (refusal) {
      steps.push(refusedStep(step, refusal))
      going = false
      continue
    }
    const done = await runStep(init, { node, step }, outputs, signal)
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
export function cancelledNode(plan: Plan, { name, transport }: PlanNode): ReportNode {
  return { name, outcome: 'cancelled', good: false, transport, steps: plan.steps.map(notRun) }
}

/** A node that was not begun, because the run stopped before its turn; the record has it too. */
export async function untouchedNode(
  { plan, log }: NodeRunInit,
  { name, transport }: PlanNode,
): Promise<ReportNode> {
  const steps = plan.steps.map(notRun)
  const report = { name, outcome: 'untouched' as const, good: false, transport, steps }
  await log.nodeEnded(report)
  return report
}

function notRun(step: PlanStep): ReportStep {
  return { id: step.id, action: step.action, status: 'not_run', executed: 'no' }
}

function firstError(steps: readonly ReportStep[]): { error?: ReportError } {
  const error = steps.find((step) => step.error !== undefined)?.error
  return error === undefined ? {} : { error }
}
