/** Rule: what a runbook asks for can be checked. */
import type { Rule } from '../check.ts'

export const inputs: Rule = {
  name: 'inputs',
  description: 'Declared inputs have usable schemas, anchored patterns and valid defaults.',
  check: ({ inputs: compile }) => {
    const compiled = compile()
    return compiled.kind === 'problems' ? compiled.problems : []
  },
}
