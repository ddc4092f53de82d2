import { readdirSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemHost } from '../../src/host.ts'
import { opensshTransport } from '../../src/transport/openssh.ts'
import { masterArgv, sessionArgv, throughCommand } from '../../src/transport/openssh-settings.ts'
import type { LaunchJournal, Node, Outcome } from '../../src/transport/transport.ts'
import { kerberosMissing, startRealm } from '../support/kerberos.ts'
import { type SshKeyFolder, sshKeyFolder } from '../support/ssh-keys.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'
import { ended, go, launchOf, limits, text, transportContract } from './contract.ts'
import { keyContract } from './key-contract.ts'

const missing = sshdMissing()
const signal = new AbortController().signal
const message = (outcome: Outcome): string => ('message' in outcome ? outcome.message : '')

function nodeOf(sshd: TestSshd, more: Partial<Node> = {}): Node {
  const { address, port, user, hostKey, privateKey } = sshd
  return { name: 'web-1', transport: 'openssh', address, port, user, hostKey, privateKey, ...more }
}

async function once(node: Node, script = 'echo ran'): Promise<Outcome> {
  const transport = opensshTransport(systemHost)
  try {
    return await transport.run(node, launchOf(script), limits(), signal, go)
  } finally {
    await transport.close()
  }
}

describe.skipIf(missing)(`openssh ${missing ?? ''}`, () => {
  const start = async () => {
    const sshd = await startSshd()
    return { transport: opensshTransport(systemHost), node: nodeOf(sshd), stop: () => sshd.stop() }
  }
  transportContract(start)
  keyContract(start)

  let sshd: TestSshd
  let folder: SshKeyFolder
  beforeAll(async () => {
    folder = sshKeyFolder()
    sshd = await startSshd()
  })
  afterAll(async () => {
    await sshd?.stop()
    folder?.remove()
  })

  const leftOver = () =>
    readdirSync(tmpdir()).filter(
      (name) => name.startsWith('rune-ssh-') && !name.startsWith('rune-ssh-keys-'),
    )

  it('keeps one connection for all launches on a node, and leaves no file behind', async () => {
    const before = [sshd.connections(), leftOver().length]
    const transport = opensshTransport(systemHost)
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        transport.run(nodeOf(sshd), launchOf('true'), limits(), signal, go),
      ),
    )
    expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'ended'))
    expect(outcomes[0]).toMatchObject({ hostKeySha256: sshd.hostKeySha256 })
    await transport.close()
    expect(sshd.connections() - (before[0] ?? 0)).toBe(1)
    // Removing it takes the end of ssh, which is a little later.
    await expect
      .poll(() => leftOver().length, { timeout: 10_000 })
      .toBeLessThanOrEqual(before[1] ?? 0)
  })

  it.each([
    ['host-key-mismatch', () => ({ hostKey: folder.make('ed25519').publicKey })],
    ['host-key-revoked', () => ({ revokedHostKeys: [sshd.hostKey] })],
    ['auth-failed', () => ({ privateKey: folder.make('ed25519').privateKey })],
    ['credentials-missing', () => ({ privateKey: 'no key' })],
    ['connect-refused', () => ({ port: 1 })],
    ['node-unreachable', () => ({ address: 'no-such-host.invalid' })],
  ] as const)('says %s', async (reason, more) => {
    const before = sshd.log().length
    const outcome = await once(nodeOf(sshd, more()))
    expect(outcome).toMatchObject({ kind: 'not-started', reason })
    if (reason.startsWith('host-key')) {
      expect(message(outcome)).toContain(sshd.hostKeySha256)
      expect(sshd.log().slice(before)).not.toContain('publickey')
    }
  })

  it('accepts a node by the certificate of an authority, and by no other', async () => {
    const authority = folder.make('ed25519')
    const host = folder.make('ed25519')
    folder.certify(host, authority, '-h', '-n', '127.0.0.1')
    const certified = await startSshd({
      extra: [`HostKey ${host.file}`, `HostCertificate ${host.file}-cert.pub`],
    })
    const { hostKey: _, ...node } = nodeOf(certified)
    const good = await once({ ...node, hostAuthorities: [authority.publicKey] })
    const other = await once({ ...node, hostAuthorities: [folder.make('ed25519').publicKey] })
    await certified.stop()
    expect(good).toMatchObject({ kind: 'ended', exit: 0 })
    expect(other).toMatchObject({ kind: 'not-started', reason: 'host-key-mismatch' })
  })

  it('logs in with an encrypted key and with a certificate', async () => {
    const authority = folder.make('ed25519')
    const user = folder.make('ecdsa', { passphrase: 'correct horse' })
    const trusting = await startSshd({ extra: [`TrustedUserCAKeys ${authority.file}.pub`] })
    const certificate = folder.certify(user, authority, '-n', trusting.user)
    const node = nodeOf(trusting, { privateKey: user.privateKey, certificate })
    const good = await once({ ...node, passphrase: 'correct horse' })
    const locked = await once(node)
    await trusting.stop()
    expect(good).toMatchObject({ kind: 'ended', exit: 0 })
    expect(locked).toMatchObject({ kind: 'not-started', reason: 'credentials-missing' })
  })

  it('reaches a node through a jump host, and says which of both refuses', async () => {
    const inner = await startSshd()
    const jump = nodeOf(sshd, { name: 'bastion-1' })
    const before = sshd.connections()
    const good = await once(nodeOf(inner, { jump }))
    const other = await once(nodeOf(inner, { jump: { ...jump, hostKey: inner.hostKey } }))
    const behind = await once(nodeOf(inner, { jump, hostKey: sshd.hostKey }))
    await inner.stop()
    expect(good).toMatchObject({ kind: 'ended', exit: 0, hostKeySha256: inner.hostKeySha256 })
    expect(sshd.connections() - before).toBe(2)
    expect(other).toMatchObject({ reason: 'host-key-mismatch' })
    expect(message(other)).toMatch(/^jump host of web-1: bastion-1/)
    expect(behind).toMatchObject({ reason: 'host-key-mismatch' })
    expect(message(behind)).toMatch(/^web-1 /)
  })

  it('goes where the proxy command leads, and its words reach the log where it fails', async () => {
    const proxy = join(folder.path, 'proxy.sh')
    writeFileSync(proxy, 'exec 3<>"/dev/tcp/$1/$2"; cat <&3 & exec cat >&3')
    const way = `bash ${proxy} ${sshd.address} ${sshd.port}`
    // Nothing listens at the node's own address.
    const node = nodeOf(sshd, { address: '127.0.0.9', port: 1, proxyCommand: way })
    expect(await once(node)).toMatchObject({ kind: 'ended', exit: 0 })
    const lost = await once(nodeOf(sshd, { proxyCommand: `sh -c 'echo no way to %h >&2; exit 1'` }))
    expect(lost).toMatchObject({ kind: 'not-started' })
    console.log(message(lost))
    expect(message(lost)).toContain(`no way to ${sshd.address}`)
    const behind = nodeOf(sshd, { jump: { ...node, name: 'bastion-1' } })
    expect(await once(behind)).toMatchObject({ kind: 'ended', exit: 0 })
  })

  it('is tuned by the ssh_config of the project, which changes no target', async () => {
    const tuned = await startSshd({ extra: ['Ciphers aes128-ctr', 'LogLevel DEBUG1'] })
    const refused = await once(nodeOf(tuned, { sshConfig: 'Ciphers aes256-ctr\n' }))
    const sshConfig = `Host elsewhere\n  Ciphers aes256-ctr\nHost ${tuned.address}\n  Ciphers aes128-ctr\n  HostName 192.0.2.1\n`
    const good = await once(nodeOf(tuned, { sshConfig }))
    await tuned.stop()
    expect(refused).toMatchObject({ kind: 'not-started', reason: 'ssh-outdated' })
    expect(good).toMatchObject({ kind: 'ended', exit: 0 })
  })

  it('gives the real result when the connection breaks after the start', async () => {
    const transport = opensshTransport(systemHost)
    let started = (): void => undefined
    const going = new Promise<void>((resolve) => {
      started = resolve
    })
    const launch = launchOf('sleep 4; echo done')
    const journal: LaunchJournal = {
      ready: async () => {
        started()
        return 'go'
      },
    }
    const running = transport.run(nodeOf(sshd), launch, limits(), signal, journal)
    await going
    await delay(1_000)
    sshd.dropConnections()
    const outcome = ended(await running)
    expect(text(outcome.stdout)).toBe('done\n')
    expect(outcome.warnings.join()).toContain('collected')
    await transport.close()
  })
})

