import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeRecord } from '../../src/app/recover.ts'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { Attestation, AuditVerdict } from '../../src/protocol/types.gen.ts'
import { type CliResult, rune } from '../support/cli.ts'
import { rehash } from '../support/forge.ts'
import { makeProject, type TestProject } from '../support/project.ts'

const LIBRARY = 'source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\n'
let project: TestProject
let folder: string
let record: string
let head: string
let runs = 0

/** Runs in the project's folder, so that what is named there is found. */
const at = (...args: string[]): Promise<CliResult> => rune(args, { cwd: project.path })
const verify = async (...args: string[]): Promise<AuditVerdict & { exit: number | null }> => {
  const { stdout, stderr, status } = await at('audit', 'verify', ...args, '--json')
  const verdict = JSON.parse(stdout || `"${stderr}"`) as AuditVerdict
  expect(issuesOf('audit', verdict)).toEqual([])
  return { ...verdict, exit: status }
}
const messages = ({ findings }: AuditVerdict): string =>
  findings.map(({ file, message }) => `${file}: ${message}`).join('\n')
const copy = (): string => {
  runs += 1
  const path = join(folder, `copy-${runs}`)
  cpSync(record, path, { recursive: true })
  return path
}
async function run(runbook: string, ...more: string[]): Promise<{ path: string; head: string }> {
  runs += 1
  const path = join(folder, `record-${runs}`)
  const { stderr } = await at('run', runbook, '--node', 'here', '--out', path, ...more)
  return { path, head: /record head ([0-9a-f]{64})/.exec(stderr)?.[1] ?? stderr }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rune-audit-cli-'))
  const one = (name: string) => ({ description: name, run: `${name}.sh`, effect: 'read' as const })
  const script = (end: string) => `${LIBRARY}echo noise >&2\n${end}\n`
  const steps = (...uses: string[]) => ({ steps: uses.map((name) => ({ uses: name })) })
  project = await makeProject({
    nodes: { here: { transport: 'local' } },
    modules: {
      test: {
        manifest: { actions: { good: one('good'), bad: one('bad'), slow: one('slow') } },
        files: {
          'good.sh': script('rune_finish ok'),
          'bad.sh': script('rune_fail 3 broken'),
          'slow.sh': script('sleep 3\nrune_finish ok'),
        },
      },
    },
    runbooks: { good: steps('good'), bad: steps('good', 'bad'), slow: steps('slow') },
    git: true,
  })
  const first = await run('good', '--reason', 'because', '--ticket', 'INC-7')
  record = first.path
  head = first.head
}, 60_000)
afterAll(async () => {
  await project.cleanup()
  await rm(folder, { recursive: true, force: true })
})

