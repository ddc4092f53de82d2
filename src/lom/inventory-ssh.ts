/** The SSH settings of one node, defaults applied: who logs in, with what, and which host keys are the node's. */
import type { InventoryNode as DeclaredNode, SshSettings } from '../protocol/types.gen.ts'
import { type HostKeys, hostName, type KnownHosts } from './known-hosts.ts'
import { type PublicKey, readPublicKey, sortKeys } from './public-key.ts'
import type { SshConfig } from './ssh-config.ts'
import { addressProblem } from './twins.ts'

export interface SshNode {
  readonly address: string
  readonly port: number
  readonly user?: string
  /** The keys that the node may show, the types to prefer first; empty when none is pinned. */
  readonly hostKeys: readonly PublicKey[]
  /** Refused whatever else is said. */
  readonly revokedKeys: readonly PublicKey[]
  /** May sign the node's host certificate; only OpenSSH can check one. */
  readonly hostAuthorities: readonly PublicKey[]
  /** Why no key is pinned, as the end of a sentence. */
  readonly hostKeyMissing?: string
  /** The project's known_hosts file, where the node has one. */
  readonly knownHosts?: string
  /** Relative to the project, or absolute. */
  readonly identityFile?: string
  /** Signs with the keys of the ssh-agent. */
  readonly agent?: true
  /** A forced command on the node takes only what its own allow list has. */
  readonly gate?: true
  /** Tunes the connection; openssh only, as the two that follow. */
  readonly sshConfig?: SshConfig
  readonly proxyCommand?: string
  /** Logs in with a Kerberos ticket. */
  readonly gssapi?: true
  /** The name of the node through which it is reached. */
  readonly jump?: string
}

export interface SshNodeInit {
  readonly name: string
  readonly declared: DeclaredNode
  /** What it is reached by, defaults applied. */
  readonly transport: string
  readonly defaults: SshSettings
  /** The files that the inventory names, by path. */
  readonly files: ReadonlyMap<string, KnownHosts>
  /** The ssh_config files that the inventory names, by path. */
  readonly configs: ReadonlyMap<string, SshConfig>
  /** Used for nodes for which the inventory names no keys; its revocations hold for all. */
  readonly given: KnownHosts | undefined
  /** Reports a problem at a place below the node, or in the defaults. */
  readonly refuse: (pointer: string, message: string) => void
}

const OPENSSH_ONLY = ['config', 'proxy-command', 'gssapi'] as const

export function readSshNode({
  name,
  declared,
  transport,
  defaults,
  files,
  configs,
  given,
  refuse,
}: SshNodeInit): SshNode {
  const own = declared.ssh ?? {}
  const ssh = { ...defaults, ...own }
  const address = declared.address ?? name
  const port = ssh.port ?? 22
  for (const key of OPENSSH_ONLY)
    if (ssh[key] !== undefined && ssh[key] !== false && transport !== 'openssh')
      refuse(
        own[key] === undefined ? '' : `/ssh/${key}`,
        `ssh.${key} of ${name} takes transport: openssh, and its transport is ${transport}`,
      )
  if (ssh['proxy-command'] !== undefined && ssh.jump !== undefined)
    refuse('', `${name} has ssh.jump and ssh.proxy-command; expected one way to it`)
  if (ssh.gssapi === true && (ssh.agent === true || ssh['identity-file'] !== undefined))
    refuse('', `${name} has ssh.gssapi beside a key or an agent: name one of them`)
  const wrongAddress = addressProblem(address)
  if (wrongAddress !== undefined)
    refuse(declared.address === undefined ? '' : '/address', wrongAddress)
  if (ssh.user === undefined)
    refuse('', `${name} has no ssh.user; set it here or under defaults: it is never guessed`)
  const knownHosts = ssh['known-hosts']
  const file = knownHosts === undefined ? undefined : files.get(knownHosts)
  const lookup = hostName(address, port)
  const listed = file?.find(lookup)
  const input = given?.find(lookup)
  const pinned = readHostKeys(ssh['host-key'], own['host-key'] === undefined ? undefined : refuse)
  const source = pinned === undefined && file === undefined ? input : listed
  const hostKeys = sortKeys(pinned ?? source?.keys ?? [])
  const hostAuthorities = sortKeys(pinned === undefined ? (source?.authorities ?? []) : [])
  const revokedKeys = sortKeys([...(listed?.revoked ?? []), ...(input?.revoked ?? [])])
  const missing =
    hostKeys.length > 0
      ? undefined
      : whyMissing(source, { lookup, where: knownHosts ?? (given && 'ssh-known-hosts') })
  return {
    address,
    port,
    ...(ssh.user === undefined ? {} : { user: ssh.user }),
    hostKeys,
    revokedKeys,
    hostAuthorities,
    ...(missing === undefined ? {} : { hostKeyMissing: missing }),
    ...(knownHosts === undefined ? {} : { knownHosts }),
    ...readCredentials(own, defaults, refuse),
    ...readClient(ssh, configs),
    ...(ssh.gate === true ? { gate: true } : {}),
    ...(ssh.jump === undefined ? {} : { jump: ssh.jump }),
  }
}

