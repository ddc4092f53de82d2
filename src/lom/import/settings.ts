/** The settings of one host as inventory.yaml may have them; what does not fit is noted. */
import { addressProblem } from '../twins.ts'
import type { ImportedHost } from './hosts.ts'
import type { Notes } from './notes.ts'

export interface Settings {
  /** undefined where the node's name is the address. */
  readonly address?: string
  readonly port: number
  readonly user?: string
  readonly identityFile?: string
}

const ADDRESS = /^([A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$/
const USER = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/

/** undefined: the host cannot be reached as RUNE reaches nodes, which is noted. */
export function readSettings(
  host: ImportedHost,
  { id, home, notes }: { readonly id: string; readonly home: string; readonly notes: Notes },
): Settings | undefined {
  const { name } = host
  const given = host.address ?? name
  const address = given.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
  const wrong = ADDRESS.test(address) ? addressProblem(address) : 'it is no host name or IP address'
  if (wrong !== undefined) {
    notes.add(`left out: its address is ${JSON.stringify(given.slice(0, 80))}, ${wrong}`, name)
    return undefined
  }
  if (host.user !== undefined && !USER.test(host.user)) {
    notes.add(
      `left out: its user is ${JSON.stringify(host.user.slice(0, 80))}, which RUNE does not use`,
      name,
    )
    return undefined
  }
  const key = keyPath(host.identityFile, home)
  if (typeof key === 'object') notes.add(key.why, name)
  return {
    ...(address === id ? {} : { address }),
    port: host.port ?? 22,
    ...(host.user === undefined ? {} : { user: host.user }),
    ...(typeof key === 'string' ? { identityFile: key } : {}),
  }
}

function keyPath(
  path: string | undefined,
  home: string,
): string | { readonly why: string } | undefined {
  if (path === undefined) return undefined
  const full = path.replace(/^~(?=\/)/, home).replace(/^(?:%d|\$\{HOME\})(?=\/)/, home)
  const usable =
    full.length <= 500 &&
    !/^[-~]|[\x00-\x1f\x7f\\%]|\$\{/.test(full) &&
    !full.split('/').includes('..')
  if (usable && full !== '') return full
  return {
    why: `the key ${JSON.stringify(path.slice(0, 120))} is not taken over: expected a path without .., % and variables`,
  }
}
