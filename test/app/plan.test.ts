import { readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planOf } from '../../src/app/plan.ts'
import { validateProject } from '../../src/app/validate.ts'
import { systemHost } from '../../src/host.ts'
import { createRune } from '../../src/rune.ts'
import { acceptanceProject } from '../support/acceptance.ts'
import type { TestProject } from '../support/project.ts'

/** What stands between a request and its plan when files are not as they should be. */
const BROKEN: readonly [string, string, (project: TestProject) => unknown][] = [
  ['YAML that does not parse', 'document-parse', (p) => p.write('runbooks/hello.yaml', 'a: [')],
  [
    'a file without end',
    'document-limit',
    (p) => p.write('runbooks/hello.yaml', `name: hello\n#${'x'.repeat(300_000)}\n`),
  ],
  [
    'an expression that refers to nothing',
    'expression-invalid',
    (p) =>
      p.write(
        'runbooks/hello.yaml',
        'name: hello\ndescription: x\nsteps: [ { uses: hello, with: { word: "${{ inputs.none }}" } } ]\n',
      ),
  ],
  [
    'a key that is not carried out yet',
    'runbook-unsupported',
    (p) =>
      p.write(
        'runbooks/hello.yaml',
        'name: hello\ndescription: x\nsteps: [ { uses: hello, lock: x } ]\n',
      ),
  ],
  [
    'a link among the plugins',
    'plugin-file',
    (p) => symlinkSync('/etc/passwd', join(p.path, 'plugins/acceptance/link.sh')),
  ],
  [
    'a folder of plugins without module.yaml',
    'document-missing',
    (p) => rmSync(join(p.path, 'plugins/acceptance/module.yaml')),
  ],
  [
    'a policy that cannot be read',
    'policy-unavailable',
    (p) => p.write('rune.yaml', 'version: 2\n'),
  ],
]

describe('a plan', () => {
  it.each(BROKEN)('is not made of %s: %s', async (_, kind, spoil) => {
    const project = await acceptanceProject({ localhost: { transport: 'local' } })
    await spoil(project)
    const answer = await planOf(
      createRune(systemHost),
      { runbook: 'hello', params: {}, dry_run: false, trigger: 'cli', actor: 'alice' },
      { root: project.path },
    )
    await project.cleanup()
    expect(answer.kind).not.toBe('plan')
    expect(answer.problems.map((problem) => problem.kind)).toContain(kind)
  })
})

it('is not stopped by a module that it does not use; validation names it', async () => {
  const project = await acceptanceProject({ localhost: { transport: 'local' } })
  const manifest = readFileSync(join(project.path, 'plugins/acceptance/module.yaml'), 'utf8')
  await project.write('plugins/twin/module.yaml', manifest)
  const ask = {
    runbook: 'hello',
    params: {},
    dry_run: false,
    trigger: 'cli',
    actor: 'alice',
  } as const
  const answer = await planOf(createRune(systemHost), ask, { root: project.path })
  const found = await validateProject(project.path, [])
  await project.cleanup()
  expect(answer.kind).toBe('plan')
  expect(found.problems).toContainEqual(
    expect.objectContaining({ kind: 'module-duplicate', file: 'plugins/twin/module.yaml' }),
  )
})
