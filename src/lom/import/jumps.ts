/** The value of ProxyJump: the hosts on the way, the first one that is connected to first. */

export interface Hop {
  readonly host: string
  readonly user?: string
  readonly port?: number
}

const HOPS_AT_MOST = 8
const HOP =
  /^(?:ssh:\/\/)?(?:([^@\s]+)@)?(?:\[([0-9A-Fa-f:.]+)\]|([^\s@:/[\]]+))(?::([0-9]{1,5}))?\/?$/

/** No hop for `none`; undefined when it cannot be read. */
export function readJumps(text: string): readonly Hop[] | undefined {
  if (text.toLowerCase() === 'none') return []
  const parts = text.split(',')
  if (parts.length > HOPS_AT_MOST) return undefined
  const hops: Hop[] = []
  for (const part of parts) {
    const [, user, bracketed, plain, digits] = HOP.exec(part.trim()) ?? []
    const host = bracketed ?? plain
    const port = digits === undefined ? undefined : readPort(digits)
    if (host === undefined || (digits !== undefined && port === undefined)) return undefined
    hops.push({
      host,
      ...(user === undefined ? {} : { user }),
      ...(port === undefined ? {} : { port }),
    })
  }
  return hops
}

export function readPort(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !/^[0-9]{1,5}$/.test(text)) return undefined
  const port = Number(text)
  return port >= 1 && port <= 65535 ? port : undefined
}
