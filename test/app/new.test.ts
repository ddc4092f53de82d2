import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newPlugin, newRunbook } from '../../src/app/new.ts'
import { planOf } from '../../src/app/plan.ts'
import { testModules } from '../../src/app/test.ts'
import { validateProject } from '../../src/app/validate.ts'
import { systemHost } from '../../src/host.ts'
import type { ModuleAction } from '../../src/protocol/types.gen.ts'
import { createRune } from '../../src/rune.ts'
import { makeProject, type TestProject } from '../support/project.ts'

let project: TestProject
beforeEach(async () => {
  project = await makeProject({ nodes: { localhost: { transport: 'local' } } })
})
afterEach(() => project.cleanup())

const problems = async () => (await validateProject(project.path, [])).problems
const tested = (module?: string) =>
  testModules(createRune(systemHost), {
    root: project.path,
    ...(module === undefined ? {} : { module }),
    signal: new AbortController().signal,
    ended: () => undefined,
  })

describe('a new plugin', () => {
  it('validates and is green at once', async () => {
    expect(await newPlugin(project.path, 'file_size')).toEqual({
      kind: 'written',
      files: [
        'plugins/file_size/module.yaml',
        'plugins/file_size/file_size.sh',
        'plugins/file_size/README.md',
        'plugins/file_size/tests/file_size/reports-a-file/input.json',
        'plugins/file_size/tests/file_size/reports-a-file/expect.json',
        'plugins/file_size/tests/file_size/reports-a-file/work/note.txt',
        'plugins/file_size/tests/file_size/missing-file/input.json',
        'plugins/file_size/tests/file_size/missing-file/expect.json',
      ],
    })
    expect(await problems()).toEqual([])
    expect(await tested('file_size')).toMatchObject({ status: 'good', passed: 2, problems: [] })
    const { mode } = await stat(join(project.path, 'plugins/file_size/file_size.sh'))
    expect(mode & 0o111).toBe(0o111)
  })

  it('goes into a module of another name, and brings the library where there is none', async () => {
    const empty = join(project.path, 'empty')
    await mkdir(empty)
    const written = await newPlugin(empty, 'act', 'kit')
    expect(written).toMatchObject({ kind: 'written' })
    expect(await readFile(join(empty, 'plugins/lib/rune_bpcs.sh'), 'utf8')).toBe(
      await readFile(join(project.path, 'plugins/lib/rune_bpcs.sh'), 'utf8'),
    )
    expect(await readdir(join(empty, 'plugins'))).toEqual(['kit', 'lib'])
  })

  it.each([
    ['file-size', 'file_size would be one'],
    ['File Size', 'file_size would be one'],
    ['../x', 'is no name of an action'],
    ['', 'is no name of an action'],
    ['9a', 'is no name of an action'],
    ['a'.repeat(65), 'is no name of an action'],
    ['lib', 'plugins/lib is the shared library'],
  ])('refuses the name %s', async (name, message) => {
    const refused = await newPlugin(project.path, name)
    expect(refused).toMatchObject({ problem: { message: expect.stringContaining(message) } })
    expect(await readdir(join(project.path, 'plugins'))).toEqual(['lib'])
  })

  it.each(['a folder', 'a file', 'a link to nowhere'])('refuses %s in its place', async (what) => {
    const place = join(project.path, 'plugins/taken')
    if (what === 'a folder') await mkdir(place)
    else if (what === 'a file') await writeFile(place, '')
    else await symlink('/nowhere/at/all', place)
    expect(await newPlugin(project.path, 'taken')).toMatchObject({
      kind: 'refused',
      problem: { message: expect.stringContaining('plugins/taken is there already') },
    })
  })

  it('refuses an action that another module has', async () => {
    await newPlugin(project.path, 'act')
    expect(await newPlugin(project.path, 'act', 'other')).toMatchObject({
      problem: { message: 'the module act has an action act already; choose another name' },
    })
  })
})

describe('a new runbook', () => {
  const rune = createRune(systemHost)
  const action = (more: Partial<ModuleAction>): ModuleAction => ({
    description: 'x',
    run: 'a.sh',
    effect: 'read',
    ...more,
  })
  const withActions = async (actions: Readonly<Record<string, ModuleAction>>): Promise<void> => {
    await project.cleanup()
    project = await makeProject({
      nodes: { localhost: { transport: 'local', labels: { role: 'web' } } },
      modules: { some: { manifest: { actions }, files: { 'a.sh': 'true\n' } } },
    })
  }

  it('calls the action that needs least, and validates', async () => {
    await withActions({
      alpha: action({ effect: 'change' }),
      beta: action({ input: { text: { type: 'string', maxLength: 5, required: true } } }),
      gamma: action({ input: { text: { type: 'string', maxLength: 5 } } }),
    })
    const file = 'runbooks/look-around.yaml'
    expect(await newRunbook(project.path, 'look-around')).toEqual({
      kind: 'written',
      files: [file],
    })
    expect(await readFile(join(project.path, file), 'utf8')).toContain('uses: gamma\n')
    expect(await problems()).toEqual([])
  })

  it('asks for what its action needs, and says where it may run when that changes something', async () => {
    await withActions({
      act: action({
        effect: 'change',
        input: {
          text: { type: 'string', maxLength: 9, pattern: '^[a-z"\'${}: #]+$', required: true },
          count: { type: 'integer', default: 3 },
        },
      }),
    })
    await newRunbook(project.path, 'r')
    expect(await problems()).toMatchObject([{ rule: 'verify-missing', severity: 'warning' }])
    const ask = {
      runbook: 'r',
      params: { text: 'abc' },
      dry_run: false,
      trigger: 'cli',
      actor: 'me',
    }
    const answer = await planOf(rune, { ...ask, trigger: 'cli' }, { root: project.path })
    expect(answer).toMatchObject({ kind: 'plan', plan: { nodes: [{ name: 'localhost' }] } })
  })

  it('refuses when there is no action, a bad name or such a runbook', async () => {
    const message = async (name: string): Promise<string> => {
      const result = await newRunbook(project.path, name)
      return result.kind === 'refused' ? result.problem.message : 'written'
    }
    expect(await message('r')).toContain('rune new plugin NAME makes one')
    await newPlugin(project.path, 'act')
    expect(await message('../r')).toContain('is no name of a runbook')
    expect(await message('r')).toBe('written')
    expect(await message('R')).toContain('there is a runbook r already')
  })
})
