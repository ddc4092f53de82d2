import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportText } from '../../src/report/text.ts'
import { type Ledger, makeLedger } from '../support/ledger.ts'
import { sshdNode } from '../support/project.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'

const local = { transport: 'local', labels: { role: 'self' } } as const
const look = { id: 'healthy', uses: 'look', expect: '${{ output.healthy }}' }
const targets = { select: 'role=self', max: 5 }
const lock = `rehearsal-${process.pid}`

let ledger: Ledger
beforeAll(async () => {
  ledger = await makeLedger({
    nodes: {
      localhost: local,
      gone: {
        transport: 'ssh',
        address: '127.0.0.1',
        labels: { role: 'gone' },
        ssh: {
          user: 'nobody',
          port: 1,
          'host-key':
            'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFXuXF0pQ0m0ZzqkPHvuYzPFGZvUQ0VE0zr5l9fNjvNb',
        },
      },
    },
    runbooks: {
      fix: {
        targets,
        preflight: [look],
        verify: [{ ...look, id: 'again' }],
        steps: [
          { id: 'state', uses: 'look' },
          {
            id: 'a',
            uses: 'write',
            with: { text: 'a' },
            undo: { uses: 'unwrite', with: { text: 'a' } },
          },
          { id: 'b', uses: 'write', with: { text: 'b' }, 'on-failure': 'undo' },
        ],
        evidence: [{ id: 'kept', uses: 'look' }],
      },
      rough: {
        targets,
        steps: [
          { id: 'a', uses: 'write', with: { text: 'a' } },
          { id: 'b', uses: 'rough', with: { text: 'b' } },
          { id: 'c', uses: 'write', with: { text: 'c' } },
        ],
      },
      absent: { targets, steps: [{ uses: 'absent', with: { text: 'x' } }] },
      locked: { targets, steps: [{ uses: 'rough', with: { text: 'held' }, lock }] },
      far: {
        targets: { select: 'role=gone', max: 5 },
        steps: [{ uses: 'rough', with: { text: 'x' } }],
      },
    },
  })
})
afterAll(() => ledger.cleanup())

const since = async (work: () => Promise<unknown>): Promise<string[]> => {
  const before = ledger.lines().length
  await work()
  return ledger.lines().slice(before)
}

describe('a dry run', () => {
  it('stops at a failed preflight, tells actions to change nothing, and fixes nothing', async () => {
    ledger.break('sick-localhost')
    const sick = await ledger.run({ runbook: 'fix', nodes: ['localhost'], dry_run: true })
    expect(sick.report.nodes[0]).toMatchObject({ outcome: 'failed' })
    ledger.mend('sick-localhost')
    const lines = await since(async () => {
      const { report } = await ledger.run({ runbook: 'rough', nodes: ['localhost'], dry_run: true })
      expect(report).toMatchObject({ status: 'good', exit_status: 0 })
      const [node] = report.nodes
      expect(node).toMatchObject({ outcome: 'rehearsed', good: true })
      expect(node?.steps.map(({ status }) => status)).toEqual(['succeeded', 'not_run', 'not_run'])
      const text = reportText(report, { colour: false })
      expect(text).toContain('dry run: nothing was changed on purpose')
      expect(text).toMatch(/rehearsed +localhost +1 of 3 steps in .*: a\n/)
      expect(text).toContain(
        'warning: localhost b: a dry run stops here: rough does not support one',
      )
    })
    expect(lines).toEqual(['dry localhost write a'])
  })

  it('says that nothing is needed where that is so', async () => {
    const { report } = await ledger.run({ runbook: 'fix', nodes: ['localhost'], dry_run: true })
    expect(report.nodes[0]).toMatchObject({ outcome: 'not_needed', good: true })
  })

  it('goes past a step that only reads, and undoes nothing when a later one fails', async () => {
    const book = {
      description: 'd',
      targets,
      steps: [
        { id: 'state', uses: 'look' },
        {
          id: 'a',
          uses: 'write',
          with: { text: 'a' },
          undo: { uses: 'unwrite', with: { text: 'a' } },
        },
        { id: 'b', uses: 'write', with: { text: 'bad' }, 'on-failure': 'undo' },
      ],
    }
    await ledger.project.write('runbooks/past.yaml', JSON.stringify({ name: 'past', ...book }))
    ledger.break('localhost-bad')
    const lines = await since(async () => {
      const { report } = await ledger.run({ runbook: 'past', nodes: ['localhost'], dry_run: true })
      expect(report.nodes[0]).toMatchObject({ outcome: 'failed', good: false })
    })
    ledger.mend('localhost-bad')
    expect(lines).toEqual(['localhost look', 'dry localhost write a', 'dry localhost write bad'])
  })
})

