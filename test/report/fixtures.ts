/** One plan and one report as the tests of this folder use them; both fit their schemas. */
import type {
  Approval,
  Plan,
  ReportError,
  ReportNode,
  RunReport,
} from '../../src/protocol/types.gen.ts'
import type { Provenance } from '../../src/report/provenance.ts'

const sha = 'ab'.repeat(32)

export const plan: Plan = {
  schema_version: '1.0',
  runbook: { name: 'restart-service', description: 'Restart a systemd service', sha256: sha },
  content: { versioned: true, commit: '1'.repeat(40) },
  dry_run: false,
  params: { service: 'nginx' },
  effect: 'change',
  nodes: [
    {
      name: 'web-1',
      transport: 'ssh',
      transport_reason: 'the inventory says ssh',
      address: '10.0.0.11',
      port: 22,
      user: 'rune',
      labels: { role: 'web' },
      host_key_sha256: 'SHA256:abc',
    },
    {
      name: 'localhost',
      transport: 'local',
      transport_reason: 'the inventory says local',
      labels: {},
    },
  ],
  steps: [
    {
      id: 'restart',
      action: 'service_restart',
      module: 'core_ops',
      module_version: '1.2.0',
      effect: 'change',
      become: true,
      idempotent: true,
      dry_run_supported: false,
      bundle_sha256: sha,
      timeout_ms: 60_000,
      input: { service: 'nginx' },
      requires: ['bash'],
    },
  ],
  concurrency: 64,
  gates: [{ gate: 'effects', verdict: 'passed' }],
}

export function error(kind: string, message: string, more: Partial<ReportError> = {}): ReportError {
  return {
    kind,
    code: -32500,
    message,
    advice: `advice for ${kind}`,
    executed: 'yes',
    retryable: false,
    ...more,
  }
}

export function badNode(
  name: string,
  outcome: ReportNode['outcome'],
  why?: ReportError,
): ReportNode {
  return {
    name,
    outcome,
    good: false,
    steps: why
      ? [
          {
            id: 'restart',
            action: 'service_restart',
            status: 'failed',
            executed: 'yes',
            error: why,
          },
        ]
      : [],
  }
}

export function goodNode(name: string, output?: Record<string, unknown>): ReportNode {
  return {
    name,
    outcome: 'done',
    good: true,
    duration_ms: 1240,
    steps: [
      {
        id: 'status',
        action: 'service_status',
        status: 'succeeded',
        executed: 'yes',
        ...(output === undefined ? {} : { output }),
      },
    ],
  }
}

export function report(nodes: ReportNode[], more: Partial<RunReport> = {}): RunReport {
  const count = (...outcomes: string[]) =>
    nodes.filter(({ outcome }) => outcomes.includes(outcome)).length
  const good = nodes.filter((node) => node.good).length
  return {
    schema_version: '1.0',
    run_id: '3f0c1c3e-8f1c-4a3d-9a53-4a1f7d3f0001',
    correlation_id: 'INC-42',
    status: good === nodes.length ? 'good' : 'failed',
    exit_status: good === nodes.length ? 0 : 4,
    runbook: { name: 'restart-service' },
    dry_run: false,
    trigger: 'cli',
    actor: 'alice',
    plan_hash: sha,
    tool: { name: 'rune', version: '0.1.0' },
    started_at: '2026-11-20T12:00:00.000Z',
    finished_at: '2026-11-20T12:00:02.000Z',
    duration_ms: 2000,
    counts: {
      nodes: nodes.length,
      good,
      failed: count('failed', 'not_fixed', 'rolled_back', 'rollback_failed', 'refused'),
      unknown: count('unknown'),
      cancelled: count('cancelled'),
      untouched: count('untouched'),
    },
    nodes,
    problems: [],
    record: '.rune/runs/1',
    ...more,
  }
}

/** Everything at once that a terminal, a log or Markdown might obey. */
export const HOSTILE =
  '\n::add-mask::e\r##[error]x \u001b[2J\u202e <img src=x> [a](javascript:1) @org/team #1 | `x` https://e.example'

const file = (path: string, more: Partial<Approval>): Approval => ({
  path,
  blob: 'c'.repeat(40),
  commit: 'd'.repeat(40),
  approvers: [],
  ...more,
})

/** Two pull requests, a commit of none, and what the baseline covers. */
export const provenance: Provenance = {
  approval_source: 'github',
  approvals: [
    file('inventory.yaml', { baseline: true, commit: 'b'.repeat(40) }),
    file('plugins/ops/module.yaml', { pull: 42, head: 'e'.repeat(40), approvers: ['carol'] }),
    file('rune.yaml', {}),
    file('runbooks/restart.yaml', { pull: 7, head: 'f'.repeat(40), approvers: ['carol', 'dave'] }),
    file('plugins/ops/restart.sh', { pull: 42, head: 'e'.repeat(40), approvers: ['carol'] }),
  ],
  environment_approvals: [{ environments: ['remediation'], state: 'approved', user: 'dave' }],
  earlier_runs: [
    {
      url: 'https://github.com/octo/recovery/actions/runs/3',
      created_at: '2026-11-20T12:00:00Z',
      status: 'completed',
      conclusion: 'success',
    },
    {
      url: 'https://github.com/octo/recovery/actions/runs/4',
      created_at: '2026-11-20T12:01:00Z',
      status: 'queued',
    },
  ],
}

export const hostileProvenance: Provenance = {
  approval_source: 'github',
  approvals: [file(HOSTILE, { blob: HOSTILE, pull: 1, head: HOSTILE, approvers: [HOSTILE] })],
  environment_approvals: [{ environments: [HOSTILE], state: 'approved', user: HOSTILE }],
  earlier_runs: [{ url: HOSTILE, created_at: HOSTILE, status: HOSTILE }],
}
