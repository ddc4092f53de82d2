import { describe, expect, it } from 'vitest'
import type { Expected } from '../../src/lmm/answer.ts'
import { type NotSucceeded, normalize, type StepResult } from '../../src/lmm/normalize.ts'
import { bpcsInput } from '../../src/protocol/bpcs.ts'
import { EPS } from '../../src/protocol/eps.ts'
import { epsMessage } from '../../src/protocol/eps-message.ts'
import { compileSchema, hasShape, objectSchema } from '../../src/protocol/schemas.ts'
import type { Capture, NotStarted, Outcome } from '../../src/transport/transport.ts'

const stamp = {
  messageId: '3f0c1c3e-8f1c-4a3d-9a53-4a1f7d3f0001',
  createdAt: '2026-11-20T12:00:00.000Z',
}
const trace = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }
const input = bpcsInput({
  stamp,
  trace,
  correlationId: 'INC-42',
  parameters: { service: 'nginx' },
  context: { node: 'web-1' },
})

function anyObject() {
  return []
}

const expected: Expected = {
  input,
  outputCheck: anyObject,
  action: 'service_restart',
  timeoutMs: 60_000,
}

const metadata = {
  version: '1.0',
  message_id: stamp.messageId,
  created_at: stamp.createdAt,
  correlation_id: 'INC-42',
}
const observability = { trace_id: trace.traceId, span_id: trace.spanId }
const success = {
  message_metadata: metadata,
  payload: { result: 'success', output_data: { state: 'active' } },
  observability,
  error: null,
}
const failure = {
  message_metadata: metadata,
  payload: null,
  observability,
  error: { code: 3, message: 'the unit did not become active', details: { unit: 'nginx' } },
}

const bytes = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text
function capture(content: string | Uint8Array, total?: number): Capture {
  const kept = bytes(content)
  return { bytes: kept, total: total ?? kept.length, truncated: total !== undefined }
}
const seen = { timingsMs: {}, noise: capture(''), warnings: [] }

function ended(stdout: string | Uint8Array, exit = 0, stderr = ''): Outcome {
  return {
    kind: 'ended',
    exit,
    stdout: capture(stdout),
    stderr: capture(stderr),
    durationMs: 5,
    ...seen,
  }
}
const said = (message: unknown, exit = 0): StepResult =>
  normalize(ended(`${JSON.stringify(message)}\n`, exit), expected)
const printed = (stdout: string | Uint8Array, exit = 0): StepResult =>
  normalize(ended(stdout, exit), expected)
/** The success with its output_data given as raw JSON text. */
const withOutput = (json: string): string =>
  JSON.stringify({ ...success, payload: { result: 'success', output_data: { x: 0 } } }).replace(
    '{"x":0}',
    json,
  )

function refused(result: StepResult): NotSucceeded {
  if (result.status === 'succeeded') throw new Error('a hostile output was called a success')
  return result
}

const good = `${JSON.stringify(success)}\n`
const joined = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? bytes(part) : new Uint8Array(part))),
  )
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
const keys = (n: number): string =>
  `{${Array.from({ length: n }, (_, i) => `"k${i}":0`).join(',')}}`

