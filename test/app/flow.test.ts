import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runRequest } from '../../src/app/run.ts'
import type { Progress } from '../../src/app/run-options.ts'
import { systemHost } from '../../src/host.ts'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { Runbook, RunReport } from '../../src/protocol/types.gen.ts'
import { createRune } from '../../src/rune.ts'
import { expectSoundRecord } from '../support/acceptance.ts'
import { makeProject, type TestProject } from '../support/project.ts'

const rune = createRune(systemHost)
const silent: Progress = { planned() {}, nodeEnded() {}, counted() {}, lost() {} }
const LIBRARY =
  'source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\nfile=$(rune_param file)\n'
const FILE = { type: 'string', maxLength: 200, required: true } as const
const given = { file: '${{ inputs.file }}' }

/** A service that is a file: what stands in it is its state. */
const SCRIPTS = {
  'state.sh': `${LIBRARY}rune_ok ok "{\\"state\\":\\"$(cat "$file")\\"}"\n`,
  'set.sh': `${LIBRARY}rune_out before "$(cat "$file")"
printf '%s' "$(rune_param to)" >"$file"
rune_finish ok\n`,
  'slow.sh': `${LIBRARY}trap '' TERM\n[ "$(rune_param deaf)" = true ] || trap - TERM\nsleep 61.25 & wait $!; wait; rune_ok ok\n`,
}
const STATE = { type: 'string', maxLength: 20, required: true } as const
const DEAF = { type: 'boolean', default: false } as const

const verify: Runbook['verify'] = [
  {
    id: 'up',
    uses: 'state',
    with: given,
    expect: "${{ output.state == 'up' }}",
    until: { every: '1s', for: '2s' },
  },
]
const set = (to: string) => ({
  id: 'change',
  uses: 'set',
  with: { ...given, to },
  'on-failure': 'undo' as const,
  undo: { uses: 'set', with: { ...given, to: '${{ steps.change.output.before }}' } },
})
const evidence: Runbook['evidence'] = [{ id: 'notes', uses: 'state', with: given }]
const base = { inputs: { file: FILE }, targets: { select: 'role=self', max: 1 } }

describe('a runbook that fixes things', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rune-flow-'))
  let project: TestProject
  let runs = 0
  beforeAll(async () => {
    const action = (run: string, effect: 'read' | 'change', input = {}, output = {}) => {
      return {
        description: 'Reads or writes a file',
        run,
        effect,
        input: { file: FILE, ...input },
        output,
      }
    }
    project = await makeProject({
      nodes: { localhost: { transport: 'local', labels: { role: 'self' } } },
      modules: {
        service: {
          manifest: {
            actions: {
              state: action('state.sh', 'read', {}, { state: STATE }),
              set: action('set.sh', 'change', { to: STATE }, { before: STATE }),
              slow: action('slow.sh', 'change', { deaf: DEAF }),
              look: action('slow.sh', 'read', { deaf: DEAF }),
            },
          },
          files: SCRIPTS,
        },
      },
      runbooks: {
        fix: { ...base, verify, steps: [set('up')], evidence },
        worsen: { ...base, verify, steps: [set('broken')], evidence },
        wait: { ...base, steps: [{ uses: 'slow', with: given }], evidence },
        hang: {
          ...base,
          steps: [{ uses: 'slow', with: given }],
          evidence: [{ uses: 'look', with: { ...given, deaf: true } }],
        },
      },
    })
  })
  afterAll(async () => {
    await project.cleanup()
    rmSync(folder, { recursive: true })
  })

  async function run(
    runbook: string,
    state: string,
    cancelAfterMs?: number,
  ): Promise<{ report: RunReport; state: string; out: string; closedMs: number }> {
    runs += 1
    const file = join(folder, `service-${runs}`)
    const out = join(folder, `record-${runs}`)
    writeFileSync(file, state)
    const controller = new AbortController()
    let cancelledAt = Number.NaN
    if (cancelAfterMs !== undefined)
      setTimeout(() => {
        cancelledAt = performance.now()
        controller.abort('SIGINT')
      }, cancelAfterMs)
    const { report } = await runRequest(
      rune,
      { runbook, params: { file }, dry_run: false, trigger: 'cli', actor: 'alice' },
      { root: project.path, out, signal: controller.signal, progress: silent },
    )
    expect(issuesOf('report', report)).toEqual([])
    await expectSoundRecord(out)
    return {
      report,
      out,
      state: readFileSync(file, 'utf8'),
      closedMs: performance.now() - cancelledAt,
    }
  }
  const shown = ({ nodes }: RunReport): string[] =>
    (nodes[0]?.steps ?? []).map(({ id, phase = 'do', status }) => `${phase} ${id} ${status}`)

  it('changes what is wrong, proves it, and keeps evidence', async () => {
    const { report, state, out } = await run('fix', 'down')
    expect(report).toMatchObject({ status: 'good', exit_status: 0, nodes: [{ outcome: 'fixed' }] })
    expect(state).toBe('up')
    expect(shown(report)).toEqual([
      'before up failed',
      'do change succeeded',
      'after up succeeded',
      'evidence notes succeeded',
    ])
    const record = join(out, String(report.nodes[0]?.steps.at(-1)?.record))
    expect(JSON.parse(readFileSync(record, 'utf8')).bpcs_output.payload.output_data.state).toBe(
      'up',
    )
  })

  it('changes nothing that is as it should be', async () => {
    const { report } = await run('fix', 'up')
    expect(report).toMatchObject({ status: 'good', nodes: [{ outcome: 'not_needed' }] })
    expect(shown(report)).toContain('do change not_run')
  })

  it('takes back what did not help', async () => {
    const { report, state } = await run('worsen', 'down')
    expect(report).toMatchObject({
      status: 'failed',
      exit_status: 4,
      nodes: [{ outcome: 'rolled_back' }],
    })
    expect(state).toBe('down')
    const after = report.nodes[0]?.steps.find(({ phase }) => phase === 'after')
    expect(after).toMatchObject({
      status: 'failed',
      error: { kind: 'expectation-failed' },
    })
    expect(after?.attempt).toBeGreaterThan(1)
  })

  it('is stopped by a cancel, and still says what it looked like then', async () => {
    const { report, closedMs } = await run('wait', 'down', 1_500)
    expect(report).toMatchObject({ status: 'cancelled', nodes: [{ outcome: 'cancelled' }] })
    expect(shown(report)).toEqual(['do slow cancelled', 'evidence notes succeeded'])
    expect(closedMs).toBeLessThan(7_000)
  })

  it('is over in time after a cancel, whatever its evidence does', async () => {
    const { report, closedMs } = await run('hang', 'down', 1_500)
    expect(shown(report)).toEqual(['do slow cancelled', 'evidence look cancelled'])
    expect(closedMs).toBeLessThan(7_000)
  })
})
