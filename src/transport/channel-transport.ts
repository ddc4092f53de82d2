/** A transport made of anything that can open a channel to a node: launches, reattaches and collects through it. */
import type { Host } from '../host.ts'
import type { BootFrame } from './boot.ts'
import type { Channel } from './channel.ts'
import { converseCollect } from './collection.ts'
import { converse, RESULT_MARGIN_MS } from './conversation.ts'
import { collectFrame, launchFrame } from './launcher.ts'
import { reattach } from './reattach.ts'
import { CANCELLED, isRefusal, notStarted, type Refusal } from './refusal.ts'
import type { CollectWhat, Found, LaunchEntry, Limits, Node, Transport } from './transport.ts'

export interface Opened {
  readonly channel: Channel
  readonly hostKeySha256?: string
  readonly timingsMs: Readonly<Record<string, number>>
}

export interface Opener {
  readonly name: Transport['name']
  /** Starts the boot line of this frame on the node; writes nothing. Never rejects but on a bug. */
  open(node: Node, frame: BootFrame, limits: Limits, signal: AbortSignal): Promise<Opened | Refusal>
  close(): Promise<void>
}

/** How long one question to a node may follow a running plugin; then it is asked again. */
const FOLLOW_MS = 20_000
/** A lost node is asked for at least so long, also when the plugin's own time is over. */
const REATTACH_MS = 15_000

export function channelTransport(host: Host, opener: Opener): Transport {
  const closing = new AbortController()
  const collect = async (
    node: Node,
    entry: LaunchEntry,
    what: CollectWhat,
    limits: Limits,
    signal: AbortSignal,
  ): Promise<Found> => {
    const nonce = host.hex(16)
    const waitMs = what === 'stop' ? limits.killGraceMs + 3_000 : FOLLOW_MS
    const frame = collectFrame(entry, { nonce, what, waitMs }, limits)
    const opened = await opener.open(node, frame, limits, signal)
    if (isRefusal(opened)) return { ...opened, kind: 'unreachable' }
    const { channel, hostKeySha256 } = opened
    return converseCollect(channel, {
      frame,
      entry,
      limits,
      signal,
      waitMs,
      ...(hostKeySha256 === undefined ? {} : { hostKeySha256 }),
    })
  }

  const run: Transport['run'] = async (node, launch, limits, signal, journal) => {
    if (signal.aborted) return notStarted(CANCELLED)
    const began = host.monotonicMs()
    const frame = launchFrame(launch, limits)
    const opened = await opener.open(node, frame, limits, signal)
    if (isRefusal(opened)) return notStarted(opened)
    const { channel, hostKeySha256 } = opened
    const talked = await converse(channel, {
      frame,
      limits,
      signal,
      journal,
      ...(hostKeySha256 === undefined ? {} : { hostKeySha256 }),
      monotonicMs: () => host.monotonicMs(),
    })
    const told = { ...talked, timingsMs: { ...opened.timingsMs, ...talked.timingsMs } }
    if (told.kind !== 'held' && (told.kind !== 'unknown' || told.survivors !== undefined))
      return told
    if (signal.aborted) return told.kind === 'held' ? notStarted(CANCELLED) : told
    const bound = began + limits.timeoutMs + limits.killGraceMs + RESULT_MARGIN_MS
    return reattach(
      told.kind === 'held'
        ? { ...told, kind: 'unknown', detail: 'another launch holds its key' }
        : told,
      {
        collect: (what, stop) => collect(node, launch, what, limits, stop),
        what: told.kind === 'held' ? 'follow' : 'result',
        deadlineMs: Math.max(bound, host.monotonicMs() + REATTACH_MS),
        monotonicMs: () => host.monotonicMs(),
        sleep: (ms, stop) => host.sleep(ms, stop),
        signal: AbortSignal.any([signal, closing.signal]),
      },
    )
  }

  return {
    name: opener.name,
    run,
    collect,
    close: () => {
      closing.abort()
      return opener.close()
    },
  }
}
