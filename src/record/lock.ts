/** One process at a time goes on with a record: a lock file that names it. */
import { open, readFile, unlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fromUnknown, systemCode } from '../protocol/errors.ts'
import { refusal } from './journal.ts'

export const LOCK_FILE = '.lock'

/** Takes the lock and gives the function that leaves it. Throws a RuneError `audit-write` while another process lives. */
export async function lockRecord(path: string): Promise<() => Promise<void>> {
  const file = join(path, LOCK_FILE)
  const own = `${process.pid} ${hostname()}\n`
  for (let tries = 0; ; tries += 1) {
    try {
      const handle = await open(file, 'wx', 0o600)
      await handle.writeFile(own)
      await handle.close()
      // What cannot be removed is the lock of a process that is gone, soon.
      return () => unlink(file).catch(() => undefined)
    } catch (caught) {
      if (systemCode(caught) !== 'EEXIST' || tries > 2) throw refusal(path, caught)
      const holder = await readFile(file, 'utf8').catch(() => '')
      const [pid, host] = holder.trim().split(' ')
      if (host === hostname() && alive(Number(pid))) {
        const reason = `process ${pid} is still writing it; wait for its end, or remove ${file} when that is another program`
        throw refusal(path, new Error(reason))
      }
      await unlink(file).catch((gone: unknown) => fromUnknown(gone))
    }
  }
}

function alive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (caught) {
    // Somebody else's process is one that lives.
    return systemCode(caught) === 'EPERM'
  }
}
