/** The composition root: joins LOM and LMM, which know nothing of each other, and does nothing else. */
import type { Host } from './host.ts'
import { type Collect, type CollectorInit, collector } from './lmm/collect.ts'
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
  /** The LMM for what an earlier run left: it starts nothing. */
  collect(init: {
    readonly nodes: ReadonlyMap<string, Node>
    readonly outputCheck: CollectorInit['outputCheck']
  }): { readonly ask: Collect; close(): Promise<void> }
}

export function createRune(host: Host): Rune {
  const open = () => {
    const transports = { ssh: sshTransport(host), local: localTransport(host) }
    const close = async (): Promise<void> => {
      await Promise.all(Object.values(transports).map((transport) => transport.close()))
    }
    return { transports, close }
  }
  return {
    host,
    connect: ({ nodes, action }) => {
      const { transports, close } = open()
      return {
        ask: mediator({ host, transports, node: (name) => nodes.get(name), action }),
        close,
      }
    },
    collect: ({ nodes, outputCheck }) => {
      const { transports, close } = open()
      return {
        ask: collector({ host, transports, node: (name) => nodes.get(name), outputCheck }),
        close,
      }
    },
  }
}
