/** Reads a record that somebody wants to go on with: its verified journal and the plan that the journal names. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalSha256 } from '../protocol/envelope.ts'
import { fromUnknown, systemCode } from '../protocol/errors.ts'
import { hasShape } from '../protocol/schemas.ts'
import type { Plan, RecordEvent } from '../protocol/types.gen.ts'
import { EVENTS_FILE } from './folder.ts'
import type { Head } from './journal.ts'
import { verifyChain } from './verify.ts'

export interface Reread {
  readonly kind: 'record'
  readonly events: readonly RecordEvent[]
  readonly plan: Plan
  readonly planHash: string
  readonly launchSeed: string
  readonly partial: boolean
  readonly whole: { readonly head: Head; readonly sizeBytes: number }
}

/**
 * `journal` is the file of its journal: an intent artifact has only the beginning, by another name. A sentence says why
 * it cannot be gone on with; anything but a torn last line is a record that was changed.
 */
export async function rereadRecord(
  path: string,
  journal = EVENTS_FILE,
): Promise<Reread | { readonly kind: 'unusable'; readonly reason: string }> {
  const unusable = (reason: string) => ({ kind: 'unusable', reason }) as const
  const bytes = await readOr(join(path, journal), journal)
  if (typeof bytes === 'string') return unusable(bytes)
  const sizeBytes = bytes.lastIndexOf(0x0a) + 1
  const chain = verifyChain(bytes.subarray(0, sizeBytes))
  if (chain.kind === 'broken') return unusable(`${journal}, line ${chain.line}: ${chain.reason}`)
  const { events, head } = chain
  const planned = events.find(({ type }) => type === 'plan')?.data
  if (planned === undefined)
    return unusable('the run ended before it had a plan: nothing was begun')
  const plan = await readPlan(join(path, 'plan.json'), 'plan.json')
  if (typeof plan === 'string') return unusable(plan)
  const planHash = canonicalSha256(plan)
  if (planHash !== planned['plan_hash'])
    return unusable(
      `plan.json has the hash ${planHash}, the journal says ${String(planned['plan_hash'])}`,
    )
  return {
    kind: 'record',
    events,
    plan,
    planHash,
    launchSeed: String(planned['launch_seed'] ?? ''),
    partial: planned['partial'] === true,
    whole: { head: { events: events.length, sha256: head }, sizeBytes },
  }
}

/** A plan.json, or a sentence that says why it is none; `name` is what people call the file. */
export async function readPlan(file: string, name = file): Promise<Plan | string> {
  const text = await readOr(file, name)
  if (typeof text === 'string') return text
  const plan = parse(text)
  return hasShape('plan', plan) ? plan : `${name} is not a plan`
}

async function readOr(file: string, name: string): Promise<Buffer | string> {
  return readFile(file).catch(
    (caught: unknown) => `${name}: ${systemCode(caught) ?? fromUnknown(caught).message}`,
  )
}

function parse(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString())
  } catch {
    return undefined
  }
}
