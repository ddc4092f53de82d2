/** Plans and run reports as Markdown for the job summary of GitHub. */
import type {
  Plan,
  PlanCall,
  PlanNode,
  PlanStep,
  Problem,
  ReportNode,
  RunReport,
} from '../protocol/types.gen.ts'
import { batchesOf, stopRules } from './batches.ts'
import { breakGlassLines } from './break-glass.ts'
import { type Chunk, type LeftOut, withinBudget } from './budget.ts'
import { clip, html, markdown, markdownCode } from './encode.ts'
import { flowFacts, planSections, timelineOf } from './flow.ts'
import { outcomeNotes } from './outcome.ts'
import { type Provenance, withoutApprovals } from './provenance.ts'
import { provenanceSections } from './provenance-summary.ts'
import { advices, errorOf, worstFirst } from './rank.ts'
import { heading, paragraph, section, table } from './sections.ts'

/** What a run will do, for a reviewer and for whoever waits for the run; at most 900 KiB. */
export function planSummary(
  plan: Plan,
  more: { readonly planHash?: string; readonly provenance?: Provenance } = {},
): string {
  const { content, runbook, nodes, params } = plan
  const refused = plan.gates.filter(({ verdict }) => verdict === 'refused')
  const relaxed = plan.gates.filter(({ verdict }) => verdict === 'relaxed')
  const versioned = content.versioned
    ? markdownCode(content.commit ?? 'unknown')
    : `**not versioned** ${markdown(content.reason ?? '')}`
  return withinBudget(
    [
      heading(
        2,
        `Plan: ${subjectOf(plan)} on ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'}`,
      ),
      ...(runbook?.description ? [paragraph(`Purpose: ${markdown(runbook.description)}`)] : []),
      ...glassParagraphs(plan.break_glass),
      ...facts([
        ['Effect', `**${markdown(plan.effect)}**`],
        ['Dry run', plan.dry_run ? 'yes' : 'no'],
        ['Content', versioned],
        ['Plan hash', more.planHash && markdownCode(more.planHash)],
        ['Approvals', withoutApprovals(more.provenance ?? {})],
      ]),
      ...section(
        'Refused',
        ['Gate', 'Reason'],
        refused.map(({ gate, reason }) => [markdownCode(gate), markdown(reason ?? '')]),
      ),
      ...section(
        'Passed by break glass',
        ['Gate', 'Reason'],
        relaxed.map(({ gate, reason }) => [markdownCode(gate), markdown(reason ?? '')]),
      ),
      ...(Object.keys(params).length === 0 ? [] : [jsonBlock('Parameters', params)]),
      ...section(
        'Called runbooks',
        ['Step', 'Runbook', 'Inputs', 'sha256'],
        (plan.calls ?? []).map(({ id, name, params, sha256 }) => [
          markdownCode(id),
          markdownCode(name),
          markdownCode(clip(JSON.stringify(params), 1000)),
          markdownCode(sha256),
        ]),
      ),
      ...planSections(plan).flatMap(({ title, steps }) =>
        section(sentence(title), STEP_HEADER, steps.flatMap(stepRows)),
      ),
      ...nodeSection(plan),
      ...provenanceSections(more.provenance ?? {}),
    ],
    cutNote('plan.json'),
  )
}

const glassParagraphs = (glass: Plan['break_glass']): Chunk[] =>
  breakGlassLines(glass).map((line) => paragraph(`**${markdown(line)}**`))

const STEP_HEADER = ['Step', 'Action', 'Effect', 'Root', 'Time limit', 'Input', 'Bundle sha256']

const sentence = (title: string): string => `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`

/** Of the step, and of what undoes it. */
function stepRows(step: PlanStep): string[][] {
  const { undo } = step
  const facts = flowFacts(step).map((fact) => markdownCode(clip(fact, 1000)))
  const [name = '', ...rest] = callRow(step)
  return [
    [[name, ...facts].join('<br>'), ...rest],
    ...(undo === undefined ? [] : [[`undo of ${name}`, ...callRow(undo).slice(1)]]),
  ]
}

const callRow = (step: PlanCall): string[] => [
  markdownCode(step.id),
  `${markdownCode(step.action)} (${markdown(`${step.module} ${step.module_version}`)})`,
  markdown(step.effect),
  step.become ? 'yes' : 'no',
  `${step.timeout_ms / 1000} s`,
  markdownCode(clip(JSON.stringify(step.input), 1000)),
  markdownCode(step.bundle_sha256),
]

function nodeSection(plan: Plan): Chunk[] {
  const batched = plan.batches !== undefined
  const rows = batchesOf(plan).flatMap(({ number, nodes }) =>
    nodes.map((node) => [...(batched ? [String(number)] : []), ...nodeRow(node)]),
  )
  const header = [...(batched ? ['Batch'] : []), ...NODE_HEADER]
  return [
    ...section(`Nodes, at most ${plan.concurrency} at a time`, header, rows),
    ...stopRules(plan).map((rule) => paragraph(`- ${markdown(rule)}`)),
  ]
}

const NODE_HEADER = ['Node', 'Transport', 'Address', 'Host key']

function nodeRow(node: PlanNode): string[] {
  const user = node.user === undefined ? '' : `${node.user}@`
  const port = node.port === undefined ? '' : `:${node.port}`
  return [
    markdownCode(node.name),
    `${markdown(node.transport)} (${markdown(node.transport_reason)})`,
    [
      node.address === undefined ? '' : markdownCode(`${user}${node.address}${port}`),
      ...(node.jump === undefined ? [] : ['through', markdownCode(node.jump.join(', '))]),
    ].join(' '),
    [
      ...[node.host_key_sha256 ?? [], node.other_host_keys_sha256 ?? []].flat().map(markdownCode),
      ...(node.host_authorities_sha256 ?? []).map((print) => `signed by ${markdownCode(print)}`),
    ].join(' '),
  ]
}