describe('a successful answer', () => {
  it('gives the output and the envelope', () => {
    const result = said(success)
    expect(result).toMatchObject({
      status: 'succeeded',
      executed: 'yes',
      output: { state: 'active' },
      envelope: success,
      warnings: [],
    })
  })

  it.each([
    [
      'without output_data and error',
      { ...success, payload: { result: 'success' }, error: undefined },
    ],
    [
      'without a correlation id',
      { ...success, message_metadata: { ...metadata, correlation_id: undefined } },
    ],
    [
      'with a correlation id of null',
      { ...success, message_metadata: { ...metadata, correlation_id: null } },
    ],
    [
      'of version 1.1 with fields that 1.0 does not know',
      { ...success, extra: 1, message_metadata: { ...metadata, version: '1.1' } },
    ],
  ])('is read %s', (_title, message) => {
    expect(said(message).status).toBe('succeeded')
  })

  it('is read when it is spread over lines and surrounded by white space', () => {
    expect(printed(`\r\n\t ${JSON.stringify(success, undefined, 2)}\n \n`).status).toBe('succeeded')
  })

  it('is read up to exactly 1 MiB', () => {
    const empty = JSON.stringify({
      ...success,
      payload: { result: 'success', output_data: { p: '' } },
    })
    const full = empty.replace('"p":""', `"p":"${'x'.repeat(1024 * 1024 - empty.length)}"`)
    expect(bytes(full).length).toBe(1024 * 1024)
    expect(printed(full).status).toBe('succeeded')
    expect(refused(printed(`${full} `)).fault.kind).toBe('output-too-large')
  })

  it('keeps __proto__, constructor, toJSON and then as data and touches no prototype', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    const hostile =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toJSON":"x","then":"y","toString":1,"deep":{"__proto__":{"polluted":1}}}'
    const result = printed(withOutput(hostile))
    if (result.status !== 'succeeded') throw new Error(result.fault.message)
    expect(Object.keys(result.output)).toEqual([
      '__proto__',
      'constructor',
      'toJSON',
      'then',
      'toString',
      'deep',
    ])
    expect(Object.getPrototypeOf(result.output)).toBeNull()
    expect(Object.getPrototypeOf(result.output['deep'])).toBeNull()
    expect(JSON.stringify(result.output)).toBe(hostile)
    expect(await Promise.resolve(result.output)).toBe(result.output)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  })

  it.each(['9007199254740991', '-9007199254740991', '0.1', '1e15', '0', '0e5', '-1.5E-7'])(
    'keeps the number %s',
    (number) => {
      expect(printed(withOutput(`{"n":${number}}`)).status).toBe('succeeded')
    },
  )

  it('takes every escape sequence of JSON and a whole surrogate pair', () => {
    const result = printed(withOutput('{"t":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\ud83d\\ude00"}'))
    expect(result).toMatchObject({ output: { t: '"\\/\b\f\n\r\t\u0000😀' } })
  })
})

