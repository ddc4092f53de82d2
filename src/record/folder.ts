/** The record folder of one run: where every file of it lies and how it gets there. */
import { chmod, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { sha256 } from '../protocol/envelope.ts'
import { systemCode } from '../protocol/errors.ts'
import type { MrsRegistration, Plan, RunReport, StepRecord } from '../protocol/types.gen.ts'
import type { Written } from './events.ts'
import {
  type Journal,
  type JournalInit,
  openJournal,
  refusal,
  resumeJournal,
  syncFolder,
} from './journal.ts'
import { lockRecord } from './lock.ts'

export const EVENTS_FILE = 'events.ndjson'
export const REPORT_FILE = 'report.json'
/** The journal's beginning in an intent artifact: another name, because it does not say what was started later. */
export const INTENT_FILE = 'intent.ndjson'
export const ERRORS_FILE = 'errors.ndjson'
export const PLAN_FILE = 'plan.json'
/** Says what the whole record is, with the digest of its journal: so the journal cannot name it. */
export const ATTESTATION_FILE = 'attestation.json'

/** A step's place in the record. `n` counts its attempts and polls, from one. */
export interface StepPlace {
  readonly node: string
  readonly step: string
  readonly n: number
}

/** Every method throws a RuneError `audit-write` that names the path. Files appear whole or not at all. */
export interface RunRecord {
  readonly path: string
  readonly journal: Journal
  writePlan(plan: Plan): Promise<Written>
  writeRegistry(messages: readonly MrsRegistration[]): Promise<Written>
  /** `stderr` is bounded and redacted by the caller; left out: no file. */
  writeStep(
    place: StepPlace,
    record: StepRecord,
    stderr?: string | Uint8Array,
  ): Promise<{ record: Written; stderr?: Written }>
  /** The run's errors in short, one ErrorLine a line. A run without any has no such file. */
  writeErrors(lines: string): Promise<Written>
  /** On disk when it resolves. */
  writeReport(report: RunReport): Promise<Written>
  writeSummary(markdown: string): Promise<Written>
  close(): Promise<void>
}

/** Makes the folder, readable by its owner only, with an empty journal. Refuses one that has anything in it. */
export async function createRecord(path: string, init: JournalInit): Promise<RunRecord> {
  await makeFolder(path)
  const unlock = await lockRecord(path)
  return recordAt(path, await openJournal(join(path, EVENTS_FILE), init), unlock)
}

/** Goes on with an existing record; `whole` is what of its journal was verified. */
export async function reopenRecord(
  path: string,
  init: JournalInit,
  whole: Parameters<typeof resumeJournal>[2],
): Promise<RunRecord> {
  const unlock = await lockRecord(path)
  await removeUnfinished(path)
  return recordAt(path, await resumeJournal(join(path, EVENTS_FILE), init, whole), unlock)
}

/** Files that were being written when the run was killed: nobody has been told of them. */
async function removeUnfinished(path: string): Promise<void> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const unfinished = entries.filter((entry) => entry.isFile() && /^\..+\.tmp$/.test(entry.name))
  await Promise.all(unfinished.map((entry) => rm(join(entry.parentPath, entry.name))))
}

function recordAt(path: string, journal: Journal, unlock: () => Promise<void>): RunRecord {
  return {
    path,
    journal,
    writePlan: (plan) => writeJson(path, PLAN_FILE, plan),
    writeRegistry: (messages) => writeJson(path, 'registry.json', messages),
    writeStep: async (place, record, stderr) => {
      const name = stepName(place)
      return {
        record: await writeJson(path, `${name}.json`, record),
        ...(stderr === undefined
          ? {}
          : { stderr: await writeWhole(path, `${name}.stderr.txt`, stderr) }),
      }
    },
    writeErrors: (lines) => writeWhole(path, ERRORS_FILE, lines),
    writeReport: (report) => writeReport(path, report),
    writeSummary: (markdown) => writeWhole(path, 'summary.md', markdown),
    close: async () => {
      await journal.close()
      await unlock()
    },
  }
}

/** Writes report.json into an existing record, also into one whose run was killed. */
export function writeReport(path: string, report: RunReport): Promise<Written> {
  return writeJson(path, REPORT_FILE, report, true)
}

/** Writes attestation.json, when the journal has its last line. */
export function writeAttestation(path: string, statement: unknown): Promise<Written> {
  return writeJson(path, ATTESTATION_FILE, statement, true)
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await mkdir(path, { mode: 0o700 }).catch(async (caught: unknown) => {
      // There already: fine when it is a folder, not a link to one, and empty.
      const there = await lstat(path).catch(() => undefined)
      if (!there) throw caught
      if (!there.isDirectory()) throw new Error('it is not a folder')
      if ((await readdir(path)).length > 0)
        throw new Error('the folder is not empty; a record is never written over another one')
    })
    await chmod(path, 0o700)
  } catch (caught) {
    throw refusal(path, caught)
  }
}

// The same as the `id` of common.json. Checked again here, where a name becomes a path.
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/

function stepName({ node, step, n }: StepPlace): string {
  if (!ID.test(node) || !ID.test(step) || !Number.isSafeInteger(n) || n < 1)
    throw new Error(`not a step's place in a record: ${JSON.stringify({ node, step, n })}`)
  return `nodes/${node}/${step}.${n}`
}

function writeJson(root: string, path: string, value: unknown, sync = false): Promise<Written> {
  return writeWhole(root, path, `${JSON.stringify(value, null, 2)}\n`, sync)
}

/** Through a temporary file beside it, so that a reader never sees half of a file. */
async function writeWhole(
  root: string,
  path: string,
  content: string | Uint8Array,
  sync = false,
): Promise<Written> {
  const file = join(root, path)
  const temporary = join(dirname(file), `.${basename(file)}.tmp`)
  try {
    const handle = await open(temporary, 'w', 0o600).catch(async (caught: unknown) => {
      // A node's folder is made with its first file, and not looked for again with each of the others.
      if (systemCode(caught) !== 'ENOENT') throw caught
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      return open(temporary, 'w', 0o600)
    })
    try {
      await handle.writeFile(content)
      if (sync) await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
    if (sync) await syncFolder(dirname(file))
  } catch (caught) {
    throw refusal(file, caught)
  }
  return { path, sha256: sha256(content) }
}
