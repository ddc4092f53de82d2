/** Reads a plugin's stdout together with its exit status: a success, an error that it reports, or nothing that can be used. */
import type { EpsKind } from '../protocol/eps.ts'
import type { Issue, ValueCheck } from '../protocol/schemas.ts'
import type { BpcsFailure, BpcsInput, BpcsOutput } from '../protocol/types.gen.ts'
import type { Capture } from '../transport/transport.ts'
import { checkEnvelope, exitProblem, isEnvelope, listed, standardForm } from './envelope-check.ts'
import { bounded } from './evidence.ts'
import { type Data, readObject } from './read-object.ts'

/** What an answer is measured against. */
export interface Expected {
  /** What it has to answer; undefined for a result of another launch, whose input is not known here. */
  readonly input: BpcsInput | undefined
  /** The action's own check of output_data. */
  readonly outputCheck: ValueCheck
  readonly action: string
  readonly timeoutMs: number
}

export type Answer = { readonly warnings: readonly string[] } & (
  | { readonly kind: 'success'; readonly output: Data; readonly envelope: BpcsOutput }
  | {
      /** A well-formed failure; `details` are plugin_code, plugin_message and plugin_details. */
      readonly kind: 'error'
      readonly code: number
      readonly message: string
      readonly details: Data
      readonly envelope: BpcsOutput
    }
  | {
      readonly kind: 'refused'
      readonly as: EpsKind
      /** What is wrong, as the end of a sentence that starts with "The output". */
      readonly detail: string
      readonly details: Data
      readonly envelope?: BpcsOutput
    }
)

/** Every check in order; the first that fails decides, and none can be skipped by a later one. */
export function readAnswer(stdout: Capture, exit: number, expected: Expected): Answer {
  const read = readObject(stdout)
  if (!('value' in read))
    return { kind: 'refused', as: read.kind, detail: read.detail, details: {}, warnings: [] }
  const { value, warnings } = standardForm(read.value)
  const envelope = checkEnvelope(value, expected.input)
  if (!isEnvelope(envelope)) {
    const details = validationErrors(envelope.issues)
    return { kind: 'refused', as: envelope.kind, detail: envelope.detail, details, warnings }
  }
  const failure = envelope.payload === null ? envelope.error : undefined
  const contradiction = exitProblem(envelope, exit)
  if (contradiction !== undefined) {
    const details = failure ? pluginError(failure) : {}
    return {
      kind: 'refused',
      as: 'exit-mismatch',
      detail: contradiction,
      details,
      envelope,
      warnings,
    }
  }
  if (failure) {
    const { code, message } = failure
    return { kind: 'error', code, message, details: pluginError(failure), envelope, warnings }
  }
  const output = envelope.payload?.output_data ?? Object.create(null)
  const issues = expected.outputCheck(output)
  if (issues.length > 0) {
    const detail = `is not what the action declares: ${listed(issues)}`
    const details = validationErrors(issues)
    return { kind: 'refused', as: 'output-schema', detail, details, envelope, warnings }
  }
  return { kind: 'success', output, envelope, warnings }
}

const MAX_MESSAGE = 4000
const MAX_DETAILS_BYTES = 64 * 1024
const MAX_ISSUES = 20

function pluginError(error: BpcsFailure['error']): Data {
  return {
    plugin_code: error.code,
    plugin_message: bounded(error.message, MAX_MESSAGE),
    ...(error.details === undefined ? {} : { plugin_details: boundedDetails(error.details) }),
  }
}

// Whole or, past the bound, its beginning as text: a part of an object would look like the whole.
function boundedDetails(details: Data): Data {
  const text = JSON.stringify(details)
  const sizeBytes = Buffer.byteLength(text)
  if (sizeBytes <= MAX_DETAILS_BYTES) return details
  return {
    truncated: true,
    size_bytes: sizeBytes,
    json_start: bounded(text, MAX_DETAILS_BYTES / 4),
  }
}

function validationErrors(issues: readonly Issue[]): Data {
  if (issues.length === 0) return {}
  return {
    validation_errors: issues.slice(0, MAX_ISSUES).map(({ pointer, message }) => ({
      pointer: bounded(pointer, 500),
      message: bounded(message, 500),
    })),
  }
}
