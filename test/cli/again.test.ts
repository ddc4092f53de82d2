import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunReport } from '../../src/protocol/types.gen.ts'
import { type CliResult, rune } from '../support/cli.ts'
import { makeProject, type TestProject } from '../support/project.ts'

const LIBRARY = 'source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\n'
const text = { type: 'string', maxLength: 200, required: true } as const

describe('the same request more than once', () => {
  let project: TestProject
  let folder: string
  let ledger: string
  const id = randomUUID()
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rune-again-'))
    ledger = join(folder, 'ledger')
    writeFileSync(ledger, '')
    const action = (run: string) => ({
      description: run,
      run,
      effect: 'change' as const,
      input: { folder: text },
    })
    const begin = `${LIBRARY}f=$(rune_param folder)\n`
    project = await makeProject({
      nodes: { localhost: { transport: 'local', labels: { role: 'self' } } },
      modules: {
        work: {
          manifest: { actions: { count: action('count.sh'), moody: action('moody.sh') } },
          files: {
            'count.sh': `${begin}echo count >>"$f/ledger"\nrune_finish counted\n`,
            'moody.sh': `${begin}echo moody >>"$f/ledger"\n[ -e "$f/mended" ] || rune_error 3 broken\nrune_finish ok\n`,
          },
        },
      },
      runbooks: {
        work: {
          inputs: { folder: text },
          targets: { select: 'role=self', max: 1 },
          steps: ['count', 'moody'].map((uses) => ({
            uses,
            with: { folder: '${{ inputs.folder }}' },
          })),
        },
      },
    })
  })
  afterAll(async () => {
    await project.cleanup()
    await rm(folder, { recursive: true, force: true })
  })
  const run = async (...more: string[]): Promise<[CliResult, RunReport]> => {
    const args = ['run', 'work', '--param', `folder=${folder}`, '--correlation-id', id, '--json']
    const result = await rune([...args, ...more, '--root', project.path])
    return [result, JSON.parse(result.stdout) as RunReport]
  }
  const lines = (): string[] => readFileSync(ledger, 'utf8').split('\n').filter(Boolean)

  it('is answered with the first result, and runs nothing', async () => {
    const [first] = await run()
    expect(first.status).toBe(4)
    const [second, report] = await run()
    expect(second.status).toBe(4)
    expect(report.nodes[0]?.steps.map(({ replay_of }) => replay_of?.length)).toEqual([32, 32])
    expect(lines()).toEqual(['count', 'moody'])
  })

  it('tries anew what failed when a person says so, and only that', async () => {
    writeFileSync(join(folder, 'mended'), '')
    const [again, report] = await run('--again')
    expect(again.status).toBe(0)
    const [count, moody] = report.nodes[0]?.steps ?? []
    expect(count).toMatchObject({ status: 'succeeded', attempt: 1 })
    expect(count?.replay_of).toBeDefined()
    expect(moody).toMatchObject({ status: 'succeeded', attempt: 2 })
    expect(moody?.replay_of).toBeUndefined()
    expect(lines()).toEqual(['count', 'moody', 'moody'])
    // And from now on the success is the answer.
    expect((await run('--again'))[0].status).toBe(0)
    expect(lines()).toHaveLength(3)
  })

  it('is refused with other parameters', async () => {
    const other = ['run', 'work', '--param', 'folder=/elsewhere', '--correlation-id', id]
    const { status, stdout } = await rune([...other, '--root', project.path])
    expect(status).toBe(4)
    expect(stdout).toContain('key-conflict')
    expect(lines()).toHaveLength(3)
  })
})
