import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunReport } from '../../src/protocol/types.gen.ts'
import { expectSoundRecord } from '../support/acceptance.ts'
import { CLI } from '../support/cli.ts'
import { type Fleet, startFleet } from '../support/fleet.ts'
import { makeProject, type TestProject } from '../support/project.ts'
import { sshdMissing } from '../support/sshd.ts'

const NODES = 50
/** What GitHub leaves between SIGINT and SIGTERM is 7.5 s. */
const LIMIT_MS = 7_000
/** No other process of this machine sleeps for so long. */
const SLEEP = `${3_000 + (process.pid % 1000)}.${process.pid}`

/** Pids whose last argument is the sleep of this test. */
function sleepers(): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^[0-9]+$/.test(pid)) return false
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').endsWith(`\0${SLEEP}\0`)
    } catch {
      return false // it has ended
    }
  })
}

const missing = sshdMissing()
describe.skipIf(missing)(`fifty nodes at work ${missing ?? ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'rune-cancel-'))
  let fleet: Fleet
  let project: TestProject
  beforeAll(async () => {
    fleet = await startFleet(NODES, { role: 'web' })
    project = await makeProject({
      nodes: fleet.nodes,
      runbooks: {
        slow: {
          targets: { select: 'role=web' },
          steps: [{ uses: 'slow' }],
          evidence: [{ uses: 'note' }],
        },
      },
      modules: {
        slow: {
          manifest: {
            actions: {
              slow: { description: 'Sleeps', run: 'slow.sh', effect: 'change', timeout: '10m' },
              note: { description: 'Says something', run: 'note.sh', effect: 'read' },
            },
          },
          // In the background too, so that more than the plugin itself has to be stopped.
          files: {
            'slow.sh': `sleep ${SLEEP} &\nsleep ${SLEEP}\n`,
            'note.sh':
              'source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\nrune_ok noted\n',
          },
        },
      },
    })
  })
  afterAll(async () => {
    await project?.cleanup()
    await fleet?.stop()
    rmSync(folder, { recursive: true })
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'are all stopped, with their records closed, within seven seconds of %s',
    async (signal) => {
      const out = join(folder, signal)
      const child = spawn(
        process.execPath,
        [CLI, 'run', 'slow', '--json', '--root', project.path, '--out', out],
        { stdio: ['ignore', 'ignore', 'ignore'] },
      )
      const closed = once(child, 'close')
      while (sleepers().length < 2 * NODES && child.exitCode === null) await delay(100)
      const began = performance.now()
      child.kill(signal)
      const [status] = await closed
      const tookMs = performance.now() - began
      const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as RunReport
      expect(status).toBe(6)
      const ends = report.nodes.map(({ steps }) => `${steps[0]?.status} ${steps[0]?.executed}`)
      // A machine that is busy with other tests may take longer to stop a group than the run may wait for it.
      const late = ends.filter((end) => end === 'unknown unknown').length
      expect(ends.filter((end) => end === 'cancelled yes')).toHaveLength(NODES - late)
      expect(late).toBeLessThan(NODES / 5)
      await expect.poll(sleepers, { timeout: 10_000 }).toEqual([])
      await expectSoundRecord(out)
      expect(tookMs).toBeLessThan(LIMIT_MS)
    },
    90_000,
  )
})
