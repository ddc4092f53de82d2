#!/usr/bin/env node
/** Starts the command line: the real process, its signals and its streams. */
import { userInfo } from 'node:os'
import { systemHost } from '../host.ts'
import { fromUnknown, RuneError } from '../protocol/errors.ts'
import { terminal } from '../report/encode.ts'
import { createRune } from '../rune.ts'
import { VERSION } from '../version.ts'
import { makeCommands } from './commands.ts'
import { runProgram } from './program.ts'

const INTERNAL = 70
const OLDEST_NODE = 24

async function main(): Promise<number> {
  const err = (text: string): void => void process.stderr.write(text)
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    err(`rune needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}\n`)
    return 2
  }
  const cancel = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A second signal changes nothing: the nodes are being stopped, and the record needs its last lines.
    process.on(signal, () => cancel.abort(signal))
  }
  // A reader that goes away (rune run | head) must not end the run.
  process.stdout.on('error', () => undefined)
  process.stderr.on('error', () => undefined)
  const out = (text: string): void => void process.stdout.write(text)
  const commands = makeCommands(createRune(systemHost), {
    out,
    err,
    colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    cwd: process.cwd(),
    user: userInfo().username,
    signal: cancel.signal,
  })
  try {
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

process.exitCode = await main()
