/** The key under which a node runs one attempt of a step at most once, and the nonce that says whose launch it was. */
import { sha256 } from '../protocol/envelope.ts'
import type { FlowPhase } from './plan-calls.ts'

export interface KeyParts {
  readonly correlationId: string
  readonly node: string
  readonly step: string
  /** Left out: do. */
  readonly phase?: FlowPhase
  /** One-based; left out: 1. */
  readonly iteration?: number
  /** One-based. */
  readonly attempt: number
}

/** The same request for the same step of the same node has the same key, whoever sends it and however often. */
export function launchKey(parts: KeyParts): string {
  const { correlationId, node, step, phase = 'do', iteration = 1, attempt } = parts
  return `${correlationId}/${node}/${step}/${phase}/${iteration}/${attempt}`
}

/**
 * 32 hex digits. `seed` is random and in the journal before any node is connected to, so that whoever has the record
 * can later tell this run's results from those of another run with the same key.
 */
export function launchNonce(seed: string, key: string): string {
  return sha256(`${seed}\n${key}`).slice(0, 32)
}
