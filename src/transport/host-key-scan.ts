/** Asks a node for its host keys: one key exchange for each type, and nobody logs in to it. */
import { once } from 'node:events'
import type { ConnectConfig } from 'ssh2'
import type { Host } from '../host.ts'
import { fromUnknown } from '../protocol/errors.ts'
import { fingerprint, HOST_KEY_ALGORITHMS, keyType } from './host-keys.ts'
import { type KexOffer, nothingInCommon } from './kex-offer.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { openThrough } from './ssh.ts'
import { type Hop, reach } from './ssh-connection.ts'
import { listenToOffer } from './ssh-handshake.ts'
import { connectionPool } from './ssh-pool.ts'
import { ALGORITHMS, loadSsh2 } from './ssh2.ts'
import type { Limits, Node } from './transport.ts'

export interface ShownKey {
  readonly type: string
  /** `type base64` */
  readonly text: string
  readonly sha256: string
}

/**
 * Every key that the node has and RUNE accepts, in the order of preference; the node has proven that it holds them.
 * Its jump hosts are logged in to as always. Never rejects for an operational ending.
 */
export async function scanHostKeys(
  host: Host,
  node: Node,
  limits: Limits,
  signal: AbortSignal,
): Promise<readonly ShownKey[] | Refusal> {
  if (node.proxyCommand !== undefined || node.jump?.proxyCommand !== undefined)
    return {
      reason: 'transport-unavailable',
      message: `${node.name} is reached through ssh.proxy-command, which only the system's ssh can use; look its keys up with ssh-keygen on the node`,
    }
  const pool = connectionPool<Hop>(host, openThrough)
  const stop = (): void => pool.close()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const through =
      node.jump === undefined ? undefined : await pool.to(node.jump, limits).connection
    if (through !== undefined && isRefusal(through))
      return { ...through, message: `jump host of ${node.name}: ${through.message}` }
    const found = new Map<string, ShownKey>()
    let offered: readonly string[] | undefined
    for (const [type, algorithms] of Object.entries(HOST_KEY_ALGORITHMS)) {
      if (offered !== undefined && !algorithms.some((one) => offered?.includes(one))) continue
      // The first exchange is with the type to prefer; when the node has none, its offer says what it has.
      const shown = await exchange(node, algorithms, { limits, signal, through })
      offered ??= shown.offer?.hostKeys
      if ('refusal' in shown) {
        if (offered === undefined || offered.some((one) => algorithms.includes(one)))
          return shown.refusal
      } else found.set(type, shown.key)
    }
    if (found.size > 0) return [...found.values()]
    const message = `${node.name} has no host key of a type that is accepted; it offers ${(offered ?? []).join(', ')}`
    return { reason: 'ssh-outdated', message: message.replace(/[^ -~]/g, '?').slice(0, 500) }
  } finally {
    signal.removeEventListener('abort', stop)
    pool.close()
  }
}

interface Around {
  readonly limits: Limits
  readonly signal: AbortSignal
  readonly through: Hop | undefined
}

type Shown = { readonly offer: KexOffer | undefined } & (
  | { readonly key: ShownKey }
  | { readonly refusal: Refusal }
)

/** One connection that ends where a login would begin. */
async function exchange(
  node: Node,
  algorithms: readonly string[],
  { limits, signal, through }: Around,
): Promise<Shown> {
  const ssh2 = await loadSsh2()
  const socket = await reach(node, { limitMs: limits.connectMs, signal, through })
  if ('reason' in socket) return { offer: undefined, refusal: socket }
  const client = new ssh2.Client()
  const reader = listenToOffer(socket)
  let key: ShownKey | undefined
  let failed: Error | undefined
  const stop = (): void => void client.destroy()
  signal.addEventListener('abort', stop, { once: true })
  client.on('error', (error) => {
    failed ??= error
    client.destroy()
  })
  let proven = false
  client.once('handshake', () => {
    // By now the node has signed with the key, and nothing is asked of it.
    proven = true
    client.destroy()
  })
  const closed = once(client, 'close').catch(() => undefined)
  try {
    client.connect({
      sock: socket as unknown as NonNullable<ConnectConfig['sock']>,
      username: 'nobody',
      readyTimeout: limits.handshakeMs,
      algorithms: { ...ALGORITHMS, serverHostKey: algorithms } as NonNullable<
        ConnectConfig['algorithms']
      >,
      hostVerifier: (blob: Buffer): boolean => {
        const type = keyType(blob) ?? ''
        key = { type, text: `${type} ${blob.toString('base64')}`, sha256: fingerprint(blob) }
        return true
      },
      authHandler: (_left, _partial, next) => next(false as never),
    })
    await closed
  } catch (caught) {
    failed = fromUnknown(caught)
  }
  signal.removeEventListener('abort', stop)
  socket.destroy()
  const { offer } = reader
  if (key !== undefined && proven) return { offer, key }
  const outdated = offer && nothingInCommon(offer, ALGORITHMS)
  const where = `${node.name} (${node.address}:${node.port})`
  if (outdated !== undefined) {
    const message = `${where} offers only outdated ${outdated}`
    return { offer, refusal: { reason: 'ssh-outdated', message } }
  }
  const message = `SSH with ${where} failed: ${failed?.message ?? 'the peer closed the connection'}`
  return { offer, refusal: { reason: 'handshake-failed', message } }
}
