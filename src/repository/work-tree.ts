/** The project's files as they lie in a folder: no link is followed, every read is bounded. */
import { constants, type Dirent } from 'node:fs'
import { open, readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../protocol/errors.ts'
import type { Content, Entry } from './content.ts'
import { FILE_BYTES } from './extent.ts'

/** `root` is a real path. Files may change between reads: that is what unversioned means. */
export function workTreeContent(root: string, reason: string): Content {
  return {
    about: { versioned: false, reason },
    read: (path) => readFile(root, path),
    list: (directory) => listDirectory(root, directory),
  }
}

async function readFile(root: string, path: string): Promise<Uint8Array | undefined> {
  const parts = segments(path)
  const folder = parts && (await realFolder(root, parts.slice(0, -1)))
  if (parts === undefined || folder === undefined) return undefined
  // Non-blocking: opening a FIFO would wait for a writer.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  const file = await absent(open(join(folder, parts.at(-1) ?? ''), flags))
  if (!file) return undefined
  try {
    const stat = await file.stat()
    if (!stat.isFile()) return undefined
    const bytes = new Uint8Array(Math.min(stat.size, FILE_BYTES) + 1)
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return bytes.subarray(0, length)
  } finally {
    await file.close()
  }
}

async function listDirectory(root: string, directory: string): Promise<readonly Entry[]> {
  const parts = segments(directory)
  const folder = parts && (await realFolder(root, parts))
  if (folder === undefined) return []
  const entries = await absent(readdir(folder, { withFileTypes: true }))
  if (!entries) return []
  return entries
    .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function kindOf(entry: Dirent): Entry['kind'] {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'directory'
  return entry.isSymbolicLink() ? 'symlink' : 'other'
}

/** The folder's absolute path when it and every folder on the way are real ones inside the root. */
async function realFolder(root: string, parts: readonly string[]): Promise<string | undefined> {
  const absolute = join(root, ...parts)
  return (await absent(realpath(absolute))) === absolute ? absolute : undefined
}

/** The segments of a plain relative path. */
function segments(path: string): readonly string[] | undefined {
  const parts = path.split('/')
  const plain = parts.every((part) => part !== '' && part !== '.' && part !== '..')
  return plain && !/[\0\\]/.test(path) ? parts : undefined
}

/** undefined for what is not there, is a link, or may not be opened as a file. */
async function absent<T>(attempt: Promise<T>): Promise<T | undefined> {
  try {
    return await attempt
  } catch (caught) {
    const code = systemCode(caught)
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO', 'EISDIR'].includes(code ?? '')) return undefined
    throw caught
  }
}
