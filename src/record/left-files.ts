/** The files that a killed run had written before its journal named them, so that whoever goes on can name them. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../protocol/envelope.ts'
import type { Written } from './events.ts'
import { refusal } from './journal.ts'
import { unnamedFiles, verifyFolder } from './verify-folder.ts'

/** Removes halves of files, which were never a part of the record. Throws a RuneError `audit-write`. */
export async function leftFiles(record: string): Promise<Written[]> {
  const left: Written[] = []
  for (const path of unnamedFiles(await verifyFolder(record))) {
    const file = join(record, path)
    try {
      if (/(^|\/)\.[^/]+\.tmp$/.test(path)) await rm(file)
      else left.push({ path, sha256: sha256(await readFile(file)) })
    } catch (caught) {
      throw refusal(file, caught)
    }
  }
  return left
}
