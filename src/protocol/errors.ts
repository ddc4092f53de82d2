/** The two forms a failure has inside RUNE: a Fault (a value) and a RuneError (giving up on a command). */
import { EPS, type EpsKind, type Executed } from './eps.ts'

/** An operational ending, as a value: a kind of the EPS table with what is known about this case. */
export interface Fault {
  readonly kind: EpsKind
  /** What was found, what was expected, where. One sentence, no secrets, already bounded. */
  readonly message: string
  readonly executed: Executed
  readonly phase?: Phase
  /** More for a program: codes, validation errors, fingerprints. Plain JSON. */
  readonly details?: Readonly<Record<string, unknown>>
}

export type Phase =
  | 'request'
  | 'plan'
  | 'policy'
  | 'connect'
  | 'host-key'
  | 'auth'
  | 'launch'
  | 'run'
  | 'output'
  | 'record'

/** A fault of this kind; `executed` defaults to what the table says. */
export function fault(
  kind: EpsKind,
  message: string,
  more: { executed?: Executed; phase?: Phase; details?: Readonly<Record<string, unknown>> } = {},
): Fault {
  return {
    kind,
    message,
    executed: more.executed ?? EPS[kind].executed,
    ...(more.phase === undefined ? {} : { phase: more.phase }),
    ...(more.details === undefined ? {} : { details: more.details }),
  }
}

/** Thrown to give up on a whole command. Operational endings of a node or step are values instead. */
export class RuneError extends Error {
  readonly fault: Fault

  constructor(problem: Fault, options?: { cause?: unknown }) {
    super(problem.message, options)
    this.name = 'RuneError'
    this.fault = problem
  }
}

/** Any caught value as an Error. */
export function fromUnknown(caught: unknown): Error {
  return caught instanceof Error ? caught : new Error(String(caught))
}

/** The `code` of a system error (ENOENT, ECONNREFUSED), or undefined. */
export function systemCode(caught: unknown): string | undefined {
  if (typeof caught !== 'object' || caught === null || !('code' in caught)) return undefined
  return typeof caught.code === 'string' ? caught.code : undefined
}

/** For the end of a switch over a union: a compile error when a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
