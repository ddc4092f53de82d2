/** stale-lock on a node with a supervised process that refuses to start while its lock is there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  expectEvidence,
  HOME,
  type RemedyNode,
  remedyNodeMissing,
  startRemedyNode,
  stepOf,
  told,
} from '../support/remedy-node.ts'

const missing = remedyNodeMissing()
const LOCK = `${HOME}/queue.lock`
/** No Linux gives it to a process. */
const GONE = 2147483646

// As many daemons do: no start while there is a lock, and one of its own that names its process.
const START = `exec > >(tee -a ~/queue.log) 2>&1
if [ -e ~/queue.lock ]; then echo "queue: locked by $(cat ~/queue.lock)"; exit 1; fi
if [ -e ~/broken ]; then echo 'queue: no such spool'; exit 1; fi
setsid sleep 300 </dev/null >/dev/null 2>&1 &
echo "$!" >~/queue.pid
echo "$!" >~/queue.lock
`

describe.skipIf(missing)(`stale-lock ${missing ?? ''}`, () => {
  let node: RemedyNode
  const unlock = (options = {}) =>
    node.run('stale-lock', { path: LOCK, program: 'sleep', service: 'queue' }, options)
  const active = (): boolean => node.sh('kill -0 "$(cat queue.pid)" && echo yes || :') === 'yes\n'
  const lock = (): string => node.sh('cat queue.lock 2>/dev/null || :').trim()
  const stop = (): string => node.sh('kill "$(cat queue.pid)"; rm queue.pid')

  beforeAll(async () => {
    node = await startRemedyNode()
    node.put('start.sh', START)
    node.put('queue.log', 'queue: ended\n')
    node.put(
      '.config/rune/services/queue.conf',
      'program=/bin/sleep\npidfile=~/queue.pid\nstart=/bin/bash ~/start.sh\nlog=~/queue.log\n',
    )
    node.put('queue.lock', `${GONE}\n`, 600)
  })
  afterAll(() => node?.stop())

  it('changes nothing in a dry run, and says what it would do', async () => {
    const before = node.state()
    const { status, node: host, text } = await unlock({ dryRun: true })
    expect({ status, outcome: host.outcome }).toEqual({ status: 0, outcome: 'rehearsed' })
    expect(text).toContain('the lock would be removed; queue would be started')
    expect(node.state()).toBe(before)
  })

  it('a service whose lock outlived its owner is fixed: the lock is gone, and it runs', async () => {
    const run = await unlock()
    expect({ status: run.status, outcome: run.node.outcome }).toEqual({
      status: 0,
      outcome: 'fixed',
    })
    expect(told(run.node)).toEqual([
      'preflight known succeeded',
      'before active failed',
      'do remove succeeded',
      'do start succeeded',
      'after active succeeded',
      'after lock succeeded',
      'evidence collect_diagnostics succeeded',
      'evidence log succeeded',
    ])
    expect(stepOf(run.node, 'remove').output).toMatchObject({ owner: 'gone', owner_pid: GONE })
    expectEvidence(run)
    expect(active()).toBe(true)
    expect(lock()).toBe(node.sh('cat queue.pid').trim())
  })

  it('a service that runs with its own lock is not needed to be touched', async () => {
    const was = lock()
    const { status, node: host } = await unlock()
    expect({ status, outcome: host.outcome }).toEqual({ status: 0, outcome: 'not_needed' })
    expect(stepOf(host, 'lock', 'before').output).toMatchObject({ exists: true, stale: false })
    expect(lock()).toBe(was)
    expect(active()).toBe(true)
  })

  it('a lock whose owner is alive is left alone, and the owner is named', async () => {
    const owner = lock()
    node.sh(`rm queue.pid; touch -d '10 minutes ago' queue.lock`)
    const run = await unlock()
    node.sh(`echo ${owner} >queue.pid`)
    expect({ status: run.status, outcome: run.node.outcome }).toEqual({
      status: 4,
      outcome: 'failed',
    })
    expect(run.text).toContain(`nothing was done: process ${owner} (sleep) is alive`)
    expect(stepOf(run.node, 'start')).toMatchObject({ status: 'not_run', executed: 'no' })
    expectEvidence(run)
    expect(lock()).toBe(owner)
    expect(active()).toBe(true)
  })

  it('a service that does not start for another reason says so, and its stale lock is gone', async () => {
    stop()
    node.put('broken', '')
    node.put('queue.lock', `${GONE}\n`, 600)
    const run = await unlock()
    expect({ status: run.status, outcome: run.node.outcome }).toEqual({
      status: 4,
      outcome: 'failed',
    })
    expect(told(run.node)).toContain('do remove succeeded')
    expect(run.text).toContain('queue: no such spool')
    expect(stepOf(run.node, 'log', 'evidence').output).toMatchObject({
      lines: expect.arrayContaining(['queue: no such spool']),
    })
    expectEvidence(run)
    expect(lock()).toBe('')
  })
})
