/** An editor finds the schema of every file that people write: by its first line, and by the workspace's settings. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, matchesGlob, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

const shipped = [
  { file: 'rune.yaml', schema: 'schemas/project.json' },
  { file: 'inventory.yaml', schema: 'schemas/inventory.json' },
  ...readdirSync(join(ROOT, 'runbooks'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: `runbooks/${name}`, schema: 'schemas/runbook.json' })),
  ...readdirSync(join(ROOT, 'plugins'))
    .map((name) => ({ file: `plugins/${name}/module.yaml`, schema: 'schemas/module.json' }))
    .filter(({ file }) => existsSync(join(ROOT, file))),
]

describe('an editor', () => {
  it('has files to look at', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(4)
  })

  it.each(shipped)('finds the schema of $file in its first line', ({ file, schema }) => {
    const [first = ''] = readFileSync(join(ROOT, file), 'utf8').split('\n')
    const [, to = ''] = /^# yaml-language-server: \$schema=(\S+)$/.exec(first) ?? []
    expect(relative(ROOT, resolve(ROOT, dirname(file), to))).toBe(schema)
  })

  it.each(shipped)('finds the schema of $file in the workspace settings', ({ file, schema }) => {
    const settings = JSON.parse(readFileSync(join(ROOT, '.vscode/settings.json'), 'utf8')) as {
      'yaml.schemas': Record<string, string>
    }
    const found = Object.entries(settings['yaml.schemas']).filter(([, glob]) =>
      matchesGlob(file, glob),
    )
    expect(found.map(([path]) => path)).toEqual([`./${schema}`])
    expect(existsSync(join(ROOT, schema))).toBe(true)
  })
})
