/** What a run is given, what a front end shows of it, and what it answers. */
import type { ExpectedPlan } from '../lom/plan-difference.ts'
import type { PolicyResult } from '../lom/policy.ts'
import type { Given } from '../lom/project.ts'
import type { Plan, ReportNode, RunReport, StepRecord, WorkflowRun } from '../protocol/types.gen.ts'
import type { ApprovalSource } from './approvals.ts'
import type { Known } from './decide.ts'
import type { LoginOptions } from './reach.ts'
import type { Resume } from './resume.ts'
import type { GivenSecrets } from './secrets.ts'

export interface RunOptions extends LoginOptions, Given {
  /** The project's folder, absolute. */
  readonly root: string
  /** Where the record goes, absolute; must not exist or be empty. */
  readonly out: string
  readonly signal: AbortSignal
  readonly progress: Progress
  readonly secrets?: GivenSecrets
  /** The run that this one goes on with; the ask is then the one that came with it. */
  readonly resume?: Resume
  /** The workflow run in which it happens, for the record. */
  readonly github?: WorkflowRun
  /** Left out: nothing but the time. */
  readonly known?: Known
  /** Refused where the plan is another one. */
  readonly expected?: ExpectedPlan
  /** The policy as it is now, for a run that goes on. Left out: rune.yaml in the work tree. */
  readonly policyNow?: () => Promise<PolicyResult>
  /** Where approvals are read. Left out: nowhere. */
  readonly source?: ApprovalSource
  /**
   * Takes the intent's folder away from this machine before a node is connected to, where something may be changed. What
   * goes wrong there is its own to tell: it stops no run.
   */
  readonly keepIntent?: (folder: string, runId: string) => Promise<void>
}

/** What a front end shows while a run goes on. Its methods must not throw. */
export interface Progress {
  planned(plan: Plan, planHash: string): void
  /** `text` is one safe line. Not called for a node whose error is only counted. */
  nodeEnded(node: ReportNode, done: number, total: number, text: string): void
  /** Errors that were only counted, so that many of them flood nobody: one safe line. */
  counted(text: string): void
  /** A result that the disk refused: this is the only place where it is. */
  lost(place: string, text: string): void
}

export interface RunAnswer {
  readonly report: RunReport
  /** The record's folder, where one could be made. */
  readonly recordPath?: string
  /** SHA-256 of the journal's last line: who keeps it can prove later that nothing was changed. */
  readonly recordHead?: string
  /** The messages of the last try of each step, by node and step; of a larger run they are in the record only. */
  readonly messages: ReadonlyMap<string, StepRecord>
}