describe('a check', () => {
  it('asks every node for everything, starts nothing, and a later run is not answered by it', async () => {
    const correlation_id = `check-${process.pid}-${Date.now()}`
    const ask = { runbook: 'fix', nodes: ['localhost'], correlation_id }
    const lines = await since(async () => {
      for (let times = 0; times < 2; times += 1) {
        const { report } = await ledger.run({ ...ask, check: true })
        expect(report).toMatchObject({ status: 'good', exit_status: 0, check: true })
        expect(report.nodes[0]).toMatchObject({ outcome: 'ready', good: true })
        const told = report.nodes[0]?.steps.map(({ action, phase, status, executed }) => {
          return `${action} ${phase} ${status} ${executed}`
        })
        expect(told).toEqual(
          ['look', 'write', 'unwrite'].map((action) => `${action} check succeeded no`),
        )
        expect(reportText(report, { colour: false })).toMatch(
          /ready +localhost +it could be started/,
        )
      }
    })
    expect(lines).toEqual([])
    ledger.break('sick-localhost')
    ledger.mend('sick-localhost')
    const { report } = await ledger.run(ask)
    expect(report.nodes[0]).toMatchObject({ outcome: 'not_needed' })
    expect(report.nodes[0]?.steps.some(({ replay_of }) => replay_of !== undefined)).toBe(false)
  })

  it('names the program that a node lacks', async () => {
    const { report } = await ledger.run({ runbook: 'absent', nodes: ['localhost'], check: true })
    expect(report).toMatchObject({ status: 'failed', exit_status: 4 })
    expect(report.nodes[0]).toMatchObject({ outcome: 'failed', error: { kind: 'node-prereq' } })
    expect(report.nodes[0]?.error?.message).toContain('no-such-program-anywhere')
  })

  it('says who has the lock', async () => {
    ledger.break('stuck-localhost-held')
    const holder = ledger.run({ runbook: 'locked', nodes: ['localhost'] })
    await expect.poll(() => ledger.lines().at(-1), { timeout: 15_000 }).toBe('localhost rough held')
    const { report } = await ledger.run({ runbook: 'locked', nodes: ['localhost'], check: true })
    ledger.mend('stuck-localhost-held')
    expect((await holder).report.status).toBe('good')
    expect(report.nodes[0]).toMatchObject({ outcome: 'failed', error: { kind: 'node-locked' } })
  })

  it('says what cannot be reached, and does not ask it a second time', async () => {
    const { report } = await ledger.run({ runbook: 'far', nodes: ['gone'], check: true })
    expect(report.nodes[0]).toMatchObject({ outcome: 'failed', error: { executed: 'no' } })
  })
})

describe.skipIf(sshdMissing())('a check over ssh', () => {
  let sshd: TestSshd
  let far: Ledger
  beforeAll(async () => {
    sshd = await startSshd()
    far = await makeLedger({
      nodes: { 'web-1': sshdNode(sshd, { labels: { role: 'self' } }) },
      runbooks: { fix: { targets, steps: [{ uses: 'rough', with: { text: 'x' } }] } },
    })
  })
  afterAll(async () => {
    await far.cleanup()
    await sshd.stop()
  })

  it('leaves a node that is ready for the run', async () => {
    const correlation_id = `check-ssh-${process.pid}-${Date.now()}`
    const ask = { runbook: 'fix', nodes: ['web-1'], correlation_id }
    const checked = await far.run({ ...ask, check: true })
    expect(checked.report.nodes[0]).toMatchObject({ outcome: 'ready' })
    expect(far.lines()).toEqual([])
    const { report } = await far.run(ask)
    expect(report.nodes[0]).toMatchObject({ outcome: 'done' })
    expect(far.lines()).toEqual(['web-1 rough x'])
  })
})
