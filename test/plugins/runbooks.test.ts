/** The shipped runbooks are valid as they stand, and shipped actions do their work on a node behind a real sshd. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { diagnose } from '../../src/app/validate.ts'
import { formatProblem } from '../../src/document/diagnostic.ts'
import { loadProject } from '../../src/lom/project.ts'
import { hasShape } from '../../src/protocol/schemas.ts'
import { openContent } from '../../src/repository/content.ts'
import { rune } from '../support/cli.ts'
import { makeProject, sshdNode, type TestProject } from '../support/project.ts'
import { shipped } from '../support/shipped.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'

const ROOT = join(import.meta.dirname, '../..')
const missing = sshdMissing()
/** As root, or as somebody who may become root without being asked. */
const becomes = process.getuid?.() === 0 || spawnSync('sudo', ['-n', 'true']).status === 0

const RESTART = `name: restart-here
description: Restart a service and ask it whether it is there
targets: { select: role=web, max: 1 }
steps:
  - id: restart
    uses: service_restart
    with: { service: demo, wait_seconds: 5 }
  - id: seen
    uses: service_wait
    with: { service: demo, wait_seconds: 1 }
`

describe('the shipped project', () => {
  it('has no problems and no warnings', async () => {
    const { problems } = diagnose(await loadProject(await openContent(ROOT)))
    expect(problems.map(formatProblem)).toEqual([])
  })

  it('changes something only where nodes and people are named', () => {
    for (const file of readdirSync(join(ROOT, 'runbooks'))) {
      const runbook: unknown = parse(readFileSync(join(ROOT, 'runbooks', file), 'utf8'))
      if (!hasShape('runbook', runbook)) throw new Error(`${file} is no runbook`)
      const used = runbook.steps.map(({ uses }) => shipped.find(({ name }) => name === uses))
      if (used.every((action) => action?.declaration.effect === 'read')) continue
      expect({ file, ...runbook }).toMatchObject({
        targets: { select: 'remediation=allowed', max: expect.any(Number) },
        verify: expect.any(Array),
        evidence: expect.any(Array),
      })
    }
  })
})

describe.skipIf(missing)(`on a node behind ssh ${missing ?? ''}`, () => {
  let sshd: TestSshd
  let project: TestProject
  let home: string
  const run = async (args: readonly string[]) => {
    const result = await rune(['run', ...args, '--json', '--root', project.path])
    const report: unknown = JSON.parse(result.stdout)
    if (!hasShape('report', report)) throw new Error(`no report: ${result.stdout}${result.stderr}`)
    const outputs = report.nodes.flatMap(({ steps }) => steps.map(({ output }) => output))
    return { ...result, report, outputs }
  }

  beforeAll(async () => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'rune-home-')))
    sshd = await startSshd({ extra: [`SetEnv HOME=${home}`] })
    project = await makeProject({
      nodes: { 'web-1': sshdNode(sshd, { labels: { role: 'web' } }) },
      runbooks: { 'restart-here': RESTART },
    })
    for (const part of ['plugins', 'runbooks'])
      cpSync(join(ROOT, part), join(project.path, part), { recursive: true })
    mkdirSync(join(home, '.config/rune/services'), { recursive: true, mode: 0o755 })
    writeFileSync(
      join(home, '.config/rune/services/demo.conf'),
      'program=/bin/sleep\npidfile=~/demo.pid\nstart=/bin/bash ~/start.sh\n',
      { mode: 0o644 },
    )
    writeFileSync(join(home, 'start.sh'), 'setsid sleep 300 &\necho "$!" >~/demo.pid\n')
  })
  afterAll(async () => {
    spawnSync('bash', ['-c', 'kill -- "$(cat "$1")"', 'stop', join(home, 'demo.pid')])
    await sshd?.stop()
    await project?.cleanup()
    rmSync(home, { recursive: true })
  })

  it('collect-diagnostics collects what the login may see', async () => {
    const { status, report, outputs } = await run(['collect-diagnostics', '--node', 'web-1'])
    expect(status).toBe(0)
    expect(report).toMatchObject({ status: 'good', runbook: { name: 'collect-diagnostics' } })
    expect(outputs).toMatchObject([
      { processes: expect.arrayContaining([expect.stringContaining('PID')]) },
      { path: '/var/log' },
    ])
  })

  it.skipIf(!becomes)('a service outlives the connection that restarted it', async () => {
    const { status, outputs } = await run(['restart-here'])
    expect({ status, outputs }).toMatchObject({
      status: 0,
      outputs: [{ changed: true, manager: 'declared' }, { reached: true }],
    })
    const pid = readFileSync(join(home, 'demo.pid'), 'utf8').trim()
    expect(readFileSync(`/proc/${pid}/comm`, 'utf8')).toBe('sleep\n')
  })
})
