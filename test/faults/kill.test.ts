import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FAULT_POINTS } from '../../src/host.ts'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { RunReport } from '../../src/protocol/types.gen.ts'
import { auditRecord } from '../../src/record/audit.ts'
import { rune } from '../support/cli.ts'
import { makeProject, sshdNodes, type TestProject } from '../support/project.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'

const missing = sshdMissing()
const PROGRAM = join(import.meta.dirname, '../../node_modules/.rune-faults/killed-run.mjs')
const LIBRARY = 'source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\n'
const SCRIPT = `${LIBRARY}echo "$RUNE_RUN_KEY begin" >>"$(rune_param ledger)"
sleep 0.3
echo "$RUNE_RUN_KEY end" >>"$(rune_param ledger)"
rune_finish ok
`

describe.skipIf(missing)(`a run that is killed ${missing ?? ''}`, () => {
  let sshd: TestSshd
  let project: TestProject
  let folder: string
  beforeAll(async () => {
    await build({
      entryPoints: [join(import.meta.dirname, 'killed-run.ts')],
      outfile: PROGRAM,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      loader: { '.sh': 'text' },
    })
    folder = await mkdtemp(join(tmpdir(), 'rune-kills-'))
    sshd = await startSshd({ addresses: ['127.0.0.1', '127.0.0.2'] })
    const ledger = { type: 'string', maxLength: 200, required: true } as const
    const work = {
      description: 'Writes to a ledger that RUNE does not see',
      run: 'work.sh',
      effect: 'change',
      input: { ledger },
    } as const
    project = await makeProject({
      nodes: sshdNodes(sshd, 'web', { role: 'web' }),
      modules: { work: { manifest: { actions: { work } }, files: { 'work.sh': SCRIPT } } },
      runbooks: {
        work: {
          inputs: { ledger },
          targets: { select: 'role=web', max: 10 },
          steps: ['one', 'two'].map((id) => ({
            id,
            uses: 'work',
            with: { ledger: '${{ inputs.ledger }}' },
          })),
        },
      },
    })
  })
  afterAll(async () => {
    await project.cleanup()
    await sshd.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it.each(FAULT_POINTS)(
    'at %s is closed by collect with nothing false, twice or left running',
    async (point) => {
      const out = join(folder, point)
      const ledger = join(folder, `${point}-ledger`)
      const args = [PROGRAM, project.path, out, randomUUID(), ledger, point]
      const signal = await new Promise<string | undefined>((resolve) => {
        execFile(process.execPath, args, (error) => resolve(error?.signal ?? undefined))
      })
      // A point that is never reached would prove nothing.
      expect(signal).toBe('SIGKILL')

      const collected = await rune(['collect', out, '--json', '--root', project.path])
      const lines = existsSync(ledger)
        ? readFileSync(ledger, 'utf8').split('\n').filter(Boolean)
        : []
      if (point === 'record-opened') {
        expect(collected.stderr).toContain('nothing was begun')
        expect(lines).toEqual([])
        return
      }
      const report = JSON.parse(collected.stdout) as RunReport
      expect(issuesOf('report', report)).toEqual([])
      const { flaws, state } = await auditRecord(out)
      expect(flaws).toEqual([])
      expect(['finished', 'collected']).toContain(state)
      expect(report.nodes.map(({ name }) => name).toSorted()).toEqual(['web-1', 'web-2'])
      for (const node of report.nodes) {
        expect(node.steps.map(({ id }) => id)).toEqual(['one', 'two'])
        for (const { id, status, executed } of node.steps) {
          const of = (what: string): number =>
            lines.filter((line) => line.includes(`${node.name}%2F${id}%2F`) && line.endsWith(what))
              .length
          const seen = `${node.name} ${id}: ${status} ${executed}, begun ${of('begin')}, ended ${of('end')}`
          expect(of('begin'), seen).toBeLessThanOrEqual(1)
          if (executed === 'no') expect(of('begin'), seen).toBe(0)
          if (executed === 'yes') expect(of('begin'), seen).toBe(1)
          if (status === 'succeeded') expect(of('end'), seen).toBe(1)
          // Node and entry are there, so nothing has to stay unknown.
          expect(executed, seen).not.toBe('unknown')
        }
      }
      expect(collected.status === 0).toBe(report.nodes.every(({ good }) => good))
      const running = await left(ledger)
      expect(running).toEqual([])
    },
  )
})

/** Processes that still work on this ledger. */
async function left(ledger: string): Promise<string[]> {
  return new Promise((resolve) => {
    execFile('pgrep', ['-f', ledger], (_, stdout) => resolve(stdout.split('\n').filter(Boolean)))
  })
}
