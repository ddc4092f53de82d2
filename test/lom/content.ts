/** A project's content out of memory, for tests of what is made of it. */
import type { About, Content, Entry } from '../../src/repository/content.ts'

export function memoryContent(
  files: Readonly<Record<string, string>>,
  about: About = { versioned: true, commit: 'a'.repeat(40) },
): Content {
  return {
    about,
    read: async (path) => {
      const text = files[path]
      return text === undefined ? undefined : new TextEncoder().encode(text)
    },
    list: async (directory) => {
      const entries = new Map<string, Entry>()
      for (const path of Object.keys(files)) {
        if (!path.startsWith(`${directory}/`)) continue
        const [name = '', ...deeper] = path.slice(directory.length + 1).split('/')
        entries.set(name, { name, kind: deeper.length ? 'directory' : 'file' })
      }
      return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    },
  }
}
