/** The workflow run in which the action runs, as the record names it. */
import type { WorkflowRun } from '../protocol/types.gen.ts'
import type { Env } from './inputs.ts'

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** What does not look like what GitHub says is left out; undefined without the run's own id. */
export function workflowRunOf(env: Env): WorkflowRun | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env
  const { GITHUB_REF: ref, GITHUB_SHA: sha } = env
  const { GITHUB_WORKFLOW_REF: workflowRef, GITHUB_WORKFLOW_SHA: workflowSha } = env
  const attempt = Number(env['GITHUB_RUN_ATTEMPT'] || '1')
  if (!server || server.length > 300 || !repository || repository.length > 200) return undefined
  if (!/^[0-9]{1,20}$/.test(id ?? '') || id === undefined) return undefined
  if (!Number.isSafeInteger(attempt) || attempt < 1) return undefined
  return {
    server,
    repository,
    run_id: id,
    run_attempt: attempt,
    ...(ref && ref.length <= 500 ? { ref } : {}),
    ...(sha && COMMIT.test(sha) ? { sha } : {}),
    ...(workflowRef && workflowRef.length <= 800 ? { workflow_ref: workflowRef } : {}),
    ...(workflowSha && COMMIT.test(workflowSha) ? { workflow_sha: workflowSha } : {}),
  }
}
