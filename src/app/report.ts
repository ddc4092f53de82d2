/** `report`: what a record says, and whether it still is what the run wrote. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fault, fromUnknown, systemCode } from '../protocol/errors.ts'
import { hasShape } from '../protocol/schemas.ts'
import type { Problem, RunReport } from '../protocol/types.gen.ts'
import { REPORT_FILE } from '../record/folder.ts'
import { recoverRecord } from '../record/recover.ts'
import { verifyFolder } from '../record/verify-folder.ts'
import { problemOf } from './run-report.ts'

export type ReadReport =
  | { readonly kind: 'none'; readonly problem: Problem }
  /** `problems`: what is wrong with the record itself. */
  | { readonly kind: 'report'; readonly report: RunReport; readonly problems: readonly Problem[] }

/** Reads a record folder. The report of a killed run is worked out from its journal. */
export async function readReport(path: string): Promise<ReadReport> {
  const none = (why: string): ReadReport => ({
    kind: 'none',
    problem: problemOf(fault('record-invalid', `${path} is not a record: ${why}`)),
  })
  const recovery = await recoverRecord(path).catch((caught: unknown) => ({
    kind: 'nothing' as const,
    reason: fromUnknown(caught).message,
  }))
  if (recovery.kind === 'nothing') return none(recovery.reason)
  let report: unknown
  if (recovery.kind === 'recovered') report = recovery.report
  else {
    try {
      report = JSON.parse(await readFile(join(path, REPORT_FILE), 'utf8'))
    } catch (caught) {
      return none(`${REPORT_FILE}: ${systemCode(caught) ?? fromUnknown(caught).message}`)
    }
  }
  if (!hasShape('report', report)) return none(`${REPORT_FILE} is not a run report`)
  // A killed run left files that no event names yet; only a finished one can be held to its digests.
  const check = await verifyFolder(path)
  const flaws = recovery.kind === 'recovered' ? [] : check.flaws
  const problems = flaws.map(({ path: file, line, reason }) =>
    problemOf(fault('record-invalid', `${file}${line === undefined ? '' : `:${line}`}: ${reason}`)),
  )
  return { kind: 'report', report, problems }
}
