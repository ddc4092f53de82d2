/** Jump hosts of imported hosts: the nodes that they are, or new ones; no way leads in a circle. */
import type { Draft } from './draft.ts'
import type { ImportedHost } from './hosts.ts'
import type { Hop } from './jumps.ts'
import { type Notes, shownName } from './notes.ts'

export interface WaysInit {
  readonly settingsOf: ((host: string) => Partial<ImportedHost>) | undefined
  /** By the name that the source gives it. */
  readonly find: (host: string) => Draft | undefined
  readonly add: (host: ImportedHost) => Draft | undefined
  readonly notes: Notes
}

/** Gives every draft its jump; `drafts` grows by the hosts that are only on the way. */
export function joinWays(drafts: readonly Draft[], init: WaysInit): void {
  const known = new Map<string, Draft | undefined>()
  const own = new Set(drafts)
  // The list grows while it is walked: a host on the way may have a way of its own.
  for (const draft of drafts) {
    const hops = draft.host.jumps ?? []
    if (!draft.ssh || !hops.length || draft.jump) continue
    const way = hops.map((hop) => nodeOf(hop, known, init))
    const missing = hops.find((_, index) => way[index]?.ssh === undefined)
    if (missing) {
      init.notes.add(
        `the way through ${shownName(missing.host)} is not taken over: it cannot be a node`,
        draft.id,
      )
      continue
    }
    connect(draft, way.at(-1), init.notes)
    for (const [index, to] of way.slice(0, -1).entries()) {
      const from = way[index + 1]
      if (!from || !own.has(from)) connect(from, to, init.notes)
      // The source says itself how it is reached.
      else if (to && from.jump !== to && !from.host.jumps?.length)
        init.notes.add(
          `${from.id} is reached as its own entry says, not through ${to.id}`,
          draft.id,
        )
    }
  }
}

/** The way that was found first stays. */
function connect(from: Draft | undefined, to: Draft | undefined, notes: Notes): void {
  if (!from || !to) return
  if (from.jump === to) return
  if (from.jump) {
    notes.add(`it stays behind ${from.jump.id}: another host has it behind ${to.id}`, from.id)
    return
  }
  for (let at: Draft | undefined = to; at; at = at.jump)
    if (at === from) {
      notes.add(`the jump to ${to.id} is not taken over: the way would go in a circle`, from.id)
      return
    }
  from.jump = to
}

function nodeOf(
  hop: Hop,
  known: Map<string, Draft | undefined>,
  { settingsOf, find, add }: WaysInit,
): Draft | undefined {
  const key = `${hop.user ?? ''}@${hop.host}:${hop.port ?? ''}`
  if (known.has(key)) return known.get(key)
  const same = find(hop.host)
  const fits =
    same?.ssh !== undefined &&
    (hop.user === undefined || hop.user === same.ssh.user) &&
    (hop.port === undefined || hop.port === same.ssh.port)
  const { host, ...own } = hop
  const found = fits
    ? same
    : add({
        ...(same?.host ?? settingsOf?.(host)),
        ...own,
        name: same ? `${key}` : host,
        ...address(same, host, settingsOf),
      })
  known.set(key, found)
  return found
}

/** A host that is asked for under another user or port is at the address of the one that is known. */
function address(
  same: Draft | undefined,
  host: string,
  settingsOf: WaysInit['settingsOf'],
): { readonly address: string } {
  return { address: same?.host.address ?? settingsOf?.(host).address ?? host }
}
