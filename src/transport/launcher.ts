/** What is sent to a node to start one plugin, or to collect what an earlier start left there. */
import { createHash } from 'node:crypto'
import { type BootFrame, type BootInit, bootFrame, wireText } from './boot.ts'
import type { CollectWhat } from './collection.ts'
import collector from './collector.sh'
import entry from './entry.sh'
import launcher from './launcher.sh'
import type { Bundle, Launch, LaunchEntry, Limits } from './transport.ts'

const LAUNCHER = wireText(entry, launcher, 'rune_main() { rune_launch "$@"; }')
const SERVER = wireText(entry, launcher, 'rune_main() { rune_serve "$@"; }')
const COLLECTOR = wireText(entry, collector, 'rune_main() { rune_collect "$@"; }')

export interface FrameOptions {
  /** The node has the launcher already, behind its gate. */
  readonly gate?: boolean | undefined
  /** Further launches may follow over the same channel. */
  readonly serve?: boolean
}

/** The launcher, the header, the plugin's files and its stdin. */
export function launchFrame(launch: Launch, limits: Limits, options: FrameOptions = {}): BootFrame {
  const { gate, serve } = options
  const start = { nonce: launch.nonce, become: launch.become, ...contentOf(launch, limits) }
  if (gate) return bootFrame({ ...start, gate: 'run' })
  return bootFrame({ ...start, script: serve ? SERVER : LAUNCHER })
}

/** The same without the launcher, for one that waits for its next launch and has the files of `before` in memory. */
export function nextFrame(
  launch: Launch,
  limits: Limits,
  before: Launch,
): Pick<BootFrame, 'nonce' | 'bytes'> {
  const { nonce, become } = launch
  const { words, bytes } = bootFrame({ nonce, become, ...contentOf(launch, limits) })
  const [, size, sha256, , header] = words
  const kept = sameFiles(launch.bundle, before.bundle) ? filesSize(launch) : 0
  const head = Number(header)
  const line = Buffer.from(`RUN ${nonce} ${size} ${sha256} ${header} ${kept}\n`)
  return {
    nonce,
    bytes: Buffer.concat([line, bytes.subarray(0, head), bytes.subarray(head + kept)]),
  }
}

/** The digest on the node is over all of them: what is compared here only saves sending. */
function sameFiles({ files }: Bundle, before: Bundle): boolean {
  return (
    files === before.files ||
    (files.length === before.files.length &&
      files.every(({ path, bytes }, i) => {
        const other = before.files[i]
        return other?.path === path && Buffer.compare(other.bytes, bytes) === 0
      }))
  )
}

function filesSize({ bundle, requires }: Launch): number {
  return packBundle(bundle, requires).data.reduce((sum, bytes) => sum + bytes.length, 0)
}

function contentOf(launch: Launch, limits: Limits): Pick<BootInit, 'header' | 'data'> {
  const { words, data } = packBundle(launch.bundle, launch.requires)
  const header = [
    2,
    'run',
    entryName(launch),
    launch.plan,
    launch.action,
    launch.readOnly ? 'may' : 'must',
    launch.onDisconnect,
    encodeURIComponent(launch.runKey),
    limits.timeoutMs,
    limits.killGraceMs,
    Math.ceil(limits.readyMs / 1000),
    limits.leaseMs,
    limits.graceMs,
    limits.ackMs,
    limits.stdoutBytes,
    limits.stderrEndBytes,
    launch.lock === undefined ? 'none' : fileName(launch.lock),
    ...words,
  ]
  return { header, data: Buffer.concat([...data, Buffer.from(launch.input)]) }
}

/** What a gate's allow list has of a bundle: SHA-256 over its words and its files, as they go over the wire. */
export function gateDigest(bundle: Bundle, requires: readonly string[]): string {
  const { words, data } = packBundle(bundle, requires)
  const hash = createHash('sha256').update(`${words.join(' ')}\n`)
  for (const bytes of data) hash.update(bytes)
  return hash.digest('hex')
}

export interface Question {
  /** Of this conversation; the launch has its own. */
  readonly nonce: string
  readonly what: CollectWhat
  /** How long the collector may follow a plugin that runs on. */
  readonly waitMs: number
}

/** The collector and its header; nothing of a plugin. */
export function collectFrame(
  launch: LaunchEntry,
  { nonce, what, waitMs }: Question,
  limits: Limits,
  gate = false,
): BootFrame {
  const header = [
    2,
    'collect',
    entryName(launch),
    launch.plan,
    what,
    limits.killGraceMs,
    waitMs,
    limits.ackMs,
  ]
  const start = { nonce, header, data: Buffer.alloc(0), become: launch.become }
  return gate
    ? bootFrame({ ...start, gate: 'collect' })
    : bootFrame({ ...start, script: COLLECTOR })
}

/** The name of the entry's folder on the node. */
function entryName({ runKey }: LaunchEntry): string {
  return fileName(runKey)
}

/** For a text that may be longer than a file name, and have other characters. */
function fileName(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40)
}

/** How the bundle is run and what is in it, as words; the bytes of its files in that order, the same bytes once. */
function packBundle(
  bundle: Bundle,
  required: readonly string[],
): { words: (string | number)[]; data: Uint8Array[] } {
  const requires = [...new Set([bundle.interpreter, ...required])]
  const folders = foldersOf(bundle)
  const files: (string | number)[] = []
  const data: Uint8Array[] = []
  const sent: Uint8Array[] = []
  for (const { path, bytes } of bundle.files) {
    const same = sent.findIndex((earlier) => Buffer.compare(earlier, bytes) === 0)
    files.push(path, same >= 0 ? `=${same}` : bytes.length)
    sent.push(bytes)
    if (same < 0) data.push(bytes)
  }
  const words = [
    bundle.interpreter,
    bundle.entry,
    requires.length,
    ...requires,
    folders.length,
    ...folders,
    bundle.files.length,
    ...files,
  ]
  return { words, data }
}

function foldersOf(bundle: Bundle): string[] {
  const folders = new Set<string>()
  for (const { path } of bundle.files) {
    const parts = path.split('/').slice(0, -1)
    for (let i = 1; i <= parts.length; i++) folders.add(parts.slice(0, i).join('/'))
  }
  return [...folders].sort()
}
