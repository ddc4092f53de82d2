/** Channels whose launchers wait for another launch: at most one a node, for the node's next step. */
import type { Opened } from './channel-transport.ts'

export interface KeptChannels {
  /** The channel, once its launcher waits; it is the caller's then. Undefined where there is none for this account. */
  take(key: string, become: boolean): Promise<Opened | undefined>
  /** Keeps it from now on, once `waiting` says that its launcher waits; false where there is one already. */
  keep(key: string, become: boolean, opened: Opened, waiting: Promise<boolean>): boolean
  /** Ends the one that is kept, and resolves when the node has its session back, or after a moment. */
  end(key: string): Promise<void>
}

/** A session that was told to end takes a moment; whoever needs it asks again by itself after that. */
const END_MS = 1_000

interface Kept {
  readonly become: boolean
  readonly opened: Opened
  readonly waiting: Promise<boolean>
}

export function keptChannels(): KeptChannels {
  const all = new Map<string, Kept>()
  const forget = (key: string, kept: Kept): void => {
    if (all.get(key) === kept) all.delete(key)
  }
  return {
    take: async (key, become) => {
      const kept = all.get(key)
      if (kept === undefined || kept.become !== become) return undefined
      all.delete(key)
      return (await kept.waiting) ? kept.opened : undefined
    },
    keep: (key, become, opened, waiting) => {
      if (all.has(key)) return false
      const kept = { become, opened, waiting }
      all.set(key, kept)
      void waiting.then((ready) => ready || forget(key, kept))
      void opened.channel.closed.then(() => forget(key, kept))
      return true
    },
    end: async (key) => {
      const kept = all.get(key)
      if (kept === undefined) return
      all.delete(key)
      const { stdin, closed } = kept.opened.channel
      if (await kept.waiting) stdin.end()
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, END_MS)
      })
      await Promise.race([closed, late])
      clearTimeout(timer)
    },
  }
}
