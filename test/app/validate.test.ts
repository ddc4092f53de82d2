import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validateProject, validateWithSource } from '../../src/app/validate.ts'
import { makeProject, type TestProject } from '../support/project.ts'

const MODULE = `module: ops
version: 1.0.0
description: d
actions:
  look: { description: d, run: look.sh, effect: read, input: { text: { type: string } } }
`
const RUNBOOK = 'name: broken\r\ndescription: d\r\nsteps:\r\n  - uses: lok\r\n'

describe('validation', () => {
  let project: TestProject
  beforeAll(async () => {
    project = await makeProject({
      nodes: { localhost: { transport: 'local' } },
      runbooks: { broken: RUNBOOK, 'not-text': 'name: not-text\ndescription: "\\ud800"\n' },
      modules: { ops: { manifest: MODULE, files: { 'look.sh': '#!/bin/bash\n' } } },
    })
  })
  afterAll(() => project.cleanup())

  it('gives the line of the file where each problem is', async () => {
    const { diagnostics, sourceLine } = await validateWithSource(project.path, [])
    const shown = diagnostics.problems.map((one) => [one.file, one.line, sourceLine(one)])
    expect(shown).toEqual([
      ['plugins/ops/module.yaml', 5, MODULE.split('\n')[4]],
      ['runbooks/broken.yaml', 4, '  - uses: lok'],
      ['runbooks/not-text.yaml', 2, 'description: "\\ud800"'],
    ])
  })

  it('counts a parameter without an end as a warning, with which all is good', async () => {
    const found = await validateProject(project.path, ['plugins/ops/module.yaml'])
    expect(found).toMatchObject({ status: 'good', files: 1, errors: 0, warnings: 1 })
    expect(found.problems).toMatchObject([
      { rule: 'unbounded', severity: 'warning', line: 5, column: 70 },
    ])
  })
})
