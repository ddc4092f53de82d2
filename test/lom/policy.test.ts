import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpen } from '../../src/lom/policy/windows.ts'
import { GATE_NAMES } from '../../src/lom/policy.ts'
import {
  APPROVALS,
  EXAMPLES,
  gateTable,
  type Judged,
  judge,
  MAIN,
  refusalsOf,
  runeYaml,
} from './gate-examples.ts'

/** Gate names of the refusals. */
const refusedBy = async (judged: Judged): Promise<readonly string[]> =>
  (await refusalsOf(judged)).map(([gate]) => gate)

const CI = { trigger: 'workflow_dispatch' } as const

describe('every gate', () => {
  it('has one example, which it alone refuses', async () => {
    expect(EXAMPLES.map(({ gate }) => gate)).toEqual(GATE_NAMES)
    for (const example of EXAMPLES) expect(await refusedBy(example)).toEqual([example.gate])
  })

  it('is shown in docs/policy.md as it refuses (npm run generate)', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/policy.md'), 'utf8')
    expect(page).toContain(await gateTable())
  })

  it('tells its refusal together with those of the others', async () => {
    expect(
      await refusedBy({
        policy:
          '  allow: []\n  maintenance: { on: true }\n  freezes:\n    - { from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z", effects: [change] }\n  limits: { transports: [local], max-targets: 1, refs: [release] }',
        request: { ...CI, break_glass: true },
        about: { versioned: false, reason: 'outside git' },
      }),
    ).toEqual([
      'limits',
      'allow-list',
      'freezes',
      'maintenance',
      'break-glass',
      'transports',
      'unversioned',
      'refs',
    ])
  })
})

describe('an entry of the allow list', () => {
  const teams = new Map([
    ['alice', ['sre', 'web']],
    ['bob', []],
  ])
  it.each([
    ['*', 'anybody', true],
    ['alice', 'alice', true],
    ['user:alice', 'alice', true],
    ['Alice', 'alice', false],
    ['user:alice', 'Alice', false],
    ['app:relay', 'relay[bot]', true],
    ['relay[bot]', 'relay[bot]', true],
    ['app:relay', 'relay', false],
    ['user:relay', 'relay[bot]', false],
    ['team:sre', 'alice', true],
    ['team:sre', 'bob', false],
    ['team:sre', 'carol', false],
    ['team:sre', 'sre', false],
    ['team:alice', 'alice', false],
    ['*', '', true],
    ['alice', '', false],
  ])('%s covers %s: %s', async (entry, actor, allowed) => {
    const policy = `  allow:\n    - { effects: [read, change], actors: [${JSON.stringify(entry)}], triggers: [cli] }`
    expect(await refusedBy({ policy, request: { actor }, moment: { teams } })).toEqual(
      allowed ? [] : ['allow-list'],
    )
  })

  it('of a team covers nobody where teams are not known, and says so', async () => {
    const policy =
      '  allow:\n    - { effects: [read, change], actors: ["team:sre"], triggers: [cli] }'
    const [[gate, reason] = []] = await refusalsOf({ policy })
    expect(gate).toBe('allow-list')
    expect(reason).toContain('who is in team:sre is not known here: GitHub was not asked, or')
  })

  it('has to cover who pressed the button of a re-run as well', async () => {
    const policy =
      '  allow:\n    - { effects: [read, change], actors: [alice], triggers: [workflow_dispatch] }'
    expect(await refusedBy({ policy, request: CI })).toEqual([])
    const [[, reason] = []] = await refusalsOf({
      policy,
      request: { ...CI, triggering_actor: 'mallory' },
    })
    expect(reason).toContain('by mallory through workflow_dispatch')
    expect(reason).not.toContain('by alice')
  })
})

