import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Addition, addToBranch, readBranch } from '../../src/repository/growing-branch.ts'

const AT = '2026-01-01T00:00:00.000Z'
let root: string
const git = async (...args: string[]): Promise<string> => {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  const { stdout } = await promisify(execFile)('git', [...identity, ...args], { cwd: root })
  return stdout.trim()
}
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rune-branch-'))
  await git('init', '--quiet', '--initial-branch=main')
  await writeFile(join(root, 'file'), 'committed')
  await git('add', '--all')
  await git('commit', '--quiet', '--message=first')
  await writeFile(join(root, 'file'), 'changed')
  await writeFile(join(root, 'new'), 'staged')
  await git('add', 'new')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const addition = (name: string, more: Partial<Addition> = {}): Addition => ({
  root,
  branch: 'rune-audit',
  folder: `runs/${name.slice(0, 2)}/${name}`,
  files: { 'a.json': Buffer.from(`a of ${name}`), 'b.json': Buffer.from([0, 255, 10]) },
  message: `adds ${name}`,
  by: { name: 'rune audit', email: 'rune-audit@localhost', at: AT },
  readme: 'What this is.\n',
  judge: (present) => (present.size === 0 ? 'write' : 'same'),
  ...more,
})

it('makes a branch of its own, and leaves work tree, index and HEAD as they are', async () => {
  const before = await git('status', '--porcelain=v2', '--branch')
  const answer = await addToBranch(addition('aa1'))
  expect(answer).toMatchObject({ kind: 'committed' })
  expect(await git('status', '--porcelain=v2', '--branch')).toBe(before)
  expect((await git('ls-tree', '-r', '--name-only', 'rune-audit')).split('\n')).toEqual([
    'README.md',
    'runs/aa/aa1/a.json',
    'runs/aa/aa1/b.json',
  ])
  expect(await git('log', '--format=%an %ae %cI %s', 'rune-audit')).toBe(
    'rune audit rune-audit@localhost 2026-01-01T00:00:00+00:00 adds aa1',
  )
  expect(await git('merge-base', 'main', 'rune-audit').catch(() => 'none')).toBe('none')
  await git('fsck', '--strict')
  const files = await readBranch({ root, branch: 'rune-audit' }, 'runs/aa/aa1')
  if (!(files instanceof Map)) throw new Error(String(files))
  expect(files.get('b.json')).toEqual(Buffer.from([0, 255, 10]))
})

it('grows by one commit for each folder, and by none for what is there', async () => {
  for (const name of ['aa1', 'aa2', 'bb1', 'aa1'])
    expect((await addToBranch(addition(name))).kind).toMatch(/committed|same/)
  expect(await git('rev-list', '--count', 'rune-audit')).toBe('3')
  expect(await git('ls-tree', '--name-only', 'rune-audit:runs/aa')).toBe('aa1\naa2')
  expect(await addToBranch(addition('bb1'))).toEqual({ kind: 'same' })
})

it('loses none of many that are added at the same time', async () => {
  const names = Array.from({ length: 8 }, (_, index) => `c${index}-run`)
  const answers = await Promise.all(names.map((name) => addToBranch(addition(name))))
  expect(answers.map(({ kind }) => kind)).toEqual(names.map(() => 'committed'))
  expect(await git('rev-list', '--count', 'rune-audit')).toBe('8')
  const files = await git('ls-tree', '-r', '--name-only', 'rune-audit')
  for (const name of names) expect(files).toContain(`${name}/a.json`)
  await git('fsck', '--strict')
}, 60_000)

it('asks again when the branch has moved in between', async () => {
  await addToBranch(addition('aa1'))
  let asked = 0
  const answer = await addToBranch(
    addition('dd1', {
      judge: () => {
        asked += 1
        if (asked === 1) moveBranch()
        return 'write'
      },
    }),
  )
  expect(answer.kind).toBe('committed')
  expect(asked).toBe(2)
  expect(await git('log', '--format=%s', 'rune-audit')).toBe('adds dd1\nfaster\nadds aa1')
})

/** Somebody else is faster. */
function moveBranch(): void {
  const run = (...args: string[]): string => execFileSync('git', args, { cwd: root }).toString()
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  const tree = run('rev-parse', 'rune-audit^{tree}').trim()
  const made = run(...who, 'commit-tree', tree, '-p', 'rune-audit', '-m', 'faster').trim()
  run('update-ref', 'refs/heads/rune-audit', made)
}

it('refuses a branch that is for something else, one that is checked out, and a name that is none', async () => {
  await git('branch', 'other')
  const reasonFor = async (branch: string): Promise<string> => {
    const answer = await addToBranch(addition('aa1', { branch }))
    return answer.kind === 'failed' ? answer.reason : answer.kind
  }
  expect(await reasonFor('other')).toBe(
    'other has file at its root: it is a branch for something else',
  )
  expect(await reasonFor('main')).toContain('main is checked out')
  for (const name of ['', '-x', 'a..b', 'a b', '../x'])
    expect(await reasonFor(name)).toContain('is no name of a branch')
  expect(await git('branch', '--list')).toBe('* main\n  other')
})

it('says what git says where there is no repository, and writes nothing for a conflict', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'rune-no-git-'))
  const answer = await addToBranch(addition('aa1', { root: outside }))
  expect(answer).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('git repository'),
  })
  await rm(outside, { recursive: true })
  const conflict = { kind: 'conflict', reason: 'it is another one' } as const
  expect(await addToBranch(addition('aa1', { judge: () => conflict }))).toEqual(conflict)
  expect(await readBranch({ root, branch: 'rune-audit' }, 'runs')).toBeUndefined()
})
