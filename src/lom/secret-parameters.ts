/** Tells the secret parameters of a step apart from its values: what a plan has of them are names. */
import { secretNameOf } from '../document/parameters.ts'
import type { ModuleAction, PlanStep } from '../protocol/types.gen.ts'
import type { CallSite } from '../runbook/inline.ts'
import { secretInputOf } from '../runbook/secret-reference.ts'
import type { Subject } from './subject.ts'

interface Separated {
  readonly secrets: Pick<PlanStep, 'secrets'>
  /** What is left of `with`. */
  readonly open: Readonly<Record<string, unknown>>
}

/** The rule `secret` has refused every other way to name one. An action by itself takes those that it requires. */
export function secretsOf(
  written: Readonly<Record<string, unknown>>,
  { input: declared = {} }: ModuleAction,
  { action, inputs }: Pick<Subject, 'action' | 'inputs'>,
  site?: CallSite,
): Separated {
  const isSecret = (name: string): boolean =>
    Object.hasOwn(declared, name) && declared[name]?.secret === true
  const names =
    action === undefined
      ? Object.entries(written)
          .filter(([name]) => isSecret(name))
          .map(([name, value]) => [name, secretAt(value, site, inputs)] as const)
      : Object.entries(declared)
          .filter(([name, { required }]) => isSecret(name) && required)
          .map(([name]) => [name, name] as const)
  const found = names.flatMap(([name, from]): [string, string][] =>
    from === undefined ? [] : [[name, secretNameOf(from)]],
  )
  const open = Object.entries(written).filter(([name]) => !isSecret(name))
  return {
    secrets: found.length === 0 ? {} : { secrets: Object.fromEntries(found) },
    open: Object.fromEntries(open),
  }
}

/** The input of the run that a text of a called runbook stands for. */
function secretAt(
  text: unknown,
  site: CallSite | undefined,
  inputs: Subject['inputs'],
): string | undefined {
  if (site === undefined) return secretInputOf(text, inputs)
  const name = secretInputOf(text, site.runbook.declaration.inputs ?? {})
  return name === undefined ? undefined : secretAt(site.step.with[name], site.outer, inputs)
}
