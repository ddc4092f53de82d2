import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/document/diagnostic.ts'
import { planRequest } from '../../src/lom/plan.ts'
import { loadProject } from '../../src/lom/project.ts'
import { NOT_YET } from '../../src/lom/unsupported.ts'
import { EPS } from '../../src/protocol/eps.ts'
import { memoryContent } from './content.ts'

const FILES = {
  'rune.yaml': `
version: 1
policy:
  allow: [ { effects: [read, change], actors: ["*"], triggers: [cli] } ]
  limits: { transports: [local] }
`,
  'inventory.yaml': 'nodes: { localhost: { transport: local, labels: { role: self } } }\n',
  'plugins/ops/module.yaml': `
module: ops
version: 1.0.0
description: d
actions:
  look: { description: d, run: a.sh, effect: read, input: { text: { type: string, maxLength: 9 } }, output: { on: { type: boolean, required: true } } }
  act: { description: d, run: a.sh, effect: change }
`,
  'plugins/ops/a.sh': 'true',
}

async function planOf(runbook: string) {
  const files = { ...FILES, 'runbooks/r.yaml': `name: r\ndescription: d\n${runbook}` }
  const project = await loadProject(memoryContent(files))
  expect(project.runbook('r')).toMatchObject({ kind: 'runbook' })
  const request = {
    runbook: 'r',
    params: {},
    dry_run: false,
    trigger: 'cli' as const,
    actor: 'alice',
    correlation_id: 'c',
    received_at: '2026-11-20T12:00:00.000Z',
  }
  return planRequest(request, project)
}

/** One use of each key of the list. */
const USES: Readonly<Record<string, string>> = {
  lock: 'steps: [ { uses: look, lock: a } ]',
}

describe('a runbook with keys that are not carried out yet', () => {
  it.each(Object.values(NOT_YET).flat())('is valid, and not planned: %s', async (key) => {
    const result = await planOf(USES[key] ?? '')
    expect(result).toMatchObject({
      kind: 'invalid',
      problems: [{ kind: 'runbook-unsupported', file: 'runbooks/r.yaml', rule: 'supported' }],
    })
    const [found] = result.kind === 'invalid' ? result.problems : []
    expect(found?.message).toContain(`\`${key}\``)
    expect(EPS['runbook-unsupported']).toMatchObject({ code: -32101, executed: 'no' })
  })

  it('is refused at each of them, once for each place', async () => {
    const result = await planOf(`rollout: { batches: [1], concurrency: 2 }
verify:
  - { id: v, uses: look, expect: "\${{ output.on }}", until: { every: 1s, for: 2s } }
steps:
  - { id: a, uses: look, lock: x }
  - { id: b, uses: look, if: "\${{ !run.dry_run }}", lock: x }
`)
    expect(result.kind === 'invalid' && result.problems.map(formatProblem)).toEqual(
      [
        [7, 26, 'lock'],
        [8, 53, 'lock'],
      ].map(
        ([line, column, key]) =>
          `runbooks/r.yaml:${line}:${column}: this version checks \`${key}\` but does not carry it out yet, so it does not run this runbook [supported]`,
      ),
    )
  })

  it('can be planned once they are left out, and refers to how steps ended', async () => {
    const text = '"${{ steps.a.status }}"'
    const plain = `rollout: { concurrency: 2 }\nsteps: [ { id: a, uses: look }, { uses: look, with: { text: ${text} } } ]`
    expect(await planOf(plain)).toMatchObject({ kind: 'plan' })
  })

  it('is told so by the guide, which lists just these keys', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/runbooks.md'), 'utf8')
    const rows = [...guide.matchAll(/^\| `([a-z.-]+)` \|.*\| not yet \|$/gm)].map(([, key]) => key)
    expect(rows.map((key) => key?.replace('rollout.', '')).sort()).toEqual(
      Object.values(NOT_YET).flat().sort(),
    )
  })
})
