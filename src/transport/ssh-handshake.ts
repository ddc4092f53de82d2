/** The SSH handshake on an open socket: algorithms, the host key, then authentication, each of which may refuse. */
import type { Duplex } from 'node:stream'
import type { Client, ConnectConfig } from 'ssh2'
import { fromUnknown } from '../protocol/errors.ts'
import { type HostKeyJudge, hostKeyAlgorithms, type PinnedKey } from './host-keys.ts'
import { KexOfferReader, nothingInCommon } from './kex-offer.ts'
import type { Refusal } from './refusal.ts'
import { useCertificates } from './ssh-certificate.ts'
import { prepareCipherKeys } from './ssh-cipher-keys.ts'
import { type Credentials, Sha1Refused } from './ssh-credentials.ts'
import { joinWrites } from './ssh-writes.ts'
import { ALGORITHMS, type Ssh2 } from './ssh2.ts'

export interface HandshakeInit {
  readonly socket: Duplex
  readonly credentials: Credentials
  readonly pinned: readonly PinnedKey[]
  readonly judge: HostKeyJudge
  readonly limitMs: number
  /** The node's name and address, as part of a sentence. */
  readonly where: string
  readonly signal: AbortSignal
}

/** An authenticated client, or why there is none; then client and socket are gone. */
export async function shakeHands(ssh2: Ssh2, init: HandshakeInit): Promise<Client | Refusal> {
  const { socket, credentials, judge, signal } = init
  const client = new ssh2.Client()
  const reader = listenToOffer(socket)
  const seen = { strict: true, partial: false, tried: false }
  // Emitted before the first byte of authentication is sent.
  client.once('handshake', () => {
    seen.strict = reader.offer?.strict === true
    if (!seen.strict) client.destroy()
  })
  useCertificates(client)
  prepareCipherKeys(client)
  joinWrites(socket)
  const stop = (): void => void client.destroy()
  signal.addEventListener('abort', stop, { once: true })
  const error = await attempt(client, {
    sock: socket as unknown as NonNullable<ConnectConfig['sock']>,
    username: credentials.user,
    readyTimeout: init.limitMs,
    keepaliveInterval: 15_000,
    keepaliveCountMax: 3,
    algorithms: {
      ...ALGORITHMS,
      serverHostKey: hostKeyAlgorithms(...init.pinned),
    } as NonNullable<ConnectConfig['algorithms']>,
    // Synchronous: ssh2 takes a promise for consent. It asks again at every later key exchange.
    hostVerifier: (blob: Buffer): boolean => judge.judge(blob),
    // One method, one try: a node may lock out a source that tries again, and an agent that fails is asked for ever.
    authHandler: (_left, partial, next) => {
      seen.partial ||= partial === true
      const method = seen.tried ? false : credentials.method
      seen.tried = true
      next(method as never)
    },
  })
  signal.removeEventListener('abort', stop)
  if (error === undefined) return client
  client.destroy()
  socket.destroy()
  const hostKey = judge.seen === undefined ? {} : { hostKeySha256: judge.seen }
  const refusal =
    keyRefusal(init) ??
    offerRefusal(reader, { ...init, strict: seen.strict }) ??
    meaning(error, { ...init, partial: seen.partial })
  return { ...refusal, ...hostKey }
}

interface HandshakeError extends Error {
  readonly level?: string
}

function attempt(client: Client, config: ConnectConfig): Promise<HandshakeError | undefined> {
  return new Promise((resolve) => {
    client.once('ready', () => resolve(undefined))
    client.on('error', (error) => {
      resolve(error)
      // Stays after the handshake: a peer that breaks the protocol, or shows another key later, is left.
      client.destroy()
    })
    client.once('close', () => resolve(new Error('the peer closed the connection')))
    try {
      client.connect(config)
    } catch (caught) {
      resolve(fromUnknown(caught))
    }
  })
}

/** Sees what ssh2 reads, from the first byte on; ssh2 resumes the socket when it listens itself. */
export function listenToOffer(socket: Duplex): KexOfferReader {
  const reader = new KexOfferReader()
  const listen = (chunk: Buffer): void => {
    if (!reader.push(chunk)) socket.off('data', listen)
  }
  socket.pause()
  socket.on('data', listen)
  return reader
}

function keyRefusal({ judge, pinned, where }: HandshakeInit): Refusal | undefined {
  const prints = pinned.map(({ sha256 }) => sha256).join(', ')
  switch (judge.verdict) {
    case 'revoked':
      return {
        reason: 'host-key-revoked',
        message: `${where} shows host key ${judge.seen}, which is marked @revoked; no credentials were sent`,
      }
    case 'mismatch':
    case 'changed':
      return {
        reason: 'host-key-mismatch',
        message: `${where} shows host key ${judge.seen}, pinned is ${prints}; no credentials were sent`,
      }
    default:
      return undefined
  }
}

function offerRefusal(
  { offer }: KexOfferReader,
  { pinned, where, strict }: HandshakeInit & { readonly strict: boolean },
): Refusal | undefined {
  if (!strict)
    return {
      reason: 'ssh-outdated',
      message: `${where} does not offer strict key exchange, without which packets can be dropped unseen (CVE-2023-48795); no credentials were sent`,
    }
  if (offer === undefined) return undefined
  const missing = nothingInCommon(offer, ALGORITHMS)
  if (missing !== undefined)
    return { reason: 'ssh-outdated', message: `${where} offers only outdated ${missing}` }
  const wanted = hostKeyAlgorithms(...pinned)
  if (offer.hostKeys.some((one) => wanted.includes(one))) return undefined
  const types = [...new Set(pinned.map(({ type }) => type))].join(', ')
  const offered = offer.hostKeys
    .join(', ')
    .replace(/[^ -~]/g, '?')
    .slice(0, 300)
  if (types === 'ssh-rsa' && offer.hostKeys.includes('ssh-rsa'))
    return {
      reason: 'ssh-outdated',
      message: `${where} signs with its RSA host key and SHA-1 only; it offers ${offered}`,
    }
  return {
    reason: 'host-key-mismatch',
    message: `${where} has no host key of a pinned type (${types}); it offers ${offered || 'none'}`,
  }
}

/** ssh2's `level` says in which phase it gave up. */
function meaning(
  error: HandshakeError,
  { where, credentials, limitMs, partial }: HandshakeInit & { readonly partial: boolean },
): Refusal {
  if (error instanceof Sha1Refused)
    return {
      reason: 'ssh-outdated',
      message: `${where} takes signatures of an RSA key with SHA-1 only; nothing was signed`,
    }
  switch (error.level) {
    case 'client-authentication':
      return {
        reason: 'auth-failed',
        message: partial
          ? `${where} took ${credentials.shown} and wants another kind of authentication too`
          : `${where} refused ${credentials.shown}`,
      }
    case 'agent':
      return {
        reason: 'credentials-missing',
        message: `the agent at SSH_AUTH_SOCK gave no signature for ${where}: ${error.message}`,
      }
    case 'client-timeout':
      return {
        reason: 'handshake-timeout',
        message: `${where} did not complete SSH within ${limitMs} ms`,
      }
    default:
      return {
        reason: 'handshake-failed',
        message: `SSH with ${where} failed: ${error.message}`,
      }
  }
}
