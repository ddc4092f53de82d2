/** Secrets in a job of GitHub: given by the environment, masked in the log before anything else is printed. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { leakProject, leaksIn } from '../support/leaks.ts'
import type { TestProject } from '../support/project.ts'
import { obeyedCommands } from '../support/runner-oracle.ts'
import { shows } from '../support/secret-forms.ts'
import { type Job, makeJob } from './job.ts'

const SECRET = 'correct horse & battery/staple'

let project: TestProject
let jobs: Job[] = []
beforeAll(async () => {
  project = await leakProject({ here: { transport: 'local', labels: { role: 'db' } } })
})
afterAll(async () => {
  await Promise.all(jobs.map((job) => job.cleanup()))
  await project?.cleanup()
})

async function jobWith(env: Readonly<Record<string, string>>, inputs = {}): Promise<Job> {
  const job = await makeJob({
    workspace: project.path,
    inputs: { runbook: 'leak', 'upload-artifact': 'false', ...inputs },
    env,
  })
  jobs = [...jobs, job]
  return job
}

it.each(['data', 'error'])('shows nothing of one that a plugin tells in %s', async (how) => {
  const job = await jobWith({ RUNE_SECRET_DB_ADMIN: SECRET }, { params: `{"how": "${how}"}` })
  const { stdout, stderr, summary, outputs, exit } = await job.run('main')
  expect(exit).toBe(how === 'data' ? 0 : 4)
  const lines = stdout.split('\n')
  const masks = lines.filter((line) => line.startsWith('::add-mask::'))
  expect(lines.slice(0, masks.length)).toEqual(masks)
  const masked = masks.map((line) => line.slice('::add-mask::'.length))
  // The runner's own escape of a percent sign.
  for (const form of [SECRET, encodeURIComponent(SECRET), Buffer.from(SECRET).toString('hex')])
    expect(masked).toContain(form.replaceAll('%', '%25'))
  const rest = lines.filter((line) => !line.startsWith('::add-mask::')).join('\n')
  const shown = Buffer.from([rest, stderr, summary, JSON.stringify(outputs)].join('\n'))
  expect(shows(shown, SECRET)).toEqual([])
  expect(leaksIn(job.temp, SECRET)).toEqual([])
  const own = ['group', 'endgroup', 'error', 'warning', 'notice', 'debug']
  expect(obeyedCommands(rest).filter(({ command }) => !own.includes(command))).toEqual([])
})

it('is not among what a plugin on the runner inherits', async () => {
  const job = await jobWith({ RUNE_SECRET_DB_ADMIN: SECRET }, { params: '{"how": "environment"}' })
  const { exit, summary } = await job.run('main')
  expect(exit).toBe(0)
  expect(summary).not.toContain('RUNE_SECRET_DB_ADMIN=')
})

it('refuses one in the input params, and one that GitHub does not know', async () => {
  const given = await jobWith(
    { RUNE_SECRET_DB_ADMIN: SECRET },
    { params: '{"db_admin": "hunter2-is-here"}' },
  )
  const refused = await given.run('main')
  expect(refused.exit).toBe(1)
  expect(refused.stdout).toContain('db_admin is secret')
  expect(refused.stdout).not.toContain('hunter2-is-here')
  expect(leaksIn(given.temp, 'hunter2-is-here')).toEqual([])
  const empty = await (await jobWith({ RUNE_SECRET_DB_ADMIN: '' })).run('main')
  expect(empty.exit).toBe(1)
  expect(empty.stdout).toContain('RUNE_SECRET_DB_ADMIN is empty')
})
