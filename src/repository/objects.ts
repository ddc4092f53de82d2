/** The project's files out of git's object store at one commit. */
import type { Content, Entry } from './content.ts'
import { FILE_BYTES, PROJECT_PATHS } from './extent.ts'
import { runGit } from './git.ts'

const TOTAL_BYTES = 64 * 1024 * 1024
const REGULAR = new Set(['100644', '100755'])

interface TreeEntry {
  readonly mode: string
  readonly id: string
  readonly sizeBytes: number
  readonly path: string
}

/** Everything is read once, at the start, so that a later change of the folder changes nothing. Text: why not. */
export async function objectContent(root: string, commit: string): Promise<Content | string> {
  const tree = await runGit({
    cwd: root,
    args: ['ls-tree', '-r', '-l', '-z', commit, '--', ...PROJECT_PATHS],
    stdoutBytes: 16 * 1024 * 1024,
  })
  if (tree.kind === 'failed') return `git cannot be used: ${tree.reason}`
  const entries = readTree(tree.stdout.toString('utf8'))
  const wanted = entries.filter(
    ({ mode, sizeBytes }) => REGULAR.has(mode) && sizeBytes <= FILE_BYTES,
  )
  const total = wanted.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  if (total > TOTAL_BYTES) return `the project's files in git have more than ${TOTAL_BYTES} bytes`
  const batch = await runGit({
    cwd: root,
    args: ['cat-file', '--batch'],
    stdin: [commit, ...wanted.map(({ id }) => id)].map((id) => `${id}\n`).join(''),
    stdoutBytes: total + (wanted.length + 1) * 128 + FILE_BYTES,
  })
  if (batch.kind === 'failed') return `git cannot be used: ${batch.reason}`
  const objects = readBatch(batch.stdout)
  const missing = wanted.find(({ id }) => !objects.has(id))
  if (missing) return `git cannot be used: the object of ${missing.path} is missing`
  const committedAt = committerTime(objects.get(commit))
  const byPath = new Map(entries.map((entry) => [entry.path, entry]))
  return {
    about: { versioned: true, commit },
    ...(committedAt === undefined ? {} : { committedAt }),
    blobs: new Map(
      entries.filter(({ mode }) => REGULAR.has(mode)).map(({ path, id }) => [path, id]),
    ),
    read: async (path) => {
      const entry = byPath.get(path)
      if (!entry || !REGULAR.has(entry.mode)) return undefined
      // Too long for every caller: length is all that they look at.
      if (entry.sizeBytes > FILE_BYTES) return new Uint8Array(FILE_BYTES + 1)
      return objects.get(entry.id)
    },
    list: async (directory) => listEntries(entries, directory),
  }
}

/** `<mode> <type> <id> <size>\t<path>\0`, the size padded; paths are relative to the folder asked from. */
function readTree(output: string): TreeEntry[] {
  return output.split('\0').flatMap((line) => {
    const match = /^(\d{6}) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line)
    if (!match) return []
    const [, mode = '', id = '', size = '', path = ''] = match
    return [{ mode, id, sizeBytes: Number(size === '-' ? 0 : size), path }]
  })
}

/** `<id> <type> <size>\n<bytes>\n` for each object that is there. */
function readBatch(output: Buffer): Map<string, Buffer> {
  const objects = new Map<string, Buffer>()
  let at = 0
  while (at < output.length) {
    const end = output.indexOf(10, at)
    if (end === -1) break
    const [id = '', , size] = output.toString('latin1', at, end).split(' ')
    at = end + 1
    if (size === undefined) continue
    objects.set(id, output.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return objects
}

function committerTime(commit: Buffer | undefined): string | undefined {
  const seconds = /^committer .*> (\d{1,11}) [-+]\d{4}$/m.exec(commit?.toString('utf8') ?? '')?.[1]
  return seconds === undefined ? undefined : new Date(Number(seconds) * 1000).toISOString()
}

function listEntries(entries: readonly TreeEntry[], directory: string): Entry[] {
  const found = new Map<string, Entry>()
  for (const { path, mode } of entries) {
    if (!path.startsWith(`${directory}/`)) continue
    const [name = '', ...deeper] = path.slice(directory.length + 1).split('/')
    found.set(name, { name, kind: deeper.length ? 'directory' : kindOf(mode) })
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function kindOf(mode: string): Entry['kind'] {
  if (REGULAR.has(mode)) return 'file'
  return mode === '120000' ? 'symlink' : mode === '160000' ? 'submodule' : 'other'
}
