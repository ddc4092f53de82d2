import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Box, openBox, told } from './pull-box.ts'

let box: Box
beforeEach(async () => {
  box = await openBox()
})
afterEach(async () => {
  expect(box.github.misfits).toEqual([])
  await box.stop()
})

/** The branch's policy with other text in it, as a pull request that carol approved. */
async function policy(change: (text: string) => string): Promise<void> {
  const head = await box.commit('rune.yaml', change(box.git('show', 'HEAD:rune.yaml')))
  const reviews = [{ by: 'carol', head }]
  const pull = { number: 50, author: 'alice', merged: head, reviews }
  box.github.state.pulls = [...box.github.state.pulls, pull]
}

const answerTo = (ending: string, status: number, body = '{"message": "x"}'): void => {
  box.github.state.instead = (call) => (call.endsWith(ending) ? { status, body } : undefined)
}

describe('the age of a request, as GitHub tells it', () => {
  const daysAgo = (days: number): string =>
    new Date(Date.now() - days * 24 * 3600 * 1000).toISOString()
  const createdAt = (created: string): void => {
    box.github.state.runs = [{ id: 77, title: 'Remediate: look', created }]
  }
  const ageOf = (age: string): Promise<void> =>
    policy((text) => text.replace('limits:', `limits:\n    request-age: ${age}`))

  it('is no reason to refuse a run that was just started', async () => {
    createdAt(daysAgo(0.5))
    expect(told(await box.plan({ action: 'look' }))).toBe('')
    expect(box.warnings).toEqual([])
  })

  it('refuses a re-run of a run of 29 days ago, also where it only reads (D05)', async () => {
    createdAt(daysAgo(29))
    expect(told(await box.plan({ action: 'look' }))).toMatch(
      /^request-expired: the request is too old: .*allowed are 24h/,
    )
    const report = await box.run({ triggeringActor: 'carol' })
    expect(report).toMatchObject({ status: 'refused', nodes: [] })
    expect(told(report)).toMatch(/request-expired/)
  })

  it('is held against the age that the policy of the branch allows', async () => {
    createdAt(daysAgo(1 / 24))
    await ageOf('30m')
    expect(told(await box.plan({ action: 'look' }))).toMatch(/^request-expired: .*allowed are 30m/)
    await policy((text) => text.replace('30m', '2h'))
    expect(told(await box.plan({ action: 'look' }))).toBe('')
  })

  it.each<[string, number, string]>([
    ['is not allowed', 403, '{"message": "Resource not accessible by integration"}'],
    ['says that there is no such run', 404, '{"message": "Not Found"}'],
    ['gives another run', 200, '{"id": 78, "created_at": "2026-01-01T00:00:00Z"}'],
    ['gives a time that is none', 200, '{"id": 77, "created_at": "yesterday"}'],
    ['gives none', 200, '{"id": 77}'],
  ])(
    'is not known where GitHub %s: a warning, and refused where the policy names an age',
    async (_, status, body) => {
      answerTo('/actions/runs/77', status, body)
      expect(told(await box.plan({ action: 'look' }))).toBe('')
      expect(box.warnings).toEqual([expect.stringContaining('created is not known: GitHub')])
      await ageOf('30m')
      expect(told(await box.plan({ action: 'look' }))).toMatch(/^request-expired: it is not known/)
    },
  )
})

