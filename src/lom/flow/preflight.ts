/** What has to hold on every node before anything is changed on any: all are asked, and all have to pass. */
import type { PlanNode, ReportNode } from '../../protocol/types.gen.ts'
import { lostNode } from '../broken.ts'
import { type NodeRunInit, type NodeStart, nodeEnd, nodeFlow } from '../node-run.ts'
import { notRun } from './call.ts'
import { runChecks } from './checks.ts'

export type Preflighted =
  | { readonly kind: 'passed'; readonly start: NodeStart }
  /** It did not pass; nothing further is done on the node but to collect evidence. */
  | { readonly kind: 'ended'; readonly report: ReportNode }

/** By node, of those that were asked: a cancel leaves the others out. One that does not pass keeps no other from being asked. */
export async function preflightAll(
  init: NodeRunInit,
  signal: AbortSignal,
): Promise<Map<string, Preflighted>> {
  const { plan } = init
  const asked = new Map<string, Preflighted>()
  if (plan.preflight === undefined) return asked
  const waiting = [...plan.nodes]
  const lane = async (): Promise<void> => {
    while (!signal.aborted) {
      const node = waiting.shift()
      if (node === undefined) return
      asked.set(node.name, await preflight(init, node, signal))
    }
  }
  const lanes = Math.min(plan.concurrency, waiting.length)
  await Promise.all(Array.from({ length: lanes }, lane))
  return asked
}

async function preflight(
  init: NodeRunInit,
  node: PlanNode,
  signal: AbortSignal,
): Promise<Preflighted> {
  try {
    const began = init.host.monotonicMs()
    const flow = nodeFlow(init, node, signal)
    const { entries, verdict } = await runChecks(flow, 'preflight')
    const key = flow.hostKey()
    if (verdict === 'passed')
      return {
        kind: 'passed',
        start: { preflight: entries, ...(key === undefined ? {} : { hostKeySha256: key }) },
      }
    const steps = [...entries, ...init.plan.steps.map((step) => notRun(step, 'do'))]
    return { kind: 'ended', report: await nodeEnd(flow, steps, began) }
  } catch (caught) {
    return { kind: 'ended', report: lostNode(init.plan, node, caught) }
  }
}
