import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { changes, snapshot } from '../../src/kit/snapshot.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rune-snapshot-'))
  await mkdir(join(root, 'below'))
  await writeFile(join(root, 'below/a'), 'one')
  await utimes(join(root, 'below/a'), 1_000, 1_000)
})
afterEach(() => rm(root, { recursive: true }))

async function seen(act: () => Promise<unknown>): Promise<string[]> {
  const before = await snapshot([root])
  // ctime has the resolution of the kernel's clock.
  await new Promise((resolve) => setTimeout(resolve, 20))
  await act()
  const after = await snapshot([root])
  if (typeof before === 'string' || typeof after === 'string') throw new Error('not comparable')
  return changes(before, after).map((one) => one.replace(root, ''))
}

it.each<[string, () => Promise<unknown>, string[]]>([
  ['nothing', async () => undefined, []],
  ['a new file', () => writeFile(join(root, 'b'), ''), ['/b was created']],
  ['a new folder', () => mkdir(join(root, 'c')), ['/c was created']],
  ['a new link', () => symlink('nowhere', join(root, 'l')), ['/l was created']],
  ['a removed file', () => rm(join(root, 'below/a')), ['/below/a was removed']],
  ['other bytes', () => writeFile(join(root, 'below/a'), 'two'), ['/below/a was changed']],
  ['the same bytes again', () => writeFile(join(root, 'below/a'), 'one'), ['/below/a was changed']],
  [
    'other bytes with the old time put back',
    async () => {
      await writeFile(join(root, 'below/a'), 'two')
      await utimes(join(root, 'below/a'), 1_000, 1_000)
    },
    ['/below/a was changed'],
  ],
  ['other rights of a folder', () => chmod(join(root, 'below'), 0o700), ['/below was changed']],
  [
    'a temporary file that is gone again',
    async () => {
      await writeFile(join(root, 'below/t'), '')
      await rm(join(root, 'below/t'))
    },
    [],
  ],
])('sees %s', async (_what, act, expected) => {
  await chmod(join(root, 'below'), 0o750)
  expect(await seen(act)).toEqual(expected)
})

it('takes what is not there for empty', async () => {
  expect(await snapshot([join(root, 'nothing'), join(root, 'below/a/b')])).toEqual(new Map())
})

it('says so when it cannot look at everything', async () => {
  // The folder, the folder below and its file.
  expect(await snapshot([root], 3)).toBeInstanceOf(Map)
  expect(await snapshot([root], 2)).toBe(
    'more than 2 files must not change: name fewer in unchanged',
  )
  expect(await snapshot([`/${'x'.repeat(5_000)}`])).toMatch(/cannot be looked at: ENAMETOOLONG/)
})
