/** The measured nodes: loopback addresses served by OpenSSH, which end with the process that started them. */
import { dirname } from 'node:path'
import { type SshdOptions, sshdMissing, startSshd, type TestSshd } from '../test/support/sshd.ts'

/** OpenSSH's MAX_LISTEN_SOCKS, fixed when it is compiled. */
const ADDRESSES_PER_SERVER = 16

export interface BenchNode {
  readonly name: string
  readonly address: string
  readonly server: TestSshd
}

export interface BenchNodes {
  readonly nodes: readonly BenchNode[]
  /** The one private key that all of them accept. */
  readonly identityFile: string
  readonly user: string
  /** What a reader has to know of the account that the nodes log in, where it is not an ordinary one. */
  readonly remark?: string
  /** Logins that all servers have accepted so far. */
  connections(): number
  stop(): Promise<void>
}

/** Starts as many servers as `count` nodes need. Throws where there is no sshd. */
export async function startNodes(count: number): Promise<BenchNodes> {
  const noServer = sshdMissing('self')
  if (noServer !== undefined) throw new Error(`nothing to measure against: ${noServer}`)
  const noAccount = sshdMissing('ordinary')
  const user: SshdOptions['user'] = noAccount === undefined ? 'ordinary' : 'self'

  const addresses = Array.from({ length: count }, (_, i) => `127.0.7.${i + 1}`)
  const servers: TestSshd[] = []
  const nodes: BenchNode[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.stop()))
  }
  try {
    for (let from = 0; from < count; from += ADDRESSES_PER_SERVER) {
      const own = addresses.slice(from, from + ADDRESSES_PER_SERVER)
      const server = await startSshd({ user, addresses: own, extra: sameKeys(servers[0]) })
      servers.push(server)
      for (const address of own) {
        nodes.push({ name: `node-${nodes.length + 1}`, address, server })
      }
    }
  } catch (caught) {
    await stop()
    throw caught
  }
  const [first] = servers
  if (first === undefined) throw new Error('no nodes were asked for')
  return {
    nodes,
    identityFile: first.identityFile,
    user: first.user,
    ...(noAccount === undefined
      ? {}
      : { remark: `${noAccount}: ${first.user}'s shell start-up files count on both sides` }),
    connections: () => servers.reduce((sum, server) => sum + server.connections(), 0),
    stop,
  }
}

/** One key opens every node, as one deploy key does. */
function sameKeys(first: TestSshd | undefined): string[] {
  return first === undefined
    ? []
    : [`AuthorizedKeysFile ${dirname(first.identityFile)}/authorized_keys`]
}
