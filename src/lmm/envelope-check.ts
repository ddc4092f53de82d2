/** Decides whether a JSON object is the BPCS answer to one input: dialects, shape, version, ids, exit status. */
import type { EpsKind } from '../protocol/eps.ts'
import { hasShape, type Issue, issuesOf } from '../protocol/schemas.ts'
import type { BpcsInput, BpcsOutput } from '../protocol/types.gen.ts'
import { type Data, isData } from './read-object.ts'

export interface EnvelopeProblem {
  readonly kind: Extract<EpsKind, 'output-schema' | 'correlation-mismatch'>
  readonly detail: string
  readonly issues: readonly Issue[]
}

/** The two older dialects rewritten to the standard form, each with a warning. The value itself is not changed. */
export function standardForm(value: Data): { readonly value: Data; readonly warnings: string[] } {
  const { error, payload } = value
  if (!isData(error)) return { value, warnings: [] }
  const warnings: string[] = []
  let details = error['details']
  const { data, ...rest } = error
  const hasOldDetails = details === undefined && data !== undefined
  if (hasOldDetails) {
    details = data
    warnings.push('the plugin sends error.data; the field is called error.details')
  }
  const oldPayload = isData(payload) && isOldFailure(payload['result'])
  if (oldPayload) {
    warnings.push(
      `the plugin sends payload.result "${payload['result']}"; a failure has payload null`,
    )
    details = withOutput(details, payload['output_data'])
  }
  if (warnings.length === 0) return { value, warnings }
  const rewritten = {
    ...(hasOldDetails ? rest : error),
    ...(details === undefined ? {} : { details }),
  }
  return {
    value: { ...value, payload: oldPayload ? null : payload, error: rewritten },
    warnings,
  }
}

const isOldFailure = (result: unknown): boolean => result === 'failure' || result === 'error'

// What the old dialect reported beside its error is part of the failure; it has no other place in the standard form.
function withOutput(details: unknown, output: unknown): unknown {
  if (!isData(output) || Object.keys(output).length === 0) return details
  if (details === undefined) return { output_data: output }
  if (!isData(details) || Object.hasOwn(details, 'output_data')) return details
  return { ...details, output_data: output }
}

/** The value as a BPCS output that answers this input, where one is known, or why it is not one. */
export function checkEnvelope(
  value: Data,
  input: BpcsInput | undefined,
): BpcsOutput | EnvelopeProblem {
  if (!hasShape('bpcs-output', value)) return shapeProblem(value)
  if (input === undefined) return value
  const sent = { ...input.message_metadata, ...input.observability }
  const echoed: [string, unknown, unknown][] = [
    ['message_id', sent.message_id, value.message_metadata.message_id],
    ['trace_id', sent.trace_id, value.observability.trace_id],
    ['span_id', sent.span_id, value.observability.span_id],
  ]
  const correlation = value.message_metadata.correlation_id
  if (correlation !== undefined && correlation !== null)
    echoed.push(['correlation_id', sent.correlation_id, correlation])
  for (const [name, expected, found] of echoed) {
    if (found === expected) continue
    return {
      kind: 'correlation-mismatch',
      detail: `answers another message: ${name} is ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`,
      issues: [],
    }
  }
  return value
}

export function isEnvelope(checked: BpcsOutput | EnvelopeProblem): checked is BpcsOutput {
  return 'message_metadata' in checked
}

const ECHOED = new Set(['message_id', 'trace_id', 'span_id'])

function shapeProblem(value: Data): EnvelopeProblem {
  const readAsFailure = value['error'] !== undefined && value['error'] !== null
  // The schema tries both readings and complains about both; an author sent only one.
  const issues = issuesOf('bpcs-output', value).filter(({ pointer, message, keyword, key }) => {
    if (keyword === 'anyOf') return false
    if (readAsFailure)
      return !(keyword === 'const' || (pointer === '/error' && message.endsWith('is not a null')))
    return !(
      pointer === '/error' ||
      key === 'error' ||
      (pointer === '/payload' && message.endsWith('is not a null'))
    )
  })
  const missingIds =
    issues.length > 0 &&
    issues.every(({ keyword, key }) => keyword === 'required' && ECHOED.has(key ?? ''))
  if (missingIds) {
    const names = issues.map(({ key }) => key).join(', ')
    return {
      kind: 'correlation-mismatch',
      detail: `does not say what it answers: ${names} missing`,
      issues,
    }
  }
  return {
    kind: 'output-schema',
    detail: `is not a BPCS 1.x message: ${listed(issues)}`,
    issues,
  }
}

/** The first few issues as one sentence part. */
export function listed(issues: readonly Issue[]): string {
  const shown = issues.slice(0, 3).map(({ pointer, message }) => `${pointer || '/'} ${message}`)
  const more = issues.length - shown.length
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}

/** Why exit status and envelope contradict each other, or undefined when they agree. */
export function exitProblem(envelope: BpcsOutput, exit: number): string | undefined {
  if (envelope.payload !== null) {
    return exit === 0 ? undefined : `says success, but the exit status is ${exit}; expected 0`
  }
  const { code } = envelope.error
  if (exit === 0) return `reports error ${code}, but the exit status is 0`
  // A status has eight bits: greater codes only have to be non-zero (the shared library exits 100).
  if (code > 255 || exit === code) return undefined
  return `reports error ${code}, but the exit status is ${exit}`
}
