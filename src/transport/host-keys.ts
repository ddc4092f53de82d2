/** Pinned SSH host keys: parsing, fingerprints, and the check that decides whether a peer is the node. */
import { createHash, timingSafeEqual } from 'node:crypto'

export interface PinnedKey {
  /** As in a .pub file: ssh-ed25519, ecdsa-sha2-nistp256, ssh-rsa. */
  readonly type: string
  readonly blob: Buffer
  /** `SHA256:` and unpadded base64, as OpenSSH prints it. */
  readonly sha256: string
}

const ALGORITHMS: Readonly<Record<string, readonly string[]>> = {
  'ssh-ed25519': ['ssh-ed25519'],
  'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
  'ecdsa-sha2-nistp384': ['ecdsa-sha2-nistp384'],
  'ecdsa-sha2-nistp521': ['ecdsa-sha2-nistp521'],
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256'],
}

/** The key of a line `type base64 [comment]`; undefined when it is not one. */
export function parsePinnedKey(line: string): PinnedKey | undefined {
  const [type, base64] = line.trim().split(/[ \t]+/)
  if (type === undefined || base64 === undefined || !Object.hasOwn(ALGORITHMS, type))
    return undefined
  const blob = Buffer.from(base64, 'base64')
  // The blob names its own type; a line that says another is a mistake or a trick.
  if (blob.length < 4 || blob.length < 4 + blob.readUInt32BE(0)) return undefined
  const inner = blob.toString('latin1', 4, 4 + blob.readUInt32BE(0))
  return inner === type ? { type, blob, sha256: fingerprint(blob) } : undefined
}

/** `SHA256:...` of a public key blob. */
export function fingerprint(blob: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`
}

/** The host key algorithms to negotiate, so that the peer shows a key of the pinned type and no other. */
export function hostKeyAlgorithms(pinned: PinnedKey): readonly string[] {
  return ALGORITHMS[pinned.type] ?? []
}

/** Literally true for the pinned key only. Synchronous on purpose: ssh2 takes a promise for consent. */
export function isPinned(pinned: PinnedKey, seen: Uint8Array): boolean {
  return seen.length === pinned.blob.length && timingSafeEqual(seen, pinned.blob)
}
