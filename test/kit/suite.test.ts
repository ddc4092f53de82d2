import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testModules } from '../../src/app/test.ts'
import { systemHost } from '../../src/host.ts'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { ModuleAction, TestCase, TestReport } from '../../src/protocol/types.gen.ts'
import { createRune } from '../../src/rune.ts'
import { makeProject, type TestProject } from '../support/project.ts'

const ROOT = join(import.meta.dirname, '../..')
const LIBRARY =
  '# shellcheck source=/dev/null\nsource "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\n'

async function tested(root: string, module?: string): Promise<TestReport> {
  const report = await testModules(createRune(systemHost), {
    root,
    ...(module === undefined ? {} : { module }),
    signal: new AbortController().signal,
    ended: () => undefined,
  })
  expect(issuesOf('test-report', report)).toEqual([])
  return report
}

describe('the shipped modules', () => {
  it('are green, and every action has a fixture', { timeout: 180_000 }, async () => {
    const report = await tested(ROOT)
    const wrong = report.cases.filter(({ status }) => status === 'failed')
    expect({ wrong, problems: report.problems }).toEqual({ wrong: [], problems: [] })
    expect(report.status).toBe('good')
    expect(report.passed).toBeGreaterThanOrEqual(8)
    for (const { duration_ms: ms } of report.cases) expect(ms).toBeGreaterThanOrEqual(0)
  })
})

describe('an action with a secret', () => {
  it('gets the value of its fixture, and is seen with a mask where it tells it', async () => {
    const script = `${LIBRARY}rune_out length "$(rune_param password | wc -c)"\nrune_out said "$(rune_param password)"\nrune_finish ok\n`
    const project = await makeProject({
      nodes: {},
      modules: {
        vault: {
          manifest: {
            actions: {
              tell: {
                description: 'Tells its secret',
                run: 'tell.sh',
                effect: 'read',
                input: {
                  password: {
                    type: 'string',
                    minLength: 8,
                    maxLength: 40,
                    secret: true,
                    required: true,
                  },
                },
                output: {
                  length: { type: 'string', maxLength: 9, required: true },
                  said: { type: 'string', maxLength: 40, required: true },
                },
              },
            },
          },
          files: {
            'tell.sh': script,
            'tests/tell/good/input.json': '{"params": {"password": "a test value"}}',
            'tests/tell/good/expect.json':
              '{"exit": 0, "output": {"length": "13", "said": "***", "message": "ok"}}',
            'tests/tell/short/input.json': '{"params": {"password": "brief"}}',
            'tests/tell/short/expect.json':
              '{"exit": 0, "output": {"length": "6", "said": "brief"}}',
            'tests/tell/none/input.json': '{"params": {}}',
            'tests/tell/none/expect.json': '{"exit": 0, "output": {}}',
          },
        },
      },
    })
    const { cases, problems } = await tested(project.path)
    expect(problems).toEqual([])
    await project.cleanup()
    const told = cases.map((one) => [
      one.case,
      one.status,
      one.failures.map(({ message }) => message),
    ])
    expect(told).toEqual([
      ['good', 'passed', []],
      [
        'none',
        'failed',
        expect.arrayContaining([expect.stringContaining('"password" is missing')]),
      ],
      ['short', 'failed', expect.arrayContaining([expect.stringContaining('too short')])],
    ])
  })
})

