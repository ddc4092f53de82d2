/** A transport made of anything that can open a channel to a node: launches, reattaches and collects through it. */
import type { Host } from '../host.ts'
import type { BootFrame } from './boot.ts'
import type { Channel, Keep } from './channel.ts'
import { type CollectWhat, converseCollect, type Found } from './collection.ts'
import { converse, RESULT_MARGIN_MS, type Talked } from './conversation.ts'
import { collectFrame, launchFrame, nextFrame } from './launcher.ts'
import { reattach } from './reattach.ts'
import { CANCELLED, isRefusal, notStarted, type Refusal } from './refusal.ts'
import type { Launch, LaunchEntry, Limits, Node, Transport } from './transport.ts'

export interface Opened {
  readonly channel: Channel
  readonly hostKeySha256?: string
  readonly timingsMs: Readonly<Record<string, number>>
  /** Left out where a channel serves one launch only. */
  readonly keep?: Keep
}

export interface Opener {
  readonly name: Transport['name']
  /** Starts the boot line of this frame on the node; writes nothing. Never rejects but on a bug. */
  open(node: Node, frame: BootFrame, limits: Limits, signal: AbortSignal): Promise<Opened | Refusal>
  /** The channel of an earlier launch whose launcher waits for another one; left out where there never is one. */
  again?(node: Node, become: boolean): Promise<Opened | undefined>
  /** Forgets what connects to the node: it has fallen silent, and the next question needs another way in. */
  drop?(node: Node): void
  /** Nothing more is asked of the node: what connects to it ends with its last conversation. */
  leave?(node: Node): void
  close(): Promise<void>
}

/** How long one question to a node may follow a running plugin; then it is asked again. */
const FOLLOW_MS = 20_000
/** A lost node is asked for at least so long, also when the plugin's own time is over. */
const LEAST_MS = 15_000
/** And for at most so long in vain: by then the plugin has lost its lease, and its result can be collected later. */
const PATIENCE_MS = 120_000

const NOTHING_SEEN = {
  timingsMs: {},
  noise: { bytes: Buffer.alloc(0), total: 0, truncated: false },
  warnings: [],
}

/** Whether the node, or the way to it, did not answer. */
const isSilence = (talked: Talked): boolean =>
  talked.kind === 'unknown' || (talked.kind === 'not-started' && talked.reason === 'launch-timeout')

/** Whether the channel ended before the launcher was ready. */
const isLoss = (talked: Talked): boolean =>
  talked.kind === 'not-started' &&
  (talked.reason === 'connection-lost' || talked.reason === 'launch-failed')

export function channelTransport(host: Host, opener: Opener): Transport {
  const closing = new AbortController()
  // The last launch over each channel, whose files its launcher keeps.
  const launched = new WeakMap<Channel, Launch>()
  const askOnce = async (
    node: Node,
    entry: LaunchEntry,
    what: CollectWhat,
    limits: Limits,
    signal: AbortSignal,
  ): Promise<Found> => {
    const nonce = host.hex(16)
    const waitMs = what === 'stop' ? limits.killGraceMs + 3_000 : FOLLOW_MS
    const frame = collectFrame(entry, { nonce, what, waitMs }, limits, node.gate)
    const opened = await opener.open(node, frame, limits, signal)
    if (isRefusal(opened)) return { ...opened, kind: 'unreachable' }
    const { channel, hostKeySha256 } = opened
    const found = await converseCollect(channel, {
      frame,
      entry,
      limits,
      signal,
      waitMs,
      ...(hostKeySha256 === undefined ? {} : { hostKeySha256 }),
    })
    if (found.kind === 'unreachable') opener.drop?.(node)
    return found
  }

  const run: Transport['run'] = async (node, launch, limits, signal, journal) => {
    if (signal.aborted) return notStarted(CANCELLED)
    const began = host.monotonicMs()
    let asked = false
    const talkOver = (
      { channel, hostKeySha256, keep }: Opened,
      frame: Pick<BootFrame, 'nonce' | 'bytes'>,
    ): Promise<Talked> => {
      host.fault?.('channel-open')
      launched.set(channel, launch)
      return converse(channel, {
        frame,
        limits,
        signal,
        journal: {
          ready: (info) => {
            asked = true
            return journal.ready(info)
          },
        },
        ...(hostKeySha256 === undefined ? {} : { hostKeySha256 }),
        host,
        keep,
      })
    }
    let opened: Opened | Refusal | undefined = node.gate
      ? undefined
      : await opener.again?.(node, launch.become)
    if (signal.aborted) {
      opened?.channel.stdin.end()
      return notStarted(CANCELLED)
    }
    const before = opened && launched.get(opened.channel)
    let talked = opened && before && (await talkOver(opened, nextFrame(launch, limits, before)))
    // A launcher that has ended while it waited has started nothing; a new one may.
    if (talked === undefined || (!asked && !signal.aborted && isLoss(talked))) {
      const serve = opener.again !== undefined
      const frame = launchFrame(launch, limits, { gate: node.gate, serve })
      opened = await opener.open(node, frame, limits, signal)
      if (isRefusal(opened)) return notStarted(opened)
      talked = await talkOver(opened, frame)
    }
    if (isSilence(talked)) opener.drop?.(node)
    const outcome = { ...talked, timingsMs: { ...opened?.timingsMs, ...talked.timingsMs } }
    if (outcome.kind === 'held' && signal.aborted) return notStarted(CANCELLED)
    const settled = outcome.kind !== 'unknown' || outcome.survivors !== undefined || signal.aborted
    if (outcome.kind !== 'held' && settled) return outcome
    const what = outcome.kind === 'held' ? 'follow' : 'result'
    const bound = began + limits.timeoutMs + limits.killGraceMs + RESULT_MARGIN_MS
    const detail = 'another launch holds its key'
    return reattach(outcome.kind === 'held' ? { ...outcome, kind: 'unknown', detail } : outcome, {
      collect: (stop) => askOnce(node, launch, what, limits, stop),
      what,
      told: true,
      deadlineMs: Math.max(bound, host.monotonicMs() + LEAST_MS),
      patienceMs: PATIENCE_MS,
      monotonicMs: () => host.monotonicMs(),
      sleep: (ms, stop) => host.sleep(ms, stop),
      signal: AbortSignal.any([signal, closing.signal]),
    })
  }

  const collect: Transport['collect'] = async (node, entry, collection, limits, signal) => {
    const { what, told, waitMs } = collection
    const silence = told
      ? 'it was told to start, and its result is not on record'
      : 'it was not told to start'
    const outcome = await reattach(
      { ...NOTHING_SEEN, kind: 'unknown', detail: silence },
      {
        collect: (stop) => askOnce(node, entry, what, limits, stop),
        what,
        told,
        deadlineMs: host.monotonicMs() + waitMs,
        patienceMs: LEAST_MS,
        monotonicMs: () => host.monotonicMs(),
        sleep: (ms, stop) => host.sleep(ms, stop),
        signal: AbortSignal.any([signal, closing.signal]),
      },
    )
    // The runner's own journal proves what a silent node cannot: without GO nothing starts.
    return outcome.kind === 'unknown' && !told && outcome.survivors === undefined
      ? notStarted({ reason: 'connection-lost', message: outcome.detail })
      : outcome
  }

  return {
    name: opener.name,
    run,
    collect,
    leave: (node) => opener.leave?.(node),
    close: () => {
      closing.abort()
      return opener.close()
    },
  }
}
