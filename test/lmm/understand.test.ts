import { describe, expect, it } from 'vitest'
import type { Expected } from '../../src/lmm/answer.ts'
import { type Redactor, redaction } from '../../src/lmm/redact.ts'
import { understand } from '../../src/lmm/understand.ts'
import { bpcsInput } from '../../src/protocol/bpcs.ts'
import { Secret } from '../../src/protocol/secret.ts'
import type { Capture, Outcome } from '../../src/transport/transport.ts'
import { shows } from '../support/secret-forms.ts'

const SECRET = 'hunter2!&more'
const redactor = redaction([new Secret(SECRET)], () => performance.now())

const trace = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }
const input = bpcsInput({
  stamp: {
    messageId: '3f0c1c3e-8f1c-4a3d-9a53-4a1f7d3f0001',
    createdAt: '2026-11-20T12:00:00.000Z',
  },
  trace,
  correlationId: 'INC-42',
  parameters: { password: SECRET },
  context: {},
})
const expected: Expected = {
  input,
  outputCheck: () => [],
  action: 'rotate',
  timeoutMs: 1000,
}
const metadata = { ...input.message_metadata }
const observability = { ...input.observability }
const success = (output_data: object) => ({
  message_metadata: metadata,
  payload: { result: 'success', output_data },
  observability,
})
const failure = (error: object) => ({
  message_metadata: metadata,
  payload: null,
  observability,
  error,
})

function capture(text: string): Capture {
  const bytes = Buffer.from(text)
  return { bytes, total: bytes.length, truncated: false }
}
function ended(stdout: string | object, more: Partial<Outcome> & { exit?: number } = {}): Outcome {
  const text = typeof stdout === 'string' ? stdout : JSON.stringify(stdout)
  return {
    kind: 'ended',
    exit: 0,
    stdout: capture(text),
    stderr: capture(''),
    noise: capture(''),
    durationMs: 1,
    timingsMs: {},
    warnings: [],
    ...more,
  } as Outcome
}

/** Everything that is told of an outcome. */
function all(outcome: Outcome): Buffer {
  const told = understand(outcome, expected, redactor())
  const { noise } = told.outcome
  const stderr = 'stderr' in told.outcome ? told.outcome.stderr.bytes : []
  return Buffer.concat([
    Buffer.from(JSON.stringify(told.result)),
    Buffer.from(noise.bytes),
    Buffer.from(stderr),
  ])
}

const long = 'x'.repeat(3995)

describe('no known secret is in what is told of', () => {
  it.each<[string, Outcome]>([
    ['a success', ended(success({ [`key ${SECRET}`]: [`said ${SECRET}`] }))],
    ['an error', ended(failure({ code: 3, message: `bad ${SECRET}` }), { exit: 3 })],
    [
      'an error whose message is cut inside of it',
      ended(failure({ code: 3, message: long + SECRET }), { exit: 3 }),
    ],
    [
      'details that are cut',
      ended(
        failure({ code: 3, message: 'x', details: { a: `${'y'.repeat(70_000)}`, b: SECRET } }),
        {
          exit: 3,
        },
      ),
    ],
    ['output that is no JSON', ended(`it is ${SECRET}`)],
    ['output with text behind it', ended(`${JSON.stringify(success({}))} ${SECRET}`)],
    ['output that is cut after a part of it', ended(`${'z'.repeat(34)}${SECRET}`)],
    [
      'an answer to another message',
      ended({ ...success({}), message_metadata: { ...metadata, message_id: SECRET } }),
    ],
    ['a key that occurs twice', ended(`{"${SECRET}": 1, "${SECRET}": 2}`)],
    ['an exit status that does not fit', ended(failure({ code: 3, message: SECRET }))],
    ['stderr', ended('', { exit: 9, stderr: capture(`trace: ${SECRET}`) } as never)],
    [
      'stderr with colours in the middle',
      ended('', { exit: 9, stderr: capture(`hunter2\u001b[0m!&more`) } as never),
    ],
    ['noise', ended(success({}), { noise: capture(SECRET) })],
    ['a warning', ended(success({}), { warnings: [`odd: ${SECRET}`] })],
  ])('%s', (name, outcome) => {
    const told = all(outcome)
    const raw = name === 'stderr with colours in the middle' ? 'hunter2!' : 'hunter2'
    expect(told.includes(raw)).toBe(false)
    expect(shows(told, SECRET)).toEqual([])
  })

  it('and what an operator needs is still there', () => {
    const outcome = ended(failure({ code: 3, message: `bad password ${SECRET} for bob` }), {
      exit: 3,
    })
    const { result } = understand(outcome, expected, redactor())
    expect(result).toMatchObject({
      status: 'failed',
      executed: 'yes',
      fault: {
        kind: 'plugin-error',
        message: 'rotate failed with code 3: bad password *** for bob',
      },
      warnings: ['a secret was masked in what the plugin printed'],
    })
  })
})

