/** Imports out of memory, for tests: what comes out and what is noted. */
import { readAnsible } from '../../../src/lom/import/ansible.ts'
import { type AssembleInit, assemble } from '../../../src/lom/import/assemble.ts'
import type { ImportedHosts } from '../../../src/lom/import/hosts.ts'
import { makeNotes, type Notes } from '../../../src/lom/import/notes.ts'
import { readSshConfig } from '../../../src/lom/import/ssh-config.ts'
import type { Inventory } from '../../../src/protocol/types.gen.ts'

export interface Outcome {
  /** undefined: refused. */
  readonly inventory?: Inventory
  readonly notes: readonly string[]
  readonly problems: readonly string[]
}

type More = Partial<AssembleInit>

export function fromAnsible(list: unknown, more: More = { user: 'ops' }): Outcome {
  const notes = makeNotes()
  const text = typeof list === 'string' ? list : JSON.stringify(list)
  return outcome(readAnsible(text, notes), notes, more)
}

/** `files` are those that Include finds, by the pattern. */
export async function fromSshConfig(
  text: string,
  more: More = { user: 'ops' },
  files: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const notes = makeNotes()
  const include = async (pattern: string) => {
    const found = files[pattern]
    return found === undefined ? 'there is none' : [{ name: pattern, text: found }]
  }
  return outcome(await readSshConfig({ name: 'config', text }, { include, notes }), notes, more)
}

function outcome(hosts: ImportedHosts | string, notes: Notes, more: More): Outcome {
  if (typeof hosts === 'string') return { notes: notes.lines(), problems: [hosts] }
  const made = assemble(hosts, { home: '/home/me', notes, ...more })
  return made.kind === 'inventory'
    ? { inventory: made.inventory, notes: notes.lines(), problems: [] }
    : { notes: notes.lines(), problems: made.problems.map(({ message }) => message) }
}
