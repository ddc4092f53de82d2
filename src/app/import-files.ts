/** The files that an import reads: one that is named, and those that an ssh_config includes from its own folder. */
import { open, readdir, realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { matchesPattern } from '../lom/host-pattern.ts'
import type { ReadInclude } from '../lom/import/ssh-config-blocks.ts'
import { fromUnknown, systemCode } from '../protocol/errors.ts'

export type ReadText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly why: string }

/** UTF-8, at most so many bytes; never waits for more than that. */
export async function readText(path: string, bytesAtMost: number): Promise<ReadText> {
  const bytes = Buffer.alloc(bytesAtMost + 1)
  let length = 0
  try {
    const file = await open(path, 'r')
    try {
      while (length < bytes.length) {
        const { bytesRead } = await file.read(bytes, length, bytes.length - length)
        if (bytesRead === 0) break
        length += bytesRead
      }
    } finally {
      await file.close()
    }
  } catch (caught) {
    const code = systemCode(caught)
    const why = code === 'ENOENT' ? 'there is no such file' : fromUnknown(caught).message
    return { kind: 'unreadable', why }
  }
  if (length > bytesAtMost)
    return { kind: 'unreadable', why: `it has more than ${bytesAtMost / 1024} KiB` }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length))
    return { kind: 'text', text: text.replaceAll('\r\n', '\n') }
  } catch {
    return { kind: 'unreadable', why: 'it is not UTF-8' }
  }
}

const FILES_AT_MOST = 100
const BYTES_AT_MOST = 256 * 1024

/** Reads files at or below the folder of `file`, and no other; a pattern may have wildcards in its last part. */
export function includesOf(file: string, home: string): ReadInclude {
  const folder = dirname(file)
  let files = 0
  return async (pattern) => {
    if (/%|\$\{/.test(pattern)) return 'variables are not resolved'
    const path = pattern.replace(/^~(?=\/)/, home)
    const full = isAbsolute(path) ? path : join(folder, path)
    const [parent, last] = [dirname(full), basename(full)]
    if (/[*?[]/.test(parent) || last.includes('['))
      return 'only * and ? are read, and only in its last part'
    const real = await realpath(parent).catch(() => undefined)
    if (real === undefined || !isInside(await realpath(folder), real))
      return 'only what lies beside the file, or below it, is read'
    const names = /[*?]/.test(last) ? await listed(real, last) : [last]
    const found: { name: string; text: string }[] = []
    for (const name of names) {
      if (++files > FILES_AT_MOST) return `there are more than ${FILES_AT_MOST} files`
      const inside = await realpath(join(real, name)).catch(() => undefined)
      if (inside === undefined) continue
      if (!isInside(await realpath(folder), inside)) return `${name} leads to another folder`
      const read = await readText(inside, BYTES_AT_MOST)
      if (read.kind === 'unreadable') return `${name}: ${read.why}`
      found.push({ name: relative(folder, join(parent, name)), text: read.text })
    }
    return found
  }
}

function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}${sep}`)
}

/** Sorted; hidden ones only where the pattern asks for them. */
async function listed(folder: string, pattern: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.') || pattern.startsWith('.'))
    .filter((name) => matchesPattern(name, pattern))
    .sort()
}
