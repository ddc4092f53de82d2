/** The composition root: joins LOM and LMM, which know nothing of each other, and does nothing else. */
import type { Host } from './host.ts'
import { type Mediate, mediator, type Runnable } from './lmm/mediator.ts'
import { localTransport } from './transport/local.ts'
import { sshTransport } from './transport/ssh.ts'
import type { Node } from './transport/transport.ts'

export interface Rune {
  readonly host: Host
  /** The LMM for one run: which nodes it may reach and which actions it may run. */
  connect(init: {
    readonly nodes: ReadonlyMap<string, Node>
    readonly action: (name: string) => Runnable | undefined
  }): { readonly ask: Mediate; close(): Promise<void> }
}

export function createRune(host: Host): Rune {
  return {
    host,
    connect: ({ nodes, action }) => {
      const transports = { ssh: sshTransport(host), local: localTransport(host) }
      return {
        ask: mediator({ host, transports, node: (name) => nodes.get(name), action }),
        close: async () => {
          await Promise.all(Object.values(transports).map((transport) => transport.close()))
        },
      }
    },
  }
}
