/** Reads the ssh_config files that an inventory names: what tunes a connection, and nothing that decides where it goes. */
import { problem } from '../document/diagnostic.ts'
import type { Document } from '../document/yaml.ts'
import { sha256 } from '../protocol/envelope.ts'
import type { Inventory as InventoryFile, Problem } from '../protocol/types.gen.ts'
import type { Content } from '../repository/content.ts'
import { filesNamed, missingFile } from './inventory-files.ts'

export interface SshConfig {
  readonly text: string
  readonly sha256: string
}

export interface SshConfigs {
  /** By path. */
  readonly files: ReadonlyMap<string, SshConfig>
  readonly problems: readonly Problem[]
}

/**
 * Keywords of ssh_config(5) that change neither the target nor which keys it may show, run nothing on this machine and
 * read no other file. Where a connection goes and who it must be is the inventory's to say.
 */
const KEYWORDS: ReadonlySet<string> = new Set(
  `AddressFamily BindAddress BindInterface CASignatureAlgorithms Ciphers Compression ConnectionAttempts
   GSSAPIClientIdentity GSSAPIKexAlgorithms GSSAPIServerIdentity GSSAPITrustDns HostKeyAlgorithms
   HostbasedAcceptedAlgorithms IPQoS KexAlgorithms MACs PubkeyAcceptedAlgorithms RekeyLimit RequiredRSASize
   TCPKeepAlive`
    .toLowerCase()
    .split(/\s+/),
)

const BYTES_AT_MOST = 64 * 1024

/** Every file once; one that is missing is a problem where it is named. */
export async function readSshConfigs(
  declared: InventoryFile,
  document: Document,
  content: Pick<Content, 'read'>,
): Promise<SshConfigs> {
  const files = new Map<string, SshConfig>()
  const problems: Problem[] = []
  for (const [path, pointer] of filesNamed('config', declared)) {
    const bytes = await content.read(path)
    if (bytes === undefined) {
      problems.push(missingFile(document, path, pointer))
    } else if (bytes.byteLength > BYTES_AT_MOST) {
      const message = `the file has more than ${BYTES_AT_MOST / 1024} KiB`
      problems.push(problem({ kind: 'document-limit', rule: 'ssh-config', message, file: path }))
    } else {
      const text = Buffer.from(bytes).toString('latin1')
      problems.push(...wrongLines(path, text))
      files.set(path, { text, sha256: sha256(bytes) })
    }
  }
  return { files, problems }
}

function wrongLines(file: string, text: string): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const message = whyNot(line.replace(/\r$/, ''))
    const position = { line: index + 1, column: Math.max(line.search(/\S/), 0) + 1 }
    if (message === undefined) return []
    return [problem({ kind: 'document-schema', rule: 'ssh-config', message, file, position })]
  })
}

function whyNot(line: string): string | undefined {
  if (/[^\t\x20-\x7e]/.test(line)) return 'only printable ASCII may stand here'
  if (/^\s*(#|$)/.test(line)) return undefined
  // ssh also takes quoted keywords, and looks for one behind a first `=`.
  const [, keyword] = /^\s*([A-Za-z0-9]+)[\t =]/.exec(line) ?? []
  if (keyword === undefined)
    return 'expected a keyword and its value, as in `Ciphers aes256-gcm@openssh.com`'
  const name = keyword.toLowerCase()
  if (name === 'host' || KEYWORDS.has(name)) return undefined
  return `${keyword} may not stand here; expected Host or a keyword that only tunes the connection. Addresses, users, ports, keys and jumps are in inventory.yaml, and a proxy is its ssh.proxy-command`
}
