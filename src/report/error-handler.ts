/** The ErrorHandler: EPS messages in, safe text out, never a flood of it and never a loop of its own. */
import { EPS } from '../protocol/eps.ts'
import { fromUnknown } from '../protocol/errors.ts'
import type { EpsError, ErrorLine } from '../protocol/types.gen.ts'
import { type Breaker, breaker, type Clock, type Count } from './breaker.ts'
import { clip, jsonLine, terminal } from './encode.ts'
import { type Told, tellError } from './error-line.ts'

export const FULL_PER_MINUTE = 100

export interface ErrorHandlerInit {
  readonly clock: Clock
  /** One safe line on the errors that were only counted, when their minute ends or on close. */
  readonly counted: (text: string) => void
}

export interface Handled extends Told {
  /** Whether people should be shown the summary; else the error is counted. The line is for a file, and always due. */
  readonly full: boolean
}

/** Its methods never throw. */
export interface ErrorHandler {
  handle(message: EpsError): Handled
  /** Tells what is only counted so far. */
  close(): void
}

export function errorHandler({ clock, counted }: ErrorHandlerInit): ErrorHandler {
  const gate: Breaker = breaker({
    clock,
    perMinute: FULL_PER_MINUTE,
    counted: (counts) => attempt(() => counted(countText(counts))),
  })
  return {
    handle: (message) => {
      const told = directly(message)
      // When in doubt an error is shown.
      return { ...told, full: attempt(() => gate.admit(told)) ?? true }
    },
    close: () => {
      attempt(() => gate.close())
    },
  }
}

/** What cannot be described is still told: as plain as it can be, by nothing that could fail in the same way. */
function directly(message: EpsError): Told {
  try {
    return tellError(message)
  } catch (caught) {
    const text = clip(
      `an error could not be described (${reasonOf(caught)}): ${raw(message)}`,
      1000,
    )
    const { advice } = EPS.internal
    const line: ErrorLine = { kind: 'internal', executed: 'unknown', message: text, advice }
    return {
      summary: terminal(text),
      line: jsonLine(line),
      advice,
      kind: 'internal',
      fingerprint: 'not described',
    }
  }
}

function reasonOf(caught: unknown): string {
  return attempt(() => fromUnknown(caught).message) ?? 'for a reason that has no text'
}

function raw(message: unknown): string {
  return attempt(() => JSON.stringify(message) ?? String(message)) ?? 'it is not JSON'
}

/** An error of the handler itself ends here: who handled it would be the handler again. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

const GROUPS_AT_MOST = 20

function countText(counts: readonly Count[]): string {
  const total = counts.reduce((sum, { errors }) => sum + errors, 0)
  const groups = counts
    .slice(0, GROUPS_AT_MOST)
    .map(
      ({ kind, fingerprint, errors }) =>
        `${errors} x ${kind}${fingerprint === undefined ? '' : ` (fingerprint ${fingerprint.slice(0, 12)})`}`,
    )
  const more = counts.length - groups.length
  if (more > 0) groups.push(`and ${more} more fingerprints`)
  return terminal(
    `${total} more errors, counted only because at most ${FULL_PER_MINUTE} a minute are shown: ${groups.join(', ')}; the record has all of them`,
  )
}