describe('an output that cannot be used is never a success and names what is wrong', () => {
  const rows: [title: string, stdout: string | Uint8Array, kind: string][] = [
    ['nothing', '', 'output-empty'],
    ['only white space', ' \n\t\r\n', 'output-empty'],
    ['two objects on one line', '{"a":1}{"b":2}', 'output-multiple'],
    ['two objects on two lines', `${good}${good}`, 'output-multiple'],
    ['one good object and the start of another', `${good}{"a"`, 'output-multiple'],
    ['good JSON, then a word', `${good}done\n`, 'output-trailing'],
    ['good JSON, then a NUL', `${good}\u0000`, 'output-trailing'],
    ['good JSON, then an array', `${good}[]`, 'output-trailing'],
    ['good JSON, then a no-break space', `${good}\u00a0`, 'output-trailing'],
    ['a line of text before the JSON', `Welcome!\n${good}`, 'output-not-json'],
    ['text only', 'Segmentation fault', 'output-not-json'],
    ['an array', '[]', 'output-not-json'],
    ['a string', '"success"', 'output-not-json'],
    ['null', 'null', 'output-not-json'],
    ['single quotes', "{'a':1}", 'output-not-json'],
    ['a trailing comma', '{"a":1,}', 'output-not-json'],
    ['a comment', '{/* */"a":1}', 'output-not-json'],
    ['a raw line feed in a string', '{"a":"\n"}', 'output-not-json'],
    ['an escape that JSON does not have', '{"a":"\\x41"}', 'output-not-json'],
    ['a broken \\u escape', '{"a":"\\u12g4"}', 'output-not-json'],
    ['JSON cut in the middle', good.slice(0, 100), 'output-truncated'],
    ['JSON without its last brace', JSON.stringify(success).slice(0, -1), 'output-truncated'],
    ['JSON cut in a word', '{"a":tru', 'output-truncated'],
    ['JSON cut in an escape', '{"a":"\\u12', 'output-truncated'],
    ['an invalid UTF-8 byte', joined('{"a":"', [0xff], '"}'), 'output-encoding'],
    ['an overlong encoding', joined('{"a":"', [0xc0, 0xaf], '"}'), 'output-encoding'],
    ['an encoded surrogate', joined('{"a":"', [0xed, 0xa0, 0x80], '"}'), 'output-encoding'],
    ['UTF-8 cut in a character', joined('{"a":"', [0xe2, 0x82]), 'output-encoding'],
    ['a byte order mark', joined([0xef, 0xbb, 0xbf], good), 'output-encoding'],
    [
      'UTF-16 with a mark',
      joined([0xff, 0xfe], [...Buffer.from(good, 'utf16le')]),
      'output-encoding',
    ],
    ['UTF-16 without a mark', Buffer.from(good, 'utf16le'), 'output-encoding'],
    ['UTF-16, big end first', Buffer.from(good, 'utf16le').swap16(), 'output-encoding'],
    ['an escaped high surrogate alone', withOutput('{"t":"\\ud800"}'), 'output-encoding'],
    ['an escaped low surrogate alone', withOutput('{"t":"\\udc00"}'), 'output-encoding'],
    ['two escaped high surrogates', withOutput('{"t":"\\ud800\\ud800"}'), 'output-encoding'],
    ['a surrogate in a key', withOutput('{"\\ud800":1}'), 'output-encoding'],
    ['a byte more than 1 MiB', `{"a":"${'x'.repeat(1024 * 1024 - 7)}"}`, 'output-too-large'],
    ['a depth of 65', nested(65), 'output-limit'],
    ['a depth of 100,000', nested(100_000), 'output-limit'],
    ['arrays nested 500,000 deep and cut', `{"a":${'['.repeat(500_000)}`, 'output-limit'],
    ['20,001 keys', keys(20_001), 'output-limit'],
    ['an array of 100,001 elements', `{"a":[${'0,'.repeat(100_000)}0]}`, 'output-limit'],
    ['a number of 65 digits', `{"a":0.${'1'.repeat(63)}}`, 'output-limit'],
    ['a number of a million digits', `{"a":${'1'.repeat(1_000_000)}}`, 'output-limit'],
    ['a key twice', withOutput('{"a":1,"a":2}'), 'output-duplicate-key'],
    ['a key twice, once escaped', withOutput('{"a":1,"\\u0061":2}'), 'output-duplicate-key'],
    ['__proto__ twice', withOutput('{"__proto__":1,"__proto__":2}'), 'output-duplicate-key'],
    [
      'the payload twice',
      good.replace('"payload"', '"payload":null,"payload"'),
      'output-duplicate-key',
    ],
    ['2^53 + 1', withOutput('{"n":9007199254740993}'), 'output-number'],
    ['-2^53', withOutput('{"n":-9007199254740992}'), 'output-number'],
    [
      'an unsafe integer with a fraction of zero',
      withOutput('{"n":9007199254740993.0}'),
      'output-number',
    ],
    ['an unsafe integer with an exponent', withOutput('{"n":1e20}'), 'output-number'],
    ['1e400', withOutput('{"n":1e400}'), 'output-number'],
    ['-1e400', withOutput('{"n":-1e400}'), 'output-number'],
    ['1e-400', withOutput('{"n":1e-400}'), 'output-number'],
    ['-0', withOutput('{"n":-0}'), 'output-number'],
    ['NaN', withOutput('{"n":NaN}'), 'output-not-json'],
    ['Infinity', withOutput('{"n":Infinity}'), 'output-not-json'],
    ['a hexadecimal number', withOutput('{"n":0x10}'), 'output-not-json'],
    ['a number with a leading zero', withOutput('{"n":01}'), 'output-not-json'],
    ['a number with a plus sign', withOutput('{"n":+1}'), 'output-not-json'],
  ]

  it.each(rows)('%s', (_title, stdout, kind) => {
    for (const exit of [0, 3]) {
      const result = refused(printed(stdout, exit))
      expect(result.fault.kind).toBe(kind)
      expect(result).toMatchObject({ status: 'failed', executed: 'yes' })
      expect(result.fault).toMatchObject({ executed: 'yes', phase: 'output' })
      expect(result.fault.message).toContain(`exit status ${exit}`)
      expect(result.fault.message.length).toBeLessThanOrEqual(4000)
    }
  })

  it('has the limits themselves inside', () => {
    // Two levels are the envelope's own.
    expect(printed(withOutput(nested(62))).status).toBe('succeeded')
    expect(refused(printed(withOutput(nested(63)))).fault.kind).toBe('output-limit')
    expect(printed(withOutput(keys(19_980))).status).toBe('succeeded')
    expect(printed(withOutput(`{"a":[${'0,'.repeat(99_999)}0]}`)).status).toBe('succeeded')
    expect(printed(withOutput(`{"a":0.${'1'.repeat(62)}}`)).status).toBe('succeeded')
  })

  it('asks about the disk when the node kept less than a plugin may write', () => {
    const outcome = {
      ...ended('{"a":1'),
      stdout: { ...capture('{"a":1'), total: 341, truncated: true },
    }
    const { fault } = refused(normalize(outcome, expected))
    expect(fault.kind).toBe('output-truncated')
    expect(fault.message).toContain('is its disk full?')
  })

  it('says too large, not malformed, when the capture was cut', () => {
    const outcome = { ...ended('{"a":1'), stdout: capture('{"a":1', 1 << 30) } as Outcome
    const { fault } = refused(normalize(outcome, expected))
    expect(fault.kind).toBe('output-too-large')
    expect(fault.message).toContain('1073741824 bytes')
  })

  it('keeps the first and last 64 KiB of it as evidence', () => {
    const stdout = `${'a'.repeat(100_000)}${'z'.repeat(100_000)}`
    const { evidenceText } = refused(printed(stdout))
    expect(evidenceText).toMatch(/^a{65536}\n\[68928 bytes left out\]\nz{65536}$/)
    expect(refused(printed('short')).evidenceText).toBe('short')
    expect(refused(printed('')).evidenceText).toBeUndefined()
  })

  it('tells an operator the exit status and the first line of stderr, harmless and bounded', () => {
    const stderr = `\n \u001b[31mline 4: jq: command\u202e not found\u0007\r\nmore\n${'x'.repeat(100_000)}`
    const { fault } = refused(normalize(ended('', 100, stderr), expected))
    expect(fault.message).toBe(
      'The output of service_restart is empty (exit status 100; stderr starts: line 4: jq: command not found)',
    )
    expect(fault.details).toMatchObject({ exit_status: 100, stdout_bytes: 0 })
    const long = refused(normalize(ended('', 1, 'y'.repeat(100_000)), expected))
    expect(long.fault.message.length).toBeLessThan(400)
    expect(refused(printed('', 127)).fault.message).toContain('127: command not found')
  })
})

