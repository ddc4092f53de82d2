/** Wall time and CPU time of one command with all of its descendants that were waited for. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

export interface Measure {
  readonly wallS: number
  /** User and system time together. */
  readonly cpuS: number
}

/** Where the command's output goes; also a file costs less than a pipe to a process that is not measured. */
export interface Files {
  readonly stdout: string
  readonly stderr: string
}

const TIMED = 'out=$1 err=$2; shift 2; TIMEFORMAT="%3R %3U %3S"; time "$@" >"$out" 2>"$err"'

/** Runs the command to its end. Throws when its exit status is not 0: a run that failed is no measurement. */
export async function timed(argv: readonly string[], files: Files): Promise<Measure> {
  const { stdout, stderr } = files
  let times: string
  try {
    const bash = ['-c', TIMED, 'timed', stdout, stderr, ...argv]
    times = (await promisify(execFile)('bash', bash, { env: environment() })).stderr
  } catch (cause) {
    const said = (await readFile(stderr, 'utf8').catch(() => '')).slice(-2000)
    throw new Error(`a measured command failed: ${argv[0]}\n${said}`, {
      cause,
    })
  }
  const [wallS, userS, systemS] = times.trim().split(' ').map(Number)
  if (wallS === undefined || userS === undefined || systemS === undefined || Number.isNaN(wallS))
    throw new Error(`bash gave no times: ${times}`)
  return { wallS, cpuS: userS + systemS }
}

/** For node's --import: a module that writes the process's peak RSS in KiB to the file when it ends. */
export function peakRssTo(file: string): string {
  const code = `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)))`
  return `data:text/javascript,${encodeURIComponent(code)}`
}

/** What ssh and git read from the environment must not differ from one desk to the next. */
function environment(): NodeJS.ProcessEnv {
  const { PATH = '/usr/bin:/bin', HOME = '/', USER = '' } = process.env
  return { PATH, HOME, USER, LC_ALL: 'C' }
}

/** One second of CPU time, then the shell that burns it is killed. */
const BURN = '(ulimit -t 1; while :; do :; done) & wait; true'

/**
 * Proves what the CPU figures rest on: a client's children count, and what sshd starts does not.
 * `ssh` is the beginning of a command line that ends with a command for a node. Throws when it is not so.
 */
export async function proveCpuAccount(ssh: readonly string[], files: Files): Promise<void> {
  const child = await timed(['bash', '-c', BURN], files)
  if (child.cpuS < 0.9)
    throw new Error(`a child that took 1 s of CPU was counted with ${child.cpuS} s`)
  const remote = await timed([...ssh, BURN], files)
  if (remote.wallS < 0.9 || remote.cpuS > 0.3)
    throw new Error(
      `1 s of CPU on a node took ${remote.wallS} s and was counted with ${remote.cpuS} s for the client`,
    )
}