describe('a module in two languages', () => {
  let project: TestProject
  beforeAll(async () => {
    project = await makeProject({ nodes: {} })
    await cp(
      join(import.meta.dirname, 'two_languages'),
      join(project.path, 'plugins/two_languages'),
      {
        recursive: true,
      },
    )
  })
  afterAll(() => project.cleanup())

  it('keeps the same contract in both', async () => {
    const report = await tested(project.path)
    expect(report).toMatchObject({ status: 'good', passed: 8, problems: [] })
    const names = (action: string): string[] =>
      report.cases.flatMap((one) => (one.action === action ? [`${one.case} ${one.dry_run}`] : []))
    expect(names('count_lines_py')).toEqual(names('count_lines_sh'))
  })

  it('shows it when a dry run changes something, in both', async () => {
    for (const [file, from] of [
      ['count_lines.py', 'and not dry_run'],
      ['count_lines.sh', '&& ! rune_dry_run'],
    ] as const) {
      const path = `plugins/two_languages/${file}`
      const text = await readFile(join(project.path, path), 'utf8')
      expect(text).toContain(from)
      await project.write(path, text.replace(from, ''))
    }
    const report = await tested(project.path)
    const failed = report.cases.filter(({ status }) => status === 'failed')
    expect(failed.map(({ action, case: name }) => `${action}/${name}`)).toEqual([
      'count_lines_py/only-looks',
      'count_lines_sh/only-looks',
    ])
    for (const { failures } of failed)
      expect(failures).toEqual([
        {
          check: 'dry-run',
          message: 'a dry run must change nothing, but the working folder/list.txt was changed',
        },
      ])
  })
})

