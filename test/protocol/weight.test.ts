import { describe, expect, it } from 'vitest'
import { EPS, type EpsKind, type Executed, type Severity } from '../../src/protocol/eps.ts'
import { priorityOf, weigh } from '../../src/protocol/weight.ts'

const at = (kind: EpsKind, executed: Executed, oneNode: boolean) =>
  weigh(kind, EPS[kind], { executed, oneNode })

describe('the severity of an error', () => {
  it('is not critical on one node, whatever happened there', () => {
    for (const kind of Object.keys(EPS) as EpsKind[])
      expect({ kind, severity: at(kind, 'unknown', true).severity }).not.toMatchObject({
        severity: 'critical',
      })
    expect(at('internal', 'unknown', true)).toMatchObject({
      severity: 'high',
      systemImpact: 'single_request',
    })
  })

  it('is critical for a whole run that cannot go on', () => {
    expect(at('audit-write', 'no', false)).toMatchObject({
      severity: 'critical',
      systemImpact: 'system_wide',
      escalate: true,
    })
  })
})

describe('the priority of an error', () => {
  it.each<[Severity, Executed, boolean, Severity]>([
    ['high', 'no', true, 'medium'],
    ['medium', 'no', true, 'low'],
    ['low', 'no', true, 'low'],
    ['high', 'no', false, 'high'],
    ['medium', 'yes', false, 'medium'],
    // Retryable by its kind, but this time it is not known that nothing ran.
    ['medium', 'unknown', true, 'high'],
    ['low', 'unknown', false, 'high'],
    ['critical', 'unknown', false, 'critical'],
  ])(
    'of severity %s, executed %s, tried again %s, is %s',
    (severity, executed, again, expected) => {
      expect(priorityOf(severity, executed, again)).toBe(expected)
    },
  )
})

describe('the impact of an error', () => {
  it.each<[EpsKind, string, string]>([
    ['version-conflict', 'module', 'failed'],
    ['output-schema', 'single_request', 'degraded'],
    ['plugin-error', 'single_request', 'none'],
    ['connect-refused', 'single_request', 'none'],
  ])('of %s is on %s, and its module is %s', (kind, systemImpact, moduleHealth) => {
    expect(at(kind, EPS[kind].executed, true)).toMatchObject({ systemImpact, moduleHealth })
  })

  it('needs a person where nobody knows what ran', () => {
    expect(at('connection-lost', 'unknown', true).escalate).toBe(true)
    expect(at('connection-lost', 'no', true).escalate).toBe(false)
  })
})
