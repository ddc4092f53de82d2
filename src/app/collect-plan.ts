/** A record for a run whose own one is lost: made from its plan and correlation id, or from what was uploaded before it began. */
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { plannedSteps } from '../lom/plan-calls.ts'
import { canonicalSha256 } from '../protocol/envelope.ts'
import { fault, fromUnknown } from '../protocol/errors.ts'
import type { Plan, Problem } from '../protocol/types.gen.ts'
import { planned, type RunFacts, runStarted } from '../record/events.ts'
import { createRecord, INTENT_FILE } from '../record/folder.ts'
import { readPlan, rereadRecord } from '../record/reread.ts'
import type { Rune } from '../rune.ts'
import { problemOf, TOOL } from './run-report.ts'

/** What somebody names: a record, or what is left of a run whose record is lost. */
export type Lost =
  | { readonly record: string }
  | { readonly correlationId: string; readonly planFile: string }

interface LostRun {
  readonly plan: Plan
  readonly planHash: string
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
  const read = await rereadRecord(folder, INTENT_FILE)
  if (read.kind === 'unusable') return `${folder} cannot be collected: ${read.reason}`
  const [first] = read.events
  if (first === undefined) return `${INTENT_FILE} is empty`
  const { plan, planHash, launchSeed } = read
  const facts = first.data as unknown as RunFacts
  return { plan, planHash, facts, runId: first.run_id, launchSeed }
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
    planHash: canonicalSha256(plan),
    runId: rune.host.uuid(),
    launchSeed: '',
    facts: {
      correlation_id: correlationId,
      dry_run,
      trigger: 'cli',
      actor,
      ...(runbook === undefined ? {} : { runbook }),
      content,
      tool: TOOL,
    },
  }
}

/** Makes a record that `collect` can go on with; its journal says that it was not there when the nodes were told to start. */
async function recordLostRun(
  rune: Rune,
  { plan, planHash, facts, runId, launchSeed }: LostRun,
  out: string,
): Promise<Problem | undefined> {
  try {
    const record = await createRecord(out, { runId, now: () => rune.host.now() })
    await record.journal.append(runStarted(facts))
    const file = await record.writePlan(plan)
    const nodes = plan.nodes.map(({ name }) => name)
    const steps = plannedSteps(plan)
    await record.journal.append(
      planned({ plan_hash: planHash, launch_seed: launchSeed, nodes, steps, partial: true }, [
        file,
      ]),
    )
    await record.close()
    return undefined
  } catch (caught) {
    return problemOf(fault('audit-write', fromUnknown(caught).message))
  }
}
