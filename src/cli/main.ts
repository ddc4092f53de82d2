#!/usr/bin/env node
/** Starts the command line: the real process, its signals and its streams. */
import { takeSecretVariables } from '../app/secrets.ts'
import { account, boundMemory, systemHost } from '../host.ts'
import { fromUnknown, RuneError, systemCode } from '../protocol/errors.ts'
import { terminal } from '../report/encode.ts'
import { createRune } from '../rune.ts'
import { VERSION } from '../version.ts'
import { makeCommands } from './commands.ts'
import { runProgram } from './program.ts'
import type { Terminal } from './verbs.ts'

const INTERNAL = 70
const OLDEST_NODE = 24

/** Set when stdout took less than it was given. */
let unwritten = false

async function main(): Promise<number> {
  const err = (text: string): void => void process.stderr.write(text)
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    err(`rune needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}\n`)
    return 2
  }
  const cancel = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // A second signal changes nothing: the nodes are being stopped, and the record needs its last lines.
    process.on(signal, () => cancel.abort(signal))
  }
  process.stderr.on('error', () => undefined)
  process.stdout.on('error', (caught) => {
    // A reader that goes away (rune run | head) must not end the run, and has what it wanted.
    if (systemCode(caught) === 'EPIPE') return
    err(`the answer could not be written: ${terminal(caught.message)}\n`)
    unwritten = true
    process.exitCode = INTERNAL
  })
  const out = (text: string): void => void process.stdout.write(text)
  try {
    const commands = makeCommands(createRune(systemHost), {
      out,
      err,
      colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
      cwd: process.cwd(),
      user: account().username,
      home: account().homedir,
      login: loginEnvironment(),
      secrets: takeSecretVariables(process.env),
      signal: cancel.signal,
    })
    return await runProgram(process.argv.slice(2), commands, { out, err }, VERSION)
  } catch (caught) {
    const error = fromUnknown(caught)
    if (error instanceof RuneError) {
      err(`${terminal(error.message)}\n`)
      return 1
    }
    err(`internal error, which is a fault in RUNE: ${terminal(error.message)}\n`)
    if (process.env['RUNE_DEBUG'] !== undefined) err(`${error.stack}\n`)
    return INTERNAL
  }
}

/** Only what a person asks for is used. The passphrase is not for the programs that this process starts. */
function loginEnvironment(): Terminal['login'] {
  const { env } = process
  const {
    RUNE_SSH_PASSPHRASE: passphrase,
    SSH_AUTH_SOCK: agentSocket,
    KRB5CCNAME: ticketCache,
  } = env
  delete process.env['RUNE_SSH_PASSPHRASE']
  return {
    ...(passphrase ? { passphrase } : {}),
    ...(agentSocket ? { agentSocket } : {}),
    ...(ticketCache ? { ticketCache } : {}),
  }
}

boundMemory()
const status = await main()
process.exitCode = unwritten ? INTERNAL : status
