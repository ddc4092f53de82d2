/** The files of a project that a plan was made of: policy, inventory, runbook, and all of its modules' files. */
import type { RecordSource } from '../protocol/types.gen.ts'
import type { FileDigest } from '../repository/digests.ts'
import { callsOf } from './plan-calls.ts'
import type { Planned } from './policy.ts'

/** `read` are the files that the project was read from; sorted by path. */
export function planFiles(plan: Planned, read: ReadonlyMap<string, FileDigest>): RecordSource[] {
  const modules = new Set(callsOf(plan).map(({ module }) => module))
  const called = (plan.calls ?? []).map(({ name }) => name)
  const runbooks = new Set([plan.runbook?.name, ...called].map((name) => `${name}.yaml`))
  const needed = (path: string): boolean => {
    const [folder, name = ''] = path.split('/')
    if (folder === 'plugins') return name === 'lib' || modules.has(name)
    if (folder === 'runbooks') return runbooks.has(name)
    // The rest is rune.yaml, inventory.yaml, and the host keys that the inventory names.
    return true
  }
  return [...read]
    .filter(([path]) => needed(path))
    .map(([path, { sha256, blob }]) => ({ path, sha256, blob }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
