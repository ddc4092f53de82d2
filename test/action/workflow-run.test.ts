import { expect, it } from 'vitest'
import { workflowRunOf } from '../../src/action/workflow-run.ts'

const SHA = 'a3485f91a3d7f4eed15b0b5eeb059cb440979b8e'
const env = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'octo/recovery',
  GITHUB_RUN_ID: '1658821493',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: SHA,
  GITHUB_WORKFLOW_REF: 'octo/recovery/.github/workflows/remediate.yml@refs/heads/main',
  GITHUB_WORKFLOW_SHA: SHA,
}

it('names the workflow run with the commit of its file', () => {
  expect(workflowRunOf(env)).toEqual({
    server: 'https://github.com',
    repository: 'octo/recovery',
    run_id: '1658821493',
    run_attempt: 2,
    ref: 'refs/heads/main',
    sha: SHA,
    workflow_ref: 'octo/recovery/.github/workflows/remediate.yml@refs/heads/main',
    workflow_sha: SHA,
  })
})

it('leaves out what is not as GitHub says it, and everything without the id of the run', () => {
  const odd = { ...env, GITHUB_SHA: 'main', GITHUB_WORKFLOW_SHA: '', GITHUB_REF: '' }
  expect(workflowRunOf(odd)).not.toHaveProperty('sha')
  expect(workflowRunOf(odd)).not.toHaveProperty('workflow_sha')
  expect(workflowRunOf(odd)).not.toHaveProperty('ref')
  expect(workflowRunOf({ ...env, GITHUB_RUN_ID: '1;2' })).toBeUndefined()
  expect(workflowRunOf({ ...env, GITHUB_RUN_ATTEMPT: 'two' })).toBeUndefined()
})
