/** Gate: enough people have approved everything that the plan uses, by content. */
import type { EpsKind } from '../../protocol/eps.ts'
import { type Fault, unreachable } from '../../protocol/errors.ts'
import type { Approval, RunReport } from '../../protocol/types.gen.ts'
import { callsOf, type Lists } from '../plan-calls.ts'
import type { Facts, Gate, Planned, Policy } from '../policy.ts'

/** A commit of the protected branch that brought a file of the plan, and who approved that. */
export interface ApprovedChange extends Readonly<Omit<Approval, 'approvers'>> {
  readonly approvers: readonly string[]
  readonly about: 'content' | 'policy'
  /** For `policy`: how many the policy before the change asks for. */
  readonly policyChange?: number
  /** Reviews that approve and do not count. */
  readonly discounted: readonly Discounted[]
  /** Why no pull request answers for it. */
  readonly missing?: string
}

export interface Discounted {
  readonly kind: 'approval-stale' | 'approval-self' | 'approval-bot' | 'approval-missing'
  readonly who: string
  readonly why: string
}

export type ApprovalFacts =
  | { readonly source: 'github'; readonly changes: readonly ApprovedChange[] }
  | { readonly source: 'failed'; readonly faults: readonly Fault[] }
  /** Outside of GitHub nobody can be asked. */
  | { readonly source: 'none' }
  /** The plan shows what a change under review would do; its approvals are not there yet. */
  | { readonly source: 'preview' }

export interface Refusal {
  readonly kind: EpsKind
  readonly message: string
}

const DEFAULTS = { read: 0, change: 1, destructive: 2, 'policy-change': 2 } as const

export function approvalCounts({
  approvals,
}: Pick<Policy, 'approvals'>): Record<keyof typeof DEFAULTS, number> {
  return { ...DEFAULTS, ...approvals }
}

/** How many the content of the plan needs. `any`: whether approvals are to be looked at. */
export function approvalNeeds(
  plan: Lists,
  policy: Policy,
): { readonly content: number; readonly any: boolean } {
  const counts = approvalCounts(policy)
  const calls = callsOf(plan)
  const each = calls.map(
    ({ effect, become }) => counts[effect] + (effect === 'read' && become ? 1 : 0),
  )
  const content = Math.max(0, ...each)
  const acts = calls.some(({ effect, become }) => effect !== 'read' || become)
  return { content, any: acts || content > 0 }
}

export const approvals: Gate = {
  name: 'approvals',
  check: (plan, facts) => {
    const refusals = approvalRefusals(plan, facts)
    return refusals.length ? refusals.map(({ message }) => message).join('; ') : undefined
  },
}

/** What is missing, each with its own kind; empty: the plan may run. */
export function approvalRefusals(plan: Planned, facts: Facts): readonly Refusal[] {
  const needs = approvalNeeds(plan, facts.policy)
  const found = facts.approvals ?? NONE
  // What failed may be where the content comes from at all, which matters to a plan that only reads too.
  if (found.source === 'failed') return found.faults
  if (!needs.any) return []
  switch (found.source) {
    case 'preview':
      return []
    case 'none':
      return withoutSource(needs.content, facts)
    case 'github':
      return grouped(
        found.changes.flatMap((change) => {
          const needed = change.about === 'policy' ? (change.policyChange ?? 0) : needs.content
          const enough = change.baseline === true || change.approvers.length >= needed
          return enough ? [] : [{ change, needed }]
        }),
      )
    default:
      return unreachable(found)
  }
}

const NONE: ApprovalFacts = { source: 'none' }

function withoutSource(content: number, { policy, trigger }: Facts): readonly Refusal[] {
  if (trigger === 'cli' && policy.approvals?.cli === 'not-required') return []
  const needed = Math.max(content, approvalCounts(policy)['policy-change'])
  if (needed === 0) return []
  const message = `what it uses needs ${people(needed)} to have approved it (policy.approvals in rune.yaml), and outside of GitHub nobody can read that; run it there, or let the command line do without by policy.approvals.cli: not-required in a reviewed change`
  return [{ kind: 'approval-missing', message }]
}

interface Short {
  readonly change: ApprovedChange
  readonly needed: number
}

const SHOWN = 4

/** Files that came the same way are one refusal. */
function grouped(all: readonly Short[]): readonly Refusal[] {
  const groups = new Map<string, { refusal: Refusal; paths: string[] }>()
  for (const one of all) {
    const refusal = { kind: kindOf(one.change), message: reasonOf(one) }
    const key = `${refusal.kind} ${refusal.message}`
    const group = groups.get(key) ?? { refusal, paths: [] }
    group.paths.push(one.change.path)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ refusal: { kind, message }, paths }) => {
    const more = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : ''
    return { kind, message: `${paths.slice(0, SHOWN).join(', ')}${more} ${message}` }
  })
}

const ORDER = ['approval-stale', 'approval-self', 'approval-bot', 'approval-missing'] as const

function kindOf({ discounted }: ApprovedChange): Discounted['kind'] {
  return ORDER.find((kind) => discounted.some((one) => one.kind === kind)) ?? 'approval-missing'
}

function reasonOf({ change, needed }: Short): string {
  const { commit, pull, approvers, discounted, missing } = change
  const from = `came with commit ${commit.slice(0, 12)}`
  if (missing !== undefined) return `${from}, ${missing}; ${people(needed)} have to approve it`
  const by = approvers.length ? ` (${approvers.join(', ')})` : ''
  const not = discounted.map(({ who, why }) => `; ${who} does not count: ${why}`).join('')
  return `${from} of pull request #${pull}, where ${approvers.length} of ${needed} needed approvals count${by}${not}`
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}

/** What the record keeps of it. */
export function reportApprovals(
  plan: Lists,
  { policy, trigger, approvals: found = NONE }: Facts,
): Pick<RunReport, 'approval_source' | 'approvals'> {
  if (!approvalNeeds(plan, policy).any) return { approval_source: 'not-needed' }
  if (found.source === 'github') {
    return {
      approval_source: 'github',
      approvals: found.changes.map(({ path, blob, commit, baseline, pull, head, approvers }) => ({
        path,
        blob,
        commit,
        ...(baseline === undefined ? {} : { baseline }),
        ...(pull === undefined ? {} : { pull }),
        ...(head === undefined ? {} : { head }),
        approvers: [...approvers],
      })),
    }
  }
  const without = trigger === 'cli' && policy.approvals?.cli === 'not-required'
  return { approval_source: found.source === 'none' && without ? 'not-required' : 'none' }
}
