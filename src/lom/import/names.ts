/** Names that a source gives to names of this project: ids, unique ignoring case. */
import { type Notes, shownName } from './notes.ts'

const FORBIDDEN = new Set(['constructor', 'prototype'])

export interface Names {
  /** The id for a name, noted where it differs; undefined where there can be none, or it is taken, noted too. */
  take(name: string, what: string): string | undefined
  /** An id that is still free, as near to the name as can be. */
  fresh(name: string): string
}

export function makeNames(notes: Notes): Names {
  const taken = new Set<string>()
  const free = (id: string): boolean => id !== '' && !taken.has(id.toLowerCase())
  return {
    take: (name, what) => {
      const id = idOf(name)
      if (!free(id) || FORBIDDEN.has(id)) {
        const why =
          free(id) || id === '' ? 'it can have no such name here' : `there is ${id} already`
        notes.add(`${what} ${shownName(name)} is left out: ${why}`)
        return undefined
      }
      if (id !== name) notes.add(`${what} ${shownName(name)} is called ${id} here`)
      taken.add(id.toLowerCase())
      return id
    },
    fresh: (name) => {
      const id = idOf(name) || 'node'
      let found = id
      for (let n = 2; !free(found) || FORBIDDEN.has(found); n++) found = `${id.slice(0, 120)}-${n}`
      taken.add(found.toLowerCase())
      return found
    },
  }
}

function idOf(name: string): string {
  return name
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .replace(/-+$/, '')
    .slice(0, 128)
}
