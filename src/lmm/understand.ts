/** What came back from a node as it may be told: read, then masked; where that fails, withheld. */
import { type Fault, fault } from '../protocol/errors.ts'
import { hasShape } from '../protocol/schemas.ts'
import type { BpcsOutput } from '../protocol/types.gen.ts'
import type { Capture, Outcome } from '../transport/transport.ts'
import type { Expected } from './answer.ts'
import { evidenceText } from './evidence.ts'
import { END_BYTES } from './limits.ts'
import { type NotSucceeded, normalize, type StepResult } from './normalize.ts'
import { type Data, isData } from './read-object.ts'
import type { Redactor } from './redact.ts'

/** A result and the outcome that it is of, neither of which holds a secret that is known. */
export interface Understood {
  readonly result: StepResult
  readonly outcome: Outcome
}

/** Never throws, whatever the node sent. `redactor` is undefined where it is not known what to mask: see `withheld`. */
export function understand(
  outcome: Outcome,
  expected: Expected,
  redactor: Redactor | { readonly unknown: readonly string[] },
): Understood {
  if ('unknown' in redactor) {
    const names = redactor.unknown.map((name) => `RUNE_SECRET_${name}`).join(', ')
    const why = `what the node sent is withheld, because the value of ${names} is not known here`
    return withheld(outcome, expected, why)
  }
  try {
    return masked(outcome, expected, redactor)
  } catch {
    // What was thrown may quote what was to be masked.
    const why = 'what the node sent is withheld, because it could not be searched for secrets'
    const told = withheld(outcome, expected, why)
    return { ...told, result: failedToMask(told.result, expected) }
  }
}

function masked(outcome: Outcome, expected: Expected, redactor: Redactor): Understood {
  const safe = withStreams(outcome, (capture, name) =>
    name === 'stderr'
      ? redactor.capture(capture, 'ends')
      : redactor.capture(name === 'stdout' ? shownOf(capture) : capture, 'start'),
  )
  // The plugin's answer is judged as it is: a mask in it could break what was right.
  const read = normalize(withStdout(safe, outcome), expected)
  const stdoutMasked = isMasked(stdoutOf(safe), stdoutOf(outcome))
  const said = stdoutMasked && read.status !== 'succeeded' ? resaid(read, safe, expected) : read
  const warned =
    stdoutMasked || stderrOf(safe) !== stderrOf(outcome)
      ? { ...said, warnings: [...said.warnings, 'a secret was masked in what the plugin printed'] }
      : said
  return { result: withoutSecrets(warned, stdoutOf(safe), redactor), outcome: safe }
}

/** An answer that is not whole is read by nobody: what is shown of it is all that has to be searched and kept. */
function shownOf(capture: Capture): Capture {
  const { bytes, truncated } = capture
  if (!truncated || bytes.length <= 2 * END_BYTES) return capture
  return { ...capture, bytes: new Uint8Array(bytes.subarray(0, 2 * END_BYTES)) }
}

/**
 * A message quotes the beginning of what is wrong, where half of a secret would be recognised by nobody: it is made anew
 * from the masked output, and left out where that is wrong in another way.
 */
function resaid(read: NotSucceeded, safe: Outcome, expected: Expected): NotSucceeded {
  const again = normalize(safe, expected)
  if (again.status === read.status && again.fault.kind === read.fault.kind)
    return { ...again, executed: read.executed, fault: { ...again.fault, executed: read.executed } }
  const message = `${expected.action}: ${read.fault.kind}; what it printed is not quoted, because a secret stands in it`
  const { details: _, ...rest } = read.fault
  const { envelope: _envelope, ...known } = read
  return { ...known, fault: { ...rest, message } }
}

function withoutSecrets(
  result: StepResult,
  stdout: Capture | undefined,
  redactor: Redactor,
): StepResult {
  const warnings = result.warnings.map((warning) => redactor.text(warning))
  const envelope = maskedEnvelope(result.envelope, redactor)
  if (result.status === 'succeeded') {
    const output = redactor.value(result.output)
    if (!isData(output) || envelope === undefined)
      throw new Error('the masked answer is not an answer any more')
    return { ...result, output, envelope, warnings }
  }
  const { envelope: _, evidenceText: text, ...rest } = result
  const shown = text === undefined || stdout === undefined ? undefined : evidenceText(stdout)
  return {
    ...rest,
    fault: maskedFault(result.fault, redactor),
    ...(envelope === undefined ? {} : { envelope }),
    ...(shown === undefined ? {} : { evidenceText: shown }),
    warnings,
  }
}

