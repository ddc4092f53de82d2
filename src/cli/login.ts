/** What the command line says about logging in over SSH. */
import { readIdentity, readPassphrase } from '../app/credentials.ts'
import type { LoginOptions } from '../app/reach.ts'
import type { Terminal } from './verbs.ts'

export interface LoginArguments {
  readonly sshKey?: string
  readonly sshAgent?: boolean
  readonly sshPassphraseFile?: string
}

/** Files are relative to where the command was started. Text: what is wrong with an option. */
export async function readLogin(
  { sshKey, sshAgent, sshPassphraseFile }: LoginArguments,
  { cwd, login }: Pick<Terminal, 'cwd' | 'login'>,
): Promise<LoginOptions | string> {
  const identity = sshKey === undefined ? undefined : await readIdentity(sshKey, cwd)
  if (identity !== undefined && 'kind' in identity) return `--ssh-key: ${identity.message}`
  const passphrase =
    sshPassphraseFile === undefined
      ? login.passphrase
      : await readPassphrase(sshPassphraseFile, cwd)
  if (typeof passphrase === 'object') return `--ssh-passphrase-file: ${passphrase.message}`
  const { agentSocket, ticketCache } = login
  if (sshAgent && agentSocket === undefined)
    return '--ssh-agent: SSH_AUTH_SOCK is not set, so no agent is running here'
  return {
    ...(identity === undefined ? {} : { key: identity.privateKey }),
    ...(identity?.certificate === undefined ? {} : { certificate: identity.certificate }),
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(agentSocket === undefined ? {} : { agentSocket }),
    ...(ticketCache === undefined ? {} : { ticketCache }),
    ...(sshAgent ? { useAgent: true } : {}),
  }
}
