/** Which files a plan depends on: what reviewers have to have seen before it may run. */
import { isDelivered } from '../plugin/bundle.ts'
import type { Draft } from './plan.ts'
import { callsOf } from './plan-calls.ts'
import type { Project } from './project.ts'

export interface NeededPath {
  readonly path: string
  /** Git's id of its content in the plan's commit. */
  readonly blob: string
  /** `policy`: it says what is allowed, where, and with which common code, so a stricter rule holds for its changes. */
  readonly about: 'content' | 'policy'
}

export const POLICY_FILE = 'rune.yaml'

/** Sorted by path; undefined where the content is no commit, so that nobody can have approved it. */
export function neededPaths(
  { planned, subject }: Draft,
  { blobs, inventoryFiles }: Pick<Project, 'blobs' | 'inventoryFiles'>,
): readonly NeededPath[] | undefined {
  if (blobs === undefined) return undefined
  const modules = new Set(callsOf(planned).map(({ module }) => module))
  const policy = new Set([POLICY_FILE, ...inventoryFiles])
  const about = (path: string): NeededPath['about'] | undefined => {
    if (policy.has(path)) return 'policy'
    if (path === subject.runbook?.document.file) return 'content'
    const [, folder, file] = /^plugins\/([^/]+)\/(.+)$/s.exec(path) ?? []
    if (folder === undefined || file === undefined) return undefined
    if (folder === 'lib') return isDelivered(file) ? 'policy' : undefined
    if (!modules.has(folder)) return undefined
    return file === 'module.yaml' || isDelivered(file) ? 'content' : undefined
  }
  return [...blobs]
    .flatMap(([path, blob]) => {
      const what = about(path)
      return what === undefined ? [] : [{ path, blob, about: what }]
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