describe('plugins that break the contract', () => {
  const scripts: Readonly<Record<string, string>> = {
    works: `${LIBRARY}rune_out word hi\nrune_finish`,
    other_code: `${LIBRARY}rune_error 7 "no luck"`,
    dies: `${LIBRARY}echo about to die >&2\nfalse`,
    two_objects: 'printf "{}{}"',
    exits_wrongly: `${LIBRARY}trap 'exit 3' EXIT\nrune_finish`,
    sleeps: 'sleep 60',
    needs: `${LIBRARY}rune_finish`,
    environment: `${LIBRARY}names=$(compgen -e | sort | tr '\\n' ' ')\nrune_out names "$names"\nrune_out where "$PWD"\nrune_out home "$HOME"\nrune_finish`,
    writes: `${LIBRARY}date >stamp\nmkdir -p "$HOME/.cache"\nrune_finish`,
    touches: `${LIBRARY}path=$(rune_param path)\ndate >"$path/new"\nrune_finish`,
  }
  const actions = Object.fromEntries(
    Object.keys(scripts).map((name): [string, ModuleAction] => [
      name,
      {
        description: `Test action ${name}`,
        run: `${name}.sh`,
        effect: 'read',
        timeout: name === 'sleeps' ? '1s' : '20s',
        'dry-run': name !== 'works',
        requires: name === 'needs' ? ['rune-no-such-program'] : [],
        input: { path: { type: 'string', maxLength: 200, pattern: '^/.*$' } },
        output: {
          word: { type: 'string', maxLength: 99 },
          names: { type: 'string', maxLength: 999 },
          where: { type: 'string', maxLength: 999 },
          home: { type: 'string', maxLength: 999 },
        },
        errors: [{ code: 1, means: 'something' }],
      },
    ]),
  )
  const watched = join(tmpdir(), `rune-watched-${process.pid}`)
  const good = '{"exit":0,"output":{}}'
  const fixtures: Readonly<Record<string, readonly [input: string, expect: string]>> = {
    'works/good': ['{"params":{}}', '{"exit":0,"output":{"word":"hi"}}'],
    'works/other-word': ['{"params":{}}', '{"exit":0,"output":{"word":"ho"}}'],
    'works/other-exit': ['{"params":{}}', '{"exit":4,"error":{"code":4}}'],
    'works/no-such-parameter': ['{"params":{"pth":"/x"}}', good],
    'works/dry': ['{"params":{},"context":{"dry_run":true}}', good],
    'other_code/same': ['{"params":{}}', '{"exit":7,"error":{"code":7,"message":"luck"}}'],
    'dies/is-100': ['{"params":{}}', '{"exit":100,"error":{"code":100}}'],
    'dies/not-good': ['{"params":{}}', good],
    'two_objects/x': ['{"params":{}}', good],
    'exits_wrongly/x': ['{"params":{}}', good],
    'sleeps/x': ['{"params":{}}', good],
    'needs/x': ['{"params":{}}', good],
    'needs/has-it': ['{"params":{}}', good],
    'environment/x': ['{"params":{}}', good],
    'writes/for-real': ['{"params":{}}', good],
    'writes/dry': ['{"params":{},"context":{"dry_run":true}}', good],
    'touches/it': [
      JSON.stringify({ params: { path: watched } }),
      JSON.stringify({ exit: 0, output: {}, unchanged: [watched] }),
    ],
  }
  let project: TestProject
  let report: TestReport

  beforeAll(async () => {
    await mkdir(watched)
    project = await makeProject({
      nodes: {},
      modules: {
        broken: {
          manifest: { actions },
          files: Object.fromEntries(
            Object.entries(scripts).map(([name, text]) => [
              `${name}.sh`,
              `#!/usr/bin/env bash\nset -euo pipefail\n${text}\n`,
            ]),
          ),
        },
      },
    })
    const folder = 'plugins/broken/tests'
    for (const [name, [input, answer]] of Object.entries(fixtures)) {
      await project.write(`${folder}/${name}/input.json`, input)
      await project.write(`${folder}/${name}/expect.json`, answer)
    }
    await project.write(`${folder}/needs/has-it/bin/rune-no-such-program`, '#!/bin/sh\n')
    report = await tested(project.path)
  })
  afterAll(async () => {
    await rm(watched, { recursive: true })
    await project.cleanup()
  })

  const of = (name: string): TestCase => {
    const found = report.cases.find((one) => `${one.action}/${one.case}` === name)
    if (found === undefined) throw new Error(`no case ${name}`)
    return found
  }

  it('fails as a whole, and runs every case', () => {
    expect(report.status).toBe('failed')
    expect(report.cases).toHaveLength(Object.keys(fixtures).length)
  })

  it.each(['works/good', 'dies/is-100', 'needs/has-it', 'environment/x', 'writes/for-real'])(
    'passes %s',
    (name) => expect(of(name)).toMatchObject({ status: 'passed', failures: [] }),
  )

  it.each([
    ['works/other-word', 'output', '/word is "hi", expected "ho"'],
    ['works/other-exit', 'exit', 'the exit status is 0, expected 4'],
    ['works/other-exit', 'error', 'it succeeded, expected error 4'],
    ['works/no-such-parameter', 'input', 'a run would refuse these parameters'],
    ['works/dry', 'dry-run', 'works does not declare dry-run'],
    [
      'other_code/same',
      'undocumented',
      'the error code 7 is not documented in module.yaml (errors: 1)',
    ],
    ['dies/not-good', 'exit', 'the exit status is 100, expected 0'],
    ['dies/not-good', 'error', 'it reported error 100: '],
    ['two_objects/x', 'contract', 'output-multiple: '],
    ['exits_wrongly/x', 'contract', 'exit-mismatch: '],
    ['sleeps/x', 'contract', 'plugin-timeout: sleeps was stopped at its time limit of 1 s'],
    ['needs/x', 'contract', 'node-prereq: the node lacks: rune-no-such-program'],
    [
      'writes/dry',
      'dry-run',
      'a dry run must change nothing, but the working folder/.cache was created',
    ],
    [
      'writes/dry',
      'dry-run',
      'a dry run must change nothing, but the working folder/stamp was created',
    ],
    ['touches/it', 'unchanged', `${watched}/new was created`],
  ])('fails %s by %s', (name, check, message) => {
    const { status, failures } = of(name)
    expect(status).toBe('failed')
    const said = failures.filter((one) => one.check === check).map((one) => one.message)
    expect(
      said.some((one) => one.startsWith(message)),
      said.join('\n'),
    ).toBe(true)
  })

  it('keeps what the plugin wrote to stderr', () => {
    expect(of('dies/not-good').stderr).toContain('about to die')
  })

  it('gives the plugin the environment of a run, and no other', async () => {
    await project.write(
      'plugins/broken/tests/environment/x/expect.json',
      '{"exit":0,"output":{"names":"","home":"","where":""}}',
    )
    const again = await tested(project.path, 'broken')
    const messages = again.cases
      .find(({ action }) => action === 'environment')
      ?.failures.map(({ message }) => message)
      .join('\n')
    // Bash adds the last three by itself.
    const names = 'HOME LANG LOGNAME PATH RUNE_LIB RUNE_RUN_KEY USER'.split(' ')
    const found = /\/names is "([^"]*)"/
      .exec(messages ?? '')?.[1]
      ?.trim()
      .split(' ')
    expect(found?.filter((name) => !['PWD', 'SHLVL', '_', 'OLDPWD'].includes(name))).toEqual(names)
    const where = /\/where is "([^"]*)"/.exec(messages ?? '')?.[1] ?? ''
    expect(where).toMatch(/rune-test-\w+\/work$/)
    // The folder goes with the case.
    expect(existsSync(where)).toBe(false)
    expect(/\/home is "([^"]*)"/.exec(messages ?? '')?.[1]).toBe(where)
  })
})

