import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InventoryNode } from '../../src/protocol/types.gen.ts'
import { acceptanceProject } from '../support/acceptance.ts'
import { rune } from '../support/cli.ts'
import type { TestProject } from '../support/project.ts'
import { type SshKey, type SshKeyFolder, sshKeyFolder } from '../support/ssh-keys.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'

const missing = sshdMissing()

describe.skipIf(missing)(`ssh from the command line ${missing ?? ''}`, () => {
  let folder: SshKeyFolder
  let sshd: TestSshd
  let locked: SshKey
  let hosts: SshKey[]
  let project: TestProject
  const write = (text: string) => project.write('known_hosts', text)
  const inventory = () => readFileSync(join(project.path, 'inventory.yaml'), 'utf8')
  const knownHosts = () => readFileSync(join(project.path, 'known_hosts'), 'utf8')
  const name = () => `[${sshd.address}]:${sshd.port}`

  beforeAll(async () => {
    folder = sshKeyFolder()
    locked = folder.make('ed25519', { passphrase: 'correct horse' })
    hosts = [folder.make('ed25519'), folder.make('rsa')]
    writeFileSync(join(folder.path, 'authorized_keys'), `${locked.publicKey}\n`)
    sshd = await startSshd({
      extra: [
        `AuthorizedKeysFile ${join(folder.path, 'authorized_keys')}`,
        ...hosts.map(({ file }) => `HostKey ${file}`),
      ],
    })
    const { address, port, user } = sshd
    const ssh: InventoryNode['ssh'] = { user, port, 'known-hosts': 'known_hosts' }
    const { 'known-hosts': _, ...unpinned } = ssh
    const jump = {
      address: 'jump.invalid',
      ssh: { ...unpinned, 'host-key': hosts[0]?.publicKey ?? '' },
    }
    project = await acceptanceProject({
      'web-1': { address, ssh },
      'web-2': { address: '127.0.0.2', ssh: unpinned },
      'jump-1': jump,
      'web-3': { address: '127.0.0.3', ssh: { ...ssh, jump: 'jump-1' } },
      here: { transport: 'local' },
    })
    await write('')
  })
  afterAll(async () => {
    await sshd?.stop()
    await project?.cleanup()
    folder?.remove()
  })

  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    rune([...args, '--root', project.path], { env })
  const exec = (args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
    run(['exec', 'hello', '--node', 'web-1', '--ssh-key', locked.file, '--json', ...args], env)
  const passphrase = { RUNE_SSH_PASSPHRASE: 'correct horse' }

  describe('rune trust', () => {
    it('prints every host key for comparison, logs in to nothing and writes nothing', async () => {
      await write('# kept\n')
      const before = sshd.log().length
      const { status, stdout } = await run(['trust', 'web-1'])
      expect(status).toBe(0)
      const prints = hosts.map(({ publicKey }) =>
        execFileSync('ssh-keygen', ['-l', '-f', '-'], { input: publicKey, encoding: 'utf8' }),
      )
      for (const print of prints) expect(stdout).toContain(`${print.split(' ')[1]}`)
      for (const { publicKey } of hosts) expect(stdout).toContain(`${name()} ${publicKey}`)
      expect(stdout).toContain('not pinned yet')
      expect(sshd.log().slice(before)).not.toMatch(/publickey|userauth|user /i)
      expect(knownHosts()).toBe('# kept\n')
    })

    it('adds the keys to the known_hosts file when told to, and then knows them', async () => {
      await write('# kept without a line end')
      chmodSync(join(project.path, 'known_hosts'), 0o640)
      expect(await run(['trust', 'web-1', '--write'])).toMatchObject({ status: 0 })
      const lines = knownHosts().split('\n')
      expect(lines[0]).toBe('# kept without a line end')
      expect(lines.slice(1)).toEqual([
        ...['ssh-ed25519', 'ssh-rsa'].map((type) => {
          const host = hosts.find(({ publicKey }) => publicKey.startsWith(type))
          return `${name()} ${host?.publicKey}`
        }),
        '',
      ])
      expect(readdirSync(project.path).filter((file) => file.startsWith('known_hosts.'))).toEqual(
        [],
      )
      const again = await run(['trust', 'web-1', '--write', '--json'])
      expect(again.status).toBe(0)
      expect(JSON.parse(again.stdout)).toMatchObject({
        node: 'web-1',
        written: 0,
        keys: [{ verdict: 'pinned' }, { verdict: 'pinned' }],
      })
      expect(await exec([], passphrase)).toMatchObject({ status: 0 })
    })

    it('writes nothing where another key is pinned, or a revoked one is shown', async () => {
      const other = folder.make('ed25519').publicKey
      for (const text of [`${name()} ${other}\n`, `@revoked * ${hosts[0]?.publicKey}\n`]) {
        await write(text)
        const { status, stdout } = await run(['trust', 'web-1', '--write'])
        expect(status).toBe(1)
        expect(stdout).toMatch(/NOT THE PINNED KEY|REVOKED/)
        expect(knownHosts()).toBe(text)
      }
    })

    it('prints what to paste where there is no known_hosts file', async () => {
      await write('')
      const before = inventory()
      const node2 = await run(['trust', 'web-2', '--write'])
      // Nothing listens on the second address.
      expect(node2).toMatchObject({ status: 1 })
      expect(node2.stderr).toContain('127.0.0.2')
      const other = await acceptanceProject({
        'web-1': { address: sshd.address, ssh: { user: sshd.user, port: sshd.port } },
      })
      const shown = await rune(['trust', 'web-1', '--root', other.path])
      await other.cleanup()
      expect(shown.stdout).toContain(`ssh: { host-key: "${hosts[0]?.publicKey}" }`)
      expect(inventory()).toBe(before)
    })

    it('says what is wrong with a name, a transport, or a jump host that is not reached', async () => {
      const unknown = await run(['trust', 'web-'])
      expect(unknown).toMatchObject({ status: 1 })
      expect(unknown.stderr).toContain('did you mean web-1?')
      expect((await run(['trust', 'here'])).stderr).toContain('uses local, which has no host keys')
      const behind = await run(['trust', 'web-3', '--ssh-key', locked.file], passphrase)
      expect(behind.stderr).toContain('jump host of web-3')
    })
  })

  describe('the passphrase of a key', () => {
    beforeAll(() => write(`${name()} ${hosts[0]?.publicKey}\n`))

    it('comes from the environment or from a file, and is asked of nobody', async () => {
      expect(await exec([], passphrase)).toMatchObject({ status: 0 })
      const file = join(folder.path, 'passphrase')
      writeFileSync(file, 'correct horse\n')
      expect(await exec(['--ssh-passphrase-file', file])).toMatchObject({ status: 0 })
      const without = await exec()
      expect(without.status).toBe(4)
      expect(without.stdout).toContain('credentials-missing')
      expect(await exec(['--ssh-passphrase-file', `${file}-none`])).toMatchObject({ status: 2 })
    })

    it('is not among the variables of a plugin on this machine', async () => {
      const answer = await run(['exec', 'hello', '--node', 'here', '--json'], passphrase)
      expect(answer.status).toBe(0)
      expect(answer.stdout).not.toContain('correct horse')
    })
  })

  it('uses an agent only when it is asked to', async () => {
    await write(`${name()} ${hosts[0]?.publicKey}\n`)
    const node = ['exec', 'hello', '--node', 'web-1', '--json']
    const socket = join(folder.path, 'no-agent.sock')
    const asked = await run([...node, '--ssh-agent'], { SSH_AUTH_SOCK: socket })
    expect(asked.stdout).toContain('the agent at SSH_AUTH_SOCK')
    const not = await run(node, { SSH_AUTH_SOCK: socket })
    expect(not.stdout).toContain('no private key is given')
    expect(await run([...node, '--ssh-agent'])).toMatchObject({ status: 2 })
    expect(
      await run([...node, '--ssh-agent', '--ssh-key', locked.file], { SSH_AUTH_SOCK: socket }),
    ).toMatchObject({ status: 2 })
  })

  it('names the line of a known_hosts file that cannot be read', async () => {
    await write(`# one\n${name()} ssh-ed25519 AAAA\n`)
    const { status, stdout } = await run(['validate'])
    expect(status).toBe(1)
    expect(stdout).toContain(`known_hosts:2:${name().length + 14}: this is not a complete`)
  })

  it('goes where the inventory says, whatever HOME, ~/.ssh and the environment say', async () => {
    await write(`${name()} ${hosts[0]?.publicKey}\n`)
    const home = mkdtempSync(join(tmpdir(), 'rune-hostile-home-'))
    const seen: string[] = []
    const trap = createServer((socket) => {
      seen.push('connected')
      socket.destroy()
    })
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
    const { port } = trap.address() as { port: number }
    const proxy = `http://127.0.0.1:${port}`
    mkdirSync(join(home, '.ssh'))
    const marker = join(home, 'ran')
    writeFileSync(
      join(home, '.ssh/config'),
      `Host *\n  HostName 127.0.0.9\n  Port ${port}\n  User nobody\n  ProxyCommand touch ${marker}\n  LocalCommand touch ${marker}\n  PermitLocalCommand yes\n  StrictHostKeyChecking no\n`,
    )
    writeFileSync(join(home, '.ssh/known_hosts'), `* ${folder.make('ed25519').publicKey}\n`)
    writeFileSync(join(home, '.ssh/id_ed25519'), locked.privateKey, { mode: 0o600 })
    const hostile = {
      HOME: home,
      SSH_AUTH_SOCK: join(home, 'agent.sock'),
      SSH_ASKPASS: `/usr/bin/touch`,
      SSH_ASKPASS_REQUIRE: 'force',
      SSH_CONNECTION: '127.0.0.9 1 127.0.0.9 2',
      ...{ USER: 'nobody', LOGNAME: 'nobody', HTTP_PROXY: proxy, HTTPS_PROXY: proxy },
      ...{ ALL_PROXY: proxy, all_proxy: proxy, NODE_EXTRA_CA_CERTS: marker },
    }
    const good = await exec([], { ...hostile, ...passphrase })
    const { stdout } = await run(['exec', 'hello', '--node', 'web-1', '--json'], hostile)
    trap.close()
    expect(good.status).toBe(0)
    // Not even the usual key of that home is tried.
    expect(stdout).toContain('no private key is given')
    expect(seen).toEqual([])
    expect(readdirSync(home).sort()).toEqual(['.ssh'])
    rmSync(home, { recursive: true })
  })
})
