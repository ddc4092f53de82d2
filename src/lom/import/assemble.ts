/** Imported hosts to an inventory: names, jump hosts, groups, host keys, each machine once. */
import { problem } from '../../document/diagnostic.ts'
import type {
  InventoryNode as DeclaredNode,
  Inventory as InventoryFile,
  InventoryGroup,
  Problem,
} from '../../protocol/types.gen.ts'
import { cyclesThrough } from '../cycles.ts'
import type { KnownHosts } from '../known-hosts.ts'
import { sameAddress } from '../twins.ts'
import { type Draft, draftNode } from './draft.ts'
import type { ImportedHost, ImportedHosts } from './hosts.ts'
import { makeNames, type Names } from './names.ts'
import { type Notes, someOf } from './notes.ts'
import { pinKeys } from './pins.ts'
import { joinWays } from './ways.ts'

export interface AssembleInit {
  /** Logs in where the source names nobody. */
  readonly user?: string
  readonly home: string
  readonly knownHosts?: KnownHosts
  readonly notes: Notes
}

export type Assembled =
  | { readonly kind: 'inventory'; readonly inventory: InventoryFile }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

const NODES_AT_MOST = 10_000
const GROUPS_AT_MOST = 1000
const CHILDREN_AT_MOST = 100_000

export function assemble(imported: ImportedHosts, init: AssembleInit): Assembled {
  const { notes, user } = init
  const names = makeNames(notes)
  const drafts: Draft[] = []
  const kept = new Map<string, Draft>()
  const machines = new Map<string, Draft>()
  const add = (host: ImportedHost, id: string | undefined): Draft | undefined => {
    const draft = id === undefined ? undefined : draftNode(host, id, init)
    if (!draft) return undefined
    const machine = machineOf(draft, user)
    const twin = machines.get(machine)
    if (twin) notes.add(`left out: the same machine and user as ${twin.id}`, host.name)
    else {
      machines.set(machine, draft)
      drafts.push(draft)
    }
    kept.set(host.name, twin ?? draft)
    return twin ?? draft
  }
  for (const host of imported.hosts) add(host, names.take(host.name, 'host'))
  joinWays(drafts, {
    settingsOf: imported.settingsOf,
    find: (host) => kept.get(host),
    add: (host) => add(host, names.fresh(host.name)),
    notes,
  })
  if (drafts.length > NODES_AT_MOST)
    return refused(`there are ${drafts.length} hosts; expected at most ${NODES_AT_MOST}`)
  const nobody = drafts.filter((draft) => draft.ssh && draft.ssh.user === undefined)
  if (nobody.length && user === undefined)
    return refused(
      `nothing says who logs in to ${someOf(nobody.map(({ id }) => id))}; name that with --user, because RUNE never guesses it`,
    )
  if (init.knownHosts) pinKeys(drafts, init.knownHosts, notes)
  const unusable = groupProblem(imported)
  if (unusable !== undefined) return refused(unusable)
  const groups = groupsOf(imported, kept, notes)
  const nodes = Object.fromEntries(
    [...drafts].sort((a, b) => (a.id < b.id ? -1 : 1)).map((draft) => [draft.id, nodeOf(draft)]),
  )
  return {
    kind: 'inventory',
    inventory: {
      ...(nobody.length && user !== undefined ? { defaults: { ssh: { user } } } : {}),
      ...(Object.keys(groups).length === 0 ? {} : { groups }),
      nodes,
    },
  }
}

function groupProblem({ groups }: ImportedHosts): string | undefined {
  if (groups.size > GROUPS_AT_MOST)
    return `there are ${groups.size} groups; expected at most ${GROUPS_AT_MOST}`
  const children = new Map([...groups].map(([name, group]) => [name, group.children]))
  const edges = [...children.values()].reduce((sum, { length }) => sum + length, 0)
  if (edges > CHILDREN_AT_MOST)
    return `groups have ${edges} children; expected at most ${CHILDREN_AT_MOST}`
  const [circle] = cyclesThrough(children).values()
  return circle && `${someOf(circle)}: the groups go in a circle`
}

function refused(message: string): Assembled {
  return {
    kind: 'problems',
    problems: [problem({ kind: 'request-invalid', rule: 'import', message })],
  }
}

function machineOf({ id, transport, instanceId, ssh }: Draft, user = ''): string {
  if (transport === 'local') return 'local'
  if (transport === 'ssm') return `ssm ${instanceId}`
  return `${ssh?.user ?? user}@${sameAddress(ssh?.address ?? id)} ${ssh?.port ?? 22}`
}

function nodeOf({ transport, instanceId, region, ssh, vars, jump, hostKeys }: Draft): DeclaredNode {
  const settings = {
    ...(ssh?.user === undefined ? {} : { user: ssh.user }),
    ...(ssh === undefined || ssh.port === 22 ? {} : { port: ssh.port }),
    ...(ssh?.identityFile === undefined ? {} : { 'identity-file': ssh.identityFile }),
    ...(jump === undefined ? {} : { jump: jump.id }),
    ...(hostKeys === undefined ? {} : { 'host-key': hostKeys }),
  }
  const ssm = instanceId === undefined ? undefined : { 'instance-id': instanceId }
  return {
    ...(transport === undefined ? {} : { transport }),
    ...(ssh?.address === undefined ? {} : { address: ssh.address }),
    ...(vars === undefined ? {} : { vars: { ...vars } }),
    ...(Object.keys(settings).length === 0 ? {} : { ssh: settings }),
    ...(ssm === undefined ? {} : { ssm: region === undefined ? ssm : { ...ssm, region } }),
  }
}

/** Groups and their members by the names that these have here; what was left out is in no group. */
function groupsOf(
  { groups }: ImportedHosts,
  kept: ReadonlyMap<string, Draft>,
  notes: Notes,
): Record<string, InventoryGroup> {
  const names: Names = makeNames(notes)
  const ids = new Map(
    [...groups.keys()].sort().flatMap((name) => {
      const id = names.take(name, 'group')
      return id === undefined ? [] : [[name, id] as const]
    }),
  )
  return Object.fromEntries(
    [...ids].map(([name, id]) => {
      const nodes = (groups.get(name)?.hosts ?? []).flatMap((host) => kept.get(host)?.id ?? [])
      const children = (groups.get(name)?.children ?? []).flatMap((child) => ids.get(child) ?? [])
      return [
        id,
        {
          ...(nodes.length === 0 ? {} : { nodes: [...new Set(nodes)].sort() }),
          ...(children.length === 0 ? {} : { children: [...new Set(children)].sort() }),
        },
      ]
    }),
  )
}
