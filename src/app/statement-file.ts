/** Reads in-toto statements out of a file: bare, in a DSSE envelope, in a Sigstore bundle, or several, one a line. */
import { readFile } from 'node:fs/promises'
import { fromUnknown, systemCode } from '../protocol/errors.ts'

const PAYLOAD_TYPE = 'application/vnd.in-toto+json'

/** At least one value, whatever it says; a sentence: why there is none. Signatures are not looked at. */
export async function readStatements(file: string): Promise<readonly unknown[] | string> {
  const text = await readFile(file, 'utf8').catch((caught: unknown) => fromUnknown(caught))
  if (typeof text !== 'string')
    return systemCode(text) === 'ENOENT' ? 'there is no such file' : text.message
  const whole = jsonOf(text)
  // `gh attestation download` writes one bundle a line.
  const values =
    whole === undefined ? text.split('\n').flatMap((line) => jsonOf(line) ?? []) : [whole]
  if (values.length === 0) return 'it is not JSON, nor one JSON value a line'
  return values.map(unwrapped)
}

function unwrapped(value: unknown): unknown {
  if (!isObject(value)) return value
  if ('dsseEnvelope' in value) return unwrapped(value['dsseEnvelope'])
  if (value['payloadType'] !== PAYLOAD_TYPE || typeof value['payload'] !== 'string') return value
  return jsonOf(Buffer.from(value['payload'], 'base64').toString('utf8'))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
