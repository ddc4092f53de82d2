/** What a change does to the nodes of the inventory: how each is reached, its labels, groups and variables. */
import type { Change } from '../changes.ts'
import type { InventoryNode } from '../inventory.ts'
import type { Project } from '../project.ts'
import type { PublicKey } from '../public-key.ts'
import { type Difference, differenceOf, gainsAndLosses, namesOf } from './difference.ts'

const FILE = 'inventory.yaml'

export function nodeChanges(before: Project, after: Project): Change[] {
  if (!hasInventory(after))
    return [{ area: 'node', name: FILE, kind: 'unreadable', differences: [] }]
  const comparable = hasInventory(before)
  const unknown: Change[] = comparable
    ? []
    : [
        {
          area: 'node',
          name: FILE,
          kind: 'changed',
          differences: differenceOf('file', 'has problems', 'can be read'),
        },
      ]
  const [was, is] = [before.inventory.nodes, after.inventory.nodes]
  const nodes = namesOf(was.keys(), is.keys()).flatMap((name): Change[] => {
    const [old, now] = [was.get(name), is.get(name)]
    const differences = nodeDifferences(old, now)
    if (differences.length === 0) return []
    // What was there is not known where the file had problems, so nothing is called new.
    const kind = !now ? 'removed' : old || !comparable ? 'changed' : 'added'
    return [{ area: 'node', name, kind, differences }]
  })
  return [...unknown, ...nodes]
}

/** Without one the project has no nodes, which says nothing about those that are meant. */
export function hasInventory({ inventoryProblems }: Project): boolean {
  return inventoryProblems.length === 0
}

const REACHED = [
  ['transport', 'transport'],
  ['address', 'address'],
  ['port', 'port'],
  ['user', 'user'],
  ['jump', 'jump'],
  ['identity file', 'identityFile'],
  ['agent', 'agent'],
  ['proxy command', 'proxyCommand'],
  ['Kerberos', 'gssapi'],
  ['instance id', 'instanceId'],
  ['region', 'region'],
] as const

function nodeDifferences(
  old: InventoryNode | undefined,
  now: InventoryNode | undefined,
): Difference[] {
  // A known name that leads elsewhere; a new name is counted where a runbook gains it.
  const moved = old !== undefined && now !== undefined
  return [
    ...REACHED.flatMap(([what, key]) => differenceOf(what, old?.[key], now?.[key], moved)),
    ...differenceOf('host key', printsOf(old?.hostKeys), printsOf(now?.hostKeys), moved),
    ...differenceOf(
      'host certificate authority',
      printsOf(old?.hostAuthorities),
      printsOf(now?.hostAuthorities),
      moved,
    ),
    ...differenceOf('ssh_config', old?.sshConfig?.sha256, now?.sshConfig?.sha256, moved),
    ...differenceOf('revoked host key', printsOf(old?.revokedKeys), printsOf(now?.revokedKeys)),
    ...gainsAndLosses('labels', pairs(old?.labels), pairs(now?.labels)),
    ...gainsAndLosses('groups', old?.groups ?? [], now?.groups ?? []),
    ...gainsAndLosses('vars', pairs(old?.vars), pairs(now?.vars)),
  ]
}

function pairs(values: Readonly<Record<string, string | number | boolean>> = {}): string[] {
  return Object.entries(values).map(([key, value]) => `${key}=${value}`)
}

function printsOf(keys: readonly PublicKey[] = []): string | undefined {
  return keys.map(({ sha256 }) => sha256).join(', ') || undefined
}
