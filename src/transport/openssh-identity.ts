/** What the system's ssh logs in with: a key that only an agent of our own holds, the agent that was asked for, or a ticket. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fromUnknown } from '../protocol/errors.ts'
import { type Kept, keepRunning } from './kept-process.ts'
import { BY_KEY, BY_TICKET, ENVIRONMENT } from './openssh-settings.ts'
import type { Refusal } from './refusal.ts'
import type { Node } from './transport.ts'

export interface Identity {
  readonly settings: readonly string[]
  /** What ssh needs to find it. */
  readonly environment?: Readonly<Record<string, string>>
  stop(): void
}

/** Looks for a file of a program that starts; resolves false when the program has ended or time is up. */
export type Wait = (path: string, program: Kept) => Promise<boolean>

/** `folder` is private to this connection. A private key is never written to a disk. */
export async function opensshIdentity(
  node: Node,
  folder: string,
  wait: Wait,
): Promise<Identity | Refusal> {
  if (node.gssapi !== undefined)
    return {
      settings: BY_TICKET,
      environment: node.gssapi.cache === undefined ? {} : { KRB5CCNAME: node.gssapi.cache },
      stop: () => undefined,
    }
  if (node.agent !== undefined)
    return {
      settings: [...BY_KEY, `IdentityAgent=${node.agent}`, 'IdentityFile=none'],
      stop: () => undefined,
    }
  if (node.privateKey === undefined)
    return missing(node.privateKeyMissing ?? `no private key is given for ${node.name}`)
  const socket = join(folder, 'agent')
  const agent = keepRunning(['ssh-agent', '-D', '-a', socket], ENVIRONMENT)
  const stop = (): void => agent.stop()
  const fail = (why: string): Refusal => {
    stop()
    return missing(`the private key for ${node.name} cannot be used: ${why}`)
  }
  if (!(await wait(socket, agent)))
    return fail(agent.said().trim() || 'ssh-agent did not start (package openssh-client)')
  const askpass = join(folder, 'askpass')
  await writeFile(askpass, '#!/bin/sh\nprintf "%s\\n" "$RUNE_PASSPHRASE"\n', { mode: 0o700 })
  const env = {
    ...ENVIRONMENT,
    SSH_AUTH_SOCK: socket,
    SSH_ASKPASS: node.passphrase === undefined ? '/bin/false' : askpass,
    SSH_ASKPASS_REQUIRE: 'force',
    RUNE_PASSPHRASE: node.passphrase ?? '',
  }
  let added = await output(['ssh-add', '-q', '-'], env, node.privateKey)
  // The socket is there a moment before the agent listens.
  for (let tries = 1; added.exit === NO_AGENT && tries < AGENT_TRIES; tries++) {
    await delay(AGENT_WAIT_MS)
    added = await output(['ssh-add', '-q', '-'], env, node.privateKey)
  }
  if (added.exit !== 0)
    return fail(
      `ssh-add says ${added.stderr.trim().slice(0, 200) || `exit status ${added.exit}`}; the passphrase of an encrypted one comes from RUNE_SSH_PASSPHRASE or --ssh-passphrase-file`,
    )
  const listed = await output(['ssh-add', '-L'], env, '')
  const publicKey = join(folder, 'id.pub')
  await writeFile(publicKey, listed.stdout, { mode: 0o600 })
  const settings = [
    ...BY_KEY,
    `IdentityAgent=${socket}`,
    'IdentitiesOnly=yes',
    `IdentityFile=${publicKey}`,
  ]
  if (node.certificate === undefined) return { settings, stop }
  const certificate = join(folder, 'id-cert.pub')
  await writeFile(certificate, node.certificate, { mode: 0o600 })
  return { settings: [...settings, `CertificateFile=${certificate}`], stop }
}

/** ssh-add's exit status when it cannot talk to the agent. */
const NO_AGENT = 2
const AGENT_TRIES = 20
const AGENT_WAIT_MS = 50

const missing = (message: string): Refusal => ({ reason: 'credentials-missing', message })

interface Output {
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
}

async function output(
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
  input: string,
): Promise<Output> {
  try {
    const child = spawn(program, args, {
      cwd: '/',
      env: { ...env },
      stdio: 'pipe',
      timeout: 10_000,
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.stdin.on('error', () => undefined).end(input)
    const [exit] = (await once(child, 'close')) as [number | null]
    return { exit, stdout, stderr }
  } catch (caught) {
    return { exit: null, stdout: '', stderr: fromUnknown(caught).message }
  }
}
