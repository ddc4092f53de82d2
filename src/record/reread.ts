/** Reads a record that somebody wants to go on with: its verified journal and the plan that the journal names. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonical, sha256 } from '../protocol/envelope.ts'
import { systemCode } from '../protocol/errors.ts'
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

/** A sentence says why it cannot be gone on with. Anything but a torn last line is a record that was changed. */
export async function rereadRecord(
  path: string,
): Promise<Reread | { readonly kind: 'unusable'; readonly reason: string }> {
  const unusable = (reason: string) => ({ kind: 'unusable', reason }) as const
  const read = async (name: string): Promise<Buffer | string> =>
    readFile(join(path, name)).catch(
      (caught: unknown) => `${name}: ${systemCode(caught) ?? String(caught)}`,
    )
  const bytes = await read(EVENTS_FILE)
  if (typeof bytes === 'string') return unusable(bytes)
  const sizeBytes = bytes.lastIndexOf(0x0a) + 1
  const chain = verifyChain(bytes.subarray(0, sizeBytes))
  if (chain.kind === 'broken')
    return unusable(`${EVENTS_FILE}, line ${chain.line}: ${chain.reason}`)
  const { events, head } = chain
  const planned = events.find(({ type }) => type === 'plan')?.data
  if (planned === undefined)
    return unusable('the run ended before it had a plan: nothing was begun')
  const text = await read('plan.json')
  if (typeof text === 'string') return unusable(text)
  const plan = parse(text)
  if (!hasShape('plan', plan)) return unusable('plan.json is not a plan')
  const planHash = sha256(canonical(plan))
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

function parse(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString())
  } catch {
    return undefined
  }
}
