/** What the project allows: rune.yaml's policy and the gates that a plan has to pass, all of them. */
import { issueProblems, type Positioned } from '../document/diagnostic.ts'
import { readDocument } from '../document/yaml.ts'
import type { EpsKind } from '../protocol/eps.ts'
import { hasShape, issuesOf } from '../protocol/schemas.ts'
import type {
  BreakGlass,
  EarlierRun,
  Plan,
  Problem,
  ProjectFile,
  Request,
} from '../protocol/types.gen.ts'
import { allowList } from './policy/allow-list.ts'
import { type ApprovalFacts, approvals } from './policy/approvals.ts'
import { breakGlass, type GlassAsked, type GlassVerdict } from './policy/break-glass.ts'
import { policyProblems } from './policy/check.ts'
import { duplicate } from './policy/duplicate.ts'
import { freezes } from './policy/freezes.ts'
import { limits } from './policy/limits.ts'
import { maintenance } from './policy/maintenance.ts'
import { type Ref, refs } from './policy/refs.ts'
import { requestAge } from './policy/request-age.ts'
import { secrets } from './policy/secrets.ts'
import { transports } from './policy/transports.ts'
import { unversioned } from './policy/unversioned.ts'
import type { Teams } from './policy/who.ts'
import { windows } from './policy/windows.ts'

export type Policy = ProjectFile['policy']

export type PolicyResult =
  | {
      readonly kind: 'policy'
      readonly policy: Policy
      /** Where its values stand. */
      readonly document: Positioned
    }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Gathered before any gate looks: gates are pure. */
export interface Facts {
  readonly policy: Policy
  /** Everybody who takes part in starting the run; each of them has to be allowed. */
  readonly actors: readonly string[]
  /** Left out: not known here, and then nobody is in a team. */
  readonly teams?: Teams
  readonly trigger: Request['trigger']
  /** Left out: not known, and then no run is started from GitHub. */
  readonly ref?: Ref
  /** RFC 3339: the moment that is judged. */
  readonly now: string
  /** RFC 3339: when RUNE was given the request. */
  readonly receivedAt: string
  /** RFC 3339: when the request came to be, as GitHub says. */
  readonly requestedAt?: string
  /** Present when it was asked for. */
  readonly breakGlass?: GlassAsked
  /** Nobody has asked yet: what depends on the moment and on how it is asked is not judged. */
  readonly preview?: boolean
  /** The runbook's own largest number of nodes. */
  readonly runbookMax?: number
  /** Left out: nobody looked. */
  readonly approvals?: ApprovalFacts
  /** Workflow runs under the same correlation id. */
  readonly earlierRuns?: readonly EarlierRun[]
}

/** The plan as far as it is made when the gates look. */
export type Planned = Omit<Plan, 'gates' | 'break_glass'>

export interface Gate {
  readonly name: string
  /** Of its refusals; left out: policy-denied. */
  readonly kind?: EpsKind
  /** It judges when and from where somebody asks, and not what for. */
  readonly ofRequest?: boolean
  /** Why the plan is refused, and how it would be allowed; undefined: it passes. */
  check(plan: Planned, facts: Facts): string | undefined
}

const GATES: readonly Gate[] = [
  allowList,
  limits,
  transports,
  unversioned,
  { ...windows, ofRequest: true },
  { ...freezes, ofRequest: true },
  maintenance,
  refs,
  requestAge,
  secrets,
  approvals,
  { ...duplicate, kind: 'duplicate-dispatch' },
]

/** Of every gate, in the order in which they are told. */
export const GATE_NAMES: readonly string[] = [...GATES.map(({ name }) => name), 'break-glass']

export interface Verdicts {
  readonly gates: Plan['gates']
  readonly breakGlass?: BreakGlass
}

const REASON_AT_MOST = 2000

/** The verdict of every gate; one refusal does not hide another. */
export function checkGates(plan: Planned, facts: Facts): Verdicts {
  const glass = facts.breakGlass === undefined ? undefined : breakGlass(facts.breakGlass, facts)
  const looking = GATES.filter(({ ofRequest }) => !(facts.preview && ofRequest))
  const gates = looking.map(({ name, check }) => verdict(name, check(plan, facts), glass))
  if (glass === undefined) return { gates }
  if (glass.kind === 'refused')
    return { gates: [...gates, verdict('break-glass', glass.reason, undefined)] }
  const { by, reason, ticket } = glass
  const relaxed = gates.filter((one) => one.verdict === 'relaxed').map(({ gate }) => gate)
  return {
    gates: [...gates, { gate: 'break-glass', verdict: 'passed' }],
    breakGlass: { by: [...by], reason, ticket, relaxed },
  }
}

/** The kind of a gate's refusals. */
export function kindOfGate(name: string): EpsKind {
  return GATES.find((gate) => gate.name === name)?.kind ?? 'policy-denied'
}

function verdict(
  gate: string,
  refusal: string | undefined,
  glass: GlassVerdict | undefined,
): Plan['gates'][number] {
  if (refusal === undefined) return { gate, verdict: 'passed' }
  if (glass?.kind !== 'granted' || !glass.relaxes.includes(gate))
    return { gate, verdict: 'refused', reason: refusal.slice(0, REASON_AT_MOST) }
  const { by, ticket, reason } = glass
  const who = `passed by break glass of ${by.join(' and ')} for ${ticket}, ${JSON.stringify(reason)}`
  return { gate, verdict: 'relaxed', reason: `${who}; else: ${refusal}`.slice(0, REASON_AT_MOST) }
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
  const problems = policyProblems(project.policy, document)
  if (problems.length) return { kind: 'problems', problems }
  return { kind: 'policy', policy: project.policy, document }
}
