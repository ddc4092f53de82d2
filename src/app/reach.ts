/** The plan's nodes with what a transport needs to reach them: pinned keys from the inventory, private keys from files. */
import type { Project } from '../lom/project.ts'
import type { Fault } from '../protocol/errors.ts'
import type { Plan } from '../protocol/types.gen.ts'
import type { Node } from '../transport/transport.ts'
import { readKey } from './credentials.ts'

/**
 * Nodes by name. `key` is the text of a private key for every ssh node. A node without a usable key stays in: it fails
 * by itself, with its own error, and stops no other.
 */
export async function reachableNodes(
  plan: Plan,
  project: Project,
  { key, root }: { readonly key?: string; readonly root: string },
): Promise<Map<string, Node>> {
  const files = new Map<string, Promise<string | Fault>>()
  const keyOf = async (file: string | undefined): Promise<Partial<Node>> => {
    if (key !== undefined) return { privateKey: key }
    if (file === undefined) return {}
    const reading = files.get(file) ?? readKey(file, root)
    files.set(file, reading)
    const read = await reading
    return typeof read === 'string' ? { privateKey: read } : { privateKeyMissing: read.message }
  }
  const nodes = new Map<string, Node>()
  for (const { name } of plan.nodes) {
    const found = project.inventory.nodes.get(name)
    if (found === undefined) throw new Error(`the plan has a node that is not there: ${name}`)
    const { transport, address, port, user, hostKey, identityFile } = found
    nodes.set(name, {
      name,
      transport,
      ...(address === undefined ? {} : { address }),
      ...(port === undefined ? {} : { port }),
      ...(user === undefined ? {} : { user }),
      ...(hostKey === undefined ? {} : { hostKey }),
      ...(transport === 'ssh' ? await keyOf(identityFile) : {}),
    })
  }
  return nodes
}
