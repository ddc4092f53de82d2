import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemHost } from '../../src/host.ts'
import { classify, EPS, type EpsKind } from '../../src/protocol/eps.ts'
import { epsMessage, fingerprint } from '../../src/protocol/eps-message.ts'
import { fault } from '../../src/protocol/errors.ts'
import { issuesOf } from '../../src/protocol/schemas.ts'

const ROOT = join(import.meta.dirname, '../..')
const kinds = Object.keys(EPS) as EpsKind[]

/** The text of every file below a folder, but for the ones that list all kinds anyway. */
function textBelow(folder: string, leftOut: readonly string[]): string {
  const files = readdirSync(join(ROOT, folder), { recursive: true }) as string[]
  return files
    .filter((file) => /\.tsx?$/.test(file) && !leftOut.some((part) => file.endsWith(part)))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'))
    .join('\n')
}

describe('the table of error kinds', () => {
  const source = textBelow('src', ['protocol/eps.ts', 'protocol/weight.ts'])
  const tests = textBelow('test', [
    'protocol/eps.test.ts',
    'protocol/weight.test.ts',
    'pins.test.ts',
  ])
  const page = readFileSync(join(ROOT, 'docs/reference/errors.md'), 'utf8')

  it.each(kinds)('%s is given somewhere, tested somewhere and documented', (kind) => {
    const quoted = new RegExp(`['"\`]${kind}['"\`]|\\b${kind}:`)
    expect({
      given: quoted.test(source),
      tested: quoted.test(tests),
      documented: page.includes(`\n## ${kind}\n`),
    }).toEqual({ given: true, tested: true, documented: true })
  })

  it.each(kinds)('%s says what to do in whole sentences', (kind) => {
    expect(EPS[kind].advice).toMatch(/^[A-Z`].{10,}[.?]$/)
  })

  it('never lets RUNE try again what may have run', () => {
    for (const kind of kinds)
      if (EPS[kind].retryable)
        expect({ kind, executed: EPS[kind].executed }).toEqual({ kind, executed: 'no' })
  })

  it('keeps critical for what touches the whole run', () => {
    expect(kinds.filter((kind) => EPS[kind].severity === 'critical')).toEqual([
      'audit-write',
      'internal',
    ])
  })

  it.each([
    [-32700, 'protocol_error'],
    [-32001, 'protocol_error'],
    [-32100, 'communication_error'],
    [-32205, 'validation_error'],
    [-32302, 'security_error'],
    [-32499, 'system_error'],
    [-32500, 'business_error'],
  ])('classifies %d as %s', (code, classification) => {
    expect(classify(code)).toBe(classification)
  })
})

describe('an EPS message', () => {
  const message = (node: string, kind: EpsKind) =>
    epsMessage({
      fault: fault(kind, `on ${node}`, { details: { plugin_code: 3 } }),
      stamp: { messageId: systemHost.uuid(), createdAt: systemHost.now() },
      trace: { traceId: '0'.repeat(32), spanId: '0'.repeat(16) },
      correlationId: 'INC-1',
      source: 'LMM',
      node,
      action: 'restart',
    })

  it.each(kinds)('of kind %s has its shape', (kind) => {
    expect(issuesOf('eps', message('web-1', kind))).toEqual([])
  })

  it('is about one node, so that nothing in it is critical, and says who has to look', () => {
    const { message_metadata: metadata, error_payload: payload } = message('web-1', 'internal')
    expect(metadata.priority).toBe('high')
    expect(payload.error_context).toMatchObject({
      severity: 'high',
      recoverable: true,
      escalation_required: true,
      system_impact: 'single_request',
      module_health_impact: 'none',
    })
  })

  it('has the same fingerprint for the same fault on another node, and another for another fault', () => {
    const print = (node: string, kind: EpsKind): string =>
      message(node, kind).observability.error_fingerprint
    expect(print('web-1', 'plugin-error')).toBe(print('web-2', 'plugin-error'))
    expect(print('web-1', 'plugin-error')).not.toBe(print('web-1', 'plugin-timeout'))
    const other = fault('plugin-error', 'x', { details: { plugin_code: 4 } })
    expect(fingerprint(other, 'restart')).not.toBe(print('web-1', 'plugin-error'))
  })
})
