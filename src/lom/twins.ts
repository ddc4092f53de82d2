/** Nodes of an inventory that are one machine under two names: it would be changed twice, at the same time. */
import type { InventoryNode } from './inventory.ts'
import type { PublicKey } from './public-key.ts'

export interface Twin {
  /** The node that comes later. */
  readonly name: string
  readonly message: string
}

/** Of nodes in the order of their names. */
export function twins(nodes: readonly InventoryNode[]): Twin[] {
  const names = new Map<string, string>()
  const machines = new Map<string, InventoryNode[]>()
  return nodes.flatMap((node) => {
    const { name } = node
    const sameName = names.get(name.toLowerCase())
    names.set(name.toLowerCase(), name)
    const machine = machineOf(node)
    const there = machines.get(machine) ?? []
    machines.set(machine, [...there, node])
    if (sameName) return [{ name, message: `${name} and ${sameName} differ in case only` }]
    const same = there.find((other) => other.jump === node.jump)
    if (same) {
      const via = node.jump === undefined ? '' : ` through ${node.jump}`
      const message = `${name} is the same machine and user as ${same.name}: ${machine}${via}`
      return [{ name, message }]
    }
    const maybe = there.find((other) => !keysDiffer(other, node))
    if (!maybe) return []
    const ways = `${wayOf(maybe)} and ${wayOf(node)}`
    const why = `${machine}, reached ${ways}; two machines with one address have different host keys: pin those of both, or keep one node`
    return [{ name, message: `${name} may be the same machine and user as ${maybe.name}: ${why}` }]
  })
}

const wayOf = ({ jump }: InventoryNode): string =>
  jump === undefined ? 'directly' : `through ${jump}`

/** Behind another jump host the same private address may well be another machine; only its keys tell. */
function keysDiffer(a: InventoryNode, b: InventoryNode): boolean {
  const [one, other] = [a, b].map(({ hostKeys = [] }): readonly PublicKey[] => hostKeys)
  if (!one?.length || !other?.length) return false
  return one.every(({ text }) => other.every((key) => key.text !== text))
}

function machineOf(node: InventoryNode): string {
  if (node.transport === 'local') return 'this machine'
  if (node.transport === 'ssm') return `ssm ${node.instanceId ?? node.name}`
  return `${node.user ?? ''}@${sameAddress(node.address ?? '')} port ${node.port ?? 22}`
}

/** One spelling for all spellings of an address: case, shortened IPv6, IPv4 inside IPv6. */
export function sameAddress(address: string): string {
  if (!address.includes(':')) return address.toLowerCase()
  const host = hostOf(`[${address}]`)?.slice(1, -1)
  if (host === undefined) return address.toLowerCase()
  const [, high, low] = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(host) ?? []
  if (high === undefined || low === undefined) return host
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [a >> 8, a & 255, b >> 8, b & 255].join('.')
}

/** What is wrong with an address that fits the schema, as a sentence. */
export function addressProblem(address: string): string | undefined {
  if (address.includes(':'))
    return hostOf(`[${address}]`) === undefined ? `${address} is not an IPv6 address` : undefined
  const last = address.slice(address.lastIndexOf('.') + 1)
  // What ends in a number is read as an IPv4 address: 2130706433, 0x7f.1 and 010.0.0.1 are some, in an old spelling.
  if (!/^([0-9]+|0[xX][0-9a-fA-F]*)$/.test(last)) return undefined
  const host = hostOf(address)
  if (host === address) return undefined
  return host === undefined
    ? `${address} is neither a host name nor an IPv4 address`
    : `${address} is another spelling of ${host}; write ${host}`
}

/** As a URL has it; undefined where it can have no such host. */
function hostOf(host: string): string | undefined {
  return URL.parse(`http://${host}/`)?.hostname
}
