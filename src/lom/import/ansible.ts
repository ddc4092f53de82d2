/** The JSON of `ansible-inventory --list` to hosts and groups. */
import { show } from '../../protocol/schemas.ts'
import { type AnsibleConnection, readConnection } from './ansible-connection.ts'
import { readVars } from './ansible-vars.ts'
import type { ImportedGroup, ImportedHost, ImportedHosts } from './hosts.ts'
import type { Notes } from './notes.ts'

/** Groups that Ansible makes itself. */
const OWN_GROUPS = new Set(['all', 'ungrouped'])

/** The hosts, or a sentence that says why this is no inventory. */
export function readAnsible(text: string, notes: Notes): ImportedHosts | string {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    return 'this is not JSON; expected what ansible-inventory --list prints'
  }
  const meta = isObject(list) ? memberOf(list, '_meta') : undefined
  const hostvars = isObject(meta) ? memberOf(meta, 'hostvars') : undefined
  if (!isObject(list) || !isObject(hostvars))
    return 'this has no _meta.hostvars; expected what ansible-inventory --list prints'
  const groups = new Map<string, ImportedGroup>()
  const names = new Set<string>(Object.keys(hostvars))
  for (const [name, group] of Object.entries(list)) {
    if (name === '_meta') continue
    if (!isObject(group)) {
      notes.add(`group ${show(name)} is ${show(group)} and no group: left out`)
      continue
    }
    const hosts = textsOf(memberOf(group, 'hosts'), `hosts of group ${show(name)}`, notes)
    for (const host of hosts) names.add(host)
    if (memberOf(group, 'vars') !== undefined)
      notes.add(
        'variables of groups are not taken over: make the list without --export, which gives every host those of its groups',
        name,
      )
    const children = textsOf(memberOf(group, 'children'), `children of group ${show(name)}`, notes)
    if (!OWN_GROUPS.has(name)) groups.set(name, { hosts, children })
  }
  const hosts = [...names].sort().flatMap((name) => {
    const vars = memberOf(hostvars, name) ?? {}
    if (!isObject(vars)) {
      notes.add('left out: its variables are no object', name)
      return []
    }
    return readHost(name, vars, notes)
  })
  return { hosts, groups }
}

function readHost(
  name: string,
  vars: Readonly<Record<string, unknown>>,
  notes: Notes,
): readonly ImportedHost[] {
  const connection = readConnection(name, vars, notes)
  if (connection === undefined) return []
  return [{ name, ...withoutRest(connection), ...readVars(name, connection.rest, notes) }]
}

function withoutRest({
  rest: _,
  ...connection
}: AnsibleConnection): Omit<AnsibleConnection, 'rest'> {
  return connection
}

function textsOf(value: unknown, what: string, notes: Notes): string[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    notes.add(`${what} are no list: left out`)
    return []
  }
  const texts = value.filter((one) => typeof one === 'string')
  if (texts.length < value.length) notes.add(`${what} are not all names: the others are left out`)
  return texts
}

type Members = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Only what the text itself has: no name leads to what every object has. */
function memberOf(object: Members, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}
