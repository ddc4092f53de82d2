/** What the project allows: rune.yaml's policy and the gates that a plan has to pass, all of them. */
import { issueProblems, problemAt } from '../document/diagnostic.ts'
import { readDocument } from '../document/yaml.ts'
import { hasShape, issuesOf } from '../protocol/schemas.ts'
import type { EarlierRun, Plan, Problem, ProjectFile, Request } from '../protocol/types.gen.ts'
import { allowList } from './policy/allow-list.ts'
import {
  type ApprovalFacts,
  approvalRefusals,
  approvals,
  type Refusal,
} from './policy/approvals.ts'
import { duplicate } from './policy/duplicate.ts'
import { limits } from './policy/limits.ts'
import { transports } from './policy/transports.ts'
import { unversioned } from './policy/unversioned.ts'
import { parseSelector } from './selector.ts'

export type Policy = ProjectFile['policy']

export type PolicyResult =
  | { readonly kind: 'policy'; readonly policy: Policy }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Gathered before any gate looks: gates are pure. */
export interface Facts {
  readonly policy: Policy
  /** Everybody who takes part in starting the run; each of them has to be allowed. */
  readonly actors: readonly string[]
  readonly trigger: Request['trigger']
  /** RFC 3339: the moment that is judged. */
  readonly now: string
  /** The runbook's own largest number of nodes. */
  readonly runbookMax?: number
  /** Left out: nobody looked. */
  readonly approvals?: ApprovalFacts
  /** Workflow runs under the same correlation id. */
  readonly earlierRuns?: readonly EarlierRun[]
}

/** The plan as far as it is made when the gates look. */
export type Planned = Omit<Plan, 'gates'>

export interface Gate {
  readonly name: string
  /** Why the plan is refused, and how it would be allowed; undefined: it passes. */
  check(plan: Planned, facts: Facts): string | undefined
}

const GATES: readonly Gate[] = [allowList, limits, transports, unversioned, approvals, duplicate]

/** The verdict of every gate; one refusal does not hide another. */
export function checkGates(plan: Planned, facts: Facts): Plan['gates'] {
  return GATES.map((gate) => {
    const reason = gate.check(plan, facts)
    return reason === undefined
      ? { gate: gate.name, verdict: 'passed' }
      : { gate: gate.name, verdict: 'refused', reason: reason.slice(0, 2000) }
  })
}

/** Why the plan is refused, in the kinds of errors. */
export function refusalsOf(
  gates: Plan['gates'],
  plan: Planned,
  facts: Facts,
): readonly (Refusal & { readonly gate: string })[] {
  return gates
    .filter(({ verdict }) => verdict === 'refused')
    .flatMap(({ gate, reason = '' }) => {
      if (gate === approvals.name)
        return approvalRefusals(plan, facts).map((refusal) => ({ ...refusal, gate }))
      const kind = gate === duplicate.name ? 'duplicate-dispatch' : 'policy-denied'
      return [{ kind, message: reason, gate }]
    })
}

/** Reads rune.yaml. Without a readable policy nothing is allowed. */
export function readPolicy(file: string, bytes: Uint8Array): PolicyResult {
  const result = readDocument(file, bytes)
  if (result.kind === 'problems') return result
  const { document } = result
  const project = document.value
  if (!hasShape('project', project)) {
    return { kind: 'problems', problems: issueProblems(issuesOf('project', project), document) }
  }
  const problems = project.policy.allow.flatMap(({ targets }, index) => {
    const parsed = targets === undefined ? undefined : parseSelector(targets)
    if (parsed?.kind !== 'invalid') return []
    const at = `/policy/allow/${index}/targets`
    const { message } = parsed
    return [problemAt(document, at, { kind: 'document-schema', rule: 'selector', message })]
  })
  if (problems.length) return { kind: 'problems', problems }
  return { kind: 'policy', policy: project.policy }
}
