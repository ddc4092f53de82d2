/** Turns captured bytes into exactly one JSON object, or says why they are not one. */
import type { Capture } from '../transport/transport.ts'
import { isJsonSpace } from './json-character.ts'
import { type ScanProblem, scanObject } from './json-scan.ts'
import { STDOUT_BYTES } from './limits.ts'

export type Data = Readonly<Record<string, unknown>>

/** The object, with null prototypes all through, or why it is refused. Never throws. */
export function readObject(stdout: Capture): { readonly value: Data } | ScanProblem {
  if (stdout.truncated || stdout.bytes.length > STDOUT_BYTES) {
    if (stdout.total <= STDOUT_BYTES)
      return {
        kind: 'output-truncated',
        detail: `has ${stdout.total} bytes, of which the node kept ${stdout.bytes.length}; is its disk full?`,
      }
    return {
      kind: 'output-too-large',
      detail: `has ${stdout.total} bytes; at most ${STDOUT_BYTES} are read`,
    }
  }
  const text = decode(stdout.bytes)
  if (typeof text !== 'string') return text
  const start = skipSpace(text, 0)
  if (start === text.length) return { kind: 'output-empty', detail: 'is empty' }
  if (text[start] !== '{') return notAnObject(text.slice(start))
  const end = scanObject(text, start)
  if (typeof end !== 'number') return end
  const rest = skipSpace(text, end)
  if (rest < text.length) {
    return text[rest] === '{'
      ? { kind: 'output-multiple', detail: 'has more than one JSON object; expected exactly one' }
      : {
          kind: 'output-trailing',
          detail: 'has text after its JSON object; chatter belongs on stderr',
        }
  }
  const parsed: unknown = JSON.parse(text.slice(start, end))
  const value = withoutPrototypes(parsed)
  return isData(value) ? { value } : notAnObject(text)
}

/** Whether the value is a JSON object: neither null nor an array. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function decode(bytes: Uint8Array): string | ScanProblem {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  if (bom) return { kind: 'output-encoding', detail: 'starts with a byte order mark' }
  // A JSON text has no NUL among its first two bytes, UTF-16 has one there even without a mark.
  if (bytes.length > 1 && (bytes[0] === 0 || bytes[1] === 0)) {
    return { kind: 'output-encoding', detail: 'looks like UTF-16; expected UTF-8' }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // A fatal decoder throws only for this.
    return { kind: 'output-encoding', detail: 'is not valid UTF-8' }
  }
}

function notAnObject(text: string): ScanProblem {
  const hint = text.includes('{') ? '; if that is chatter, it belongs on stderr' : ''
  return {
    kind: 'output-not-json',
    detail: `does not start with a JSON object but with ${JSON.stringify(text.slice(0, 40))}${hint}`,
  }
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (isJsonSpace(text.charCodeAt(at))) at++
  return at
}

// With a null prototype `__proto__`, `constructor` and `toString` are keys like any other, also for code that
// forgets to ask Object.hasOwn. Depth is bounded by the scan.
function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes)
  if (!isData(value)) return value
  const bare: Record<string, unknown> = Object.create(null)
  for (const key of Object.keys(value)) bare[key] = withoutPrototypes(value[key])
  return bare
}
