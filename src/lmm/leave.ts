/** Lets go of a node when its part of a run is over, unless others are reached through it. */
import type { Node } from '../transport/transport.ts'
import type { Transports } from './select.ts'

/** To be called with the name of a node of which nothing more is asked. Kept connections cost memory, on both sides. */
export function leaver(
  nodes: ReadonlyMap<string, Node>,
  transports: Transports,
): (name: string) => void {
  const onTheWay = new Set<string>()
  for (const node of nodes.values())
    for (let jump = node.jump; jump !== undefined; jump = jump.jump) onTheWay.add(jump.name)
  return (name) => {
    const node = nodes.get(name)
    if (node !== undefined && !onTheWay.has(name)) transports[node.transport]?.leave(node)
  }
}
