/** Makes the statement about a record folder that is complete, and writes it there as attestation.json. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../protocol/envelope.ts'
import { systemCode } from '../protocol/errors.ts'
import { hasShape } from '../protocol/schemas.ts'
import type { Attestation, RecordApproval } from '../protocol/types.gen.ts'
import { EVENTS_FILE, PLAN_FILE, REPORT_FILE, writeAttestation } from './folder.ts'
import type { Head } from './journal.ts'
import { type StatementInit, statementOf } from './statement.ts'

export type AttestInit = Pick<StatementInit, 'state' | 'report'>

/** The chain is taken as it is. Rejects when report.json or events.ndjson cannot be read. */
export async function statementAt(path: string, init: AttestInit): Promise<Attestation> {
  const journal = await readFile(join(path, EVENTS_FILE))
  const plan = await readFile(join(path, PLAN_FILE)).catch((caught: unknown) => {
    // A request that cannot be planned has none.
    if (systemCode(caught) === 'ENOENT') return undefined
    throw caught
  })
  const approvals = approvalsIn(journal)
  return statementOf({
    ...init,
    head: headOf(journal),
    ...(approvals === undefined ? {} : { approvals }),
    files: [
      { path: REPORT_FILE, sha256: sha256(await readFile(join(path, REPORT_FILE))) },
      { path: EVENTS_FILE, sha256: sha256(journal) },
      ...(plan === undefined ? [] : [{ path: PLAN_FILE, sha256: sha256(plan) }]),
    ],
  })
}

/**
 * Never rejects: the record is complete without it, and what it says follows from the record. `rune audit export` makes
 * it anew.
 */
export async function attestRecord(path: string, init: AttestInit): Promise<void> {
  await statementAt(path, init)
    .then((statement) => writeAttestation(path, statement))
    .catch(() => undefined)
}

function headOf(journal: Uint8Array): Head {
  const end = journal.at(-1) === 0x0a ? journal.length - 1 : journal.length
  const begin = journal.lastIndexOf(0x0a, end - 1) + 1
  let events = 0
  for (let at = journal.indexOf(0x0a); at >= 0; at = journal.indexOf(0x0a, at + 1)) events += 1
  return { events, sha256: sha256(journal.subarray(begin, end)) }
}

/** The plan is the second event of a run that has one. */
const FIRST_LINES = 10

function approvalsIn(journal: Uint8Array): readonly RecordApproval[] | undefined {
  let from = 0
  for (let line = 0; line < FIRST_LINES && from < journal.length; line += 1) {
    const end = journal.indexOf(0x0a, from)
    const to = end < 0 ? journal.length : end
    const event: unknown = JSON.parse(Buffer.from(journal.subarray(from, to)).toString('utf8'))
    if (hasShape('event', event) && event.type === 'plan') return event.data?.approvals
    from = to + 1
  }
  return undefined
}
