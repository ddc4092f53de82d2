import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemHost } from '../../src/host.ts'
import { sshTransport } from '../../src/transport/ssh.ts'
import type { Launch, Node, Outcome } from '../../src/transport/transport.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'
import { bundleOf, ended, go, launchOf, limits, text, transportContract } from './contract.ts'
import { keyContract } from './key-contract.ts'

const missing = { self: sshdMissing(), ordinary: sshdMissing('ordinary') }
const signal = new AbortController().signal

function nodeOf(sshd: TestSshd, more: Partial<Node> = {}): Node {
  const { address, port, user, hostKey, privateKey } = sshd
  return { name: 'web-1', transport: 'ssh', address, port, user, hostKey, privateKey, ...more }
}

for (const user of ['self', 'ordinary'] as const) {
  describe.skipIf(missing[user])(`ssh as ${user} ${missing[user] ?? ''}`, () => {
    const start = async () => {
      const sshd = await startSshd({ user })
      return { transport: sshTransport(systemHost), node: nodeOf(sshd), stop: () => sshd.stop() }
    }
    transportContract(start)
    keyContract(start)
  })
}

describe.skipIf(missing.self)(`ssh ${missing.self ?? ''}`, () => {
  let sshd: TestSshd
  beforeAll(async () => {
    sshd = await startSshd()
  })
  afterAll(() => sshd.stop())

  const once = async (node: Node, script = 'echo ran', limit = limits()): Promise<Outcome> => {
    const transport = sshTransport(systemHost)
    try {
      return await transport.run(node, launchOf(script), limit, signal, go)
    } finally {
      await transport.close()
    }
  }

  it('keeps one connection for all launches on a node', async () => {
    const before = sshd.connections()
    const transport = sshTransport(systemHost)
    for (let i = 0; i < 3; i++)
      await transport.run(nodeOf(sshd), launchOf('true'), limits(), signal, go)
    await Promise.all(
      Array.from({ length: 10 }, () =>
        transport.run(nodeOf(sshd), launchOf('true'), limits(), signal, go),
      ),
    )
    await transport.close()
    expect(sshd.connections() - before).toBe(1)
  })

  it('ends the connection to a node that is left, after its last session and for its last name', async () => {
    const before = sshd.connections()
    const transport = sshTransport(systemHost)
    const node = nodeOf(sshd)
    const alias = nodeOf(sshd, { name: 'web-2' })
    const run = (at: Node, script = 'true'): Promise<Outcome> =>
      transport.run(at, launchOf(script), limits(), signal, go)
    ended(await run(node)).acknowledge?.()
    const slow = run(alias, 'sleep 1; echo "done"')
    transport.leave(node)
    transport.leave(alias)
    expect(text(ended(await slow).stdout)).toBe('done\n')
    const closed = (): number => sshd.log().match(/Disconnected from user/g)?.length ?? 0
    const others = closed()
    ended(await slow).acknowledge?.()
    await expect.poll(closed, { timeout: 5_000 }).toBe(others + 1)
    expect(sshd.connections() - before).toBe(1)
    ended(await run(node))
    await transport.close()
    expect(sshd.connections() - before).toBe(2)
  })

  describe('launches one after another', () => {
    let one: TestSshd
    let transport: ReturnType<typeof sshTransport>
    beforeAll(async () => {
      one = await startSshd({ user: missing.ordinary ? 'self' : 'ordinary', maxSessions: 1 })
      transport = sshTransport(systemHost)
    })
    afterAll(async () => {
      await transport?.close()
      await one?.stop()
    })
    const run = async (launch: Launch, limit = limits()): Promise<Outcome> => {
      const outcome = await transport.run(nodeOf(one), launch, limit, signal, go)
      outcome.acknowledge?.()
      return outcome
    }
    const said = async (script: string): Promise<string> =>
      text(ended(await run(launchOf(script))).stdout)

    /** A node with one session counts the last one until its shell has ended. */
    const next = () =>
      expect
        .poll(async () => (await run(launchOf('echo next'))).kind, { timeout: 5_000 })
        .toBe('ended')

    it('share a session and a launcher, and nothing else', async () => {
      const before = one.sessions()
      const script =
        'echo "$PPID $RUNE_RUN_KEY $(cat)"; export LEFT=1; cd /tmp; ulimit -n 99; umask 0'
      const seen = new Set<string>()
      for (const input of ['{"a":1}', `{"b":"${'x'.repeat(100_000)}"}`, '{"c":3}']) {
        const launch = launchOf(script, { input })
        const outcome = ended(await run(launch))
        const [, key, read] = text(outcome.stdout).trim().split(' ')
        expect(key).toBe(encodeURIComponent(launch.runKey))
        expect(read).toBe(input)
        expect(outcome.noise.total).toBe(0)
        seen.add(
          await said(
            'pwd; umask; ulimit -n; env | sed "/^RUNE/d" | sort; ls -l /proc/self/fd | wc -l',
          ),
        )
      }
      expect(seen.size).toBe(1)
      expect(one.sessions() - before).toBe(1)
    })

    it('run their own files, also after others', async () => {
      const files = (word: string) =>
        bundleOf({
          'plugin.sh': `echo ${word} "$(cat "$RUNE_LIB")" "$(cat)"`,
          'rune_bpcs.sh': word,
        })
      const words = ['one', 'one', 'other', 'one']
      const before = one.sessions()
      const read: string[] = []
      for (const word of words) {
        const launch = launchOf('', { bundle: files(word), input: `<${word}>` })
        read.push(text(ended(await run(launch)).stdout).trim())
      }
      expect(read).toEqual(words.map((word) => `${word} ${word} <${word}>`))
      expect(one.sessions() - before).toBeLessThan(2)
    })

    it('go on in another session when the launcher is killed between two', async () => {
      const launcher = Number(await said('ps -o ppid= -p "$PPID"'))
      expect(Number(await said('ps -o ppid= -p "$PPID"'))).toBe(launcher)
      const before = one.sessions()
      process.kill(launcher, 'SIGKILL')
      await next()
      expect(one.sessions() - before).toBe(1)
    })

    it('leave a node with a single session free to be asked for a result', async () => {
      const launch = launchOf('echo kept')
      ended(await run(launch))
      const what = { what: 'result', told: true, waitMs: 5_000 } as const
      const found = await transport.collect(nodeOf(one), launch, what, limits(), signal)
      expect(text(ended(found).stdout)).toBe('kept\n')
      found.acknowledge?.()
      await next()
    })

    it('do not share it with one that was stopped', async () => {
      await next()
      const before = one.sessions()
      const stopped = await run(launchOf('sleep 60'), limits({ timeoutMs: 300 }))
      expect(stopped).toMatchObject({ kind: 'stopped', why: 'timeout' })
      expect(one.sessions() - before).toBe(0)
      await next()
      expect(one.sessions() - before).toBe(1)
    })
  })

  it('sends no credentials to a node that shows another host key', async () => {
    const other = await startSshd()
    const before = sshd.log().length
    const outcome = await once(nodeOf(sshd, { hostKey: other.hostKey }))
    await other.stop()
    expect(outcome).toMatchObject({
      kind: 'not-started',
      reason: 'host-key-mismatch',
      hostKeySha256: sshd.hostKeySha256,
    })
    expect((outcome as { message: string }).message).toContain(other.hostKeySha256)
    await delay(100)
    expect(sshd.log().slice(before)).not.toMatch(/publickey/)
  })

  it('does not connect without a pinned host key', async () => {
    const { hostKey: _, ...node } = nodeOf(sshd)
    expect(await once(node)).toMatchObject({ kind: 'not-started', reason: 'host-key-unknown' })
  })

  it('says that the key was refused', async () => {
    const { privateKey } = await freshKey()
    expect(await once(nodeOf(sshd, { privateKey }))).toMatchObject({
      kind: 'not-started',
      reason: 'auth-failed',
    })
  })

  it('says that a private key cannot be used', async () => {
    expect(await once(nodeOf(sshd, { privateKey: 'no key' }))).toMatchObject({
      reason: 'credentials-missing',
    })
  })

  it('says that nothing listens', async () => {
    const closed = await startSshd()
    await closed.stop()
    expect(await once(nodeOf(closed))).toMatchObject({ reason: 'connect-refused' })
  })

  it('gives up on a peer that accepts and stays silent', async () => {
    const server = createServer(() => undefined)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const outcome = await once(nodeOf(sshd, { port }), '', limits({ handshakeMs: 300 }))
    server.close()
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'handshake-timeout' })
  })

  it('ends at once with more nodes in the handshake than it lets in', async () => {
    const held = new Set<Socket>()
    const server = createServer((socket) => {
      held.add(socket)
      // Reading is what shows that the other side has gone.
      socket.on('error', () => undefined).resume()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const transport = sshTransport(systemHost)
    const controller = new AbortController()
    const running = Array.from({ length: 40 }, (_, i) =>
      // Another user is another connection.
      transport.run(
        nodeOf(sshd, { port, user: `user${i}` }),
        launchOf('true'),
        limits(),
        controller.signal,
        go,
      ),
    )
    await delay(500)
    const began = performance.now()
    controller.abort()
    const outcomes = await Promise.all(running)
    await transport.close()
    await expect.poll(() => [...held].every((socket) => socket.destroyed)).toBe(true)
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(outcomes.every((one) => one.kind === 'not-started' && one.reason === 'cancelled')).toBe(
      true,
    )
    server.close()
  })

  it('says that a peer is not sshd', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const outcome = await once(nodeOf(sshd, { port }))
    server.close()
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'handshake-failed' })
  })

  it('gives the real result when the connection breaks after the start, and runs nothing twice', async () => {
    const transport = sshTransport(systemHost)
    const launch = launchOf('echo once; sleep 3; echo twice')
    const running = transport.run(nodeOf(sshd), launch, limits(), signal, go)
    await delay(1_000)
    sshd.dropConnections()
    const outcome = ended(await running)
    expect(outcome.replayOf).toBeUndefined()
    expect(text(outcome.stdout)).toBe('once\ntwice\n')
    expect(outcome.warnings.join()).toContain('collected')
    await transport.close()
  })

  it('calls the outcome unknown when the node cannot be reached any more', async () => {
    const lost = await startSshd()
    const transport = sshTransport(systemHost)
    const short = limits({ timeoutMs: 1_000 })
    const running = transport.run(nodeOf(lost), launchOf('sleep 5'), short, signal, go)
    await delay(700)
    await lost.stop()
    const outcome = await running
    expect(outcome).toMatchObject({ kind: 'unknown' })
    expect((outcome as { detail: string }).detail).toContain('cannot be asked')
    await transport.close()
  })

  it('gets the result over a new connection when the old one has fallen silent', async () => {
    const silent = await startSshd()
    const transport = sshTransport(systemHost)
    const launch = launchOf('sleep 1; echo done')
    const short = limits({ timeoutMs: 2_000 })
    const running = transport.run(nodeOf(silent), launch, short, signal, go)
    await delay(700)
    silent.freezeConnections()
    const outcome = ended(await running)
    expect(text(outcome.stdout)).toBe('done\n')
    expect(outcome.warnings.join()).toContain('no result came in time')
    await transport.close()
    await silent.stop()
  })

  it('gives up on a connection that hangs before a session is open, and makes a new one', async () => {
    const hanging = await startSshd()
    const transport = sshTransport(systemHost)
    const node = nodeOf(hanging)
    await transport.run(node, launchOf('true'), limits(), signal, go)
    hanging.freezeConnections()
    const outcome = await transport.run(
      node,
      launchOf('true'),
      limits({ readyMs: 500 }),
      signal,
      go,
    )
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'launch-timeout' })
    const next = await transport.run(node, launchOf('echo back'), limits(), signal, go)
    expect(text(ended(next).stdout)).toBe('back\n')
    await transport.close()
    await hanging.stop()
  })

  it('stops the plugin when the runner is gone', async () => {
    const marker = `/tmp/rune-orphan-${process.pid}`
    const transport = sshTransport(systemHost)
    const running = transport.run(
      nodeOf(sshd),
      launchOf(`echo $$ >${marker}; exec sleep 300`),
      limits({ timeoutMs: 200_000, leaseMs: 500, graceMs: 500, heartbeatMs: 100 }),
      signal,
      go,
    )
    await delay(1_000)
    await transport.close()
    expect(await running).toMatchObject({ kind: 'unknown' })
    await expect
      .poll(async () => {
        const outcome = await once(
          nodeOf(sshd),
          `kill -0 "$(cat ${marker})" 2>/dev/null && echo alive || echo gone`,
        )
        return outcome.kind === 'ended' && Buffer.from(outcome.stdout.bytes).toString()
      })
      .toBe('gone\n')
    await once(nodeOf(sshd), `rm -f ${marker}`)
  })

  it('keeps what the login shell prints apart from the answer', async () => {
    const noisy = await startSshd({
      extra: ['ForceCommand echo hello; eval "$SSH_ORIGINAL_COMMAND"'],
    })
    const outcome = await once(nodeOf(noisy), 'echo answer')
    await noisy.stop()
    expect(outcome).toMatchObject({ kind: 'ended', exit: 0 })
    expect(Buffer.from(outcome.noise.bytes).toString()).toContain('hello')
    expect(outcome.kind === 'ended' && Buffer.from(outcome.stdout.bytes).toString()).toBe(
      'answer\n',
    )
  })

  it('says what the login shell said when it starts nothing', async () => {
    const closed = await startSshd({ extra: ['ForceCommand echo no access >&2; exit 1'] })
    const outcome = await once(nodeOf(closed))
    await closed.stop()
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'launch-failed' })
    expect((outcome as { message: string }).message).toContain('no access')
  })
})

/** A key that no server knows. */
async function freshKey(): Promise<{ privateKey: string }> {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  return { privateKey }
}
