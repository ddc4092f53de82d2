import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemHost } from '../../src/host.ts'
import { sshTransport } from '../../src/transport/ssh.ts'
import type { Node, Outcome } from '../../src/transport/transport.ts'
import { type SshKeyFolder, sshKeyFolder } from '../support/ssh-keys.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'
import { go, launchOf, limits } from './contract.ts'

const missing = sshdMissing()
const signal = new AbortController().signal
const message = (outcome: Outcome): string => ('message' in outcome ? outcome.message : '')

describe.skipIf(missing)(`nodes behind jump hosts ${missing ?? ''}`, () => {
  let folder: SshKeyFolder
  let outer: TestSshd
  let inner: TestSshd
  let target: TestSshd
  beforeAll(async () => {
    folder = sshKeyFolder()
    const [first, second, third] = await Promise.all([
      startSshd({ maxSessions: 1 }),
      startSshd(),
      startSshd({ addresses: ['127.0.0.1', '127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5'] }),
    ])
    outer = first
    inner = second
    target = third
  })
  afterAll(async () => {
    await Promise.all([outer?.stop(), inner?.stop(), target?.stop()])
    folder?.remove()
  })

  const nodeOf = (name: string, sshd: TestSshd, more: Partial<Node> = {}): Node => {
    const { address, port, user, hostKey, privateKey } = sshd
    return { name, transport: 'ssh', address, port, user, hostKey, privateKey, ...more }
  }
  const bastion = (more: Partial<Node> = {}): Node => nodeOf('bastion-1', outer, more)

  async function run(nodes: readonly Node[], limit = limits()): Promise<Outcome[]> {
    const transport = sshTransport(systemHost)
    try {
      return await Promise.all(
        nodes.map((node) =>
          transport.run(node, launchOf('echo "$SSH_CONNECTION"'), limit, signal, go),
        ),
      )
    } finally {
      await transport.close()
    }
  }

  it('are reached through two of them, each with its own pinned key', async () => {
    const jump = nodeOf('bastion-2', inner, { jump: bastion() })
    const [outcome] = await run([nodeOf('web-1', target, { jump })])
    expect(outcome).toMatchObject({
      kind: 'ended',
      exit: 0,
      hostKeySha256: target.hostKeySha256,
    })
  })

  it('share one connection to each jump host, more than its sessions', async () => {
    const before = outer.connections()
    const nodes = target.addresses.map((address, i) =>
      nodeOf(`web-${i}`, target, { address, jump: bastion() }),
    )
    const outcomes = await run(nodes)
    expect(outcomes.map(({ kind }) => kind)).toEqual(nodes.map(() => 'ended'))
    expect(outer.connections() - before).toBe(1)
  })

  it('name the jump host whose key is another one, and send nothing to it or past it', async () => {
    const before = [outer.log().length, target.log().length]
    const [outcome] = await run([
      nodeOf('web-1', target, { jump: bastion({ hostKey: inner.hostKey }) }),
    ])
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'host-key-mismatch' })
    expect(message(outcome as Outcome)).toMatch(/^jump host of web-1: bastion-1 \(/)
    expect(outer.log().slice(before[0])).not.toMatch(/publickey/)
    expect(target.log().slice(before[1])).not.toContain('Connection from')
  })

  it('check the key of the node behind the jump host too', async () => {
    const [outcome] = await run([
      nodeOf('web-1', target, { hostKey: inner.hostKey, jump: bastion() }),
    ])
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'host-key-mismatch' })
    expect(message(outcome as Outcome)).toMatch(/^web-1 \(/)
  })

  it('ask a jump host that refuses the key once, however many nodes are behind it', async () => {
    const { privateKey } = folder.make('ed25519')
    const before = outer.log().length
    const jump = bastion({ privateKey })
    const outcomes = await run(
      target.addresses.map((address, i) => nodeOf(`web-${i}`, target, { address, jump })),
    )
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: 'auth-failed' })
    expect(
      outer
        .log()
        .slice(before)
        .match(/Connection from/g),
    ).toHaveLength(1)
  })

  it('say that the jump host does not get to the node', async () => {
    const [outcome] = await run([nodeOf('web-1', target, { port: 1, jump: bastion() })])
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'node-unreachable' })
    expect(message(outcome as Outcome)).toContain('web-1 was not reached through bastion-1')
  })

  it('say that the jump host forwards nothing', async () => {
    const closed = await startSshd({ extra: ['AllowTcpForwarding no'] })
    const [outcome] = await run([nodeOf('web-1', target, { jump: nodeOf('bastion-9', closed) })])
    await closed.stop()
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'node-unreachable' })
    expect(message(outcome as Outcome)).toContain('bastion-9')
  })

  it('give the real result when the connection to their jump host breaks', async () => {
    const transport = sshTransport(systemHost)
    const node = nodeOf('web-1', target, { jump: bastion() })
    const marker = join(folder.path, 'begun')
    writeFileSync(marker, '')
    const running = transport.run(
      node,
      launchOf(`echo x >${marker}; sleep 5`),
      limits(),
      signal,
      go,
    )
    await expect.poll(() => target.sessions()).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, 800))
    outer.dropConnections()
    // The plugin runs on, and its result comes over a new connection to both.
    expect(await running).toMatchObject({ kind: 'ended', exit: 0 })
    expect(await transport.run(node, launchOf('true'), limits(), signal, go)).toMatchObject({
      kind: 'ended',
    })
    await transport.close()
  })
})
