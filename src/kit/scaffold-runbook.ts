/** The text of a new runbook that calls one action and asks for what that action needs. */
import type { ModuleAction, Parameter } from '../protocol/types.gen.ts'

export interface Callable {
  readonly name: string
  readonly declaration: ModuleAction
}

/** The action that needs least: one that reads, with the fewest parameters to be given; by name among equals. */
export function simplestAction(actions: readonly Callable[]): Callable | undefined {
  const cost = ({ declaration }: Callable): number =>
    ['read', 'change', 'destructive'].indexOf(declaration.effect) * 100 +
    requiredOf(declaration).length
  return [...actions].sort((a, b) => cost(a) - cost(b) || (a.name < b.name ? -1 : 1))[0]
}

/** `name` is an id. */
export function runbookText(name: string, { name: action, declaration }: Callable): string {
  const inputs = requiredOf(declaration)
  return [
    `name: ${name}`,
    'description: What this runbook is for, and when to use it',
    'owner: the team that answers for it',
    ...(inputs.length === 0 ? [] : ['inputs:']),
    // JSON is YAML.
    ...inputs.map(([key, parameter]) => `  ${key}: ${JSON.stringify(parameter)}`),
    ...(declaration.effect === 'read' ? [] : ['targets:', '  select: role=web', '  max: 10']),
    'steps:',
    `  - id: ${action}`,
    `    uses: ${action}`,
    ...(inputs.length === 0 ? [] : ['    with:']),
    ...inputs.map(([key]) => `      ${key}: \${{ inputs.${key} }}`),
    '',
  ].join('\n')
}

function requiredOf({ input = {} }: ModuleAction): [string, Parameter][] {
  return Object.entries(input).filter(([, parameter]) => parameter.required === true)
}