/** Undefined where a mask stands where none may: then there is no message to show. */
function maskedEnvelope(
  envelope: BpcsOutput | undefined,
  redactor: Redactor,
): BpcsOutput | undefined {
  const shown = redactor.value(envelope)
  if (shown === envelope) return envelope
  return hasShape('bpcs-output', shown) ? shown : undefined
}

function maskedFault({ details, message, ...rest }: Fault, redactor: Redactor): Fault {
  const shown = redactor.value(details)
  return {
    ...rest,
    message: redactor.text(message),
    ...(isData(shown) ? { details: shown } : {}),
  }
}

function failedToMask(result: StepResult, { action }: Expected): StepResult {
  const ending = result.status === 'succeeded' ? 'it succeeded' : result.fault.kind
  const message = `${action} ended (${ending}), and its answer could not be searched for secrets, so it is not shown`
  const { executed, warnings } = result
  const status = result.status === 'succeeded' ? 'failed' : result.status
  const init = { executed, phase: 'output' } as const
  return { status, executed, fault: fault('redaction-failed', message, init), warnings }
}

/** What is known without any text that the plugin wrote: how it ended. */
function withheld(outcome: Outcome, expected: Expected, why: string): Understood {
  const quiet = withStreams(outcome, nothingOf)
  const result = normalize(withStdout(quiet, outcome), expected)
  const warnings = [...result.warnings, why]
  if (result.status === 'succeeded') {
    const { message_metadata, observability } = result.envelope
    const { version, message_id, created_at } = message_metadata
    const { trace_id, span_id } = observability
    const envelope = {
      message_metadata: { version, message_id, created_at },
      payload: { result: 'success' as const },
      observability: { trace_id, span_id },
    }
    const output: Data = Object.create(null)
    return { result: { ...result, output, envelope, warnings }, outcome: quiet }
  }
  const { status, executed } = result
  return {
    result: { status, executed, fault: withoutWords(result.fault, quiet, why), warnings },
    outcome: quiet,
  }
}

/** Where there was a plugin, its words are in the message; numbers and pids are RUNE's own. */
function withoutWords(known: Fault, outcome: Outcome, why: string): Fault {
  if (!('stdout' in outcome)) return known
  const { details = {}, message: _, ...rest } = known
  const kept = Object.entries(details).filter(([name]) => OWN_DETAILS.has(name))
  return { ...rest, message: `${known.kind}: ${why}`, details: Object.fromEntries(kept) }
}

const OWN_DETAILS: ReadonlySet<string> = new Set([
  'exit_status',
  'signal',
  'stdout_bytes',
  'stderr_bytes',
  'termination',
])

function nothingOf({ total }: Capture): Capture {
  return { bytes: Buffer.alloc(0), total, truncated: total > 0 }
}

type Stream = 'stdout' | 'stderr' | 'noise'

function withStreams(outcome: Outcome, map: (capture: Capture, name: Stream) => Capture): Outcome {
  const noise = map(outcome.noise, 'noise')
  if (!('stdout' in outcome)) return { ...outcome, noise }
  const { stdout, stderr } = outcome
  return { ...outcome, noise, stdout: map(stdout, 'stdout'), stderr: map(stderr, 'stderr') }
}

function withStdout(outcome: Outcome, from: Outcome): Outcome {
  return 'stdout' in outcome && 'stdout' in from ? { ...outcome, stdout: from.stdout } : outcome
}

/** Less of it may be shown than came; what is shown is the same bytes unless something was masked. */
function isMasked(shown: Capture | undefined, sent: Capture | undefined): boolean {
  if (shown === undefined || sent === undefined || shown === sent) return false
  return Buffer.compare(shown.bytes, sent.bytes.subarray(0, shown.bytes.length)) !== 0
}

const stdoutOf = (outcome: Outcome): Capture | undefined =>
  'stdout' in outcome ? outcome.stdout : undefined

const stderrOf = (outcome: Outcome): Capture | undefined =>
  'stderr' in outcome ? outcome.stderr : undefined
