/** Host keys for imported hosts out of a known_hosts file; none is ever asked for over the network. */
import { hostName, type KnownHosts } from '../known-hosts.ts'
import { sortKeys } from '../public-key.ts'
import type { Draft } from './draft.ts'
import type { Notes } from './notes.ts'

const KEYS_AT_MOST = 10

export function pinKeys(drafts: readonly Draft[], known: KnownHosts, notes: Notes): void {
  for (const draft of drafts) {
    if (!draft.ssh) continue
    const { address = draft.id, port } = draft.ssh
    const { keys, revoked, authorities } = known.find(hostName(address, port))
    const bad = new Set(revoked.map(({ text }) => text))
    const good = sortKeys(keys).filter(({ text }) => !bad.has(text))
    if (bad.size) notes.add('a key of it is revoked, and is not pinned', draft.id)
    const [first, ...others] = good.slice(0, KEYS_AT_MOST).map(({ text }) => text)
    if (first !== undefined) draft.hostKeys = others.length ? [first, ...others] : first
    else if (authorities.length)
      notes.add(
        'only an authority signs for its key: use transport openssh with a known-hosts file',
        draft.id,
      )
    else
      notes.add(
        'known_hosts has no key of it: it is not connected to before one is pinned',
        draft.id,
      )
  }
}
