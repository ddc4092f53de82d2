import { createServer } from 'node:net'
import type { Connection, ServerChannel } from 'ssh2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemHost } from '../../src/host.ts'
import { sshTransport } from '../../src/transport/ssh.ts'
import type { Node, Outcome } from '../../src/transport/transport.ts'
import { type EvilOptions, rekeyWith, startEvilSshd } from '../support/evil-sshd.ts'
import { type SshKey, type SshKeyFolder, sshKeyFolder } from '../support/ssh-keys.ts'
import { go, launchOf, limits } from './contract.ts'

const signal = new AbortController().signal
let folder: SshKeyFolder
let user: SshKey
let host: SshKey
let rsa: SshKey
let other: SshKey

beforeAll(() => {
  folder = sshKeyFolder()
  user = folder.make('ed25519')
  host = folder.make('ed25519')
  other = folder.make('ed25519')
  rsa = folder.make('rsa')
})
afterAll(() => folder.remove())

const nodeOf = (port: number, more: Partial<Node> = {}): Node => ({
  name: 'web-1',
  transport: 'ssh',
  address: '127.0.0.1',
  port,
  user: 'rune',
  hostKey: host.publicKey,
  privateKey: user.privateKey,
  ...more,
})

/** One launch against a server that lies; what was asked of it before a login comes along. */
async function meet(
  options: Partial<EvilOptions>,
  more: Partial<Node> = {},
  readyMs = 2_000,
): Promise<{ outcome: Outcome; message: string; asked: readonly string[] }> {
  const server = await startEvilSshd({ hostKeys: [host.privateKey], ...options })
  const transport = sshTransport(systemHost)
  const limit = limits({ readyMs, handshakeMs: 3_000 })
  const outcome = await transport.run(
    nodeOf(server.port, more),
    launchOf('true'),
    limit,
    signal,
    go,
  )
  await transport.close()
  await server.stop()
  const message = 'message' in outcome ? outcome.message : ''
  return { outcome, message, asked: server.asked }
}

describe('a server that is outdated is refused before anything is sent to log in', () => {
  it.each([
    ['key exchange', { kex: ['diffie-hellman-group14-sha1'] }, 'diffie-hellman-group14-sha1'],
    ['cipher', { cipher: ['aes256-cbc', '3des-cbc'] }, 'aes256-cbc, 3des-cbc'],
    ['MAC', { cipher: ['aes256-ctr'], hmac: ['hmac-sha1', 'hmac-md5'] }, 'hmac-sha1, hmac-md5'],
  ] as const)('its %s', async (_, algorithms, named) => {
    const { outcome, message, asked } = await meet({ algorithms: algorithms as never })
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'ssh-outdated' })
    expect(message).toContain(named)
    expect(asked).toEqual([])
  })

  it('because its key exchange is not strict', async () => {
    const { outcome, message, asked } = await meet({ notStrict: true })
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'ssh-outdated' })
    expect(message).toContain('CVE-2023-48795')
    expect(asked).toEqual([])
  })

  it('because it signs with SHA-1 only', async () => {
    const { outcome, message } = await meet(
      { hostKeys: [rsa.privateKey], algorithms: { serverHostKey: ['ssh-rsa'] } },
      { hostKey: rsa.publicKey },
    )
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'ssh-outdated' })
    expect(message).toContain('SHA-1')
  })
})

describe('a server that shows another key', () => {
  it('is told nothing', async () => {
    const { outcome, message, asked } = await meet({ hostKeys: [other.privateKey] })
    expect(outcome).toMatchObject({ reason: 'host-key-mismatch', hostKeySha256: other.sha256 })
    expect(message).toContain(host.sha256)
    expect(asked).toEqual([])
  })

  it.each([
    ['pinned by nobody', () => other.privateKey, []],
    ['pinned too', () => other.privateKey, ['also']],
  ] as const)(
    'at a later key exchange loses the connection, also when it is %s',
    async (_, key, also) => {
      let executed = 0
      const rekey = (connection: Connection): void => {
        rekeyWith(connection, key())
        connection.on('session', (accept) => {
          accept().on('exec', () => {
            executed += 1
          })
        })
      }
      const hostKey = also.length === 0 ? [host.publicKey] : [host.publicKey, other.publicKey]
      const { outcome } = await meet({ loggedIn: rekey }, { hostKey })
      expect(outcome).toMatchObject({ kind: 'not-started', reason: 'connection-lost' })
      expect(executed).toBe(0)
    },
  )
})

