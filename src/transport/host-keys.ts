/** Pinned SSH host keys: parsing, fingerprints, and the check that decides whether a peer is the node. */
import { createHash, timingSafeEqual } from 'node:crypto'

export interface PinnedKey {
  /** As in a .pub file: ssh-ed25519, ecdsa-sha2-nistp256, ssh-rsa. */
  readonly type: string
  readonly blob: Buffer
  /** `SHA256:` and unpadded base64, as OpenSSH prints it. */
  readonly sha256: string
}

/** Without SHA-1; the types to prefer first. */
export const HOST_KEY_ALGORITHMS: Readonly<Record<string, readonly string[]>> = {
  'ssh-ed25519': ['ssh-ed25519'],
  'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
  'ecdsa-sha2-nistp384': ['ecdsa-sha2-nistp384'],
  'ecdsa-sha2-nistp521': ['ecdsa-sha2-nistp521'],
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256'],
}

/** The key of a line `type base64 [comment]`; undefined when it is not one. */
export function parsePinnedKey(line: string): PinnedKey | undefined {
  const [type, base64] = line.trim().split(/[ \t]+/)
  if (type === undefined || base64 === undefined || !Object.hasOwn(HOST_KEY_ALGORITHMS, type))
    return undefined
  const blob = Buffer.from(base64, 'base64')
  // The blob names its own type; a line that says another is a mistake or a trick.
  return keyType(blob) === type ? { type, blob, sha256: fingerprint(blob) } : undefined
}

/** The type that a public key blob names; undefined when it is cut. */
export function keyType(blob: Buffer): string | undefined {
  if (blob.length < 4 || blob.length < 4 + blob.readUInt32BE(0)) return undefined
  return blob.toString('latin1', 4, 4 + blob.readUInt32BE(0))
}

/** `SHA256:...` of a public key blob. */
export function fingerprint(blob: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`
}

/** The host key algorithms to negotiate, so that the peer shows a key of a pinned type and no other. */
export function hostKeyAlgorithms(...pinned: readonly PinnedKey[]): readonly string[] {
  const types = new Set(pinned.map(({ type }) => type))
  return Object.entries(HOST_KEY_ALGORITHMS).flatMap(([type, algorithms]) =>
    types.has(type) ? algorithms : [],
  )
}

/** Literally true for the pinned key only. Synchronous on purpose: ssh2 takes a promise for consent. */
export function isPinned(pinned: PinnedKey, seen: Uint8Array): boolean {
  return seen.length === pinned.blob.length && timingSafeEqual(seen, pinned.blob)
}

export type HostKeyVerdict = 'accepted' | 'revoked' | 'mismatch' | 'changed'

/**
 * Judges the keys that one connection shows: a revoked one never, a pinned one yes, and after that no other one than
 * the first, which a peer may try at a later key exchange.
 */
export class HostKeyJudge {
  readonly #pinned: readonly PinnedKey[]
  readonly #revoked: readonly PinnedKey[]
  #first: PinnedKey | undefined
  /** The fingerprint of the last key that was shown. */
  seen: string | undefined
  verdict: HostKeyVerdict | undefined

  constructor(pinned: readonly PinnedKey[], revoked: readonly PinnedKey[]) {
    this.#pinned = pinned
    this.#revoked = revoked
  }

  /** Whether the key is accepted. */
  judge(blob: Buffer): boolean {
    this.seen = fingerprint(blob)
    this.verdict = this.#verdictOn(blob)
    return this.verdict === 'accepted'
  }

  #verdictOn(blob: Buffer): HostKeyVerdict {
    if (this.#revoked.some((key) => isPinned(key, blob))) return 'revoked'
    if (this.#first !== undefined) return isPinned(this.#first, blob) ? 'accepted' : 'changed'
    this.#first = this.#pinned.find((key) => isPinned(key, blob))
    return this.#first === undefined ? 'mismatch' : 'accepted'
  }
}
