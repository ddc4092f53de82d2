import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLI, rune } from '../support/cli.ts'

const LIST = JSON.stringify({
  _meta: { hostvars: { 'web-1': { ansible_host: '10.0.0.1', db_password: 'hunter2' } } },
  web: { hosts: ['web-1'] },
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rune-import-'))
  await writeFile(join(folder, 'list.json'), LIST)
  await writeFile(
    join(folder, 'rune.yaml'),
    'version: 1\npolicy: { allow: [], limits: { transports: [ssh] } }\n',
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const at = (...args: string[]) => rune(['import', ...args], { cwd: folder })

const YAML = `# yaml-language-server: $schema=schemas/inventory.json
defaults:
  ssh:
    user: ops
groups:
  web:
    nodes:
      - web-1
nodes:
  web-1:
    address: 10.0.0.1
`
const NOTE =
  'note: variable "db_password" is not taken over: its name is that of a secret (web-1)\n'

describe('rune import', () => {
  it('prints an inventory, and what is not taken over beside it', async () => {
    const expected = { status: 0, stdout: YAML, stderr: NOTE }
    expect(await at('ansible', 'list.json', '--user', 'ops')).toEqual(expected)
  })

  it('reads what another program prints', async () => {
    const { stdout } = await promisify(execFile)(
      'sh',
      ['-c', '"$1" "$2" import ansible - --user ops <list.json', 'sh', process.execPath, CLI],
      { cwd: folder },
    )
    expect(stdout).toBe(YAML)
  })

  it('gives one JSON document with --json', async () => {
    const { stdout, stderr } = await at('ansible', 'list.json', '--user', 'ops', '--json')
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject({
      inventory: { nodes: { 'web-1': { address: '10.0.0.1' } } },
      notes: [expect.stringContaining('db_password')],
    })
  })

  it('writes a file that validates, and over none without --force', async () => {
    const out = ['ansible', 'list.json', '--user', 'ops', '--out', 'inventory.yaml']
    expect(await at(...out)).toEqual({ status: 0, stdout: 'inventory.yaml\n', stderr: NOTE })
    expect(await rune(['validate'], { cwd: folder })).toMatchObject({ status: 0, stdout: '' })
    await writeFile(join(folder, 'inventory.yaml'), 'mine\n')
    const again = await at(...out)
    expect(again.status).toBe(1)
    expect(again.stderr).toContain('is there already; nothing was written')
    expect(await readFile(join(folder, 'inventory.yaml'), 'utf8')).toBe('mine\n')
    expect((await at(...out, '--force')).status).toBe(0)
    expect(await readFile(join(folder, 'inventory.yaml'), 'utf8')).toBe(YAML)
  })

  it('says what is missing, and writes nothing', async () => {
    const nobody = await at('ansible', 'list.json')
    expect(nobody).toMatchObject({ status: 1, stdout: '' })
    expect(nobody.stderr).toContain('nothing says who logs in to web-1; name that with --user')
    expect(await at('ansible', 'none.json')).toMatchObject({ status: 1, stdout: '' })
    expect(await at('chef', 'list.json')).toMatchObject({ status: 2, stdout: '' })
    expect(await at('ansible')).toMatchObject({ status: 2, stdout: '' })
  })
})
