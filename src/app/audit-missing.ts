/** `audit missing`: compares the runs that GitHub lists with the entries of the audit branch, which outlive both. */
import { readFile } from 'node:fs/promises'
import type { Host } from '../host.ts'
import { fromUnknown } from '../protocol/errors.ts'
import { addToBranch, type BranchInit, gitHubRunsOn } from '../repository/growing-branch.ts'

/** A workflow run as `gh run list --json` names it. */
interface Listed {
  readonly databaseId: number
  readonly status: string
  readonly conclusion: string
  readonly createdAt: string
  readonly url: string
}

export interface Missing {
  /** Over, and nothing of them is on the branch: they ended before they had a record, or nobody exported it. */
  readonly unrecorded: readonly Listed[]
  /** GitHub's ids of runs that are on the branch and that GitHub lists no more: somebody deleted them. */
  readonly deleted: readonly string[]
  /** How many runs have their entry. */
  readonly recorded: number
}

export interface MissingInit extends BranchInit {
  /** A file with what `gh run list --json databaseId,status,conclusion,createdAt,url` prints. */
  readonly runs: string
  /** Keeps on the branch that a run left no record. */
  readonly write: boolean
  readonly host: Pick<Host, 'now'>
}

/** Text: why it cannot be told. Never rejects. */
export async function auditMissing(init: MissingInit): Promise<Missing | string> {
  let listed: readonly Listed[]
  try {
    listed = readRuns(JSON.parse(await readFile(init.runs, 'utf8')))
  } catch (caught) {
    return `${init.runs}: ${fromUnknown(caught).message}`
  }
  const known = await gitHubRunsOn(init)
  if (typeof known === 'string') return known
  const over = listed.filter(({ status }) => status === 'completed')
  const unrecorded = over.filter(({ databaseId }) => !known.has(String(databaseId)))
  const ids = new Set(listed.map(({ databaseId }) => databaseId))
  // Ids grow: what is older than the oldest that was listed may only be further back.
  const oldest = Math.min(...ids)
  const deleted = [...known].filter((id) => Number(id) >= oldest && !ids.has(Number(id))).sort()
  if (init.write)
    for (const run of unrecorded) {
      const why = await keep(run, init)
      if (why !== undefined) return why
    }
  return { unrecorded, deleted, recorded: over.length - unrecorded.length }
}

/** Beside the entries of records, under GitHub's id: there is no other one. */
async function keep(run: Listed, init: MissingInit): Promise<string | undefined> {
  const { databaseId, status, conclusion, createdAt, url } = run
  const text = JSON.stringify({ databaseId, status, conclusion, createdAt, url }, null, 2)
  const answer = await addToBranch({
    root: init.root,
    branch: init.branch,
    folder: `runs/github/${databaseId}`,
    files: { 'no-record.json': Buffer.from(`${text}\n`) },
    message: `no record: workflow run ${databaseId}, ${conclusion || status}\n`,
    by: { name: 'rune audit', email: 'rune-audit@localhost', at: init.host.now() },
    readme: '# Audit branch\n',
    judge: (present) => (present.size === 0 ? 'write' : 'same'),
  })
  return answer.kind === 'conflict' || answer.kind === 'failed' ? answer.reason : undefined
}

/** Throws a sentence for what is no such list. */
function readRuns(value: unknown): readonly Listed[] {
  if (!Array.isArray(value)) throw new Error('expected the list that gh run list --json prints')
  return value.map((one: unknown, index) => {
    const run = typeof one === 'object' && one !== null ? one : {}
    const field = (name: string): unknown => Object.getOwnPropertyDescriptor(run, name)?.value
    const text = (name: string): string => {
      const found = field(name)
      if (typeof found !== 'string' || found.length > 500)
        throw new Error(`entry ${index + 1} has no text ${name}`)
      return found
    }
    const databaseId = field('databaseId')
    if (typeof databaseId !== 'number' || !Number.isSafeInteger(databaseId) || databaseId < 1)
      throw new Error(`entry ${index + 1} has no number databaseId`)
    return {
      databaseId,
      status: text('status'),
      conclusion: text('conclusion'),
      createdAt: text('createdAt'),
      url: text('url'),
    }
  })
}
