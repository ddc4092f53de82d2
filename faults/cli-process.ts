/** One process of the built command line, and how it ended. */
import { spawn } from 'node:child_process'

export interface Ended {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliProcess {
  readonly ended: Promise<Ended>
  over(): boolean
  kill(signal: NodeJS.Signals): void
}

export function startCli(
  cli: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
) {
  const child = spawn(process.execPath, [...nodeOptions, cli, ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const text = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (more: string) => {
      text[name] += more
    })
  let over = false
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status, signal) => {
      over = true
      resolve({ status, signal, ...text })
    })
  })
  return {
    ended,
    over: () => over,
    kill: (signal) => void child.kill(signal),
  } satisfies CliProcess
}
