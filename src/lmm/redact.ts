/** The one sink: masks every known secret, however it is written, in what came back from a node. */
import { MASK, type Secret } from '../protocol/secret.ts'
import type { Capture } from '../transport/transport.ts'
import type { Automaton } from './automaton.ts'
import { END_BYTES } from './limits.ts'
import { type Needles, needlesOf } from './needles.ts'
import {
  base64Letters,
  endOf,
  hexDigits,
  percentDecoded,
  startOf,
  unescaped,
  type View,
  withoutNul,
} from './views.ts'

/** Gives back what it was given where there is nothing to mask. Throws when it takes too long. */
export interface Redactor {
  /** `ends`: the last bytes that were kept may lie behind a gap; else only the first ones were. */
  capture(capture: Capture, kept: 'start' | 'ends'): Capture
  text(text: string): string
  /** A JSON value: texts, keys, and numbers that are written like a secret. */
  value(value: unknown): unknown
}

/** For everything that belongs to one answer. */
const LIMIT_MS = 10_000

/** Each call begins the time for one answer. What is looked for is worked out once, when it is first needed. */
export function redaction(secrets: readonly Secret[], monotonicMs: () => number): () => Redactor {
  let known: { readonly needles: Needles | undefined } | undefined
  return () => {
    known ??= { needles: needlesOf(secrets) }
    const { needles } = known
    if (needles === undefined) return NOTHING
    const until = monotonicMs() + LIMIT_MS
    return redactor(needles, () => {
      if (monotonicMs() > until) throw new Error(`masking took longer than ${LIMIT_MS / 1000} s`)
    })
  }
}

const NOTHING: Redactor = {
  capture: (capture) => capture,
  text: (text) => text,
  value: (value) => value,
}

function redactor(needles: Needles, inTime: () => void): Redactor {
  const bytes = (text: Uint8Array, cut: Cut = {}): Uint8Array =>
    masked(text, stretchesOf(text, needles, cut, inTime))
  const text = (given: string): string => {
    const before = Buffer.from(given)
    const after = bytes(before)
    return after === before ? given : Buffer.from(after).toString()
  }
  // One pass over all of it: most answers hold no secret, and a pass for each of their texts takes longer.
  const isClean = (given: unknown): boolean => {
    const json = Buffer.from(JSON.stringify(given) ?? '')
    const texts = unescaped({ bytes: json })?.bytes ?? json
    return stretchesOf(texts, needles, {}, inTime).length === 0
  }
  const value = (given: unknown): unknown => {
    if (typeof given === 'string') return text(given)
    if (typeof given === 'number') {
      const shown = String(given)
      return text(shown) === shown ? given : MASK
    }
    if (Array.isArray(given)) {
      const entries = given.map(value)
      return entries.every((one, index) => one === given[index]) ? given : entries
    }
    if (typeof given !== 'object' || given === null) return given
    const was = Object.entries(given)
    const is = was.map(([key, one]): [string, unknown] => [text(key), value(one)])
    if (is.every(([key, one], index) => key === was[index]?.[0] && one === was[index][1]))
      return given
    const out: Record<string, unknown> = Object.create(Object.getPrototypeOf(given))
    for (const [key, one] of is) put(out, key, one)
    return out
  }
  return {
    text,
    value: (given) => (isClean(given) ? given : value(given)),
    capture: (given, kept) => {
      const cut = given.truncated || given.total > given.bytes.length
      const gap = cut && kept === 'ends' && given.bytes.length > END_BYTES
      const parts = gap
        ? [
            bytes(given.bytes.subarray(0, END_BYTES), { end: true }),
            bytes(given.bytes.subarray(END_BYTES), { start: true }),
          ]
        : [bytes(given.bytes, { end: cut })]
      const [only] = parts
      if (parts.length === 1 && only === given.bytes) return given
      const after = Buffer.concat(parts)
      // What is left out between both ends is as much as before.
      return { ...given, bytes: after, total: given.total - given.bytes.length + after.length }
    },
  }
}

/** Two keys that are masked stay two. */
function put(object: Record<string, unknown>, key: string, value: unknown): void {
  let free = key
  for (let n = 2; Object.hasOwn(object, free); n++) free = `${key} (${n})`
  Object.defineProperty(object, free, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

/** Where a text is only a part, so that a secret may be cut in two there. */
interface Cut {
  readonly start?: boolean
  readonly end?: boolean
}

type Stretch = readonly [start: number, end: number]

/** Every stretch that is a secret in any reading, in no order; stretches may overlap. */
function stretchesOf(text: Uint8Array, needles: Needles, cut: Cut, inTime: () => void): Stretch[] {
  const found: Stretch[] = []
  const scan = (view: View, which: 'plain' | 'hex' | 'base64'): void => {
    inTime()
    const { pending } = needles[which].scan(view.bytes, (start, end) =>
      found.push([startOf(view, start), endOf(view, end)]),
    )
    const { length } = view.bytes
    if (cut.end && pending > 0) found.push([startOf(view, length - pending), text.length])
    const missing = cut.start ? pendingAtStart(needles.reversed()[which], view.bytes) : 0
    if (missing > 0) found.push([0, endOf(view, missing)])
  }
  for (const view of readings({ bytes: text })) {
    scan(view, 'plain')
    scan(hexDigits(view), 'hex')
    scan(base64Letters(view), 'base64')
    const narrow = withoutNul(view)
    if (narrow) scan(narrow, 'plain')
  }
  return found
}

/** The text itself, with its escapes taken back once and twice, and each end of that with those of a URL taken back. */
function readings(text: View): View[] {
  const once = unescaped(text)
  const twice = once && unescaped(once)
  const inner = twice ?? once
  return [text, ...(inner ? [inner] : [])]
    .flatMap((view) => {
      const decoded = percentDecoded(view, false)
      return [view, decoded, decoded && percentDecoded(decoded, false), percentDecoded(view, true)]
    })
    .concat(twice ? once : [])
    .filter((view) => view !== undefined)
}

function pendingAtStart(backwards: Automaton, bytes: Uint8Array): number {
  return backwards.scan(Uint8Array.from(bytes).reverse(), () => undefined).pending
}

function masked(text: Uint8Array, stretches: readonly Stretch[]): Uint8Array {
  if (stretches.length === 0) return text
  const sorted = stretches.toSorted(([a], [b]) => a - b)
  const mask = Buffer.from(MASK)
  const parts: Uint8Array[] = []
  let done = 0
  let open: [number, number] | undefined
  const close = (): void => {
    if (!open) return
    parts.push(text.subarray(done, open[0]), mask)
    done = open[1]
  }
  for (const [start, end] of sorted) {
    if (open && start <= open[1]) open[1] = Math.max(open[1], end)
    else {
      close()
      open = [start, end]
    }
  }
  close()
  return Buffer.concat([...parts, text.subarray(done)])
}