describe('the shape of the message', () => {
  it.each([
    ['an empty object', {}, '"message_metadata" is missing'],
    [
      'no version',
      { ...success, message_metadata: { ...metadata, version: undefined } },
      '"version" is missing',
    ],
    ['version 2.0', { ...success, message_metadata: { ...metadata, version: '2.0' } }, '"2.0"'],
    [
      'a version that is a number',
      { ...success, message_metadata: { ...metadata, version: 1 } },
      'not a string',
    ],
    ['success and an error at once', { ...success, error: failure.error }, '/payload'],
    [
      'a result that is not success',
      { ...success, payload: { result: 'ok' } },
      '"ok" is not "success"',
    ],
    [
      'output_data that is a list',
      { ...success, payload: { result: 'success', output_data: [] } },
      '/payload/output_data',
    ],
    ['neither payload nor error', { ...success, payload: undefined }, '"payload" is missing'],
    ['payload null without an error', { ...success, payload: null }, '/payload'],
    [
      'an error code that is text',
      { ...failure, error: { code: '3', message: 'x' } },
      '/error/code',
    ],
    ['an error code of 0', { ...failure, error: { code: 0, message: 'x' } }, '/error/code'],
    ['an error code of 1e12', { ...failure, error: { code: 1e12, message: 'x' } }, '/error/code'],
    [
      'an error message that is a list',
      { ...failure, error: { code: 3, message: [] } },
      '/error/message',
    ],
    [
      'error details that are a list',
      { ...failure, error: { code: 3, message: 'x', details: [] } },
      '/error/details',
    ],
    ['an error that is text', { ...failure, error: 'boom' }, '/error'],
  ])('refuses %s', (_title, message, found) => {
    for (const exit of [0, 3]) {
      const { fault, envelope } = refused(said(message, exit))
      expect(fault.kind).toBe('output-schema')
      expect(fault.message).toContain(found)
      expect(fault.details?.['validation_errors']).not.toHaveLength(0)
      expect(envelope).toBeUndefined()
    }
  })

  it.each([
    ['another message_id', { ...success, message_metadata: { ...metadata, message_id: 'other' } }],
    [
      'its message_id in upper case',
      { ...success, message_metadata: { ...metadata, message_id: stamp.messageId.toUpperCase() } },
    ],
    ['no message_id', { ...success, message_metadata: { ...metadata, message_id: undefined } }],
    [
      'another correlation_id',
      { ...success, message_metadata: { ...metadata, correlation_id: 'INC-43' } },
    ],
    [
      'another trace_id',
      { ...success, observability: { ...observability, trace_id: '0'.repeat(32) } },
    ],
    [
      'another span_id',
      { ...success, observability: { ...observability, span_id: '0'.repeat(16) } },
    ],
    ['no span_id', { ...success, observability: { trace_id: trace.traceId } }],
    [
      'a failure of another message',
      { ...failure, message_metadata: { ...metadata, message_id: 'other' } },
    ],
  ])('does not take %s for an answer', (_title, message) => {
    expect(refused(said(message, 0)).fault.kind).toBe('correlation-mismatch')
  })

  it('refuses output that the action did not declare', () => {
    const schema = objectSchema({ active_state: { type: 'string', maxLength: 32, required: true } })
    const outputCheck = compileSchema(schema)
    if (typeof outputCheck === 'string') throw new Error(outputCheck)
    const check = (output: unknown): StepResult =>
      normalize(
        ended(JSON.stringify({ ...success, payload: { result: 'success', output_data: output } })),
        { ...expected, outputCheck },
      )
    expect(check({ active_state: 'active' }).status).toBe('succeeded')
    for (const output of [{}, undefined, { active_state: 5 }, { active_state: 'a', more: 1 }]) {
      const result = refused(check(output))
      expect(result.fault.kind).toBe('output-schema')
      expect(result.fault.message).toContain('is not what the action declares')
      expect(result.envelope).toBeDefined()
    }
  })
})

