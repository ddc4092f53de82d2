/** Imports from real files, compared with what the real tools make of them. */
import { execFile, execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importInventory, writeInventory } from '../../src/app/import.ts'
import { validateProject } from '../../src/app/validate.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rune-import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function put(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, text)
  return path
}

const has = (program: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`])
    return true
  } catch {
    return false
  }
}

async function imported(source: 'ansible' | 'ssh-config', file: string, user = 'ops') {
  const answer = await importInventory({ source, file, user, home: join(folder, 'home') })
  if (answer.kind === 'refused')
    throw new Error(answer.problems.map(({ message }) => message).join('\n'))
  return answer
}

const HOSTS = `
[web]
web-1 ansible_host=10.0.0.11 ansible_port=2222 http_port=80
web-2 ansible_host=10.0.0.12 ansible_user=deploy flag=true
[db]
db-1 ansible_host=10.0.0.21 ansible_ssh_common_args='-o ProxyJump=jump@bastion.example.com:2200'
[prod:children]
web
db
[prod:vars]
ansible_user=admin
ansible_become_password=hunter2
env=prod
[web:vars]
http_port=8080
`

describe('rune import ansible', () => {
  it.skipIf(!has('ansible-inventory'))(
    'takes over what the real ansible-inventory lists (skipped where there is none)',
    async () => {
      const hosts = await put('hosts.ini', HOSTS)
      const { stdout } = await promisify(execFile)('ansible-inventory', ['-i', hosts, '--list'], {
        env: { ...process.env, ANSIBLE_CONFIG: await put('ansible.cfg', ''), HOME: folder },
      })
      const { inventory, text, notes } = await imported('ansible', await put('list.json', stdout))
      expect(inventory).toEqual({
        groups: {
          db: { nodes: ['db-1'] },
          prod: { children: ['db', 'web'] },
          web: { nodes: ['web-1', 'web-2'] },
        },
        nodes: {
          'bastion.example.com': { ssh: { user: 'jump', port: 2200 } },
          'db-1': {
            address: '10.0.0.21',
            vars: { env: 'prod' },
            ssh: { user: 'admin', jump: 'bastion.example.com' },
          },
          'web-1': {
            address: '10.0.0.11',
            vars: { env: 'prod', http_port: 80 },
            ssh: { user: 'admin', port: 2222 },
          },
          'web-2': {
            address: '10.0.0.12',
            vars: { env: 'prod', flag: 'true', http_port: 8080 },
            ssh: { user: 'deploy' },
          },
        },
      })
      expect(text).not.toContain('hunter2')
      expect(notes).toEqual([
        'variable "ansible_become_password" is not taken over: its name is that of a secret (db-1, web-1, web-2)',
      ])
    },
    60_000,
  )
})

const CONFIG = `
Include conf.d/*.conf
Host web-1
  HostName 10.0.0.11
  Port=2222
Host db-*  !db-9
  User postgres
  ProxyJump admin@bastion:2200
Host db-1
  HostName %h.internal.example.com # a comment
  IdentityFile ~/.ssh/db
Host db-9 "db-2"
  Port 2022
Host quoted
  User "some-user"
  HostName="quoted.example.com"
Host *.example.com deep.example.com
  Port 2200
Host *
  User deploy
  Port 22
  IdentityFile "/keys/id ed25519"
`

describe('rune import ssh-config', () => {
  it.skipIf(!has('ssh'))(
    'gives every host what the real ssh -G says of it (skipped where there is none)',
    async () => {
      const config = await put('ssh/config', CONFIG)
      await put(
        'ssh/conf.d/10-one.conf',
        'Host bastion\n  HostName bastion.example.com\n  User jump\n',
      )
      await put('ssh/conf.d/20-two.conf', 'Host db-1\n  Port 5022\n')
      await put('ssh/conf.d/.hidden.conf', 'Host hidden\n')
      const { inventory, notes } = await imported('ssh-config', config)
      const own = Object.entries(inventory.nodes).filter(([name]) => !name.startsWith('admin-'))
      expect(own.map(([name]) => name)).toEqual([
        ...['bastion', 'db-1', 'db-2', 'db-9', 'deep.example.com', 'quoted', 'web-1'],
      ])
      // ssh looks for relative includes in ~/.ssh and in no other folder.
      const forSsh = await put('for-ssh', CONFIG.replace('Include ', `Include ${folder}/ssh/`))
      for (const [name, { address = name, ssh = {} }] of own) {
        const { stdout } = await promisify(execFile)('ssh', ['-G', '-F', forSsh, name])
        // The first of several lines, as of identityfile.
        const says = (key: string): string =>
          stdout
            .split('\n')
            .find((line) => line.startsWith(`${key} `))
            ?.slice(key.length + 1) ?? ''
        expect(says('hostname'), name).toBe(address)
        expect(says('user'), name).toBe(ssh.user)
        expect(says('port'), name).toBe(String(ssh.port ?? 22))
        const key = says('identityfile').replace(/^~/, join(folder, 'home'))
        expect(ssh['identity-file'], name).toBe(key)
        expect(ssh.jump !== undefined, name).toBe(says('proxyjump') !== '')
      }
      expect(inventory.nodes['db-1']?.ssh?.jump).toBe('admin-bastion-2200')
      expect(inventory.nodes['admin-bastion-2200']).toMatchObject({
        address: 'bastion.example.com',
        ssh: { user: 'admin', port: 2200 },
      })
      expect(notes).toEqual(['of several IdentityFile only the first is taken over (db-1)'])
    },
    60_000,
  )

  it('reads no file outside of the folder, whatever leads there', async () => {
    await put('other/secret', 'Host outside\n')
    const config = await put(
      'home2/config',
      'Include ../other/secret\nInclude /etc/hostname\nInclude link\nInclude %d/x\nInclude */x\nInclude none\nHost a\n',
    )
    await symlink(join(folder, 'other/secret'), join(folder, 'home2/link'))
    const { inventory, notes } = await imported('ssh-config', config)
    expect(inventory.nodes).toEqual({ a: {} })
    expect(notes).toEqual([
      'config:1: Include "../other/secret" is not read: only what lies beside the file, or below it, is read',
      'config:2: Include "/etc/hostname" is not read: only what lies beside the file, or below it, is read',
      'config:3: Include "link" is not read: link leads to another folder',
      'config:4: Include "%d/x" is not read: variables are not resolved',
      'config:5: Include "*/x" is not read: only * and ? are read, and only in its last part',
    ])
  })
})

