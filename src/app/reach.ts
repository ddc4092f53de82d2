/** The plan's nodes with what a transport needs to reach them: pinned keys from the inventory, private keys from files. */
import type { InventoryNode } from '../lom/inventory.ts'
import { jumpsTo } from '../lom/jumps.ts'
import type { Project } from '../lom/project.ts'
import type { Fault } from '../protocol/errors.ts'
import type { Plan } from '../protocol/types.gen.ts'
import type { Node } from '../transport/transport.ts'
import { type KeyText, readIdentity } from './credentials.ts'

/** What a person or a workflow gives to log in with. */
export interface LoginOptions {
  /** A private key for every ssh node; wins over what the inventory says. */
  readonly key?: string
  /** The OpenSSH certificate for `key`. */
  readonly certificate?: string
  /** Of encrypted private keys, whoever names them. */
  readonly passphrase?: string
  /** The socket of an ssh-agent. It is used only where `useAgent` or the inventory asks for it. */
  readonly agentSocket?: string
  /** Where the Kerberos tickets are, as KRB5CCNAME says; used only where the inventory asks for them. */
  readonly ticketCache?: string
  /** The agent signs for every ssh node. */
  readonly useAgent?: boolean
}

/**
 * Nodes by name. A node without a usable key stays in: it fails by itself, with its own error, and stops no other.
 * Jump hosts come along inside the nodes that are reached through them.
 */
export async function reachableNodes(
  plan: Plan,
  project: Project,
  options: LoginOptions & { readonly root: string },
): Promise<Map<string, Node>> {
  const reach = reacher(project, options)
  const nodes = new Map<string, Node>()
  for (const { name } of plan.nodes) {
    const found = project.inventory.nodes.get(name)
    if (found === undefined) throw new Error(`the plan has a node that is not there: ${name}`)
    nodes.set(name, await reach(found))
  }
  return nodes
}

/** A function that gives inventory nodes what they need; each key file is read once. */
export function reacher(
  project: Project,
  { root, ...login }: LoginOptions & { readonly root: string },
): (node: InventoryNode) => Promise<Node> {
  const files = new Map<string, Promise<KeyText | Fault>>()
  const known = new Map<string, Promise<Node>>()
  const loginOf = async (node: InventoryNode): Promise<Partial<Node>> => {
    const { key, certificate, passphrase, agentSocket, useAgent } = login
    const locked = passphrase === undefined ? {} : { passphrase }
    if (key !== undefined)
      return { privateKey: key, ...locked, ...(certificate === undefined ? {} : { certificate }) }
    if (useAgent || node.agent)
      return agentSocket === undefined
        ? { privateKeyMissing: 'an ssh-agent is asked for, and SSH_AUTH_SOCK is not set' }
        : { agent: agentSocket }
    if (node.gssapi)
      return { gssapi: login.ticketCache === undefined ? {} : { cache: login.ticketCache } }
    const file = node.identityFile
    if (file === undefined) return {}
    const reading = files.get(file) ?? readIdentity(file, root)
    files.set(file, reading)
    const read = await reading
    return 'kind' in read ? { privateKeyMissing: read.message } : { ...read, ...locked }
  }
  const alone = async (node: InventoryNode, jump: Node | undefined): Promise<Node> => {
    const { name, transport, address, port, user, hostKeys = [], hostKeyMissing } = node
    const { revokedKeys = [], hostAuthorities = [] } = node
    const texts = (keys: readonly { readonly text: string }[]) => keys.map(({ text }) => text)
    return {
      name,
      transport,
      ...(address === undefined ? {} : { address }),
      ...(port === undefined ? {} : { port }),
      ...(user === undefined ? {} : { user }),
      ...(hostKeys.length === 0 ? {} : { hostKey: texts(hostKeys) }),
      ...(hostKeyMissing === undefined ? {} : { hostKeyMissing }),
      ...(revokedKeys.length === 0 ? {} : { revokedHostKeys: texts(revokedKeys) }),
      ...(hostAuthorities.length === 0 ? {} : { hostAuthorities: texts(hostAuthorities) }),
      ...(transport === 'ssh' || transport === 'openssh' ? await loginOf(node) : {}),
      ...(node.gate ? { gate: true } : {}),
      ...(node.sshConfig === undefined ? {} : { sshConfig: node.sshConfig.text }),
      ...(node.proxyCommand === undefined ? {} : { proxyCommand: node.proxyCommand }),
      ...(jump === undefined ? {} : { jump }),
    }
  }
  const once = (node: InventoryNode, jump: Node | undefined): Promise<Node> => {
    const reached = known.get(node.name) ?? alone(node, jump)
    known.set(node.name, reached)
    return reached
  }
  return async (node) => {
    let jump: Node | undefined
    for (const before of jumpsTo(node, project.inventory.nodes)) jump = await once(before, jump)
    return once(node, jump)
  }
}
