/** The verbs for auditors: audit verify, audit export and audit missing. */
import { resolve } from 'node:path'
import { AUDIT_BRANCH } from '../app/audit-entry.ts'
import { exportRecord } from '../app/audit-export.ts'
import { auditMissing } from '../app/audit-missing.ts'
import { exportedText, missingText, verdictText } from '../app/audit-text.ts'
import { verifyRecord } from '../app/audit-verify.ts'
import { problemsText } from '../report/text.ts'
import type { Rune } from '../rune.ts'
import type { Shared } from './kit.ts'
import type { Terminal } from './verbs.ts'

export interface AuditVerifyOptions {
  readonly json?: boolean
  readonly head?: string
  readonly repo?: string
  readonly statement?: string
  /** true: the branch has its usual name. */
  readonly againstBranch?: string | true
}

export interface AuditExportOptions {
  readonly json?: boolean
  readonly branch?: string
  readonly repo?: string
}

export interface AuditMissingOptions extends AuditExportOptions {
  readonly write?: boolean
}

export interface AuditCommands {
  auditVerify(record: string, options: AuditVerifyOptions): Promise<number>
  auditExport(records: readonly string[], options: AuditExportOptions): Promise<number>
  auditMissing(runs: string, options: AuditMissingOptions): Promise<number>
}

const PROBLEMS = 1

export function auditCommands(
  { host }: Rune,
  at: Terminal,
  { printJson, usage }: Pick<Shared, 'printJson' | 'usage'>,
): AuditCommands {
  return {
    auditVerify: async (record, { json, head, repo, statement, againstBranch }) => {
      if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
        return usage(`--head ${head}: expected the 64 hexadecimal digits of a record head`)
      const root = resolve(at.cwd, repo ?? '.')
      const branch = againstBranch === true ? AUDIT_BRANCH : againstBranch
      const verdict = await verifyRecord(resolve(at.cwd, record), {
        ...(head === undefined ? {} : { head }),
        ...(repo === undefined ? {} : { repository: root }),
        ...(statement === undefined ? {} : { statement: resolve(at.cwd, statement) }),
        ...(branch === undefined ? {} : { against: { root, branch } }),
      })
      if (json) printJson(verdict)
      else at.out(verdictText(verdict))
      return verdict.good ? 0 : PROBLEMS
    },

    auditMissing: async (runs, { json, branch = AUDIT_BRANCH, repo, write = false }) => {
      const root = resolve(at.cwd, repo ?? '.')
      const found = await auditMissing({ runs: resolve(at.cwd, runs), root, branch, write, host })
      if (typeof found === 'string') return usage(found)
      if (json) printJson(found)
      else at.out(missingText(found))
      return found.unrecorded.length + found.deleted.length === 0 ? 0 : PROBLEMS
    },

    auditExport: async (records, { json, branch = AUDIT_BRANCH, repo }) => {
      const root = resolve(at.cwd, repo ?? '.')
      let status = 0
      const entries: object[] = []
      // One after the other: each is a commit on the one before.
      for (const record of records) {
        const exported = await exportRecord(resolve(at.cwd, record), { root, branch, host })
        entries.push({ record, ...exported })
        if (exported.kind === 'refused') {
          status = PROBLEMS
          at.err(problemsText([exported.problem]))
        } else if (!json) at.out(`${exportedText(exported)}\n`)
      }
      if (json) printJson({ branch, entries })
      return status
    },
  }
}
