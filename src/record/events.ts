/** What is written to the journal: one constructor for each type of event. */
import type { Executed } from '../protocol/eps.ts'
import type { Fault } from '../protocol/errors.ts'
import type {
  RecordEvent,
  RecordSource,
  ReportNode,
  ReportStep,
  RunReport,
} from '../protocol/types.gen.ts'

/** An event without what the journal adds: place in the chain, time and run. */
export type EventBody = Omit<RecordEvent, 'seq' | 'prev' | 'at' | 'run_id'>

/** A file of the record whose digest an event keeps, so that a later change of the file shows. */
export interface Written {
  /** Inside the record, with `/`. */
  readonly path: string
  readonly sha256: string
}

/** Who asked for what. Everything that a report needs when the run itself cannot write one. */
export type RunFacts = Pick<
  RunReport,
  | 'correlation_id'
  | 'runbook'
  | 'action'
  | 'dry_run'
  | 'check'
  | 'resumes'
  | 'trigger'
  | 'actor'
  | 'triggering_actor'
  | 'requested_by'
  | 'reason'
  | 'ticket'
  | 'github'
  | 'break_glass'
  | 'content'
  | 'approval_source'
  | 'approvals'
  | 'environment_approvals'
  | 'earlier_runs'
  | 'tool'
>

/** One attempt of a step on a node. */
export interface Attempt {
  readonly node: string
  readonly step: string
  /** Left out: do. */
  readonly phase?: NonNullable<RecordEvent['phase']>
  /** One-based; left out: 1. */
  readonly iteration?: number
  /** One-based. */
  readonly attempt: number
}

/** The first event of every run. */
export function runStarted(facts: RunFacts): EventBody {
  return { type: 'run-started', data: { ...facts } }
}

export type PlannedStep = Pick<ReportStep, 'id' | 'action' | 'phase'>

export interface PlanFacts {
  readonly plan_hash: string
  /** From which the nonce of every launch follows; 32 hex digits. */
  readonly launch_seed: string
  readonly nodes: readonly string[]
  /** All that may be started, in the order in which a node meets it; without a phase it is one of the steps. */
  readonly steps: readonly PlannedStep[]
  /** This journal was not there when the nodes were told to start: what it does not say may have happened. */
  readonly partial?: boolean
  /** The project's files that the plan was made of. */
  readonly sources?: readonly RecordSource[]
}

/** The plan that is about to be carried out; `files` are plan.json and registry.json. */
export function planned(facts: PlanFacts, files: readonly Written[] = []): EventBody {
  const steps = facts.steps.map(({ id, action, phase = 'do' }) => ({
    id,
    action,
    ...(phase === 'do' ? {} : { phase }),
  }))
  const { sources } = facts
  return {
    type: 'plan',
    data: {
      plan_hash: facts.plan_hash,
      launch_seed: facts.launch_seed,
      nodes: [...facts.nodes],
      steps,
      ...(facts.partial ? { partial: true } : {}),
      ...(sources === undefined ? {} : { sources: [...sources] }),
      ...digests(files),
    },
  }
}

/**
 * Nothing was run, and why: a policy, or a request that cannot be carried out. After a plan, `at` is the step that did
 * not start; without a node it is the rest of the run.
 */
export function refused(
  fault: Fault,
  at: { readonly node?: string; readonly step?: string } = {},
): EventBody {
  const { kind, message } = fault
  return { type: 'refused', ...at, kind, executed: 'no', data: { message } }
}

/** Before the node is connected to. */
export function prepared(attempt: Attempt): EventBody {
  return { type: 'prepared', ...place(attempt) }
}

/** Nothing came of it on the node, and the same attempt is made again; its file is on disk. */
export function tried(attempt: Attempt, end: Pick<StepEnd, 'fault' | 'record'>): EventBody {
  const { fault, record } = end
  return {
    type: 'tried',
    ...place(attempt),
    executed: 'no',
    ...(fault === undefined ? {} : { kind: fault.kind }),
    data: {
      ...(fault === undefined ? {} : { message: fault.message }),
      ...(record === undefined ? {} : { record: record.path }),
      ...digests(record === undefined ? [] : [record]),
    },
  }
}

/** On disk before the node is told to go: without `ended` after it, nobody knows what the plugin did. */
export function started(
  attempt: Attempt,
  seen: { readonly hostKeySha256?: string; readonly bootId?: string } = {},
): EventBody {
  return { type: 'started', ...place(attempt), executed: 'unknown', data: { ...seen } }
}

export interface StepEnd {
  readonly status: ReportStep['status']
  readonly executed: Executed
  /** Why it did not succeed. */
  readonly fault?: Fault
  readonly record?: Written
  readonly stderr?: Written
}

/** The attempt is over; its files are on disk. */
export function ended(attempt: Attempt, end: StepEnd): EventBody {
  const files = [end.record, end.stderr].filter((file) => file !== undefined)
  return {
    type: 'ended',
    ...place(attempt),
    executed: end.executed,
    ...(end.fault === undefined ? {} : { kind: end.fault.kind }),
    data: {
      status: end.status,
      ...(end.fault === undefined ? {} : { message: end.fault.message }),
      ...(end.record === undefined ? {} : { record: end.record.path }),
      ...(end.stderr === undefined ? {} : { stderr: end.stderr.path }),
      ...digests(files),
    },
  }
}

/** A later look at the node: what has become of an attempt that the run left open. */
export function collected(attempt: Attempt, end: StepEnd): EventBody {
  return { ...ended(attempt, end), type: 'collected' }
}

/**
 * Somebody came back for what the run left open: `what` says whether running plugins are to be stopped. `found` are
 * files that the killed run had written and not named yet; from here on they are held to what they are now.
 */
export function collectRequested(
  what: 'result' | 'stop',
  by: string,
  found: readonly Written[],
): EventBody {
  return { type: 'collect-requested', data: { what, by, ...digests(found) } }
}

/** All steps of the node are over. */
export function nodeEnded(node: string, outcome: ReportNode['outcome'], good: boolean): EventBody {
  return { type: 'node-ended', node, data: { outcome, good } }
}

/** The node is as an earlier run left it; this one does not ask it for anything. */
export function nodeKept(
  node: string,
  kept: Pick<ReportNode, 'outcome' | 'good' | 'result_of'>,
): EventBody {
  const { outcome, good, result_of } = kept
  return { type: 'node-ended', node, data: { outcome, good, result_of } }
}

/** Somebody asked to stop: `why` says how, such as SIGINT. */
export function cancelRequested(why: string): EventBody {
  return { type: 'cancel-requested', data: { why } }
}

/** The last event; `files` are report.json, summary.md and errors.ndjson, which are written before it. */
export function runEnded(
  report: Pick<RunReport, 'status' | 'exit_status'>,
  files: readonly Written[] = [],
): EventBody {
  const { status, exit_status } = report
  return { type: 'run-ended', data: { status, exit_status, ...digests(files) } }
}

function place({ node, step, phase = 'do', iteration = 1, attempt }: Attempt) {
  return {
    node,
    step,
    ...(phase === 'do' ? {} : { phase }),
    ...(iteration === 1 ? {} : { iteration }),
    attempt,
  }
}

function digests(files: readonly Written[]): { files?: Record<string, string> } {
  if (files.length === 0) return {}
  return { files: Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256])) }
}
