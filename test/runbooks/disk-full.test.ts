/** disk-full on a node with a small disk of its own that is nearly full. */
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
const DISK = `${HOME}/data`
const DISK_MB = 20
const DAYS = (days: number): string => `${days} days ago`

describe.skipIf(missing)(`disk-full ${missing ?? ''}`, () => {
  let node: RemedyNode
  const free = (options = {}) =>
    node.run('disk-full', { path: DISK, cleanups: ['uploads'], older_than_days: 7 }, options)
  const files = (): string[] => node.sh('ls data/uploads /var/log').trim().split('\n')
  const used = (): number => Number(node.sh(`df --output=pcent data | tail -n 1 | tr -dc 0-9`))
  const file = (path: string, sizeMb: number, age: string): string =>
    node.sh(`head -c ${sizeMb}M /dev/zero >${path}; touch -d '${age}' ${path}`)

  beforeAll(async () => {
    node = await startRemedyNode(`mkdir data; mount -t tmpfs -o size=${DISK_MB}m box-data data
mkdir data/uploads`)
    node.put('.config/rune/cleanup/uploads.conf', `path=${DISK}/uploads\nolder_than_days=3\n`)
    file('data/uploads/old.part', 16, DAYS(30))
    file('data/uploads/young.part', 2, DAYS(1))
    file('/var/log/app.log.1', 1, DAYS(30))
    file('/var/log/app.log', 1, DAYS(30))
  })
  afterAll(() => node?.stop())

  it('changes nothing in a dry run, and says what it would do', async () => {
    const before = node.state()
    const { status, node: host, text } = await free({ dryRun: true })
    expect({ status, outcome: host.outcome }).toEqual({ status: 0, outcome: 'rehearsed' })
    expect(text).toContain(`${17 * 1024 * 1024} bytes would be freed`)
    expect(node.state()).toBe(before)
  })

  it('a disk that is nearly full is fixed: what is old is gone, and nothing else', async () => {
    expect(used()).toBe(90)
    const run = await free()
    expect({ status: run.status, outcome: run.node.outcome }).toEqual({
      status: 0,
      outcome: 'fixed',
    })
    expect(told(run.node)).toEqual([
      'before space failed',
      'do cleanup succeeded',
      'after space succeeded',
      'evidence biggest succeeded',
    ])
    expect(stepOf(run.node, 'space', 'before').output).toMatchObject({ path_used_percent: 90 })
    expect(stepOf(run.node, 'space', 'after').output).toMatchObject({ path_used_percent: 10 })
    expectEvidence(run)
    expect(files()).toEqual(['/var/log:', 'app.log', '', 'data/uploads:', 'young.part'])
    expect(used()).toBe(10)
  })

  it('a disk with room is not needed to be cleaned, also where something is old', async () => {
    file('data/uploads/older.part', 1, DAYS(60))
    const { status, node: host } = await free()
    expect({ status, outcome: host.outcome }).toEqual({ status: 0, outcome: 'not_needed' })
    expect(stepOf(host, 'cleanup')).toMatchObject({ status: 'not_run', executed: 'no' })
    expect(files()).toContain('older.part')
  })

  it('a disk that is full of what may not be removed is not fixed, and the biggest is named', async () => {
    file('data/uploads/today.part', 16, DAYS(0))
    const run = await free()
    expect({ status: run.status, outcome: run.node.outcome }).toEqual({
      status: 4,
      outcome: 'not_fixed',
    })
    expect(run.text).toMatch(new RegExp(`${DISK}: \\d+% of its file system used`))
    expectEvidence(run)
    expect(stepOf(run.node, 'biggest', 'evidence').output).toMatchObject({
      biggest_files: [{ path: `${DISK}/uploads/today.part`, bytes: 16 * 1024 * 1024 }, {}],
    })
    expect(files()).toEqual(expect.arrayContaining(['today.part', 'young.part']))
    expect(files()).not.toContain('older.part')
  })
})