describe('a window', () => {
  const window = (from: string, to: string, more: { zone?: string; days?: string[] } = {}) => ({
    effects: ['change' as const],
    zone: 'Europe/Berlin',
    from,
    to,
    ...more,
  })
  // Berlin is at UTC+1; its clocks go forward on 2026-03-29 at 01:00 UTC and back on 2026-10-25 at 01:00 UTC.
  it.each([
    ['a second before it opens', window('09:00', '16:00'), '2026-11-23T07:59:59.999Z', false],
    ['when it opens', window('09:00', '16:00'), '2026-11-23T08:00:00.000Z', true],
    ['a second before it closes', window('09:00', '16:00'), '2026-11-23T14:59:59.999Z', true],
    ['when it closes', window('09:00', '16:00'), '2026-11-23T15:00:00.000Z', false],
    ['the last minute of a day', window('23:00', '24:00'), '2026-11-23T22:59:59.000Z', true],
    ['midnight after it', window('23:00', '24:00'), '2026-11-23T23:00:00.000Z', false],
    [
      'a day of its range',
      window('09:00', '16:00', { days: ['mon-thu'] }),
      '2026-11-26T09:00:00.000Z',
      true,
    ],
    [
      'the day after its range',
      window('09:00', '16:00', { days: ['mon-thu'] }),
      '2026-11-27T09:00:00.000Z',
      false,
    ],
    [
      'a range over the weekend',
      window('09:00', '16:00', { days: ['fri-mon'] }),
      '2026-11-22T09:00:00.000Z',
      true,
    ],
    [
      'outside of it',
      window('09:00', '16:00', { days: ['fri-mon'] }),
      '2026-11-24T09:00:00.000Z',
      false,
    ],
    [
      'before midnight on its day',
      window('22:00', '04:00', { days: ['fri'] }),
      '2026-11-27T21:30:00.000Z',
      true,
    ],
    [
      'after midnight on the next day',
      window('22:00', '04:00', { days: ['fri'] }),
      '2026-11-28T02:59:59.000Z',
      true,
    ],
    [
      'when it closes there',
      window('22:00', '04:00', { days: ['fri'] }),
      '2026-11-28T03:00:00.000Z',
      false,
    ],
    [
      'after midnight on its own day',
      window('22:00', '04:00', { days: ['fri'] }),
      '2026-11-27T01:00:00.000Z',
      false,
    ],
    [
      'sunday to monday',
      window('22:00', '04:00', { days: ['sun'] }),
      '2026-11-23T01:00:00.000Z',
      true,
    ],
    ['before the gap', window('02:00', '03:00'), '2026-03-29T00:59:59.000Z', false],
    ['in an hour that is skipped', window('02:00', '03:00'), '2026-03-29T01:00:00.000Z', false],
    ['after the gap it reaches over', window('02:30', '03:30'), '2026-03-29T01:00:00.000Z', true],
    ['the first of two hours', window('02:00', '03:00'), '2026-10-25T00:30:00.000Z', true],
    ['the second of two hours', window('02:00', '03:00'), '2026-10-25T01:30:00.000Z', true],
    ['after both', window('02:00', '03:00'), '2026-10-25T02:00:00.000Z', false],
    [
      'another zone',
      window('09:00', '16:00', { zone: 'Asia/Kathmandu' }),
      '2026-11-23T03:15:00.000Z',
      true,
    ],
  ])('%s', (_title, one, now, open) => {
    expect(isOpen(one, now)).toBe(open)
  })

  it('shuts only the effects that it names', async () => {
    const policy =
      '  windows:\n    - { effects: [destructive], zone: UTC, from: "01:00", to: "02:00" }'
    expect(await refusedBy({ policy, request: { runbook: 'restart' } })).toEqual([])
    expect(await refusedBy({ policy, request: { runbook: 'wipe' } })).toEqual(['windows'])
  })

  it('is one of several, any of which may be open', async () => {
    const policy =
      '  windows:\n    - { effects: [change], zone: UTC, from: "01:00", to: "02:00" }\n    - { effects: [change], zone: UTC, days: [sat], from: "12:00", to: "12:01" }'
    expect(await refusedBy({ policy })).toEqual([])
    expect(await refusedBy({ policy, moment: { now: '2026-11-21T12:01:00.000Z' } })).toEqual([
      'windows',
    ])
  })
})

describe('a freeze', () => {
  const policy =
    '  freezes:\n    - { from: "2026-12-20T00:00:00Z", to: "2027-01-02T00:00:00+01:00", effects: [change] }'
  it.each([
    ['2026-12-19T23:59:59.999Z', []],
    ['2026-12-20T00:00:00.000Z', ['freezes']],
    ['2027-01-01T22:59:59.999Z', ['freezes']],
    ['2027-01-01T23:00:00.000Z', []],
  ])('at %s: %j', async (now, gates) => {
    expect(await refusedBy({ policy, moment: { now } })).toEqual(gates)
  })

  it('leaves reads alone, as maintenance does', async () => {
    const both = `${policy}\n  maintenance: { on: true }`
    const moment = { now: '2026-12-24T18:00:00.000Z' }
    expect(await refusedBy({ policy: both, moment, request: { runbook: 'look' } })).toEqual([])
    expect(await refusedBy({ policy: both, moment })).toEqual(['freezes', 'maintenance'])
  })
})

