/** Public keys of SSH servers as people write them, `type base64`: checked whole, with their fingerprint. */
import { createHash } from 'node:crypto'

export interface PublicKey {
  /** As in a .pub file: ssh-ed25519, ecdsa-sha2-nistp256, ssh-rsa. */
  readonly type: string
  /** `type base64`, without the comment. */
  readonly text: string
  /** OpenSSH's form of a fingerprint: SHA256:base64. */
  readonly sha256: string
}

/** The types that a host key may have, the ones to prefer first. */
const HOST_KEY_TYPES = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'ssh-rsa',
] as const

/** Shorter ones are within reach of those who can pay for it; OpenSSH makes 3072 by default. */
const RSA_BITS = 2048

/** The key, or a sentence that says what is wrong with it. */
export function readPublicKey(type: string, base64: string): PublicKey | string {
  const bytes = Buffer.from(base64, 'base64')
  const [named, exponent, modulus] = fields(bytes)
  // The key's own bytes start with its type; a cut or mixed-up key is found here, not at night.
  if (named?.toString('latin1') !== type || bytes.toString('base64') !== base64)
    return `this is not a complete ${type} key; copy the whole line of the node's .pub file`
  if (type === 'ssh-rsa') {
    const bits = modulus === undefined || exponent === undefined ? 0 : bitLength(modulus)
    if (bits < RSA_BITS)
      return `this ssh-rsa key has ${bits} bits, and at least ${RSA_BITS} are needed; pin the node's ssh-ed25519 key`
  }
  const digest = createHash('sha256').update(bytes).digest('base64').replace(/=+$/, '')
  return { type, text: `${type} ${base64}`, sha256: `SHA256:${digest}` }
}

export function isHostKeyType(type: string): boolean {
  return HOST_KEY_TYPES.some((one) => one === type)
}

/** Each key once, the types to prefer first. */
export function sortKeys(keys: readonly PublicKey[]): PublicKey[] {
  const rank = ({ type }: PublicKey): number =>
    HOST_KEY_TYPES.indexOf(type as (typeof HOST_KEY_TYPES)[number])
  const unique = [...new Map(keys.map((key) => [key.text, key])).values()]
  return unique.sort((a, b) => rank(a) - rank(b))
}

/** The length-prefixed fields of the blob; undefined from the first one that is cut. */
function fields(bytes: Buffer): (Buffer | undefined)[] {
  const found: Buffer[] = []
  for (let at = 0; at + 4 <= bytes.length && found.length < 3; ) {
    const end = at + 4 + bytes.readUInt32BE(at)
    if (end > bytes.length) break
    found.push(bytes.subarray(at + 4, end))
    at = end
  }
  // A type alone is not a key.
  return found.length < 2 ? [] : found
}

function bitLength(integer: Buffer): number {
  const first = integer.findIndex((byte) => byte !== 0)
  if (first === -1) return 0
  return (integer.length - first) * 8 - Math.clz32(integer[first] ?? 0) + 24
}
