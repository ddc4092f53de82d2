/** Turns the runner's signals into one cancellation with a deadline. */
import type { Host } from '../host.ts'

/** GitHub sends SIGTERM 7.5 s after SIGINT and kills 2.5 s later. */
const PUBLISHED_BY_MS = 6800

/**
 * Aborts with the signal's name at the first SIGINT or SIGTERM; later ones change nothing. `late` is called when the
 * process is still there so long after it that it has to end now.
 */
export function cancelOnSignal(host: Host, late: () => void): AbortSignal {
  const cancel = new AbortController()
  const stop = (name: string): void => {
    if (cancel.signal.aborted) return
    cancel.abort(name)
    void host.sleep(PUBLISHED_BY_MS).then(late)
  }
  // Without a handler Node ends at once, and the children that run ssh would not be told.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop(name))
  return cancel.signal
}
