/** Plans, run reports and problems as plain text for people at a terminal. */
import { EPS } from '../protocol/eps.ts'
import type {
  Plan,
  PlanNode,
  PlanStep,
  Problem,
  ReportNode,
  RunReport,
} from '../protocol/types.gen.ts'
import { type Batch, batchesOf, stopRules } from './batches.ts'
import { breakGlassLines } from './break-glass.ts'
import { caretLines } from './caret.ts'
import { apart } from './crowd.ts'
import { clip, terminal } from './encode.ts'
import { flowFacts, flowText, planSections } from './flow.ts'
import { outcomeNotes } from './outcome.ts'
import { type Provenance, provenanceLines } from './provenance.ts'
import { advices, errorOf, worstFirst } from './rank.ts'

/** What a run will do: its effect first, then nodes and steps, last what is refused. Ends with a line feed. */
export function planText(plan: Plan, provenance: Provenance = {}): string {
  const width = Math.max(0, ...plan.nodes.map(({ name }) => name.length))
  const refused = plan.gates.filter(({ verdict }) => verdict === 'refused')
  const relaxed = plan.gates.filter(({ verdict }) => verdict === 'relaxed')
  const passed = plan.gates.filter(({ verdict }) => verdict === 'passed')
  return text([
    `${EFFECTS[plan.effect]}: ${subject(plan)} on ${count(plan.nodes.length, 'node')}${plan.dry_run ? ', as a dry run' : ''}`,
    ...(plan.runbook?.description ? [`  ${terminal(plan.runbook.description)}`] : []),
    ...breakGlassLines(plan.break_glass).map(terminal),
    `  content: ${contentText(plan.content)}`,
    ...(Object.keys(plan.params).length > 0 ? [`  parameters: ${json(plan.params)}`] : []),
    ...(plan.calls ?? []).map(({ id, name, params, sha256 }) =>
      terminal(`  ${id} calls the runbook ${name} (sha256 ${sha256}) with ${json(params)}`),
    ),
    '',
    `nodes, at most ${plan.concurrency} at a time:`,
    ...batchesOf(plan).flatMap((batch) => [
      ...(plan.batches === undefined ? [] : [batchLine(batch, plan.batches.length)]),
      ...batch.nodes.map((node) => nodeLine(node, width)),
    ]),
    ...stopRules(plan).map((rule) => `  ${rule}`),
    '',
    ...planSections(plan).flatMap(({ title, steps }) => [
      `${title}:`,
      ...steps.flatMap((step, i) => stepLines(step, i + 1, plan.dry_run)),
      '',
    ]),
    ...provenanceText(provenance).flatMap((line, i, { length }) =>
      i === length - 1 ? [line, ''] : [line],
    ),
    ...(refused.length === 0
      ? [`allowed by: ${passed.map(({ gate }) => terminal(gate)).join(', ') || 'no gates'}`]
      : refused.map(
          ({ gate, reason }) =>
            `refused by ${terminal(gate)}: ${terminal(reason ?? 'no reason given')}`,
        )),
    ...(refused.length === 0 ? [] : [`next: ${EPS['policy-denied'].advice}`]),
    ...relaxed.map(({ gate, reason }) => `relaxed ${terminal(gate)}: ${terminal(reason ?? '')}`),
  ])
}

const EFFECTS = { read: 'READS ONLY', change: 'CHANGES', destructive: 'DESTRUCTIVE' } as const

const subject = (of: { runbook?: { name: string }; action?: string }): string =>
  of.runbook ? `runbook ${terminal(of.runbook.name)}` : `action ${terminal(of.action ?? '?')}`

function contentText({ versioned, commit, reason }: Plan['content']): string {
  if (versioned) return `commit ${terminal(commit ?? 'unknown')}`
  return `not versioned${reason ? ` (${terminal(reason)})` : ''}`
}

const batchLine = ({ number, nodes }: Batch, of: number): string =>
  `  batch ${number} of ${of}, ${count(nodes.length, 'node')}:`

function nodeLine(node: PlanNode, width: number): string {
  const user = node.user === undefined ? '' : `${node.user}@`
  const port = node.port === undefined ? '' : ` port ${node.port}`
  const where = node.address === undefined ? '' : ` ${user}${node.address}${port}`
  const more = node.other_host_keys_sha256?.length ?? 0
  const others = more === 0 ? '' : ` or ${more} more`
  const key =
    node.host_key_sha256 === undefined ? '' : `  host key ${node.host_key_sha256}${others}`
  const signed = node.host_authorities_sha256?.join(', ')
  const authority = signed === undefined ? '' : `  host key signed by ${signed}`
  const via = node.jump === undefined ? '' : ` through ${node.jump.join(', ')}`
  return terminal(
    `  ${node.name.padEnd(width)}  ${node.transport}${where}${via}${key}${authority}  (${node.transport_reason})`,
  )
}

