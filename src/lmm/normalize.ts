/** The only reader of plugin output: says what an Outcome means, and never calls a success what might not be one. */
import { EPS, type EpsKind, type Executed } from '../protocol/eps.ts'
import { type Fault, fault, type Phase, unreachable } from '../protocol/errors.ts'
import type { BpcsOutput } from '../protocol/types.gen.ts'
import type { Capture, NotStarted, Outcome, Termination } from '../transport/transport.ts'
import { type Expected, readAnswer } from './answer.ts'
import { bounded, evidenceText, firstLine, plain } from './evidence.ts'
import type { Data } from './read-object.ts'

/** One step's result before redaction: the plugin's texts are bounded but may still hold secrets. */
export type StepResult = Succeeded | NotSucceeded

export interface Succeeded {
  readonly status: 'succeeded'
  readonly executed: 'yes'
  /** output_data; objects in it have no prototype. */
  readonly output: Data
  readonly envelope: BpcsOutput
  readonly warnings: readonly string[]
}

export interface NotSucceeded {
  readonly status: 'failed' | 'unknown' | 'cancelled'
  readonly executed: Executed
  readonly fault: Fault
  /** What the plugin answered, where that was a well-formed message. */
  readonly envelope?: BpcsOutput
  /** First and last 64 KiB of a stdout that was not used. */
  readonly evidenceText?: string
  readonly warnings: readonly string[]
}

type Ended = Extract<Outcome, { kind: 'ended' }>
type Stopped = Extract<Outcome, { kind: 'stopped' }>

const MAX_MESSAGE = 4000

/** What the outcome means. Never throws, whatever the node sent. */
export function normalize(outcome: Outcome, expected: Expected): StepResult {
  const warnings = warningsOf(outcome)
  switch (outcome.kind) {
    case 'not-started':
      return {
        status: outcome.reason === 'cancelled' ? 'cancelled' : 'failed',
        executed: 'no',
        fault: fault(outcome.reason, sentence(outcome.message) || EPS[outcome.reason].advice, {
          executed: 'no',
          phase: PHASES[outcome.reason],
        }),
        warnings,
      }
    case 'unknown': {
      const message = `${expected.action} was told to start and no result came back: ${outcome.detail}`
      return {
        status: 'unknown',
        executed: 'unknown',
        fault: fault('outcome-unknown', sentence(message), { executed: 'unknown', phase: 'run' }),
        warnings,
      }
    }
    case 'stopped':
      return stopped(outcome, expected, warnings)
    case 'ended':
      return ended(outcome, expected, warnings)
    default:
      return unreachable(outcome)
  }
}

/** A status above 128 is a signal, unless the plugin itself says that it exited so: its error names the same code. */
function ended(outcome: Ended, expected: Expected, warnings: readonly string[]): StepResult {
  if (outcome.exit === undefined) return signalled(outcome, expected, warnings)
  const result = exited(outcome, outcome.exit, expected, warnings)
  if (outcome.signal === undefined) return result
  return result.status === 'failed' && result.fault.kind === 'plugin-error'
    ? result
    : signalled(outcome, expected, warnings)
}

const PHASES = {
  'connect-refused': 'connect',
  'connect-timeout': 'connect',
  'node-unreachable': 'connect',
  'handshake-timeout': 'connect',
  'handshake-failed': 'connect',
  'host-key-unknown': 'host-key',
  'host-key-mismatch': 'host-key',
  'host-key-revoked': 'host-key',
  'ssh-outdated': 'connect',
  'auth-failed': 'auth',
  'credentials-missing': 'auth',
  'node-busy': 'connect',
  'transport-unavailable': 'connect',
  'node-prereq': 'launch',
  'node-state': 'launch',
  'node-locked': 'launch',
  'gate-refused': 'launch',
  'launch-failed': 'launch',
  'launch-timeout': 'launch',
  'launch-sealed': 'launch',
  'connection-lost': 'launch',
  'key-conflict': 'launch',
  'audit-write': 'record',
  cancelled: 'launch',
} as const satisfies Record<NotStarted, Phase>

