/** A small SSH server whose every word a test decides: what it offers, shows, asks for and answers. */
import { once } from 'node:events'
import ssh2, { type Connection, type ServerConfig } from 'ssh2'

const { utils } = ssh2

export interface EvilSshd {
  readonly port: number
  /** The public host keys, `type base64`, in the order of the private ones given. */
  readonly hostKeys: readonly string[]
  /** What the server was sent before anybody was logged in: one entry for each authentication request. */
  readonly asked: readonly string[]
  readonly connections: readonly Connection[]
  stop(): Promise<void>
}

export interface EvilOptions {
  /** Private keys as text. */
  readonly hostKeys: readonly string[]
  readonly algorithms?: ServerConfig['algorithms']
  /** Called for each login; default: everybody gets in. */
  readonly loggedIn?: (connection: Connection) => void
  /** Leaves strict key exchange out, as servers before 2023 do. */
  readonly notStrict?: boolean
}

/** The parts of ssh2 that are made to lie. */
interface Internals {
  readonly _protocol: { readonly _hostKeys: Record<string, unknown> }
}

/** Makes the server show another key at the next key exchange, and begins one. */
export function rekeyWith(connection: Connection, privateKey: string): void {
  const key = utils.parseKey(privateKey)
  if (key instanceof Error || Array.isArray(key)) throw new Error('not one key')
  ;(connection as unknown as Internals)._protocol._hostKeys[key.type] = key
  connection.rekey()
}

/** ssh2 adds the word for strict key exchange with concat(), which this list ignores. */
function withoutStrict(kex: readonly string[]): string[] {
  const list = [...kex]
  return Object.assign(list, { concat: () => list })
}

export async function startEvilSshd(options: EvilOptions): Promise<EvilSshd> {
  const asked: string[] = []
  const connections: Connection[] = []
  const server = new ssh2.Server(
    {
      hostKeys: [...options.hostKeys],
      algorithms: {
        ...options.algorithms,
        ...(options.notStrict ? { kex: withoutStrict(['curve25519-sha256']) as never } : {}),
      },
    },
    (connection) => {
      connections.push(connection)
      connection.on('error', () => undefined)
      connection.on('authentication', (context) => {
        const algorithm = context.method === 'publickey' ? ` ${context.key.algo}` : ''
        const signed = context.method === 'publickey' && context.signature ? ' signed' : ''
        asked.push(`${context.method}${algorithm}${signed}`)
        context.accept()
      })
      connection.on('ready', () => options.loggedIn?.(connection))
    },
  )
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const hostKeys = options.hostKeys.map((text) => {
    const key = utils.parseKey(text)
    if (key instanceof Error || Array.isArray(key)) throw new Error('not one key')
    return `${key.type} ${key.getPublicSSH().toString('base64')}`
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no TCP address')
  return {
    port: bound.port,
    hostKeys,
    asked,
    connections,
    stop: async () => {
      for (const connection of connections) connection.end()
      server.close()
    },
  }
}
