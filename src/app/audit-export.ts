/** `audit export`: commits an entry for each record to the audit branch, so that it outlives the record. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Host } from '../host.ts'
import { type Fault, fault } from '../protocol/errors.ts'
import type { Attestation, Problem } from '../protocol/types.gen.ts'
import { auditRecord, type RecordAudit } from '../record/audit.ts'
import { ATTESTATION_FILE, REPORT_FILE } from '../record/folder.ts'
import { addToBranch } from '../repository/growing-branch.ts'
import { compareEntry, entryFolder } from './audit-entry.ts'
import { problemOf } from './run-report.ts'

export interface ExportInit {
  /** A folder of the repository that has the branch. */
  readonly root: string
  readonly branch: string
  readonly host: Pick<Host, 'now'>
}

export type Exported =
  | {
      readonly kind: 'exported'
      readonly runId: string
      readonly path: string
      readonly commit: string
    }
  /** It was there already, the same. */
  | { readonly kind: 'unchanged'; readonly runId: string; readonly path: string }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** A larger report has only its digest on the branch. */
const REPORT_BYTES = 1024 * 1024

const README = `# Audit branch

One folder for each run of RUNE, \`runs/<first two digits>/<run id>\`: \`attestation.json\` says who ran what, with what result,
and where its record's chain of events ends; \`report.json\` is the run's report. \`rune audit verify RECORD --against-branch\`
compares a record with its entry. This branch only grows: do not merge, rebase or rewrite it.
`

/** Never rejects. */
export async function exportRecord(path: string, init: ExportInit): Promise<Exported> {
  const refused = (problem: Fault): Exported => ({ kind: 'refused', problem: problemOf(problem) })
  const audit = await auditRecord(path)
  const { statement } = audit
  if (statement === undefined) return refused(fault('record-invalid', `${path}: ${unfit(audit)}`))
  const { run_id: runId } = statement.predicate
  const folder = entryFolder(runId)
  const report = await readFile(join(path, REPORT_FILE))
  const answer = await addToBranch({
    root: init.root,
    branch: init.branch,
    folder,
    files: {
      [ATTESTATION_FILE]: Buffer.from(`${JSON.stringify(statement, null, 2)}\n`),
      ...(report.length > REPORT_BYTES ? {} : { [REPORT_FILE]: report }),
    },
    message: messageOf(statement),
    by: { name: 'rune audit', email: 'rune-audit@localhost', at: init.host.now() },
    readme: README,
    judge: (present) => {
      const entry = compareEntry(present, audit, statement)
      if (entry.kind === 'same') return 'same'
      if (entry.kind !== 'other') return 'write'
      const [first] = entry.differences
      return {
        kind: 'conflict',
        reason: `the run ${runId} is on ${init.branch} with other content: ${first}`,
      }
    },
  })
  switch (answer.kind) {
    case 'committed':
      return { kind: 'exported', runId, path: folder, commit: answer.commit }
    case 'same':
      return { kind: 'unchanged', runId, path: folder }
    case 'conflict':
      return refused(fault('audit-conflict', `${path}: ${answer.reason}`))
    case 'failed':
      return refused(fault('audit-export', `${path}: ${answer.reason}`))
  }
}

/** Why a record has no statement that could be exported. */
function unfit({ state, flaws }: RecordAudit): string {
  const [flaw] = flaws
  if (flaw === undefined)
    return `it is ${state}: it has no report; \`rune collect\` closes it, then it can be exported`
  const line = flaw.line === undefined ? '' : `:${flaw.line}`
  return `it was altered: ${flaw.path}${line}: ${flaw.reason}`
}

function messageOf({ predicate }: Attestation): string {
  const { run_id, runbook, action, status, actor, ticket, plan_hash, record } = predicate
  const subject = `${runbook?.name ?? action ?? 'no runbook'}: ${status}, run ${run_id.slice(0, 8)}`
  const lines = [
    ['Run', run_id],
    ['Actor', actor],
    ['Ticket', ticket],
    ['Plan', plan_hash],
    ['Record-head', record.head],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${oneLine(value)}`]))
  return `${oneLine(subject)}\n\n${lines.join('\n')}\n`
}

/** What somebody typed must not become a trailer of its own. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
