import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  fileBefore,
  type History,
  onFirstParents,
  readHistory,
} from '../../src/repository/history.ts'

describe('the history of paths', () => {
  let folder: string
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', HOME: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
      .toString()
      .trim()
  const commit = (path: string, text: string): string => {
    writeFileSync(join(folder, path), text)
    git('add', '--all')
    git('commit', '--quiet', `--message=${path}`)
    return git('rev-parse', 'HEAD')
  }
  const blob = (at: string, path: string): string => git('rev-parse', `${at}:${path}`)
  async function history(init: Partial<Parameters<typeof readHistory>[1]> = {}): Promise<History> {
    const head = git('rev-parse', 'HEAD')
    const found = await readHistory(folder, { commit: head, paths: ['a', 'b'], ...init })
    if (found.kind !== 'history') throw new Error(found.reason)
    return found
  }
  const last = (found: History, path: string) => found.changes.get(path)?.[0]

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rune-history-'))
    git('init', '--quiet', '--initial-branch=main')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('names the merge where a merge brought the content, and not the commit of the branch', async () => {
    const first = commit('a', '1')
    commit('b', '1')
    git('checkout', '--quiet', '-b', 'topic')
    const own = commit('a', '2')
    git('checkout', '--quiet', 'main')
    commit('c', 'x')
    git('merge', '--quiet', '--no-ff', '--message=merge', 'topic')
    const merge = git('rev-parse', 'HEAD')
    const found = await history()
    expect(found.changes.get('a')?.map((change) => change.commit)).toEqual([merge, first])
    expect(last(found, 'a')).toEqual({ path: 'a', commit: merge, blob: blob(merge, 'a') })
    expect(merge).not.toBe(own)
    expect(found.blobs.get('a')).toBe(blob('HEAD', 'a'))
  })

  it('names a squash and each commit of a rebase as they lie on the branch', async () => {
    commit('b', '1')
    git('checkout', '--quiet', '-b', 'topic')
    commit('a', '1')
    const second = commit('b', '2')
    git('checkout', '--quiet', 'main')
    git('cherry-pick', 'main..topic')
    const [top, below] = git('rev-list', 'HEAD').split('\n')
    const found = await history()
    expect(last(found, 'b')?.commit).toBe(top)
    expect(last(found, 'a')?.commit).toBe(below)
    expect(last(found, 'b')?.blob).toBe(blob(second, 'b'))
  })

  it('names the commit that took a change back, with the content that is there again', async () => {
    commit('a', '1')
    commit('a', '2')
    const back = commit('a', '1')
    expect(last(await history(), 'a')).toMatchObject({ commit: back, blob: blob('HEAD', 'a') })
  })

  it('looks at nothing before the baseline, which has to be on the first-parent history', async () => {
    commit('a', '1')
    const baseline = commit('b', '1')
    git('checkout', '--quiet', '-b', 'topic')
    const aside = commit('a', '2')
    git('checkout', '--quiet', 'main')
    git('merge', '--quiet', '--no-ff', '--message=merge', 'topic')
    const found = await history({ baseline })
    expect(found.changes.has('b')).toBe(false)
    expect(found.changes.get('a')).toHaveLength(1)
    for (const wrong of [aside, '1'.repeat(40), 'HEAD'])
      expect(
        await readHistory(folder, {
          commit: git('rev-parse', 'HEAD'),
          baseline: wrong,
          paths: ['a'],
        }),
      ).toMatchObject({ kind: 'unavailable', reason: expect.stringContaining(wrong) })
  })

  it('cannot tell from a shallow clone, from an id that is none, and outside git', async () => {
    commit('a', '1')
    commit('a', '2')
    const clone = join(folder, 'clone')
    git('clone', '--quiet', '--depth=1', `file://${folder}`, clone)
    const head = git('rev-parse', 'HEAD')
    const paths = ['a']
    expect(await readHistory(clone, { commit: head, paths })).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('shallow'),
      advice: expect.stringContaining('fetch-depth: 0'),
    })
    expect(await readHistory(folder, { commit: 'HEAD', paths })).toMatchObject({
      kind: 'unavailable',
    })
    expect(await readHistory(tmpdir(), { commit: head, paths })).toMatchObject({
      kind: 'unavailable',
    })
  })

  it('reads a file as it was before each commit, also where there was none', async () => {
    const first = commit('a', 'one\n')
    const second = commit('a', 'two\n')
    const third = commit('b', '')
    const before = await fileBefore(folder, 'a', [third, first, second])
    if (typeof before === 'string') throw new Error(before)
    const text = (id: string) => {
      const bytes = before.get(id)
      return bytes && Buffer.from(bytes).toString()
    }
    expect([third, first, second].map(text)).toEqual(['two\n', undefined, 'one\n'])
  })

  it('follows first parents only when it says whether a commit is on a branch', async () => {
    const first = commit('a', '1')
    git('checkout', '--quiet', '-b', 'topic')
    const aside = commit('a', '2')
    git('checkout', '--quiet', 'main')
    git('merge', '--quiet', '--no-ff', '--message=merge', 'topic')
    const head = git('rev-parse', 'HEAD')
    expect(await onFirstParents(folder, head, first)).toBe(true)
    expect(await onFirstParents(folder, head, aside)).toBe(false)
    expect(await onFirstParents(folder, '1'.repeat(40), first)).toBeUndefined()
  })
})
