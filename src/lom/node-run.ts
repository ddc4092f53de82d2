/** The run of one node as a story: verify, act, verify again, undo what did not help, collect evidence. */
import type { Host } from '../host.ts'
import type { Trace } from '../protocol/envelope.ts'
import type { Fault } from '../protocol/errors.ts'
import type { ValueCheck } from '../protocol/schemas.ts'
import type {
  Plan,
  PlanNode,
  PlanStep,
  RcsMessage,
  ReportNode,
  ReportStep,
  StepRecord,
} from '../protocol/types.gen.ts'
import { type NodeFlow, notRun } from './flow/call.ts'
import { runChecks } from './flow/checks.ts'
import { runEvidence } from './flow/evidence.ts'
import { type Once, onceBoard } from './flow/once.ts'
import { runSteps } from './flow/steps.ts'
import { runUndo, wantsUndo } from './flow/undo.ts'
import { decidingError, nodeOutcome } from './outcome.ts'
import type { FlowPhase } from './plan-calls.ts'
import type { Resumed } from './resumed.ts'

/** One try of a step on a node. */
export interface Attempt {
  readonly node: string
  readonly step: string
  readonly phase: FlowPhase
  /** One-based place in the list of a step with for-each; else 1. */
  readonly iteration: number
  /** One-based; part of the launch's key. */
  readonly attempt: number
  /** Counts the files of the step, from one, over all of its phases, iterations, attempts and tries. */
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
  /** What an earlier run of the same request has done, where this one goes on with it. */
  readonly resumed?: Resumed
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

/** What the run of a node begins with. */
export interface NodeStart {
  /** Its preflight, which is over. */
  readonly preflight?: readonly ReportStep[]
  readonly hostKeySha256?: string
  /** Shared by all nodes of the run. */
  readonly once?: Once
}

/** Carries the plan out on one node, whose preflight has passed. Resolves for every operational ending. */
export async function runNode(
  init: NodeRunInit,
  node: PlanNode,
  signal: AbortSignal,
  start: NodeStart = {},
): Promise<ReportNode> {
  const began = init.host.monotonicMs()
  const flow = nodeFlow(init, node, signal, start)
  const once = start.once ?? onceOf(init.plan, [node])
  // Others may be waiting for what this node has not run, and need not wait for its evidence.
  const acted = await act(flow, once).finally(() => once.pass(node.name))
  return nodeEnd(flow, [...(start.preflight ?? []), ...acted], began)
}

/** Verify, steps, verify, undo: what the node's run came to, in order. */
async function act(flow: NodeFlow, once: Once): Promise<ReportStep[]> {
  const { plan } = flow.init
  const before = await runChecks(flow, 'before')
  const needed = plan.verify === undefined || before.verdict === 'not-passed'
  if (!needed) return [...before.entries, ...plan.steps.map((step) => notRun(step, 'do'))]
  const steps = await runSteps(flow, once)
  const proves = steps.whole && !plan.dry_run
  const after = proves ? await runChecks(flow, 'after') : NOT_ASKED
  const undone = wantsUndo(plan, steps, after) ? await runUndo(flow, steps) : []
  return [...before.entries, ...steps.entries, ...after.entries, ...undone]
}

const NOT_ASKED = { entries: [], verdict: 'stopped' } as const

export type Flow = NodeFlow & { readonly hostKey: () => string | undefined }

export function nodeFlow(
  init: NodeRunInit,
  node: PlanNode,
  signal: AbortSignal,
  { hostKeySha256 }: NodeStart = {},
): Flow {
  const files = new Map<string, number>()
  let hostKey = hostKeySha256
  return {
    init,
    node,
    signal,
    nextFile: (step) => {
      const n = (files.get(step) ?? 0) + 1
      files.set(step, n)
      return n
    },
    sawHostKey: (sha256) => {
      hostKey ??= sha256
    },
    hostKey: () => hostKey,
  }
}

export function onceOf({ steps }: Plan, nodes: readonly PlanNode[]): Once {
  return onceBoard(
    nodes.map(({ name }) => name),
    steps.filter(({ once }) => once).map(({ id }) => id),
  )
}

/** Evidence, the outcome, and the node's last event. */
export async function nodeEnd(
  flow: Flow,
  entries: readonly ReportStep[],
  beganMs: number,
): Promise<ReportNode> {
  const { init, node, signal, hostKey } = flow
  // What evidence was cut short by is no judgement on what was done before.
  const cancelled = signal.aborted
  const steps = [...entries, ...(await runEvidence(flow, entries))]
  const outcome = nodeOutcome(init.plan, steps, { cancelled })
  const error = decidingError(outcome.outcome, steps)
  const key = hostKey()
  const report: ReportNode = {
    name: node.name,
    ...outcome,
    transport: node.transport,
    ...(node.address === undefined ? {} : { address: node.address }),
    ...(key === undefined ? {} : { host_key_sha256: key }),
    duration_ms: Math.round(init.host.monotonicMs() - beganMs),
    steps,
    ...(error === undefined ? {} : { error }),
  }
  await init.log.nodeEnded(report)
  return report
}

/** A node whose steps were not begun, because the run was cancelled before its turn. */
export function cancelledNode(
  plan: Plan,
  { name, transport }: PlanNode,
  { preflight = [] }: NodeStart = {},
): ReportNode {
  const steps = [...preflight, ...plan.steps.map((step) => notRun(step, 'do'))]
  return { name, outcome: 'cancelled', good: false, transport, steps }
}

/** A node whose steps were not begun, because the run stopped before its turn; the record has it too. */
export async function untouchedNode(
  { plan, log }: NodeRunInit,
  { name, transport }: PlanNode,
  { preflight = [] }: NodeStart = {},
): Promise<ReportNode> {
  const steps = [...preflight, ...plan.steps.map((step) => notRun(step, 'do'))]
  const report = { name, outcome: 'untouched' as const, good: false, transport, steps }
  await log.nodeEnded(report)
  return report
}
