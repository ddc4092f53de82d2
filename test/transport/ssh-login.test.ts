import { execFileSync, spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemHost } from '../../src/host.ts'
import { sshTransport } from '../../src/transport/ssh.ts'
import type { Node, Outcome } from '../../src/transport/transport.ts'
import { type SshKey, type SshKeyFolder, sshKeyFolder } from '../support/ssh-keys.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'
import { go, launchOf, limits } from './contract.ts'

const missing = sshdMissing()
const signal = new AbortController().signal

async function once(node: Node): Promise<Outcome> {
  const transport = sshTransport(systemHost)
  try {
    return await transport.run(node, launchOf('echo ran'), limits(), signal, go)
  } finally {
    await transport.close()
  }
}

const message = (outcome: Outcome): string => ('message' in outcome ? outcome.message : '')
const ran = { kind: 'ended', exit: 0 }

describe.skipIf(missing)(`logging in over ssh ${missing ?? ''}`, () => {
  let folder: SshKeyFolder
  let sshd: TestSshd
  let authority: SshKey
  const users: Record<string, SshKey> = {}
  const hosts: Record<string, SshKey> = {}

  beforeAll(async () => {
    folder = sshKeyFolder()
    authority = folder.make('ed25519')
    for (const type of ['ed25519', 'ecdsa', 'rsa'] as const) {
      users[type] = folder.make(type)
      hosts[type] = folder.make(type)
    }
    users['locked'] = folder.make('ed25519', { passphrase: 'correct horse' })
    users['locked rsa'] = folder.make('rsa', { passphrase: 'correct horse' })
    const keys = Object.values(users).map(({ publicKey }) => `${publicKey}\n`)
    writeFileSync(join(folder.path, 'authorized_keys'), keys.join(''))
    sshd = await startSshd({
      extra: [
        `AuthorizedKeysFile ${join(folder.path, 'authorized_keys')}`,
        `TrustedUserCAKeys ${authority.file}.pub`,
        ...Object.values(hosts).map(({ file }) => `HostKey ${file}`),
      ],
    })
  })
  afterAll(async () => {
    await sshd?.stop()
    folder?.remove()
  })

  const key = (name: string): SshKey => {
    const found = users[name]
    if (found === undefined) throw new Error(`no key ${name}`)
    return found
  }
  const host = (name: string): SshKey => {
    const found = hosts[name]
    if (found === undefined) throw new Error(`no host key ${name}`)
    return found
  }
  const nodeOf = (more: Partial<Node>): Node => ({
    name: 'web-1',
    transport: 'ssh',
    address: sshd.address,
    port: sshd.port,
    user: sshd.user,
    hostKey: host('ed25519').publicKey,
    ...more,
  })

  it.each(['ed25519', 'ecdsa', 'rsa'])(
    'with a key of type %s, never signing with SHA-1',
    async (type) => {
      const before = sshd.log().length
      expect(await once(nodeOf({ privateKey: key(type).privateKey }))).toMatchObject(ran)
      expect(sshd.log().slice(before)).toContain(`${key(type).sha256}`)
    },
  )

  it.each(['locked', 'locked rsa'])('with the passphrase of a key that is %s', async (name) => {
    const { privateKey } = key(name)
    expect(await once(nodeOf({ privateKey, passphrase: 'correct horse' }))).toMatchObject(ran)
    const without = await once(nodeOf({ privateKey }))
    expect(without).toMatchObject({ reason: 'credentials-missing' })
    expect(message(without)).toContain('RUNE_SSH_PASSPHRASE')
    expect(await once(nodeOf({ privateKey, passphrase: 'wrong' }))).toMatchObject({
      reason: 'credentials-missing',
    })
  })

  describe('with a certificate', () => {
    it.each(['ed25519', 'ecdsa', 'rsa'] as const)('for a key of type %s', async (type) => {
      const own = folder.make(type)
      const certificate = folder.certify(own, authority, '-n', sshd.user)
      const before = sshd.log().length
      const { privateKey } = own
      expect(await once(nodeOf({ privateKey, certificate }))).toMatchObject(ran)
      expect(sshd.log().slice(before)).toMatch(/Accepted publickey .*-CERT.* ID test-id/)
    })

    it('says which one the node refused, and until when it was valid', async () => {
      const own = folder.make('ed25519')
      const old = folder.certify(own, authority, '-n', sshd.user, '-V', '20200101Z:20200102Z')
      const outcome = await once(nodeOf({ privateKey: own.privateKey, certificate: old }))
      expect(outcome).toMatchObject({ reason: 'auth-failed' })
      expect(message(outcome)).toContain('"test-id", valid until 2020-01-02T00:00:00.000Z')
    })

    it.each([
      ['belongs to another key', () => folder.certify(folder.make('ed25519'), authority)],
      [
        'is the certificate of a host',
        () => folder.certify(folder.make('ed25519'), authority, '-h', '-n', 'x'),
      ],
      ['is not an OpenSSH certificate', () => key('rsa').publicKey],
      ['is cut or damaged', () => folder.certify(folder.make('ed25519'), authority).slice(0, 200)],
    ])('that %s does not connect', async (what, make) => {
      const before = sshd.log().length
      const outcome = await once(
        nodeOf({ privateKey: key('ed25519').privateKey, certificate: make() }),
      )
      expect(outcome).toMatchObject({ reason: 'credentials-missing' })
      expect(message(outcome)).toContain(what)
      expect(sshd.log().slice(before)).not.toContain('Connection from')
    })
  })

  describe('with an agent', () => {
    const socket = () => join(folder.path, 'agent.sock')
    let stop: () => void = () => undefined
    beforeAll(async () => {
      const agent = spawn('ssh-agent', ['-D', '-a', socket()], { stdio: 'ignore' })
      stop = () => agent.kill()
      while (!existsSync(socket())) await delay(20)
      const env = { ...process.env, SSH_AUTH_SOCK: socket() }
      for (const type of ['rsa', 'ed25519'])
        execFileSync('ssh-add', ['-q', key(type).file], { env, stdio: 'ignore' })
    })
    afterAll(() => stop())

    it('signs with its keys', async () => {
      expect(await once(nodeOf({ agent: socket() }))).toMatchObject(ran)
    })

    it('does not forward it, whatever the node allows', async () => {
      const transport = sshTransport(systemHost)
      const outcome = await transport.run(
        nodeOf({ agent: socket() }),
        launchOf(
          'tr "\\0" "\\n" </proc/$PPID/environ | grep -c SSH_AUTH_SOCK || true; ls -d /tmp/ssh-*/agent.* 2>/dev/null || echo none',
        ),
        limits(),
        signal,
        go,
      )
      await transport.close()
      expect(outcome).toMatchObject(ran)
      const text = 'stdout' in outcome ? Buffer.from(outcome.stdout.bytes).toString() : ''
      expect(text).toMatch(/^0\n/)
    })

    it('says that there is none', async () => {
      const outcome = await once(nodeOf({ agent: join(folder.path, 'no.sock') }))
      expect(outcome).toMatchObject({ reason: 'credentials-missing' })
      expect(message(outcome)).toContain('SSH_AUTH_SOCK')
    })
  })

  it('says that a key is not enough for a node that wants more', async () => {
    const strict = await startSshd({
      extra: [
        `AuthorizedKeysFile ${join(folder.path, 'authorized_keys')}`,
        'PasswordAuthentication yes',
        'AuthenticationMethods publickey,password',
      ],
    })
    const { address, port, hostKey } = strict
    const outcome = await once(
      nodeOf({ address, port, hostKey, privateKey: key('ed25519').privateKey }),
    )
    await strict.stop()
    expect(outcome).toMatchObject({ reason: 'auth-failed' })
    expect(message(outcome)).toContain('another kind of authentication')
  })

  it('asks a node that refused the key only once in a run', async () => {
    const { privateKey } = folder.make('ed25519')
    const before = sshd.log().length
    const transport = sshTransport(systemHost)
    for (let launch = 0; launch < 3; launch++)
      expect(
        await transport.run(nodeOf({ privateKey }), launchOf('true'), limits(), signal, go),
      ).toMatchObject({ reason: 'auth-failed' })
    await transport.close()
    await delay(100)
    expect(
      sshd
        .log()
        .slice(before)
        .match(/Connection from/g),
    ).toHaveLength(1)
  })

  describe('and the host key', () => {
    const privateKey = () => key('ed25519').privateKey

    it.each(['ed25519', 'ecdsa', 'rsa'])(
      'is the pinned one of type %s, of several that the node has',
      async (type) => {
        const outcome = await once(
          nodeOf({ privateKey: privateKey(), hostKey: host(type).publicKey }),
        )
        expect(outcome).toMatchObject({ ...ran, hostKeySha256: host(type).sha256 })
      },
    )

    it('may be any of several that are pinned', async () => {
      const other = folder.make('ed25519').publicKey
      const hostKey = [other, host('rsa').publicKey]
      // The node shows its ed25519 key, of which another one is pinned.
      expect(await once(nodeOf({ privateKey: privateKey(), hostKey }))).toMatchObject({
        reason: 'host-key-mismatch',
      })
      const both = [other, host('ed25519').publicKey]
      expect(await once(nodeOf({ privateKey: privateKey(), hostKey: both }))).toMatchObject(ran)
    })

    it('is refused when it is revoked, also where it is pinned', async () => {
      const before = sshd.log().length
      const revokedHostKeys = [host('ed25519').publicKey]
      const outcome = await once(nodeOf({ privateKey: privateKey(), revokedHostKeys }))
      expect(outcome).toMatchObject({
        reason: 'host-key-revoked',
        hostKeySha256: host('ed25519').sha256,
      })
      await delay(100)
      expect(sshd.log().slice(before)).not.toMatch(/publickey/)
    })

    it('is of another type than any that is pinned', async () => {
      const only = await startSshd({ extra: [`HostKeyAlgorithms ssh-ed25519`] })
      const { address, port } = only
      const outcome = await once(
        nodeOf({ address, port, privateKey: privateKey(), hostKey: host('rsa').publicKey }),
      )
      await only.stop()
      expect(outcome).toMatchObject({ reason: 'host-key-mismatch' })
      expect(message(outcome)).toContain('no host key of a pinned type (ssh-rsa)')
    })

    it('is missing, for a reason that is told', async () => {
      const { hostKey: _, ...node } = nodeOf({ hostKeyMissing: 'known_hosts has no line for it' })
      expect(message(await once(node))).toContain('known_hosts has no line for it')
    })
  })
})
