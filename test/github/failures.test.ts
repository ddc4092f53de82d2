import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../support/fake-github.ts'
import { type Box, openBox, told } from './pull-box.ts'

const html = { 'content-type': 'text/html' }
const inSeconds = (seconds: number): string => String(Math.floor(Date.now() / 1000) + seconds)

describe('what GitHub does not answer as it should', () => {
  let box: Box
  /** What a plan asks that may run. */
  let asked: readonly string[]

  beforeEach(async () => {
    box = await openBox()
    await box.squash('echo 1\n')
    expect(told(await box.plan())).toBe('')
    // Recorded only, or needed only by some policies; every other answer is needed.
    asked = [...new Set(box.github.calls)].filter((call) => !/\/runs\/77(\/approvals)?$/.test(call))
    expect(asked.length).toBeGreaterThan(5)
  })
  afterEach(() => box.stop())

  /** The refusals when this answer comes in place of each call, or only of its first time. */
  async function planWith(reply: Reply | 'hang', more: Parameters<Box['plan']>[0] = {}) {
    const refusals: string[] = []
    for (const call of asked) {
      box.github.state.instead = (one) => (one === call ? reply : undefined)
      refusals.push(told(await box.plan(more)))
    }
    return refusals
  }

  it.each<[string, string, Reply]>([
    ['500', 'gh-unavailable', { status: 500, body: '{"message": "oops"}' }],
    ['502 with a page of HTML', 'gh-unavailable', { status: 502, headers: html, body: '<html>' }],
    ['half of a JSON text', 'gh-inconsistent', { status: 200, body: '{"default_branch": "ma' }],
    ['an empty object', 'gh-inconsistent', { status: 200, body: '{}' }],
    ['an empty answer', 'gh-inconsistent', { status: 200 }],
    // GitHub's own package stumbles over it in GraphQL.
    ['null', 'gh-(inconsistent|unavailable)', { status: 200, body: 'null' }],
    ['a page of HTML', 'gh-inconsistent', { status: 200, headers: html, body: '<html>' }],
    ['401', 'gh-forbidden', { status: 401, body: '{"message": "Bad credentials"}' }],
    ['418', 'gh-inconsistent', { status: 418, body: '{}' }],
    [
      '403 that names no limit (G11)',
      'gh-forbidden',
      { status: 403, body: '{"message": "Resource not accessible by integration"}' },
    ],
  ])('denies for %s, whichever answer it is', async (_, kind, reply) => {
    for (const refusal of await planWith(reply))
      expect(refusal).toMatch(new RegExp(`^${kind}: GitHub's API`))
  })

  it('takes 404 for a permission that is missing, which it names (G11), or for no access', async () => {
    const refusals = await planWith({ status: 404, body: '{"message": "Not Found"}' })
    for (const [at, call] of asked.entries()) {
      const refused = call.includes('/collaborators/')
        ? /^approval-bot/
        : /^gh-forbidden: .*: read`/
      expect(refusals[at]).toMatch(refused)
    }
    const needs = asked.findIndex((call) => call.endsWith('/pulls'))
    expect(refusals[needs]).toBe(
      "gh-forbidden: GitHub's API: GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls is answered 404: the job's token may not read it; add `pull-requests: read` to its `permissions:`",
    )
  })

  it('tries a passing failure again, and waits longer each time', async () => {
    const fresh = await openBox()
    fresh.github.state.instead = (call, count) =>
      call.endsWith('/graphql') && count <= 2 ? { status: 502, body: '' } : undefined
    expect(told(await fresh.plan())).toBe('')
    expect(fresh.host.waits).toEqual([1000, 2000])
    await fresh.stop()
  })

  it.each<[string, Reply, number[]]>([
    [
      '429 that says how long',
      { status: 429, headers: { 'retry-after': '7' }, body: '{}' },
      [7000],
    ],
    [
      'a secondary limit without any number',
      {
        status: 403,
        body: '{"message": "x", "documentation_url": "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits"}',
      },
      [60_000],
    ],
    [
      'GraphQL that says that it is too much',
      { status: 200, body: '{"errors": [{"type": "RATE_LIMITED", "message": "x"}]}' },
      [60_000],
    ],
  ])('waits as told for %s, where that fits its time (G09)', async (_, reply, waits) => {
    const fresh = await openBox()
    const graphql = reply.status === 200
    fresh.github.state.instead = (call, count) =>
      count === 1 && call.endsWith(graphql ? '/graphql' : '/branches/main') ? reply : undefined
    expect(told(await fresh.plan({ deadlineMs: 600_000 }))).toBe('')
    expect(fresh.host.waits).toEqual(waits)
    await fresh.stop()
  })

  it.each<[string, () => Reply]>([
    [
      'the hour is used up',
      () => ({
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(1800) },
        body: '{}',
      }),
    ],
    [
      'it is told to wait for long',
      () => ({ status: 429, headers: { 'retry-after': '900' }, body: '{}' }),
    ],
    ['it is told nothing', () => ({ status: 429, body: '{}' })],
  ])('denies with the time of the next try when %s (G09)', async (_, reply) => {
    for (const refusal of await planWith(reply()))
      expect(refusal).toMatch(/^gh-rate-limited: .* again at 20\d\d-\d\d-\d\dT/)
    expect(box.host.waits).toEqual([])
  })

  it('follows no redirect, so that the token goes nowhere else (G10)', async () => {
    const seen: unknown[] = []
    const other = createServer((request, response) => {
      seen.push(request.headers.authorization)
      response.end('{}')
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const headers = { location: `http://127.0.0.1:${port}/repos/octo/recovery` }
    for (const status of [302, 308])
      for (const refusal of await planWith({ status, headers, body: '' }))
        expect(refusal).toMatch(/^gh-inconsistent: .*redirects/)
    other.close()
    expect(seen).toEqual([])
  })

  it('stops reading an answer that is too large, and waits for none that does not come (G10)', async () => {
    const [first = ''] = asked
    const body = Buffer.alloc(100 * 1024 * 1024, ' ')
    box.github.state.instead = (call) => (call === first ? { status: 200, body } : undefined)
    expect(told(await box.plan())).toMatch(/^gh-inconsistent: .*more than 8388608 bytes/)
    box.github.state.instead = (call) => (call === first ? 'hang' : undefined)
    const began = performance.now()
    expect(told(await box.plan({ callMs: 100 }))).toMatch(/^gh-unavailable: .*not answer in time/)
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  it('denies where nothing listens', async () => {
    const { origin } = box.github
    await box.github.stop()
    expect(told(await box.plan())).toMatch(/^gh-unavailable: .*cannot be reached/)
    expect(origin).toMatch(/^http/)
    Object.assign(box, { stop: box.project.cleanup })
  })

  it('denies when a list has more than it gives, or its second page fails (G07)', async () => {
    const graphql = asked.find((call) => call.endsWith('/graphql')) ?? ''
    const review = { by: 'dave', state: 'COMMENTED', head: null } as const
    box.github.state.pulls = box.github.state.pulls.map((pull) => ({
      ...pull,
      reviews: [...(pull.reviews ?? []), ...Array(150).fill(review)],
    }))
    const answers: string[] = []
    let count = 0
    box.github.state.instead = (call) => {
      if (call !== graphql) return undefined
      count += 1
      return count === 2 ? { status: 404, body: '{}' } : undefined
    }
    answers.push(told(await box.plan()))
    expect(answers).toEqual([expect.stringMatching(/^gh-forbidden/)])
    const partial = {
      number: 2,
      merged: true,
      baseRefName: 'main',
      author: { __typename: 'User', login: 'alice' },
      mergeCommit: { oid: box.git('rev-parse', 'HEAD') },
      reviews: {
        totalCount: 3,
        pageInfo: { hasNextPage: false, endCursor: null },
        nodes: [],
      },
      commits: { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
      timelineItems: { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
    }
    const one = (pullRequest: unknown): Reply => ({
      status: 200,
      body: JSON.stringify({ data: { repository: { pullRequest } } }),
    })
    for (const body of [partial, { ...partial, number: 7 }, { ...partial, merged: false }, null]) {
      box.github.state.instead = (call) => (call === graphql ? one(body) : undefined)
      expect(told(await box.plan())).toMatch(/^gh-inconsistent: /)
    }
  })

  it('denies for every GraphQL error, also beside data', async () => {
    const graphql = asked.find((call) => call.endsWith('/graphql')) ?? ''
    for (const [type, kind] of [
      ['FORBIDDEN', 'gh-forbidden'],
      ['NOT_FOUND', 'gh-forbidden'],
      ['SOMETHING', 'gh-inconsistent'],
    ]) {
      const body = JSON.stringify({ data: { repository: null }, errors: [{ type, message: 'x' }] })
      box.github.state.instead = (call) => (call === graphql ? { status: 200, body } : undefined)
      expect(told(await box.plan())).toMatch(new RegExp(`^${kind}: `))
    }
  })

  it('denies what only reads too when the branch cannot be read: its policy is not known', async () => {
    box.github.state.instead = (call) =>
      call.endsWith('/branches/main') ? { status: 503, body: '' } : undefined
    expect(told(await box.plan({ action: 'look' }))).toMatch(/^gh-unavailable/)
  })
})
