/** What every message of the four protocols shares: canonical bytes, digests and the trace ids. */
import { createHash } from 'node:crypto'
import canonicalizeJson from 'canonicalize'

/** Identity of one message; made by the host, because ids and time are not deterministic. */
export interface Stamp {
  /** UUID v4. */
  readonly messageId: string
  /** RFC 3339, UTC, milliseconds. */
  readonly createdAt: string
}

/** W3C trace-context sizes: 32 and 16 lower case hex digits. */
export interface Trace {
  readonly traceId: string
  readonly spanId: string
}

/** RFC 8785 text of a JSON value. Throws on what JSON cannot hold. */
export function canonical(value: unknown): string {
  const text = canonicalizeJson(value)
  if (text === undefined) throw new Error('a value that JSON cannot hold was to be hashed')
  return text
}

/** SHA-256 in lower case hex; text is hashed as UTF-8. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** SHA-256 of a value's RFC 8785 form: of a plan, its plan hash. */
export function canonicalSha256(value: unknown): string {
  return sha256(canonical(value))
}

/** Size in bytes and SHA-256 of a value's RFC 8785 form. */
export function measure(value: unknown): { sizeBytes: number; sha256: string } {
  const text = canonical(value)
  return { sizeBytes: Buffer.byteLength(text), sha256: sha256(text) }
}
