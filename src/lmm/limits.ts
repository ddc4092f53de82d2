/** The numbers that bound one launch. */
import type { Limits } from '../transport/transport.ts'

/** GitHub kills 7.5 s after SIGINT; what is left over closes the record. */
const CANCEL_MS = 6_000

/** Inclusive: exactly 1 MiB on stdout is still read. */
export const STDOUT_BYTES = 1024 * 1024

/** Kept of a text at each of its ends: of stderr, and of a stdout that was refused. */
export const END_BYTES = 64 * 1024

/** Limits of a launch whose plugin may take `timeoutMs`. Only that one is an author's choice. */
export function limitsFor(timeoutMs: number, cancelMs = CANCEL_MS): Limits {
  return {
    timeoutMs,
    killGraceMs: 3_000,
    connectMs: 10_000,
    handshakeMs: 15_000,
    readyMs: 30_000,
    cancelMs,
    heartbeatMs: 10_000,
    leaseMs: 30_000,
    graceMs: 60_000,
    ackMs: 10_000,
    stdoutBytes: STDOUT_BYTES,
    stderrEndBytes: END_BYTES,
  }
}
