/** The composition root: joins LOM and LMM, which know nothing of each other, and does nothing else. */
import type { Host } from './host.ts'
import { type Collect, type CollectorInit, collector } from './lmm/collect.ts'
import { leaver } from './lmm/leave.ts'
import { limitsFor } from './lmm/limits.ts'
import { type Mediate, mediator, type Runnable } from './lmm/mediator.ts'
import type { Secrets } from './protocol/secret.ts'
import { type ShownKey, scanHostKeys } from './transport/host-key-scan.ts'
import { localTransport } from './transport/local.ts'
import { opensshTransport } from './transport/openssh.ts'
import type { Refusal } from './transport/refusal.ts'
import { sshTransport } from './transport/ssh.ts'
import type { Node } from './transport/transport.ts'

export interface Rune {
  readonly host: Host
  /** The host keys that a node shows, without logging in to it. */
  hostKeysOf(node: Node, signal: AbortSignal): Promise<readonly ShownKey[] | Refusal>
  /** The LMM for one run: which nodes it may reach and which actions it may run. */
  connect(init: {
    readonly nodes: ReadonlyMap<string, Node>
    readonly action: (name: string) => Runnable | undefined
    readonly secrets?: Secrets
  }): { readonly ask: Mediate; leave(node: string): void; close(): Promise<void> }
  /** The LMM for what an earlier run left: it starts nothing. */
  collect(init: {
    readonly nodes: ReadonlyMap<string, Node>
    readonly outputCheck: CollectorInit['outputCheck']
    readonly secrets?: Secrets
    readonly secretNames?: readonly string[]
  }): { readonly ask: Collect; close(): Promise<void> }
}

export function createRune(host: Host): Rune {
  const open = () => {
    const transports = {
      ssh: sshTransport(host),
      openssh: opensshTransport(host),
      local: localTransport(host),
    }
    const close = async (): Promise<void> => {
      await Promise.all(Object.values(transports).map((transport) => transport.close()))
    }
    return { transports, close }
  }
  return {
    host,
    hostKeysOf: (node, signal) => scanHostKeys(host, node, limitsFor(0), signal),
    connect: ({ nodes, ...init }) => {
      const { transports, close } = open()
      return {
        ask: mediator({ host, transports, node: (name) => nodes.get(name), ...init }),
        leave: leaver(nodes, transports),
        close,
      }
    },
    collect: ({ nodes, ...init }) => {
      const { transports, close } = open()
      return {
        ask: collector({ host, transports, node: (name) => nodes.get(name), ...init }),
        close,
      }
    },
  }
}
