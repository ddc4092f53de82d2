/** `audit verify`: judges a record by itself, and compares it with what somebody kept of it elsewhere. */

import { sha256 } from '../protocol/envelope.ts'
import type { Attestation, AuditFinding, AuditVerdict, RecordEvent } from '../protocol/types.gen.ts'
import { auditRecord, type RecordAudit } from '../record/audit.ts'
import { EVENTS_FILE } from '../record/folder.ts'
import { PREDICATE_TYPE, statementDifferences } from '../record/statement.ts'
import { openContentAt } from '../repository/at-commit.ts'
import { readBranch } from '../repository/growing-branch.ts'
import { compareEntry, entryFolder } from './audit-entry.ts'
import { readStatements } from './statement-file.ts'

export interface VerifyInit {
  /** The head that log and summary of the run print. */
  readonly head?: string
  /** A folder of a clone in which the project lies: its files are compared with those that the run used. */
  readonly repository?: string
  /** A file with a statement about the record. */
  readonly statement?: string
  /** The branch to which runs are exported. */
  readonly against?: { readonly root: string; readonly branch: string }
}

/** Never rejects. Reads the record and what it is compared with, and writes nothing. */
export async function verifyRecord(path: string, init: VerifyInit): Promise<AuditVerdict> {
  const audit = await auditRecord(path, init.head)
  const { events, flaws, state } = audit
  const findings: AuditFinding[] = flaws.map(({ path: file, line, offset, reason: message }) => ({
    file,
    ...(line === undefined ? {} : { line }),
    ...(offset === undefined ? {} : { offset }),
    message,
  }))
  // What an altered record says is not worth a comparison: its first finding is the answer.
  const whole = state !== 'altered'
  if (whole && init.repository !== undefined)
    findings.push(...(await repositoryFindings(init.repository, events)))
  if (whole && init.statement !== undefined)
    findings.push(...(await statementFindings(init.statement, audit.statement)))
  if (whole && init.against !== undefined)
    findings.push(...(await branchFindings(init.against, audit)))
  const [first] = events
  // Of an altered record only what its good lines say.
  const told = whole ? audit.report : undefined
  const { run_id, correlation_id, status, plan_hash } = { ...first?.data, ...told }
  const closed = events.at(-1)?.type === 'run-ended' || init.head !== undefined
  return {
    schema_version: '1.0',
    good: whole && findings.length === 0 && closed,
    state,
    ...(typeof run_id === 'string'
      ? { run_id }
      : first === undefined
        ? {}
        : { run_id: first.run_id }),
    ...(typeof correlation_id === 'string' ? { correlation_id } : {}),
    ...(status === undefined ? {} : { status }),
    ...(plan_hash === undefined ? {} : { plan_hash }),
    ...(audit.head === undefined ? {} : { head: audit.head }),
    events: events.length,
    files: audit.files,
    compared: compared(audit, init, whole),
    unnamed: [...audit.unnamed],
    findings: findings.map((one) => ({ ...one, message: one.message.slice(0, 4000) })),
  }
}

function compared(audit: RecordAudit, init: VerifyInit, whole: boolean): AuditVerdict['compared'] {
  const { report, attested, journal } = audit
  if (journal.length === 0) return []
  return [
    ...(['chain', 'files'] as const),
    ...(whole && report !== undefined ? (['report'] as const) : []),
    ...(attested ? (['attestation'] as const) : []),
    ...(init.head === undefined ? [] : (['head'] as const)),
    ...(whole && init.repository !== undefined ? (['repository'] as const) : []),
    ...(whole && init.statement !== undefined ? (['statement'] as const) : []),
    ...(whole && init.against !== undefined ? (['branch'] as const) : []),
  ]
}

/** Every file that the plan was made of, against git's objects at the commit that the run names. */
async function repositoryFindings(
  root: string,
  events: readonly RecordEvent[],
): Promise<AuditFinding[]> {
  const inJournal = (message: string): AuditFinding[] => [{ file: EVENTS_FILE, message }]
  const sources = events.find(({ type }) => type === 'plan')?.data?.sources
  if (sources === undefined)
    return inJournal('no event names the files that the plan was made of: nothing can be compared')
  const { commit, reason } = contentIn(events)
  if (commit === undefined)
    return inJournal(
      `the run used no commit (${reason ?? 'not versioned'}): nothing can be compared`,
    )
  const at = await openContentAt(root, commit)
  if (at.kind === 'unavailable') return inJournal(`${at.reason}. ${at.advice}`)
  const findings: AuditFinding[] = []
  for (const { path: file, sha256: used } of sources) {
    const bytes = await at.content.read(file)
    const found = bytes === undefined ? 'no such file' : sha256(bytes)
    if (found !== used)
      findings.push({
        file,
        message: `the commit ${commit} has ${bytes === undefined ? found : `the sha256 ${found}`}, the run used ${used}`,
      })
  }
  return findings
}

function contentIn(events: readonly RecordEvent[]): { commit?: string; reason?: string } {
  const content: unknown = events[0]?.data?.['content']
  if (typeof content !== 'object' || content === null) return {}
  return {
    ...('commit' in content && typeof content.commit === 'string'
      ? { commit: content.commit }
      : {}),
    ...('reason' in content && typeof content.reason === 'string'
      ? { reason: content.reason }
      : {}),
  }
}

async function statementFindings(
  file: string,
  own: Attestation | undefined,
): Promise<AuditFinding[]> {
  const finding = (message: string): AuditFinding[] => [{ file, message }]
  if (own === undefined) return finding('the record has no report, so no statement is about it')
  const given = await readStatements(file)
  if (typeof given === 'string') return finding(given)
  const judged = given.map((one) => ({ one, differences: statementDifferences(one, own) }))
  if (judged.some(({ differences }) => differences.length === 0)) return []
  // Beside statements of other kinds about the same files, the one that is meant.
  const meant = judged.find(({ one }) => predicateTypeOf(one) === PREDICATE_TYPE) ?? judged[0]
  return (meant?.differences ?? []).flatMap(finding)
}

function predicateTypeOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'predicateType' in value
    ? value.predicateType
    : undefined
}

async function branchFindings(
  { root, branch }: NonNullable<VerifyInit['against']>,
  audit: RecordAudit,
): Promise<AuditFinding[]> {
  const { statement } = audit
  const finding = (message: string): AuditFinding[] => [{ file: branch, message }]
  if (statement === undefined) return finding('the record has no report, so it has no entry')
  const { run_id: runId } = statement.predicate
  const present = await readBranch({ root, branch }, entryFolder(runId))
  if (typeof present === 'string') return finding(`it cannot be read: ${present}`)
  if (present === undefined) return finding('there is no such branch')
  const entry = compareEntry(present, audit, statement)
  if (entry.kind === 'same') return []
  if (entry.kind === 'none') return finding(`it has no entry of the run ${runId}`)
  if (entry.kind === 'earlier')
    return finding(
      `its entry is of the first ${entry.events} events; the record was gone on with since, and exported no more`,
    )
  return entry.differences.flatMap((one) => finding(`${entryFolder(runId)}: ${one}`))
}
