/** Checks a whole record folder: the chain, and every file whose digest the chain keeps. */

import { createHash } from 'node:crypto'
import { createReadStream, type Dirent } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fromUnknown, systemCode } from '../protocol/errors.ts'
import type { RecordEvent } from '../protocol/types.gen.ts'
import type { Written } from './events.ts'
import { ATTESTATION_FILE, EVENTS_FILE } from './folder.ts'
import type { Head } from './journal.ts'
import { LOCK_FILE } from './lock.ts'
import { type Chain, verifyChain } from './verify.ts'

/** What no chain can name: itself, its writer's lock, and what is said about it when it is complete. */
const OUTSIDE: readonly string[] = [
  EVENTS_FILE,
  LOCK_FILE,
  ATTESTATION_FILE,
  `.${ATTESTATION_FILE}.tmp`,
]

/** A file of the record that is not as it was written. */
export interface RecordFlaw {
  /** Inside the record, with `/`. */
  readonly path: string
  /** One-based, for events.ndjson. */
  readonly line?: number
  /** Zero-based, of the first byte that is concerned. */
  readonly offset?: number
  readonly reason: string
  /** It is there, and the chain does not name it. */
  readonly unnamed?: true
}

export interface RecordCheck {
  readonly flaws: readonly RecordFlaw[]
  readonly events: number
  /** Compare it with the one that was printed when the run ended. */
  readonly head?: string
  /** Files whose digest was checked. */
  readonly files: number
  /** Whether the run wrote its last event; a killed run did not. */
  readonly complete: boolean
}

/** No flaws: nothing was changed since the run wrote it, as far as the chain's head is the one that was kept. */
export async function verifyFolder(path: string, kept?: Partial<Head>): Promise<RecordCheck> {
  let bytes: Buffer
  try {
    bytes = await readFile(join(path, EVENTS_FILE))
  } catch (caught) {
    const flaw = { path: EVENTS_FILE, reason: unreadable(caught) }
    return { flaws: [flaw], events: 0, files: 0, complete: false }
  }
  return verifyFiles(path, verifyChain(bytes, kept))
}

/** The same with a journal that was read and checked. */
export async function verifyFiles(path: string, chain: Chain): Promise<RecordCheck> {
  const events = chain.kind === 'intact' ? chain.events : chain.before
  const digests = new Map(events.flatMap(digestsOf))
  const flaws: RecordFlaw[] =
    chain.kind === 'broken'
      ? [{ path: EVENTS_FILE, line: chain.line, offset: chain.offset, reason: chain.reason }]
      : []

  for (const [file, digest] of digests) {
    const reason = inside(file)
      ? await flawOf(join(path, file), digest)
      : 'it is named by the chain and lies outside of the record'
    if (reason !== undefined) flaws.push({ path: file, reason })
  }
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    const file = relative(path, join(entry.parentPath, entry.name)).split(sep).join('/')
    if (entry.isDirectory() || OUTSIDE.includes(file) || digests.has(file)) continue
    flaws.push({ path: file, ...strange(entry) })
  }
  return {
    flaws,
    events: events.length,
    ...(chain.kind === 'intact' ? { head: chain.head } : {}),
    files: digests.size,
    complete: events.at(-1)?.type === 'run-ended',
  }
}

/** Files of the record that no event names, as a killed run leaves them. */
export async function unnamedFiles(
  path: string,
  events: readonly RecordEvent[],
): Promise<Written[]> {
  const named = new Set(events.flatMap(digestsOf).map(([file]) => file))
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !OUTSIDE.includes(file) && !named.has(file))
    // A file that was being written when the run ended is not one yet.
    .filter((file) => inside(file) && !file.endsWith('.tmp'))
    .sort()
  return Promise.all(
    files.map(async (file) => ({ path: file, sha256: await digestOf(join(path, file)) })),
  )
}

/** Paths and digests that an event keeps; see record/events.ts. */
function digestsOf(event: RecordEvent): [string, string][] {
  const files = event.data?.['files']
  if (typeof files !== 'object' || files === null) return []
  return Object.entries(files).map(([file, digest]) => [file, String(digest)])
}

/** A record comes from somewhere else, so its paths are not trusted to stay in it. */
const inside = (path: string): boolean =>
  /^[A-Za-z0-9._/-]+$/.test(path) && !path.startsWith('/') && !path.split('/').includes('..')

async function flawOf(file: string, digest: string): Promise<string | undefined> {
  try {
    const found = await digestOf(file)
    return found === digest ? undefined : `its digest is ${found}, the run wrote ${digest}`
  } catch (caught) {
    return unreadable(caught)
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

const strange = (entry: Dirent): Pick<RecordFlaw, 'reason' | 'unnamed'> =>
  entry.isFile()
    ? { reason: 'the chain does not name it', unnamed: true }
    : { reason: 'it is not a regular file' }

const unreadable = (caught: unknown): string =>
  systemCode(caught) === 'ENOENT' ? 'it is missing' : fromUnknown(caught).message
