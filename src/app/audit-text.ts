/** What `audit verify` and `audit export` found, as text for people. */
import type { AuditFinding, AuditVerdict } from '../protocol/types.gen.ts'
import { terminal } from '../report/encode.ts'
import type { Exported } from './audit-export.ts'
import type { Missing } from './audit-missing.ts'

const STATES: Readonly<Record<AuditVerdict['state'], string>> = {
  finished: 'intact and finished',
  collected: 'intact, and collected after the run',
  recovered:
    'intact as far as it goes: the run was killed, and its report is what the journal gives',
  unfinished: 'intact as far as it goes: the run has no end here',
  altered: 'ALTERED',
}

/** Ends with a line feed. */
export function verdictText(verdict: AuditVerdict): string {
  const { state, run_id, correlation_id, status, events, files, head, findings } = verdict
  const { compared, unnamed, good } = verdict
  const lines = [
    state !== 'altered' && findings.length > 0
      ? `${STATES[state]}, BUT NOT THE SAME`
      : STATES[state],
    ...findings.map(findingLine),
    ...(run_id === undefined
      ? []
      : [
          `run ${run_id}, correlation id ${terminal(correlation_id ?? '?')}${status === undefined ? '' : `, ${status}`}`,
        ]),
    `${events} events, ${files} files${head === undefined ? '' : `, head ${head}`}`,
    ...(unnamed.length === 0 ? [] : [`not vouched for by any line: ${list(unnamed)}`]),
    `compared: ${compared.join(', ') || 'nothing'}`,
  ]
  if (!compared.includes('head') && state !== 'altered')
    lines.push(
      good
        ? 'whoever made all of it anew would not show here: compare the head with the one in the log (--head)'
        : 'its last lines may be missing: compare the head with the one in the log (--head), or close it with rune collect',
    )
  return lines.map((line) => `${line}\n`).join('')
}

/** Names, bounded: twenty, and how many more. */
function list(names: readonly string[]): string {
  const more = names.length - 20
  return names.slice(0, 20).map(terminal).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function findingLine({ file, line, offset, message }: AuditFinding): string {
  const place = line === undefined ? '' : `:${line}`
  const byte = offset === undefined ? '' : ` (from byte ${offset})`
  return `${terminal(file)}${place}${byte}: ${terminal(message)}`
}

/** One line. */
export function exportedText(exported: Exclude<Exported, { kind: 'refused' }>): string {
  const { kind, path } = exported
  return kind === 'exported'
    ? `${path}: exported as ${exported.commit}`
    : `${path}: there already, the same`
}

export function missingText({ unrecorded, deleted, recorded }: Missing): string {
  const lines = [
    ...unrecorded.map(
      ({ url, createdAt, conclusion }) =>
        `no record: ${terminal(url)} of ${terminal(createdAt)}, ${terminal(conclusion || 'no conclusion')}`,
    ),
    ...deleted.map(
      (id) => `deleted: workflow run ${terminal(id)} is on the branch, and GitHub lists it no more`,
    ),
    `${recorded} with an entry, ${unrecorded.length} without a record, ${deleted.length} deleted`,
  ]
  return `${lines.join('\n')}\n`
}
