import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { mergedInto, openContentAt } from '../../src/repository/at-commit.ts'

let folder: string
let root: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rune-at-'))
  root = join(folder, 'repository')
  mkdirSync(root)
  git('init', '--quiet', '--initial-branch=main')
})
afterEach(() => rmSync(folder, { recursive: true }))

function git(...args: string[]): string {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org']
  return execFileSync('git', [...who, ...args], { cwd: root, encoding: 'utf8' }).trim()
}

function commit(text: string, file = 'rune.yaml'): string {
  writeFileSync(join(root, file), text)
  git('add', '--all')
  git('commit', '--quiet', '--message=x')
  return git('rev-parse', 'HEAD')
}

async function ruleFile(at: string, where = root): Promise<string> {
  const opened = await openContentAt(where, at)
  if (opened.kind === 'unavailable') return `${opened.reason} | ${opened.advice}`
  expect(opened.content.about).toEqual({ versioned: true, commit: at })
  return Buffer.from((await opened.content.read('rune.yaml')) ?? []).toString()
}

it('reads the files as they were at any commit, whatever lies in the folder', async () => {
  const [first, second] = [commit('one'), commit('two')]
  writeFileSync(join(root, 'rune.yaml'), 'not committed')
  expect(await ruleFile(first)).toBe('one')
  expect(await ruleFile(second)).toBe('two')
})

it('says what a shallow clone does not have, and how to get it', async () => {
  const first = commit('one')
  commit('two')
  const clone = join(folder, 'clone')
  git('clone', '--quiet', '--depth=1', `file://${root}`, clone)
  expect(await ruleFile(first, clone)).toMatch(
    /is not in this clone .*\| .*fetch-depth: 2.*git fetch/,
  )
})

it.each([
  ['HEAD', 'is not the full id of a commit'],
  ['--upload-pack=sh', 'is not the full id of a commit'],
  ['a'.repeat(41), 'is not the full id of a commit'],
  ['f'.repeat(40), 'is not in this clone'],
  ['f'.repeat(64), 'is not in this clone'],
])('is a value for %s', async (id, reason) => {
  commit('one')
  expect(await ruleFile(id)).toContain(reason)
})

it('takes no tree, no tag and no folder outside of git for a commit', async () => {
  const id = commit('one')
  git('tag', '-a', 'v1', '-m', 'x')
  expect(await ruleFile(git('rev-parse', 'HEAD^{tree}'))).toContain('is not in this clone')
  expect(await ruleFile(git('rev-parse', 'v1'))).toContain('not that of a commit itself')
  expect(await ruleFile(id, folder)).toContain('is not in this clone')
})

it('finds what a pull request was merged into, and only for its own merge', async () => {
  commit('one')
  git('checkout', '--quiet', '-b', 'pull')
  const head = commit('pull', 'inventory.yaml')
  git('checkout', '--quiet', 'main')
  const base = commit('two')
  expect(await mergedInto(root, head)).toBeUndefined()
  git('merge', '--quiet', '--no-ff', '--message=m', 'pull')
  expect(await mergedInto(root, head)).toBe(base)
  expect(await mergedInto(root, base)).toBeUndefined()
  const clone = join(folder, 'clone')
  git('clone', '--quiet', '--depth=2', `file://${root}`, clone)
  expect(await mergedInto(clone, head)).toBe(base)
  expect(await ruleFile(base, clone)).toBe('two')
})
