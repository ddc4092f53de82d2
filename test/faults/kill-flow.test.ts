import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { RunReport } from '../../src/protocol/types.gen.ts'
import { verifyFolder } from '../../src/record/verify-folder.ts'
import { rune } from '../support/cli.ts'
import { makeProject, sshdNodes, type TestProject } from '../support/project.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'

const missing = sshdMissing()
const PROGRAM = join(import.meta.dirname, '../../node_modules/.rune-faults/killed-flow.mjs')
const SCRIPT = `source "\${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
echo "$RUNE_RUN_KEY begin" >>"$(rune_param ledger)"
sleep 0.2
echo "$RUNE_RUN_KEY end" >>"$(rune_param ledger)"
[ "$(rune_param fails)" != true ] || rune_error 3 "it did not work"
rune_out_json='{"healthy":'$([ -e "$(rune_param ledger).fixed" ] && echo true || echo false)'}'
[ "$(rune_param fixes)" != true ] || touch "$(rune_param ledger).fixed"
rune_ok ok "$rune_out_json"
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
    folder = await mkdtemp(join(tmpdir(), 'rune-kill-flow-'))
    sshd = await startSshd()
    const ledger = { type: 'string', maxLength: 200, required: true } as const
    const flag = { type: 'boolean', default: false } as const
    const action = (effect: 'read' | 'change') => ({
      description: 'Writes to a ledger that RUNE does not see',
      run: 'work.sh',
      effect,
      input: { ledger, fails: flag, fixes: flag },
      output: { healthy: { type: 'boolean', required: true } as const },
    })
    const given = { ledger: '${{ inputs.ledger }}' }
    const runbook = (fails: boolean) => ({
      inputs: { ledger },
      targets: { select: 'role=web', max: 10 },
      verify: [{ id: 'healthy', uses: 'look', with: given, expect: '${{ output.healthy }}' }],
      steps: [
        { id: 'one', uses: 'work', with: given, undo: { uses: 'work', with: given } },
        {
          id: 'two',
          uses: 'work',
          with: { ...given, fails, fixes: !fails },
          'on-failure': 'undo' as const,
        },
      ],
      evidence: [{ id: 'notes', uses: 'look', with: given }],
    })
    project = await makeProject({
      nodes: sshdNodes(sshd, 'web', { role: 'web' }),
      modules: {
        work: {
          manifest: { actions: { work: action('change'), look: action('read') } },
          files: { 'work.sh': SCRIPT },
        },
      },
      runbooks: { fixes: runbook(false), fails: runbook(true) },
    })
  })
  afterAll(async () => {
    await project.cleanup()
    await sshd.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it.each(
    [
      ['fixes', 'before', 1],
      ['fixes', 'after', 4],
      ['fixes', 'evidence', 5],
      ['fails', 'undo', 4],
      ['fails', 'evidence', 5],
    ].flatMap(([book, phase, launch]) =>
      ['go-sent', 'acknowledged'].map((point) => ({
        book,
        phase,
        launch,
        point,
      })),
    ),
  )(
    'at $point of $phase, where the runbook $book, is closed by collect with nothing false, twice or left running',
    async ({ book, launch, point }) => {
      const name = `${book}-${launch}-${point}`
      const out = join(folder, name)
      const ledger = join(folder, `${name}-ledger`)
      const args = [
        PROGRAM,
        project.path,
        out,
        randomUUID(),
        ledger,
        point,
        String(book),
        String(launch),
      ]
      const signal = await new Promise<string | undefined>((resolve) => {
        execFile(process.execPath, args, (error) => resolve(error?.signal ?? undefined))
      })
      expect(signal).toBe('SIGKILL')

      const collected = await rune(['collect', out, '--json', '--root', project.path])
      const report = JSON.parse(collected.stdout) as RunReport
      expect(issuesOf('report', report)).toEqual([])
      expect(await verifyFolder(out)).toMatchObject({ flaws: [], complete: true })
      const lines = existsSync(ledger)
        ? readFileSync(ledger, 'utf8').split('\n').filter(Boolean)
        : []
      const [node] = report.nodes
      const seen = JSON.stringify({ outcome: node?.outcome, steps: node?.steps, lines })
      const told = new Set<string>()
      for (const { id, phase = 'do', status, executed } of node?.steps ?? []) {
        const place = `%2F${id}%2F${phase}%2F1%2F1`
        told.add(place)
        const of = (what: string): number =>
          lines.filter((line) => line.includes(place) && line.endsWith(what)).length
        expect(of('begin'), seen).toBe(executed === 'yes' ? 1 : 0)
        if (status === 'succeeded') expect(of('end'), seen).toBe(1)
        expect(executed, seen).not.toBe('unknown')
      }
      for (const line of lines)
        expect(
          [...told].some((place) => line.includes(place)),
          seen,
        ).toBe(true)
      const fixed = lines.some(
        (line) => line.includes('%2Fhealthy%2Fafter%2F') && line.endsWith('end'),
      )
      const undone = lines.some((line) => line.includes('%2Fone%2Fundo%2F') && line.endsWith('end'))
      if (node?.good) expect(fixed, seen).toBe(true)
      if (node?.outcome === 'rolled_back') expect(undone, seen).toBe(true)
      expect(collected.status === 0).toBe(node?.good)
    },
  )

  it.each([
    // There is no sixth launch: this run comes to its end.
    ['fixed', 6, ['failed', 'succeeded', 'succeeded', 'succeeded', 'succeeded']],
    ['unknown', 3, ['failed', 'succeeded', 'not_run', 'unknown', 'unknown']],
  ])(
    'and whose record is lost is %s after launch %s, as far as its node can tell',
    async (outcome, launch, statuses) => {
      const name = `lost-${launch}`
      const out = join(folder, name)
      const ledger = join(folder, `${name}-ledger`)
      const id = randomUUID()
      const args = [PROGRAM, project.path, out, id, ledger, 'go-sent', 'fixes', String(launch)]
      await new Promise<void>((resolve) => {
        execFile(process.execPath, args, () => resolve())
      })
      const again = `${out}-again`
      const collected = await rune([
        'collect',
        '--key',
        id,
        '--plan',
        join(out, 'plan.json'),
        '--out',
        again,
        '--json',
        '--root',
        project.path,
      ])
      const report = JSON.parse(collected.stdout) as RunReport
      expect(issuesOf('report', report)).toEqual([])
      expect(await verifyFolder(again)).toMatchObject({ flaws: [], complete: true })
      const [node] = report.nodes
      expect(node?.outcome).toBe(outcome)
      expect(node?.steps.map(({ status }) => status)).toEqual(statuses)
    },
  )
})