const unkerberized = missing ?? kerberosMissing()
describe.skipIf(unkerberized)(`openssh with Kerberos ${unkerberized ?? ''}`, () => {
  it('logs in with the ticket that there is, and with no key', async () => {
    const { username } = userInfo()
    const realm = await startRealm(username, '127.0.0.1')
    const extra = ['GSSAPIAuthentication yes', 'GSSAPIStrictAcceptorCheck no']
    const server = await startSshd({ extra, env: realm.server })
    const good = await once(nodeOf(server, { gssapi: { cache: realm.cache } }))
    const without = await once(nodeOf(server, { gssapi: { cache: 'FILE:/nonexistent' } }))
    const log = server.log()
    await server.stop()
    await realm.stop()
    expect(good).toMatchObject({ kind: 'ended', exit: 0 })
    expect(log).toContain(`Accepted gssapi-with-mic for ${username}`)
    expect(without).toMatchObject({ kind: 'not-started', reason: 'auth-failed' })
  })
})

describe('the command lines of openssh', () => {
  const node: Node = { name: 'a', transport: 'openssh', address: '10.0.0.1', port: 22, user: 'u' }
  const files = {
    config: undefined,
    control: '/tmp/x/control',
    knownHosts: '/tmp/x/known_hosts',
    identity: [],
  }
  const lines = [
    masterArgv(node, files, { connectMs: 10_000, through: undefined }),
    sessionArgv(node, files.control, "bash -c 'x'"),
    throughCommand(node, files.control, { address: '2001:db8::7', port: 22 }).split(' '),
  ]

  it('read no configuration, ask nobody, and end all options before the address', () => {
    for (const argv of lines) {
      expect(argv.slice(0, 3)).toEqual(['ssh', '-F', 'none'])
      for (const setting of ['BatchMode=yes', 'StrictHostKeyChecking=yes', 'ForwardAgent=no'])
        expect(argv).toContain(setting)
      expect(argv[argv.indexOf('--') + 1]).toBe('10.0.0.1')
    }
  })

  it('make no connection of their own where the shared one has ended', () => {
    for (const argv of lines.slice(1)) expect(argv).toContain('ProxyCommand=false')
  })
})
