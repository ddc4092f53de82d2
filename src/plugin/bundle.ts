/** The files of a plugin as they go to a node: deterministic, text only, bounded, with a digest. */
import { createHash } from 'node:crypto'
import { problem } from '../document/diagnostic.ts'
import type { ModuleAction, Problem } from '../protocol/types.gen.ts'

/** A file of plugins/<module>/ or plugins/lib/; `path` is relative to that folder. */
export interface SourceFile {
  readonly path: string
  readonly kind: 'file' | 'symlink' | 'submodule' | 'other'
  readonly bytes: Uint8Array
}

/** The same shape as the transport's; neither folder imports the other. */
export interface Bundle {
  /** Sorted by path. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
  /** Path of the script inside the bundle. */
  readonly entry: string
  readonly interpreter: 'bash' | 'sh' | 'python3' | 'perl'
  /** Of the files alone: actions of one module share it. */
  readonly sha256: string
}

export type BundleFiles =
  | { readonly kind: 'files'; readonly files: Bundle['files']; readonly sha256: string }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

const TOTAL_BYTES = 1024 * 1024
const LIBRARY = 'rune_bpcs.sh'
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/
const LFS_POINTER = 'version https://git-lfs.github.com/spec/'

/**
 * The files of a module with the shared library beside them. The library also lies in lib/, where older plugins look.
 * A module's own file wins over one of plugins/lib.
 */
export function bundleFiles(
  folder: string,
  own: readonly SourceFile[],
  library: readonly SourceFile[],
): BundleFiles {
  const placed = new Map<string, { source: string; file: SourceFile }>()
  for (const file of library.filter(({ path }) => isDelivered(path))) {
    const source = `plugins/lib/${file.path}`
    placed.set(file.path, { source, file })
    if (file.path === LIBRARY) placed.set(`lib/${LIBRARY}`, { source, file })
  }
  for (const file of own.filter(({ path }) => isDelivered(path))) {
    placed.set(file.path, { source: `plugins/${folder}/${file.path}`, file })
  }
  const sorted = [...placed].sort(([a], [b]) => (a < b ? -1 : 1))
  const problems = sorted.flatMap(([path, { source, file }]) => fileProblems(path, source, file))
  const total = sorted.reduce((sum, [, { file }]) => sum + file.bytes.byteLength, 0)
  if (total > TOTAL_BYTES) {
    problems.push(
      refuse(`plugins/${folder}`, `its files have ${total} bytes, at most ${TOTAL_BYTES}`),
    )
  }
  if (problems.length) return { kind: 'problems', problems }
  const files = sorted.map(([path, { file }]) => ({ path, bytes: file.bytes }))
  return { kind: 'files', files, sha256: digest(files) }
}

/** The bundle of one action out of its module's files. */
export function actionBundle(action: ModuleAction, files: Bundle['files'], sha256: string): Bundle {
  return { files, entry: action.run, interpreter: action.interpreter ?? 'bash', sha256 }
}

/** Tests, the declaration and the readme stay here. */
export function isDelivered(path: string): boolean {
  return !(path.startsWith('tests/') || path === 'module.yaml' || path.startsWith('README'))
}

function fileProblems(path: string, source: string, file: SourceFile): Problem[] {
  if (!path.split('/').every((segment) => SEGMENT.test(segment))) {
    const expected = 'ASCII letters, digits, dot, underscore and hyphen, not starting with a dot'
    return [
      refuse(source, `the name ${JSON.stringify(path)} cannot go to a node; expected ${expected}`),
    ]
  }
  if (file.kind !== 'file') return [refuse(source, `is a ${file.kind}, not a regular file`)]
  if (file.bytes.includes(0)) return [refuse(source, 'holds a NUL byte; a plugin is text')]
  if (Buffer.from(file.bytes.subarray(0, LFS_POINTER.length)).toString('latin1') === LFS_POINTER) {
    return [refuse(source, 'is a Git LFS pointer; commit the file itself')]
  }
  return []
}

function refuse(file: string, message: string): Problem {
  return problem({ kind: 'plugin-file', rule: 'bundle', message, file })
}

/** SHA-256 over `path length NUL path bytes length NUL bytes` of each file: no two lists encode alike. */
function digest(files: Bundle['files']): string {
  const hash = createHash('sha256').update('rune-bundle-1\0')
  for (const { path, bytes } of files) {
    hash.update(`${Buffer.byteLength(path)}\0${path}${bytes.byteLength}\0`).update(bytes)
  }
  return hash.digest('hex')
}