describe('an error that the plugin reports', () => {
  it('keeps code, message and details', () => {
    const result = refused(said(failure, 3))
    expect(result.fault).toMatchObject({
      kind: 'plugin-error',
      executed: 'yes',
      message: 'service_restart failed with code 3: the unit did not become active',
      details: {
        plugin_code: 3,
        plugin_message: 'the unit did not become active',
        plugin_details: { unit: 'nginx' },
        exit_status: 3,
      },
    })
    expect(result).toMatchObject({ status: 'failed', envelope: failure, warnings: [] })
    expect(result.evidenceText).toBeUndefined()
  })

  it('takes any non-zero exit status for a code above 255', () => {
    const message = { ...failure, error: { code: 1_000_000_000, message: 'x' } }
    expect(refused(said(message, 100)).fault.kind).toBe('plugin-error')
    expect(refused(said(message, 1)).fault.details?.['plugin_code']).toBe(1_000_000_000)
  })

  it('is bounded: a message to 4,000 characters, details to 64 KiB', () => {
    const error = { code: 3, message: 'm\n'.repeat(200_000), details: { text: 'd'.repeat(70_000) } }
    const { fault } = refused(said({ ...failure, error }, 3))
    expect(fault.kind).toBe('plugin-error')
    expect(fault.message.length).toBeLessThanOrEqual(4000)
    expect(fault.message).not.toContain('\n')
    expect(String(fault.details?.['plugin_message']).length).toBe(4000)
    expect(fault.details?.['plugin_details']).toMatchObject({ truncated: true, size_bytes: 70_011 })
    const whole = { code: 3, message: 'x', details: { text: 'd'.repeat(65_000) } }
    expect(refused(said({ ...failure, error: whole }, 3)).fault.details).toMatchObject({
      plugin_details: whole.details,
    })
  })

  it('is read in the dialect with error.data, with a warning', () => {
    const error = { code: 3, message: 'x', data: { unit: 'nginx' } }
    const result = refused(said({ ...failure, error }, 3))
    expect(result.fault).toMatchObject({
      kind: 'plugin-error',
      details: { plugin_details: { unit: 'nginx' } },
    })
    expect(result.warnings).toEqual([expect.stringContaining('error.details')])
    expect(result.envelope?.error).toEqual({ code: 3, message: 'x', details: { unit: 'nginx' } })
  })

  it.each(['failure', 'error'])(
    'is read in the dialect with payload.result "%s", with a warning',
    (word) => {
      const payload = { result: word, output_data: { seen: 2 } }
      const result = refused(said({ ...failure, payload }, 3))
      expect(result.fault).toMatchObject({
        kind: 'plugin-error',
        details: { plugin_details: { unit: 'nginx', output_data: { seen: 2 } } },
      })
      expect(result.warnings).toHaveLength(1)
      expect(result.envelope?.payload).toBeNull()
    },
  )

  it('does not take payload.result "failure" without an error for anything', () => {
    const message = { ...success, payload: { result: 'failure', output_data: {} } }
    expect(refused(said(message, 1)).fault.kind).toBe('output-schema')
  })

  it.each([
    ['success with exit status 3', success, 3],
    ['success with exit status 127', success, 127],
    ['success with exit status 255', success, 255],
    ['an error with exit status 0', failure, 0],
    ['an error 3 with exit status 4', failure, 4],
    ['an error 256, which exits 0', { ...failure, error: { code: 256, message: 'x' } }, 0],
  ])('is a contradiction, never a success: %s', (_title, message, exit) => {
    const result = refused(said(message, exit))
    expect(result.fault).toMatchObject({ kind: 'exit-mismatch', executed: 'yes' })
    expect(result.envelope).toEqual(message)
    expect(result.fault.details?.['plugin_code']).toBe(
      message.error === null ? undefined : message.error.code,
    )
  })
})

