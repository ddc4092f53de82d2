/** Why a node could not be started on: an ending before anything of the plugin has run. */
import type { NotStarted, Outcome } from './transport.ts'

/** Why there is no connection or session. Nothing ran. */
export interface Refusal {
  readonly reason: NotStarted
  readonly message: string
  readonly hostKeySha256?: string
}

export const CANCELLED: Refusal = {
  reason: 'cancelled',
  message: 'the run was cancelled before the plugin was started',
}

export function isRefusal(value: object): value is Refusal {
  return 'reason' in value
}

/** The refusal as the ending of a launch. */
export function notStarted(refusal: Refusal): Outcome {
  return {
    ...refusal,
    kind: 'not-started',
    timingsMs: {},
    noise: { bytes: Buffer.alloc(0), total: 0, truncated: false },
    warnings: [],
  }
}

/** A node says no for good: to ask again could lock the runner out, and changes nothing. */
const FINAL: ReadonlySet<NotStarted> = new Set<NotStarted>([
  'auth-failed',
  'credentials-missing',
  'gate-refused',
  'host-key-unknown',
  'host-key-mismatch',
  'host-key-revoked',
  'ssh-outdated',
])

export function isFinal(reason: NotStarted): boolean {
  return FINAL.has(reason)
}