/** What only the system's ssh can do. */
function readClient(
  { config, 'proxy-command': proxyCommand, gssapi }: SshSettings,
  configs: SshNodeInit['configs'],
): Pick<SshNode, 'sshConfig' | 'proxyCommand' | 'gssapi'> {
  const sshConfig = config === undefined ? undefined : configs.get(config)
  return {
    ...(sshConfig === undefined ? {} : { sshConfig }),
    ...(proxyCommand === undefined ? {} : { proxyCommand }),
    ...(gssapi === true ? { gssapi } : {}),
  }
}

/** undefined when none is declared. Problems of a default are reported once, by readDefaults. */
function readHostKeys(
  declared: SshSettings['host-key'],
  refuse: SshNodeInit['refuse'] | undefined,
): PublicKey[] | undefined {
  if (declared === undefined) return undefined
  const lines = typeof declared === 'string' ? [declared] : declared
  return lines.flatMap((line, index) => {
    const [type = '', base64 = ''] = line.split(' ')
    const key = readPublicKey(type, base64)
    if (typeof key === 'object') return [key]
    refuse?.(`/ssh/host-key${typeof declared === 'string' ? '' : `/${index}`}`, key)
    return []
  })
}

/** What is wrong in `defaults.ssh` whatever the nodes say; pointers are relative to `defaults`. */
export function readDefaults(defaults: SshSettings, refuse: SshNodeInit['refuse']): void {
  readHostKeys(defaults['host-key'], refuse)
  readCredentials(defaults, {}, refuse)
}

/** A node's own choice replaces the default's: a key file there, the agent here. */
function readCredentials(
  own: SshSettings,
  defaults: SshSettings,
  refuse: SshNodeInit['refuse'],
): Pick<SshNode, 'identityFile' | 'agent'> {
  const file = own['identity-file']
  if (file !== undefined && own.agent === true)
    refuse('/ssh/agent', 'identity-file and agent: true exclude each other: name one of them')
  if (file !== undefined && !isPlainPath(file))
    refuse(
      '/ssh/identity-file',
      `${JSON.stringify(file)} cannot be the path of a key; expected one without .. and \\ that does not start with -`,
    )
  const agent = own.agent ?? (file === undefined && defaults.agent === true)
  const identityFile = agent ? undefined : (file ?? defaults['identity-file'])
  return { ...(agent ? { agent } : {}), ...(identityFile === undefined ? {} : { identityFile }) }
}

function isPlainPath(path: string): boolean {
  if (path === '' || path.startsWith('-') || /[\x00-\x1f\\]/.test(path)) return false
  return !path.split('/').includes('..')
}

function whyMissing(
  found: HostKeys | undefined,
  { lookup, where }: { readonly lookup: string; readonly where: string | undefined },
): string {
  if (where === undefined) return 'neither ssh.host-key nor ssh.known-hosts is set'
  if (found !== undefined && found.authorities.length > 0)
    return `${where} has only a @cert-authority for ${lookup}, and transport ssh cannot check host certificates: pin the key itself, or use transport: openssh`
  return `${where} has no line for ${lookup}`
}
