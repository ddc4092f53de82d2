/** The process of a test's sshd: started, kept below the test process, taken apart again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'

// Standard input is a pipe that only the test process holds. Its end, by whatever death, ends the server and
// everything below it: sshd moves each connection to a session of its own, so killing a group would not do.
// Two rounds of STOP, so that nothing forks while it is being listed.
const KEEPER = `
exec 3<&0 </dev/null
tree() { local c; for c in $(cat "/proc/$1/task/$1/children" 2>/dev/null); do printf '%s ' "$c"; tree "$c"; done; }
( "\${@:2}" 3<&-; echo "sshd ended: $?" >&2 ) &
read -r -u 3 keep
for round in STOP STOP KILL; do kill -"$round" $! $(tree $!); done 2>/dev/null
[ "$keep" = keep ] || rm -rf "$1" 2>/dev/null
`

export interface Keep {
  /** Removed together with the server. */
  readonly folder: string
  readonly logFile: string
  readonly env: Readonly<Record<string, string>>
  readonly as: { readonly uid: number; readonly gid: number }
}

/** Starts the server below a keeper that ends it when this process ends. */
export function keep(argv: readonly string[], { folder, logFile, as, env }: Keep): ChildProcess {
  // A file, because sshd has written a line there before the client sees its effect: tests can count at once.
  const stderr = openSync(logFile, 'w')
  const child = spawn('bash', ['-c', KEEPER, 'rune-sshd', folder, ...argv], {
    stdio: ['pipe', 'ignore', stderr],
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', ...env },
    ...(as.uid === process.getuid?.() ? {} : { uid: as.uid, gid: as.gid }),
  })
  closeSync(stderr)
  // A test that forgets stop() must still be able to end; the pipe's end then stops the server.
  child.unref()
  return child
}

/** A function that ends the server and waits for it; safe to call twice. */
export function stopper(child: ChildProcess, folder: string) {
  const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve()
  return async (options?: { keepFolder: boolean }): Promise<void> => {
    child.ref()
    child.stdin?.on('error', () => undefined) // the keeper may be gone already: that is the goal
    child.stdin?.end(options?.keepFolder ? 'keep\n' : '')
    await ended
    if (!options?.keepFolder) rmSync(folder, { recursive: true, force: true })
  }
}

/** Signals what serves connections: the topmost sshd is the listener, the others below it do. */
export function signalConnections(keeper: ChildProcess, signal: NodeJS.Signals): void {
  const [listener, ...serving] = below(keeper.pid ?? 0).filter((pid) => /^sshd/.test(comm(pid)))
  if (listener === undefined) throw new Error('sshd is not running')
  for (const pid of serving) {
    try {
      process.kill(pid, signal)
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

function below(pid: number): number[] {
  const children = procFile(`${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
  return children.flatMap((child) => [child, ...below(child)])
}

const comm = (pid: number): string => procFile(`${pid}/comm`).trim()

function procFile(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return '' // the process has ended
  }
}