describe('rune audit verify', () => {
  it('finds a record as the run wrote it, by everything that it can be compared with', async () => {
    const attestation = join(record, 'attestation.json')
    const verdict = await verify(record, '--head', head, '--repo', '.', '--statement', attestation)
    expect(verdict).toMatchObject({ exit: 0, good: true, state: 'finished', head, findings: [] })
    expect(verdict.compared).toEqual([
      ...['chain', 'files', 'report', 'attestation', 'head', 'repository', 'statement'],
    ])
    const { stdout, status } = await at('audit', 'verify', record)
    expect(status).toBe(0)
    expect(stdout).toContain('intact and finished')
    expect(stdout).toContain('compare the head')
  })

  it('finds the record of a failed, a refused and an invalid run whole too', async () => {
    for (const made of [
      await run('bad'),
      await run('good', '--param', 'more=1'),
      await run('nowhere'),
    ]) {
      const verdict = await verify(made.path, '--head', made.head)
      expect(messages(verdict)).toBe('')
      expect(verdict).toMatchObject({ exit: 0, state: 'finished' })
    }
  }, 60_000)

  it('says who, what, why, with which versions and from which files, and nothing that is kept out', () => {
    const events = readFileSync(join(record, 'events.ndjson'), 'utf8').split('\n')
    const [first, second] = events.slice(0, 2).map((line) => JSON.parse(line).data)
    expect(first).toMatchObject({ reason: 'because', ticket: 'INC-7', trigger: 'cli' })
    expect(first.content).toEqual({ versioned: true, commit: project.commit })
    expect(first.tool).toMatchObject({
      name: 'rune',
      schemas_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      node: process.versions.node,
    })
    expect(second.sources.map(({ path }: { path: string }) => path)).toContain(
      'plugins/test/good.sh',
    )
    const { predicate } = JSON.parse(
      readFileSync(join(record, 'attestation.json'), 'utf8'),
    ) as Attestation
    expect(JSON.stringify(predicate)).not.toMatch(/because|here/)
  })

  it('names the first bad line and its first byte, and exits with 1', async () => {
    const path = copy()
    const events = join(path, 'events.ndjson')
    const text = readFileSync(events, 'utf8')
    writeFileSync(events, text.replace('"type":"prepared"', '"type":"started" '))
    const line = text.split('\n').findIndex((one) => one.includes('"type":"prepared"'))
    const verdict = await verify(path)
    expect(verdict).toMatchObject({ exit: 1, good: false, state: 'altered' })
    expect(verdict.findings[0]).toMatchObject({
      file: 'events.ndjson',
      line: line + 1,
      offset: text.split('\n').slice(0, line).join('\n').length + 1,
    })
    const { stdout, status } = await at('audit', 'verify', path)
    expect(status).toBe(1)
    expect(stdout).toMatch(/^ALTERED\nevents\.ndjson:\d+ \(from byte \d+\): /)
  })

  it('does not call a record good whose end is missing', async () => {
    const path = copy()
    const events = join(path, 'events.ndjson')
    const lines = readFileSync(events, 'utf8').trimEnd().split('\n')
    writeFileSync(events, `${lines.slice(0, -1).join('\n')}\n`)
    for (const file of ['report.json', 'summary.md', 'attestation.json']) rmSync(join(path, file))
    expect(await verify(path)).toMatchObject({ exit: 1, good: false, state: 'unfinished' })
    expect((await at('audit', 'verify', path)).stdout).toContain('its last lines may be missing')
    expect(await verify(path, '--head', head)).toMatchObject({ exit: 1, state: 'altered' })
  })

  it('compares the files of the run with the commit in a clone', async () => {
    await project.write('plugins/test/good.sh', `${LIBRARY}rune_finish other\n`)
    await project.commitAll()
    // The commit of the run is still there, whatever came after it.
    expect(await verify(record, '--repo', '.')).toMatchObject({ exit: 0 })
    const elsewhere = await makeProject({ nodes: {}, git: true })
    expect(messages(await verify(record, '--repo', elsewhere.path))).toContain('not in this clone')
    await elsewhere.cleanup()
    await project.write('rune-audit.txt', 'not of the project')
    await project.write('runbooks/good.yaml', 'name: good\n')
    const loose = await run('bad')
    expect(messages(await verify(loose.path, '--repo', '.'))).toContain('the run used no commit')
    await project.commitAll()
  }, 60_000)

  it('reads statements bare, in an envelope, in a bundle and several a file, and refuses others', async () => {
    const own = JSON.parse(readFileSync(join(record, 'attestation.json'), 'utf8')) as Attestation
    const file = join(folder, 'statement')
    const wrapped = (statement: unknown) => ({
      payloadType: 'application/vnd.in-toto+json',
      payload: Buffer.from(JSON.stringify(statement)).toString('base64'),
      signatures: [{ sig: 'AA==' }],
    })
    const with_ = async (...values: unknown[]) => {
      writeFileSync(file, values.map((value) => `${JSON.stringify(value)}\n`).join(''))
      return verify(record, '--statement', file)
    }
    const slsa = { ...own, predicateType: 'https://slsa.dev/provenance/v1' }
    for (const good of [
      [wrapped(own)],
      [{ dsseEnvelope: wrapped(own) }],
      [wrapped(slsa), wrapped(own)],
    ])
      expect(await with_(...good)).toMatchObject({ exit: 0, findings: [] })
    const other = { ...own, predicate: { ...own.predicate, actor: 'mallory' } }
    expect(messages(await with_(wrapped(other)))).toContain('predicate.actor is "mallory"')
    expect(messages(await with_(wrapped(slsa)))).toContain('predicateType is')
    expect(messages(await with_({ ...wrapped(own), payloadType: 'text/plain' }))).toContain(
      '_type is',
    )
    writeFileSync(file, 'no JSON')
    expect(messages(await verify(record, '--statement', file))).toContain('it is not JSON')
    expect(messages(await verify(record, '--statement', 'nowhere'))).toContain('no such file')
  }, 60_000)

  it('says what is no record, and what is no head', async () => {
    expect(messages(await verify(folder))).toBe('events.ndjson: it is missing')
    expect(await at('audit', 'verify', record, '--head', 'latest')).toMatchObject({ status: 2 })
    expect(await at('audit', 'verify')).toMatchObject({ status: 2 })
    expect((await at('audit', '--help')).stdout).toContain('export')
  })
})

