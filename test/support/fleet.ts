/** Many nodes over real sshd: as few servers as their limit of sixteen addresses allows. */
import type { InventoryNode } from '../../src/protocol/types.gen.ts'
import { sshdNodes } from './project.ts'
import { startSshd, type TestSshd } from './sshd.ts'

/** MAX_LISTEN_SOCKS of sshd. */
const ADDRESSES = 16

export interface Fleet {
  readonly servers: readonly TestSshd[]
  /** node-01, node-02 ... */
  readonly nodes: Readonly<Record<string, InventoryNode>>
  stop(): Promise<void>
}

/** Resolves when every node answers. */
export async function startFleet(
  count: number,
  labels: Readonly<Record<string, string>>,
): Promise<Fleet> {
  const all = Array.from({ length: count }, (_, i) => `127.0.0.${i + 1}`)
  const slices = Array.from({ length: Math.ceil(count / ADDRESSES) }, (_, i) =>
    all.slice(i * ADDRESSES, (i + 1) * ADDRESSES),
  )
  const servers = await Promise.all(slices.map((addresses) => startSshd({ addresses })))
  const entries = servers.flatMap((sshd) => Object.values(sshdNodes(sshd, 'node', labels)))
  return {
    servers,
    nodes: Object.fromEntries(
      entries.map((node, i) => [`node-${String(i + 1).padStart(2, '0')}`, node]),
    ),
    stop: async () => {
      await Promise.all(servers.map((sshd) => sshd.stop()))
    },
  }
}