describe('what an import gives', () => {
  it('validates as a project that has it', async () => {
    const config = await put('v/config', `Host a b-*\nHost c\n HostName ::1\n ProxyJump x@y:22,z\n`)
    const { text } = await imported('ssh-config', config)
    await put('project/inventory.yaml', text)
    await put(
      'project/rune.yaml',
      'version: 1\npolicy: { allow: [], limits: { transports: [ssh] } }\n',
    )
    const { problems } = await validateProject(join(folder, 'project'), [])
    expect(problems.filter(({ file }) => file === 'inventory.yaml')).toEqual([])
    expect(text).toContain('jump: ')
  })

  it.each([
    ['a file that is not there', 'nothing', undefined, 'nothing: there is no such file'],
    ['a file that is not UTF-8', 'latin1', Buffer.from([0x48, 0xff]), 'latin1: it is not UTF-8'],
    ['a folder', '.', undefined, 'EISDIR'],
    ['an endless file', '/dev/zero', undefined, 'zero: it has more than 1024 KiB'],
  ])('is nothing for %s', async (_what, name, bytes, message) => {
    const file = name.startsWith('/') ? name : join(folder, name)
    if (bytes) await writeFile(file, bytes)
    const answer = await importInventory({ source: 'ssh-config', file, user: 'ops', home: '/' })
    expect(answer.kind).toBe('refused')
    expect(answer.kind === 'refused' && answer.problems[0]?.message).toContain(message)
  })

  it('is written over nothing that is there, unless somebody says so', async () => {
    const path = join(folder, 'out.yaml')
    expect(await writeInventory(path, 'one\n', { force: false, suffix: 'x' })).toBeUndefined()
    const refused = await writeInventory(path, 'two\n', { force: false, suffix: 'x' })
    expect(refused).toContain('is there already')
    expect(await readFile(path, 'utf8')).toBe('one\n')
    expect(await writeInventory(path, 'two\n', { force: true, suffix: 'x' })).toBeUndefined()
    expect(await readFile(path, 'utf8')).toBe('two\n')
    const folderRefused = await writeInventory(folder, 'three\n', { force: true, suffix: 'x' })
    expect(folderRefused).toContain('is not a regular file')
  })
})
