/** The rules for what a runbook means, in one table. */
import { sortProblems } from '../document/diagnostic.ts'
import type { ValueCheck } from '../protocol/schemas.ts'
import type { ModuleAction, Problem } from '../protocol/types.gen.ts'
import type { FindRunbook } from './inline.ts'
import { conditions } from './rules/conditions.ts'
import { expressions } from './rules/expressions.ts'
import { inputs } from './rules/inputs.ts'
import { knownActions } from './rules/known-actions.ts'
import { locks } from './rules/locks.ts'
import { loops } from './rules/loops.ts'
import { name } from './rules/name.ts'
import { parameters } from './rules/parameters.ts'
import { readsOnly } from './rules/reads-only.ts'
import { runbookCalls } from './rules/runbook-calls.ts'
import { secrets } from './rules/secrets.ts'
import { stepIds } from './rules/step-ids.ts'
import { targets } from './rules/targets.ts'
import { targetsMax } from './rules/targets-max.ts'
import { timeouts } from './rules/timeouts.ts'
import { undo } from './rules/undo.ts'
import { undoMissing } from './rules/undo-missing.ts'
import { undoUnused } from './rules/undo-unused.ts'
import { verifyMissing } from './rules/verify-missing.ts'
import { waits } from './rules/waits.ts'
import type { Runbook } from './runbook.ts'
import type { Shape } from './shape.ts'
import { type Texts, textsOf } from './texts.ts'

/** The actions that a runbook may use. */
export interface Actions {
  readonly names: readonly string[]
  find(name: string): KnownAction | undefined
  /** Other runbooks of the project, which a step may call; each as it is written, its meaning not checked. */
  readonly runbooks?: { readonly names: readonly string[]; readonly find: FindRunbook }
  /** Why an action that is declared cannot be used; undefined for one that nobody declares. */
  unavailable?(name: string): string | undefined
}

export interface KnownAction {
  readonly declaration: ModuleAction
  /** The check of its input; undefined when the action's own schema is not usable, which is reported there. */
  checkInput(): ValueCheck | undefined
}

export interface Rule {
  readonly name: string
  readonly description: string
  check(runbook: Runbook, actions: Actions, texts: Texts): readonly Problem[]
}

export const RULES: readonly Rule[] = [
  name,
  inputs,
  stepIds,
  knownActions,
  runbookCalls,
  parameters,
  expressions,
  secrets,
  conditions,
  locks,
  loops,
  timeouts,
  waits,
  targets,
  targetsMax,
  readsOnly,
  undo,
  undoMissing,
  undoUnused,
  verifyMissing,
]

/** Every problem that any rule finds, warnings among them. `vars` is what is known of `node.vars`. */
export function checkRunbook(runbook: Runbook, actions: Actions, vars?: Shape): Problem[] {
  const texts = textsOf(runbook, actions, vars)
  return sortProblems(RULES.flatMap((rule) => rule.check(runbook, actions, texts)))
}
