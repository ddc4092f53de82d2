/** Keeps the step's job summary under GitHub's limit, above which all of it would be dropped. */
import { appendFileSync, statSync, truncateSync } from 'node:fs'
import { fromUnknown } from '../protocol/errors.ts'

/** One byte less than what the runner still takes. */
const MOST_BYTES = 1024 * 1024 - 1

export interface SummaryFile {
  /** Puts this text in place of what the section had. Never throws: a summary is no reason to lose a run. */
  put(section: 'plan' | 'result', markdown: string): void
}

/** `path` is GITHUB_STEP_SUMMARY; what is in the file already stays. Without a path nothing is written. */
export function openSummary(
  path: string | undefined,
  warn: (text: string) => void,
  mostBytes = MOST_BYTES,
): SummaryFile {
  if (path === undefined) return { put: () => undefined }
  const sections = { plan: '', result: '' }
  let before: number | undefined
  return {
    put: (section, markdown) => {
      sections[section] = markdown
      try {
        before ??= statSync(path, { throwIfNoEntry: false })?.size ?? 0
        const text = fitting(sections, mostBytes - before)
        appendFileSync(path, '')
        truncateSync(path, before)
        appendFileSync(path, text)
      } catch (caught) {
        warn(`the job summary cannot be written: ${fromUnknown(caught).message}`)
      }
    },
  }
}

/** The result is worth more than the plan, and a note more than nothing. */
function fitting({ plan, result }: { plan: string; result: string }, bytes: number): string {
  const forms = [
    [result, plan],
    [result, result === '' ? '' : NO_PLAN],
    [result === '' ? '' : NO_RESULT, NO_PLAN],
  ]
  const texts = forms.map((parts) => parts.filter((part) => part !== '').join('\n'))
  return texts.find((text) => Buffer.byteLength(text) <= bytes) ?? ''
}

const NO_PLAN = 'The plan does not fit in this summary; it is in `plan.json` of the record.\n'
const NO_RESULT = 'The result does not fit in this summary; it is in `report.json` of the record.\n'
