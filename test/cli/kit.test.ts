import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { TestReport } from '../../src/protocol/types.gen.ts'
import { acceptanceProject } from '../support/acceptance.ts'
import { type CliResult, rune } from '../support/cli.ts'
import type { TestProject } from '../support/project.ts'

let project: TestProject
let bin: string
beforeAll(async () => {
  project = await acceptanceProject({ localhost: { transport: 'local' } })
  bin = join(project.path, 'own-bin')
  await mkdir(bin)
})
afterAll(() => project.cleanup())

/** With only these programs on PATH: git, bash and node are not looked for there. */
const at = (...args: string[]): Promise<CliResult> =>
  rune([...args, '--root', project.path], { env: { PATH: bin } })
const json = (text: string): TestReport => {
  const report = JSON.parse(text) as TestReport
  expect(issuesOf('test-report', report)).toEqual([])
  return report
}
const NOT_CHECKED = 'shell scripts were not checked: shellcheck is not installed'

describe('rune new and rune test', () => {
  it('write a plugin and a runbook that work at once', async () => {
    const made = await at('new', 'plugin', 'file_size', '--module', 'files')
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(made.stdout.split('\n')).toContain('plugins/files/file_size.sh')
    expect(await at('new', 'runbook', 'look', '--json')).toMatchObject({
      status: 0,
      stdout: `${JSON.stringify({ files: ['runbooks/look.yaml'] }, null, 2)}\n`,
    })
    expect(await at('validate')).toMatchObject({ status: 0, stdout: '' })
    const { status, stdout } = await at('test', 'files')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^passed +\d+ ms {2}files: file_size\/reports-a-file$/m)
    expect(stdout).toMatch(/\nGOOD: 1 module, 2 passed, in \d+\.\d s\n$/)
    expect(stdout.split(NOT_CHECKED)).toHaveLength(2)
  })

  it('write over nothing', async () => {
    const before = await readFile(join(project.path, 'plugins/files/module.yaml'), 'utf8')
    const again = await at('new', 'plugin', 'other', '--module', 'files')
    expect(again.status).toBe(1)
    expect(again.stderr).toContain('plugins/files is there already')
    expect(await readFile(join(project.path, 'plugins/files/module.yaml'), 'utf8')).toBe(before)
  })

  it('report a failure with what was found and expected, and end with 1', async () => {
    const file = 'plugins/files/tests/file_size/reports-a-file/expect.json'
    const before = await readFile(join(project.path, file), 'utf8')
    await project.write(file, before.replace('6', '7'))
    const { status, stdout } = await at('test', 'files')
    expect(status).toBe(1)
    expect(stdout).toContain('  output: /size_bytes is 6, expected 7\n')
    expect(stdout).toContain('  see plugins/files/tests/file_size/reports-a-file\n')
    expect(stdout).toContain('\nFAILED: 1 module, 1 passed, 1 failed, in ')
    const document = await at('test', 'files', '--json')
    expect(document.status).toBe(1)
    expect(json(document.stdout)).toMatchObject({
      status: 'failed',
      failed: 1,
      shellcheck: 'not-installed',
    })
    await project.write(file, before)
  })

  it('test all modules, and warn of actions without fixtures', async () => {
    const { status, stdout } = await at('test')
    expect(status).toBe(0)
    expect(stdout).toContain('warning: the action hello has no fixture [untested]')
    expect(stdout).toMatch(/\nGOOD: 2 modules, 2 passed, 6 warnings, in /)
  })

  it.each([
    [['test', 'no_such'], 1, 'there is no module "no_such"'],
    [['new', 'workflow', 'x'], 2, 'expected rune new plugin NAME'],
    [['new', 'runbook', 'x', '--module', 'y'], 2, 'expected rune new plugin NAME'],
    [['test', '--case', 'x'], 2, '--case belongs to rune test --record ACTION'],
    [['test', '--dry-run'], 2, '--dry-run belongs to rune test --record ACTION'],
    [['test', '--record', 'hello'], 2, 'name that with --node, and the new case with --case'],
    [
      ['test', 'files', '--record', 'hello', '--case', 'x', '--node', 'localhost'],
      2,
      'leave it out',
    ],
  ])('answer %j with status %i', async (args, status, message) => {
    const result = await at(...args)
    expect(result.status).toBe(status)
    expect(result.stdout + result.stderr).toContain(message)
  })
})

