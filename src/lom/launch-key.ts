/** The key under which a node runs one attempt of a step at most once, and the nonce that says whose launch it was. */
import { sha256 } from '../protocol/envelope.ts'

export interface KeyParts {
  readonly correlationId: string
  readonly node: string
  readonly step: string
  /** One-based. */
  readonly attempt: number
}

/** The same request for the same step of the same node has the same key, whoever sends it and however often. */
export function launchKey({ correlationId, node, step, attempt }: KeyParts): string {
  return `${correlationId}/${node}/${step}/do/1/${attempt}`
}

/**
 * 32 hex digits. `seed` is random and in the journal before any node is connected to, so that whoever has the record
 * can later tell this run's results from those of another run with the same key.
 */
export function launchNonce(seed: string, key: string): string {
  return sha256(`${seed}\n${key}`).slice(0, 32)
}
