/** The rules for what a runbook means, in one table. */
import { sortProblems } from '../document/diagnostic.ts'
import type { ValueCheck } from '../protocol/schemas.ts'
import type { ModuleAction, Problem } from '../protocol/types.gen.ts'
import { expressions } from './rules/expressions.ts'
import { inputs } from './rules/inputs.ts'
import { knownActions } from './rules/known-actions.ts'
import { name } from './rules/name.ts'
import { parameters } from './rules/parameters.ts'
import { stepIds } from './rules/step-ids.ts'
import { targets } from './rules/targets.ts'
import { timeouts } from './rules/timeouts.ts'
import type { Runbook } from './runbook.ts'

/** The actions that a runbook may use. */
export interface Actions {
  readonly names: readonly string[]
  find(name: string): KnownAction | undefined
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
  check(runbook: Runbook, actions: Actions): readonly Problem[]
}

export const RULES: readonly Rule[] = [
  name,
  inputs,
  stepIds,
  knownActions,
  parameters,
  expressions,
  timeouts,
  targets,
]

/** Every problem that any rule finds. */
export function checkRunbook(runbook: Runbook, actions: Actions): Problem[] {
  return sortProblems(RULES.flatMap((rule) => rule.check(runbook, actions)))
}
