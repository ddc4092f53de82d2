/** A record for a run whose own one is lost: made from its plan and correlation id, or from what was uploaded before it began. */
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonical, sha256 } from '../protocol/envelope.ts'
import { fault, fromUnknown, systemCode } from '../protocol/errors.ts'
import { hasShape } from '../protocol/schemas.ts'
import type { Plan, Problem } from '../protocol/types.gen.ts'
import { planned, type RunFacts, runStarted } from '../record/events.ts'
import { createRecord, INTENT_FILE } from '../record/folder.ts'
import { verifyChain } from '../record/verify.ts'
import type { Rune } from '../rune.ts'
import { VERSION } from '../version.ts'
import { problemOf } from './run-report.ts'

/** What somebody names: a record, or what is left of a run whose record is lost. */
export type Lost =
  | { readonly record: string }
  | { readonly correlationId: string; readonly planFile: string }

interface LostRun {
  readonly plan: Plan
  readonly facts: RunFacts
  readonly runId: string
  /** '' where it is not known: then every result counts as that of another launch. */
  readonly launchSeed: string
}

/** The folder of a record that `collectRecord` can go on with; for a lost one it is made at `out`. */
export async function recordToCollect(
  rune: Rune,
  lost: Lost,
  { out, actor }: { readonly out: string; readonly actor: string },
): Promise<{ readonly path: string } | { readonly problem: Problem }> {
  if ('record' in lost) {
    const intent = await access(join(lost.record, INTENT_FILE)).then(
      () => true,
      () => false,
    )
    if (!intent) return { path: lost.record }
  }
  const run = 'record' in lost ? await readIntent(lost.record) : await readLost(rune, lost, actor)
  if (typeof run === 'string') return { problem: problemOf(fault('record-invalid', run)) }
  const problem = await recordLostRun(rune, run, out)
  return problem === undefined ? { path: out } : { problem }
}

/** What an intent artifact says: the folder with plan.json and the journal's beginning. A sentence: why it cannot be used. */
async function readIntent(folder: string): Promise<LostRun | string> {
  try {
    const chain = verifyChain(await readFile(join(folder, INTENT_FILE)))
    if (chain.kind === 'broken') return `${INTENT_FILE}, line ${chain.line}: ${chain.reason}`
    const [first] = chain.events
    const known = chain.events.find(({ type }) => type === 'plan')?.data
    const plan = await readPlan(join(folder, 'plan.json'))
    if (typeof plan === 'string') return plan
    if (first === undefined || known?.['plan_hash'] !== sha256(canonical(plan)))
      return `${INTENT_FILE} is not about this plan.json`
    return {
      plan,
      facts: first.data as unknown as RunFacts,
      runId: first.run_id,
      launchSeed: String(known['launch_seed'] ?? ''),
    }
  } catch (caught) {
    return `${INTENT_FILE}: ${systemCode(caught) ?? fromUnknown(caught).message}`
  }
}

/** A plan.json, or a sentence that says why it is none. */
async function readPlan(file: string): Promise<Plan | string> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'))
    return hasShape('plan', value) ? value : `${file} is not a plan`
  } catch (caught) {
    return `${file}: ${systemCode(caught) ?? fromUnknown(caught).message}`
  }
}

/** A run of which only the plan and the correlation id are left. */
async function readLost(
  rune: Rune,
  { correlationId, planFile }: Extract<Lost, { planFile: string }>,
  actor: string,
): Promise<LostRun | string> {
  const plan = await readPlan(planFile)
  if (typeof plan === 'string') return plan
  const { runbook, content, dry_run } = plan
  return {
    plan,
    runId: rune.host.uuid(),
    launchSeed: '',
    facts: {
      correlation_id: correlationId,
      dry_run,
      trigger: 'cli',
      actor,
      ...(runbook === undefined ? {} : { runbook }),
      content,
      tool: { name: 'rune', version: VERSION },
    },
  }
}

/** Makes a record that `collect` can go on with; its journal says that it was not there when the nodes were told to start. */
async function recordLostRun(
  rune: Rune,
  { plan, facts, runId, launchSeed }: LostRun,
  out: string,
): Promise<Problem | undefined> {
  try {
    const record = await createRecord(out, { runId, now: () => rune.host.now() })
    await record.journal.append(runStarted(facts))
    const file = await record.writePlan(plan)
    const nodes = plan.nodes.map(({ name }) => name)
    const hash = sha256(canonical(plan))
    const { steps } = plan
    await record.journal.append(
      planned({ plan_hash: hash, launch_seed: launchSeed, nodes, steps, partial: true }, [file]),
    )
    await record.close()
    return undefined
  } catch (caught) {
    return problemOf(fault('audit-write', fromUnknown(caught).message))
  }
}