function stopped(outcome: Stopped, expected: Expected, warnings: readonly string[]): NotSucceeded {
  const { why, termination } = outcome
  const reason = {
    timeout: `at its time limit of ${expected.timeoutMs / 1000} s`,
    cancel: 'because the run was cancelled',
    lease: 'because for its whole grace period no runner asked for it any more',
  }[why]
  return {
    ...ranAndFailed(
      why === 'timeout' ? 'plugin-timeout' : 'cancelled',
      `${expected.action} was stopped ${reason}${stderrPart(outcome.stderr)}`,
      'run',
      {
        termination: {
          signals: [...termination.signals],
          group_gone: termination.groupGone,
          survivors: termination.survivors.slice(0, 1000),
        },
        ...sizes(outcome),
      },
    ),
    status: why === 'timeout' ? 'failed' : 'cancelled',
    ...unused(outcome.stdout),
    warnings: [...warnings, ...leftBehind(termination)],
  }
}

function signalled(outcome: Ended, expected: Expected, warnings: readonly string[]): NotSucceeded {
  const signal = outcome.signal === undefined ? 'an unnamed signal' : plain(outcome.signal, 32)
  return {
    ...ranAndFailed(
      'plugin-signal',
      `${expected.action} was ended by ${signal}${stderrPart(outcome.stderr)}`,
      'run',
      { signal, ...sizes(outcome) },
    ),
    ...unused(outcome.stdout),
    warnings,
  }
}

function exited(
  outcome: Ended,
  exit: number,
  expected: Expected,
  earlier: readonly string[],
): StepResult {
  const answer = readAnswer(outcome.stdout, exit, expected)
  const warnings = [...earlier, ...answer.warnings]
  const facts = { exit_status: exit, ...sizes(outcome) }
  switch (answer.kind) {
    case 'success': {
      const { output, envelope } = answer
      return { status: 'succeeded', executed: 'yes', output, envelope, warnings }
    }
    case 'error': {
      const said = sentence(answer.message) || 'it gave no message'
      const message = `${expected.action} failed with code ${answer.code}: ${said}`
      const details = { ...facts, ...answer.details }
      return {
        ...ranAndFailed('plugin-error', message, 'run', details),
        envelope: answer.envelope,
        warnings,
      }
    }
    case 'refused': {
      // An operator needs what the plugin said as it died, not only that its output was no good.
      const ending = `(${exitName(exit)}${stderrPart(outcome.stderr)})`
      const message = `The output of ${expected.action} ${answer.detail} ${ending}`
      return {
        ...ranAndFailed(answer.as, message, 'output', { ...facts, ...answer.details }),
        ...(answer.envelope === undefined ? {} : { envelope: answer.envelope }),
        ...unused(outcome.stdout),
        warnings,
      }
    }
    default:
      return unreachable(answer)
  }
}

function ranAndFailed(kind: EpsKind, message: string, phase: Phase, details: Data) {
  return {
    status: 'failed' as const,
    executed: 'yes' as const,
    fault: fault(kind, sentence(message), { executed: 'yes', phase, details }),
  }
}

const sentence = (text: string): string => plain(text, MAX_MESSAGE)

function exitName(exit: number): string {
  if (exit === 126) return 'exit status 126: not executable'
  if (exit === 127) return 'exit status 127: command not found'
  return `exit status ${exit}`
}

function stderrPart(stderr: Capture): string {
  const line = firstLine(stderr)
  return line === undefined ? '; nothing on stderr' : `; stderr starts: ${line}`
}

function sizes(outcome: Ended | Stopped): Data {
  return { stdout_bytes: outcome.stdout.total, stderr_bytes: outcome.stderr.total }
}

function unused(stdout: Capture): { evidenceText?: string } {
  const text = evidenceText(stdout)
  return text === undefined ? {} : { evidenceText: text }
}

function leftBehind({ groupGone, survivors }: Termination): string[] {
  const pids = survivors.slice(0, 20).join(', ')
  return [
    ...(groupGone ? [] : ['the process group of the plugin is still there after KILL']),
    ...(survivors.length === 0
      ? []
      : [`${survivors.length} processes of the plugin are still running, pids ${pids}`]),
  ]
}

function warningsOf({ warnings, noise, replayOf }: Outcome): string[] {
  const shown = warnings.slice(0, 50).map((warning) => plain(warning, 1000))
  const more = warnings.length - shown.length
  return [
    ...shown,
    ...(more > 0 ? [`${more} more warnings of the transport`] : []),
    ...(replayOf === undefined
      ? []
      : [
          `nothing was run again: this is the result of launch ${plain(replayOf, 32)}, which had the same correlation id`,
        ]),
    ...(noise.total > 0
      ? [
          bounded(
            `the node printed ${noise.total} bytes of its own (login scripts, banners): ${firstLine(noise) ?? ''}`,
            500,
          ),
        ]
      : []),
  ]
}
