/** GitHub as far as a run asks it: the protected branch, pull requests and their reviews, workflow runs, teams. */
import type { EarlierRun, EnvironmentApproval } from '../protocol/types.gen.ts'
import {
  type Branch,
  defaultBranch,
  type FileAt,
  fileAt,
  isBehind,
  permissionOf,
} from './branch.ts'
import { type Client, type ClientInit, openClient } from './client.ts'
import { isMember, type Membership } from './members.ts'
import { blobsAt, type MergedPull, mergedPulls, readPull } from './pulls.ts'
import { judgeReviews, type Reviewed } from './reviews.ts'
import { type EarlierInit, earlierRuns, environmentApprovals, runCreatedAt } from './runs.ts'

/** Every method rejects with a RuneError that says what to do where GitHub gives no whole answer. */
export interface GitHub {
  /** The default branch as it is now. */
  branch(): Promise<Branch>
  /** Whether a commit is on the first-parent history of the branch's head; see branch.ts for how far back. */
  isBehind(where: { readonly commit: string; readonly head: string }): Promise<boolean>
  file(where: { readonly path: string; readonly commit: string }): Promise<FileAt | undefined>
  mergedPulls(commit: string): Promise<readonly MergedPull[]>
  reviewed(number: number): Promise<ReviewedPull>
  blobs(where: {
    readonly commit: string
    readonly paths: readonly string[]
  }): Promise<ReadonlyMap<string, string>>
  permission(login: string): Promise<'read' | 'write' | undefined>
  earlierRuns(init: EarlierInit): Promise<readonly EarlierRun[]>
  environmentApprovals(runId: string): Promise<readonly EnvironmentApproval[]>
  /** RFC 3339: when a workflow run came to be; of a re-run, when its first attempt did. */
  runCreatedAt(runId: string): Promise<string>
  isMember(of: Membership): Promise<boolean>
}

export interface ReviewedPull extends Reviewed {
  readonly base: string
  readonly mergeCommit?: string
}

export interface GitHubInit extends ClientInit {
  /** OWNER/NAME */
  readonly repository: string
}

/** Nothing is asked before a method is called. */
export function openGitHub(init: GitHubInit): GitHub {
  const [owner = '', repo = ''] = init.repository.split('/')
  const place = { owner, repo }
  let opened: Promise<Client> | undefined
  const ask = async <T>(call: (client: Client) => Promise<T>): Promise<T> => {
    opened ??= openClient(init)
    return call(await opened)
  }
  return {
    branch: () => ask((client) => defaultBranch(client, place)),
    isBehind: (where) => ask((client) => isBehind(client, place, where)),
    file: (where) => ask((client) => fileAt(client, place, where)),
    mergedPulls: (commit) => ask((client) => mergedPulls(client, place, commit)),
    reviewed: (number) =>
      ask(async (client) => {
        const pull = await readPull(client, place, number)
        const { base, mergeCommit } = pull
        return {
          base,
          ...(mergeCommit === undefined ? {} : { mergeCommit }),
          ...judgeReviews(pull),
        }
      }),
    blobs: (where) => ask((client) => blobsAt(client, place, where)),
    permission: (login) => ask((client) => permissionOf(client, place, login)),
    earlierRuns: (earlier) => ask((client) => earlierRuns(client, place, earlier)),
    environmentApprovals: (runId) => ask((client) => environmentApprovals(client, place, runId)),
    runCreatedAt: (runId) => ask((client) => runCreatedAt(client, place, runId)),
    isMember: (of) => ask((client) => isMember(client, place, of)),
  }
}
