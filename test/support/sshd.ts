/** A real OpenSSH server on loopback, with its own keys and folder, that ends with the process that started it. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { keep, signalConnections, stopper } from './sshd-process.ts'

const SSHD = '/usr/sbin/sshd'
/** Where tests run as root they need an ordinary login too: `useradd --create-home --shell /bin/bash rune-node`. */
const ACCOUNT = 'rune-node'
const READY_MS = 10_000
const PORT_TRIES = 10

export interface SshdOptions {
  /** 'self' logs in as the user that runs the tests; 'ordinary' never as root. Default 'self'. */
  readonly user?: 'self' | 'ordinary'
  /** sshd's MaxSessions (default there: 10). */
  readonly maxSessions?: number
  /** sshd's MaxStartups, `start:rate:full`. Default: no limit that a test meets. */
  readonly maxStartups?: string
  /** Loopback addresses (127.x.y.z), all on one port: many nodes from one server. Default 127.0.0.1. */
  readonly addresses?: readonly string[]
  /** Options in authorized_keys for the key, such as `restrict,command="..."`. */
  readonly keyOptions?: string
  /** Added to sshd's environment. */
  readonly env?: Readonly<Record<string, string>>
  /** Lines of sshd_config that win over the ones here; `Match` blocks may follow them. */
  readonly extra?: readonly string[]
}

export interface TestSshd {
  readonly addresses: readonly string[]
  /** The first of `addresses`. */
  readonly address: string
  readonly port: number
  readonly user: string
  /** `ssh-ed25519 AAAA...` */
  readonly hostKey: string
  /** `SHA256:...`, as ssh-keygen -l prints it. */
  readonly hostKeySha256: string
  readonly identityFile: string
  readonly privateKey: string
  /** Everything that sshd has logged so far. */
  log(): string
  /** Logins so far. */
  connections(): number
  /** Sessions (commands) opened so far. */
  sessions(): number
  /** Kills the processes that serve connections, as a network does: commands run on, the server still listens. */
  dropConnections(): void
  /** Stops the processes that serve connections, as a machine that hangs does: TCP still answers, sshd does not. */
  freezeConnections(): void
  /** Ends the server, its connections and their commands, and removes its folder. */
  stop(): Promise<void>
}

interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Why no server can be started here, or undefined. In CI that is an error: there nothing may be skipped. */
export function sshdMissing(user: 'self' | 'ordinary' = 'self'): string | undefined {
  const reason = missing(user)
  if (reason !== undefined && process.env['CI']) throw new Error(`no sshd for tests: ${reason}`)
  return reason
}

function missing(user: 'self' | 'ordinary'): string | undefined {
  if (!existsSync(SSHD)) return `${SSHD} is not installed (package openssh-server)`
  if (user === 'ordinary' && !ordinary()) {
    return `the tests run as root and there is no account ${ACCOUNT} (useradd --create-home --shell /bin/bash ${ACCOUNT})`
  }
  return undefined
}

/** Starts a server and resolves when it listens on every address. */
export async function startSshd(options: SshdOptions = {}): Promise<TestSshd> {
  const account = options.user === 'ordinary' ? ordinary() : self()
  if (!account) throw new Error(missing('ordinary'))
  // sshd's own start-up scripts make this one; without it a server that runs as root refuses to start.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 })

  const folder = await mkdtemp(join(tmpdir(), 'rune-sshd-'))
  await chmod(folder, 0o711)
  await chown(folder, account.uid, account.gid) // so that the keeper can remove it
  const [hostKey] = await makeKey(join(folder, 'host'), account)
  const [publicKey, privateKey] = await makeKey(join(folder, 'id'))
  await writeFile(
    join(folder, 'authorized_keys'),
    `${options.keyOptions === undefined ? '' : `${options.keyOptions} `}${publicKey}\n`,
    {
      mode: 0o644,
    },
  )

  for (let tries = 1; ; tries++) {
    const server = await listen(folder, account, await freePort(options), options)
    if (server) return { ...server, hostKey, hostKeySha256: fingerprint(hostKey), privateKey }
    if (tries === PORT_TRIES) throw new Error(`no free port after ${tries} tries`)
  }
}

