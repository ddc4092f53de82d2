/** The results of contract tests as text for people. */
import type { TestCase, TestReport } from '../protocol/types.gen.ts'
import { clip, terminal } from '../report/encode.ts'
import { problemsText } from '../report/text.ts'

/** One line a case, and what is wrong with it below. Ends with a line feed. */
export function caseText(done: TestCase): string {
  const time = done.duration_ms === undefined ? '' : `${done.duration_ms} ms`
  const dry = done.dry_run ? ', dry run' : ''
  const name = `${done.module}: ${done.action}/${done.case}${dry}`
  const lines = [
    `${done.status === 'passed' ? 'passed' : 'FAILED'}  ${time.padStart(8)}  ${name}`,
    ...done.failures.map(({ check, message }) => `  ${check}: ${clip(message, 1000)}`),
    ...done.warnings.map((warning) => `  warning: ${clip(warning, 500)}`),
    ...(done.status === 'failed' ? [`  see ${done.path}`] : []),
    ...stderrLines(done.stderr),
  ]
  return `${lines.map(terminal).join('\n')}\n`
}

/** What comes after the cases: problems, whether scripts were checked, the verdict. Ends with a line feed. */
export function testText(report: TestReport): string {
  const { status, modules, passed, failed, warnings, duration_ms: ms, shellcheck } = report
  const unchecked =
    shellcheck === 'not-installed'
      ? ['shell scripts were not checked: shellcheck is not installed']
      : []
  const errors = report.problems.filter(({ severity }) => severity === 'error').length
  const tallies = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(errors > 0 ? [count(errors, 'problem')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ]
  return [
    problemsText(report.problems),
    ...unchecked.map((line) => `${line}\n`),
    `${status.toUpperCase()}: ${count(modules, 'module')}, ${tallies.join(', ')}, in ${(ms / 1000).toFixed(1)} s\n`,
  ].join('')
}

function stderrLines(stderr: string | undefined): string[] {
  if (stderr === undefined) return []
  const lines = stderr.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(0, 10).map((line) => `  stderr: ${clip(line, 300)}`)
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
