/** All files below one plugin folder, with their bytes. */
import { problem } from '../document/diagnostic.ts'
import type { SourceFile } from '../plugin/bundle.ts'
import type { Problem } from '../protocol/types.gen.ts'
import type { Content } from '../repository/content.ts'

const FILES_AT_MOST = 500
const DEPTH_AT_MOST = 8

export interface Folder {
  /** What is not a regular file comes with its kind and no bytes, for the bundle to refuse. */
  readonly files: readonly SourceFile[]
  /** When the folder was too large to be read to its end. */
  readonly problems: readonly Problem[]
}

/** Reads a folder; its `tests/` stay where they are. */
export async function readFolder(content: Content, folder: string): Promise<Folder> {
  const files: SourceFile[] = []
  const complete = await walk(content, folder, [], files)
  if (complete) return { files, problems: [] }
  const message = `it has more than ${FILES_AT_MOST} files, or more than ${DEPTH_AT_MOST} folders in each other`
  return {
    files,
    problems: [problem({ kind: 'plugin-file', rule: 'module', message, file: folder })],
  }
}

async function walk(
  content: Content,
  folder: string,
  below: readonly string[],
  files: SourceFile[],
): Promise<boolean> {
  const entries = await content.list([folder, ...below].join('/'))
  if (below.length > DEPTH_AT_MOST || files.length + entries.length > FILES_AT_MOST) return false
  for (const { name, kind } of entries) {
    const path = [...below, name].join('/')
    if (kind === 'directory') {
      if (path !== 'tests' && !(await walk(content, folder, [...below, name], files))) return false
      continue
    }
    const bytes = kind === 'file' ? await content.read(`${folder}/${path}`) : undefined
    // A file that went away or became a link since it was listed is not delivered as an empty one.
    if (bytes) files.push({ path, kind: 'file', bytes })
    else files.push({ path, kind: kind === 'file' ? 'other' : kind, bytes: new Uint8Array() })
  }
  return true
}
