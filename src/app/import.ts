/** `import`: other tools' lists of hosts to an inventory that validates. */
import { lstat, open, rename } from 'node:fs/promises'
import { basename } from 'node:path'
import { problem } from '../document/diagnostic.ts'
import { writeYaml } from '../document/write-yaml.ts'
import { readAnsible } from '../lom/import/ansible.ts'
import { assemble } from '../lom/import/assemble.ts'
import type { ImportedHosts } from '../lom/import/hosts.ts'
import { makeNotes, type Notes } from '../lom/import/notes.ts'
import { readSshConfig } from '../lom/import/ssh-config.ts'
import { readInventory } from '../lom/inventory.ts'
import { type KnownHosts, readKnownHosts } from '../lom/known-hosts.ts'
import { systemCode } from '../protocol/errors.ts'
import type { Inventory as InventoryFile, Problem } from '../protocol/types.gen.ts'
import { includesOf, readText } from './import-files.ts'

export const SOURCES = ['ansible', 'ssh-config'] as const
export type Source = (typeof SOURCES)[number]

export interface ImportInit {
  readonly source: Source
  /** Absolute, as are the others. */
  readonly file: string
  readonly user?: string
  readonly knownHosts?: string
  /** What `~` means. */
  readonly home: string
}

export type ImportAnswer =
  | {
      readonly kind: 'imported'
      readonly inventory: InventoryFile
      /** Of inventory.yaml. */
      readonly text: string
      /** What was not taken over. */
      readonly notes: readonly string[]
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

const BYTES_AT_MOST = { ansible: 32 * 1024 * 1024, 'ssh-config': 1024 * 1024 } as const
const KNOWN_HOSTS_BYTES = 4 * 1024 * 1024
/** A hidden name has to be tried against every host. */
const HASHES_AT_MOST = 200_000

/** What it gives is what `rune validate` accepts; else it gives nothing. */
export async function importInventory(init: ImportInit): Promise<ImportAnswer> {
  const { source, file, user, home } = init
  const read = await readText(file, BYTES_AT_MOST[source])
  if (read.kind === 'unreadable') return refused(read.why, file)
  const notes = makeNotes()
  const hosts = await hostsOf(init, read.text, notes)
  if (typeof hosts === 'string') return refused(hosts, file)
  const known = init.knownHosts === undefined ? undefined : await keysOf(init.knownHosts, hosts)
  if (known?.kind === 'refused') return known
  const assembled = assemble(hosts, {
    home,
    notes,
    ...(user === undefined ? {} : { user }),
    ...(known === undefined ? {} : { knownHosts: known.keys }),
  })
  if (assembled.kind === 'problems') return { kind: 'refused', problems: assembled.problems }
  const text = `${HEAD}${writeYaml(assembled.inventory)}`
  const nothing = { read: async () => undefined }
  const check = await readInventory('inventory.yaml', new TextEncoder().encode(text), nothing)
  if (check.kind === 'problems') return { kind: 'refused', problems: check.problems }
  return { kind: 'imported', inventory: assembled.inventory, text, notes: notes.lines() }
}

const HEAD = '# yaml-language-server: $schema=schemas/inventory.json\n'

async function hostsOf(
  { source, file, home }: ImportInit,
  text: string,
  notes: Notes,
): Promise<ImportedHosts | string> {
  if (source === 'ansible') return readAnsible(text, notes)
  return readSshConfig({ name: basename(file), text }, { include: includesOf(file, home), notes })
}

async function keysOf(
  file: string,
  { hosts }: ImportedHosts,
): Promise<
  { readonly kind: 'keys'; readonly keys: KnownHosts } | Extract<ImportAnswer, { kind: 'refused' }>
> {
  const read = await readText(file, KNOWN_HOSTS_BYTES)
  if (read.kind === 'unreadable') return refused(read.why, file)
  const known = readKnownHosts(basename(file), new TextEncoder().encode(read.text))
  if (known.problems.length) return { kind: 'refused', problems: known.problems }
  if (known.hashed * hosts.length <= HASHES_AT_MOST) return { kind: 'keys', keys: known }
  return refused(
    `it hides ${known.hashed} names, too many to be tried against ${hosts.length} hosts`,
    file,
  )
}

function refused(why: string, file: string): Extract<ImportAnswer, { kind: 'refused' }> {
  const message = `${basename(file)}: ${why}`
  return {
    kind: 'refused',
    problems: [problem({ kind: 'request-invalid', rule: 'import', message })],
  }
}

/** A sentence where nothing was written. The file is there as a whole or not at all. */
export async function writeInventory(
  path: string,
  text: string,
  { force, suffix }: { readonly force: boolean; readonly suffix: string },
): Promise<string | undefined> {
  const there = await lstat(path).catch((caught: unknown) => {
    if (systemCode(caught) === 'ENOENT') return undefined
    throw caught
  })
  if (there && !force) return `${path} is there already; nothing was written. --force replaces it`
  if (there && !there.isFile()) return `${path} is not a regular file; nothing was written`
  const beside = there ? `${path}.${suffix}` : path
  // wx: what somebody else made since it was looked for stays as it is.
  const file = await open(beside, 'wx', 0o644)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  if (there) await rename(beside, path)
  return undefined
}
