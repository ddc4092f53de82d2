/** One refusal of every gate, judged as a run is: what docs/policy.md shows. */

import type { Circumstances } from '../../src/lom/judge.ts'
import { judgeDraft, type PlanResult } from '../../src/lom/judge.ts'
import { draftPlan } from '../../src/lom/plan.ts'
import { loadProject } from '../../src/lom/project.ts'
import type { Request } from '../../src/protocol/types.gen.ts'
import type { About } from '../../src/repository/content.ts'
import { memoryContent } from './content.ts'

export interface Judged {
  /** Below `policy:`, two spaces deep; in place of, or after, what allows everything. */
  readonly policy?: string
  readonly request?: Partial<Request>
  readonly moment?: Partial<Circumstances>
  readonly about?: About
}

export interface Example extends Judged {
  readonly gate: string
  /** What it holds, for the table. */
  readonly holds: string
}

export const ALLOW = `
  allow:
    - { effects: [read, change, destructive], actors: ["*"], triggers: [cli, workflow_dispatch, repository_dispatch] }`
export const LIMITS = `
  limits: { transports: [ssh] }`
/** Nobody is asked whether anybody approved it. */
export const APPROVALS = `
  approvals: { change: 0, destructive: 0, policy-change: 0 }`

export const FILES = {
  'inventory.yaml': `
defaults: { transport: ssh, ssh: { user: rune } }
nodes:
  web-1: { address: 10.0.0.1, labels: { role: web, env: prod } }
  web-2: { address: 10.0.0.2, labels: { role: web, env: prod } }
  dev-1: { address: 10.0.0.3, labels: { role: dev, env: dev } }
  here: { transport: local, labels: { role: self } }
`,
  'plugins/ops/module.yaml': `
module: ops
version: 1.0.0
description: d
actions:
  look: { description: d, run: a.sh, effect: read }
  restart: { description: d, run: a.sh, effect: change }
  wipe: { description: d, run: a.sh, effect: destructive }
  rotate: { description: d, run: a.sh, effect: change, input: { password: { type: string, secret: true, required: true } } }
`,
  'runbooks/rotate.yaml':
    'name: rotate\ndescription: d\ntargets: { select: role=web }\ninputs: { db_admin: { type: string, secret: true, required: true } }\nsteps:\n  - { uses: rotate, with: { password: "${{ inputs.db_admin }}" } }\n',
  'plugins/ops/a.sh': 'true',
  'runbooks/look.yaml':
    'name: look\ndescription: d\ntargets: { select: role=web }\nsteps:\n  - { uses: look }\n',
  'runbooks/restart.yaml':
    'name: restart\ndescription: d\ntargets: { select: role=web }\nsteps:\n  - { uses: look }\n  - { uses: restart }\n',
  'runbooks/wipe.yaml':
    'name: wipe\ndescription: d\ntargets: { select: role=web }\nsteps:\n  - { uses: wipe }\n',
  'runbooks/here.yaml':
    'name: here\ndescription: d\ntargets: { select: role=self }\nsteps:\n  - { uses: look }\n',
} as const

/** A Saturday. */
export const NOW = '2026-11-21T12:00:00.000Z'
export const MAIN = { name: 'refs/heads/main', defaultBranch: 'main' } as const

/** `rune` is the whole of rune.yaml; undefined: there is none. */
export async function judge(
  rune: string | undefined,
  { request = {}, moment = {}, about }: Judged,
): Promise<PlanResult> {
  const files = { ...FILES, ...(rune === undefined ? {} : { 'rune.yaml': rune }) }
  const project = await loadProject(memoryContent(files, about))
  const asked: Request = {
    runbook: 'restart',
    params: {},
    dry_run: false,
    trigger: 'cli',
    actor: 'alice',
    correlation_id: 'test',
    received_at: moment.now ?? NOW,
    ...request,
  }
  const drafted = draftPlan(asked, project)
  if (drafted.kind === 'invalid') return drafted
  return judgeDraft(drafted.draft, {
    request: asked,
    project,
    circumstances: { now: NOW, ref: MAIN, ...moment },
  })
}

/** A policy that allows everything, but for what the given keys say. */
export function runeYaml(policy = ''): string {
  const own = [
    ['allow', ALLOW],
    ['limits', LIMITS],
    ['approvals', APPROVALS],
  ].flatMap(([key, text]) =>
    policy.includes(`\n  ${key}:`) || policy.startsWith(`  ${key}:`) ? [] : [text],
  )
  return `version: 1\npolicy:${own.join('')}\n${policy}\n`
}

