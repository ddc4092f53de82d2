import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Ask } from '../../src/app/ask.ts'
import { planOf } from '../../src/app/plan.ts'
import { runRequest } from '../../src/app/run.ts'
import type { RunAnswer } from '../../src/app/run-options.ts'
import { systemHost } from '../../src/host.ts'
import { limitsFor } from '../../src/lmm/limits.ts'
import { launchKey } from '../../src/lom/launch-key.ts'
import type { Plan, ReportNode, Runbook } from '../../src/protocol/types.gen.ts'
import { reportText } from '../../src/report/text.ts'
import { createRune } from '../../src/rune.ts'
import { sshTransport } from '../../src/transport/ssh.ts'
import { expectSoundRecord } from '../support/acceptance.ts'
import { startFleet } from '../support/fleet.ts'
import { makeProject, sshdNode, sshdNodes, type TestProject } from '../support/project.ts'
import { type SshdOptions, sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'

const missing = sshdMissing()
const folder = mkdtempSync(join(tmpdir(), 'rune-fan-out-'))
const endings: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})
afterAll(() => rmSync(folder, { recursive: true }))

const addresses = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `127.0.0.${i + 1}`)

async function start(options: SshdOptions): Promise<TestSshd> {
  const sshd = await startSshd(options)
  endings.push(() => sshd.stop())
  return sshd
}

// Before the library, which keeps a plugin's own output from stdout.
const FLOOD = `input=$(cat)
case "$input" in *'"node":"floods"'*) head -c 200000000 /dev/zero | tr '\\0' x; exit ;; esac
exec <<<"$input"
`

/** A project with one action, `work`, and one runbook of it that runs on the nodes with a label. */
async function projectOf(
  nodes: Parameters<typeof makeProject>[0]['nodes'],
  script: string,
  runbook: Partial<Runbook> = {},
): Promise<TestProject> {
  const project = await makeProject({
    nodes,
    runbooks: { work: { targets: { select: 'role=web' }, steps: [{ uses: 'work' }], ...runbook } },
    modules: {
      work: {
        manifest: {
          actions: {
            work: {
              description: 'Works',
              run: 'work.sh',
              effect: 'change',
              idempotent: true,
              timeout: '5s',
            },
          },
        },
        files: {
          'work.sh': `${FLOOD}source "\${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\n${script}`,
        },
      },
    },
  })
  endings.push(() => project.cleanup())
  return project
}

const ASK: Ask = { runbook: 'work', params: {}, dry_run: false, trigger: 'cli', actor: 'alice' }

let records = 0
async function run(project: TestProject, correlation?: string): Promise<RunAnswer> {
  records += 1
  const answer = await runRequest(
    createRune(systemHost),
    { ...ASK, ...(correlation === undefined ? {} : { correlation_id: correlation }) },
    {
      root: project.path,
      out: join(folder, String(records)),
      signal: new AbortController().signal,
      progress: { planned() {}, nodeEnded() {}, counted() {}, lost() {} },
    },
  )
  await expectSoundRecord(String(answer.recordPath))
  return answer
}

const web = { role: 'web' }

