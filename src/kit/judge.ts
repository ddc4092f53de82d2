/** Holds an action's answer against its fixture and its declaration. */
import type { Mediated } from '../lmm/reply.ts'
import type { Issue } from '../protocol/schemas.ts'
import type { BpcsOutput, TestCase } from '../protocol/types.gen.ts'
import type { TestedAction } from './case.ts'
import { differences } from './compare.ts'
import type { Fixture } from './fixture.ts'

export interface Judged {
  readonly action: TestedAction
  readonly fixture: Fixture
  readonly dryRun: boolean
  /** Why a run would refuse the parameters. */
  readonly refused: readonly Issue[]
  /** What was changed of that which must not be. */
  readonly touched: readonly string[]
  /** The working folder. */
  readonly work: string
}

type Failure = TestCase['failures'][number]

/** `data` of the LMM's answer, as far as it is read here. */
interface AnswerData {
  readonly warnings: readonly string[]
  readonly duration_ms?: number
  readonly error?: { readonly kind: string; readonly message: string }
}

/** What the library reports for a plugin that dies, and for codes that are none: no author plans it. */
const OTHER_ERROR = 100
const STDERR_AT_MOST = 2000
const MESSAGE_AT_MOST = 4000
const SHOWN_AT_MOST = 20

/** Everything that the case shows to be wrong; it passed when that is nothing. */
export function judge({ result, record, stderr }: Mediated, judged: Judged): TestCase {
  const { action, fixture, dryRun } = judged
  // The LMM made this message a moment ago.
  const data = result.payload.data as unknown as AnswerData
  const failures = [
    ...planFailures(judged),
    ...answerFailures(data, record.bpcs_output, record.evidence?.exit_code, judged),
    ...touchedFailures(judged),
  ]
    .slice(0, SHOWN_AT_MOST)
    .map(({ check, message }) => ({ check, message: message.slice(0, MESSAGE_AT_MOST) }))
  return {
    module: action.module,
    action: action.name,
    case: fixture.name,
    path: fixture.path,
    status: failures.length === 0 ? 'passed' : 'failed',
    dry_run: dryRun,
    ...(data.duration_ms === undefined ? {} : { duration_ms: Math.round(data.duration_ms) }),
    failures,
    warnings: data.warnings.map((warning) => warning.slice(0, 1000)),
    ...(failures.length === 0 || stderr === undefined
      ? {}
      : { stderr: stderr.slice(0, STDERR_AT_MOST) }),
  }
}

/** A case that no run would ever come to proves nothing. */
function planFailures({ action, fixture, dryRun, refused }: Judged): Failure[] {
  const failures: Failure[] = []
  if (dryRun && action.declaration['dry-run'] !== true) {
    const message = `${action.name} does not declare dry-run, so a dry run stops before it; declare it in module.yaml or take dry_run out of input.json`
    failures.push({ check: 'dry-run', message })
  }
  if (fixture.expect.output !== undefined && refused.length > 0) {
    const issues = refused.map(({ pointer, message }) => `${pointer || '/'} ${message}`).join('; ')
    const message = `a run would refuse these parameters, so a success cannot be expected: ${issues}`
    failures.push({ check: 'input', message })
  }
  return failures
}

function answerFailures(
  { error: problem }: AnswerData,
  answer: BpcsOutput | undefined,
  exit: number | undefined,
  { action, fixture }: Judged,
): Failure[] {
  const { expect } = fixture
  if (problem !== undefined && problem.kind !== 'plugin-error')
    return [{ check: 'contract', message: `${problem.kind}: ${problem.message}` }]
  const exits: Failure[] =
    exit === expect.exit
      ? []
      : [
          {
            check: 'exit',
            message: `the exit status is ${exit ?? 'unknown'}, expected ${expect.exit}`,
          },
        ]
  if (answer === undefined) return exits
  if (answer.payload !== null) {
    if (expect.error !== undefined)
      return [
        ...exits,
        { check: 'error', message: `it succeeded, expected error ${expect.error.code}` },
      ]
    const found = answer.payload.output_data ?? {}
    return [
      ...exits,
      ...differences(expect.output, found).map(
        (message): Failure => ({ check: 'output', message }),
      ),
    ]
  }
  return [...exits, ...errorFailures(answer.error, action, fixture)]
}

function errorFailures(
  { code, message }: { readonly code: number; readonly message: string },
  action: TestedAction,
  { expect }: Fixture,
): Failure[] {
  const failures: Failure[] = []
  const said = `${code}: ${message}`
  const { errors = [] } = action.declaration
  if (code !== OTHER_ERROR && !errors.some((one) => one.code === code)) {
    const known = errors.map((one) => one.code).join(', ') || 'none'
    failures.push({
      check: 'undocumented',
      message: `the error code ${code} is not documented in module.yaml (errors: ${known}); it said ${said}`,
    })
  }
  if (expect.error === undefined)
    failures.push({ check: 'error', message: `it reported error ${said}; expected a success` })
  else if (expect.error.code !== code)
    failures.push({
      check: 'error',
      message: `it reported error ${said}; expected code ${expect.error.code}`,
    })
  else if (expect.error.message !== undefined && !message.includes(expect.error.message))
    failures.push({
      check: 'error',
      message: `its message is ${JSON.stringify(message)}, expected one with ${JSON.stringify(expect.error.message)}`,
    })
  return failures
}

function touchedFailures({ touched, dryRun, work }: Judged): Failure[] {
  return touched.map((message) => ({
    check: dryRun ? 'dry-run' : 'unchanged',
    message: dryRun
      ? `a dry run must change nothing, but ${message.replaceAll(work, 'the working folder')}`
      : message,
  }))
}
