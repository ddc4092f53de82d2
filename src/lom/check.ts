/** Whether the nodes could start what a plan has: each launch gets as far as READY, and is never told to go. */
import { errorSummary } from '../protocol/eps-message.ts'
import { fromUnknown } from '../protocol/errors.ts'
import { rcsMessage } from '../protocol/rcs.ts'
import type {
  PlanCall,
  PlanNode,
  RcsMessage,
  ReportNode,
  ReportStep,
} from '../protocol/types.gen.ts'
import { type AnswerData, reportOf } from './answer-data.ts'
import { brokenAnswer, lostNode } from './broken.ts'
import { executeRequest } from './execute-request.ts'
import { isUnreachable } from './flow/failure.ts'
import { lockOf } from './flow/lock.ts'
import type { Attempt, LmmAnswer, NodeRunInit } from './node-run.ts'
import { cancelledNode, nodeFlow } from './node-run.ts'
import { checksOf } from './plan-calls.ts'

/**
 * Every node of the plan once, those that are not ready first. A node that is ready was reached, let the login user and
 * root in as the plan needs it, has what the actions require and a state directory, and gave every lock.
 */
export async function checkNodes(
  init: NodeRunInit,
  signal: AbortSignal,
  ended: (node: ReportNode) => void,
): Promise<ReportNode[]> {
  const { plan } = init
  const waiting = [...plan.nodes]
  const results: ReportNode[] = []
  const lane = async (): Promise<void> => {
    for (let node = waiting.shift(); node; node = waiting.shift()) {
      const one = node
      const result = signal.aborted
        ? cancelledNode({ ...plan, steps: [] }, one)
        : await checkNode(init, one, signal).catch((caught) => lostNode(plan, one, caught))
      results.push(result)
      ended(result)
    }
  }
  await Promise.all(Array.from({ length: Math.min(plan.concurrency, waiting.length) }, lane))
  const order = new Map(plan.nodes.map(({ name }, index) => [name, index]))
  const rank = ({ name, good }: ReportNode): number => (order.get(name) ?? 0) + (good ? 1e6 : 0)
  return results.sort((a, b) => rank(a) - rank(b))
}

async function checkNode(
  init: NodeRunInit,
  node: PlanNode,
  signal: AbortSignal,
): Promise<ReportNode> {
  const began = init.host.monotonicMs()
  const flow = nodeFlow(init, node, signal)
  const steps: ReportStep[] = []
  let unreachable = false
  for (const call of checksOf(init.plan)) {
    const place = { node: node.name, step: call.id, phase: 'check', iteration: 1 } as const
    if (unreachable || signal.aborted) {
      steps.push({ ...entry(call), status: 'not_run', executed: 'no' })
      continue
    }
    // What takes a step back has the step's id; each launch has a key of its own.
    const n = flow.nextFile(call.id)
    const attempt: Attempt = { ...place, attempt: n, n }
    const asked = await checkCall(init, node, call, attempt, signal, flow.sawHostKey)
    unreachable = isUnreachable(asked)
    steps.push(asked)
  }
  const all = steps.every(({ status }) => status === 'succeeded')
  const cut = signal.aborted && !steps.some(({ status }) => status === 'failed')
  const outcome = all ? 'ready' : cut ? 'cancelled' : 'failed'
  const error = steps.find((step) => step.error !== undefined)?.error
  const key = flow.hostKey()
  const report: ReportNode = {
    name: node.name,
    outcome,
    good: all,
    transport: node.transport,
    ...(node.address === undefined ? {} : { address: node.address }),
    ...(key === undefined ? {} : { host_key_sha256: key }),
    duration_ms: Math.round(init.host.monotonicMs() - began),
    steps,
    ...(error === undefined ? {} : { error }),
  }
  await init.log.nodeEnded(report)
  return report
}

/** Without parameters and secrets: nothing reads them. */
async function checkCall(
  init: NodeRunInit,
  node: PlanNode,
  { secrets: _, ...call }: PlanCall,
  place: Attempt,
  signal: AbortSignal,
  sawHostKey: (sha256: string) => void,
): Promise<ReportStep> {
  const base = { ...entry(call), attempt: place.attempt, started_at: init.host.now() }
  const lock = lockOf({ init, node }, call)
  if (lock.kind === 'wrong')
    return {
      ...base,
      status: 'failed',
      executed: 'no',
      error: errorSummary(lock.problem, call.action),
    }
  const held = lock.value === undefined ? {} : { lock: lock.value }
  const request = executeRequest(init, node, call, place, { parameters: {}, ...held })
  const began = init.host.monotonicMs()
  let ready = false
  const answer: LmmAnswer = await init
    .ask(request, signal, {
      ready: async ({ hostKeySha256 }) => {
        ready = true
        if (hostKeySha256 !== undefined) sawHostKey(hostKeySha256)
        return 'abort'
      },
    })
    .catch((caught: unknown) => brokenAnswer(init, request, call, fromUnknown(caught), false))
  const took = { duration_ms: Math.round(init.host.monotonicMs() - began) }
  const { record, stderr } = ready ? readyAnswer(init, request, call) : answer
  const data = record.rcs_result.payload.data as unknown as AnswerData
  const report: ReportStep = { ...base, ...reportOf(data), ...took }
  return { ...report, ...(await init.log.ended(place, report, record, stderr)) }
}

/** To be ready and not to be told to go is what was wanted; the LMM calls that a failure. */
function readyAnswer(
  { host, trace, correlationId }: NodeRunInit,
  request: RcsMessage,
  { id, action }: PlanCall,
): Pick<LmmAnswer, 'record' | 'stderr'> {
  const { node, run_key } = request.payload.data
  const result = rcsMessage({
    stamp: { messageId: host.uuid(), createdAt: host.now() },
    trace: { traceId: trace.traceId, spanId: host.hex(8) },
    correlationId,
    parentMessageId: request.message_metadata.message_id,
    eventType: 'ACTION_CHECKED',
    source: 'LMM',
    target: 'LOM',
    tags: [`action:${action}`],
    data: { node, step: id, action, run_key, status: 'succeeded', executed: 'no', warnings: [] },
  })
  return { record: { rcs_request: request, rcs_result: result } }
}

function entry({ id, action }: PlanCall): Pick<ReportStep, 'id' | 'action' | 'phase'> {
  return { id, action, phase: 'check' }
}
