/** Reads workflow runs: earlier ones under the same correlation id, how old this one is, and what reviewers of environments said. */
import type { EarlierRun, EnvironmentApproval } from '../protocol/types.gen.ts'
import type { Place } from './branch.ts'
import type { Client } from './client.ts'
import { countOf, inconsistent, listOf, loginOf, objectOf, orNull, textOf, timeOf } from './read.ts'

const ACTIONS = { needs: 'actions: read' } as const
/** GitHub gives no more than 1,000 runs to a search. */
const PAGES = 10

export interface EarlierInit {
  /** File name of the workflow. */
  readonly workflow: string
  readonly correlationId: string
  /** This run, which has the id too. */
  readonly runId: string
  /** RFC 3339: older runs are not looked at. */
  readonly since: string
}

/** Runs whose name ends with the id in parentheses, newest first; at most 20 of the newest 1,000. */
export async function earlierRuns(
  client: Client,
  place: Place,
  { workflow, correlationId, runId, since }: EarlierInit,
): Promise<readonly EarlierRun[]> {
  const found: EarlierRun[] = []
  for (let page = 1; page <= PAGES; page += 1) {
    const answer = await client.get(
      'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
      { ...place, workflow_id: workflow, created: `>=${since}`, per_page: 100, page },
      ACTIONS,
    )
    const { workflow_runs: runs } = objectOf(answer?.data, 'the list of runs')
    for (const one of listOf(runs, 'workflow_runs')) {
      const run = objectOf(one, 'a run')
      const title = orNull(
        run['display_title'],
        (value) => (typeof value === 'string' ? value : ''),
        'display_title',
      )
      const id = String(countOf(run['id'], 'id of a run'))
      if (id !== runId && title?.endsWith(`(${correlationId})`)) found.push(runOf(run))
    }
    if (!answer?.more) break
  }
  return found.slice(0, 20)
}

function runOf(run: Readonly<Record<string, unknown>>): EarlierRun {
  const conclusion = orNull(run['conclusion'], (value) => word(value, 'conclusion'), 'conclusion')
  return {
    url: textOf(run['html_url'], 'html_url', /^https?:\/\/[\x21-\x7e]{1,480}$/),
    created_at: timeOf(run['created_at'], 'created_at'),
    status: word(run['status'], 'status'),
    ...(conclusion === undefined ? {} : { conclusion }),
  }
}

/** RFC 3339. A re-run is the same run: it has the time of its first attempt. */
export async function runCreatedAt(client: Client, place: Place, runId: string): Promise<string> {
  const answer = await client.get(
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
    { ...place, run_id: runId },
    ACTIONS,
  )
  const run = objectOf(answer?.data, 'the workflow run')
  const id = String(countOf(run['id'], 'id of the workflow run'))
  if (id !== runId) throw inconsistent(`GitHub's API: asked for the run ${runId}, got ${id}`)
  return timeOf(run['created_at'], 'created_at of the workflow run')
}

const word = (value: unknown, where: string): string => textOf(value, where, /^[a-z_]{1,64}$/)

/** Recorded only: a reviewer of an environment lets a job use its secrets, and approves no content. */
export async function environmentApprovals(
  client: Client,
  place: Place,
  runId: string,
): Promise<readonly EnvironmentApproval[]> {
  const answer = await client.get(
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals',
    { ...place, run_id: runId },
    ACTIONS,
  )
  return listOf(answer?.data, 'approvals of the run').map((one) => {
    const { environments, state, user } = objectOf(one, 'an approval of the run')
    const names = listOf(environments, 'environments', 20).map((environment) =>
      textOf(
        objectOf(environment, 'an environment')['name'],
        'name of an environment',
        /^.{1,255}$/su,
      ),
    )
    const account = orNull(user, objectOf, 'user')
    return {
      environments: names,
      state: stateOf(state),
      user: account === undefined ? 'deleted' : loginOf(account['login'], 'login'),
    }
  })
}

function stateOf(value: unknown): EnvironmentApproval['state'] {
  const state = textOf(value, 'state', /^(?:approved|rejected|pending)$/)
  return state === 'approved' || state === 'rejected' ? state : 'pending'
}
