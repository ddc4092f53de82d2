/** Tells a plan, a result or problems everywhere where somebody may look: log, job summary, annotations and outputs. */
import type { Plan, Problem, RunReport } from '../protocol/types.gen.ts'
import { problemAnnotations, reportAnnotations } from '../report/annotations.ts'
import { withinBudget } from '../report/budget.ts'
import { changesSummary, changesText, type ShownChanges } from '../report/changes.ts'
import { clip, markdown, markdownCode } from '../report/encode.ts'
import type { Provenance } from '../report/provenance.ts'
import { planSummary, reportSummary } from '../report/summary.ts'
import { planText, problemsText, reportText } from '../report/text.ts'
import { log } from './log.ts'
import { type Outputs, setOutputs } from './outputs.ts'
import type { SummaryFile } from './summary-file.ts'

/** Before anything happens: what would, or is about to. */
export function publishPlan(
  summary: SummaryFile,
  plan: Plan,
  planHash: string,
  provenance: Provenance = {},
): void {
  summary.put('plan', planSummary(plan, { planHash, provenance }))
  log.group('Plan', `${planText(plan, provenance)}plan ${planHash}`)
}

/** What a pull request does; in the plan's place of the summary, below what is wrong with it. */
export function publishChanges(summary: SummaryFile, changes: ShownChanges): void {
  summary.put('plan', changesSummary(changes))
  log.group('What the change does', changesText(changes))
}

export interface ResultFacts {
  /** Where the record was uploaded to, in words. */
  readonly artifact?: string
  /** SHA-256 of the journal's last line. */
  readonly recordHead?: string
  /** What went wrong after the report was written. */
  readonly problems?: readonly Problem[]
}

/** A run's result for the summary; may be called again when more is known. */
export function summarize(
  summary: SummaryFile,
  report: RunReport,
  { artifact, recordHead, problems = [] }: ResultFacts = {},
): void {
  const shown = { ...report, problems: [...report.problems, ...problems] }
  const head = recordHead === undefined ? '' : `\nRecord head: ${markdownCode(recordHead)}\n`
  summary.put(
    'result',
    `${reportSummary(shown, artifact === undefined ? {} : { artifact })}${head}`,
  )
}

/** A run's result for the log and the annotations; once. */
export function announce(report: RunReport, { recordHead, problems = [] }: ResultFacts = {}): void {
  const shown = { ...report, problems: [...report.problems, ...problems] }
  log.lines(reportText(shown, { colour: false }))
  if (recordHead !== undefined) log.lines(`record head: ${recordHead}`)
  log.annotate(reportAnnotations(shown))
}

/** What a validation found, or why there is no plan. */
export function publishProblems(
  summary: SummaryFile,
  what: {
    readonly title: string
    readonly problems: readonly Problem[]
    readonly outputs: Outputs
  },
): void {
  const { title, problems, outputs } = what
  summary.put('result', problemsSummary(title, problems))
  log.lines(`${title}\n${problemsText(problems)}`)
  setOutputs(outputs)
  log.annotate(problemAnnotations(problems))
}

/** At most 900 KiB. */
function problemsSummary(title: string, problems: readonly Problem[]): string {
  const table =
    problems.length === 0
      ? []
      : [{ text: '| Where | Problem | What to do |\n| --- | --- | --- |' }, ...problems.map(toRow)]
  return withinBudget(
    [{ text: `## ${markdown(title)}\n` }, ...table, { text: '' }],
    ({ rows }) => `**Cut to fit GitHub's limit**: ${rows} more problems are in the log.`,
  )
}

function toRow({ severity, file, line, column, message, rule, advice }: Problem) {
  const where = [file, line, column].filter((part) => part !== undefined).join(':')
  const cells = [
    where && markdownCode(where),
    `${severity === 'warning' ? 'Warning: ' : ''}${markdown(clip(message, 1000))}${rule === undefined ? '' : ` ${markdownCode(rule)}`}`,
    markdown(advice ?? ''),
  ]
  return { text: `| ${cells.join(' | ')} |`, counts: 'rows' as const }
}