describe('rune test with shellcheck', () => {
  it('makes problems of what it finds, at the place in the project', async () => {
    const finding = (level: string, line: number, code: number) => ({
      ...{ file: 'file_size.sh', line, column: 3, level, code, message: `a ${level}` },
    })
    const comments = [finding('style', 4, 2001), finding('warning', 5, 2034)]
    await writeFile(
      join(bin, 'shellcheck'),
      `#!/bin/sh\nfor last; do :; done\nif [ "$last" = file_size.sh ]; then echo '${JSON.stringify({ comments })}'; exit 1; fi\necho '{"comments":[]}'\n`,
    )
    await chmod(join(bin, 'shellcheck'), 0o755)
    const { status, stdout } = await at('test', 'files')
    expect(status).toBe(1)
    expect(stdout).toContain('plugins/files/file_size.sh:4:3: warning: a style [SC2001]\n')
    expect(stdout).toContain('plugins/files/file_size.sh:5:3: a warning [SC2034]\n')
    expect(stdout).not.toContain(NOT_CHECKED)
    await writeFile(join(bin, 'shellcheck'), '#!/bin/sh\necho usage >&2\nexit 3\n')
    const old = await at('test', 'files')
    expect(old.status).toBe(0)
    expect(old.stdout).toContain('shellcheck could not be used')
  })
})

describe('rune test --record', () => {
  const recorded = (action: string, name: string, ...more: string[]) =>
    at('test', '--record', action, '--case', name, '--node', 'localhost', ...more)
  const read = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(join(project.path, 'plugins/acceptance/tests', path), 'utf8'))

  it('keeps a success, which then passes', async () => {
    const { status, stdout } = await recorded('hello', 'says-ho', '--param', 'word=ho')
    expect(status).toBe(0)
    expect(stdout).toContain('plugins/acceptance/tests/hello/says-ho/expect.json\n')
    expect(await read('hello/says-ho/input.json')).toEqual({ params: { word: 'ho' } })
    expect(await read('hello/says-ho/expect.json')).toEqual({
      exit: 0,
      output: { message: 'hello', node: 'localhost', word: 'ho' },
    })
  })

  it('keeps an error', async () => {
    expect((await recorded('fails', 'no-luck')).status).toBe(0)
    expect(await read('fails/no-luck/expect.json')).toEqual({
      exit: 3,
      error: { code: 3, message: 'it did not work' },
    })
    const { status, stdout } = await at('test', 'acceptance')
    expect(stdout).toContain('the error code 3 is not documented in module.yaml (errors: none)')
    expect(stdout).toMatch(/^passed .*acceptance: hello\/says-ho$/m)
    expect(status).toBe(1)
  })

  it('keeps nothing of an answer that is none, and ends as the run did', async () => {
    const { status, stderr } = await recorded('nothing', 'empty')
    expect(status).toBe(4)
    expect(stderr).toContain('there is no answer to record: output-empty')
    await expect(read('nothing/empty/input.json')).rejects.toThrow(/ENOENT/)
  })

  it('runs nothing when the case is there already, or is no name', async () => {
    for (const name of ['says-ho', '../says-ho']) {
      const { status, stderr } = await recorded('hello', name)
      expect(status).toBe(1)
      expect(stderr).not.toContain('plan ')
    }
  })

  it('says why an action cannot be run', async () => {
    const { status, stderr } = await recorded('helo', 'x')
    expect(status).toBe(1)
    expect(stderr).toContain('helo')
  })
})
