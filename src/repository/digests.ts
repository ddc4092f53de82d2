/** Content that keeps the digests of every file that was read from it: what a plan was made of can be told later. */
import { createHash } from 'node:crypto'
import type { Content } from './content.ts'

export interface FileDigest {
  readonly sha256: string
  /** The id that git gives these bytes. */
  readonly blob: string
}

/** `read` grows with every file that is read, by its path; of a file that was read twice, the last one. */
export function withDigests(content: Content): {
  readonly content: Content
  readonly read: ReadonlyMap<string, FileDigest>
} {
  const read = new Map<string, FileDigest>()
  const format = content.about.commit?.length === 64 ? 'sha256' : 'sha1'
  return {
    read,
    content: {
      ...content,
      read: async (path) => {
        const bytes = await content.read(path)
        if (bytes) read.set(path, digestsOf(bytes, format))
        return bytes
      },
    },
  }
}

/** `format` is what the repository names its objects by; SHA-1 is no promise here, the SHA-256 beside it is. */
export function digestsOf(bytes: Uint8Array, format: 'sha1' | 'sha256'): FileDigest {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    blob: createHash(format).update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex'),
  }
}
