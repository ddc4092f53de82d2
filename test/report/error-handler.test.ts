import { describe, expect, it } from 'vitest'
import { systemHost } from '../../src/host.ts'
import { EPS, type EpsKind } from '../../src/protocol/eps.ts'
import { epsMessage } from '../../src/protocol/eps-message.ts'
import { fault } from '../../src/protocol/errors.ts'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { EpsError, ErrorLine } from '../../src/protocol/types.gen.ts'
import { githubLog } from '../../src/report/encode.ts'
import { errorHandler, FULL_PER_MINUTE } from '../../src/report/error-handler.ts'
import { obeyedCommands } from '../support/runner-oracle.ts'

const still = { monotonicMs: () => 0, sleep: () => new Promise<void>(() => undefined) }

function eps(kind: EpsKind, message: string, node = 'web-1'): EpsError {
  return epsMessage({
    fault: fault(kind, message, { phase: 'run' }),
    stamp: { messageId: systemHost.uuid(), createdAt: systemHost.now() },
    trace: { traceId: '0'.repeat(32), spanId: '0'.repeat(16) },
    correlationId: 'INC-1',
    source: 'LMM',
    node,
    step: 'restart',
    action: 'service_restart',
    attempt: 2,
  })
}

function handler() {
  const counted: string[] = []
  return { ...errorHandler({ clock: still, counted: (text) => counted.push(text) }), counted }
}

const HOSTILE =
  'a\u001b[2Jb\r\n::error::x\n##[error]y\u202e\u2028\u0000<script>\u{e0041} ::set-env name=X::1'

describe('the error handler', () => {
  it('gives a summary, one line of JSON and advice', () => {
    const said = handler().handle(eps('plugin-error', 'no such unit'))
    expect(said).toMatchObject({
      full: true,
      summary: 'web-1  restart: plugin-error: no such unit [executed: yes]',
      advice: EPS['plugin-error'].advice,
    })
    expect(said.line).not.toContain('\n')
    const line = JSON.parse(said.line) as ErrorLine
    expect(issuesOf('error-line', line)).toEqual([])
    expect(line).toMatchObject({
      kind: 'plugin-error',
      code: -32500,
      node: 'web-1',
      step: 'restart',
      action: 'service_restart',
      attempt: 2,
      phase: 'run',
      priority: 'medium',
      executed: 'yes',
      correlation_id: 'INC-1',
    })
  })

  it.each(Object.keys(EPS) as EpsKind[])('gives a line of its shape for %s', (kind) => {
    const { line } = handler().handle(eps(kind, 'x'))
    expect(issuesOf('error-line', JSON.parse(line))).toEqual([])
  })

  it('gives nothing that a terminal or a runner obeys, whatever a node wrote', () => {
    const { summary, line, advice } = handler().handle(eps('plugin-error', HOSTILE))
    for (const text of [summary, line, advice])
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    // As the action's log prints them.
    for (const text of [summary, line, advice]) expect(obeyedCommands(githubLog(text))).toEqual([])
    expect(obeyedCommands(line)).toEqual([])
    // Nothing is lost by it: a parser sees what was written.
    expect((JSON.parse(line) as ErrorLine).message).toBe(HOSTILE)
  })

  it('bounds what it gives, and cuts no character in half', () => {
    const { summary, line } = handler().handle(eps('plugin-error', '\u{1f600}'.repeat(4000)))
    expect(summary.length).toBeLessThan(1300)
    expect(line.length).toBeLessThan(8000)
    expect((JSON.parse(line) as ErrorLine).message.isWellFormed()).toBe(true)
  })

  it('shows a hundred a minute in full and counts the rest by fingerprint', () => {
    const { handle, close, counted } = handler()
    const all = Array.from({ length: 500 }, (_, i) =>
      handle(eps(i % 10 === 9 ? 'auth-failed' : 'connect-refused', `node ${i}`, `web-${i}`)),
    )
    expect(all.filter(({ full }) => full)).toHaveLength(FULL_PER_MINUTE)
    expect(new Set(all.map(({ line }) => line)).size).toBe(500)
    expect(counted).toEqual([])
    close()
    expect(counted).toEqual([
      expect.stringMatching(
        /^400 more errors, .*: 360 x connect-refused \(fingerprint [0-9a-f]{12}\), 40 x auth-failed \(fingerprint [0-9a-f]{12}\); the record has all of them$/,
      ),
    ])
  })

  it('names at most twenty fingerprints of those it only counted', () => {
    const { handle, close, counted } = handler()
    const codes = Array.from({ length: 200 }, (_, i) => ({
      ...eps('plugin-error', 'x'),
      observability: {
        ...eps('plugin-error', 'x').observability,
        error_fingerprint: String(i).padStart(64, '0'),
      },
    }))
    for (const message of codes) handle(message)
    close()
    expect(counted[0]).toContain('and 80 more fingerprints')
    expect(counted[0]?.length).toBeLessThan(2000)
  })
})

describe('an error of the error handler itself', () => {
  const circle: Record<string, unknown> = {}
  circle['self'] = circle
  const trap = new Proxy(
    {},
    {
      get: () => {
        throw new Error('\u001b[31mtrap')
      },
    },
  )
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a number', 7n],
    ['an empty object', {}],
    ['an object without end', circle],
    ['an object that throws', trap],
    ['half of a message', { error_payload: { error_data: { error: { code: 1 } } } }],
  ])('is written down directly when it is given %s', (_, value) => {
    const { handle } = handler()
    const said = handle(value as unknown as EpsError)
    expect(said.full).toBe(true)
    expect(said.summary).toMatch(/^an error could not be described \(/)
    expect(said.summary).not.toMatch(/\p{Cc}/u)
    const line: unknown = JSON.parse(said.line)
    expect(issuesOf('error-line', line)).toEqual([])
    expect(line).toMatchObject({ kind: 'internal', executed: 'unknown' })
  })

  it('goes no further when whoever is told, or the clock, throws', () => {
    const throwing = errorHandler({
      clock: {
        monotonicMs: () => {
          throw new Error('no clock')
        },
        sleep: () => Promise.reject(new Error('no clock')),
      },
      counted: () => {
        throw new Error('no screen')
      },
    })
    expect(throwing.handle(eps('internal', 'x'))).toMatchObject({ full: true })
    throwing.close()
    const { handle, close } = errorHandler({
      clock: still,
      counted: () => {
        throw new Error('no screen')
      },
    })
    for (let i = 0; i < 150; i++) handle(eps('internal', 'x'))
    close()
  })
})
