/** What a secret looks like in the readings of views.ts: the byte strings that are looked for in each. */
import { type Secret, SHORTEST_SECRET } from '../protocol/secret.ts'
import { Automaton } from './automaton.ts'

export interface Needles {
  /** In a text as it is, or with its escapes decoded. */
  readonly plain: Automaton
  /** In its hexadecimal digits. */
  readonly hex: Automaton
  /** In its base64 letters, whatever stands before the secret in what was encoded. */
  readonly base64: Automaton
  /** The same from behind, for a text whose beginning was cut off. */
  reversed(): Pick<Needles, 'plain' | 'hex' | 'base64'>
}

/** Undefined: there is nothing to look for. */
export function needlesOf(secrets: readonly Secret[]): Needles | undefined {
  const units = [...new Set(secrets.flatMap((secret) => unitsOf(secret.reveal())))]
  if (units.length === 0) return undefined
  const plain = units.flatMap(written).map((text) => Buffer.from(text))
  const bytes = units.map((unit) => Buffer.from(unit))
  const hex = bytes.map((unit) => Buffer.from(unit.toString('hex')))
  const base64 = bytes.flatMap(base64Parts)
  let reversed: ReturnType<Needles['reversed']> | undefined
  return {
    plain: new Automaton(plain),
    hex: new Automaton(hex),
    base64: new Automaton(base64),
    reversed: () => {
      reversed ??= {
        plain: new Automaton(plain.map(backwards)),
        hex: new Automaton(hex.map(backwards)),
        base64: new Automaton(base64.map(backwards)),
      }
      return reversed
    },
  }
}

/**
 * The whole value, and each of its lines. A line that is too short by itself is masked only where all of the value is:
 * alone it would mask ordinary text. What frames a key is no secret.
 */
export function unitsOf(value: string): string[] {
  const lines = value.split(/\r\n|[\r\n]/).map((line) => line.trim())
  return [value, value.trim(), ...lines].filter(
    (unit) => [...unit].length >= SHORTEST_SECRET && !/^-----[A-Z0-9 ]*-----$/.test(unit),
  )
}

/** As it is, and in the forms that no reading of views.ts takes back: quoted for a shell, for HTML. */
function written(unit: string): string[] {
  return [
    unit,
    // A backslash in front of an escape takes the escape's own one for itself: then the first character stays one.
    [...unit].slice(1).join(''),
    unit.replaceAll("'", "'\\''"),
    unit.replaceAll("'", `'"'"'`),
    // The first of them, read as if its backslash were an escape.
    unit.replaceAll("'", "'''"),
    html(unit, '&#39;', '&#34;'),
    html(unit, '&#x27;', '&quot;'),
    html(unit, '&apos;', '&quot;'),
    html(unit, "'", '&quot;'),
    html(unit, "'", '"'),
  ]
}

function html(unit: string, apostrophe: string, quote: string): string {
  return unit
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", apostrophe)
    .replaceAll('"', quote)
}

/** Only letters that the unit alone decides: those at its edges also hold bits of what stands around it. */
export function base64Parts(unit: Buffer): Buffer[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), unit]).toString('base64')
    const first = Math.ceil((before * 8) / 6)
    return Buffer.from(text.slice(first, Math.floor(((before + unit.length) * 8) / 6)))
  })
}

const backwards = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes).reverse()