describe.skipIf(missing)(`many nodes over ssh ${missing ?? ''}`, () => {
  it('all end good where each try meets a full MaxStartups, and a second run finds them all', async () => {
    const sshd = await start({ addresses: addresses(10), maxStartups: '2:100:2' })
    const ledger = join(folder, 'pressed')
    const project = await projectOf(
      sshdNodes(sshd, 'node', web),
      `rune_ctx node >>${ledger}\nrune_ok worked\n`,
      { steps: [{ uses: 'work', retry: { attempts: 10 } }] },
    )
    const correlation = systemHost.uuid()
    const { report, recordPath } = await run(project, correlation)
    expect(report).toMatchObject({ status: 'good', counts: { nodes: 10, good: 10 } })
    const tries = report.nodes.flatMap(({ steps }) => steps.flatMap(({ earlier }) => earlier ?? []))
    expect(tries.length).toBeGreaterThan(0)
    for (const { executed, attempt, record } of tries) {
      expect([executed, attempt]).toEqual(['no', 1])
      expect(existsSync(join(String(recordPath), String(record)))).toBe(true)
    }
    // The same request again: whichever try ran has left its entry under the key that is asked for first.
    const { report: second } = await run(project, correlation)
    expect(second).toMatchObject({ status: 'good', counts: { good: 10 } })
    for (const { steps } of second.nodes) expect(steps[0]?.replay_of).toBeDefined()
    expect(readFileSync(ledger, 'utf8').trimEnd().split('\n').sort()).toEqual(
      Object.keys(sshdNodes(sshd)).sort(),
    )
  })

  it('run nothing under another key where somebody closed the first one', async () => {
    const sshd = await start({})
    const ledger = join(folder, 'closed')
    const project = await projectOf(
      sshdNodes(sshd, 'node', web),
      `echo ran >>${ledger}\nrune_ok worked\n`,
      { steps: [{ uses: 'work', retry: { attempts: 3 } }] },
    )
    const correlation = systemHost.uuid()
    const planned = await planOf(createRune(systemHost), ASK, { root: project.path })
    if (planned.kind !== 'plan') throw new Error('no plan')
    const parts = { correlationId: correlation, node: 'node-1', step: 'work', attempt: 1 }
    const transport = sshTransport(systemHost)
    endings.push(() => transport.close())
    const { privateKey, hostKey, address, port, user } = sshd
    const closed = await transport.collect(
      { name: 'node-1', transport: 'ssh', privateKey, hostKey, address, port, user },
      { runKey: launchKey(parts), plan: planned.planHash, nonce: '0'.repeat(32), become: false },
      { what: 'stop', told: false, waitMs: 5_000 },
      limitsFor(5_000),
      new AbortController().signal,
    )
    expect(closed.kind).toBe('not-started')
    const { report } = await run(project, correlation)
    expect(report.nodes[0]).toMatchObject({
      outcome: 'failed',
      steps: [{ attempt: 1, executed: 'no', error: { kind: 'launch-sealed' } }],
    })
    expect(existsSync(ledger)).toBe(false)
  })

  it('are left untouched, and named, when the first batch is not good', async () => {
    const sshd = await start({ addresses: addresses(6) })
    const project = await projectOf(
      sshdNodes(sshd, 'node', web),
      '[ "$(rune_ctx node)" != node-1 ] || rune_error 3 "not here"\nrune_ok worked\n',
      { rollout: { batches: [1, '50%'], 'max-failures': '20%' } },
    )
    const { report, recordPath } = await run(project)
    const plan = JSON.parse(readFileSync(join(String(recordPath), 'plan.json'), 'utf8')) as Plan
    expect([plan.batches, plan.max_failures]).toEqual([[1, 3, 2], 1])
    expect(report).toMatchObject({
      status: 'failed',
      exit_status: 4,
      counts: { nodes: 6, good: 0, failed: 1, untouched: 5 },
      problems: [{ kind: 'rollout-stopped', severity: 'error' }],
    })
    expect(sshd.connections()).toBe(1)
    expect(reportText(report, { colour: false })).toContain(
      'untouched        5 nodes  nothing was run: node-2, node-3, node-4, node-5, node-6\n',
    )
    expect(reportText(report, { colour: false })).toContain(
      'node-1 of the first batch ended as failed, and the first batch has to be good: 5 nodes were left untouched\n',
    )
  })

  it('are tried again as the runbook says when the plugin fails, and the node runs each attempt once', async () => {
    const sshd = await start({ addresses: addresses(3) })
    const ledger = join(folder, 'ledger')
    const project = await projectOf(
      sshdNodes(sshd, 'node', web),
      `node=$(rune_ctx node) attempt=$(rune_ctx attempt)
echo "$node $attempt" >>${ledger}
[ "$node" != node-2 ] || [ "$attempt" = 3 ] || rune_error 3 "not yet"
rune_ok worked\n`,
      { steps: [{ uses: 'work', retry: { attempts: 3, backoff: '100ms' } }] },
    )
    const { report } = await run(project)
    expect(report).toMatchObject({ status: 'good', counts: { good: 3 } })
    expect(readFileSync(ledger, 'utf8').trimEnd().split('\n').sort()).toEqual([
      'node-1 1',
      'node-2 1',
      'node-2 2',
      'node-2 3',
      'node-3 1',
    ])
    const tried = report.nodes.find(({ name }) => name === 'node-2')?.steps[0]
    expect(tried).toMatchObject({ attempt: 3, earlier: [{ attempt: 1 }, { attempt: 2 }] })
  })

  it('are not disturbed by one that hangs, one that floods and one that resets', async () => {
    const [fleet, hangs, floods, resets] = await Promise.all([
      startFleet(47, web),
      start({}),
      start({}),
      reset(),
    ])
    endings.push(() => fleet.stop())
    const marker = join(folder, 'hanging')
    const project = await projectOf(
      {
        ...fleet.nodes,
        hangs: sshdNode(hangs, { labels: web }),
        floods: sshdNode(floods, { labels: web }),
        resets: {
          ...sshdNode(floods, { labels: web }),
          ssh: { ...sshdNode(floods).ssh, port: resets },
        },
      },
      `if [ "$(rune_ctx node)" = hangs ]; then touch ${marker}; sleep 60; fi
rune_ok worked\n`,
    )
    const freezing = (async () => {
      while (!existsSync(marker)) await delay(50)
      hangs.freezeConnections()
    })()
    const { report } = await run(project)
    await freezing
    expect(report.counts).toMatchObject({ nodes: 50, good: 47 })
    const of = (name: string): ReportNode | undefined =>
      report.nodes.find((node) => node.name === name)
    expect(of('floods')?.error).toMatchObject({ kind: 'output-too-large', executed: 'yes' })
    expect(of('resets')?.error).toMatchObject({ executed: 'no' })
    expect(of('resets')?.steps[0]?.earlier).toHaveLength(2)
    expect(of('hangs')?.good).toBe(false)
    expect(of('hangs')?.steps[0]?.executed).not.toBe('no')
    const others = report.nodes.slice(3)
    expect(new Set(others.map(({ name }) => name)).size).toBe(47)
    for (const node of others) {
      expect(node).toMatchObject({ outcome: 'done', steps: [{ attempt: 1, executed: 'yes' }] })
      expect(node.duration_ms).toBeLessThan(30_000)
    }
  }, 120_000)
})

/** A port where every connection is reset as soon as it is there. */
async function reset(): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.resetAndDestroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endings.push(() => new Promise((resolve) => server.close(resolve)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  return address.port
}
