/** Makes the statement about a record folder that is complete, and writes it there as attestation.json. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../protocol/envelope.ts'
import { systemCode } from '../protocol/errors.ts'
import { hasShape } from '../protocol/schemas.ts'
import type { Approval, Attestation } from '../protocol/types.gen.ts'
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

function approvalsIn(journal: Uint8Array): readonly Approval[] | undefined {
  const end = journal.indexOf(0x0a)
  const line = journal.subarray(0, end < 0 ? journal.length : end)
  const event: unknown = JSON.parse(Buffer.from(line).toString('utf8'))
  return hasShape('event', event) ? event.data?.approvals : undefined
}
