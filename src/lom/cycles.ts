/** Circles in a graph of names. */

type Edges = ReadonlyMap<string, readonly string[]>

/** For each name on a circle the shortest one through it, which begins and ends with that name. */
export function cyclesThrough(edges: Edges): ReadonlyMap<string, readonly string[]> {
  const left = new Map(edges)
  // What has nothing left to wait for is on no circle; as a rule nothing remains.
  for (let shrank = true; shrank; ) {
    shrank = false
    for (const [name, next] of left)
      if (!next.some((one) => left.has(one))) shrank = left.delete(name) || shrank
  }
  const cycles = new Map<string, readonly string[]>()
  for (const name of left.keys()) {
    const path = pathBack(name, left)
    if (path) cycles.set(name, path)
  }
  return cycles
}

function pathBack(start: string, edges: Edges): readonly string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const at of queue) {
    for (const next of edges.get(at) ?? []) {
      if (next === start) {
        const path = [start]
        for (let step = at; step !== start; step = cameFrom.get(step) ?? start) path.unshift(step)
        return [start, ...path]
      }
      if (cameFrom.has(next) || !edges.has(next)) continue
      cameFrom.set(next, at)
      queue.push(next)
    }
  }
  return undefined
}
