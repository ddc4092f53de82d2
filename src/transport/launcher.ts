/** What is sent to a node to start one plugin, or to collect what an earlier start left there. */
import { createHash } from 'node:crypto'
import { type BootFrame, bootFrame, wireText } from './boot.ts'
import type { CollectWhat } from './collection.ts'
import collector from './collector.sh'
import entry from './entry.sh'
import launcher from './launcher.sh'
import type { Bundle, Launch, LaunchEntry, Limits } from './transport.ts'

const LAUNCHER = wireText(entry, launcher, 'rune_main() { rune_launch "$@"; }')
const COLLECTOR = wireText(entry, collector, 'rune_main() { rune_collect "$@"; }')

/** The launcher, the header, the plugin's files and its stdin. A gate has the launcher already. */
export function launchFrame(launch: Launch, limits: Limits, gate = false): BootFrame {
  const { bundle, nonce, become } = launch
  const { words, data } = packBundle(bundle, launch.requires)
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
  const bytes = Buffer.concat([...data, Buffer.from(launch.input)])
  const start = { nonce, header, data: bytes, become }
  return gate ? bootFrame({ ...start, gate: 'run' }) : bootFrame({ ...start, script: LAUNCHER })
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
