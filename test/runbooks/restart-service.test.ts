/** restart-service on a node with a real nginx behind a real sshd. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answerOf,
  crashNginx,
  declareNginx,
  nginxConfig,
  startNginx,
} from '../support/remedy-nginx.ts'
import {
  expectEvidence,
  type RemedyNode,
  remedyNodeMissing,
  startRemedyNode,
  stepOf,
  told,
} from '../support/remedy-node.ts'

const missing = remedyNodeMissing()

describe.skipIf(missing)(`restart-service ${missing ?? ''}`, () => {
  let node: RemedyNode
  const restart = (options = {}) =>
    node.run('restart-service', { service: 'nginx', url: node.url }, options)
  const pid = (): string => node.sh('cat nginx.pid')

  beforeAll(async () => {
    node = await startRemedyNode()
    declareNginx(node)
    startNginx(node)
    crashNginx(node)
  })
  afterAll(() => node?.stop())

  it('changes nothing in a dry run, and says what it would do', async () => {
    const before = node.state()
    const { status, node: web, text } = await restart({ dryRun: true })
    expect({ status, outcome: web.outcome }).toEqual({ status: 0, outcome: 'rehearsed' })
    expect(stepOf(web, 'restart').output).toMatchObject({ changed: false, would_change: true })
    expect(text).toContain('nginx would be restarted')
    expect(node.state()).toBe(before)
    expect(answerOf(node)).toBe(' 000')
  })

  it('a service that crashed is fixed: it is down before, and answers after', async () => {
    const run = await restart()
    expect({ status: run.status, outcome: run.node.outcome }).toEqual({
      status: 0,
      outcome: 'fixed',
    })
    expect(told(run.node)).toEqual([
      'preflight known succeeded',
      'before active failed',
      'do restart succeeded',
      'after active succeeded',
      'after answers succeeded',
      'evidence collect_diagnostics succeeded',
      'evidence log succeeded',
    ])
    expect(stepOf(run.node, 'active', 'before').output).toMatchObject({ active_state: 'inactive' })
    expect(stepOf(run.node, 'answers', 'after').output).toMatchObject({ status: 200 })
    expectEvidence(run)
    expect(answerOf(node)).toBe('one 200')
  })

  it('a service that is healthy is not needed to be restarted, and keeps its process', async () => {
    const was = pid()
    const { status, node: web } = await restart()
    expect({ status, outcome: web.outcome }).toEqual({ status: 0, outcome: 'not_needed' })
    expect(stepOf(web, 'restart')).toMatchObject({ status: 'not_run', executed: 'no' })
    expect(pid()).toBe(was)
  })

  it('a service that does not answer after its restart either is not fixed', async () => {
    node.put('etc/nginx.conf', nginxConfig(node, '503 busy'))
    node.sh('kill -HUP "$(cat nginx.pid)"; sleep 0.5')
    const was = pid()
    const run = await restart()
    expect({ status: run.status, outcome: run.node.outcome }).toEqual({
      status: 4,
      outcome: 'not_fixed',
    })
    expect(run.node.error).toMatchObject({ kind: 'expectation-failed', executed: 'yes' })
    expect(run.text).toContain('answered 503')
    expect(stepOf(run.node, 'answers', 'after').earlier).not.toEqual([])
    expectEvidence(run)
    expect(pid()).not.toBe(was)
    expect(answerOf(node)).toBe('busy 503')
  })

  it('a service whose configuration is broken is left running as it is', async () => {
    node.put('etc/nginx.conf', 'listen eighty\n')
    const was = pid()
    const run = await restart()
    expect({ status: run.status, outcome: run.node.outcome }).toEqual({
      status: 4,
      outcome: 'failed',
    })
    expect(run.node.error?.message).toMatch(/nothing was done: nginx: .*etc\/nginx\.conf/)
    expectEvidence(run)
    expect(pid()).toBe(was)
    expect(answerOf(node)).toBe('busy 503')
  })
})