function stepLines(step: PlanStep, number: number, dryRun: boolean): string[] {
  const facts = [
    step.effect,
    ...(step.become ? ['as root'] : []),
    `at most ${seconds(step.timeout_ms)}`,
    ...(dryRun && step.effect !== 'read'
      ? [step.dry_run_supported ? 'dry run' : 'the dry run stops before it']
      : []),
  ]
  const name = step.id === step.action ? step.action : `${step.id}: ${step.action}`
  return [
    terminal(`  ${number}. ${name} (${step.module} ${step.module_version}): ${facts.join(', ')}`),
    ...(Object.keys(step.input).length > 0 ? [`     ${json(step.input)}`] : []),
    ...Object.entries(step.secrets ?? {}).map(([name, secret]) =>
      terminal(`     ${name}: secret, RUNE_SECRET_${secret}`),
    ),
    ...flowFacts(step).map((fact) => `     ${terminal(clip(fact, 1000))}`),
    ...(step.undo && Object.keys(step.undo.input).length > 0
      ? [`     undo: ${json(step.undo.input)}`]
      : []),
    `     bundle sha256 ${terminal(step.bundle_sha256)}`,
  ]
}

export interface ReportTextOptions {
  readonly colour: boolean
  /** The line that a problem is in, for its caret form. */
  readonly sourceLine?: (problem: Problem) => string | undefined
}

/**
 * What happened: nodes that are not good first, one line a node up to a hundred of them, then one a group; the last
 * line is the verdict. Ends with a line feed.
 */
export function reportText(report: RunReport, options: ReportTextOptions): string {
  const paint = options.colour ? painted : plainly
  const nodes = worstFirst(report.nodes)
  const { single, crowds } = apart(nodes)
  const width = Math.max(0, ...single.map(({ name }) => name.length))
  const advice = advices(
    nodes.filter(({ good }) => !good).flatMap((node) => errorOf(node)?.error ?? []),
  )
  const { good, failed, unknown, cancelled, untouched } = report.counts
  const warnings = nodes.flatMap(({ name, steps }) =>
    steps.flatMap((step) =>
      (step.warnings ?? []).map((warning) => `${name} ${step.id}: ${clip(warning, 500)}`),
    ),
  )
  const tallies = [
    `${good} good`,
    ...(
      [
        ['failed', failed],
        ['unknown', unknown],
        ['cancelled', cancelled],
        ['untouched', untouched],
      ] as const
    )
      .filter(([, n]) => n > 0)
      .map(([name, n]) => `${n} ${name}`),
  ]
  const about = report.runbook || report.action ? `${subject(report)}, ` : ''
  const what =
    report.counts.nodes === 0
      ? 'nothing was run'
      : `${count(report.counts.nodes, 'node')}: ${tallies.join(', ')}`
  const verdict = `${report.status.toUpperCase()}: ${about}${what}`
  return text([
    ...breakGlassLines(report.break_glass).flatMap((line) => [paint('bad', terminal(line)), '']),
    ...(report.dry_run ? ['dry run: nothing was changed on purpose', ''] : []),
    ...(report.check ? ['check: nothing was started', ''] : []),
    ...single
      .filter(({ good }) => !good)
      .flatMap((node) => [resultLine(node, width, paint), ...flowLine(node)]),
    ...crowds.map(
      ({ outcome, text: about }) =>
        `${paint(outcome === 'untouched' ? 'dim' : 'bad', terminal(outcome).padEnd(OUTCOME_WIDTH))}  ${terminal(about)}`,
    ),
    ...single
      .filter(({ good }) => good)
      .flatMap((node) => [
        resultLine(node, width, paint),
        ...(single.length > GOOD_IN_FULL ? [] : flowLine(node)),
      ]),
    ...block(warnings.map((warning) => `warning: ${terminal(warning)}`)),
    ...block([
      ...outcomeNotes(nodes).map((line) => terminal(line)),
      ...advice.map((line) => `next: ${terminal(line)}`),
    ]),
    ...(report.problems.length > 0
      ? ['', problemsText(report.problems, options.sourceLine).trimEnd()]
      : []),
    ...block(provenanceText(report)),
    '',
    ...(report.record === undefined ? [] : [`record: ${terminal(report.record)}`]),
    `correlation id: ${terminal(report.correlation_id)}`,
    paint(report.status === 'good' ? 'good' : 'bad', terminal(verdict)),
  ])
}

