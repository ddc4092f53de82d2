/** Reads the private keys that the nodes of a plan need; from named files only, never from a guess. */
import { readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { type Fault, fault, systemCode } from '../protocol/errors.ts'

/** A private key is a few kilobytes; more is not one. */
const KEY_BYTES = 64 * 1024

/** The text of a key file, or why there is none. A relative path counts from `base`. */
export async function readKey(path: string, base: string): Promise<string | Fault> {
  const file = isAbsolute(path) ? path : join(base, path)
  try {
    const bytes = await readFile(file)
    if (bytes.length > KEY_BYTES)
      return fault('credentials-missing', `${path} is too large for a private key`)
    return bytes.toString('utf8')
  } catch (caught) {
    const code = systemCode(caught)
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? 'unknown error'})`
    return fault('credentials-missing', `the private key file ${path} ${why}`)
  }
}
