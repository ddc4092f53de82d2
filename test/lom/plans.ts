/** Small plans for tests of what carries them out, and a record in memory. */
import { type Host, systemHost } from '../../src/host.ts'
import type { AskLmm, Attempt, NodeRunInit, RunLog } from '../../src/lom/node-run.ts'
import { errorSummary } from '../../src/protocol/eps-message.ts'
import { type Fault, fault } from '../../src/protocol/errors.ts'
import type {
  Plan,
  PlanNode,
  PlanStep,
  RcsMessage,
  StepRecord,
} from '../../src/protocol/types.gen.ts'

export const planNode = (name: string): PlanNode => ({
  name,
  transport: 'ssh',
  transport_reason: 'test',
  labels: {},
})

export const planStep = (id: string): PlanStep => ({
  id,
  action: 'hello',
  module: 'test',
  module_version: '1.0.0',
  effect: 'read',
  become: false,
  idempotent: false,
  dry_run_supported: false,
  bundle_sha256: '0'.repeat(64),
  timeout_ms: 1_000,
  input: {},
  requires: [],
})

export function planOf(nodes: readonly string[], more: Partial<Plan> = {}): Plan {
  return {
    schema_version: '1.0',
    content: { versioned: false },
    dry_run: false,
    params: {},
    effect: 'read',
    nodes: nodes.map(planNode),
    steps: [planStep('a')],
    concurrency: 64,
    gates: [],
    ...more,
  }
}

/** A clock that jumps over every wait; `waits` are what was asked for. */
export function jumpingHost(): Host & { readonly waits: number[] } {
  const waits: number[] = []
  return {
    ...systemHost,
    waits,
    sleep: async (ms) => {
      waits.push(ms)
    },
  }
}

/** What the record was told, one line an event: `prepared web-1/a 2`, and ` #n` where the try has another number. */
export function memoryLog(): RunLog & { readonly lines: string[] } {
  const lines: string[] = []
  const at = ({ node, step, attempt, n }: Attempt): string =>
    `${node}/${step} ${attempt}${n === attempt ? '' : ` #${n}`}`
  const file = ({ node, step, n }: Attempt) => ({ record: `nodes/${node}/${step}.${n}.json` })
  return {
    lines,
    prepared: async (attempt) => {
      lines.push(`prepared ${at(attempt)}`)
      return 'go'
    },
    tried: async (attempt) => {
      lines.push(`tried ${at(attempt)}`)
      return file(attempt)
    },
    started: async (attempt) => {
      lines.push(`started ${at(attempt)}`)
      return 'go'
    },
    ended: async (attempt, { status }) => {
      lines.push(`ended ${at(attempt)} ${status}`)
      return file(attempt)
    },
    nodeEnded: async ({ name, outcome }) => {
      lines.push(`node-ended ${name} ${outcome}`)
    },
  }
}

export function initOf(plan: Plan, ask: AskLmm, more: Partial<NodeRunInit> = {}): NodeRunInit {
  return {
    host: jumpingHost(),
    plan,
    planHash: 'f'.repeat(64),
    again: false,
    launchSeed: 'e'.repeat(32),
    runId: systemHost.uuid(),
    correlationId: 'test',
    trace: { traceId: '0'.repeat(32), spanId: '0'.repeat(16) },
    actor: 'alice',
    ask,
    log: memoryLog(),
    inputCheck: () => () => [],
    ...more,
  }
}

/** The LMM's answer to a request: a success, or the fault. */
export function answerOf(
  request: RcsMessage,
  problem?: Fault,
  evidence?: StepRecord['evidence'],
): Awaited<ReturnType<AskLmm>> {
  const data =
    problem === undefined
      ? { status: 'succeeded', executed: 'yes', output_data: {}, warnings: [] }
      : {
          status: problem.executed === 'unknown' ? 'unknown' : 'failed',
          executed: problem.executed,
          error: errorSummary(problem, 'hello'),
          warnings: [],
        }
  const result: RcsMessage = { ...request, payload: { ...request.payload, data } }
  const record: StepRecord = { rcs_request: request, rcs_result: result }
  return { result, record: evidence === undefined ? record : { ...record, evidence } }
}

export const refused = fault('connect-refused', 'nobody listens', { phase: 'connect' })
