/** The run of a node in words, phase by phase: what was checked, tried, left out, undone and collected. Not encoded. */
import type { Plan, PlanStep, ReportNode, ReportStep } from '../protocol/types.gen.ts'

type Phase = NonNullable<ReportStep['phase']>

const TITLES: readonly (readonly [Phase, string])[] = [
  ['preflight', 'preflight'],
  ['before', 'verify before'],
  ['do', 'steps'],
  ['after', 'verify after'],
  ['undo', 'undo'],
  ['evidence', 'evidence'],
]

const phaseOf = ({ phase = 'do' }: ReportStep): Phase => phase

/** Undefined where the node had nothing but steps that were run: its result says all of it. */
export function flowText({ outcome, steps }: ReportNode): string | undefined {
  const plain = steps.every((step) => phaseOf(step) === 'do' && step.status !== 'skipped')
  if (plain || outcome === 'untouched') return undefined
  const parts = TITLES.flatMap(([phase, title]) => {
    const shown = steps.filter((step) => phaseOf(step) === phase && step.status !== 'not_run')
    if (shown.length === 0) return []
    const list = shown.map((one) => (phase === 'evidence' ? evidenceText(one) : stepText(one)))
    return [`${title}: ${list.join(', ')}`]
  })
  return parts.length === 0 ? undefined : parts.join(' | ')
}

/** `restart#2 failed`: step, place in its list, status. */
export function stepText(step: ReportStep): string {
  const on = step.ran_on === undefined ? '' : `, ran on ${step.ran_on}`
  return `${nameOf(step)} ${step.status}${on}`
}

/** Where it lies in the record. */
function evidenceText(step: ReportStep): string {
  return step.record === undefined ? stepText(step) : `${stepText(step)} (${step.record})`
}

function nameOf({ id, iteration }: ReportStep): string {
  return iteration === undefined ? id : `${id}#${iteration}`
}

export interface TimelineRow {
  readonly phase: string
  readonly step: string
  readonly status: string
  readonly started?: string
  readonly tookMs?: number
  /** The kind of its error, how often it was tried, or where another node ran it. */
  readonly about: string
  /** Its file in the record. */
  readonly record?: string
}

/** Everything that began on the node and everything that was skipped, in order. */
export function timelineOf({ steps }: ReportNode): TimelineRow[] {
  const titles = new Map(TITLES)
  return steps
    .filter(({ status }) => status !== 'not_run')
    .map((step) => ({
      phase: titles.get(phaseOf(step)) ?? phaseOf(step),
      step: nameOf(step),
      status: step.status,
      ...(step.started_at === undefined ? {} : { started: step.started_at }),
      ...(step.duration_ms === undefined ? {} : { tookMs: step.duration_ms }),
      about: aboutOf(step),
      ...(step.record === undefined ? {} : { record: step.record }),
    }))
}

function aboutOf({ error, earlier, tries, ran_on }: ReportStep): string {
  const asked = tries ?? (earlier === undefined ? 1 : earlier.length + 1)
  return [
    ...(error === undefined ? [] : [error.kind]),
    ...(asked > 1 ? [`${asked} tries`] : []),
    ...(ran_on === undefined ? [] : [`ran on ${ran_on}`]),
  ].join(', ')
}

export interface PlanSection {
  readonly title: string
  readonly steps: readonly PlanStep[]
}

/** The lists of a plan in the order in which a node meets them. */
export function planSections({ preflight, verify, steps, evidence }: Plan): PlanSection[] {
  const some = (title: string, list: readonly PlanStep[] = []): PlanSection[] =>
    list.length === 0 ? [] : [{ title, steps: list }]
  return [
    ...some('preflight, on every node before anything is changed on any', preflight),
    ...some('verify, before the steps and after them', verify),
    { title: 'steps on every node, in order', steps },
    ...some('evidence, from every node at the end', evidence),
  ]
}

/** How a step stands in the flow, one fact each: its condition, its list, what is expected, what follows a failure. */
export function flowFacts(step: PlanStep): string[] {
  const { if: condition, for_each: each, once, expect, until, on_failure, undo } = step
  const list = typeof each === 'string' ? each : JSON.stringify(each)
  return [
    ...(condition === undefined ? [] : [`if ${condition}`]),
    ...(each === undefined ? [] : [`for each of ${list}`]),
    ...(once ? ['once, for all nodes'] : []),
    ...(expect === undefined ? [] : [`expects ${expect}`]),
    ...(until === undefined
      ? []
      : [`asked every ${until.every_ms / 1000} s for ${until.for_ms / 1000} s after the steps`]),
    ...(on_failure === undefined ? [] : [`on failure: ${on_failure}`]),
    ...(undo === undefined ? [] : [`undo: ${undo.action} (${undo.effect})`]),
  ]
}
