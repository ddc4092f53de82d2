/** SSH keys and certificates made by ssh-keygen, in a folder of their own. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SshKey {
  readonly file: string
  readonly privateKey: string
  /** `type base64` */
  readonly publicKey: string
  /** As ssh-keygen -l prints it. */
  readonly sha256: string
}

export interface SshKeyFolder {
  readonly path: string
  make(type: 'ed25519' | 'ecdsa' | 'rsa', options?: { bits?: number; passphrase?: string }): SshKey
  /** The text of a user certificate for the key. */
  certify(key: SshKey, authority: SshKey, ...more: readonly string[]): string
  remove(): void
}

export function sshKeyFolder(): SshKeyFolder {
  const path = mkdtempSync(join(tmpdir(), 'rune-ssh-keys-'))
  // sshd reads what lies here, and may run as another user.
  chmodSync(path, 0o755)
  let count = 0
  const keygen = (...args: readonly string[]): string =>
    execFileSync('ssh-keygen', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  return {
    path,
    make: (type, { bits, passphrase = '' } = {}) => {
      count += 1
      const file = join(path, `${type}-${count}`)
      const size = bits === undefined ? [] : ['-b', String(bits)]
      keygen('-q', '-t', type, ...size, '-N', passphrase, '-C', '', '-f', file)
      return {
        file,
        privateKey: readFileSync(file, 'utf8'),
        publicKey: readFileSync(`${file}.pub`, 'utf8').trim(),
        sha256: keygen('-l', '-f', `${file}.pub`).split(' ')[1] ?? '',
      }
    },
    certify: (key, authority, ...more) => {
      const options = more.length > 0 ? more : ['-n', 'somebody']
      keygen('-q', '-s', authority.file, '-I', 'test-id', ...options, `${key.file}.pub`)
      return readFileSync(`${key.file}-cert.pub`, 'utf8')
    },
    remove: () => rmSync(path, { recursive: true }),
  }
}
