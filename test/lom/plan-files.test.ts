import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openProject } from '../../src/app/project.ts'
import { draftPlan } from '../../src/lom/plan.ts'
import { planFiles } from '../../src/lom/plan-files.ts'
import { makeProject, type TestProject } from '../support/project.ts'

const read = { description: 'Reads', run: 'a.sh', effect: 'read' as const }
let project: TestProject
beforeAll(async () => {
  project = await makeProject({
    nodes: { here: { transport: 'local' } },
    modules: {
      used: { manifest: { actions: { look: read } }, files: { 'a.sh': 'exit 0\n', 'b.txt': 'b' } },
      other: { manifest: { actions: { peek: read } }, files: { 'a.sh': 'exit 0\n' } },
    },
    runbooks: {
      one: { targets: { select: 'a!=b', max: 1 }, steps: [{ uses: 'look' }] },
      two: { targets: { select: 'a!=b', max: 1 }, steps: [{ uses: 'peek' }] },
    },
    git: true,
  })
})
afterAll(() => project.cleanup())

it('names every file that a plan was made of, and no other, with the ids that git gives them', async () => {
  const opened = await openProject(project.path)
  const result = draftPlan(
    {
      runbook: 'one',
      params: {},
      dry_run: false,
      trigger: 'cli',
      actor: 'alice',
      correlation_id: 'plan-files',
      received_at: '2026-01-01T00:00:00.000Z',
    },
    opened,
  )
  if (result.kind !== 'draft') throw new Error(JSON.stringify(result))
  const sources = planFiles(result.draft.planned, opened.files)
  expect(sources.map(({ path }) => path)).toEqual([
    'inventory.yaml',
    'plugins/lib/rune_bpcs.sh',
    'plugins/used/a.sh',
    'plugins/used/b.txt',
    'plugins/used/module.yaml',
    'runbooks/one.yaml',
    'rune.yaml',
  ])
  const bytes = await readFile(join(project.path, 'plugins/used/b.txt'))
  expect(sources[3]).toEqual({
    path: 'plugins/used/b.txt',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    // git hash-object of a file that holds one b.
    blob: '63d8dbd40c23542e740659a7168a0ce3138ea748',
  })
})
