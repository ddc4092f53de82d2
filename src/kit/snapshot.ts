/** What lies in folders, so that two moments can be compared. */
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fromUnknown, systemCode } from '../protocol/errors.ts'

/** Path -> what would be different if somebody had touched it. */
export type Snapshot = ReadonlyMap<string, string>

/** All files and folders at these absolute paths; no link is followed. A sentence part when they cannot be compared. */
export async function snapshot(
  paths: readonly string[],
  entriesAtMost = 20_000,
): Promise<Snapshot | string> {
  try {
    return await walk(paths, entriesAtMost)
  } catch (caught) {
    // Only what the file system says has a code.
    const code = systemCode(caught)
    if (code === undefined) throw caught
    return `what must not change cannot be looked at: ${fromUnknown(caught).message}`
  }
}

async function walk(paths: readonly string[], entriesAtMost: number): Promise<Snapshot | string> {
  const found = new Map<string, string>()
  const waiting = [...paths]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const stat = await lstat(path, { bigint: true }).catch(absent)
    if (stat === undefined) continue
    if (found.size === entriesAtMost)
      return `more than ${entriesAtMost} files must not change: name fewer in unchanged`
    const owner = `${stat.mode}:${stat.uid}:${stat.gid}`
    if (stat.isDirectory()) {
      // Its times also tell of a temporary file that came and went, which is no change that stays.
      found.set(path, owner)
      const below = path
      waiting.push(...(await readdir(path)).map((name) => join(below, name)))
    } else {
      // No program can set ctimeNs: also who writes the same bytes or puts the old mtime back is seen.
      found.set(path, `${owner}:${stat.ino}:${stat.size}:${stat.ctimeNs}`)
    }
  }
  return found
}

/** One sentence part for each difference, sorted by path. */
export function changes(before: Snapshot, after: Snapshot): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort()
  return paths.flatMap((path) => {
    const [was, is] = [before.get(path), after.get(path)]
    if (was === is) return []
    return [
      `${path} was ${was === undefined ? 'created' : is === undefined ? 'removed' : 'changed'}`,
    ]
  })
}

function absent(caught: unknown): undefined {
  if (['ENOENT', 'ENOTDIR'].includes(systemCode(caught) ?? '')) return undefined
  throw caught
}
