import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runRequest } from '../../src/app/run.ts'
import { runErrors } from '../../src/app/run-errors.ts'
import type { Progress } from '../../src/app/run-options.ts'
import { systemHost } from '../../src/host.ts'
import { errorSummary } from '../../src/protocol/eps-message.ts'
import { fault } from '../../src/protocol/errors.ts'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { ErrorLine, InventoryNode, ReportNode } from '../../src/protocol/types.gen.ts'
import { verifyFolder } from '../../src/record/verify-folder.ts'
import { createRune } from '../../src/rune.ts'
import { acceptanceModule, expectSoundRecord } from '../support/acceptance.ts'
import { makeProject, type TestProject } from '../support/project.ts'

const NODES = 500

let project: TestProject
let records: string
beforeAll(async () => {
  records = mkdtempSync(join(tmpdir(), 'rune-errors-'))
  // Without a private key each of them fails by itself, before anything is connected to.
  const far = Array.from({ length: NODES }, (_, i): [string, InventoryNode] => [
    `web-${String(i).padStart(3, '0')}`,
    {
      address: `127.0.${Math.floor(i / 200)}.${(i % 200) + 1}`,
      labels: { role: 'web' },
      transport: 'ssh',
      ssh: {
        user: 'rune',
        'host-key':
          'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGzT1yZ0g0O1b7d7m3xgL0m0a6g7k8y9r0q1w2e3r4t5',
      },
    },
  ])
  project = await makeProject({
    nodes: { ...Object.fromEntries(far), here: { transport: 'local', labels: { role: 'local' } } },
    modules: { acceptance: acceptanceModule },
    runbooks: { hello: { steps: [{ uses: 'hello' }] } },
    policy: {
      allow: [{ effects: ['read'], actors: ['*'], triggers: ['cli'] }],
      limits: { 'max-targets': 1000, transports: ['ssh', 'local'], unversioned: ['read'] },
    },
  })
})
afterAll(async () => {
  await project.cleanup()
  rmSync(records, { recursive: true })
})

async function run(name: string, select: string) {
  const [told, counted]: [string[], string[]] = [[], []]
  const progress: Progress = {
    planned: () => undefined,
    nodeEnded: (_node, _done, _total, text) => told.push(text),
    counted: (text) => counted.push(text),
    lost: () => undefined,
  }
  const out = join(records, name)
  const { report } = await runRequest(
    createRune(systemHost),
    { runbook: 'hello', select, params: {}, dry_run: false, trigger: 'cli', actor: 'alice' },
    { root: project.path, out, signal: new AbortController().signal, progress },
  )
  await expectSoundRecord(out)
  return { report, told, counted, out, file: join(out, 'errors.ndjson') }
}

describe('a run on 500 nodes that all fail', () => {
  it('shows a hundred of them, counts the others, and records every one', async () => {
    const { report, told, counted, out, file } = await run('many', 'role=web')
    expect(report.counts).toMatchObject({ nodes: NODES, failed: NODES })
    expect(told).toHaveLength(100)
    expect(told[0]).toMatch(
      /^failed {2}web-\d+ {2}hello: credentials-missing: .* \[executed: no\]$/,
    )
    expect(counted).toEqual([
      expect.stringMatching(/^400 more errors, .*: 400 x credentials-missing \(fingerprint /),
    ])

    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    const kept = lines.map((line) => JSON.parse(line) as ErrorLine)
    expect(new Set(kept.map(({ node }) => node)).size).toBe(NODES)
    expect(new Set(kept.map(({ fingerprint }) => fingerprint)).size).toBe(1)
    // The whole message of each is beside it.
    const [first] = kept
    const step = readFileSync(join(out, `nodes/${first?.node}/hello.1.json`), 'utf8')
    expect(step).toContain(first?.message_id ?? 'no id')
    expect(readdirSync(join(out, 'nodes'))).toHaveLength(NODES)
  })
})

describe('errors.ndjson', () => {
  it('is not there where nothing failed', async () => {
    const { told, counted, file } = await run('none', 'role=local')
    expect(told).toEqual([expect.stringContaining('done')])
    expect(counted).toEqual([])
    expect(existsSync(file)).toBe(false)
  })

  it('is part of what the record proves', async () => {
    const { out, file } = await run('changed', 'role=web')
    appendFileSync(file, '{}\n')
    const { flaws } = await verifyFolder(out)
    expect(flaws.map(({ path }) => path)).toEqual(['errors.ndjson'])
  })
})

describe('an error that the LMM made no message of', () => {
  const node = (more: Partial<ReportNode>): ReportNode => ({
    name: 'web-1',
    outcome: 'failed',
    good: false,
    transport: 'ssh',
    steps: [],
    ...more,
  })
  const errors = () =>
    runErrors({
      host: systemHost,
      trace: { traceId: '0'.repeat(32), spanId: '0'.repeat(16) },
      correlationId: 'INC-1',
      eps: () => undefined,
      counted: () => undefined,
    })

  it('is told and kept all the same, of a step or of a node', () => {
    const own = errors()
    const refused = errorSummary(
      fault('param-invalid', 'step one: /word: x', { phase: 'plan' }),
      'a',
    )
    const lost = errorSummary(fault('internal', 'a bug\ud800'))
    const text = own.tell(
      node({
        error: refused,
        steps: [
          { id: 'one', action: 'a', status: 'failed', executed: 'no', attempt: 1, error: refused },
        ],
      }),
    )
    expect(text).toBe('failed  web-1  one: param-invalid: step one: /word: x [executed: no]')
    expect(own.tell(node({ outcome: 'unknown', error: lost }))).toMatch(
      /^unknown {2}web-1 {2}internal/,
    )
    const lines = own.lines().trimEnd().split('\n')
    for (const line of lines) expect(issuesOf('error-line', JSON.parse(line))).toEqual([])
    expect(lines.map((line) => (JSON.parse(line) as ErrorLine).fingerprint)).toEqual([
      refused.fingerprint,
      lost.fingerprint,
    ])
    own.close()
  })
})
