/** Spreads a plan over its nodes: a bounded number at once, each on its own, every one with a result. */
import type { ReportNode } from '../protocol/types.gen.ts'
import { lostNode } from './broken.ts'
import { cancelledNode, type NodeRunInit, runNode } from './node-run.ts'

/** Runs the plan on all of its nodes; the result has each of them once, those that are not good first. */
export async function rollout(
  init: NodeRunInit,
  signal: AbortSignal,
  ended: (node: ReportNode) => void,
): Promise<ReportNode[]> {
  const { plan } = init
  const results: ReportNode[] = []
  const waiting = [...plan.nodes]
  const lane = async (): Promise<void> => {
    for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
      const result = signal.aborted
        ? cancelledNode(plan, node)
        : await runNode(init, node, signal).catch((caught) => lostNode(plan, node, caught))
      results.push(result)
      ended(result)
    }
  }
  await Promise.all(Array.from({ length: Math.min(plan.concurrency, plan.nodes.length) }, lane))
  return results.sort((a, b) => Number(a.good) - Number(b.good) || compare(a.name, b.name))
}

/** By code unit, so that the order is the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
