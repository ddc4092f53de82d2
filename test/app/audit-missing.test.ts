import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exportRecord } from '../../src/app/audit-export.ts'
import { auditMissing } from '../../src/app/audit-missing.ts'
import { missingText } from '../../src/app/audit-text.ts'
import { runRequest } from '../../src/app/run.ts'
import { systemHost } from '../../src/host.ts'
import { createRune } from '../../src/rune.ts'
import { makeProject, type TestProject } from '../support/project.ts'

const branch = 'rune-audit'
let project: TestProject
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rune-missing-'))
  const look = { description: 'Looks', run: 'look.sh', effect: 'read' as const }
  project = await makeProject({
    git: true,
    nodes: { here: { transport: 'local' } },
    modules: {
      ops: {
        manifest: { actions: { look } },
        files: {
          'look.sh':
            'source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\nrune_finish ok\n',
        },
      },
    },
    runbooks: { look: { steps: [{ uses: 'look' }] } },
  })
})
afterAll(async () => {
  await project?.cleanup()
  rmSync(folder, { recursive: true, force: true })
})

/** A run as a job of GitHub has it, exported to the branch. */
async function recorded(id: string): Promise<void> {
  const out = join(folder, `record-${id}`)
  const server = 'https://github.com'
  // A reason that looks like a line of an entry is text inside of one.
  const reason = '"run_id": "999",\n "run_id": "998"'
  const { report } = await runRequest(
    createRune(systemHost),
    {
      runbook: 'look',
      nodes: ['here'],
      params: {},
      dry_run: false,
      trigger: 'cli',
      actor: 'a',
      reason,
    },
    {
      root: project.path,
      out,
      github: { server, repository: 'octo/recovery', run_id: id, run_attempt: 1 },
      signal: new AbortController().signal,
      progress: { planned() {}, nodeEnded() {}, counted() {}, lost() {} },
    },
  )
  expect(report.status).toBe('good')
  expect(await exportRecord(out, { root: project.path, branch, host: systemHost })).toMatchObject({
    kind: 'exported',
  })
}

function listOf(runs: Readonly<Record<number, string>>): string {
  const path = join(folder, 'runs.json')
  const list = Object.entries(runs).map(([id, conclusion]) => ({
    databaseId: Number(id),
    status: conclusion === '' ? 'in_progress' : 'completed',
    conclusion,
    createdAt: '2026-11-21T12:00:00Z',
    url: `https://github.com/octo/recovery/actions/runs/${id}`,
  }))
  writeFileSync(path, JSON.stringify(list))
  return path
}
const missing = (runs: string, write = false) =>
  auditMissing({ runs, root: project.path, branch, write, host: systemHost })

it('names runs that left no record, and those that were deleted, and keeps the first ones', async () => {
  expect(await missing(listOf({ 101: 'success' }))).toMatchObject({
    unrecorded: [{ databaseId: 101 }],
    recorded: 0,
  })
  for (const id of ['90', '101', '104']) await recorded(id)
  const runs = listOf({ 101: 'success', 102: 'cancelled', 103: '', 105: 'startup_failure' })
  const found = await missing(runs)
  if (typeof found === 'string') throw new Error(found)
  // 90 is older than the list, 103 is still running.
  expect(found.deleted).toEqual(['104'])
  expect(found.unrecorded.map(({ databaseId }) => databaseId)).toEqual([102, 105])
  expect(missingText(found).split('\n')).toEqual([
    'no record: https://github.com/octo/recovery/actions/runs/102 of 2026-11-21T12:00:00Z, cancelled',
    'no record: https://github.com/octo/recovery/actions/runs/105 of 2026-11-21T12:00:00Z, startup_failure',
    'deleted: workflow run 104 is on the branch, and GitHub lists it no more',
    '1 with an entry, 2 without a record, 1 deleted',
    '',
  ])
  expect(await missing(runs, true)).toMatchObject({ unrecorded: [{}, {}] })
  expect(await missing(runs, true)).toMatchObject({ unrecorded: [], recorded: 3 })
  // What is noted counts as seen too: a run without a record can be deleted as well.
  expect(await missing(listOf({ 101: 'success' }))).toMatchObject({
    deleted: ['102', '104', '105'],
  })
})

it.each([
  ['{}', 'expected the list that gh run list --json prints'],
  ['[{"databaseId":"1"}]', 'entry 1 has no number databaseId'],
  ['[{"databaseId":1,"status":"completed"}]', 'entry 1 has no text conclusion'],
  ['[', 'JSON'],
])('says what is wrong with a list: %s', async (text, why) => {
  const path = join(folder, 'wrong.json')
  writeFileSync(path, text)
  expect(await missing(path)).toContain(why)
})
