/** What an import does not take over: each thing once, with the hosts that it is about. */

export interface Notes {
  /** `of` is the host, or whatever it is about; `place` is `file:line`. */
  add(message: string, of?: string, place?: string): void
  /** In the order in which they came up. */
  lines(): string[]
}

const SHOWN = 5
const NOTES_AT_MOST = 500

export function makeNotes(): Notes {
  const notes = new Map<string, { readonly place?: string; readonly of: Set<string> }>()
  let more = 0
  return {
    add: (message, of, place) => {
      const known = notes.get(message)
      if (!known && notes.size >= NOTES_AT_MOST) {
        more += 1
        return
      }
      const note = known ?? { of: new Set<string>(), ...(place === undefined ? {} : { place }) }
      if (of !== undefined) note.of.add(of)
      notes.set(message, note)
    },
    lines: () => [
      ...[...notes].map(([message, { place, of }]) => {
        const where = place === undefined ? '' : `${place}: `
        return `${where}${message}${of.size === 0 ? '' : ` (${someOf([...of])})`}`
      }),
      ...(more === 0 ? [] : [`and ${more} more of this kind`]),
    ],
  }
}

/** The first few of some names. */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map((name) => shownName(name))
  return `${shown.join(', ')}${names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''}`
}

/** Names come from files that anybody may have written. */
export function shownName(name: string): string {
  return /^[\w.:@/%*?!~-]{1,80}$/.test(name) ? name : JSON.stringify(name.slice(0, 80))
}
