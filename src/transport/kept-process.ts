/** A helper program of a connection that ends with this process, however this process ends. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fromUnknown } from '../protocol/errors.ts'

/** The pipe on standard input is held by this process only: its end, by whatever death, ends the program. */
const KEEPER = `
exec 3<&0 </dev/null
"$@" 3<&- & program=$!
{ cat <&3; kill "$program"; } >/dev/null 2>&1 & watcher=$!
exec 3<&-
wait "$program"; status=$?
kill "$watcher"; exit $status
`

export interface Kept {
  /** Everything that it has printed on stderr so far, bounded. */
  said(): string
  /** Resolves when it has ended. */
  readonly ended: Promise<void>
  stop(): void
}

const SAID_AT_MOST = 64 * 1024
const LAST_WORDS_MS = 200

/** Starts it in a session of its own, so that Ctrl-C in a terminal does not reach it. Never throws. */
export function keepRunning(argv: readonly string[], env: Readonly<Record<string, string>>): Kept {
  let said = ''
  let child: ChildProcess
  try {
    child = spawn('/bin/sh', ['-c', KEEPER, 'rune', ...argv], {
      detached: true,
      cwd: '/',
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { ...env },
    })
  } catch (caught) {
    const { message } = fromUnknown(caught)
    return { said: () => message, ended: Promise.resolve(), stop: () => undefined }
  }
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < SAID_AT_MOST) said += text
  })
  child.stdin?.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      said += error.message
      resolve()
    })
    // Its last words may come after its end, unless something else keeps the pipe open.
    child.once('exit', () => setTimeout(resolve, LAST_WORDS_MS))
    child.once('close', () => resolve())
  })
  return { said: () => said, ended, stop: () => child.stdin?.destroy() }
}