describe('teams that the policy names', () => {
  const SRE = 'GET /orgs/octo/teams/sre/memberships/'
  const only = (who: string): Promise<void> =>
    policy((text) => text.replace('- "*"', `- ${who}`).replace("- '*'", `- ${who}`))
  const membershipCalls = (): readonly string[] =>
    box.github.calls.filter((call) => call.includes('/teams/'))

  it('are not asked for where it names none', async () => {
    await box.plan({ action: 'look' })
    expect(membershipCalls()).toEqual([])
  })

  it('cover who is in them now', async () => {
    await only('team:sre')
    box.github.state.teams = { sre: { alice: 'active' } }
    expect(told(await box.plan({ action: 'look' }))).toBe('')
    expect(membershipCalls()).toEqual([`${SRE}alice`])
    expect(box.warnings).toEqual([])
  })

  it.each<[string, Box['github']['state']['teams']]>([
    ['who is in another', { sre: {}, ops: { alice: 'active' } }],
    ['who was invited and has not accepted', { sre: { alice: 'pending' } }],
    ['anybody where there is no such team', {}],
  ])('do not cover %s', async (_, teams) => {
    await only('team:sre')
    box.github.state.teams = teams
    const text = told(await box.plan({ action: 'look' }))
    expect(text).toMatch(
      /^policy-denied: policy\.allow has no entry for: look \(read\) on web-1 by/,
    )
    expect(text).not.toContain('not known')
    expect(box.warnings).toEqual([])
  })

  it('have to cover both who started the run and who started it again', async () => {
    await only('team:sre')
    const asked = { action: 'look', triggeringActor: 'bob' } as const
    box.github.state.teams = { sre: { alice: 'active' } }
    expect(told(await box.plan(asked))).toMatch(/^policy-denied: .* by bob through/)
    box.github.state.teams = { sre: { bob: 'active' } }
    expect(told(await box.plan(asked))).toMatch(/^policy-denied: .* by alice through/)
    box.github.state.teams = { sre: { alice: 'active', bob: 'active' } }
    expect(told(await box.plan(asked))).toBe('')
  })

  it('cover nobody where the token may not read them, and a warning names the permission', async () => {
    await only('team:sre')
    box.github.state.teams = { sre: { alice: 'active' } }
    answerTo('/memberships/alice', 403, '{"message": "Resource not accessible by integration"}')
    expect(told(await box.plan({ action: 'look' }))).toMatch(
      /^policy-denied: .*who is in team:sre is not known here/,
    )
    expect(box.warnings).toEqual([expect.stringMatching(/^Who is in team:sre .*`Members: read`/)])
    expect(box.warnings[0]).not.toContain('permissions:')
  })

  it('do not keep back whom another entry covers', async () => {
    await policy((text) => text.replace(/- ["']\*["']/, '- team:sre\n        - alice'))
    answerTo('/memberships/alice', 403)
    expect(told(await box.plan({ action: 'look' }))).toBe('')
    expect(box.warnings).toHaveLength(1)
  })

  it.each<[string, number, string]>([
    ['of somebody else', 200, '{"url": "https://x/memberships/bob", "state": "active"}'],
    ['in a state that nobody knows', 200, '{"url": "https://x/memberships/alice", "state": "x"}'],
    ['that is empty', 200, '{}'],
    ['that is an error each time', 500, '{}'],
  ])('are not known after an answer %s', async (_, status, body) => {
    await only('team:sre')
    answerTo('/memberships/alice', status, body)
    expect(told(await box.plan({ action: 'look' }))).toContain('not known here')
    expect(box.warnings).toEqual([expect.stringContaining("GitHub's API")])
  })

  it('are not asked for under a name that leads elsewhere or that no team has', async () => {
    await policy((text) =>
      text.replace(/- ["']\*["']/, '- team:..\n        - "team:SRE"\n        - team:ops'),
    )
    box.github.state.teams = { SRE: { alice: 'active' } }
    // The address of a membership in the organization, which everybody there has.
    answerTo('/orgs/octo/memberships/alice', 200, '{"url": "x", "state": "active"}')
    expect(told(await box.plan({ action: 'look' }))).toMatch(/^policy-denied/)
    expect(box.github.calls.filter((call) => call.includes('/orgs/'))).toEqual([
      'GET /orgs/octo/teams/ops/memberships/alice',
    ])
    expect(box.warnings).toEqual([
      expect.stringMatching(/^team:\.\. .*slug/),
      expect.stringMatching(/^team:SRE .*slug/),
    ])
  })

  it('are not asked for an App, which is in none', async () => {
    await only('team:sre')
    expect(told(await box.plan({ action: 'look', actor: 'relay[bot]' }))).toMatch(/^policy-denied/)
    expect(membershipCalls()).toEqual([])
  })

  it('are those of break glass too', async () => {
    const glass = '{ actors: ["team:sre"], relaxes: [windows], ticket: "INC-[0-9]+" }'
    await policy((text) => text.replace('  limits:', `  break-glass: ${glass}\n  limits:`))
    await box.plan({ action: 'look' })
    expect(membershipCalls()).toEqual([`${SRE}alice`])
  })

  it('are too many to ask for where it names more than fifty', async () => {
    const many = Array.from({ length: 51 }, (_, n) => `- team:t${n}`).join('\n        ')
    await policy((text) => text.replace(/- ["']\*["']/, many))
    expect(told(await box.plan({ action: 'look' }))).toContain('not known here')
    expect(membershipCalls()).toEqual([])
    expect(box.warnings).toEqual([expect.stringContaining('names 51 teams; at most 50')])
  })
})
