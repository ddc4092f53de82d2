/** Runs git: no shell, a clean environment, bounded output, a time limit. The only place that starts it. */
import { spawn } from 'node:child_process'
import { fromUnknown, systemCode } from '../protocol/errors.ts'

export type GitResult =
  | { readonly kind: 'output'; readonly stdout: Buffer }
  | { readonly kind: 'failed'; readonly reason: string }

export interface GitRun {
  readonly cwd: string
  readonly args: readonly string[]
  readonly stdin?: string | Uint8Array
  /** Beside what every git gets: who commits, and when. */
  readonly env?: Readonly<Record<string, string>>
  readonly stdoutBytes: number
}

const TIME_LIMIT_MS = 30_000
const STDERR_BYTES = 4096

/**
 * Settings that would let a repository or the caller's surroundings run programs, follow another
 * repository or fetch: hooks, monitors, replaced objects, missing objects of a partial clone.
 */
const SETTINGS = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never']
/** What git needs from outside: where programs are, and where the user's `safe.directory` stands. */
const KEPT = ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'TMPDIR'] as const

/** Resolves for every ending; a failure carries the first line that git said. */
export async function runGit(run: GitRun): Promise<GitResult> {
  return new Promise((resolve) => {
    const failed = (reason: string) => resolve({ kind: 'failed', reason })
    const child = spawn('git', [...SETTINGS.flatMap((one) => ['-c', one]), ...run.args], {
      cwd: run.cwd,
      env: { ...cleanEnvironment(), ...run.env },
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: TIME_LIMIT_MS,
      killSignal: 'SIGKILL',
    })
    const stdout: Buffer[] = []
    let size = 0
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > run.stdoutBytes) {
        child.kill('SIGKILL')
        failed(`git ${run.args[0]} gave more than ${run.stdoutBytes} bytes`)
      } else stdout.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < STDERR_BYTES) stderr += chunk.toString('utf8')
    })
    child.on('error', (caught) =>
      failed(
        systemCode(caught) === 'ENOENT' ? 'git is not installed' : fromUnknown(caught).message,
      ),
    )
    child.on('close', (code, signal) => {
      if (code === 0) resolve({ kind: 'output', stdout: Buffer.concat(stdout) })
      else if (signal)
        failed(`git ${run.args[0]} was ended by ${signal} after ${TIME_LIMIT_MS} ms at most`)
      else failed(firstLine(stderr) || `git ${run.args[0]} ended with status ${code}`)
    })
    // git may end before it has read everything; its exit status says what that means.
    child.stdin.on('error', () => undefined)
    child.stdin.end(run.stdin ?? '')
  })
}

function cleanEnvironment(): Record<string, string> {
  const env: Record<string, string> = {
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_LITERAL_PATHSPECS: '1',
  }
  for (const name of KEPT) {
    const value = process.env[name]
    if (value !== undefined) env[name] = value
  }
  return env
}

/** Control characters are dropped: the line goes into reasons that people read. */
function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, 200)
}
