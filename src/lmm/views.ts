/** Readings of a text in which an encoded secret shows as it is: escapes decoded, line breaks of an encoder left out. */

/** Bytes, and for each of them where it comes from. */
export interface View {
  readonly bytes: Uint8Array
  /** Offsets in the text that was read: of the first byte of what gave a byte, and behind its last. Left out: the same. */
  readonly from?: { readonly starts: Int32Array; readonly ends: Int32Array }
}

export function startOf({ from }: View, index: number): number {
  return from ? (from.starts[index] ?? 0) : index
}

/** `index` is one past the last byte. */
export function endOf({ from }: View, index: number): number {
  return from ? (from.ends[index - 1] ?? 0) : index
}

const BACKSLASH = 0x5c
const PERCENT = 0x25
const PLUS = 0x2b
const SPACE = 0x20

/** As JSON, as C and as a shell write it: \n \x41 \101 \u0041 \u{41}, and any other character after a backslash as itself. */
export function unescaped(view: View): View | undefined {
  if (!view.bytes.includes(BACKSLASH)) return undefined
  return rewritten(view, (bytes, at, put) => {
    if (bytes[at] !== BACKSLASH || at + 1 >= bytes.length) return put(bytes[at] ?? 0, 1)
    const next = bytes[at + 1] ?? 0
    const simple = SIMPLE.get(next)
    if (simple !== undefined) return put(simple, 2)
    if (next === 0x78) return coded(bytes, at, 2, 1, 2, 16, put)
    if (next === 0x75) return unicode(bytes, at, put)
    if (next === 0x55) return coded(bytes, at, 2, 1, 8, 16, put)
    if (next >= 0x30 && next <= 0x37) return coded(bytes, at, 1, 1, 3, 8, put)
    return put(next, 2)
  })
}

/** As in a URL; with `plus`, as in a form, where + is a space. */
export function percentDecoded(view: View, plus: boolean): View | undefined {
  if (!view.bytes.includes(plus ? PLUS : PERCENT)) return undefined
  return rewritten(view, (bytes, at, put) => {
    const byte = bytes[at] ?? 0
    if (byte === PLUS && plus) return put(SPACE, 1)
    const value = byte === PERCENT ? digits(bytes, at + 1, 2, 16) : undefined
    return value?.length === 2 ? put(value.value, 3) : put(byte, 1)
  })
}

/** UTF-16 of ASCII, either way round. */
export function withoutNul(view: View): View | undefined {
  return view.bytes.includes(0) ? mapped(view, (byte) => (byte === 0 ? -1 : byte)) : undefined
}

/** Digits as xxd and od print them: lower case, without white space and colons. */
export function hexDigits(view: View): View {
  return mapped(view, (byte) => {
    if (isSpace(byte) || byte === 0x3a) return -1
    return byte >= 0x41 && byte <= 0x46 ? byte + 0x20 : byte
  })
}

/** Both alphabets as one, without the line ends that base64 puts in. */
export function base64Letters(view: View): View {
  return mapped(view, (byte) => {
    if (isSpace(byte)) return -1
    return byte === 0x2d ? PLUS : byte === 0x5f ? 0x2f : byte
  })
}

const SIMPLE: ReadonlyMap<number, number> = new Map([
  [0x61, 7],
  [0x62, 8],
  [0x74, 9],
  [0x6e, 10],
  [0x76, 11],
  [0x66, 12],
  [0x72, 13],
  [0x65, 27],
  [0x45, 27],
])

function isSpace(byte: number): boolean {
  return byte === SPACE || (byte >= 9 && byte <= 13)
}

/** One byte for one byte; -1: left out. */
function mapped(view: View, map: (byte: number) => number): View {
  const { bytes } = view
  const out = new Uint8Array(bytes.length)
  const starts = new Int32Array(bytes.length)
  const ends = new Int32Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = map(bytes[at] ?? 0)
    if (byte < 0) continue
    out[length] = byte
    starts[length] = startOf(view, at)
    ends[length] = endOf(view, at + 1)
    length += 1
  }
  return { bytes: out.subarray(0, length), from: { starts, ends } }
}

/** Gives out bytes that stand for the next `consumed` ones; returns `consumed`. */
type Put = (byte: number, consumed: number) => number

/** Never longer than the text itself. */
function rewritten(view: View, read: (bytes: Uint8Array, at: number, put: Put) => number): View {
  const { bytes } = view
  const out = new Uint8Array(bytes.length)
  const starts = new Int32Array(bytes.length)
  const ends = new Int32Array(bytes.length)
  let length = 0
  let at = 0
  const put: Put = (byte, consumed) => {
    out[length] = byte
    starts[length] = startOf(view, at)
    ends[length] = endOf(view, at + consumed)
    length += 1
    return consumed
  }
  while (at < bytes.length) at += read(bytes, at, put)
  return { bytes: out.subarray(0, length), from: { starts, ends } }
}

interface Digits {
  readonly value: number
  readonly length: number
}

function digits(bytes: Uint8Array, from: number, most: number, base: 8 | 16): Digits {
  let value = 0
  let length = 0
  while (length < most) {
    const digit = digitOf(bytes[from + length] ?? 0)
    if (digit >= base) break
    value = value * base + digit
    length += 1
  }
  return { value, length }
}

function digitOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : 99
}

function coded(
  bytes: Uint8Array,
  at: number,
  skip: number,
  least: number,
  most: number,
  base: 8 | 16,
  put: Put,
): number {
  const { value, length } = digits(bytes, at + skip, most, base)
  if (length < least) return put(bytes[at + 1] ?? 0, 2)
  // \x and \101 are bytes of UTF-8 already; \U is a character.
  if (most <= 3) return put(value & 0xff, skip + length)
  return character(value, skip + length, put)
}

function unicode(bytes: Uint8Array, at: number, put: Put): number {
  if (bytes[at + 2] === 0x7b) {
    const { value, length } = digits(bytes, at + 3, 6, 16)
    const closed = length > 0 && bytes[at + 3 + length] === 0x7d
    return closed ? character(value, length + 4, put) : put(0x75, 2)
  }
  const { value, length } = digits(bytes, at + 2, 4, 16)
  if (length === 0) return put(0x75, 2)
  const high = length === 4 && value >= 0xd800 && value <= 0xdbff
  if (high && bytes[at + 6] === BACKSLASH && bytes[at + 7] === 0x75) {
    const low = digits(bytes, at + 8, 4, 16)
    if (low.length === 4 && low.value >= 0xdc00 && low.value <= 0xdfff)
      return character(0x10000 + ((value - 0xd800) << 10) + (low.value - 0xdc00), 12, put)
  }
  return character(value, 2 + length, put)
}

function character(code: number, consumed: number, put: Put): number {
  if (code < 0x80) return put(code, consumed)
  const valid = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  for (const byte of Buffer.from(String.fromCodePoint(valid ? code : 0xfffd))) put(byte, consumed)
  return consumed
}
