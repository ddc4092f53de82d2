/** The entry of a run on the audit branch: where it lies, and when another one may take its place. */
import { hasShape } from '../protocol/schemas.ts'
import type { Attestation } from '../protocol/types.gen.ts'
import type { RecordAudit } from '../record/audit.ts'
import { ATTESTATION_FILE } from '../record/folder.ts'
import { statementDifferences } from '../record/statement.ts'
import { lineWithDigest } from '../record/verify.ts'

export const AUDIT_BRANCH = 'rune-audit'

/** By the run's id alone, so that two records of one run always meet. */
export function entryFolder(runId: string): string {
  return `runs/${runId.slice(0, 2)}/${runId}`
}

export type EntryVerdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'same' }
  /** The record was gone on with since: what was exported is its beginning. */
  | { readonly kind: 'earlier'; readonly events: number }
  | { readonly kind: 'other'; readonly differences: readonly string[] }

/** What the files that are on the branch are to the record. */
export function compareEntry(
  present: ReadonlyMap<string, Uint8Array>,
  { journal }: RecordAudit,
  own: Attestation,
): EntryVerdict {
  const bytes = present.get(ATTESTATION_FILE)
  if (bytes === undefined) return present.size === 0 ? { kind: 'none' } : broken('it is missing')
  const given = jsonOf(bytes)
  const differences = statementDifferences(given, own)
  if (differences.length === 0) return { kind: 'same' }
  if (!hasShape('attestation', given)) return { kind: 'other', differences }
  const { run_id, record } = given.predicate
  const grown = record.events < own.predicate.record.events
  if (
    run_id === own.predicate.run_id &&
    grown &&
    lineWithDigest(journal, record.head) === record.events
  )
    return { kind: 'earlier', events: record.events }
  return { kind: 'other', differences }
}

const broken = (why: string): EntryVerdict => ({
  kind: 'other',
  differences: [`${ATTESTATION_FILE}: ${why}`],
})

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
