/** Chooses the transport for a node; nobody else does. */
import type { Node, Transport } from '../transport/transport.ts'

/** The transports of this process, by name. What is not there cannot be used. */
export type Transports = Partial<Record<Node['transport'], Transport>>

/** The node's transport, or a sentence that says why there is none. */
export function selectTransport(node: Node, transports: Transports): Transport | string {
  const transport = transports[node.transport]
  if (transport) return transport
  const offered = Object.keys(transports).join(', ')
  return `${node.name} is reached by ${node.transport}, which this version of RUNE does not offer (it has: ${offered})`
}
