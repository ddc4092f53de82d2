/** inventory.yaml to nodes with their defaults applied: the only source of addresses. */
import { issueProblems, problem, problemAt, sortProblems } from '../document/diagnostic.ts'
import { LIMITS, readDocument } from '../document/yaml.ts'
import { hasShape, issuesOf } from '../protocol/schemas.ts'
import type {
  InventoryNode as DeclaredNode,
  Inventory as InventoryFile,
  Problem,
} from '../protocol/types.gen.ts'
import type { Content } from '../repository/content.ts'
import { readGroups, type VarValue } from './inventory-groups.ts'
import { readDefaults, readSshNode, type SshNode, type SshNodeInit } from './inventory-ssh.ts'
import { checkLabelNames, type NodeValues, nodeValues } from './inventory-values.ts'
import { jumpProblem, onTheWay } from './jumps.ts'
import { boundedKnownHosts, readKnownHostsFiles } from './known-hosts-files.ts'
import { readSshConfigs } from './ssh-config.ts'
import { twins } from './twins.ts'

export interface InventoryNode extends Partial<SshNode> {
  readonly name: string
  readonly transport: 'ssh' | 'openssh' | 'ssm' | 'local'
  /** Where the transport was chosen, for the plan. */
  readonly transportReason: string
  readonly labels: Readonly<Record<string, string>>
  /** With the groups that these are in, sorted. Absent: none. */
  readonly groups?: readonly string[]
  /** Absent: none. */
  readonly vars?: Readonly<Record<string, VarValue>>
  /** Of an ssm node. */
  readonly instanceId?: string
  readonly region?: string
}

export interface Inventory {
  /** By name, sorted. */
  readonly nodes: ReadonlyMap<string, InventoryNode>
}

export type InventoryResult =
  | { readonly kind: 'inventory'; readonly inventory: Inventory }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** About a dozen values a node: larger than what a person writes, because programs write inventories. */
const INVENTORY_LIMITS = { ...LIMITS, bytes: 4 * 1024 * 1024, nodes: 250_000 }

/**
 * Reads inventory.yaml and the known_hosts files that it names; every problem of a pass is reported.
 * `given` is what the caller knows of host keys, in known_hosts format, for nodes of which the inventory says nothing.
 */
export async function readInventory(
  file: string,
  bytes: Uint8Array,
  content: Pick<Content, 'read'>,
  given?: Uint8Array,
): Promise<InventoryResult> {
  const result = readDocument(file, bytes, INVENTORY_LIMITS)
  if (result.kind === 'problems') return result
  const { document } = result
  const declared = document.value
  if (!hasShape('inventory', declared)) {
    return { kind: 'problems', problems: issueProblems(issuesOf('inventory', declared), document) }
  }
  const [{ files, problems: unread }, configs] = await Promise.all([
    readKnownHostsFiles(declared, document, content),
    readSshConfigs(declared, document, content),
  ])
  const known = given && boundedKnownHosts('ssh-known-hosts', given, declared)
  const problems: Problem[] = [...unread, ...configs.problems, ...(known?.problems ?? [])]
  const refuseAt = (place: string) => (pointer: string, message: string) => {
    const init = { kind: 'document-schema', rule: 'inventory', message } as const
    problems.push(problemAt(document, `${place}${pointer}`, init))
  }
  readDefaults(declared.defaults?.ssh ?? {}, refuseAt('/defaults'))
  checkLabelNames(declared, refuseAt(''))
  const groupsOf = readGroups(declared, (pointer, message, at) => {
    const position =
      at === undefined ? document.position(pointer) : document.positionIn(pointer, at)
    const init = { kind: 'document-schema', rule: 'inventory', message, file, position } as const
    problems.push(problem(init))
  })
  const defaultJump = declared.defaults?.ssh?.jump
  const direct = onTheWay(defaultJump, (name) => declared.nodes[name]?.ssh?.jump)
  const nodes = Object.keys(declared.nodes)
    .sort()
    .map((name) => {
      const refuse = refuseAt(`/nodes/${name}`)
      const around = { files, configs: configs.files, given: known, refuse }
      const own = declared.nodes[name] ?? {}
      const values = nodeValues(name, own, { defaults: declared.defaults, groupsOf }, refuse)
      return readNode(name, declared, around, { direct: direct.has(name), values })
    })
  const byName = new Map(nodes.map((node) => [node.name, node]))
  for (const { name, message } of twins(nodes)) {
    const init = { kind: 'document-schema', rule: 'inventory', message } as const
    problems.push(problemAt(document, '/nodes', init, name))
  }
  for (const node of nodes) {
    const message = jumpProblem(node, byName)
    const own = declared.nodes[node.name]?.ssh?.jump !== undefined
    if (message !== undefined)
      refuseAt(own ? `/nodes/${node.name}` : '/defaults')('/ssh/jump', message)
  }
  if (problems.length) return { kind: 'problems', problems: sortProblems(problems) }
  return { kind: 'inventory', inventory: { nodes: byName } }
}

function readNode(
  name: string,
  { defaults, nodes }: InventoryFile,
  around: Pick<SshNodeInit, 'files' | 'configs' | 'given' | 'refuse'>,
  { direct, values }: { readonly direct: boolean; readonly values: NodeValues },
): InventoryNode {
  const declared: DeclaredNode = nodes[name] ?? {}
  const own = declared.transport
  const transport = own ?? defaults?.transport ?? 'ssh'
  const from = own ? 'inventory' : defaults?.transport ? 'inventory defaults' : 'default'
  const base = { name, transport, transportReason: `${from}: transport ${transport}`, ...values }
  switch (transport) {
    case 'local':
      return base
    case 'ssm': {
      const id = declared.ssm?.['instance-id']
      if (id === undefined) around.refuse('', `${name} uses ssm, but has no ssm.instance-id`)
      const region = declared.ssm?.region
      return {
        ...base,
        ...(id === undefined ? {} : { instanceId: id }),
        ...(region === undefined ? {} : { region }),
      }
    }
    case 'openssh':
    case 'ssh': {
      const { jump, ...others } = defaults?.ssh ?? {}
      const usual = jump === undefined || direct ? others : { ...others, jump }
      const { hostKeyMissing, ...node } = readSshNode({
        name,
        declared,
        transport,
        defaults: usual,
        ...around,
      })
      const certified = transport === 'openssh' && node.hostAuthorities.length > 0
      const why = certified || hostKeyMissing === undefined ? {} : { hostKeyMissing }
      return { ...base, ...node, ...why }
    }
  }
}