it('stays with a server that shows the same key at a later key exchange', async () => {
  const rekey = (connection: Connection): void => {
    rekeyWith(connection, host.privateKey)
    connection.on('session', (accept) => {
      accept().on('exec', (yes) => {
        const stream = yes()
        stream.stderr.write('reached')
        stream.exit(3)
        stream.end()
      })
    })
  }
  const { outcome, message } = await meet({ loggedIn: rekey })
  expect(outcome).toMatchObject({ reason: 'launch-failed' })
  expect(message).toContain('reached')
})

describe('a server that sends far more than any login prints is cut off', () => {
  const pour = (stream: ServerChannel, into: NodeJS.WritableStream): void => {
    const piece = Buffer.alloc(512 * 1024, 110)
    const more = (): void => {
      if (stream.writable) into.write(piece, more)
    }
    more()
  }

  it.each(['stdout', 'stderr'] as const)('before it is ready, on %s', async (where) => {
    const flood = (connection: Connection): void => {
      connection.on('session', (accept) => {
        accept().on('exec', (yes) => {
          const stream = yes()
          stream.on('error', () => undefined)
          pour(stream, where === 'stdout' ? stream : stream.stderr)
        })
      })
    }
    const { outcome, message } = await meet({ loggedIn: flood }, {}, 30_000)
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'launch-failed' })
    expect(message).toContain('more than 8 MiB')
  })

  it('after it was told to go, and is asked three times for its result', async () => {
    let asked = 0
    const flood = (connection: Connection): void => {
      connection.on('session', (accept) => {
        accept().on('exec', (yes, _no, { command }) => {
          asked += 1
          const stream = yes()
          stream.on('error', () => undefined)
          const nonce = /rune ([0-9a-f]{32})/.exec(command)?.[1]
          if (asked > 1) return pour(stream, stream)
          stream.write(`\n\x1eRUNE1 ${nonce} READY bash=5.2 boot=evil uid=0 spool=yes\n`)
          stream.on('data', (chunk: Buffer) => {
            if (chunk.includes(`GO ${nonce}`)) pour(stream, stream)
          })
        })
      })
    }
    const { outcome } = await meet({ loggedIn: flood }, {}, 30_000)
    expect(outcome).toMatchObject({ kind: 'unknown' })
    expect((outcome as { detail: string }).detail).toContain('more than 8 MiB')
    expect(asked).toBe(4)
  }, 30_000)
})

it.each([
  [2, 'gate-refused'],
  [3, 'node-busy'],
])('asks for a session again after %i refusals, which ends as %s', async (refusals, reason) => {
  let asked = 0
  const { outcome } = await meet({
    loggedIn: (connection) => {
      connection.on('session', (accept, reject) => {
        asked += 1
        if (asked <= refusals) return void reject()
        accept().on('exec', (acceptExec) => {
          const stream: ServerChannel = acceptExec()
          stream.exit(77)
          stream.end()
        })
      })
    },
  })
  // Exit status 77 is a gate's refusal: a session was there.
  expect(outcome).toMatchObject({ kind: 'not-started', reason })
  expect(asked).toBe(3)
})

it('refuses whatever the server wants of this machine', async () => {
  const answers: Promise<string>[] = []
  const ask = (connection: Connection): void => {
    const opened = (start: (done: (error?: Error) => void) => void): void => {
      answers.push(
        new Promise((resolve) => start((error) => resolve(error ? 'refused' : 'opened'))),
      )
    }
    opened((done) => connection.forwardOut('127.0.0.1', 22, '127.0.0.1', 4000, done))
    opened((done) => connection.x11('127.0.0.1', 6000, done))
    opened((done) => connection.openssh_forwardOutStreamLocal('/tmp/x.sock', done))
    connection.on('session', (accept) => {
      const session = accept()
      for (const event of ['auth-agent', 'x11', 'pty', 'env', 'sftp', 'subsystem'] as const)
        session.on(event as 'pty', () => answers.push(Promise.resolve(`asked for ${event}`)))
    })
  }
  await meet({ loggedIn: ask }, {}, 800)
  expect(await Promise.all(answers)).toEqual(['refused', 'refused', 'refused'])
})

it('ends with an answer when a server sends garbage in place of its offer', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write(Buffer.concat([Buffer.from('SSH-2.0-x\r\n'), Buffer.alloc(70_000, 0xff)]))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const transport = sshTransport(systemHost)
  const outcome = await transport.run(
    nodeOf(port),
    launchOf('true'),
    limits({ handshakeMs: 1_000 }),
    signal,
    go,
  )
  await transport.close()
  server.close()
  expect(outcome).toMatchObject({ kind: 'not-started', reason: 'handshake-failed' })
})
