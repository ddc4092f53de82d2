/** Finds what of a run still lives on this machine, by the public run marker that plugins have in their environment. */
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** Waits until no process has a run key that begins so; the pids of those that are left when the time is over. */
export async function orphansAfter(keyPrefix: string, waitMs: number): Promise<number[]> {
  const deadline = performance.now() + waitMs
  for (;;) {
    const pids = marked(keyPrefix)
    if (pids.length === 0 || performance.now() >= deadline) return pids
    await delay(100)
  }
}

function marked(keyPrefix: string): number[] {
  const marker = `RUNE_RUN_KEY=${encodeURIComponent(keyPrefix)}`
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) =>
      environ(pid)
        .split('\0')
        .some((entry) => entry.startsWith(marker)),
    )
    .map(Number)
}

function environ(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1')
  } catch {
    return '' // It has ended, or it is another account's: then the nodes log in as this one.
  }
}
