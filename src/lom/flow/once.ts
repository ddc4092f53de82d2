/** Steps that run on one node for all: whose turn it is, and what the others get. */
import type { StepValue } from './call.ts'

/** How a step with `once` ended on the node that ran it. */
export interface OnceEnd {
  readonly node: string
  /** As other nodes see it; undefined where they must not go on. */
  readonly value?: StepValue
  /** Why they must not, in words. */
  readonly because?: string
}

/** One for a run. */
export interface Once {
  /**
   * The result that an earlier node of the plan has; undefined when none of them has run the step and never will: it is
   * this node's turn. Also undefined after an abort.
   */
  take(step: string, node: string, signal: AbortSignal): Promise<OnceEnd | undefined>
  give(step: string, end: OnceEnd): void
  /** This node does not run the step, or, without a step, none that it has not run yet. */
  pass(node: string, step?: string): void
}

/**
 * A node waits only for nodes that stand before it in the plan, and those were begun before it: so no two wait for each
 * other, whatever the batches are. The same nodes with the same answers choose the same one, which keeps the key.
 */
export function onceBoard(nodes: readonly string[], steps: readonly string[]): Once {
  const index = new Map(nodes.map((name, i) => [name, i]))
  const boards = new Map(steps.map((step) => [step, new Turns(nodes.length)]))
  const indexOf = (node: string): number => index.get(node) ?? 0
  return {
    take: async (step, node, signal) => {
      const before = boards.get(step)?.before(indexOf(node))
      return before === undefined ? undefined : Promise.race([before, aborted(signal)])
    },
    give: (step, end) => boards.get(step)?.settle(indexOf(end.node), end),
    pass: (node, step) => {
      for (const [id, turns] of boards)
        if (step === undefined || id === step) turns.settle(indexOf(node), undefined)
    },
  }
}

/** The same, with what is known from an earlier run: only the node that has it may come to the step once more. */
export function withEnds(once: Once, ends: ReadonlyMap<string, OnceEnd>): Once {
  return {
    ...once,
    take: async (step, node, signal) => {
      const end = ends.get(step)
      if (end === undefined) return once.take(step, node, signal)
      return end.node === node ? undefined : end
    },
  }
}

/** The nodes in order, each with its word: what it has, or that it has nothing. */
class Turns {
  readonly #said: PromiseWithResolvers<OnceEnd | undefined>[]
  readonly #known: Promise<OnceEnd | undefined>[] = []

  constructor(nodes: number) {
    this.#said = Array.from({ length: nodes }, () => Promise.withResolvers())
  }

  /** What the nodes before this one have, the first that has something. */
  before(index: number): Promise<OnceEnd | undefined> {
    for (let at = this.#known.length; at < index; at++) {
      const earlier = this.#known[at - 1] ?? Promise.resolve(undefined)
      const own = this.#said[at]?.promise
      this.#known.push(earlier.then((found) => found ?? own))
    }
    return this.#known[index - 1] ?? Promise.resolve(undefined)
  }

  /** A second word changes nothing. */
  settle(index: number, end: OnceEnd | undefined): void {
    this.#said[index]?.resolve(end)
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  if (signal.aborted) return Promise.resolve(undefined)
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(undefined), { once: true }),
  )
}
