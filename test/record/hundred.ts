/** A finished record of exactly a hundred events, as a run writes it, for those who try to change it unseen. */
import { canonicalSha256 } from '../../src/protocol/envelope.ts'
import { rcsMessage } from '../../src/protocol/rcs.ts'
import type { Plan, ReportNode, RunReport, StepRecord } from '../../src/protocol/types.gen.ts'
import { attestRecord } from '../../src/record/attest.ts'
import {
  ended,
  nodeEnded,
  planned,
  prepared,
  runEnded,
  runStarted,
  started,
  tried,
} from '../../src/record/events.ts'
import { createRecord } from '../../src/record/folder.ts'
import type { Head } from '../../src/record/journal.ts'

export const RUN_ID = '5f0c3c1e-0000-4000-8000-00000000a0d1'
const AT = '2026-01-01T00:00:00.000Z'
const NODES = Array.from({ length: 24 }, (_, index) => `web-${index + 1}`)

const message = (source: 'LOM' | 'LMM') =>
  rcsMessage({
    stamp: { messageId: RUN_ID, createdAt: AT },
    trace: { traceId: '0'.repeat(32), spanId: '0'.repeat(16) },
    correlationId: 'hundred',
    eventType: source === 'LOM' ? 'ACTION_EXECUTE_REQUEST' : 'ACTION_EXECUTED',
    source,
    target: source === 'LOM' ? 'LMM' : 'LOM',
    tags: [],
    data: {},
  })
const messages: StepRecord = { rcs_request: message('LOM'), rcs_result: message('LMM') }

export const PLAN: Plan = {
  schema_version: '1.0',
  action: 'restart',
  content: { versioned: false, reason: 'outside git' },
  dry_run: false,
  params: {},
  effect: 'read',
  nodes: NODES.map((name) => ({
    name,
    transport: 'ssh',
    transport_reason: 'inventory',
    labels: {},
  })),
  steps: [],
  concurrency: 1,
  gates: [{ gate: 'allow-list', verdict: 'passed' }],
}

const FACTS = {
  correlation_id: 'hundred',
  action: 'restart',
  dry_run: false,
  trigger: 'cli',
  actor: 'alice',
  tool: { name: 'rune', version: '0.1.0' },
} as const

const nodeOf = (name: string): ReportNode => ({
  name,
  outcome: 'done',
  good: true,
  steps: [{ id: 'restart', action: 'restart', status: 'succeeded', executed: 'yes' }],
})

export const REPORT: RunReport = {
  ...FACTS,
  schema_version: '1.0',
  run_id: RUN_ID,
  status: 'good',
  exit_status: 0,
  plan_hash: canonicalSha256(PLAN),
  started_at: AT,
  finished_at: AT,
  duration_ms: 0,
  counts: { nodes: 24, good: 24, failed: 0, unknown: 0, cancelled: 0, untouched: 0 },
  nodes: NODES.map(nodeOf),
  problems: [],
}

/** Writes it and gives its head. `upTo` leaves it as it was when so many nodes had ended. */
export async function writeHundred(path: string, upTo?: number): Promise<Head> {
  const record = await createRecord(path, { runId: RUN_ID, now: () => AT })
  const { journal } = record
  await journal.append(runStarted(FACTS))
  const steps = [{ id: 'restart', action: 'restart' }]
  const facts = {
    plan_hash: canonicalSha256(PLAN),
    launch_seed: '0'.repeat(32),
    nodes: NODES,
    steps,
  }
  await journal.append(planned(facts, [await record.writePlan(PLAN)]))
  for (const [index, node] of NODES.entries()) {
    if (index === upTo) return closed()
    const attempt = { node, step: 'restart', attempt: 1 }
    await journal.append(prepared(attempt))
    if (index === 0) await journal.append(tried(attempt, {}))
    await journal.append(started(attempt, { hostKeySha256: `SHA256:${index}` }))
    const written = await record.writeStep({ node, step: 'restart', n: 1 }, messages)
    await journal.append(ended(attempt, { status: 'succeeded', executed: 'yes', ...written }))
    await journal.append(nodeEnded(node, 'done', true))
  }
  const files = [await record.writeReport(REPORT), await record.writeSummary('# Good\n')]
  await journal.append(runEnded(REPORT, files))
  await attestRecord(path, { state: 'finished', report: REPORT })
  return closed()

  async function closed(): Promise<Head> {
    await record.close()
    return journal.head()
  }
}