type Listening = Omit<TestSshd, 'hostKey' | 'hostKeySha256' | 'privateKey'>

/** One start on one port; undefined when somebody else has the port. */
async function listen(
  folder: string,
  account: Account,
  port: number,
  options: SshdOptions,
): Promise<Listening | undefined> {
  const addresses = options.addresses ?? ['127.0.0.1']
  const config = join(folder, 'sshd_config')
  const logFile = join(folder, 'log')
  await writeFile(config, configText(folder, port, addresses, options), { mode: 0o644 })

  const log = (): string => readFileSync(logFile, 'utf8')
  const count = (line: RegExp): number => log().match(line)?.length ?? 0
  const child = keep([SSHD, '-D', '-e', '-f', config], {
    folder,
    logFile,
    as: account,
    env: options.env ?? {},
  })
  const stop = stopper(child, folder)
  const deadline = performance.now() + READY_MS
  // The log and not a probing connection: a probe counts for MaxStartups, and may meet somebody else's server.
  while (!addresses.every((a) => log().includes(`Server listening on ${a} port ${port}.`))) {
    if (log().includes(`Bind to port ${port} on `)) {
      await stop({ keepFolder: true })
      return undefined
    }
    if (log().includes('sshd ended: ') || performance.now() > deadline) {
      const text = log()
      await stop()
      throw new Error(`sshd did not start:\n${text}`)
    }
    await delay(10)
  }
  return {
    addresses,
    address: addresses[0] ?? '127.0.0.1',
    port,
    user: account.name,
    identityFile: join(folder, 'id'),
    log,
    connections: () => count(/^Accepted (publickey|gssapi-with-mic) /gm),
    sessions: () => count(/^Starting session: /gm),
    dropConnections: () => signalConnections(child, 'SIGKILL'),
    freezeConnections: () => signalConnections(child, 'SIGSTOP'),
    stop: () => stop(),
  }
}

function configText(
  folder: string,
  port: number,
  addresses: readonly string[],
  { maxSessions = 10, maxStartups = '1000', extra = [] }: SshdOptions,
): string {
  const match = extra.findIndex((line) => /^\s*match\s/i.test(line))
  const matchAt = match < 0 ? extra.length : match
  return [
    ...addresses.map((address) => `ListenAddress ${address}:${port}`),
    // sshd takes the first value of a keyword; a Match block reaches to the end of the file.
    ...extra.slice(0, matchAt),
    `HostKey ${join(folder, 'host')}`,
    `AuthorizedKeysFile ${join(folder, 'authorized_keys')}`,
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'UsePAM no',
    'StrictModes no',
    'PidFile none',
    'LogLevel VERBOSE',
    `MaxSessions ${maxSessions}`,
    `MaxStartups ${maxStartups}`,
    ...extra.slice(matchAt),
    '',
  ].join('\n')
}

/** A port that is free now on the first address; sshd may still find it taken, then there is another try. */
async function freePort({ addresses }: SshdOptions): Promise<number> {
  const probe = createServer().listen(0, addresses?.[0] ?? '127.0.0.1')
  await once(probe, 'listening')
  const bound = probe.address()
  probe.close()
  await once(probe, 'close')
  if (bound === null || typeof bound === 'string') throw new Error('no TCP address')
  return bound.port
}

/** The public key as `type base64`, and the private key's text. */
async function makeKey(file: string, owner?: Account): Promise<readonly [string, string]> {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file])
  if (owner) await chown(file, owner.uid, owner.gid)
  const [type, base64] = (await readFile(`${file}.pub`, 'utf8')).trim().split(' ')
  return [`${type} ${base64}`, await readFile(file, 'utf8')]
}

function fingerprint(publicKey: string): string {
  const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64')
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`
}

/** The account for 'ordinary', or undefined when there is none. */
function ordinary(): Account | undefined {
  if (process.getuid?.() !== 0) return self()
  const row = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === ACCOUNT)
  return row && { name: ACCOUNT, uid: Number(row[2]), gid: Number(row[3]) }
}

function self(): Account {
  const { username, uid, gid } = userInfo()
  return { name: username, uid, gid }
}
