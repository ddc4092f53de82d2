/** A git repository on a fake GitHub: changes go through pull requests that are scripted, and plans are judged against both. */
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ApprovalSource } from '../../src/app/approvals.ts'
import type { Ask } from '../../src/app/ask.ts'
import { type PlanAnswer, planOf } from '../../src/app/plan.ts'
import { runRequest } from '../../src/app/run.ts'
import { openGitHub } from '../../src/github/github.ts'
import { type Host, systemHost } from '../../src/host.ts'
import type { ProjectFile, RunReport } from '../../src/protocol/types.gen.ts'
import type { Rune } from '../../src/rune.ts'
import {
  type FakeGitHub,
  type FakePull,
  type FakeState,
  startFakeGitHub,
} from '../support/fake-github.ts'
import { makeProject, type TestProject } from '../support/project.ts'

const MAIN = { ref: { name: 'refs/heads/main', defaultBranch: 'main' } } as const

export const TOKEN = 'token-that-nobody-else-may-see'

/** Whoever asks it for a node has gone past the gates. */
const NOWHERE: Omit<Rune, 'host'> = {
  hostKeysOf: () => {
    throw new Error('a node was connected to')
  },
  connect: () => {
    throw new Error('a node was connected to')
  },
  collect: () => {
    throw new Error('a node was connected to')
  },
}

export const POLICY: ProjectFile['policy'] = {
  allow: [{ effects: ['read', 'change'], actors: ['*'], triggers: ['workflow_dispatch', 'cli'] }],
  approvals: { change: 1, 'policy-change': 1 },
  limits: { transports: ['ssh'] },
}

const SCRIPT = 'plugins/ops/restart.sh'

export interface Box {
  readonly project: TestProject
  readonly github: FakeGitHub
  readonly host: Host & { readonly waits: number[] }
  readonly warnings: string[]
  git(...args: string[]): string
  /** Commits everything as it is, on the branch that is checked out. */
  commit(path: string, text: string): Promise<string>
  /** A pull request with this content of the script, squashed onto main, and reviewed by carol unless told otherwise. */
  squash(
    text: string,
    pull?: (at: { head: string; merged: string }) => Partial<FakePull>,
  ): Promise<FakePull>
  plan(more?: PlanMore): Promise<PlanAnswer>
  /** Whatever connects to a node makes it end with `internal`. */
  run(more?: PlanMore): Promise<RunReport>
  stop(): Promise<void>
}

export interface PlanMore {
  readonly actor?: string
  readonly triggeringActor?: string
  readonly action?: 'restart' | 'look'
  readonly correlationId?: string
  readonly workflow?: string
  readonly deadlineMs?: number
  readonly callMs?: number
}

/** rune.yaml has a baseline: what is there at the start is covered, and rune.yaml itself by pull request 1. */
export async function openBox(more: Partial<FakeState> = {}): Promise<Box> {
  const effect = (name: 'read' | 'change', run: string) => ({ description: run, run, effect: name })
  const project = await makeProject({
    nodes: { 'web-1': { address: '192.0.2.1', ssh: { user: 'rune' } } },
    modules: {
      ops: {
        manifest: {
          actions: { restart: effect('change', 'restart.sh'), look: effect('read', 'look.sh') },
        },
        files: { 'restart.sh': 'echo 0\n', 'look.sh': 'echo 0\n' },
      },
    },
    policy: POLICY,
    git: true,
  })
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
      cwd: project.path,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .toString()
      .trim()
  const commit = async (path: string, text: string): Promise<string> => {
    await project.write(path, text)
    return project.commitAll()
  }
  const github = await startFakeGitHub(project.path, {
    permissions: { alice: 'write', carol: 'write', dave: 'write', erin: 'read' },
    ...more,
  })
  const waits: number[] = []
  let waited = 0
  const host: Box['host'] = {
    ...systemHost,
    waits,
    monotonicMs: () => systemHost.monotonicMs() + waited,
    sleep: async (ms) => {
      waits.push(ms)
      waited += ms
    },
  }
  const warnings: string[] = []
  let number = 0
  const addPull = (pull: FakePull): FakePull => {
    github.state.pulls = [...github.state.pulls, pull]
    return pull
  }
  const squash: Box['squash'] = async (text, pull = () => ({})) => {
    number += 1
    git('checkout', '--quiet', '-B', `topic-${number}`)
    await project.write(SCRIPT, text)
    git('commit', '--quiet', '--all', '--message=topic')
    const head = git('rev-parse', 'HEAD')
    git('checkout', '--quiet', 'main')
    git('merge', '--quiet', '--squash', `topic-${number}`)
    git('commit', '--quiet', `--message=squash (#${number})`)
    const merged = git('rev-parse', 'HEAD')
    const reviews = [{ by: 'carol', head }]
    return addPull({ number, author: 'alice', merged, reviews, ...pull({ head, merged }) })
  }
  const root = project.path
  const askOf = ({
    action = 'restart',
    correlationId = randomUUID(),
    actor = 'alice',
    triggeringActor,
  }: PlanMore): Ask => ({
    action,
    params: {},
    nodes: ['web-1'],
    dry_run: false,
    trigger: 'workflow_dispatch',
    actor,
    ...(triggeringActor === undefined ? {} : { triggering_actor: triggeringActor }),
    correlation_id: correlationId,
  })
  const sourceOf = ({ correlationId, workflow, deadlineMs, callMs }: PlanMore): ApprovalSource => ({
    github: openGitHub({
      host,
      token: TOKEN,
      apiUrl: github.origin,
      repository: 'octo/recovery',
      signal: new AbortController().signal,
      ...(deadlineMs === undefined ? {} : { deadlineMs }),
      ...(callMs === undefined ? {} : { callMs }),
    }),
    runId: '77',
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(workflow === undefined ? {} : { workflow }),
    warn: (text) => warnings.push(text),
  })
  const baseline = git('rev-parse', 'HEAD')
  const rune = `${execFileSync('cat', ['rune.yaml'], { cwd: project.path })}`
  const merged = await commit(
    'rune.yaml',
    rune.replace('approvals:', `approvals:\n    baseline: ${baseline}`),
  )
  number += 1
  addPull({ number, author: 'alice', merged, reviews: [{ by: 'carol', head: merged }] })
  return {
    project,
    github,
    host,
    warnings,
    git,
    commit,
    squash,
    plan: (asked = {}) =>
      planOf({ ...NOWHERE, host }, askOf(asked), {
        root,
        known: MAIN,
        source: sourceOf(asked),
      }),
    run: async (asked = {}) => {
      const out = await mkdtemp(join(tmpdir(), 'rune-refused-'))
      const { report } = await runRequest({ ...NOWHERE, host }, askOf(asked), {
        root,
        out,
        known: MAIN,
        source: sourceOf(asked),
        signal: new AbortController().signal,
        progress: {
          planned: () => undefined,
          nodeEnded: () => undefined,
          counted: () => undefined,
          lost: () => undefined,
        },
      })
      await rm(out, { recursive: true })
      return report
    },
    stop: async () => {
      await github.stop()
      await project.cleanup()
    },
  }
}

/** The kinds and texts of a refusal, one a line; empty: it may run. */
export function told(answer: Pick<PlanAnswer | RunReport, 'problems'>): string {
  return answer.problems.map(({ kind, message }) => `${kind}: ${message}`).join('\n')
}
