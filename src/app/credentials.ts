/** Reads the private keys that the nodes of a plan need; from named files only, never from a guess. */
import { readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { type Fault, fault, systemCode } from '../protocol/errors.ts'

/** A private key is a few kilobytes; more is not one. */
const KEY_BYTES = 64 * 1024

export interface KeyText {
  readonly privateKey: string
  /** Of the file PATH-cert.pub, where there is one. */
  readonly certificate?: string
}

/** A private key and the certificate beside it, as ssh looks for one; or why there is none. */
export async function readIdentity(path: string, base: string): Promise<KeyText | Fault> {
  const privateKey = await readKey(path, base)
  if (typeof privateKey === 'object') return privateKey
  const certificate = await readIfThere(isAbsolute(path) ? path : join(base, path))
  return { privateKey, ...(certificate === undefined ? {} : { certificate }) }
}

/** The text of a key file, or why there is none. A relative path counts from `base`. */
export async function readKey(
  path: string,
  base: string,
  what = 'private key',
): Promise<string | Fault> {
  const file = isAbsolute(path) ? path : join(base, path)
  try {
    const bytes = await readFile(file)
    if (bytes.length > KEY_BYTES)
      return fault('credentials-missing', `${path} is too large for a ${what}`)
    return bytes.toString('utf8')
  } catch (caught) {
    const code = systemCode(caught)
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? 'unknown error'})`
    return fault('credentials-missing', `the ${what} file ${path} ${why}`)
  }
}

/** The first line of a passphrase file, or why there is none. */
export async function readPassphrase(path: string, base: string): Promise<string | Fault> {
  const text = await readKey(path, base, 'passphrase')
  return typeof text === 'string' ? (text.split(/\r?\n/, 1)[0] ?? '') : text
}

async function readIfThere(key: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(`${key}-cert.pub`)
    // One that is too long is no certificate; the transport says so.
    return bytes.subarray(0, KEY_BYTES).toString('utf8')
  } catch {
    // Without one, or one that cannot be read, the key logs in by itself or is refused by the node.
    return undefined
  }
}
