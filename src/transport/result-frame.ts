/** The launcher's RESULT line and bytes as an Outcome; what does not check out is `unknown`, never success. */
import { createHash } from 'node:crypto'
import { constants } from 'node:os'
import type { Capture, Limits, Outcome, Seen } from './transport.ts'

interface Stream {
  readonly size: number
  readonly sha256: string
}

interface Result {
  readonly ended: 'exit' | 'timeout' | 'cancel' | 'lease' | 'lost'
  readonly exit: number | undefined
  readonly durationMs: number
  readonly signals: readonly string[]
  readonly groupGone: boolean
  readonly survivors: readonly number[]
  readonly out: Stream
  readonly err: Stream
  readonly tail: Stream
  /** Bytes written; undefined when a child still held the stream. */
  readonly outTotal: number | undefined
  readonly errTotal: number | undefined
  /** The nonce of the launch whose result it is. */
  readonly launch: string
  /** Whether the node keeps it for a collector. */
  readonly spool: string
}

/** How many bytes follow a frame's line; undefined when the line is malformed or over the limits. */
export function bodySize(
  word: string,
  words: readonly string[],
  limits: Limits,
): number | undefined {
  if (word !== 'RESULT') return 0
  const result = parseResult(words)
  if (result === undefined) return undefined
  const { out, err, tail } = result
  if (out.size > limits.stdoutBytes) return undefined
  if (err.size > limits.stderrEndBytes || tail.size > limits.stderrEndBytes) return undefined
  return out.size + err.size + tail.size
}

/** What the words of a RESULT line and its body say happened. `nonce` is the launch that was asked for. */
export function resultOutcome(
  words: readonly string[],
  body: Buffer,
  before: Seen,
  { limits, nonce }: { readonly limits: Limits; readonly nonce: string },
): Extract<Outcome, { kind: 'ended' | 'stopped' | 'unknown' }> {
  const result = parseResult(words)
  if (result === undefined)
    return { ...before, kind: 'unknown', detail: 'the result was malformed' }
  const seen = result.launch === nonce ? before : { ...before, replayOf: result.launch }
  const { out, err, tail } = result
  const parts = split(body, [out, err, tail])
  if (parts === undefined)
    return { ...seen, kind: 'unknown', detail: 'the result does not match its digest' }
  const [outBytes, errBytes, tailBytes] = parts
  const stdout = capture(outBytes, result.outTotal, limits.stdoutBytes)
  const stderr = capture(errBytes, result.errTotal, limits.stderrEndBytes, tailBytes)
  const warnings = [...seen.warnings]
  if (result.outTotal === undefined || result.errTotal === undefined)
    warnings.push('a process that the plugin left behind still held its output open')
  if (result.spool === 'full')
    warnings.push(
      'the node could not keep the result, its disk is full: it came through this connection only',
    )
  if (result.spool === 'no')
    warnings.push(
      'the node has no state directory that can be written, so this result was not kept there',
    )
  const common = { ...seen, warnings, stdout, stderr, durationMs: result.durationMs }
  switch (result.ended) {
    case 'exit': {
      if (result.exit === undefined)
        return { ...seen, kind: 'unknown', detail: 'the node did not see how the plugin ended' }
      const signal = signalName(result.exit)
      return {
        ...common,
        kind: 'ended',
        exit: result.exit,
        ...(signal === undefined ? {} : { signal }),
      }
    }
    case 'lost':
      return {
        ...seen,
        kind: 'unknown',
        detail: 'the launcher lost sight of the plugin',
        survivors: result.survivors,
      }
    default:
      return {
        ...common,
        kind: 'stopped',
        why: result.ended,
        termination: {
          signals: result.signals,
          groupGone: result.groupGone,
          survivors: result.survivors,
        },
      }
  }
}

function parseResult(words: readonly string[]): Result | undefined {
  const said = new Map<string, string>()
  for (const word of words) {
    const at = word.indexOf('=')
    if (at < 1) return undefined
    said.set(word.slice(0, at), word.slice(at + 1))
  }
  const ended = said.get('ended')
  const exit = said.get('exit')
  const ms = number(said.get('ms'))
  const out = stream(said.get('out'))
  const err = stream(said.get('err'))
  const tail = stream(said.get('tail'))
  const launch = said.get('launch') ?? ''
  if (!/^[0-9a-f]{32}$/.test(launch)) return undefined
  if (!isEnding(ended) || ms === undefined || !out || !err || !tail) return undefined
  const status = exit === 'none' ? undefined : number(exit)
  if (exit !== 'none' && (status === undefined || status > 255)) return undefined
  return {
    ended,
    exit: status,
    durationMs: ms,
    signals: list(said.get('signals')),
    groupGone: said.get('gone') === 'yes',
    survivors: list(said.get('survivors')).map(Number).filter(Number.isSafeInteger).slice(0, 1000),
    out,
    err,
    tail,
    outTotal: number(said.get('out')?.split(':')[2]),
    errTotal: number(said.get('err')?.split(':')[2]),
    launch,
    spool: said.get('spool') ?? '',
  }
}

function isEnding(text: string | undefined): text is Result['ended'] {
  return (
    text === 'exit' ||
    text === 'timeout' ||
    text === 'cancel' ||
    text === 'lease' ||
    text === 'lost'
  )
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^[0-9]{1,15}$/.test(text) ? Number(text) : undefined
}

function stream(text: string | undefined): Stream | undefined {
  const [size, sha256] = text?.split(':') ?? []
  const bytes = number(size)
  return bytes !== undefined && sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256)
    ? { size: bytes, sha256 }
    : undefined
}

function list(text: string | undefined): string[] {
  return text === undefined || text === 'none' ? [] : text.split(',').filter((item) => item !== '')
}

function split(
  body: Buffer,
  streams: readonly [Stream, Stream, Stream],
): [Buffer, Buffer, Buffer] | undefined {
  let at = 0
  const parts = streams.map(({ size, sha256 }) => {
    const part = body.subarray(at, at + size)
    at += size
    return createHash('sha256').update(part).digest('hex') === sha256 ? part : undefined
  })
  const [out, err, tail] = parts
  return out && err && tail && at === body.length ? [out, err, tail] : undefined
}

/** `last` are the stream's last bytes; what of them is among the first bytes already is left out. */
function capture(
  first: Buffer,
  total: number | undefined,
  cap: number,
  last: Buffer = Buffer.alloc(0),
): Capture {
  const rest = Math.max(0, (total ?? 0) - first.length)
  const tail = last.subarray(last.length - Math.min(last.length, rest))
  const bytes = tail.length === 0 ? first : Buffer.concat([first, tail])
  // Of a stream that is still open nobody knows what came after the cap.
  const full = total === undefined && first.length >= cap
  return {
    bytes,
    total: Math.max(total ?? 0, bytes.length),
    truncated: full || rest > tail.length,
  }
}

/** bash reports death by signal N as status 128 + N; a plugin may also exit with such a status by itself. */
function signalName(exit: number): string | undefined {
  const found = Object.entries(constants.signals).find(([, value]) => value === exit - 128)
  return found?.[0].slice('SIG'.length)
}
