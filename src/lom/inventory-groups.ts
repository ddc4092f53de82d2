/** Groups of an inventory: which nodes are in them, and what labels and variables nodes have from them. */
import { nearest, show } from '../protocol/schemas.ts'
import type { Inventory as InventoryFile, InventoryGroup } from '../protocol/types.gen.ts'
import { cyclesThrough } from './cycles.ts'
import { matches, parseSelector, type Selectable, type Term } from './selector.ts'

export type VarValue = string | number | boolean

/** What a node has from its groups. */
export interface FromGroups {
  /** Those that it is in, and those that these are in. Sorted. */
  readonly groups: readonly string[]
  readonly labels: ReadonlyMap<string, FromGroup<string>>
  readonly vars: ReadonlyMap<string, FromGroup<VarValue>>
}

export interface FromGroup<T> {
  readonly group: string
  readonly value: T
  /** Another group with another value, where neither is in the other. */
  readonly against?: { readonly group: string; readonly value: T }
}

/** Where a problem is: at a pointer, or at a place inside the text there. */
export type RefuseGroup = (pointer: string, message: string, at?: number) => void

/** For any node of the inventory, by its name and its labels without those of groups. */
export type GroupsOf = (node: Selectable) => FromGroups

const NOTHING: FromGroups = { groups: [], labels: new Map(), vars: new Map() }

/** Reports what is wrong with the groups themselves. */
export function readGroups({ groups = {}, nodes }: InventoryFile, refuse: RefuseGroup): GroupsOf {
  const names = Object.keys(groups).sort()
  if (!names.length) return () => NOTHING
  checkGroups(groups, nodes, refuse)
  const listed = new Map<string, Set<string>>()
  const selected: (readonly [string, readonly Term[]])[] = []
  for (const name of names) {
    const { nodes: members = [], select } = groups[name] ?? {}
    for (const member of members)
      listed.set(member, (listed.get(member) ?? new Set<string>()).add(name))
    const parsed = select === undefined ? undefined : parseSelector(select)
    if (parsed?.kind === 'selector') selected.push([name, parsed.terms])
  }
  const above = ancestors(groups)
  const known = new Map<string, FromGroups>()
  return (node) => {
    const fitting = selected.filter(([, terms]) => matches(terms, node)).map(([name]) => name)
    const direct = [...new Set([...(listed.get(node.name) ?? []), ...fitting])].sort()
    if (!direct.length) return NOTHING
    const key = direct.join(' ')
    const found = known.get(key) ?? merge(direct, groups, above)
    known.set(key, found)
    return found
  }
}

type Groups = Readonly<Record<string, InventoryGroup>>
type Ancestors = (name: string) => ReadonlySet<string>

function merge(direct: readonly string[], groups: Groups, above: Ancestors): FromGroups {
  const all = [...new Set(direct.flatMap((name) => [name, ...above(name)]))].sort()
  const pick = <T extends VarValue>(
    of: (group: InventoryGroup) => Readonly<Record<string, T>> | undefined,
  ): Map<string, FromGroup<T>> => {
    const setters = new Map<string, { group: string; value: T }[]>()
    for (const group of all)
      for (const [key, value] of Object.entries(of(groups[group] ?? {}) ?? {}))
        setters.set(key, [...(setters.get(key) ?? []), { group, value }])
    return new Map([...setters].map(([key, some]) => [key, nearestOf(some, above)]))
  }
  return { groups: all, labels: pick(({ labels }) => labels), vars: pick(({ vars }) => vars) }
}

/** A group wins over those that it is in; of others with the same value the first by name is named. */
function nearestOf<T>(
  setters: readonly { readonly group: string; readonly value: T }[],
  above: Ancestors,
): FromGroup<T> {
  const near = setters.filter(
    ({ group }) => !setters.some((other) => other.group !== group && above(other.group).has(group)),
  )
  const [first, ...others] = near
  if (!first) throw new Error('groups that are in each other were reported before')
  const against = others.find(({ value }) => value !== first.value)
  return against ? { ...first, against } : first
}

/** Of each group, the groups that it is in; those of a circle leave themselves out. */
function ancestors(groups: Groups): Ancestors {
  const parents = new Map<string, string[]>()
  for (const [name, { children = [] }] of Object.entries(groups))
    for (const child of children) parents.set(child, [...(parents.get(child) ?? []), name])
  const known = new Map<string, ReadonlySet<string>>()
  return (name) => {
    const found = known.get(name) ?? walkUp(name, parents)
    known.set(name, found)
    return found
  }
}

function walkUp(name: string, parents: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>()
  const queue = [...(parents.get(name) ?? [])]
  for (const at of queue) {
    if (found.has(at) || at === name) continue
    found.add(at)
    queue.push(...(parents.get(at) ?? []))
  }
  return found
}

function checkGroups(groups: Groups, nodes: InventoryFile['nodes'], refuse: RefuseGroup): void {
  const names = Object.keys(groups)
  const lower = new Map<string, string>()
  const circles = cyclesThrough(
    new Map(Object.entries(groups).map(([name, { children = [] }]) => [name, children])),
  )
  for (const name of names) {
    const place = `/groups/${name}`
    const same = lower.get(name.toLowerCase())
    lower.set(name.toLowerCase(), name)
    if (same !== undefined) refuse(place, `${name} and ${same} differ in case only`)
    const { nodes: members = [], children = [], select } = groups[name] ?? {}
    members.forEach((member, index) => {
      if (Object.hasOwn(nodes, member)) return
      refuse(`${place}/nodes/${index}`, unknown('node', member, Object.keys(nodes)))
    })
    children.forEach((child, index) => {
      if (Object.hasOwn(groups, child)) return
      refuse(`${place}/children/${index}`, unknown('group', child, names))
    })
    const circle = circles.get(name)
    if (circle) refuse(`${place}/children`, `${circle.join(' -> ')}: the groups go in a circle`)
    if (select !== undefined) checkSelect(select, `${place}/select`, refuse)
  }
}

function checkSelect(select: string, pointer: string, refuse: RefuseGroup): void {
  const parsed = parseSelector(select)
  if (parsed.kind === 'invalid') refuse(pointer, parsed.message, parsed.at)
  else if (parsed.terms.some(({ label }) => label === 'group'))
    refuse(
      pointer,
      'a group is not selected by group, which would have to be known before; put groups into it with children',
    )
}

function unknown(what: string, name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  const hint = near === undefined ? '' : `; did you mean ${near}?`
  return `the inventory has no ${what} ${name}${hint}`
}

/** Why a value from groups cannot be used, as a sentence. */
export function conflict(
  node: string,
  what: string,
  { group, value, against }: FromGroup<VarValue>,
): string | undefined {
  return against === undefined
    ? undefined
    : `${node} has ${what} from group ${group} as ${show(value)} and from ${against.group} as ${show(against.value)}, and neither group is in the other; set it on the node`
}