/** Gate and reason of each refusal. */
export async function refusalsOf(example: Judged): Promise<readonly (readonly [string, string])[]> {
  const result = await judge(runeYaml(example.policy), example)
  if (result.kind === 'plan') return []
  return result.problems.map(({ rule = '', message }) => [rule, message] as const)
}

const CI = { trigger: 'workflow_dispatch' } as const
const GLASS = '  break-glass: { actors: ["user:alice"], relaxes: [windows], ticket: "INC-[0-9]+" }'

export const EXAMPLES: readonly Example[] = [
  {
    gate: 'allow-list',
    holds: '`allow`: who may run what, where, how started',
    policy:
      '  allow:\n    - { effects: [read, change], actors: ["team:sre"], triggers: [workflow_dispatch], targets: env=prod }',
    request: { ...CI, actor: 'eve' },
    moment: { teams: new Map([['eve', ['web']]]) },
  },
  {
    gate: 'limits',
    holds: '`limits.max-targets`, `limits.concurrency`, `targets.max` of the runbook',
    policy: '  limits: { transports: [ssh], max-targets: 1, concurrency: 1 }',
  },
  {
    gate: 'transports',
    holds: '`limits.transports`: how nodes are reached',
    request: { runbook: 'here' },
  },
  {
    gate: 'unversioned',
    holds: '`limits.unversioned`: effects of content that is not committed',
    about: { versioned: false, reason: 'outside git' },
  },
  {
    gate: 'windows',
    holds: '`windows`: times of the week',
    policy:
      '  windows:\n    - { effects: [change], zone: Europe/Berlin, days: [mon-thu], from: "09:00", to: "16:00" }',
  },
  {
    gate: 'freezes',
    holds: '`freezes`: times without changes',
    policy:
      '  freezes:\n    - { from: "2026-11-20T00:00:00Z", to: "2026-11-30T00:00:00Z", effects: [change, destructive], reason: sale }',
  },
  {
    gate: 'maintenance',
    holds: '`maintenance`: while it is on, only reads',
    policy: '  maintenance: { on: true, reason: the network is rebuilt }',
  },
  {
    gate: 'refs',
    holds: '`limits.refs`: from which branch GitHub starts a run',
    request: CI,
    moment: { ref: { name: 'refs/heads/try-it', defaultBranch: 'main' } },
  },
  {
    gate: 'request-age',
    holds: '`limits.request-age`: how old a request may be',
    policy: '  limits: { transports: [ssh], request-age: 15m }',
    request: CI,
    moment: { requestedAt: '2026-10-23T12:00:00Z' },
  },
  {
    gate: 'secrets',
    holds: '`secrets`: which runbook reads which `RUNE_SECRET_<NAME>`',
    policy: '  secrets: { rotate: [DB_USER] }',
    request: { runbook: 'rotate' },
  },
  {
    gate: 'approvals',
    holds: '`approvals`: who has to have approved what is used, see [Approvals](approvals.md)',
    policy: '  approvals: { change: 1 }',
    request: CI,
    moment: {
      approvals: {
        source: 'github',
        changes: [
          {
            about: 'content',
            path: 'runbooks/restart.yaml',
            blob: '0'.repeat(40),
            commit: 'c0ffee'.padEnd(40, '0'),
            pull: 118,
            approvers: [],
            discounted: [{ kind: 'approval-self', who: 'alice', why: 'wrote the pull request' }],
          },
        ],
      },
    },
  },
  {
    gate: 'duplicate',
    holds: 'an earlier run under the same correlation id that nodes have forgotten',
    request: CI,
    moment: {
      earlierRuns: [
        {
          status: 'completed',
          created_at: '2026-11-01T12:00:00Z',
          url: 'https://github.com/OWNER/REPOSITORY/actions/runs/77',
        },
      ],
    },
  },
  {
    gate: 'break-glass',
    holds: '`break-glass`: who passes which of these in an emergency',
    policy: GLASS,
    request: { actor: 'eve', break_glass: true, reason: '   help   ', ticket: 'none' },
  },
]

/** The table of docs/policy.md. */
export async function gateTable(): Promise<string> {
  const rows = await Promise.all(
    EXAMPLES.map(async (example) => {
      const found = (await refusalsOf(example)).filter(([gate]) => gate === example.gate)
      const reasons = found.map(([, reason]) => reason.replaceAll('|', '\\|'))
      return `| \`${example.gate}\` | ${example.holds} | ${reasons.join(' ')} |`
    }),
  )
  return ['| gate | holds | a refusal |', '|---|---|---|', ...rows].join('\n')
}
