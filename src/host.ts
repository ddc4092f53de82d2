/** Everything that is not deterministic enters here: clock, ids, randomness, waiting. */
import { randomBytes, randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'

export interface Host {
  /** Wall clock as RFC 3339, UTC, milliseconds. */
  now(): string
  /** Milliseconds that only go forward; for durations. */
  monotonicMs(): number
  /** A UUID v4. */
  uuid(): string
  /** n random bytes as 2n lower case hex digits. */
  hex(bytes: number): string
  /** Resolves after the time, or at once when the signal aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** Called where a run has just made something true; a test of what survives ends the process there. */
  readonly fault?: (point: FaultPoint) => void
}

/** The moments of a run after which another part of the truth is on a disk, on a wire or on a node; in their order. */
export const FAULT_POINTS = [
  'record-opened',
  'planned',
  'prepared',
  'channel-open',
  'frame-sent',
  'ready',
  'started-on-disk',
  'go-sent',
  'result-received',
  'step-on-disk',
  'ended-on-disk',
  'acknowledged',
  'node-ended',
  'report-on-disk',
  'run-ended',
] as const

export type FaultPoint = (typeof FAULT_POINTS)[number]

/** The account that this process runs as; in a container its number may have no name. */
export function account(): { readonly username: string; readonly homedir: string } {
  try {
    return userInfo()
  } catch {
    return { username: `uid-${process.getuid?.() ?? 'unknown'}`, homedir: '/' }
  }
}

/** The real clock and the real randomness. */
export const systemHost: Host = {
  now: () => new Date().toISOString(),
  monotonicMs: () => performance.now(),
  uuid: () => randomUUID(),
  hex: (bytes) => randomBytes(bytes).toString('hex'),
  sleep: async (ms, signal) => {
    // An abort only ends the wait: the caller looks at the signal itself.
    await delay(ms, undefined, signal ? { signal } : {}).catch(() => undefined)
  },
}

/**
 * For a process that is a front end, at its start: keeps V8's room for short-lived objects at its first size. Left to
 * itself it doubles up to 128 MiB, which is most of what a large run takes, and saves no time here.
 */
export function boundMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}
