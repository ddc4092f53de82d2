/** What `show` says of a module, whatever state it is in. */
import type { Project } from '../lom/project.ts'
import type { ModuleDependency } from '../protocol/types.gen.ts'
import { type ListedModule, listModules } from './list.ts'

export interface ShownModule extends ListedModule {
  readonly description?: string
  readonly owner?: string
  readonly dependencies?: readonly ModuleDependency[]
  /** Names. */
  readonly actions?: readonly string[]
}

/** Undefined when no folder has the name. Only the state is known of one that cannot be read. */
export function moduleOf(name: string, { registry }: Project): ShownModule | undefined {
  const listed = listModules(registry).find((one) => one.name === name)
  if (!listed) return undefined
  const found = registry.modules.find(({ module }) => module.declaration.module === name)
  if (!found) return listed
  const { description, owner, dependencies, actions } = found.module.declaration
  return {
    ...listed,
    description,
    ...(owner === undefined ? {} : { owner }),
    ...(dependencies === undefined ? {} : { dependencies }),
    actions: Object.keys(actions),
  }
}

export function moduleLines(module: ShownModule): string[] {
  const { name, version, description, owner, state, reasons, dependencies = [], actions } = module
  return [
    `module ${name}${version === undefined ? '' : ` ${version}`}${description === undefined ? '' : `: ${description}`}`,
    `state: ${state}`,
    ...reasons.map((reason) => `  ${reason}`),
    ...(owner === undefined ? [] : [`owner: ${owner}`]),
    ...(dependencies.length === 0 ? [] : ['requires:']),
    ...dependencies.map(
      (one) => `  ${one.module} ${one.version}${one.optional ? ', optional' : ''}`,
    ),
    ...(actions === undefined ? [] : [`actions: ${actions.join(', ')}`]),
  ]
}
