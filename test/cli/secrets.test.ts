/** Secrets through the real command line, over local and a real sshd: what is published holds none, in no encoding. */
import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { Plan, RunReport, StepRecord } from '../../src/protocol/types.gen.ts'
import { type CliResult, rune } from '../support/cli.ts'
import { leakProject, leaksIn } from '../support/leaks.ts'
import type { TestProject } from '../support/project.ts'
import { sshdNode } from '../support/project.ts'
import { shows } from '../support/secret-forms.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'

const missing = sshdMissing()

describe.skipIf(missing)(`secrets from the command line ${missing ?? ''}`, () => {
  let sshd: TestSshd
  let project: TestProject
  let unlisted: TestProject
  let folder: string
  let runs = 0
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rune-secrets-'))
    sshd = await startSshd()
    const nodes = {
      here: { transport: 'local' as const, labels: { role: 'db' } },
      'db-1': sshdNode(sshd, { labels: { role: 'db' } }),
    }
    project = await leakProject(nodes)
    unlisted = await leakProject(nodes, { secrets: { other: ['DB_ADMIN'], leak: ['OTHER'] } })
  })
  afterAll(async () => {
    await project?.cleanup()
    await unlisted?.cleanup()
    await sshd?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  interface Done extends CliResult {
    readonly record: string
    readonly report: RunReport
  }

  async function run(
    env: Readonly<Record<string, string>>,
    args: readonly string[] = [],
    { path } = project,
  ): Promise<Done> {
    runs += 1
    const record = join(folder, `record-${runs}`)
    const result = await rune(
      [
        'run',
        'leak',
        '--root',
        path,
        '--out',
        record,
        '--correlation-id',
        randomUUID(),
        '--json',
      ].concat(args),
      { env, cwd: folder },
    )
    const report: RunReport = JSON.parse(result.stdout)
    expect(issuesOf('report', report)).toEqual([])
    return { ...result, record, report }
  }

  function expectNothingOf(secret: string, { record, stdout, stderr }: Done): void {
    expect(leaksIn(record, secret)).toEqual([])
    expect(shows(Buffer.from(stdout), secret)).toEqual([])
    expect(shows(Buffer.from(stderr), secret)).toEqual([])
  }

  const recordOf = (record: string, node: string, step = 'leak'): StepRecord =>
    JSON.parse(readFileSync(join(record, `nodes/${node}/${step}.1.json`), 'utf8'))

  const SECRETS = [
    'correct-horse-battery',
    `q"u'o\\te $HOME & <b> %41+ÿ€ 𝄞`,
    `-----BEGIN PRIVATE KEY-----\n${randomBytes(48).toString('base64')}\n${randomBytes(20).toString('base64')}\n-----END PRIVATE KEY-----`,
    randomBytes(24).toString('base64'),
    '4815162342108',
  ]

  it.each(SECRETS.flatMap((secret) => ['data', 'error', 'garbage'].map((how) => [how, secret])))(
    'publishes nothing of one that a plugin tells in %s: %#',
    async (how, secret) => {
      const done = await run({ RUNE_SECRET_DB_ADMIN: secret }, ['--param', `how=${how}`])
      expect(done.status).toBe(how === 'data' ? 0 : 4)
      expectNothingOf(secret, done)
      for (const node of ['here', 'db-1']) {
        const { rcs_request: asked, bpcs_input: input } = recordOf(done.record, node)
        expect(asked.payload.data).toMatchObject({ secret_parameters: { password: 'DB_ADMIN' } })
        expect(input?.payload.input_parameters).toEqual({ how, password: '***' })
        expect(
          readFileSync(join(done.record, `nodes/${node}/leak.1.stderr.txt`), 'utf8'),
        ).toContain('trace *** | ***')
      }
    },
  )

  it('gives the plugin the very value, and a later step the mask', async () => {
    const secret = 'correct-horse-battery'
    const { report, record } = await run({ RUNE_SECRET_DB_ADMIN: secret })
    for (const node of report.nodes) {
      expect(node.steps[0]?.output).toMatchObject({ said: '***', message: 'did it' })
      expect(node.steps[0]?.warnings).toContain('a secret was masked in what the plugin printed')
      expect(node.steps[1]?.output).toMatchObject({ said: '***' })
      // The last lines of stderr are the value byte by byte; a wrong one would not be masked.
      const stderr = readFileSync(join(record, `nodes/${node.name}/leak.1.stderr.txt`), 'utf8')
      expect(stderr.trimEnd().split('\n').slice(-2)).toEqual([
        '***',
        expect.stringMatching(/^\*\*\*/),
      ])
    }
  })

  it('plans names, and the same hash for every value', async () => {
    const one = await run({ RUNE_SECRET_DB_ADMIN: 'correct-horse' })
    const two = await run({ RUNE_SECRET_DB_ADMIN: 'battery-staple' })
    const plan: Plan = JSON.parse(readFileSync(join(one.record, 'plan.json'), 'utf8'))
    expect(plan.params).toEqual({ how: 'data' })
    expect(plan.steps[0]).toMatchObject({
      input: { how: 'data' },
      secrets: { password: 'DB_ADMIN' },
    })
    expect(one.report.plan_hash).toBe(two.report.plan_hash)
    const shown = await rune(['plan', 'leak', '--root', project.path])
    expect(shown).toMatchObject({ status: 0 })
    expect(shown.stdout).toContain('password: secret, RUNE_SECRET_DB_ADMIN')
  })

  it.each(['${{inputs.db_admin}}', '{"$secret":"DB"}', 'RUNE_SECRET_DB_ADMIN'])(
    'takes a value that looks like a reference for a text: %s',
    async (how) => {
      const done = await run({ RUNE_SECRET_DB_ADMIN: 'correct-horse' }, ['--param', `how=${how}`])
      const { bpcs_input: input } = recordOf(done.record, 'here')
      expect(input?.payload.input_parameters).toEqual({ how, password: '***' })
      expectNothingOf('correct-horse', done)
    },
  )

  it('keeps every RUNE_SECRET_ variable out of what a plugin inherits', async () => {
    const env = { RUNE_SECRET_DB_ADMIN: 'correct-horse', RUNE_SECRET_OTHER: 'staple-battery' }
    const { report } = await run(env, ['--param', 'how=environment'])
    for (const node of report.nodes) {
      expect(node.steps[0]?.output?.['said']).toContain('PATH')
      expect(node.steps[0]?.output?.['said']).not.toContain('RUNE_SECRET')
    }
  })

  it('masks secrets that the plan does not use, and the key that logs in', async () => {
    const key = readFileSync(sshd.identityFile, 'utf8')
    const line = key.split('\n')[2] ?? ''
    const word = 'some-other-word'
    const env = { RUNE_SECRET_DB_ADMIN: `x${word}y`, RUNE_SECRET_OTHER: word }
    const args = ['--param', 'how=data', '--ssh-key', sshd.identityFile]
    expectNothingOf(word, await run(env, args))
    expect(line.length).toBeGreaterThan(20)
    expectNothingOf(line, await run({ RUNE_SECRET_DB_ADMIN: `xx ${line} yy` }, args))
  })

  describe('are refused before anything is connected to', () => {
    const refused = async (
      env: Readonly<Record<string, string>>,
      args: readonly string[] = [],
      where = project,
    ) => {
      const before = sshd.connections()
      const done = await run(env, args, where)
      expect(sshd.connections()).toBe(before)
      expect(done.report.nodes).toEqual([])
      expect(existsSync(join(done.record, 'nodes'))).toBe(false)
      return { ...done, problem: done.report.problems[0] }
    }

    it.each<[string, Record<string, string>, RegExp]>([
      ['that is not set', {}, /^the secret RUNE_SECRET_DB_ADMIN is not set here$/],
      ['that is empty', { RUNE_SECRET_DB_ADMIN: '' }, /is empty, as a secret of GitHub is/],
      ['that is too short to mask', { RUNE_SECRET_DB_ADMIN: 'abcde' }, /fewer than 6 characters/],
      ['that is too long', { RUNE_SECRET_DB_ADMIN: 'x'.repeat(16385) }, /more than 16 KiB/],
      [
        'that is not as declared',
        { RUNE_SECRET_DB_ADMIN: 'seven77' },
        /does not fit inputs\.db_admin: minLength$/,
      ],
      [
        'with two sources',
        { RUNE_SECRET_DB_ADMIN: 'correct-horse', RUNE_SECRET_DB_ADMIN_FILE: '/etc/passwd' },
        /are both set; keep one/,
      ],
      [
        'whose file is not there',
        { RUNE_SECRET_DB_ADMIN_FILE: '/nowhere/at/all' },
        /\/nowhere\/at\/all cannot be read: ENOENT/,
      ],
      ['whose file is a folder', { RUNE_SECRET_DB_ADMIN_FILE: '/' }, /not a regular file/],
    ])('one %s', async (_, env, message) => {
      const { problem, status, ...done } = await refused(env)
      expect(problem).toMatchObject({
        kind: 'secret-unusable',
        message: expect.stringMatching(message),
      })
      expect(status).toBe(1)
      for (const value of Object.values(env))
        if (value.length > 5 && !value.startsWith('/')) expectNothingOf(value, { ...done, status })
    })

    it('one that the policy does not list for the runbook', async () => {
      const { problem, status } = await refused(
        { RUNE_SECRET_DB_ADMIN: 'correct-horse' },
        [],
        unlisted,
      )
      expect(problem).toMatchObject({
        kind: 'policy-denied',
        rule: 'secrets',
        message:
          'policy.secrets does not list DB_ADMIN for leak, which would read RUNE_SECRET_DB_ADMIN',
      })
      expect(status).toBe(3)
    })

    it('one on the command line or in a file of parameters, with what to do', async () => {
      const done = await refused({ RUNE_SECRET_DB_ADMIN: 'correct-horse' }, [
        '--param',
        'db_admin=hunter2-is-here',
      ])
      expect(done.problem).toMatchObject({ kind: 'param-invalid' })
      expect(done.problem?.message).toMatch(/^db_admin is secret.*set RUNE_SECRET_DB_ADMIN/)
      expect(leaksIn(done.record, 'hunter2-is-here')).toEqual([])
    })

    it('one for an action by itself', async () => {
      const before = sshd.connections()
      const answer = await rune(
        [
          'exec',
          'leak',
          '--node',
          'db-1',
          '--param',
          'how=data',
          '--root',
          project.path,
          '--json',
        ].concat('--out', join(folder, 'exec')),
        { env: { RUNE_SECRET_PASSWORD: 'correct-horse' } },
      )
      expect(answer.status).toBe(3)
      expect(answer.stdout).toContain('an action by itself gets no secret')
      expect(sshd.connections()).toBe(before)
    })
  })

  it('are read from a file that only its owner can read, without its last line end', async () => {
    const file = join(folder, 'password')
    writeFileSync(file, 'correct-horse-battery\n', { mode: 0o600 })
    const env = { RUNE_SECRET_DB_ADMIN_FILE: 'password' }
    const done = await run(env)
    expect(done.status).toBe(0)
    expectNothingOf('correct-horse-battery', done)
    chmodSync(file, 0o640)
    const open = await run(env)
    expect(open.report.problems[0]?.message).toMatch(
      /can be read or written by others \(mode 640\)/,
    )
    expect(open.status).toBe(1)
  })

  describe('where a run is collected', () => {
    const secret = 'correct-horse-battery'
    /** A complete run's record as it would be, had the run been killed before the last step's answer was there. */
    async function cut(): Promise<string> {
      const { record } = await run({ RUNE_SECRET_DB_ADMIN: secret })
      const events = join(record, 'events.ndjson')
      const lines = readFileSync(events, 'utf8').split('\n')
      const first = lines.findIndex((line) => line.includes('"type":"ended"'))
      writeFileSync(events, `${lines.slice(0, first).join('\n')}\n`)
      for (const name of ['report.json', 'summary.md', 'nodes'])
        rmSync(join(record, name), { recursive: true })
      return record
    }
    const collect = async (record: string, env: Readonly<Record<string, string>>) => {
      const result = await rune(['collect', record, '--root', project.path, '--json'], { env })
      const report: RunReport = JSON.parse(result.stdout)
      return { ...result, record, report }
    }

    it('are masked by their values, where those are set', async () => {
      const done = await collect(await cut(), { RUNE_SECRET_DB_ADMIN: secret })
      const step = done.report.nodes[0]?.steps[0]
      expect(step).toMatchObject({ status: 'succeeded', output: { said: '***' } })
      expectNothingOf(secret, done)
    })

    it('take all texts of the plugins with them, where they are not', async () => {
      const record = await cut()
      const copy = join(folder, 'elsewhere')
      cpSync(record, copy, { recursive: true })
      const done = await collect(copy, {})
      const step = done.report.nodes[0]?.steps[0]
      expect(step).toMatchObject({
        status: 'succeeded',
        executed: 'yes',
        output: {},
        warnings: expect.arrayContaining([
          'what the node sent is withheld, because the value of RUNE_SECRET_DB_ADMIN is not known here',
        ]),
      })
      expectNothingOf(secret, done)
    })
  })
})