/** What happened: nodes that are not good first, then what the plugins answered; at most 900 KiB. */
export function reportSummary(
  report: RunReport,
  more: { readonly artifact?: string } = {},
): string {
  const { counts, content } = report
  const nodes = worstFirst(report.nodes)
  const errors = nodes.filter(({ good }) => !good).flatMap((node) => errorOf(node)?.error ?? [])
  const record = more.artifact ?? report.record
  return withinBudget(
    [
      heading(
        2,
        `${report.dry_run ? 'Dry run: ' : ''}${report.check ? 'Check: ' : ''}${subjectOf(report)}`,
      ),
      ...glassParagraphs(report.break_glass),
      paragraph(
        `**${markdown(report.status)}**: ${counts.good} of ${counts.nodes} nodes are good; ` +
          `${counts.failed} failed, ${counts.unknown} unknown, ${counts.cancelled} cancelled, ${counts.untouched} untouched`,
      ),
      ...section('Nodes', ['Node', 'Outcome', 'Step', 'Error', 'Executed'], nodes.map(resultRow)),
      ...section(
        'Problems',
        ['Where', 'Problem', 'Rule', 'What to do'],
        report.problems.map(problemRow),
      ),
      ...section(
        'What to do',
        ['Next'],
        [...outcomeNotes(nodes), ...advices(errors)].map((advice) => [markdown(advice)]),
      ),
      ...provenanceSections(report),
      ...facts([
        ['Correlation id', markdownCode(report.correlation_id)],
        ['Plan hash', report.plan_hash && markdownCode(report.plan_hash)],
        ['Record', record && markdownCode(record)],
        ['Commit', content?.commit && markdownCode(content.commit)],
        ['Started by', markdownCode(report.actor)],
        ['Reason', report.reason && markdown(report.reason)],
        ['Ticket', report.ticket && markdownCode(report.ticket)],
        ['Approvals', withoutApprovals(report)],
      ]),
      ...nodes.flatMap(timeline),
      ...nodes.flatMap(outputs),
    ],
    cutNote(record === undefined ? 'report.json' : `report.json in ${record}`),
  )
}

function problemRow({ file, line, column, message, rule, advice }: Problem): string[] {
  const where = [file, line, column].filter((part) => part !== undefined).join(':')
  return [
    where && markdownCode(where),
    markdown(clip(message, 1000)),
    rule === undefined ? '' : markdownCode(rule),
    markdown(advice ?? ''),
  ]
}

function resultRow(node: ReportNode): string[] {
  const found = errorOf(node)
  const outcome = markdown(node.outcome)
  if (!found) return [markdownCode(node.name), node.good ? outcome : `**${outcome}**`, '', '', '']
  const { error, step } = found
  return [
    markdownCode(node.name),
    node.good ? outcome : `**${outcome}**`,
    step === undefined ? '' : markdownCode(step.id),
    `${markdownCode(error.kind)} ${markdown(clip(error.message, 1000))}`,
    markdown(error.executed),
  ]
}

const TIMELINE_HEADER = ['Phase', 'Step', 'Status', 'Started', 'Took', 'About', 'Record']

/** Of a node that was more than one step: folded, and left out as a whole where there is no room. */
function timeline(node: ReportNode): Chunk[] {
  const rows = timelineOf(node)
  if (rows.length < 2) return []
  const lines = table(
    TIMELINE_HEADER,
    rows.map(({ phase, step, status, started, tookMs, about, record }) => [
      markdown(phase),
      markdownCode(step),
      markdown(status),
      markdown(started ?? ''),
      tookMs === undefined ? '' : `${tookMs} ms`,
      markdown(about),
      record === undefined ? '' : markdownCode(record),
    ]),
  )
  const title = `${node.name}: ${node.outcome}, what was done and when`
  const text = [
    `<details><summary>${html(title)}</summary>`,
    '',
    ...lines.map((line) => line.text),
    '</details>',
    '',
  ]
  return [{ text: text.join('\n'), counts: 'outputs' }]
}

const outputs = (node: ReportNode): Chunk[] =>
  node.steps.flatMap(({ id, phase = 'do', output }) =>
    output === undefined || Object.keys(output).length === 0
      ? []
      : [jsonBlock(`${node.name}: output of ${id}${phase === 'do' ? '' : ` (${phase})`}`, output)],
  )

const MAX_OUTPUT_CHARACTERS = 16 * 1024

// Inside <pre> nothing is read as Markdown up to </pre>, which the encoder keeps out.
function jsonBlock(title: string, value: unknown): Chunk {
  const shown = html(clip(JSON.stringify(value, undefined, 2), MAX_OUTPUT_CHARACTERS))
  return {
    text: `<details><summary>${html(title)}</summary>\n\n<pre><code>${shown}</code></pre>\n\n</details>\n`,
    counts: 'outputs',
  }
}

const subjectOf = (of: { runbook?: { name: string }; action?: string }): string => {
  if (of.runbook) return `runbook ${markdownCode(of.runbook.name)}`
  return of.action === undefined ? 'nothing was run' : `action ${markdownCode(of.action)}`
}

const facts = (rows: readonly (readonly [string, string | undefined])[]): Chunk[] =>
  table(
    ['', ''],
    rows.flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )

const cutNote =
  (whole: string) =>
  (left: LeftOut): string =>
    `**Cut to fit GitHub's limit**: ${left.rows} rows and ${left.outputs} outputs are left out; all of it is in ${markdownCode(whole)}.`