const provenanceText = (of: Provenance): string[] =>
  provenanceLines(of).map((line) => terminal(clip(line, 2000)))

/** In a larger run what was done on the good nodes is in the summary and in the report. */
const GOOD_IN_FULL = 10

function flowLine(node: ReportNode): string[] {
  const flow = flowText(node)
  return flow === undefined ? [] : [`  ${terminal(clip(flow, 2000))}`]
}

/** One line on one node's result, for progress while others still run. Without a line feed. */
export function nodeResultText(node: ReportNode): string {
  return resultLine(node, 0, plainly)
}

function resultLine(node: ReportNode, width: number, paint: Paint): string {
  const name = terminal(node.name).padEnd(width)
  const tone = node.good ? 'good' : node.outcome === 'untouched' ? 'dim' : 'bad'
  const outcome = paint(tone, terminal(node.outcome).padEnd(OUTCOME_WIDTH))
  const found = errorOf(node)
  const time = node.duration_ms === undefined ? '' : ` in ${seconds(node.duration_ms)}`
  if (!found) {
    const steps = node.steps.filter(({ phase }) => phase === undefined)
    const begun = steps.some(({ status }) => status !== 'not_run')
    const tried = steps.filter(({ status }) => status !== 'not_run').length
    const rehearsed = node.outcome === 'rehearsed' && tried < steps.length
    const some = rehearsed ? `${tried} of ${count(steps.length, 'step')}` : undefined
    const ran = begun
      ? (some ?? count(steps.length, 'step'))
      : (IDLE[node.outcome] ?? 'nothing was run')
    const said = steps.flatMap(({ output }) =>
      typeof output?.['message'] === 'string' ? [clip(output['message'], 300)] : [],
    )
    return `${outcome}  ${name}  ${ran}${time}${said.length === 0 ? '' : `: ${terminal(said.join('; '))}`}`
  }
  const { error, step } = found
  const at = step === undefined ? '' : `${step.id}: `
  const times = step?.tries ?? (step?.earlier?.length ?? 0) + 1
  const tries = times === 1 ? '' : `, after ${times} tries`
  const what = `${at}${error.kind}: ${clip(error.message, 1000)} [executed: ${error.executed}${tries}]`
  return `${outcome}  ${name}  ${terminal(what)}`
}

/** What is said of a good node on which no step was begun. */
const IDLE: Partial<Record<ReportNode['outcome'], string>> = {
  not_needed: 'nothing was needed',
  ready: 'it could be started',
}

const OUTCOME_WIDTH = 'rollback_failed'.length

/**
 * One line a problem, `file:line:column: message [rule]`, with the caret form below it where `sourceLine` knows the
 * line of the file; then each advice once. Ends with a line feed; '' for none.
 */
export function problemsText(
  problems: readonly Problem[],
  sourceLine: (problem: Problem) => string | undefined = () => undefined,
): string {
  if (problems.length === 0) return ''
  return text([
    ...problems.flatMap((one) => [problemLine(one), ...caret(one, sourceLine(one))]),
    ...block(advices(problems).map((advice) => `next: ${terminal(advice)}`)),
  ])
}

function problemLine({ file, line, column, message, rule, severity }: Problem): string {
  const at = [file, line, column].filter((part) => part !== undefined).join(':')
  const level = severity === 'warning' ? 'warning: ' : ''
  return terminal(
    `${file === undefined ? '' : `${at}: `}${level}${message}${rule === undefined ? '' : ` [${rule}]`}`,
  )
}

function caret({ line, column }: Problem, source: string | undefined): string[] {
  if (source === undefined || line === undefined || column === undefined) return []
  return caretLines(source, line, column)
}

type Paint = (tone: 'good' | 'bad' | 'dim', shown: string) => string
const plainly: Paint = (_tone, shown) => shown
const painted: Paint = (tone, shown) =>
  `\u001b[${{ good: 32, bad: 31, dim: 2 }[tone]}m${shown}\u001b[0m`

/** Whatever comes first, no text begins with an empty line. */
const text = (lines: readonly string[]): string => `${lines.join('\n').replace(/^\n+/, '')}\n`
const block = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', ...lines])
const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
const json = (value: unknown): string => terminal(clip(JSON.stringify(value), 1000))

/** Milliseconds as people read them: 40 ms, 1.5 s, 90 s. */
function seconds(ms: number): string {
  if (ms < 1000) return `${ms} ms`
  return `${ms < 10_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000)} s`
}
