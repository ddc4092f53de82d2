/** The command line of the system's ssh: nothing of the user's or the machine's configuration has a say in it. */
import type { Node } from './transport.ts'

/** Everything that ssh is given; what it would look up by itself is switched off. */
const ALWAYS = [
  'BatchMode=yes',
  'StrictHostKeyChecking=yes',
  'GlobalKnownHostsFile=/dev/null',
  'UpdateHostKeys=no',
  'VerifyHostKeyDNS=no',
  'CheckHostIP=no',
  'CanonicalizeHostname=no',
  'PasswordAuthentication=no',
  'KbdInteractiveAuthentication=no',
  'HostbasedAuthentication=no',
  'AddKeysToAgent=no',
  'ForwardAgent=no',
  'ForwardX11=no',
  'PermitLocalCommand=no',
  'EscapeChar=none',
  'ServerAliveInterval=15',
  'ServerAliveCountMax=3',
]

/** Logs in with a key, and with a Kerberos ticket. */
export const BY_KEY = ['PreferredAuthentications=publickey', 'GSSAPIAuthentication=no']
export const BY_TICKET = [
  'PreferredAuthentications=gssapi-with-mic',
  'GSSAPIAuthentication=yes',
  'GSSAPIDelegateCredentials=no',
  'PubkeyAuthentication=no',
]

/** What every program here runs with. */
export const ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  // ssh starts its proxy command with it.
  SHELL: '/bin/sh',
  HOME: '/nonexistent',
  // Its messages are read.
  LC_ALL: 'C',
} as const

export interface Files {
  readonly control: string
  /** An ssh_config file that tunes the connection, or none. */
  readonly config: string | undefined
  readonly knownHosts: string
  /** Settings that say what to log in with. */
  readonly identity: readonly string[]
}

/** The first connection to a node, which the others share; it runs no command. */
export function masterArgv(
  node: Node,
  { control, config, knownHosts, identity }: Files,
  init: { readonly connectMs: number; readonly through: string | undefined },
): readonly string[] {
  const settings = [
    ...ALWAYS,
    ...identity,
    `UserKnownHostsFile=${knownHosts}`,
    `ConnectTimeout=${Math.max(1, Math.ceil(init.connectMs / 1000))}`,
    'ControlMaster=yes',
    'ControlPersist=no',
    `ControlPath=${control}`,
    // One line of it is the fingerprint of the host key.
    'LogLevel=DEBUG1',
    // The file cannot say otherwise: what is given first holds.
    `HostName=${node.address ?? ''}`,
    'ClearAllForwardings=yes',
    `ProxyCommand=${init.through ?? node.proxyCommand ?? 'none'}`,
  ]
  return ['ssh', '-F', config ?? 'none', '-T', '-N', ...options(settings), ...target(node)]
}

/** A session over the shared connection; without that one it fails and makes none of its own. */
export function sessionArgv(node: Node, control: string, command: string): readonly string[] {
  return ['ssh', '-F', 'none', '-T', ...options(shared(control)), ...target(node), command]
}

/** The proxy command that leads through the shared connection of a jump host. */
export function throughCommand(
  jump: Node,
  control: string,
  to: { readonly address: string; readonly port: number },
): string {
  const { address, port } = to
  const host = address.includes(':') ? `[${address}]` : address
  const forward = ['-W', `${host}:${port}`]
  return ['ssh', '-F', 'none', ...forward, ...options(shared(control)), ...target(jump)]
    .map(quoted)
    .join(' ')
}

function shared(control: string): string[] {
  return [
    ...ALWAYS,
    ...BY_KEY,
    'UserKnownHostsFile=/dev/null',
    'ControlMaster=no',
    `ControlPath=${control}`,
    'ProxyCommand=false',
    'LogLevel=ERROR',
  ]
}

function options(settings: readonly string[]): string[] {
  return settings.flatMap((setting) => ['-o', setting])
}

/** The address comes after the end of all options. */
function target({ user, port, address }: Node): string[] {
  return ['-l', user ?? '', '-p', String(port ?? 22), '--', address ?? '']
}

/** For /bin/sh, and past ssh's own percent signs. */
function quoted(word: string): string {
  const plain = word.replaceAll('%', '%%')
  return /^[A-Za-z0-9_.,:=@/+-]+$/.test(plain) ? plain : `'${plain.replaceAll("'", "'\\''")}'`
}
