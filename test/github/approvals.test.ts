import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openGitHub } from '../../src/github/github.ts'
import type { FakePull, FakeReview } from '../support/fake-github.ts'
import { type Box, openBox, TOKEN, told } from './pull-box.ts'

describe('approval by content', () => {
  let box: Box
  beforeEach(async () => {
    box = await openBox()
  })
  afterEach(async () => {
    // Whatever was scripted: the fake gave only answers that GitHub's own descriptions allow.
    expect(box.github.misfits).toEqual([])
    expect(box.github.calls.every((call) => !call.includes('undefined'))).toBe(true)
    await box.stop()
  })
  const provenanceOf = (answer: Awaited<ReturnType<Box['plan']>>) =>
    answer.kind === 'invalid' ? undefined : answer.provenance

  it('lets a squash run whose head was approved with the same content, and says by whom', async () => {
    const { merged, reviews } = await box.squash('echo 1\n')
    const answer = await box.plan()
    expect(told(answer)).toBe('')
    const { approval_source: source, approvals = [] } = provenanceOf(answer) ?? {}
    expect(source).toBe('github')
    expect(approvals.find(({ path }) => path === 'plugins/ops/restart.sh')).toEqual({
      path: 'plugins/ops/restart.sh',
      blob: box.git('rev-parse', 'HEAD:plugins/ops/restart.sh'),
      commit: merged,
      pull: 2,
      head: reviews?.[0]?.head,
      approvers: ['carol'],
    })
    expect(approvals.filter(({ baseline }) => baseline).map(({ path }) => path)).toEqual([
      'inventory.yaml',
      'plugins/lib/rune_bpcs.sh',
      'plugins/ops/look.sh',
      'plugins/ops/module.yaml',
    ])
    expect([...box.github.tokens]).toEqual([`token ${TOKEN}`])
    expect([...box.github.versions]).toEqual(['2022-11-28'])
  })

  it('goes on to the node then, where this run finds nothing to log in with', async () => {
    await box.squash('echo 1\n')
    expect(told(await box.run())).toMatch(/^(internal|credentials-missing): /)
  })

  it('reads a pull request and a reviewer once, however many files came with them', async () => {
    await box.squash('echo 1\n')
    await box.plan()
    const { calls } = box.github
    expect(calls.filter((call) => call.includes('/carol/permission'))).toHaveLength(1)
    // Two pull requests, and the files at the head of each.
    expect(calls.filter((call) => call.endsWith('/graphql'))).toHaveLength(4)
  })

  it('asks nothing but where the branch is for a plan that only reads', async () => {
    const answer = await box.plan({ action: 'look' })
    expect(told(answer)).toBe('')
    expect(provenanceOf(answer)).toMatchObject({ approval_source: 'not-needed' })
    expect(box.github.calls.filter((call) => /graphql|pulls|collaborators/.test(call))).toEqual([])
  })

  const at = (second: number): string => `2026-01-02T00:00:${String(second).padStart(2, '0')}Z`
  const OTHER = 'b'.repeat(40)

  /** Reviews and pushes of the pull request; `head` is its last one. */
  type Timeline = (at: { readonly head: string; readonly merged: string }) => Partial<FakePull>
  const reviews =
    (...list: readonly Partial<FakeReview>[]): Timeline =>
    ({ head }) => ({ reviews: list.map((one) => ({ by: 'carol', head, ...one })) })

  it.each<[string, string, string, Timeline]>([
    [
      'an approval that a force-push carried over to another head (G01)',
      'approval-stale',
      'force-push',
      ({ head }) => ({
        reviews: [{ by: 'carol', head, at: at(1) }],
        forcePushes: [{ at: at(2), by: 'alice', before: OTHER, after: head }],
      }),
    ],
    [
      'the same in the very second of the push (G02: commits may claim any date, none is looked at)',
      'approval-stale',
      'force-push',
      ({ head }) => ({
        reviews: [{ by: 'carol', head, at: at(2) }],
        forcePushes: [{ at: at(2), by: 'alice', before: OTHER, after: head }],
      }),
    ],
    [
      'an approval of a head that nobody knows to have been there before a force-push',
      'approval-stale',
      'force-push',
      ({ head }) => ({
        reviews: [{ by: 'carol', head, at: at(1) }],
        forcePushes: [{ at: at(2), by: 'alice', before: OTHER, after: 'c'.repeat(40) }],
      }),
    ],
    [
      'an approval of a head with another content',
      'approval-stale',
      'the file is another',
      ({ merged }) => ({ reviews: [{ by: 'carol', head: `${merged}` }] }),
    ],
    ['an approval without a head', 'approval-stale', 'which head', reviews({ head: null })],
    ['no review', 'approval-missing', '0 of 1', reviews()],
    [
      'a review that is not sent (G13)',
      'approval-missing',
      '0 of 1',
      reviews({ state: 'PENDING', at: null }),
    ],
    ['comments only', 'approval-missing', '0 of 1', reviews({ state: 'COMMENTED' })],
    [
      'an approval that was dismissed, which revives no older one (G04)',
      'approval-missing',
      '0 of 1',
      reviews({ at: at(1) }, { state: 'DISMISSED', at: at(2) }),
    ],
    [
      'changes requested after an approval (G04)',
      'approval-missing',
      '0 of 1',
      reviews({ state: 'CHANGES_REQUESTED', at: at(2) }, { at: at(1) }),
    ],
    ['an approval by the author (G05)', 'approval-self', 'alice', reviews({ by: 'alice' })],
    [
      'an approval by a co-author, in other letters (G05)',
      'approval-self',
      'Carol',
      ({ head }) => ({
        reviews: [{ by: 'Carol', head }],
        commits: [{ authors: ['alice', null] }, { authors: ['alice', 'carol'] }],
      }),
    ],
    [
      'an approval by the committer (G05)',
      'approval-self',
      'carol',
      ({ head }) => ({
        reviews: [{ by: 'carol', head }],
        commits: [{ authors: ['alice'], committer: 'carol' }],
      }),
    ],
    [
      'an approval by who force-pushed (G05)',
      'approval-self',
      'carol',
      ({ head }) => ({
        reviews: [{ by: 'carol', head, at: at(3) }],
        forcePushes: [{ at: at(2), by: 'carol', before: OTHER, after: head }],
      }),
    ],
    ['an approval by a bot (G06)', 'approval-bot', 'App', reviews({ by: 'github-actions[bot]' })],
    ['an approval by a deleted account (G06)', 'approval-bot', 'deleted', reviews({ by: null })],
    [
      'an approval by who may only read (G06)',
      'approval-bot',
      'only read',
      reviews({ by: 'erin' }),
    ],
    [
      'an approval by who has no access now (G06)',
      'approval-bot',
      'not even read',
      reviews({ by: 'zoe' }),
    ],
    [
      'a pull request into another branch (G08)',
      'approval-missing',
      'into another branch',
      () => ({ base: 'develop' }),
    ],
    [
      'a pull request that was closed (G08)',
      'approval-missing',
      'no pull request',
      () => ({ merged: null }),
    ],
  ])('does not count %s', async (_, kind, text, timeline) => {
    const permissions = { ...box.github.state.permissions, Carol: 'write' as const }
    box.github.state.permissions = permissions
    // The commit before has other content at the path, and is where a head may be looked up.
    await box.squash('echo 1\n', (place) => {
      const merged = box.git('rev-parse', 'HEAD~1')
      return timeline({ ...place, merged })
    })
    const answer = await box.run()
    expect(answer).toMatchObject({ status: 'refused', nodes: [] })
    expect(told(answer)).toMatch(new RegExp(`^${kind}: `))
    expect(told(answer)).toContain('plugins/ops/restart.sh')
    expect(told(answer)).toContain(text)
  })

  it.each<[string, Timeline]>([
    ['comments after it', reviews({ at: at(1) }, { state: 'COMMENTED', at: at(2) })],
    [
      'an older refusal before it',
      reviews({ state: 'CHANGES_REQUESTED', at: at(1) }, { at: at(2) }),
    ],
    [
      'a force-push before it',
      ({ head }) => ({
        reviews: [{ by: 'carol', head, at: at(3) }],
        forcePushes: [{ at: at(2), by: 'alice', before: OTHER, after: head }],
      }),
    ],
    [
      'a force-push after it that left it at the head it was for',
      ({ head }) => ({
        reviews: [{ by: 'carol', head, at: at(1) }],
        forcePushes: [{ at: at(2), by: 'alice', before: head, after: OTHER }],
      }),
    ],
    ['a bot beside it', reviews({}, { by: 'renovate[bot]' })],
  ])('counts an approval with %s', async (_, timeline) => {
    await box.squash('echo 1\n', timeline)
    expect(told(await box.plan())).toBe('')
  })

  it.each([31, 101, 301])('reads all of %d reviews, the decisive one last (G07)', async (count) => {
    const comments = Array.from({ length: count - 1 }, () => ({ state: 'COMMENTED' as const }))
    const refusal = { state: 'CHANGES_REQUESTED' as const, at: at(59) }
    await box.squash('echo 1\n', reviews({}, ...comments.slice(1), refusal))
    expect(told(await box.plan())).toMatch(/^approval-missing/)
  })

  it('denies what no pull request brought (G08), and what a direct push changed after one', async () => {
    await box.squash('echo 1\n')
    await box.commit('plugins/ops/restart.sh', 'echo 2\n')
    expect(told(await box.plan())).toMatch(
      /^approval-missing: plugins\/ops\/restart\.sh .*no pull request/,
    )
  })

  it('finds the pull request of a commit in the middle of a rebase', async () => {
    const first = await box.commit('plugins/ops/restart.sh', 'echo 1\n')
    const last = await box.commit('plugins/ops/look.sh', 'echo 1\n')
    const review = [{ by: 'carol', head: last }]
    box.github.state.pulls = [
      ...box.github.state.pulls,
      { number: 5, author: 'alice', merged: last, others: [first], reviews: review },
    ]
    expect(told(await box.plan())).toBe('')
  })

  it('takes the pull request that was merged as the commit where GitHub names two (G08)', async () => {
    const { merged, reviews: own } = await box.squash('echo 1\n', reviews())
    const stranger = { number: 9, author: 'mallory', merged: box.git('rev-parse', 'HEAD~1') }
    box.github.state.pulls = [
      ...box.github.state.pulls,
      { ...stranger, others: [merged ?? ''], reviews: [{ by: 'carol', head: merged ?? '' }] },
    ]
    expect(own).toEqual([])
    expect(told(await box.plan())).toMatch(/^approval-missing: .*#2/)
  })

  it('asks the policy before a change how many it needs, at every change since the baseline', async () => {
    const before = box.git('show', 'HEAD:rune.yaml')
    await box.commit('rune.yaml', before.replace('policy-change: 1', 'policy-change: 0'))
    await box.commit(
      'rune.yaml',
      before.replace('change: 1', 'change: 0').replace('policy-change: 1', 'policy-change: 0'),
    )
    // The second change would be allowed by the first; the first was not.
    expect(told(await box.plan())).toMatch(/^approval-missing: rune\.yaml came with/)
  })

  it('judges the inventory, the library and the running workflow as it does the policy', async () => {
    const workflow = '.github/workflows/remediate.yml'
    for (const path of ['plugins/lib/rune_bpcs.sh', workflow]) {
      const now = path === workflow ? '' : box.git('show', `HEAD:${path}`)
      await box.commit(path, `${now}\n# changed\n`)
      expect(told(await box.plan({ workflow }))).toContain(path)
    }
  })

  it('runs nothing of another branch, also where it only reads and the branch allows more (D13)', async () => {
    box.git('checkout', '--quiet', '-b', 'topic')
    const rune = box.git('show', 'HEAD:rune.yaml')
    box.github.state.head = box.git('rev-parse', 'HEAD')
    await box.commit('rune.yaml', rune.replace('change: 1', 'change: 0'))
    for (const action of ['look', 'restart'] as const) {
      const text = told(await box.plan({ action }))
      expect(text).toMatch(/^approval-missing: the commit [0-9a-f]{40} is not on the first-parent/)
    }
  })

  it('runs an older commit of the branch by the policy that the branch has now', async () => {
    await box.squash('echo 1\n')
    const older = box.git('rev-parse', 'HEAD')
    const rune = box.git('show', 'HEAD:rune.yaml')
    await box.commit('rune.yaml', rune.replace('- read', '- destructive'))
    box.github.state.head = box.git('rev-parse', 'HEAD')
    expect(told(await box.plan({ action: 'look' }))).toMatch(/^policy-denied/)
    box.git('checkout', '--quiet', '--detach', older)
    expect(told(await box.plan({ action: 'look' }))).toMatch(/^policy-denied/)
    expect(box.github.calls).toContain('GET /repos/octo/recovery/contents/rune.yaml')
  })

  it('judges the policy that the branch has now, where an older commit is run by it', async () => {
    await box.squash('echo 1\n')
    const older = box.git('rev-parse', 'HEAD')
    const rune = box.git('show', 'HEAD:rune.yaml')
    const head = await box.commit('rune.yaml', `${rune}\n# no reviewer saw this\n`)
    box.github.state.head = head
    box.git('checkout', '--quiet', '--detach', older)
    expect(told(await box.plan())).toMatch(/^approval-missing: rune\.yaml came with/)
    const seen = { number: 8, author: 'alice', merged: head, reviews: [{ by: 'carol', head }] }
    box.github.state.pulls = [...box.github.state.pulls, seen]
    expect(told(await box.plan())).toBe('')
  })

  it('follows first parents also where the head of the branch is not in the clone', async () => {
    const { host } = box
    const github = openGitHub({
      host,
      token: TOKEN,
      apiUrl: box.github.origin,
      repository: 'octo/recovery',
      signal: new AbortController().signal,
    })
    const first = box.git('rev-parse', 'HEAD')
    box.git('checkout', '--quiet', '-b', 'topic')
    const aside = await box.commit('plugins/ops/look.sh', 'echo 1\n')
    box.git('checkout', '--quiet', 'main')
    box.git('merge', '--quiet', '--no-ff', '--message=merge', 'topic')
    const head = box.git('rev-parse', 'HEAD')
    expect(await github.isBehind({ commit: first, head })).toBe(true)
    expect(await github.isBehind({ commit: aside, head })).toBe(false)
    expect(await github.isBehind({ commit: head, head: first })).toBe(false)
    expect(await github.isBehind({ commit: '1'.repeat(40), head })).toBe(false)
  })

  it('counts nothing of a title, branch or name as anything but text (G15)', async () => {
    box.github.state.pulls = box.github.state.pulls.map((pull) => ({ ...pull, author: '$(id)' }))
    expect(told(await box.plan())).toMatch(/^gh-inconsistent: .*login of author/)
  })

  it('says in the record what reviewers of environments said, and goes on where that cannot be read', async () => {
    box.github.state.approvals = [{ environment: 'remediation', state: 'approved', user: 'dave' }]
    const approvals = [{ environments: ['remediation'], state: 'approved', user: 'dave' }]
    expect(provenanceOf(await box.plan())).toMatchObject({ environment_approvals: approvals })
    box.github.state.instead = (call) =>
      call.endsWith('/runs/77/approvals') ? { status: 403, body: '{}' } : undefined
    const answer = await box.plan()
    expect(told(answer)).toBe('')
    expect(provenanceOf(answer)).not.toHaveProperty('environment_approvals')
    expect(box.warnings.at(-1)).toContain('actions: read')
  })

  it('warns where the branch is not protected', async () => {
    box.github.state.protected = false
    await box.plan()
    expect(box.warnings).toEqual([expect.stringContaining('no protection')])
  })

  describe('an earlier run under the same correlation id', () => {
    const run = (id: number, title: string, created: string) => ({ id, title, created })
    const WORKFLOW = '.github/workflows/remediate.yml'
    const daysAgo = (days: number): string =>
      new Date(Date.now() - days * 24 * 3600 * 1000).toISOString().replace(/\.\d+/, '')

    it('is named in the record while nodes remember it', async () => {
      box.github.state.runs = [
        run(77, 'Remediate: look (INC-1)', daysAgo(0)),
        run(3, 'Remediate: look (INC-1)', daysAgo(2)),
        run(4, 'Remediate: look (INC-11)', daysAgo(2)),
      ]
      const answer = await box.plan({ correlationId: 'INC-1', workflow: WORKFLOW })
      expect(told(answer)).toBe('')
      const url = 'https://github.com/octo/recovery/actions/runs/3'
      expect(provenanceOf(answer)?.earlier_runs).toEqual([expect.objectContaining({ url })])
      expect(box.warnings).toEqual([expect.stringContaining(url)])
    })

    it('refuses when nodes have forgotten it, also on a later page', async () => {
      const others = Array.from({ length: 150 }, (_, n) => run(100 + n, `x (o-${n})`, daysAgo(1)))
      box.github.state.runs = [...others, run(3, 'Remediate: look (INC-1)', daysAgo(9))]
      const text = told(await box.plan({ correlationId: 'INC-1', workflow: WORKFLOW }))
      expect(text).toMatch(/^duplicate-dispatch: .*runs\/3 /)
    })

    it('is not looked for under the id that is made of the run itself', async () => {
      await box.plan({ workflow: WORKFLOW })
      expect(box.github.calls.filter((call) => call.includes('/workflows/'))).toEqual([])
    })
  })
})
