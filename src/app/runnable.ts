/** What the registry knows of a plan's actions, as those need it who run them, check their input or read their answer. */
import type { Runnable } from '../lmm/mediator.ts'
import { callsOf } from '../lom/plan-calls.ts'
import type { Project } from '../lom/project.ts'
import type { ValueCheck } from '../protocol/schemas.ts'
import type { Plan } from '../protocol/types.gen.ts'

/** Undefined where there is no such action, or its output cannot be checked. */
export function runnableOf({ registry }: Project, name: string): Runnable | undefined {
  const known = registry.actions.get(name)
  const output = known?.output()
  if (known === undefined || output?.kind !== 'check') return undefined
  const { bundle, declaration } = known
  return {
    bundle,
    requires: declaration.requires ?? [],
    become: declaration.become ?? false,
    readOnly: declaration.effect === 'read',
    onDisconnect: declaration['on-disconnect'] ?? 'stop',
    outputCheck: output.check,
  }
}

/** Throws for an action that a plan cannot have: it was refused when it was planned. */
export function inputCheckOf({ registry }: Project, name: string): ValueCheck {
  const input = registry.actions.get(name)?.input()
  if (input?.kind !== 'check') throw new Error(`the plan has the action ${name} without a check`)
  return input.check
}

/** Of the action as it was in the plan: another bundle may declare another output. */
export function plannedOutputCheckOf(
  project: Project,
  plan: Plan,
  name: string,
): ValueCheck | undefined {
  const runnable = runnableOf(project, name)
  const planned = callsOf(plan).find(({ action }) => action === name)
  return runnable?.bundle.sha256 === planned?.bundle_sha256 ? runnable?.outputCheck : undefined
}
