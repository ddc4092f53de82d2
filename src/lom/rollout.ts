/** Spreads a plan over its nodes: batch after batch, a bounded number at once, every node with exactly one result. */
import { type Fault, fault } from '../protocol/errors.ts'
import type { Plan, PlanNode, ReportNode } from '../protocol/types.gen.ts'
import { lostNode } from './broken.ts'
import { withEnds } from './flow/once.ts'
import { preflightAll } from './flow/preflight.ts'
import {
  cancelledNode,
  type NodeRunInit,
  type NodeStart,
  onceOf,
  runNode,
  untouchedNode,
} from './node-run.ts'

export interface Rollout {
  /** Every node of the plan once, those that are not good first. */
  readonly nodes: ReportNode[]
  /** Why nodes were left untouched, where some were. */
  readonly stopped?: Fault
}

/**
 * Runs the plan on its nodes, which are begun in the plan's order, once all of them have passed the preflight. After a stop or a cancel no further node is begun, and
 * those that run come to their end. `ended` is called for each node but the untouched ones.
 */
export async function rollout(
  init: NodeRunInit,
  signal: AbortSignal,
  ended: (node: ReportNode) => void,
): Promise<Rollout> {
  const { plan } = init
  const results: ReportNode[] = []
  let stop: string | undefined
  let refusal: Fault | undefined
  const keep = (result: ReportNode): void => {
    results.push(result)
    ended(result)
  }
  const asked = await preflightAll(init, signal)
  for (const one of asked.values()) if (one.kind === 'ended') keep(one.report)
  if (results.length > 0 && !signal.aborted) stop = preflightReason(results)
  const startOf = ({ name }: PlanNode): NodeStart => {
    const one = asked.get(name)
    return one?.kind === 'passed' ? one.start : {}
  }
  const once = withEnds(onceOf(plan, plan.nodes), init.resumed?.onceEnds ?? new Map())
  const lane = async (batch: PlanNode[], first: boolean): Promise<void> => {
    while (stop === undefined && !signal.aborted) {
      const node = batch.shift()
      if (node === undefined) return
      const result = await runNode(init, node, signal, { ...startOf(node), once }).catch((caught) =>
        lostNode(plan, node, caught),
      )
      keep(result)
      // What a cancel does to nodes is no judgement on them.
      if (!signal.aborted) stop ??= reasonToStop(plan, results, first ? result : undefined)
    }
  }

  let begun = 0
  // The last size takes what the others leave, which is nothing where the batches are those of the nodes.
  for (const [index, size] of [...(plan.batches ?? []), plan.nodes.length].entries()) {
    if (stop !== undefined || signal.aborted) break
    if (begun > 0 && begun < plan.nodes.length) refusal = await init.policyAgain?.()
    if (refusal) {
      stop = refusal.message
      break
    }
    const batch = plan.nodes.slice(begun, begun + size)
    begun += size
    const canary = plan.batches !== undefined && index === 0
    const lanes = Math.min(plan.concurrency, batch.length)
    await Promise.all(Array.from({ length: lanes }, () => lane(batch, canary)))
  }

  const known = new Set(results.map(({ name }) => name))
  const rest = plan.nodes.filter(({ name }) => !known.has(name))
  if (stop === undefined) for (const node of rest) keep(cancelledNode(plan, node, startOf(node)))
  else
    results.push(
      ...(await Promise.all(rest.map((node) => untouchedNode(init, node, startOf(node))))),
    )
  return {
    nodes: results.sort((a, b) => Number(a.good) - Number(b.good) || compare(a.name, b.name)),
    ...(stop === undefined || rest.length === 0 ? {} : { stopped: stopFault(stop, rest, refusal) }),
  }
}

/** In words, why nothing is begun anywhere. */
function preflightReason(results: readonly ReportNode[]): string {
  const [first] = results
  const more = results.length - 1
  const others = more === 0 ? '' : ` and ${more} more`
  return `${first?.name}${others} did not pass the preflight, and all nodes have to before anything is changed`
}

/** In words, why no further node is to be begun; undefined to go on. `canary` is a node of the first batch. */
function reasonToStop(
  plan: Plan,
  results: readonly ReportNode[],
  canary: ReportNode | undefined,
): string | undefined {
  if (canary?.good === false)
    return `${canary.name} of the first batch ended as ${canary.outcome}, and the first batch has to be good`
  const bad = results.filter(({ good }) => !good).length
  const { max_failures: allowed } = plan
  if (allowed === undefined || bad <= allowed) return undefined
  return `${bad} of ${plan.nodes.length} nodes are not good, and max-failures allows ${allowed}`
}

const SHOWN = 20

/** A refusal of the policy keeps its kind, and names what it kept from being touched. */
function stopFault(reason: string, rest: readonly PlanNode[], refusal: Fault | undefined): Fault {
  const nodes = rest.length === 1 ? '1 node was' : `${rest.length} nodes were`
  if (refusal === undefined)
    return fault('rollout-stopped', `${reason}: ${nodes} left untouched`, { phase: 'run' })
  const names = rest.slice(0, SHOWN).map(({ name }) => name)
  const more = rest.length > SHOWN ? ` and ${rest.length - SHOWN} more` : ''
  return { ...refusal, message: `${reason}: ${nodes} left untouched (${names.join(', ')}${more})` }
}

/** By code unit, so that the order is the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
