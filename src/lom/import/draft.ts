/** One imported host on its way to a node of an inventory. */
import type { VarValue } from '../inventory-groups.ts'
import type { ImportedHost } from './hosts.ts'
import type { Notes } from './notes.ts'
import { readSettings, type Settings } from './settings.ts'

export interface Draft {
  readonly id: string
  readonly host: ImportedHost
  readonly transport?: 'local' | 'ssm'
  readonly instanceId?: string
  readonly region?: string
  readonly vars?: Readonly<Record<string, VarValue>>
  /** Of a host that is reached over SSH. */
  readonly ssh?: Settings
  /** Found when all hosts are known. */
  jump?: Draft
  hostKeys?: string | string[]
}

const INSTANCE = /^(i-([0-9a-f]{8}|[0-9a-f]{17})|mi-[0-9a-f]{17})$/
const REGION = /^[a-z]{2}(-[a-z]+)+-[0-9]$/

/** undefined: the host is left out, which is noted. */
export function draftNode(
  host: ImportedHost,
  id: string,
  { home, notes }: { readonly home: string; readonly notes: Notes },
): Draft | undefined {
  const { transport, instanceId, region, vars } = host
  const base = { id, host, ...(vars === undefined ? {} : { vars }) }
  if (transport === 'local') return { ...base, transport }
  if (transport === 'ssm') {
    if (instanceId === undefined || !INSTANCE.test(instanceId)) {
      notes.add('left out: its instance id is none of EC2 or SSM', host.name)
      return undefined
    }
    const usable = region === undefined || REGION.test(region)
    if (!usable) notes.add('its region is not taken over: it is none of AWS', host.name)
    return { ...base, transport, instanceId, ...(usable && region !== undefined ? { region } : {}) }
  }
  const ssh = readSettings(host, { id, home, notes })
  return ssh && { ...base, ssh }
}
