/** The way to a node through jump hosts: known nodes, one transport, no circle. */
import { nearest } from '../protocol/schemas.ts'
import type { InventoryNode } from './inventory.ts'

type Nodes = ReadonlyMap<string, InventoryNode>

/** The nodes before it, the one that is connected to first as the first; empty without a jump. */
export function jumpsTo(node: InventoryNode, nodes: Nodes): readonly InventoryNode[] {
  const way: InventoryNode[] = []
  for (let at = before(node, nodes); at !== undefined; at = before(at, nodes)) {
    if (at === node || way.includes(at)) break
    way.unshift(at)
  }
  return way
}

/** What is wrong with the node's own jump, as a sentence. */
export function jumpProblem(node: InventoryNode, nodes: Nodes): string | undefined {
  const { name, jump, transport } = node
  if (jump === undefined) return undefined
  const next = nodes.get(jump)
  if (next === undefined) {
    const near = nearest(jump, [...nodes.keys()])
    const hint = near === undefined ? '' : `; did you mean ${near}?`
    return `the inventory has no node ${jump}, through which ${name} would be reached${hint}`
  }
  if (next.transport !== transport)
    return `${name} uses ${transport} and would be reached through ${jump}, which uses ${next.transport}; both must use the same one of ssh and openssh`
  const circle = circleOf(node, nodes)
  return circle && `${circle.join(' -> ')}: the jumps go in a circle, so none of these is reached`
}

/**
 * The nodes to which a default jump does not apply: the one it names and those before it, which would
 * otherwise be reached through themselves.
 */
export function onTheWay(
  jump: string | undefined,
  own: (name: string) => string | undefined,
): ReadonlySet<string> {
  const way = new Set<string>()
  for (let at = jump; at !== undefined && !way.has(at); at = own(at)) way.add(at)
  return way
}

function before({ jump }: InventoryNode, nodes: Nodes): InventoryNode | undefined {
  return jump === undefined ? undefined : nodes.get(jump)
}

/** The names from the node back to itself; undefined when its way leads elsewhere. */
function circleOf(node: InventoryNode, nodes: Nodes): readonly string[] | undefined {
  const names = [node.name]
  const seen = new Set<InventoryNode>()
  for (let at = before(node, nodes); at !== undefined && !seen.has(at); at = before(at, nodes)) {
    names.push(at.name)
    if (at === node) return names
    seen.add(at)
  }
  return undefined
}
