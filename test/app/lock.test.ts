import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ask } from '../../src/app/ask.ts'
import { runRequest } from '../../src/app/run.ts'
import type { RunAnswer } from '../../src/app/run-options.ts'
import { systemHost } from '../../src/host.ts'
import { createRune } from '../../src/rune.ts'
import { makeProject, type TestProject } from '../support/project.ts'

const rune = createRune(systemHost)
const progress = { planned() {}, nodeEnded() {}, counted() {}, lost() {} }
const ASK: Ask = { params: {}, dry_run: false, trigger: 'cli', actor: 'alice' }
const records = mkdtempSync(join(tmpdir(), 'rune-lock-'))
afterAll(() => rmSync(records, { recursive: true }))

const PLUGIN = `
source "\${RUNE_LIB:?}"
rune_init
sleep "$(rune_param seconds 0)"
rune_ok worked
`

describe('a step with a lock', () => {
  let project: TestProject
  let count = 0
  beforeAll(async () => {
    const work = { uses: 'work', with: { seconds: '${{ inputs.seconds }}' } }
    project = await makeProject({
      nodes: { localhost: { transport: 'local', labels: { unit: 'a' } } },
      runbooks: {
        work: {
          inputs: {
            service: { type: 'string', maxLength: 40, required: true },
            seconds: { type: 'integer', maximum: 60, default: 0 },
          },
          targets: { select: 'unit=a', max: 1 },
          steps: [
            { ...work, lock: `lock-${process.pid}-\${{ inputs.service }} \${{ node.name }}` },
          ],
        },
      },
      modules: {
        ops: {
          manifest: {
            actions: {
              work: {
                description: 'd',
                run: 'work.sh',
                effect: 'change',
                input: { seconds: { type: 'integer', maximum: 60 } },
              },
            },
          },
          files: { 'work.sh': PLUGIN },
        },
      },
    })
  })
  afterAll(() => project.cleanup())

  const run = (params: Ask['params'], id?: string): Promise<RunAnswer> => {
    count += 1
    return runRequest(
      rune,
      {
        ...ASK,
        runbook: 'work',
        nodes: ['localhost'],
        params,
        ...(id === undefined ? {} : { correlation_id: id }),
      },
      {
        root: project.path,
        out: join(records, String(count)),
        signal: new AbortController().signal,
        progress,
      },
    )
  }

  it('runs nowhere while another run has the lock, and says which one', async () => {
    const holder = `holder-${process.pid}-${Date.now()}`
    const first = run({ service: 'nginx', seconds: 6 }, holder)
    // As long as the first one has not begun, the second one may be the first.
    let second = await run({ service: 'nginx' })
    while (second.report.nodes[0]?.good) second = await run({ service: 'nginx' })
    expect(second.report.nodes[0]?.steps[0]).toMatchObject({
      status: 'failed',
      executed: 'no',
      error: {
        kind: 'node-locked',
        message: `the lock is held on the node by ${holder}/localhost/work/do/1/1`,
      },
    })
    expect(second.report.exit_status).toBe(4)
    expect((await run({ service: 'redis' })).report).toMatchObject({ status: 'good' })
    expect((await first).report).toMatchObject({ status: 'good' })
    expect((await run({ service: 'nginx' })).report).toMatchObject({ status: 'good' })
  })

  it('is tried again until the lock is free, as often as a step is', async () => {
    const first = run({ service: 'short', seconds: 1 }, `short-${process.pid}-${Date.now()}`)
    let second = await run({ service: 'short' })
    while (
      second.report.nodes[0]?.steps[0]?.earlier === undefined &&
      (await settled(first)) === false
    )
      second = await run({ service: 'short' })
    expect(second.report.nodes[0]?.steps[0]?.earlier?.[0]).toMatchObject({ kind: 'node-locked' })
    await first
  })
})

async function settled(promise: Promise<unknown>): Promise<boolean> {
  return Promise.race([promise.then(() => true), Promise.resolve(false)])
}
