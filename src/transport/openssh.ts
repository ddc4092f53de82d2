/** Runs plugins through the system's ssh: for nodes that need what the library cannot do. */
import type { Host } from '../host.ts'
import { openMaster, type SharedConnection } from './openssh-connection.ts'
import { sessionTransport } from './ssh.ts'
import { connectionPool } from './ssh-pool.ts'
import type { Transport } from './transport.ts'

/** The transport for nodes that say `transport: openssh`; one shared connection a node, as in ssh. */
export function opensshTransport(host: Host): Transport {
  return sessionTransport('openssh', host, connectionPool<SharedConnection>(host, openMaster))
}