it('judges an answer as it was before it is masked', () => {
  const check = (output: unknown) =>
    (output as { password: string }).password === SECRET
      ? []
      : [{ pointer: '/password', message: 'masked', keyword: 'const' }]
  const { result } = understand(
    ended(success({ password: SECRET })),
    { ...expected, outputCheck: check },
    redactor(),
  )
  expect(result).toMatchObject({ status: 'succeeded', output: { password: '***' } })
})

it('leaves an answer without a secret exactly as it is', () => {
  const outcome = ended(success({ a: [1, 'two', null] }))
  const { result, outcome: told } = understand(outcome, expected, redactor())
  expect(result).toMatchObject({ output: { a: [1, 'two', null] }, warnings: [] })
  expect(told).toEqual(outcome)
})

describe('a redactor that fails', () => {
  const broken: Redactor = {
    ...redactor(),
    value: () => {
      throw new Error(`could not mask ${SECRET}`)
    },
  }
  it.each<[string, Outcome, string]>([
    ['success', ended(success({ a: SECRET })), 'it succeeded'],
    ['error', ended(failure({ code: 3, message: SECRET }), { exit: 3 }), 'plugin-error'],
  ])('lets nothing out of a %s, and says how it ended', (_, outcome, ending) => {
    const told = understand(outcome, expected, broken)
    expect(told.result).toMatchObject({
      status: 'failed',
      executed: 'yes',
      fault: { kind: 'redaction-failed', message: expect.stringContaining(ending) },
    })
    expect(JSON.stringify(told)).not.toContain('hunter2')
  })
})

describe('where the value of a secret is not known', () => {
  const unknown = { unknown: ['DB_ADMIN'] }
  it('the status is told, and no text of the plugin', () => {
    const outcome = ended(success({ a: SECRET }), { stderr: capture(SECRET) } as never)
    const told = understand(outcome, expected, unknown)
    expect(told.result).toMatchObject({
      status: 'succeeded',
      executed: 'yes',
      output: {},
      warnings: [expect.stringContaining('RUNE_SECRET_DB_ADMIN is not known here')],
    })
    expect(JSON.stringify(told)).not.toContain('hunter2')
    expect(shows(Buffer.from(JSON.stringify(told)), SECRET)).toEqual([])
  })

  it('an error keeps its kind and its exit status', () => {
    const outcome = ended(failure({ code: 3, message: SECRET }), { exit: 3 })
    const { result } = understand(outcome, expected, unknown)
    expect(result).toMatchObject({
      status: 'failed',
      executed: 'yes',
      fault: { kind: 'plugin-error', details: { exit_status: 3 } },
    })
    expect(JSON.stringify(result)).not.toContain('hunter2')
  })

  it('why nothing was started is told', () => {
    const outcome: Outcome = {
      kind: 'not-started',
      reason: 'connect-refused',
      message: 'nobody listens at 10.0.0.1 port 22',
      noise: capture(''),
      timingsMs: {},
      warnings: [],
    }
    const { result } = understand(outcome, expected, unknown)
    expect(result).toMatchObject({ fault: { message: 'nobody listens at 10.0.0.1 port 22' } })
  })
})
