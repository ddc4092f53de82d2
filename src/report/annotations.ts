/** What a run or a validation shows as annotations of GitHub, which keeps ten errors and ten warnings of a step. */
import type { Problem, ReportNode, RunReport } from '../protocol/types.gen.ts'
import { BREAK_GLASS, breakGlassLines } from './break-glass.ts'
import { clip, githubLog, terminal } from './encode.ts'
import { flowText } from './flow.ts'
import { errorOf, severityRank, worstFirst } from './rank.ts'

export interface Annotation {
  readonly level: 'error' | 'warning'
  readonly file?: string
  /** One-based. */
  readonly line?: number
  /** One-based. */
  readonly column?: number
  readonly title: string
  /** One line, at most 4,000 characters; GitHub cuts at 4,096. */
  readonly message: string
}

export const MAX_PER_LEVEL = 10

/** Problems with their positions, most severe first; what does not fit is counted in the last one of its level. */
export function problemAnnotations(problems: readonly Problem[]): Annotation[] {
  return tenOfEach(bySeverity(problems, ({ kind }) => kind).map(ofProblem))
}

/** Nodes that are not good, the run's own problems and the steps' warnings, in the same way. */
export function reportAnnotations(report: RunReport): Annotation[] {
  const bad = worstFirst(report.nodes).filter(({ good }) => !good)
  return tenOfEach([
    ...breakGlassLines(report.break_glass).map((line) => ({
      level: 'warning' as const,
      title: BREAK_GLASS,
      message: shown(line, 4000),
    })),
    ...bySeverity(report.problems, ({ kind }) => kind).map(ofProblem),
    ...bySeverity(
      bad.filter(({ outcome }) => outcome !== 'untouched'),
      (node) => errorOf(node)?.error.kind ?? 'internal',
    ).map(ofNode),
    ...untouched(bad.filter(({ outcome }) => outcome === 'untouched')),
    ...report.nodes.flatMap(ofWarnings),
  ])
}

function bySeverity<T>(items: readonly T[], kindOf: (item: T) => string): T[] {
  return items.toSorted((a, b) => severityRank(kindOf(a)) - severityRank(kindOf(b)))
}

function ofProblem({
  severity,
  file,
  line,
  column,
  message,
  rule,
  kind,
  advice,
}: Problem): Annotation {
  return {
    level: severity,
    ...(file === undefined ? {} : { file: terminal(file) }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    title: shown(rule ?? kind, 200),
    message: shown(advice === undefined ? message : `${clip(message, 3000)} Next: ${advice}`, 4000),
  }
}

function ofNode(node: ReportNode): Annotation {
  const found = errorOf(node)
  const step = found?.step === undefined ? '' : ` at ${found.step.id}`
  const flow = flowText(node)
  const why = found
    ? `${found.error.kind}: ${clip(found.error.message, 3000)} (executed: ${found.error.executed}) Next: ${found.error.advice}`
    : 'No step gives a reason.'
  return {
    level: 'error',
    title: shown(`${node.name}: ${node.outcome}${step}`, 200),
    message: shown(flow === undefined ? why : `${why} What was done: ${clip(flow, 500)}`, 4000),
  }
}

/** What was never started is not itself wrong, and why it was not is said once, by a problem. */
function untouched(nodes: readonly ReportNode[]): Annotation[] {
  if (nodes.length === 0) return []
  const title = `${nodes.length} node${nodes.length === 1 ? '' : 's'} untouched`
  return [
    { level: 'warning', title, message: shown(nodes.map(({ name }) => name).join(', '), 4000) },
  ]
}

function ofWarnings(node: ReportNode): Annotation[] {
  return node.steps.flatMap(({ id, warnings }) =>
    (warnings ?? []).map((warning) => ({
      level: 'warning' as const,
      title: shown(`${node.name} at ${id}`, 200),
      message: shown(warning, 4000),
    })),
  )
}

// The runner writes an annotation's text into the log too.
const shown = (text: string, max: number): string => clip(githubLog(terminal(clip(text, max))), max)

function tenOfEach(all: readonly Annotation[]): Annotation[] {
  return (['error', 'warning'] as const).flatMap((level) => {
    const ofLevel = all.filter((annotation) => annotation.level === level)
    if (ofLevel.length <= MAX_PER_LEVEL) return ofLevel
    const kept = ofLevel.slice(0, MAX_PER_LEVEL - 1)
    const rest = ofLevel.length - kept.length
    const message = `GitHub shows ${MAX_PER_LEVEL} ${level}s of a step; all of them are in the job summary and in the record.`
    return [...kept, { level, title: `${rest} more ${level}s`, message }]
  })
}
