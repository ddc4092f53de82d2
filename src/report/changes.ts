/** What a change of the project's files does, as Markdown for the job summary and as text for a log. */
import type { Plan, Problem } from '../protocol/types.gen.ts'
import { type Chunk, withinBudget } from './budget.ts'
import { clip, markdown, markdownCode, terminal } from './encode.ts'
import { heading, paragraph, section, table } from './sections.ts'

interface Difference {
  readonly what: string
  readonly before?: string
  readonly after?: string
  /** More may be done than before, by more people, or on other machines. */
  readonly raised: boolean
}

interface Change {
  readonly area: 'policy' | 'runbook' | 'module' | 'action' | 'node'
  readonly name: string
  readonly kind: 'added' | 'changed' | 'removed' | 'affected' | 'unreadable'
  readonly differences: readonly Difference[]
}

interface DefaultPlan {
  readonly runbook: string
  readonly plan?: Plan
  readonly missing: readonly string[]
  readonly problems: readonly Problem[]
}

/** As far as it is shown; this folder knows nothing of those that find it out. */
export type ShownChanges =
  | {
      readonly kind: 'changes'
      readonly against: string
      readonly changes: readonly Change[]
      readonly plans: readonly DefaultPlan[]
      /** How many more runbooks could be planned. */
      readonly unplanned: number
      readonly planned: { readonly trigger: string; readonly actor: string }
    }
  | { readonly kind: 'unavailable'; readonly reason: string; readonly advice: string }

/** Beside a table of problems of any length this stays below GitHub's limit. */
const BUDGET_BYTES = 100 * 1024
const CELL_CHARACTERS = 500
const TITLE = 'What the change does'
const UNPLANNED = 'more runbooks are not planned here; `rune plan` does that for each.'
const NOTHING = 'Runbooks, modules, nodes and policy mean the same as before.'

/** Raised effects and new privileges first, then the plans, then everything; at most 100 KiB. */
export function changesSummary(shown: ShownChanges): string {
  if (shown.kind === 'unavailable') {
    const why = `**Not known**: ${markdown(shown.reason)}. ${markdown(shown.advice)}`
    return withinBudget([heading(2, TITLE), paragraph(why)], () => '')
  }
  const { changes, plans, unplanned, against, planned } = shown
  const who = `${markdownCode(planned.actor)} through ${markdownCode(planned.trigger)}`
  return withinBudget(
    [
      heading(2, TITLE),
      paragraph(`Compared with ${markdownCode(against)}.${changes.length ? '' : ` ${NOTHING}`}`),
      ...section(
        'More than before',
        HEADER,
        changes.flatMap((one) => raisedRows(one)),
      ),
      ...planTable(plans, who),
      ...(unplanned > 0 ? [paragraph(`${unplanned} ${UNPLANNED}`)] : []),
      ...section(
        'All differences',
        HEADER,
        changes.flatMap((one) => rows(one)),
      ),
    ],
    ({ rows: left }) => `**Cut to fit**: ${left} more rows are in the log.`,
    BUDGET_BYTES,
  )
}

const HEADER = ['Of', 'Change', 'What', 'Before', 'After']

function raisedRows(change: Change): string[][] {
  return rows({ ...change, differences: change.differences.filter(({ raised }) => raised) }, [])
}

function rows(change: Change, otherwise: readonly Difference[] = [noDifference(change)]) {
  const { area, name, kind, differences } = change
  const listed = differences.length === 0 ? otherwise : differences
  return listed.map(({ what, before, after, raised }) => [
    `${area} ${markdownCode(clip(name, 200))}`,
    kind === 'unreadable' ? '**unreadable**' : kind,
    `${raised ? '**' : ''}${markdown(clip(what, CELL_CHARACTERS))}${raised ? '**' : ''}`,
    before === undefined ? '' : markdownCode(clip(before, CELL_CHARACTERS)),
    after === undefined ? '' : markdownCode(clip(after, CELL_CHARACTERS)),
  ])
}

function noDifference({ kind }: Change): Difference {
  const unreadable = 'what it does cannot be said: it has problems'
  const what = kind === 'unreadable' ? unreadable : 'comments or layout only'
  return { what, raised: kind === 'unreadable' }
}

function planTable(plans: readonly DefaultPlan[], who: string): Chunk[] {
  if (plans.length === 0) return []
  const cells = plans.map((one) => {
    const { effect, nodes, verdict } = outcomeOf(one)
    return [
      markdownCode(one.runbook),
      effect && `**${effect}**`,
      markdown(nodes),
      markdown(clip(verdict, 1000)),
    ]
  })
  return [
    heading(3, 'Plans with default inputs'),
    paragraph(`Asked by ${who}, judged by the policy as it is after the change.`),
    ...table(['Runbook', 'Effect', 'Nodes', 'Verdict'], cells),
  ]
}

/** The same with every difference, one a line. Ends with a line feed. */
export function changesText(shown: ShownChanges): string {
  if (shown.kind === 'unavailable')
    return `${terminal(`what the change does is not known: ${shown.reason}`)}\n${terminal(`next: ${shown.advice}`)}\n`
  const { changes, plans, unplanned, against, planned } = shown
  const raised = changes.flatMap((change) =>
    change.differences.filter((one) => one.raised).map((one) => line(change, one)),
  )
  const all = changes.flatMap((change) =>
    (change.differences.length ? change.differences : [noDifference(change)]).map((one) =>
      line(change, one),
    ),
  )
  const made = plans.map((one) => {
    const { effect, nodes, verdict } = outcomeOf(one)
    return terminal(
      `  ${one.runbook}: ${[effect, nodes, clip(verdict, 1000)].filter((part) => part !== '').join('; ')}`,
    )
  })
  return [
    `compared with ${terminal(against)}`,
    ...(changes.length === 0 ? [NOTHING] : []),
    ...block('more than before:', raised),
    ...block(
      terminal(`plans with default inputs, asked by ${planned.actor} through ${planned.trigger}:`),
      unplanned > 0 ? [...made, `  ${unplanned} ${UNPLANNED}`] : made,
    ),
    ...block('all differences:', all),
    '',
  ].join('\n')
}

function line({ area, name, kind }: Change, { what, before, after }: Difference): string {
  const values = [before, after].map((one) => one && clip(one, CELL_CHARACTERS))
  const [from = '', to = ''] = values
  const arrow = before === undefined ? to : after === undefined ? `was ${from}` : `${from} -> ${to}`
  return terminal(`  ${area} ${name} ${kind}: ${what}${arrow === '' ? '' : `: ${arrow}`}`)
}

const block = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines]

const SHOWN_NODES = 20

function outcomeOf({ plan, missing, problems }: DefaultPlan) {
  if (!plan) {
    const why = problems.map(({ message }) => message).join('; ')
    const needs = `no plan: it needs the inputs ${missing.join(', ')}`
    return { effect: '', nodes: '', verdict: missing.length > 0 ? needs : `no plan: ${why}` }
  }
  const names = plan.nodes.slice(0, SHOWN_NODES).map(({ name }) => name)
  const more = plan.nodes.length > SHOWN_NODES ? ', …' : ''
  const refused = plan.gates.filter(({ verdict }) => verdict === 'refused')
  const reasons = refused.map(({ gate, reason }) => `${gate}: ${reason ?? 'no reason given'}`)
  return {
    effect: plan.effect,
    nodes: `${plan.nodes.length}: ${names.join(', ')}${more}`,
    verdict: refused.length === 0 ? 'allowed' : `refused by ${reasons.join('; ')}`,
  }
}
