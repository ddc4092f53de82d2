/** Closes the record of a run that may have been killed: afterwards it has a report, as far as its journal gives one. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromUnknown } from '../protocol/errors.ts'
import { hasShape } from '../protocol/schemas.ts'
import type { RunReport } from '../protocol/types.gen.ts'
import { attestRecord } from '../record/attest.ts'
import { EVENTS_FILE, REPORT_FILE, writeReport } from '../record/folder.ts'
import { recoverRecord } from '../record/recover.ts'
import { verifyChain } from '../record/verify.ts'
import { reportSummary } from '../report/summary.ts'

export type Closed =
  /** `recovered`: the run had not come to write it, and it was made of the journal. */
  | {
      readonly kind: 'report'
      readonly report: RunReport
      readonly recovered: boolean
      /** SHA-256 of the journal's last line, where the journal is whole. */
      readonly recordHead?: string
    }
  /** `files`: whether there is anything that is worth keeping all the same. */
  | { readonly kind: 'none'; readonly reason: string; readonly files: boolean }

/** Never rejects. A record that is complete is not touched. */
export async function closeRecord(path: string): Promise<Closed> {
  const files = await readdir(path).catch(() => [])
  const none = (reason: string): Closed => ({ kind: 'none', reason, files: files.length > 0 })
  if (files.length === 0) return none('the run ended before it wrote anything')
  try {
    const recovery = await recoverRecord(path)
    if (recovery.kind === 'nothing') return none(recovery.reason)
    if (recovery.kind === 'complete') {
      const report: unknown = JSON.parse(await readFile(join(path, REPORT_FILE), 'utf8'))
      if (!hasShape('report', report)) return none(`${REPORT_FILE} is not a run report`)
      return { kind: 'report', report, recovered: false, ...(await headAt(path)) }
    }
    const { report } = recovery
    await writeReport(path, report)
    await writeFile(join(path, 'summary.md'), reportSummary(report, {}), { mode: 0o600 })
    const head = await headAt(path)
    if (head.recordHead !== undefined) await attestRecord(path, { state: 'recovered', report })
    return { kind: 'report', report, recovered: true, ...head }
  } catch (caught) {
    return none(fromUnknown(caught).message)
  }
}

async function headAt(path: string): Promise<{ readonly recordHead?: string }> {
  const chain = verifyChain(await readFile(join(path, EVENTS_FILE)))
  return chain.kind === 'intact' ? { recordHead: chain.head } : {}
}