describe('the branch of a run', () => {
  const at = (name: string, limits = '') => ({
    policy: `  limits: { transports: [ssh]${limits} }`,
    request: CI,
    moment: { ref: { name, defaultBranch: 'main' } },
  })
  it.each([
    ['refs/heads/main', []],
    ['refs/heads/Main', ['refs']],
    ['refs/heads/main2', ['refs']],
    ['refs/tags/main', ['refs']],
    ['refs/pull/7/merge', ['refs']],
    ['main', ['refs']],
    ['HEAD', ['refs']],
    ['', ['refs']],
    ['0'.repeat(40), ['refs']],
    ['ABCDEF0123456789ABCDEF0123456789ABCDEF01', ['refs']],
    ['abc1234', ['refs']],
  ])('%s: %j', async (name, gates) => {
    expect(await refusedBy(at(name))).toEqual(gates)
  })

  it('is one of those that are listed, and then no other', async () => {
    expect(await refusedBy(at('refs/heads/release/1', ', refs: [release/1]'))).toEqual([])
    expect(await refusedBy(at('refs/heads/main', ', refs: [release/1]'))).toEqual(['refs'])
    expect(await refusedBy(at('refs/heads/main', ', refs: []'))).toEqual(['refs'])
  })

  it('is refused where it, or the default branch, is not known', async () => {
    const policy = runeYaml()
    const request = { request: CI }
    const unknown = await judge(policy, { ...request, moment: { ref: undefined as never } })
    const noDefault = await judge(policy, { ...request, moment: { ref: { name: MAIN.name } } })
    for (const result of [unknown, noDefault])
      expect(result.kind === 'plan' ? [] : result.problems.map(({ rule }) => rule)).toEqual([
        'refs',
      ])
  })

  it('does not matter on the command line', async () => {
    expect(await refusedBy({ moment: { ref: undefined as never } })).toEqual([])
  })
})

describe('the age of a request', () => {
  const policy = '  limits: { transports: [ssh], request-age: 15m }'
  it.each([
    [{ requestedAt: '2026-11-21T11:45:00Z' }, []],
    [{ requestedAt: '2026-11-21T11:44:59.999Z' }, ['request-age']],
    [{ requestedAt: '2026-10-23T12:00:00Z' }, ['request-age']],
    [{ requestedAt: 'yesterday' }, ['request-age']],
    [{}, ['request-age']],
  ])('is what GitHub says: %j: %j', async (moment, gates) => {
    expect(await refusedBy({ policy, request: CI, moment })).toEqual(gates)
  })

  it('is a day where the policy says nothing', async () => {
    const moment = { requestedAt: '2026-11-20T11:59:00Z' }
    const result = await judge(runeYaml(), { request: CI, moment })
    expect(result.kind).toBe('refused')
    if (result.kind === 'refused')
      expect(result.problems.map(({ kind }) => kind)).toEqual(['request-expired'])
  })

  it('is not what its sender says', async () => {
    const claimed = (issued_at: string, requestedAt: string) =>
      refusedBy({ policy, moment: { requestedAt }, request: { ...CI, issued_at } })
    expect(await claimed('2026-11-21T10:00:00Z', '2026-11-21T11:55:00Z')).toEqual([])
    expect(await claimed('2026-11-21T11:59:00Z', '2026-11-21T10:00:00Z')).toEqual(['request-age'])
  })
})

describe('break glass', () => {
  const policy = `  windows:
    - { effects: [change], zone: UTC, from: "01:00", to: "02:00" }
  freezes:
    - { from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z", effects: [change] }
  break-glass: { actors: ["user:alice"], relaxes: [windows, freezes], ticket: "INC-[0-9]+" }`
  const asked = { break_glass: true, reason: 'checkout is down', ticket: 'INC-7' } as const

  it('passes what it may, and the plan says who and why', async () => {
    const result = await judge(runeYaml(policy), { request: asked })
    if (result.kind !== 'plan') throw new Error(JSON.stringify(result.problems))
    expect(result.plan.break_glass).toEqual({
      by: ['alice'],
      reason: 'checkout is down',
      ticket: 'INC-7',
      relaxed: ['windows', 'freezes'],
    })
    const relaxed = result.plan.gates.filter(({ verdict }) => verdict === 'relaxed')
    expect(relaxed.map(({ gate }) => gate)).toEqual(['windows', 'freezes'])
    expect(relaxed[0]?.reason).toBe(
      'passed by break glass of alice for INC-7, "checkout is down"; else: no window of policy.windows is open: change only runs 01:00 to 02:00 UTC',
    )
  })

  it.each([
    ['no reason', { reason: undefined as never }],
    ['a reason of spaces', { reason: ' '.repeat(50) }],
    ['nine characters', { reason: '  ninechars  ' }],
    ['no ticket', { ticket: undefined as never }],
    ['a ticket of another form', { ticket: 'CHG-7' }],
    ['more around the ticket', { ticket: 'see INC-7' }],
    ['somebody who is not listed', { actor: 'eve' }],
    ['a re-run by somebody who is not listed', { triggering_actor: 'eve' }],
    ['a dispatch payload', { trigger: 'repository_dispatch' }],
    ['a schedule', { trigger: 'schedule' }],
  ] as const)('is refused with %s, and relaxes nothing then', async (_title, more) => {
    const gates = await refusedBy({ policy, request: { ...asked, ...more } })
    expect(gates).toEqual(expect.arrayContaining(['windows', 'freezes', 'break-glass']))
  })

  it('is refused where the policy knows nothing of it, also where nothing needs it', async () => {
    expect(await refusedBy({ request: asked })).toEqual(['break-glass'])
  })

  it('is said of a run that did not need it', async () => {
    const glass = policy.slice(policy.indexOf('  break-glass'))
    const result = await judge(runeYaml(glass), { request: asked })
    expect(result.kind === 'plan' && result.plan.break_glass?.relaxed).toEqual([])
  })

  it('passes no gate that the policy does not list, and never the others', async () => {
    const only = policy.replace('[windows, freezes]', '[windows]')
    expect(
      await refusedBy({
        policy: `${only}\n  allow: []\n  maintenance: { on: true }\n  limits: { transports: [], max-targets: 1, refs: [x], request-age: 1m }`,
        request: { ...asked, ...CI },
        about: { versioned: false, reason: 'outside git' },
      }),
    ).toEqual([
      'limits',
      'request-age',
      'allow-list',
      'freezes',
      'maintenance',
      'transports',
      'unversioned',
      'refs',
    ])
  })
})

