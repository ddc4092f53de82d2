/** A program of this machine as a channel: how it is started, and how its end is told. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { fromUnknown, systemCode } from '../protocol/errors.ts'
import type { ChannelEnd } from './channel.ts'

export interface Child {
  readonly process: ChildProcess
  readonly stdin: Writable
  readonly stdout: Readable
  readonly stderr: Readable
}

/**
 * Its own session: Ctrl-C in a terminal goes to rune, which stops the plugin by the protocol. Its whole environment is
 * `env`: nothing of this process, which may hold tokens, reaches it. Text: why it cannot be started.
 */
export function startChild(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Child | string {
  const started = start(program, args, env)
  if (started instanceof Error) return started.message
  const { stdin, stdout, stderr } = started
  if (stdin && stdout && stderr) return { process: started, stdin, stdout, stderr }
  // Without file descriptors left there are no streams, whatever the types say; the error comes as an event.
  started.once('error', () => undefined)
  return 'no file descriptors are left'
}

/** `isLost` says of an exit status that it is not the program's own, but tells that its connection has ended. */
export function endOf(
  { process: child }: Child,
  isLost: (exit: number) => Promise<boolean> = async () => false,
): Promise<ChannelEnd> {
  return new Promise((resolve) => {
    child.once('error', (error) =>
      resolve({ exit: systemCode(error) === 'ENOENT' ? 127 : 126, said: error.message }),
    )
    child.once('close', async (exit, signal) => {
      if (exit === null) resolve(signal === null ? {} : { signal })
      else resolve((await isLost(exit)) ? {} : { exit })
    })
  })
}

/** Lets go of its streams; the program itself sees their end. */
export function closeStreams({ stdin, stdout, stderr }: Child): void {
  for (const stream of [stdin, stdout, stderr]) stream.destroy()
}

function start(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess | Error {
  try {
    return spawn(program, args, {
      detached: true,
      cwd: '/',
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...env },
    })
  } catch (caught) {
    return fromUnknown(caught)
  }
}
