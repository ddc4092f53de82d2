/** Which nodes a request is for: a runbook's own selection, narrowed by the request and never widened. */
import { problem } from '../document/diagnostic.ts'
import { nearest } from '../protocol/schemas.ts'
import type { PlanNode, Problem, Request } from '../protocol/types.gen.ts'
import type { Inventory, InventoryNode } from './inventory.ts'
import { jumpsTo } from './jumps.ts'
import { matches, parseSelector, type SelectorResult, type Term } from './selector.ts'

export type TargetsResult =
  | { readonly kind: 'nodes'; readonly nodes: readonly PlanNode[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

export interface TargetsInit {
  readonly request: Pick<Request, 'nodes' | 'select'>
  /** The runbook's selector. Without one the request decides. */
  readonly select?: string
  /** Without any selection a plan that only reads runs on localhost. */
  readonly readsOnly: boolean
}

/** Nodes sorted by name. A name that is unknown or outside of the runbook's targets is refused, not skipped. */
export function planTargets(inventory: Inventory, init: TargetsInit): TargetsResult {
  const { request, select } = init
  const own = terms(select)
  const asked = terms(request.select)
  if (own.kind === 'invalid')
    return refused('target-empty', `the runbook's selector: ${own.message}`)
  if (asked.kind === 'invalid') return wrongSelect(asked)

  const everything = [...inventory.nodes.values()]
  const allowed = everything.filter((node) => matches(own.terms, node))
  const named = namedNodes(inventory, request, allowed, select)
  if (named.kind === 'problems') return named
  if (select === undefined && !named.nodes && request.select === undefined)
    return localhost(inventory, init)
  const nodes = (named.nodes ?? allowed).filter((node) => matches(asked.terms, node))
  if (!nodes.length) {
    const selectors = [select, request.select].filter((one) => one !== undefined)
    const by = selectors.length ? ` that fits ${selectors.join(' and ')}` : ' that was asked for'
    return refused(
      'target-empty',
      `the inventory has no node${by}; it has ${everything.length} nodes${unknownLabel([...own.terms, ...asked.terms], inventory)}`,
    )
  }
  return toPlanNodes(nodes, inventory)
}

function terms(select: string | undefined): SelectorResult {
  return select === undefined ? { kind: 'selector', terms: [] } : parseSelector(select)
}

function wrongSelect({ at, message }: Extract<SelectorResult, { kind: 'invalid' }>): TargetsResult {
  const init = { kind: 'request-invalid', rule: 'selector' } as const
  const position = { line: 1, column: at + 1 }
  const text = `select, character ${at + 1}: ${message}`
  return { kind: 'problems', problems: [problem({ ...init, message: text, position })] }
}

/** A label that no node has is most likely a mistake in the selector. */
function unknownLabel(terms: readonly Term[], { nodes }: Inventory): string {
  const known = new Set(['name', 'group'])
  for (const { labels } of nodes.values()) for (const key of Object.keys(labels)) known.add(key)
  const wanted = terms.filter(({ kind }) => kind === 'present' || kind === 'one-of')
  const label = wanted.find((term) => !known.has(term.label))?.label
  if (label === undefined) return ''
  const near = nodes.has(label) ? `name=${label}` : nearest(label, [...known])
  return `, and none of them has the label ${label}${near === undefined ? '' : `; did you mean ${near}?`}`
}

function namedNodes(
  inventory: Inventory,
  request: Pick<Request, 'nodes'>,
  allowed: readonly InventoryNode[],
  select: string | undefined,
):
  | { readonly kind: 'nodes'; readonly nodes?: readonly InventoryNode[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] } {
  if (!request.nodes) return { kind: 'nodes' }
  const inside = new Set(allowed.map(({ name }) => name))
  const problems: Problem[] = []
  const nodes: InventoryNode[] = []
  for (const name of new Set(request.nodes)) {
    const node = inventory.nodes.get(name)
    if (!node) problems.push(unknownNode(name, inventory))
    else if (inside.has(name)) nodes.push(node)
    else {
      const message = `${name} is outside of the runbook's targets (${select}); a request may narrow them, never widen them`
      problems.push(problem({ kind: 'target-empty', rule: 'targets', message }))
    }
  }
  return problems.length ? { kind: 'problems', problems } : { kind: 'nodes', nodes }
}

function unknownNode(name: string, inventory: Inventory): Problem {
  const near = nearest(name, [...inventory.nodes.keys()])
  const hint = near === undefined ? '' : `; did you mean ${near}?`
  const message = `the inventory has no node ${name}${hint}`
  return problem({ kind: 'node-unknown', rule: 'targets', message })
}

function localhost(inventory: Inventory, { readsOnly }: TargetsInit): TargetsResult {
  const node = inventory.nodes.get('localhost')
  if (readsOnly && node) return toPlanNodes([node], inventory)
  const why = readsOnly ? 'the inventory has no node localhost' : 'it does not only read'
  return refused('target-empty', `the request names no nodes and no selector, and ${why}`)
}

function toPlanNodes(nodes: readonly InventoryNode[], inventory: Inventory): TargetsResult {
  const without = nodes.filter(({ transport }) => transport === 'ssm').map(({ name }) => name)
  if (without.length) {
    const names = without.slice(0, 10).join(', ')
    return refused(
      'transport-unavailable',
      `this version cannot use ssm, the transport of ${names}`,
    )
  }
  const sorted = [...nodes].sort((a, b) => (a.name < b.name ? -1 : 1))
  return { kind: 'nodes', nodes: sorted.map((node) => toPlanNode(node, inventory)) }
}

function toPlanNode(node: InventoryNode, inventory: Inventory): PlanNode {
  const [first, ...others] = (node.hostKeys ?? []).map(({ sha256 }) => sha256)
  const authorities =
    node.transport === 'openssh' ? (node.hostAuthorities ?? []).map(({ sha256 }) => sha256) : []
  const way = jumpsTo(node, inventory.nodes)
  const jump = way.map(({ name }) => name)
  const { proxyCommand } = way[0] ?? node
  return {
    name: node.name,
    transport: node.transport,
    transport_reason: node.transportReason,
    ...(node.address === undefined ? {} : { address: node.address }),
    ...(node.port === undefined ? {} : { port: node.port }),
    ...(node.user === undefined ? {} : { user: node.user }),
    labels: { ...node.labels },
    ...(node.groups === undefined ? {} : { groups: [...node.groups] }),
    ...(node.vars === undefined ? {} : { vars: { ...node.vars } }),
    ...(first === undefined ? {} : { host_key_sha256: first }),
    ...(others.length === 0 ? {} : { other_host_keys_sha256: others }),
    ...(authorities.length === 0 ? {} : { host_authorities_sha256: authorities }),
    ...(proxyCommand === undefined ? {} : { proxy_command: proxyCommand }),
    ...(node.sshConfig === undefined ? {} : { ssh_config_sha256: node.sshConfig.sha256 }),
    ...(jump.length === 0 ? {} : { jump }),
  }
}

function refused(
  kind: 'target-empty' | 'request-invalid' | 'transport-unavailable',
  message: string,
): TargetsResult {
  return { kind: 'problems', problems: [problem({ kind, rule: 'targets', message })] }
}
