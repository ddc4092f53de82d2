/** Starts the committed dist/cli.js as a process of its own, as a person or a script does. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const CLI = join(import.meta.dirname, '../../dist/cli.js')

export interface CliResult {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Called with the process and what it has printed on stderr so far, on each new piece. */
  readonly onStderr?: (kill: (signal: NodeJS.Signals) => void, soFar: string) => void
}

/** Resolves when the process has ended. */
export function rune(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: options.cwd,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
      options.onStderr?.((signal) => child.kill(signal), stderr)
    })
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, stdout, stderr }))
  })
}
