/** What a connection logs in with: one key, a key with its certificate, or the keys of an agent that signs. */
import type { AnyAuthMethod, ParsedKey } from 'ssh2'
import type { Refusal } from './refusal.ts'
import { certifiedKey, parseUserCertificate } from './ssh-certificate.ts'
import type { Ssh2 } from './ssh2.ts'
import type { Node } from './transport.ts'

export interface Credentials {
  readonly user: string
  readonly method: AnyAuthMethod
  /** What is shown to the node, as part of a sentence. */
  readonly shown: string
}

/** ssh2 falls back to SHA-1 for an RSA key when a server does not say what it takes; then nothing is signed. */
export class Sha1Refused extends Error {}

/** Seconds since 1970; a later end is none that anybody has to be told. */
const YEAR_9999 = 253_370_764_800

const parsedKeys = new Map<string, ParsedKey | Error>()

export function credentialsOf(ssh2: Ssh2, node: Node): Credentials | Refusal {
  const { user, agent } = node
  if (user === undefined) return missing(`no user is given for ${node.name}`)
  if (agent !== undefined) {
    const method = { type: 'agent', username: user, agent: signingAgent(ssh2, agent) } as const
    return { user, method, shown: 'the keys of the agent' }
  }
  if (node.privateKey === undefined)
    return missing(node.privateKeyMissing ?? `no private key is given for ${node.name}`)
  const key = parsePrivateKey(ssh2, node.privateKey, node.passphrase)
  if (key instanceof Error) {
    const next =
      node.passphrase === undefined
        ? 'the passphrase of an encrypted one comes from RUNE_SSH_PASSPHRASE or --ssh-passphrase-file'
        : 'a passphrase was given'
    return missing(`the private key for ${node.name} cannot be used: ${key.message} (${next})`)
  }
  const plain = withoutSha1(key)
  const certificate =
    node.certificate === undefined ? undefined : parseUserCertificate(node.certificate, key)
  if (typeof certificate === 'string')
    return missing(`the certificate beside the private key for ${node.name} ${certificate}`)
  const method = {
    type: 'publickey',
    username: user,
    key: certificate === undefined ? plain : certifiedKey(key, certificate),
  } as const
  if (certificate === undefined) return { user, method, shown: 'the public key' }
  const { validBefore = Number.POSITIVE_INFINITY } = certificate
  const until =
    validBefore > YEAR_9999 ? '' : `, valid until ${new Date(validBefore * 1000).toISOString()}`
  const id = certificate.id.replace(/[^ -~]/g, '?').slice(0, 100)
  return { user, method, shown: `the certificate ${JSON.stringify(id)}${until}` }
}

const missing = (message: string): Refusal => ({ reason: 'credentials-missing', message })

/** Parsing costs CPU (and bcrypt for a passphrase), so each key is parsed once. */
function parsePrivateKey(
  ssh2: Ssh2,
  text: string,
  passphrase: string | undefined,
): ParsedKey | Error {
  const id = JSON.stringify([text, passphrase])
  const known = parsedKeys.get(id)
  if (known) return known
  const parsed = ssh2.utils.parseKey(text, passphrase)
  const key = Array.isArray(parsed) ? parsed[0] : parsed
  const usable =
    key === undefined || (!(key instanceof Error) && !key.isPrivateKey())
      ? new Error('it is not a private key')
      : key
  parsedKeys.set(id, usable)
  return usable
}

function withoutSha1(key: ParsedKey): ParsedKey {
  if (key.type !== 'ssh-rsa') return key
  const sign = (data: Buffer, hash?: string): Buffer | Error =>
    hash === 'sha256' || hash === 'sha512' ? key.sign(data, hash) : new Sha1Refused('SHA-1')
  return Object.create(key, { sign: { value: sign } }) as ParsedKey
}

/** The agent at a socket, for signatures only: it is never offered to the server. */
function signingAgent(ssh2: Ssh2, socket: string): InstanceType<Ssh2['OpenSSHAgent']> {
  const agent = new ssh2.OpenSSHAgent(socket)
  const sign = agent.sign.bind(agent)
  agent.sign = ((key, data, options, done) => {
    const wanted = options as { hash?: string }
    if (wanted.hash === 'sha1') done?.(new Sha1Refused('SHA-1'))
    else sign(key, data, options as never, done as never)
  }) as typeof agent.sign
  return agent
}
