/** What an earlier run of the same request has done, so that a run that goes on with it does nothing twice. Pure. */
import { type Fault, fault } from '../protocol/errors.ts'
import type { Plan, ReportNode, ReportStep } from '../protocol/types.gen.ts'
import { phaseOf } from './flow/call.ts'
import type { OnceEnd } from './flow/once.ts'
import type { Attempt } from './node-run.ts'

export interface Resumed {
  /** The earlier run. */
  readonly runId: string
  /** Places that were done, as `placeOf` writes them. */
  readonly done: ReadonlySet<string>
  /** By step, of steps that one node runs for all: how they ended. */
  readonly onceEnds: ReadonlyMap<string, OnceEnd>
}

export type Only = 'failed' | 'unknown' | 'cancelled' | 'untouched'
export const ONLY = ['failed', 'unknown', 'cancelled', 'untouched'] as const satisfies Only[]

export interface Selection {
  /** Names of the nodes that are run on. */
  readonly nodes: ReadonlySet<string>
  /** The others, as they are, without the files that only the earlier record has. */
  readonly kept: readonly ReportNode[]
  /** Nodes that were asked for and cannot be run on, and why. */
  readonly left: readonly string[]
}

/** `before` is what the earlier run knew; `now` what is known after its open launches were asked for. */
export function selectResumed(
  runId: string,
  before: readonly ReportNode[],
  now: readonly ReportNode[],
  only: readonly Only[],
): Selection {
  const nodes = new Set<string>()
  const left: string[] = []
  for (const node of now) {
    const was = before.find(({ name }) => name === node.name) ?? node
    if (node.good || ![was, node].some((one) => only.some((kind) => kind === kindOf(one)))) continue
    const why = whyNot(node)
    if (why === undefined) nodes.add(node.name)
    else left.push(`${node.name} ${why}`)
  }
  const kept = now
    .filter(({ name }) => !nodes.has(name))
    .map((node) => ({
      ...node,
      result_of: node.result_of ?? runId,
      steps: node.steps.map(({ record: _, stderr: __, ...step }) => ({
        ...step,
        ...(step.earlier === undefined
          ? {}
          : { earlier: step.earlier.map(({ record: ___, ...one }) => one) }),
      })),
    }))
  return { nodes, kept, left }
}

function kindOf({ outcome, good }: ReportNode): Only | undefined {
  if (good) return undefined
  return ONLY.find((one) => one === outcome) ?? 'failed'
}

function whyNot({ outcome, steps }: ReportNode): string | undefined {
  if (outcome === 'unknown') return 'is still unknown: look at it first'
  const undone = steps.some((step) => phaseOf(step) === 'undo' && step.status !== 'not_run')
  return undone ? 'was rolled back: what its steps did is not there any more' : undefined
}

/** What nodes `selected` have done, and what one node did for all. */
export function resumedFrom(
  runId: string,
  plan: Plan,
  nodes: readonly ReportNode[],
  selected: ReadonlySet<string>,
): Resumed {
  const done = new Set(
    nodes.flatMap(({ name, steps }) =>
      steps
        .filter((step) => phaseOf(step) === 'do' && step.status === 'succeeded')
        .map((step) => placeOf(name, step.id, step.iteration)),
    ),
  )
  const onceEnds = new Map<string, OnceEnd>()
  for (const { id, once } of plan.steps)
    for (const { name, steps } of once ? nodes : []) {
      const own = steps.filter((step) => step.id === id && phaseOf(step) === 'do')
      const end = own.some(({ executed }) => executed !== 'no') ? endOf(name, own) : undefined
      // One that failed on a node that is run on is tried anew by whoever comes first.
      if (end !== undefined && (end.value !== undefined || !selected.has(name)))
        onceEnds.set(id, end)
    }
  return { runId, done, onceEnds }
}

/** What a step with a list gave has no single output, as in the run itself. */
function endOf(node: string, own: readonly ReportStep[]): OnceEnd {
  const bad = own.find(({ status }) => status !== 'succeeded')
  if (bad !== undefined) return { node, because: `${bad.id} ended as ${bad.status}` }
  const [only] = own
  const single = own.length === 1 && only?.iteration === undefined ? only?.output : undefined
  return { node, value: { status: 'succeeded', ...(single ? { output: single } : {}) } }
}

/**
 * Why the step must not be started, where the earlier run has done it: the node answers what was done from its own entry,
 * and one that gets ready for it has lost that.
 */
export function doneBefore(
  resumed: Resumed | undefined,
  { node, step, phase, iteration }: Attempt,
): Fault | undefined {
  if (phase !== 'do' || !resumed?.done.has(placeOf(node, step, iteration))) return undefined
  const message = `step ${step} was done on ${node} by the run ${resumed.runId}, and the node does not know that any more: to start it here would do it twice`
  return fault('resume-refused', message, { phase: 'launch' })
}

function placeOf(node: string, step: string, iteration = 1): string {
  return `${node}/${step}/${iteration}`
}