describe('rune audit export', () => {
  const kindsOf = async (...args: string[]): Promise<unknown[]> => {
    const { stdout } = await at('audit', 'export', ...args, '--json')
    const { entries } = JSON.parse(stdout) as { entries: { problem?: { kind: string } }[] }
    return entries.map(({ problem }) => problem?.kind)
  }

  it('keeps one entry a run, once, and compares a record with it', async () => {
    const missing = await verify(record, '--against-branch')
    expect(messages(missing)).toBe('rune-audit: there is no such branch')
    const second = await run('bad')
    const first = await at('audit', 'export', record, second.path)
    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(first.stdout.match(/exported as [0-9a-f]{40}/g)).toHaveLength(2)
    const again = await at('audit', 'export', record, '--json')
    expect(JSON.parse(again.stdout).entries).toMatchObject([{ kind: 'unchanged' }])
    for (const path of [record, second.path])
      expect(await verify(path, '--against-branch')).toMatchObject({ exit: 0, findings: [] })
    expect(existsSync(join(project.path, 'runs'))).toBe(false)
    const third = await run('good')
    expect(messages(await verify(third.path, '--against-branch'))).toContain('no entry of the run')
  }, 60_000)

  it('refuses what was altered, what has no report, and a name that is none', async () => {
    const path = copy()
    writeFileSync(join(path, 'report.json'), '{}')
    const altered = await at('audit', 'export', path)
    expect(altered).toMatchObject({ status: 1, stdout: '' })
    expect(altered.stderr).toContain('it was altered: report.json: its digest is')
    const failed = await at('audit', 'export', record, '--branch', 'a..b')
    expect(failed).toMatchObject({ status: 1 })
    expect(failed.stderr).toContain('"a..b" is no name of a branch')
    expect(await kindsOf('--branch', 'a..b', record)).toEqual(['audit-export'])
    const json = await at('audit', 'export', record, path, '--json')
    expect(JSON.parse(json.stdout).entries).toMatchObject([
      { kind: 'unchanged' },
      { kind: 'refused', problem: { kind: 'record-invalid' } },
    ])
  })

  it('refuses loudly a run that is there with other content', async () => {
    await at('audit', 'export', record)
    // Another run, told to be the same one from its first line on.
    const forged = await run('bad')
    const ids = [record, forged.path].map(
      (path) => JSON.parse(readFileSync(join(path, 'report.json'), 'utf8')).run_id as string,
    )
    rehash(forged.path, (text) => text.replaceAll(ids[1] ?? '', ids[0] ?? ''))
    expect(await verify(forged.path)).toMatchObject({ exit: 0, state: 'finished' })
    const refused = await at('audit', 'export', forged.path)
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toContain('with other content')
    expect(await kindsOf(forged.path)).toEqual(['audit-conflict'])
    expect(refused.stderr).toContain('Two records claim to be the same run')
    expect(messages(await verify(forged.path, '--against-branch'))).toContain('runs/')
    expect(await verify(record, '--against-branch')).toMatchObject({ exit: 0 })
  }, 60_000)
})

describe('the record of a run that was killed', () => {
  it('is unfinished, then recovered, then collected, and its entry grows with it', async () => {
    const path = join(folder, 'killed')
    const events = join(path, 'events.ndjson')
    await rune(['run', 'slow', '--node', 'here', '--out', path], {
      cwd: project.path,
      onStderr: (kill) => void killWhenStarted(events, () => kill('SIGKILL')),
    })
    expect(await verify(path)).toMatchObject({ exit: 1, state: 'unfinished', findings: [] })
    expect((await at('audit', 'export', path)).stderr).toContain('it has no report')

    // As the action's post step does where the nodes cannot be asked.
    const closed = await closeRecord(path)
    if (closed.kind !== 'report') throw new Error(closed.reason)
    const recovered = await verify(path, '--head', closed.recordHead ?? '')
    expect(messages(recovered)).toBe('')
    expect(recovered).toMatchObject({ exit: 0, state: 'recovered', status: 'unknown' })
    expect(recovered.unnamed).toEqual(['report.json', 'summary.md'])
    expect((await at('audit', 'export', path)).stdout).toContain('exported as')

    const { stderr } = await at('collect', path)
    const head = /record head ([0-9a-f]{64})/.exec(stderr)?.[1] ?? stderr
    const collected = await verify(path, '--head', head)
    expect(messages(collected)).toBe('')
    expect(collected).toMatchObject({ exit: 0, state: 'collected' })
    expect(messages(await verify(path, '--against-branch'))).toContain('gone on with since')
    expect((await at('audit', 'export', path)).stdout).toContain('exported as')
    expect(await verify(path, '--against-branch')).toMatchObject({ exit: 0, findings: [] })
    // The head of before does not vouch for what was added.
    expect(messages(await verify(path, '--head', closed.recordHead ?? ''))).toContain(
      'does not vouch for',
    )
  }, 60_000)
})

/** Looks until the step was told to start. */
async function killWhenStarted(events: string, kill: () => void): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (existsSync(events) && readFileSync(events, 'utf8').includes('"type":"started"'))
      return kill()
    await delay(20)
  }
}
