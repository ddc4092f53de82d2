import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasShape } from '../../src/protocol/schemas.ts'
import type { RunReport } from '../../src/protocol/types.gen.ts'
import { makeProject, type TestProject } from '../support/project.ts'
import { type Job, type JobInit, makeJob } from './job.ts'
import { MODULE, POLICY, RUNBOOKS } from './probes.ts'

const inputs = { runbook: 'sleep', params: '{"file": "/dev/null"}', 'upload-artifact': 'false' }

describe('the action and approvals', () => {
  let project: TestProject
  let job: Job

  beforeEach(async () => {
    project = await makeProject({
      // Nobody answers there: a test that connects would take its time and fail.
      nodes: { 'web-1': { address: '192.0.2.1', labels: { role: 'web' }, ssh: { user: 'rune' } } },
      runbooks: RUNBOOKS,
      modules: { probe: MODULE },
      policy: POLICY,
      git: true,
    })
  })
  afterEach(async () => {
    expect(job.github.misfits).toEqual([])
    await job.cleanup()
    await project.cleanup()
  })
  const start = async (more: Partial<JobInit> = {}): Promise<Job> => {
    job = await makeJob({ workspace: project.path, ...more, inputs: { ...inputs, ...more.inputs } })
    return job
  }
  function reportOf({ temp }: Job): RunReport {
    const [name = ''] = readdirSync(join(temp, 'rune'))
    const report: unknown = JSON.parse(
      readFileSync(join(temp, 'rune', name, 'report.json'), 'utf8'),
    )
    if (!hasShape('report', report)) throw new Error('not a report')
    return report
  }

  it('plans what two people have approved, and says nothing of the token', async () => {
    const made = await start({ inputs: { command: 'plan' } })
    const main = await made.run('main')
    expect(main, main.stdout).toMatchObject({ exit: 0, stderr: '' })
    expect([...made.github.tokens]).toEqual(['token test-token'])
    expect(main.stdout + main.summary).not.toContain('test-token')
    // Who approved it is shown before it runs.
    expect(main.stdout).toMatch(/pull request #1 by carol, dave at [0-9a-f]{12}: /)
    expect(main.summary).toContain('### Approved content')
  })

  it('refuses a run that nobody has approved, with a record, and connects to nothing', async () => {
    const made = await start()
    made.github.state.pulls = []
    const main = await made.run('main')
    expect(main).toMatchObject({ exit: 3, outputs: { status: 'refused' } })
    expect(main.durationMs).toBeLessThan(20_000)
    const report = reportOf(made)
    expect(report).toMatchObject({ status: 'refused', approval_source: 'github', nodes: [] })
    expect(report.problems.map(({ kind }) => kind)).toContain('approval-missing')
    expect(report.approvals?.map(({ path }) => path)).toContain('runbooks/sleep.yaml')
  })

  it('refuses a re-run of a run that GitHub made 29 days ago', async () => {
    const made = await start({ env: { GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '2' } })
    const created = new Date(Date.now() - 29 * 24 * 3600 * 1000).toISOString()
    made.github.state.runs = [{ id: 42, title: 'Remediate', created }]
    const main = await made.run('main')
    expect(main).toMatchObject({ exit: 3, outputs: { status: 'refused' } })
    expect(reportOf(made).problems.map(({ kind }) => kind)).toEqual(['request-expired'])
  })

  it('refuses a run without a token, which it names', async () => {
    const made = await start({ inputs: { 'github-token': '' } })
    // The runner gives an empty input as an empty variable.
    const main = await made.run('main')
    expect(main.exit).toBe(3)
    expect(reportOf(made).problems).toEqual([
      expect.objectContaining({
        kind: 'gh-forbidden',
        message: expect.stringContaining('github-token'),
      }),
    ])
    expect(made.github.calls).toEqual([])
  })

  it('refuses a commit that is on no protected branch, whatever its own policy says', async () => {
    const made = await start({ inputs: { runbook: 'say', params: '{"word": "x"}' } })
    made.github.state.head = '1'.repeat(40)
    made.github.state.instead = (call) => {
      if (call.includes('/compare/')) return { status: 404, body: '{"message": "Not Found"}' }
      if (!call.includes('/contents/')) return undefined
      const bytes = readFileSync(join(project.path, 'rune.yaml'))
      return contentReply(bytes)
    }
    const main = await made.run('main')
    expect(main.exit).toBe(3)
    expect(reportOf(made).problems).toEqual([
      expect.objectContaining({
        kind: 'approval-missing',
        message: expect.stringContaining('first-parent history of main'),
      }),
    ])
  })
})

function contentReply(bytes: Buffer) {
  const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
  const content = bytes.toString('base64')
  return { status: 200, body: JSON.stringify({ type: 'file', encoding: 'base64', content, sha }) }
}