describe('outcomes without an answer', () => {
  const kinds = [
    'connect-refused',
    'connect-timeout',
    'node-unreachable',
    'handshake-timeout',
    'handshake-failed',
    'host-key-unknown',
    'host-key-mismatch',
    'auth-failed',
    'credentials-missing',
    'node-busy',
    'transport-unavailable',
    'node-prereq',
    'node-state',
    'launch-failed',
    'launch-timeout',
    'connection-lost',
    'audit-write',
  ] as const satisfies NotStarted[]

  it.each(kinds)('%s keeps its kind and says that nothing was executed', (reason) => {
    const result = refused(
      normalize({ kind: 'not-started', reason, message: 'a\nb', ...seen }, expected),
    )
    expect(result).toMatchObject({ status: 'failed', executed: 'no' })
    expect(result.fault).toMatchObject({ kind: reason, executed: 'no', message: 'a b' })
    expect(result.fault.phase).toBeDefined()
  })

  it('a cancel before the start is cancelled, nothing executed', () => {
    const result = normalize(
      { kind: 'not-started', reason: 'cancelled', message: '', ...seen },
      expected,
    )
    expect(result).toMatchObject({
      status: 'cancelled',
      executed: 'no',
      fault: { message: EPS.cancelled.advice },
    })
  })

  it('a lost result is unknown, never a guess', () => {
    const result = normalize({ kind: 'unknown', detail: 'the channel closed', ...seen }, expected)
    expect(result).toMatchObject({
      status: 'unknown',
      executed: 'unknown',
      fault: { kind: 'outcome-unknown', executed: 'unknown', phase: 'run' },
    })
  })

  it.each([
    ['timeout', 'failed', 'plugin-timeout', 'time limit of 60 s'],
    ['cancel', 'cancelled', 'cancelled', 'run was cancelled'],
    ['lease', 'cancelled', 'cancelled', 'no runner asked for it'],
  ] as const)(
    'a plugin stopped by %s was executed, even when it had printed a success',
    (why, status, kind, text) => {
      const termination = { signals: ['TERM', 'KILL'], groupGone: false, survivors: [41, 42] }
      const outcome: Outcome = {
        kind: 'stopped',
        why,
        termination,
        stdout: capture(good),
        stderr: capture(''),
        durationMs: 1,
        ...seen,
      }
      const result = refused(normalize(outcome, expected))
      expect(result).toMatchObject({ status, executed: 'yes', fault: { kind, executed: 'yes' } })
      expect(result.fault.message).toContain(text)
      expect(result.warnings.join('\n')).toContain('pids 41, 42')
      expect(result.warnings.join('\n')).toContain('process group')
      expect(result.evidenceText).toBe(good)
      expect(result.fault.details?.['termination']).toMatchObject({ group_gone: false })
    },
  )

  it.each([['KILL'], [undefined]])(
    'a plugin ended by signal %s failed, even after a success',
    (signal) => {
      const { exit: _exit, ...outcome } = ended(good) as Extract<Outcome, { kind: 'ended' }>
      const result = refused(
        normalize(signal === undefined ? outcome : { ...outcome, signal }, expected),
      )
      expect(result).toMatchObject({
        status: 'failed',
        executed: 'yes',
        fault: { kind: 'plugin-signal' },
      })
      expect(result.evidenceText).toBe(good)
    },
  )

  it('a signal beside an exit status of 0 is still a signal', () => {
    const outcome: Outcome = {
      ...(ended(good) as Extract<Outcome, { kind: 'ended' }>),
      signal: 'TERM',
    }
    expect(refused(normalize(outcome, expected)).fault.kind).toBe('plugin-signal')
  })

  it('keeps warnings of the transport and names noise, bounded', () => {
    const warnings = Array.from({ length: 60 }, () => 'w\u001b[2J'.repeat(5000))
    const outcome = { ...ended(good), warnings, noise: capture('Welcome\nto web-1') }
    const result = normalize(outcome, expected)
    expect(result.status).toBe('succeeded')
    expect(result.warnings).toHaveLength(52)
    expect(result.warnings.join('').length).toBeLessThan(60_000)
    expect(result.warnings.at(-1)).toContain(
      '16 bytes of its own (login scripts, banners): Welcome',
    )
  })
})

it('every fault makes a well-formed EPS message', () => {
  const hostile = '{"code":3,"message":"x","details":{"__proto__":1,"toJSON":"a","then":{}}}'
  const outcomes = [
    ended(''),
    ended(JSON.stringify({})),
    ended(JSON.stringify(failure).replace(JSON.stringify(failure.error), hostile), 3),
  ]
  for (const outcome of outcomes) {
    const { fault } = refused(normalize(outcome, expected))
    const message = epsMessage({
      fault,
      stamp,
      trace,
      correlationId: 'INC-42',
      source: 'LMM',
      node: 'web-1',
    })
    expect(hasShape('eps', JSON.parse(JSON.stringify(message)))).toBe(true)
  }
})

it('never calls a cut success a success', () => {
  const whole = bytes(good)
  for (let k = 0; k < whole.length - 1; k++) {
    expect(printed(whole.subarray(0, k)).status, `cut at ${k}`).toBe('failed')
  }
})
