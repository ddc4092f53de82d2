/** Joins the run with GitHub as the source of approvals, and says what only a reader of the log can judge. */
import type { ApprovalSource } from '../app/approvals.ts'
import type { Ask } from '../app/ask.ts'
import { openGitHub } from '../github/github.ts'
import type { Host } from '../host.ts'
import type { RunReport } from '../protocol/types.gen.ts'
import { ownCorrelationId } from './event.ts'
import type { Inputs } from './inputs.ts'
import { log } from './log.ts'

/** Nothing is asked before the plan is judged. */
export function approvalSource(
  host: Host,
  { token, runner }: Inputs,
  ask: Pick<Ask, 'correlation_id'>,
  signal: AbortSignal,
): ApprovalSource {
  const { apiUrl, repository, runId, workflow } = runner
  const id = ask.correlation_id
  return {
    github: openGitHub({ host, token, apiUrl, repository, signal }),
    runId,
    ...(workflow === undefined ? {} : { workflow }),
    ...(id === undefined || id === ownCorrelationId(runner) ? {} : { correlationId: id }),
    warn: log.warning,
  }
}

/**
 * The runner does not tell a step which environment its job has, and GitHub names only those whose reviewers said
 * something. So this says what is known, and not more.
 */
export function tellEnvironment({ key }: Inputs, report: RunReport): void {
  const { approval_source: source, environment_approvals: approvals } = report
  if (key === undefined || source !== 'github' || approvals !== undefined) return
  log.notice(
    'GitHub names no reviewer who let this job into an environment. If the SSH key is not a secret of an environment that is limited to the protected branch, whoever can push a branch can use it without RUNE: see docs/approvals.md',
  )
}
