/** inventory.yaml to nodes with their defaults applied: the only source of addresses. */
import { createHash } from 'node:crypto'
import { issueProblems, problemAt } from '../document/diagnostic.ts'
import { type Document, LIMITS, readDocument } from '../document/yaml.ts'
import { hasShape, issuesOf } from '../protocol/schemas.ts'
import type {
  InventoryNode as DeclaredNode,
  Inventory as InventoryFile,
  Problem,
} from '../protocol/types.gen.ts'

export interface InventoryNode {
  readonly name: string
  readonly transport: 'ssh' | 'ssm' | 'local'
  /** Where the transport was chosen, for the plan. */
  readonly transportReason: string
  readonly labels: Readonly<Record<string, string>>
  /** Of an ssh node; likewise port and user. */
  readonly address?: string
  readonly port?: number
  readonly user?: string
  /** `type base64`, without the comment. */
  readonly hostKey?: string
  /** OpenSSH's form of a fingerprint: SHA256:base64. */
  readonly hostKeySha256?: string
  /** Relative to the project, or absolute. */
  readonly identityFile?: string
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

/** Reads inventory.yaml; every problem of a pass is reported. */
export function readInventory(file: string, bytes: Uint8Array): InventoryResult {
  const result = readDocument(file, bytes, INVENTORY_LIMITS)
  if (result.kind === 'problems') return result
  const { document } = result
  const declared = document.value
  if (!hasShape('inventory', declared)) {
    return { kind: 'problems', problems: issueProblems(issuesOf('inventory', declared), document) }
  }
  const problems: Problem[] = []
  const nodes = Object.keys(declared.nodes)
    .sort()
    .map((name) => readNode(name, declared, document, problems))
  problems.push(...twinProblems(nodes, document))
  if (problems.length) return { kind: 'problems', problems }
  return { kind: 'inventory', inventory: { nodes: new Map(nodes.map((one) => [one.name, one])) } }
}

function readNode(
  name: string,
  { defaults, nodes }: InventoryFile,
  document: Document,
  problems: Problem[],
): InventoryNode {
  const declared: DeclaredNode = nodes[name] ?? {}
  const own = declared.transport
  const transport = own ?? defaults?.transport ?? 'ssh'
  const from = own ? 'inventory' : defaults?.transport ? 'inventory defaults' : 'default'
  const labels = { ...defaults?.labels, ...declared.labels }
  const base = { name, transport, transportReason: `${from}: transport ${transport}`, labels }
  const refuse = (pointer: string, message: string, key?: string) => {
    const init = { kind: 'document-schema', rule: 'inventory', message } as const
    problems.push(problemAt(document, `/nodes/${name}${pointer}`, init, key))
  }
  switch (transport) {
    case 'local':
      return base
    case 'ssm': {
      const id = declared.ssm?.['instance-id']
      if (id === undefined) refuse('', `${name} uses ssm, but has no ssm.instance-id`)
      const region = declared.ssm?.region
      return {
        ...base,
        ...(id === undefined ? {} : { instanceId: id }),
        ...(region === undefined ? {} : { region }),
      }
    }
    case 'ssh': {
      const ssh = { ...defaults?.ssh, ...declared.ssh }
      if (ssh.user === undefined) {
        refuse('', `${name} has no ssh.user; set it here or under defaults: it is never guessed`)
      }
      const key = ssh['host-key'] === undefined ? undefined : readHostKey(ssh['host-key'])
      if (typeof key === 'string') refuse('/ssh/host-key', key)
      const identityFile = ssh['identity-file']
      if (identityFile !== undefined && !isPlainPath(identityFile)) {
        refuse(
          '/ssh/identity-file',
          `${JSON.stringify(identityFile)} cannot be the path of a key; expected one without .. and \\ that does not start with -`,
        )
      }
      return {
        ...base,
        address: declared.address ?? name,
        port: ssh.port ?? 22,
        ...(ssh.user === undefined ? {} : { user: ssh.user }),
        ...(typeof key === 'object' ? key : {}),
        ...(identityFile === undefined ? {} : { identityFile }),
      }
    }
  }
}

/** The key's own bytes start with the length and name of its type; a cut or mixed-up key is found here, not at night. */
function readHostKey(text: string): { hostKey: string; hostKeySha256: string } | string {
  const [type = '', base64 = ''] = text.split(' ')
  const bytes = Buffer.from(base64, 'base64')
  const named = bytes.length > 4 ? bytes.toString('latin1', 4, 4 + bytes.readUInt32BE(0)) : ''
  if (named !== type || bytes.toString('base64') !== base64) {
    return `this is not a complete ${type} key; copy the whole line of the node's .pub file`
  }
  const digest = createHash('sha256').update(bytes).digest('base64').replace(/=+$/, '')
  return { hostKey: `${type} ${base64}`, hostKeySha256: `SHA256:${digest}` }
}

function isPlainPath(path: string): boolean {
  if (path === '' || path.startsWith('-') || /[\x00-\x1f\\]/.test(path)) return false
  return !path.split('/').includes('..')
}

/** One machine under two names would be changed twice, at the same time. */
function twinProblems(nodes: readonly InventoryNode[], document: Document): Problem[] {
  const names = new Map<string, string>()
  const machines = new Map<string, string>()
  const refuse = (name: string, message: string) =>
    problemAt(document, '/nodes', { kind: 'document-schema', rule: 'inventory', message }, name)
  return nodes.flatMap((node) => {
    const { name } = node
    const sameName = names.get(name.toLowerCase())
    names.set(name.toLowerCase(), name)
    const machine = machineOf(node)
    const sameMachine = machines.get(machine)
    machines.set(machine, sameMachine ?? name)
    if (sameName) return [refuse(name, `${name} and ${sameName} differ in case only`)]
    if (!sameMachine) return []
    return [refuse(name, `${name} is the same machine and user as ${sameMachine}: ${machine}`)]
  })
}

function machineOf(node: InventoryNode): string {
  if (node.transport === 'local') return 'this machine'
  if (node.transport === 'ssm') return `ssm ${node.instanceId ?? node.name}`
  return `${node.user ?? ''}@${node.address?.toLowerCase() ?? ''} port ${node.port ?? 22}`
}
