/** config-rollback on a node whose nginx serves what is put back, or does not. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, declareNginx, nginxConfig, startNginx } from '../support/remedy-nginx.ts'
import {
  expectEvidence,
  type RemedyNode,
  remedyNodeMissing,
  startRemedyNode,
  stepOf,
  told,
} from '../support/remedy-node.ts'

const missing = remedyNodeMissing()

describe.skipIf(missing)(`config-rollback ${missing ?? ''}`, () => {
  let node: RemedyNode
  const backups: Record<string, string> = {}
  const sha256 = (backup: string): string =>
    createHash('sha256')
      .update(backups[backup] ?? '')
      .digest('hex')
  const rollback = (backup: string, options = {}) =>
    node.run(
      'config-rollback',
      { config: 'nginx', backup, sha256: sha256(backup), url: node.url },
      options,
    )
  const inPlace = (): string => node.sh('cat etc/nginx.conf')

  beforeAll(async () => {
    node = await startRemedyNode()
    declareNginx(node, '503 broken')
    backups['good.conf'] = nginxConfig(node, '200 good')
    backups['worse.conf'] = nginxConfig(node, '500 worse')
    backups['invalid.conf'] = 'listen eighty\n'
    for (const [name, text] of Object.entries(backups)) node.put(`backups/${name}`, text)
    startNginx(node)
  })
  afterAll(() => node?.stop())

  it('changes nothing in a dry run, and says what it would do', async () => {
    const before = node.state()
    const { status, node: web, text } = await rollback('good.conf', { dryRun: true })
    expect({ status, outcome: web.outcome }).toEqual({ status: 0, outcome: 'rehearsed' })
    expect(text).toContain('nginx would be validated and replaced')
    expect(node.state()).toBe(before)
    expect(answerOf(node)).toBe('broken 503')
  })

  it('a configuration that broke its service is put back, and the service answers', async () => {
    const run = await rollback('good.conf')
    expect({ status: run.status, outcome: run.node.outcome }).toEqual({
      status: 0,
      outcome: 'fixed',
    })
    expect(told(run.node)).toEqual([
      'preflight declared succeeded',
      'before restored failed',
      'do restore succeeded',
      'do replaced succeeded',
      'after restored succeeded',
      'after answers succeeded',
      'evidence config succeeded',
      'evidence collect_diagnostics succeeded',
    ])
    expectEvidence(run)
    expect(inPlace()).toBe(backups['good.conf'])
    expect(answerOf(node)).toBe('good 200')
  })

  it('a configuration that is in place and answers is not needed to be put back', async () => {
    const { status, node: web } = await rollback('good.conf')
    expect({ status, outcome: web.outcome }).toEqual({ status: 0, outcome: 'not_needed' })
    expect(stepOf(web, 'restore')).toMatchObject({ status: 'not_run', executed: 'no' })
  })

  it('a backup with which the service does not answer is rolled back', async () => {
    const run = await rollback('worse.conf')
    expect({ status: run.status, outcome: run.node.outcome }).toEqual({
      status: 4,
      outcome: 'rolled_back',
    })
    expect(told(run.node).slice(3, 7)).toEqual([
      'do replaced succeeded',
      'after restored succeeded',
      'after answers failed',
      'undo restore succeeded',
    ])
    expect(run.text).toContain('answered 500')
    expectEvidence(run)
    expect(inPlace()).toBe(backups['good.conf'])
    await expect.poll(() => answerOf(node), { timeout: 10_000 }).toBe('good 200')
  })

  it('a backup that is not valid is refused, and nothing has to be undone', async () => {
    const run = await rollback('invalid.conf')
    expect({ status: run.status, outcome: run.node.outcome }).toEqual({
      status: 4,
      outcome: 'failed',
    })
    expect(run.node.error?.message).toMatch(/nothing was done: nginx: /)
    expect(told(run.node)).not.toContainEqual(expect.stringMatching(/^undo/))
    expectEvidence(run)
    expect(inPlace()).toBe(backups['good.conf'])
    expect(answerOf(node)).toBe('good 200')
  })

  it('a configuration that is in place already and does not help is not undone', async () => {
    node.sh('kill -QUIT "$(cat nginx.pid)"')
    const run = await rollback('good.conf')
    expect({ status: run.status, outcome: run.node.outcome }).toEqual({
      status: 4,
      outcome: 'not_fixed',
    })
    expect(stepOf(run.node, 'restore').output).toMatchObject({ changed: false })
    expect(told(run.node)).not.toContainEqual(expect.stringMatching(/^undo/))
    expectEvidence(run)
    expect(inPlace()).toBe(backups['good.conf'])
  })
})