describe('fixtures that cannot be read', () => {
  it('are problems with their place; what has none is a warning', async () => {
    const action = { description: 'x', run: 'a.sh', effect: 'change', 'dry-run': true } as const
    const project = await makeProject({
      nodes: {},
      modules: {
        odd: {
          manifest: { actions: { alpha: action, beta: action } },
          files: { 'a.sh': `#!/usr/bin/env bash\n${LIBRARY}rune_finish\n` },
        },
      },
    })
    const tests = 'plugins/odd/tests'
    await project.write(`${tests}/alpha/one/input.json`, '{"params":{}}')
    await project.write(`${tests}/alpha/one/expect.json`, '{"exit":0,"output":{}}')
    await project.write(`${tests}/alpha/two/input.json`, '{"params":{}')
    await project.write(`${tests}/alpha/stray.json`, '{}')
    await project.write(`${tests}/alhpa/one/input.json`, '{"params":{}}')
    await project.write(`${tests}/alhpa/one/expect.json`, '{"exit":0,"output":{}}')
    const report = await tested(project.path)
    await project.cleanup()
    expect(report).toMatchObject({ status: 'failed', passed: 1, failed: 0, warnings: 2 })
    const said = report.problems.map(
      ({ severity, file, rule, message }) => `${severity} ${file} ${rule}: ${message}`,
    )
    expect(said).toEqual([
      `error ${tests}/alhpa/one fixture: odd has no action alhpa; did you mean alpha?`,
      `warning ${tests}/alpha untested: the action alpha declares dry-run, and no fixture tries one`,
      `error ${tests}/alpha/stray.json fixture: expected a folder with input.json and expect.json here`,
      `error ${tests}/alpha/two/expect.json fixture: this file is missing; a case has an input.json and an expect.json`,
      expect.stringMatching(/^error .*alpha\/two\/input\.json yaml: /),
      `warning ${tests}/beta untested: the action beta has no fixture`,
    ])
  })

  it('belong to modules that can be read', async () => {
    const project = await makeProject({
      nodes: {},
      modules: { bad: { manifest: 'module: bad\n' } },
    })
    const report = await tested(project.path, 'bad')
    expect(report).toMatchObject({ status: 'failed', modules: 0 })
    expect(report.problems[0]?.file).toBe('plugins/bad/module.yaml')
    const missing = await tested(project.path, 'badd')
    expect(missing.problems).toMatchObject([
      { message: 'there is no module "badd"; did you mean bad?' },
    ])
    await project.cleanup()
  })
})

it('ends when it is cancelled, with what it knows by then', async () => {
  const project = await makeProject({
    nodes: {},
    modules: {
      slow: {
        manifest: { actions: { slow: { description: 'x', run: 's.sh', effect: 'read' } } },
        files: { 's.sh': 'sleep 30\n' },
      },
    },
  })
  await project.write('plugins/slow/tests/slow/x/input.json', '{"params":{}}')
  await project.write('plugins/slow/tests/slow/x/expect.json', '{"exit":0,"output":{}}')
  const stop = new AbortController()
  setTimeout(() => stop.abort('test'), 1_000)
  const began = performance.now()
  const report = await testModules(createRune(systemHost), {
    root: project.path,
    signal: stop.signal,
    ended: () => undefined,
  })
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(report).toMatchObject({ status: 'cancelled', cases: [] })
  await project.cleanup()
})
