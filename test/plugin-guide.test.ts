/** The plugin guide is followed from top to bottom: files are written and commands run as they stand there. */
import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import fixtureChecks from '../schemas/test-report.json' with { type: 'json' }
import { rune } from './support/cli.ts'

const ROOT = join(import.meta.dirname, '..')
const text = readFileSync(join(ROOT, 'docs/plugin-guide.md'), 'utf8')

/** Files and commands in their order. */
const parts = [...text.matchAll(/(?:^`(plugins\/[^`]+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm)].map(
  ([, path, kind, body = '']) => ({ path, kind, body }),
)

it('can be followed from top to bottom', async () => {
  const project = await mkdtemp(join(tmpdir(), 'rune-guide-'))
  for (const part of ['plugins/lib', 'rune.yaml', 'inventory.yaml'])
    await cp(join(ROOT, part), join(project, part), { recursive: true })
  let [files, commands] = [0, 0]
  for (const { path, kind, body } of parts) {
    if (path !== undefined) {
      await mkdir(dirname(join(project, path)), { recursive: true })
      await writeFile(join(project, path), body)
      files++
    } else if (kind === 'sh') {
      for (const line of body.trim().split('\n')) {
        expect(line).toMatch(/^npx rune /)
        const result = await rune(line.split(' ').slice(2), { cwd: project })
        expect({ line, ...result }).toMatchObject({ status: 0 })
        if (line.includes('test') && !line.includes('--')) expect(result.stdout).toMatch(/^GOOD: /m)
        commands++
      }
    }
  }
  await rm(project, { recursive: true })
  expect(files).toBe(10)
  expect(commands).toBe(9)
})

it('names every function of the library, and no other', () => {
  const library = readFileSync(join(ROOT, 'plugins/lib/rune_bpcs.sh'), 'utf8')
  const there = [...library.matchAll(/^(rune_[a-z_]+)\(\)/gm)].map(([, name]) => name)
  const rows = text.split('\n').filter((line) => line.startsWith('| `rune_'))
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(rune_[a-z_]+)/g)].map(([, name]) => name),
  )
  expect(named.sort()).toEqual(there.sort())
})

it('names every check, and no other', () => {
  const { check } = fixtureChecks.$defs.case.properties.failures.items.properties
  const table = text.slice(text.indexOf('| check | fails when |'))
  const named = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name)
  expect(named).toEqual(check.enum)
})

it('links to files that are there', () => {
  for (const [, to = ''] of text.matchAll(/\]\(([^)#]+)[^)]*\)/g))
    expect(() => readFileSync(join(ROOT, 'docs', to)), to).not.toThrow()
})
