/** The intent of a run: its plan and the beginning of its journal, to be kept elsewhere before any node is connected to. */
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { EVENTS_FILE, INTENT_FILE } from '../record/folder.ts'
import { refusal } from '../record/journal.ts'

/** Writes the folder beside the record and gives its path. Throws a RuneError `audit-write`. */
export async function writeIntent(record: string): Promise<string> {
  const folder = `${record}-intent`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // By another name: this journal will not say what is started after it.
    await copyFile(join(record, EVENTS_FILE), join(folder, INTENT_FILE))
    await copyFile(join(record, 'plan.json'), join(folder, 'plan.json'))
    return folder
  } catch (caught) {
    throw refusal(folder, caught)
  }
}
