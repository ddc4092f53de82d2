/** Where the content of a run came from, and who had asked for the same before: raw values for terminal and Markdown. */
import type { Approval, RunReport } from '../protocol/types.gen.ts'
import { clip } from './encode.ts'

export type Provenance = Pick<
  RunReport,
  'approval_source' | 'approvals' | 'earlier_runs' | 'environment_approvals'
>

/** Files that came the same way and were approved by the same people. */
export interface ApprovedFiles {
  /** `pull request #42`, `baseline 1a2b3c4d5e6f`, or a commit. */
  readonly from: string
  /** Empty where nobody had to, or nobody did. */
  readonly approvers: readonly string[]
  /** Short id of the reviewed head. */
  readonly head?: string
  /** Each with the short id of its content; at most `SHOWN_FILES` of them. */
  readonly files: readonly { readonly path: string; readonly blob: string }[]
  /** How many more there are. */
  readonly more: number
  readonly baseline: boolean
}

const SHOWN_FILES = 10
const SHORT = 12

/** Pull requests first, by number; then what none brought, and the baseline last. */
export function approvedFiles(approvals: readonly Approval[] = []): readonly ApprovedFiles[] {
  const groups = new Map<string, Approval[]>()
  for (const one of approvals) {
    const { pull, commit, baseline, head, approvers } = one
    const key = JSON.stringify([pull ?? commit, baseline, head, approvers])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .flatMap((group) => {
      const [first] = group
      if (first === undefined) return []
      const { approvers, head, baseline = false } = first
      const shown = group.slice(0, SHOWN_FILES)
      return [
        {
          from: fromOf(first),
          approvers,
          ...(head === undefined ? {} : { head: head.slice(0, SHORT) }),
          files: shown.map(({ path, blob }) => ({
            path: clip(path, 200),
            blob: blob.slice(0, SHORT),
          })),
          more: group.length - shown.length,
          baseline,
        },
      ]
    })
}

function rank(of: Approval | undefined): number {
  if (of?.baseline) return Number.MAX_SAFE_INTEGER
  return of?.pull ?? Number.MAX_SAFE_INTEGER - 1
}

function fromOf({ pull, commit, baseline }: Approval): string {
  const short = commit.slice(0, SHORT)
  if (baseline) return `baseline ${short}`
  return pull === undefined ? `commit ${short}, of no pull request` : `pull request #${pull}`
}

/** Who approved; what the policy's baseline covers needs nobody. */
export function approversText({ approvers, baseline }: ApprovedFiles): string {
  if (baseline) return 'nobody has to'
  return approvers.length === 0 ? 'nobody' : approvers.join(', ')
}

/** Said where no list of approvals says it: the policy lets the command line do without. */
export function withoutApprovals({ approval_source: source }: Provenance): string | undefined {
  return source === 'not-required' ? 'not required on the command line' : undefined
}

/** One line of raw text each, a block each; none where there is nothing to say. */
export function provenanceLines(of: Provenance): string[] {
  const { earlier_runs: earlier = [], environment_approvals: environments = [] } = of
  const without = withoutApprovals(of)
  const approved = approvedFiles(of.approvals)
  return [
    ...(without === undefined ? [] : [`approvals: ${without}`]),
    ...(approved.length === 0 ? [] : ['approved content:']),
    ...approved.map((group) => {
      const { from, head, files, more, baseline } = group
      const by = baseline ? '' : ` by ${approversText(group)}${head ? ` at ${head}` : ''}`
      const names = files.map(({ path, blob }) => `${path} (${blob})`).join(', ')
      return `  ${from}${by}: ${names}${more > 0 ? ` and ${more} more` : ''}`
    }),
    ...environments.map(
      ({ environments: names, state, user }) =>
        `environment ${names.join(', ')}: ${state} by ${user}`,
    ),
    ...(earlier.length === 0 ? [] : ['earlier runs under this correlation id:']),
    ...earlier.map(
      ({ url, created_at: created, status, conclusion = status }) =>
        `  ${url} of ${created}: ${conclusion}`,
    ),
  ]
}