describe('a policy of which anything is missing, empty or broken', () => {
  const BROKEN = ['', 'null', '[]', '{}', '"*"', '42', 'true', '[null]', '[{}]', '[""]']
  const field = (name: string, value: string): string => (value === '' ? '' : ` ${name}: ${value},`)
  const textOf = (
    actors: string,
    triggers: string,
    effects: string,
    limits: string,
    version: string,
  ): string => {
    const entry = `${field('actors', actors)}${field('triggers', triggers)}${field('effects', effects)}`
    return [
      ...(version === '' ? [] : [`version: ${version}`]),
      'policy:',
      `  allow: [{${entry.replace(/,$/, '')} }]`,
      APPROVALS.slice(1),
      ...(limits === '' ? [] : [`  limits: ${limits}`]),
      '',
    ].join('\n')
  }

  it('allows when nothing is', async () => {
    const good = textOf('["*"]', '[cli]', '[read, change]', '{ transports: [ssh] }', '1')
    expect((await judge(good, {})).kind).toBe('plan')
  })

  it('denies: every list of an entry, in every combination with a good one', async () => {
    const good = {
      actors: '["*"]',
      triggers: '[cli]',
      effects: '[read, change]',
    }
    const values = (one: keyof typeof good) => fc.constantFrom(good[one], ...BROKEN)
    await fc.assert(
      fc.asyncProperty(
        values('actors'),
        values('triggers'),
        values('effects'),
        fc.constantFrom('{ transports: [ssh] }', ...BROKEN),
        fc.constantFrom('1', ...BROKEN),
        async (actors, triggers, effects, limits, version) => {
          const whole = [actors, triggers, effects, limits, version]
          fc.pre(
            whole.join() !==
              [good.actors, good.triggers, good.effects, '{ transports: [ssh] }', '1'].join(),
          )
          const text = textOf(actors, triggers, effects, limits, version)
          const result = await judge(text, {})
          expect(result.kind, text).toBe('refused')
        },
      ),
      { numRuns: 150 },
    )
  })

  it.each(BROKEN)('denies with %j for a whole key', async (value) => {
    for (const key of [
      'allow',
      'limits',
      'approvals',
      'windows',
      'freezes',
      'maintenance',
      'break-glass',
    ]) {
      const required = key === 'allow' || key === 'limits'
      if (value === '' && !required) continue
      // A list of people that is empty is good, and covers nobody: the run itself does not need it.
      const policy = runeYaml().replace(
        new RegExp(`^ {2}${key}:[^]*?(?=^ {2}\\w|$(?![^]))`, 'm'),
        '',
      )
      const text = `${policy.trimEnd()}\n${value === '' ? '' : `  ${key}: ${value}\n`}`
      const result = await judge(text, {})
      expect([key, value, result.kind]).toEqual([key, value, 'refused'])
    }
  })

  it('denies without the file, and with one that cannot be read', async () => {
    for (const text of [undefined, '', 'version: 2\npolicy: {}\n', '\0', '{', 'a: &a 1\n', '- 1']) {
      const result = await judge(text, {})
      expect(result.kind === 'refused' && result.problems[0]?.kind, JSON.stringify(text)).toBe(
        'policy-unavailable',
      )
    }
  })

  it('denies with lists of limits that are empty', async () => {
    expect(await refusedBy({ policy: '  limits: { transports: [] }' })).toEqual(['transports'])
    expect(
      await refusedBy({
        policy: '  limits: { transports: [ssh], unversioned: [] }',
        about: { versioned: false, reason: 'x' },
        request: { runbook: 'look' },
      }),
    ).toEqual(['unversioned'])
  })
})
