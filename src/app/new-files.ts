/** Writes new files into a project and never over one that is there. */
import { lstat, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { problem } from '../document/diagnostic.ts'
import type { NewFile } from '../kit/scaffold-plugin.ts'
import { systemCode } from '../protocol/errors.ts'
import type { Problem } from '../protocol/types.gen.ts'

export type NewFiles =
  | { readonly kind: 'written'; readonly files: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** All or none as far as names go: nothing is written when one of `places`, or of the files, is there already. */
export async function writeNewFiles(
  root: string,
  files: readonly NewFile[],
  places: readonly string[] = [],
): Promise<NewFiles> {
  for (const path of [...places, ...files.map((file) => file.path)]) {
    if (await exists(join(root, path)))
      return refuse(`${path} is there already; choose another name, or remove it first`, path)
  }
  for (const { path, text, executable } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    // wx: what somebody else made since it was looked for stays as it is.
    await writeFile(join(root, path), text, { flag: 'wx', mode: executable ? 0o755 : 0o644 })
  }
  return { kind: 'written', files: files.map(({ path }) => path) }
}

/** The refusal of a name or a place. */
export function refuse(message: string, file?: string): Extract<NewFiles, { kind: 'refused' }> {
  return {
    kind: 'refused',
    problem: problem({
      kind: 'request-invalid',
      rule: 'new',
      message,
      ...(file === undefined ? {} : { file }),
    }),
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (caught) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(caught) ?? '')) return false
    throw caught
  }
}
