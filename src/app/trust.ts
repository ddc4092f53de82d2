/** `trust`: the host keys that a node shows, beside what is pinned; written only when told, into known_hosts only. */
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { problem } from '../document/diagnostic.ts'
import type { InventoryNode } from '../lom/inventory.ts'
import { hostName } from '../lom/known-hosts.ts'
import { nearest } from '../protocol/schemas.ts'
import type { Problem } from '../protocol/types.gen.ts'
import type { Rune } from '../rune.ts'
import { openProject } from './project.ts'
import { type LoginOptions, reacher } from './reach.ts'

export interface TrustInit extends LoginOptions {
  readonly root: string
  /** Adds new keys to the node's known_hosts file. */
  readonly write: boolean
  readonly signal: AbortSignal
}

export interface TrustedKey {
  readonly type: string
  readonly sha256: string
  /** As it stands in a known_hosts file. */
  readonly line: string
  /** other: a different key of this type is pinned. */
  readonly verdict: 'pinned' | 'new' | 'other' | 'revoked'
}

export interface Trust {
  readonly node: string
  readonly address: string
  readonly port: number
  readonly keys: readonly TrustedKey[]
  /** The node's known_hosts file, relative to the project. */
  readonly file?: string
  /** How many lines were added to it. */
  readonly written: number
}

export type TrustAnswer =
  | { readonly kind: 'keys'; readonly trust: Trust }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

/** Nothing is written where a key is revoked or differs from the pinned one: that is for a person to find out. */
export async function trustNode(rune: Rune, name: string, init: TrustInit): Promise<TrustAnswer> {
  const project = await openProject(init.root)
  if (project.inventoryProblems.length > 0)
    return { kind: 'refused', problems: project.inventoryProblems }
  const { nodes } = project.inventory
  const { policy } = project
  if (policy.kind === 'problems') return { kind: 'refused', problems: policy.problems }
  const node = nodes.get(name)
  const { address, port } = node ?? {}
  if (node === undefined || address === undefined || port === undefined) {
    const near = node === undefined ? nearest(name, [...nodes.keys()]) : undefined
    const hint = near === undefined ? '' : `; did you mean ${near}?`
    const message =
      node === undefined
        ? `the inventory has no node ${name}${hint}`
        : `${name} uses ${node.transport}, which has no host keys`
    return refused('node-unknown', message)
  }
  const listed: readonly string[] = policy.policy.limits.transports
  if (!listed.includes(node.transport))
    return refused(
      'policy-denied',
      `${name} uses ${node.transport}, which policy.limits.transports in rune.yaml does not list`,
    )
  const shown = await rune.hostKeysOf(await reacher(project, init)(node), init.signal)
  if ('reason' in shown) return refused(shown.reason, shown.message)
  const keys = shown.map(({ type, sha256, text }) => ({
    type,
    sha256,
    line: `${hostName(address, port)} ${text}`,
    verdict: verdictOn(node, { type, text }),
  }))
  const file = node.knownHosts
  const wrong = keys.some(({ verdict }) => verdict === 'other' || verdict === 'revoked')
  const lines = keys.filter(({ verdict }) => verdict === 'new').map(({ line }) => line)
  const writing = init.write && !wrong && file !== undefined && lines.length > 0
  if (writing) await append(join(init.root, file), lines, rune.host.hex(4))
  const written = writing ? lines.length : 0
  const trust = { node: name, address, port, keys, written, ...(file ? { file } : {}) }
  return { kind: 'keys', trust }
}

function refused(
  kind: Problem['kind'] & Parameters<typeof problem>[0]['kind'],
  message: string,
): TrustAnswer {
  return { kind: 'refused', problems: [problem({ kind, rule: 'trust', message })] }
}

function verdictOn(
  { hostKeys = [], revokedKeys = [] }: InventoryNode,
  { type, text }: { readonly type: string; readonly text: string },
): TrustedKey['verdict'] {
  if (revokedKeys.some((key) => key.text === text)) return 'revoked'
  if (hostKeys.some((key) => key.text === text)) return 'pinned'
  return hostKeys.some((key) => key.type === type) ? 'other' : 'new'
}

/** Whole or not at all: what was there stays as it is, and a reader sees the old file or the new one. */
async function append(path: string, lines: readonly string[], suffix: string): Promise<void> {
  const before = await readFile(path, 'utf8')
  const { mode } = await stat(path)
  const end = before === '' || before.endsWith('\n') ? '' : '\n'
  const beside = `${path}.${suffix}`
  const file = await open(beside, 'wx', mode & 0o777)
  try {
    await file.writeFile(`${before}${end}${lines.join('\n')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}
