/** Reads the known_hosts files that an inventory names, out of the same content. */
import { problem } from '../document/diagnostic.ts'
import type { Document } from '../document/yaml.ts'
import type { Inventory as InventoryFile, Problem } from '../protocol/types.gen.ts'
import type { Content } from '../repository/content.ts'
import { filesNamed, missingFile } from './inventory-files.ts'
import { type KnownHosts, readKnownHosts } from './known-hosts.ts'

export interface KnownHostsFiles {
  readonly files: ReadonlyMap<string, KnownHosts>
  readonly problems: readonly Problem[]
}

/** Less than a second: a name that is hidden has to be tried against every node. */
const HASHES_AT_MOST = 200_000
const BYTES_AT_MOST = 4 * 1024 * 1024

/** Every file once; a missing one is a problem where it is named. */
export async function readKnownHostsFiles(
  declared: InventoryFile,
  document: Document,
  content: Pick<Content, 'read'>,
): Promise<KnownHostsFiles> {
  const places = filesNamed('known-hosts', declared)
  const files = new Map<string, KnownHosts>()
  const problems: Problem[] = []
  for (const [path, pointer] of places) {
    const bytes = await content.read(path)
    if (bytes === undefined) {
      problems.push(missingFile(document, path, pointer))
      continue
    }
    const tooLarge = bytes.byteLength > BYTES_AT_MOST
    const read = boundedKnownHosts(path, tooLarge ? NOTHING : bytes, declared)
    const message = `the file has more than ${BYTES_AT_MOST / 1024 / 1024} MiB`
    if (tooLarge)
      problems.push(problem({ kind: 'document-limit', rule: 'known-hosts', message, file: path }))
    problems.push(...read.problems)
    files.set(path, read)
  }
  return { files, problems }
}

const NOTHING = new Uint8Array()

/** Reads a file, or finds nothing in it when looking every node up would take too long. */
export function boundedKnownHosts(
  file: string,
  bytes: Uint8Array,
  { nodes }: InventoryFile,
): KnownHosts {
  const read = readKnownHosts(file, bytes)
  const { length } = Object.keys(nodes)
  if (read.hashed * length <= HASHES_AT_MOST) return read
  const message = `the file hides ${read.hashed} names, too many to be tried against ${length} nodes; write the names in plain: the inventory beside it has them anyway`
  const limit = problem({ kind: 'document-limit', rule: 'known-hosts', message, file })
  return { ...readKnownHosts(file, NOTHING), problems: [limit, ...read.problems] }
}
