/** A few actions for runbooks under test. */
import { compileSchema, objectSchema } from '../../src/protocol/schemas.ts'
import type { ModuleAction } from '../../src/protocol/types.gen.ts'
import type { Actions } from '../../src/runbook/check.ts'

const ACTIONS: Readonly<Record<string, ModuleAction>> = {
  host_health: { description: 'reads', run: 'a.sh', effect: 'read' },
  service_restart: {
    description: 'changes',
    run: 'b.sh',
    effect: 'change',
    input: {
      service: { type: 'string', maxLength: 64, required: true },
      settle: { type: 'integer' },
    },
    output: { active_state: { type: 'string', required: true } },
  },
  note: {
    description: 'reads',
    run: 'c.sh',
    effect: 'read',
    input: { text: { type: 'string', maxLength: 200 }, urgent: { type: 'boolean' } },
    output: { count: { type: 'integer' } },
  },
}

export const knownActions: Actions = {
  names: Object.keys(ACTIONS),
  find: (name) => {
    const declaration = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
    if (!declaration) return undefined
    return {
      declaration,
      checkInput: () => {
        const check = compileSchema(objectSchema(declaration.input ?? {}))
        return typeof check === 'string' ? undefined : check
      },
    }
  },
}
