import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptanceProject } from '../support/acceptance.ts'
import { type CliResult, rune } from '../support/cli.ts'
import { sshdNode, type TestProject } from '../support/project.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'

const missing = sshdMissing()

describe.skipIf(missing)(`rune gate ${missing ?? ''}`, () => {
  let folder: string
  let project: TestProject
  let sshd: TestSshd
  const at = (...args: string[]): Promise<CliResult> => rune([...args, '--root', project.path])

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rune-gate-'))
    const gate = join(folder, 'gate')
    sshd = await startSshd({ keyOptions: `restrict,command="${gate}"` })
    const node = sshdNode(sshd)
    project = await acceptanceProject({ 'web-1': { ...node, ssh: { ...node.ssh, gate: true } } })
    const { stdout } = await at('gate', '--allow-file', join(folder, 'allowed'))
    writeFileSync(gate, stdout, { mode: 0o755 })
    execFileSync('bash', ['-n', gate])
  })
  afterAll(async () => {
    await project.cleanup()
    await sshd.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('lets through what its list has, and nothing else', async () => {
    const allowed = await at('gate', 'hello', '--allowed')
    expect(allowed.stdout).toMatch(/^hello [0-9a-f]{64}\n$/)
    writeFileSync(join(folder, 'allowed'), allowed.stdout)
    const good = await at('run', 'greet', '--node', 'web-1', '--json')
    expect(good.status).toBe(0)
    const refused = await at('run', 'fails', '--node', 'web-1')
    expect(refused.status).toBe(4)
    expect(refused.stdout).toContain('gate-refused')
    expect(refused.stdout).toContain('[executed: no]')
  })

  it('lists all actions of the project, sorted', async () => {
    const { stdout } = await at('gate', '--allowed', '--json')
    const { allowed } = JSON.parse(stdout) as { allowed: string[] }
    expect(allowed).toEqual(allowed.toSorted())
    expect(allowed.length).toBeGreaterThan(5)
  })

  it('says what is wrong with what it was asked', async () => {
    expect((await at('gate', 'no_such_action', '--allowed')).stderr).toContain('no_such_action')
    expect((await at('gate', '--allow-file', 'a b')).stderr).toContain('absolute')
    expect((await at('gate', 'hello')).status).toBe(2)
  })
})
