/** A node's labels and variables: its own, over those of its groups, over the defaults. */
import type {
  InventoryNode as DeclaredNode,
  Inventory as InventoryFile,
} from '../protocol/types.gen.ts'
import { conflict, type FromGroup, type GroupsOf, type VarValue } from './inventory-groups.ts'
import { RESERVED } from './selector-parser.ts'

export interface NodeValues {
  readonly labels: Readonly<Record<string, string>>
  /** Absent when there is none. */
  readonly groups?: readonly string[]
  readonly vars?: Readonly<Record<string, VarValue>>
}

const AT_MOST = 64

export function nodeValues(
  name: string,
  declared: DeclaredNode,
  {
    defaults,
    groupsOf,
  }: { readonly defaults: InventoryFile['defaults']; readonly groupsOf: GroupsOf },
  refuse: (pointer: string, message: string) => void,
): NodeValues {
  const own = { ...defaults?.labels, ...declared.labels }
  const { groups, labels: groupLabels, vars: groupVars } = groupsOf({ name, labels: own })
  const merge = <T extends VarValue>(
    what: 'labels' | 'vars',
    layers: readonly [
      usual: Readonly<Record<string, T>> | undefined,
      groups: ReadonlyMap<string, FromGroup<T>>,
      own: Readonly<Record<string, T>> | undefined,
    ],
  ): Readonly<Record<string, T>> => {
    const [usual = {}, fromGroups, mine = {}] = layers
    for (const [key, found] of fromGroups) {
      const wrong = Object.hasOwn(mine, key) ? undefined : conflict(name, `${what}.${key}`, found)
      if (wrong !== undefined) refuse('', wrong)
    }
    const given = Object.fromEntries([...fromGroups].map(([key, { value }]) => [key, value]))
    const all = { ...usual, ...given, ...mine }
    const count = Object.keys(all).length
    if (count > AT_MOST)
      refuse(
        '',
        `${name} has ${count} ${what}, with those of its groups; expected at most ${AT_MOST}`,
      )
    return all
  }
  const labels = merge('labels', [defaults?.labels, groupLabels, declared.labels])
  const vars = merge('vars', [defaults?.vars, groupVars, declared.vars])
  return {
    labels,
    ...(groups.length === 0 ? {} : { groups }),
    ...(Object.keys(vars).length === 0 ? {} : { vars }),
  }
}

/** Labels that a selector could not ask for. */
export function checkLabelNames(
  { defaults, groups = {}, nodes }: InventoryFile,
  refuse: (pointer: string, message: string) => void,
): void {
  const places = [
    ['/defaults', defaults?.labels] as const,
    ...Object.entries(groups).map(([name, { labels }]) => [`/groups/${name}`, labels] as const),
    ...Object.entries(nodes).map(([name, { labels }]) => [`/nodes/${name}`, labels] as const),
  ]
  for (const [place, labels = {}] of places)
    for (const key of RESERVED)
      if (Object.hasOwn(labels, key))
        refuse(
          `${place}/labels/${key}`,
          `the label ${key} is taken: in a selector it means the node's own ${key === 'name' ? 'name' : 'groups'}; call it otherwise`,
        )
}
