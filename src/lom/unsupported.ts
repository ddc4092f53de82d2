/** Keys of a runbook that are checked but not carried out yet: a run without them would not be what was reviewed. */
import { problemAt } from '../document/diagnostic.ts'
import type { Problem, RunbookStep } from '../protocol/types.gen.ts'
import type { Runbook } from '../runbook/runbook.ts'

/** The one list: a key leaves it with the commit that carries it out. */
export const NOT_YET = {
  step: ['lock'],
} as const satisfies {
  step: readonly (keyof RunbookStep)[]
}

/** One problem for each place of such a key; none means that the runbook can be run as it stands. */
export function unsupportedKeys({ document, steps }: Runbook): Problem[] {
  const found = steps.flatMap((step) =>
    NOT_YET.step
      .filter((key) => step.declaration[key] !== undefined)
      .map((key) => [step.pointer, key] as const),
  )
  return found.map(([at, key]) => {
    const message = `this version checks \`${key}\` but does not carry it out yet, so it does not run this runbook`
    return problemAt(document, at, { kind: 'runbook-unsupported', rule: 'supported', message }, key)
  })
}
