/** A circuit breaker for errors: so many a minute go through, the rest is counted by fingerprint. */

const MINUTE_MS = 60_000
const FINGERPRINTS_AT_MOST = 1000

export interface Clock {
  /** Milliseconds that only go forward. */
  monotonicMs(): number
  /** Resolves after the time, or at once when the signal aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** Errors that were only counted. */
export interface Count {
  readonly kind: string
  /** Undefined for the ones beyond a thousand different fingerprints. */
  readonly fingerprint?: string
  readonly errors: number
}

export interface BreakerInit {
  readonly clock: Clock
  readonly perMinute: number
  /** Most first; when a minute ends in which something was only counted, and on close. */
  readonly counted: (counts: readonly Count[]) => void
}

export interface Breaker {
  /** Whether this error may be told in full. A minute begins with its first error. */
  admit(error: { readonly kind: string; readonly fingerprint: string }): boolean
  /** Tells what is counted by now. Later errors begin a new minute. */
  close(): void
}

export function breaker({ clock, perMinute, counted }: BreakerInit): Breaker {
  let endsAt = Number.NEGATIVE_INFINITY
  let full = 0
  let counts = new Map<string, Count>()
  let waiting: AbortController | undefined

  const endMinute = (): void => {
    waiting?.abort()
    waiting = undefined
    endsAt = Number.NEGATIVE_INFINITY
    full = 0
    const ended = [...counts.values()].sort((a, b) => b.errors - a.errors)
    counts = new Map()
    if (ended.length > 0) counted(ended)
  }

  /** Without a further error nobody else would notice that the minute is over. */
  const waitForEnd = async (ms: number): Promise<void> => {
    const own = new AbortController()
    waiting = own
    await clock.sleep(ms, own.signal)
    if (!own.signal.aborted) endMinute()
  }

  return {
    admit: ({ kind, fingerprint }) => {
      const now = clock.monotonicMs()
      if (now >= endsAt) {
        endMinute()
        endsAt = now + MINUTE_MS
      }
      if (full < perMinute) {
        full += 1
        return true
      }
      const known = counts.has(fingerprint) || counts.size < FINGERPRINTS_AT_MOST
      const key = known ? fingerprint : ''
      const errors = (counts.get(key)?.errors ?? 0) + 1
      counts.set(key, known ? { kind, fingerprint, errors } : { kind: 'others', errors })
      // A clock that fails costs the report at the minute's end: the next error or close makes up for it.
      if (waiting === undefined) waitForEnd(endsAt - now).catch(() => undefined)
      return false
    },
    close: endMinute,
  }
}
