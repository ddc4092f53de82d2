/** What `rollout` of a runbook means for a number of nodes: shares become counts, and one list becomes batches. */

/** Sizes of the batches in order; together they are all nodes. The last entry repeats, and no batch is empty. */
export function batchSizes(entries: readonly (number | string)[], nodes: number): number[] {
  const sizes: number[] = []
  for (let left = nodes; left > 0; left -= sizes.at(-1) ?? left) {
    const entry = entries[Math.min(sizes.length, entries.length - 1)] ?? nodes
    sizes.push(Math.min(left, Math.max(1, Math.ceil(countOf(entry, nodes)))))
  }
  return sizes
}

/** How many nodes may end badly. A share is rounded down, so that it never allows more than it says. */
export function allowedFailures(entry: number | string, nodes: number): number {
  return Math.floor(countOf(entry, nodes))
}

/** `10%` of the nodes, or the number as it is. Multiplied first: 0.07 * 100 is more than 7. */
function countOf(entry: number | string, nodes: number): number {
  return typeof entry === 'number' ? entry : (Number.parseInt(entry, 10) * nodes) / 100
}
