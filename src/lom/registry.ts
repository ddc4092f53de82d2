/** Every module of plugins/ with its state, and the actions that can be planned and run. */
import { formatProblem, problem, problemAt } from '../document/diagnostic.ts'
import type { Module } from '../plugin/manifest.ts'
import type { AllShapes, Problem } from '../protocol/types.gen.ts'
import type { Content } from '../repository/content.ts'
import { dependencyProblems } from './dependencies.ts'
import { readFolder } from './folder.ts'
import { type DeclaredAction, type LoadedModule, loadModule } from './load-module.ts'

/** Of a module or an action; `discovered` is left before a registry is there, `active` is said by a plan. */
export type RegistryState = NonNullable<AllShapes['registryState']>

export interface RegisteredAction extends DeclaredAction {
  readonly state: RegistryState
}

/** A module whose own files are in order. */
export interface RegisteredModule {
  readonly module: Module
  readonly bundleSha256: string
  readonly state: RegistryState
  /** Why it is degraded or unavailable. */
  readonly reasons: readonly Problem[]
}

/** A folder that gives no module. */
export interface UnreadableModule {
  /** The folder's. */
  readonly name: string
  readonly reasons: readonly Problem[]
}

/** An action that is declared and cannot be used. */
export interface UnavailableAction {
  readonly name: string
  /** Several where they are in conflict about it. */
  readonly modules: readonly string[]
  readonly reasons: readonly Problem[]
}

export interface Registry {
  /** What can be planned and run, by name, sorted. */
  readonly actions: ReadonlyMap<string, RegisteredAction>
  readonly modules: readonly RegisteredModule[]
  /** Actions that are declared and cannot be planned, by name, sorted. */
  readonly unavailableActions: ReadonlyMap<string, UnavailableAction>
  readonly unreadable: readonly UnreadableModule[]
  /** Errors, and warnings about optional dependencies. */
  readonly problems: readonly Problem[]
}

/** Reads all modules. One that has problems provides nothing; the others are not touched by that. */
export async function loadRegistry(content: Content): Promise<Registry> {
  const entries = await content.list('plugins')
  const links = entries
    .filter(({ kind }) => kind === 'symlink' || kind === 'submodule' || kind === 'other')
    .map(({ name, kind }) => linkProblem(name, kind))
  const discovered = entries
    .filter(({ name, kind }) => kind === 'directory' && name !== 'lib')
    .map(({ name }) => name)
  const [library, ...own] = await Promise.all([
    readFolder(content, 'plugins/lib'),
    ...discovered.map((name) => readFolder(content, `plugins/${name}`)),
  ])
  const loaded = discovered.flatMap((name, index) => {
    const folder = own[index]
    return folder ? [loadModule(name, folder, library, discovered)] : []
  })
  const good = loaded.flatMap((one) => (one.kind === 'loaded' ? [one] : []))
  const unreadable = loaded.flatMap((one) => (one.kind === 'problems' ? [one] : []))
  const modules = judge(good, discovered)
  const actions = modules.flatMap(({ usable }) => usable).sort(byName)
  return {
    actions: new Map(actions.map((action) => [action.name, action])),
    modules: modules.map(({ module, bundleSha256, state, reasons }) => ({
      module,
      bundleSha256,
      state,
      reasons,
    })),
    unavailableActions: joined(modules.flatMap(({ unusable }) => unusable)),
    unreadable: unreadable.map(({ name, problems: reasons }) => ({ name, reasons })),
    problems: [
      ...links,
      ...unreadable.flatMap(({ problems }) => problems),
      ...modules.flatMap(({ reasons }) => reasons),
    ],
  }
}

/** For whoever wants to use an action: why it cannot be, or undefined when nobody declares it. */
export function whyUnavailable(registry: Registry, action: string): string | undefined {
  const found = registry.unavailableActions.get(action)
  if (!found) return undefined
  const [first, ...more] = found.reasons
  const rest = more.length === 0 ? '' : ` (and ${more.length} more)`
  const why = first === undefined ? '' : `: ${formatProblem(first)}${rest}`
  return `the action ${action} of ${found.modules.join(' and ')} is unavailable${why}`
}

type Judged = RegisteredModule & {
  readonly usable: readonly RegisteredAction[]
  readonly unusable: readonly UnavailableAction[]
}

/** The state of every module and action, from what all of them declare. */
function judge(loaded: readonly LoadedModule[], folders: readonly string[]): Judged[] {
  const modules = loaded.map(({ module }) => module)
  const conflicts = conflictProblems(modules)
  const taken = new Set(conflicts.map(({ action }) => action))
  const spent = loaded.filter(({ actions }) => actions.every(({ name }) => taken.has(name)))
  const dependencies = dependencyProblems({
    modules,
    unavailable: new Set(spent.map(({ module }) => module.declaration.module)),
    folders,
  })
  return loaded.map((one) => {
    const { module, bundleSha256, actions } = one
    const name = module.declaration.module
    const own = conflicts.filter(({ problem: { file } }) => file === module.file)
    const required = dependencies.get(name) ?? []
    const refusals = required.filter(({ severity }) => severity === 'error')
    const reasons = [...own.map(({ problem }) => problem), ...required]
    const dead = refusals.length > 0 || spent.includes(one)
    return {
      module,
      bundleSha256,
      state: dead ? 'unavailable' : reasons.length > 0 ? 'degraded' : 'available',
      reasons,
      usable: dead
        ? []
        : actions
            .filter((action) => !taken.has(action.name))
            .map((action) => ({
              ...action,
              state: required.length > 0 ? 'degraded' : 'available',
            })),
      unusable: actions
        .filter((action) => dead || taken.has(action.name))
        .map((action) => ({
          name: action.name,
          modules: [name],
          reasons: [
            ...own.filter((conflict) => conflict.action === action.name).map((c) => c.problem),
            ...refusals,
          ],
        })),
    }
  })
}

/** Two modules with one action: neither gets it, because which one was meant is a guess. */
function conflictProblems(modules: readonly Module[]): { action: string; problem: Problem }[] {
  const providers = new Map<string, Module[]>()
  for (const module of modules) {
    for (const action of Object.keys(module.declaration.actions)) {
      providers.set(action, [...(providers.get(action) ?? []), module])
    }
  }
  return [...providers].flatMap(([action, all]) =>
    all.length < 2
      ? []
      : all.map((module) => {
          const others = all.filter((one) => one !== module).map(({ file }) => file)
          const message = `the action ${action} is provided by ${others.join(', ')} too`
          const init = { kind: 'event-conflict', rule: 'module', message } as const
          return { action, problem: problemAt(module.document, '/actions', init, action) }
        }),
  )
}

function joined(all: readonly UnavailableAction[]): Map<string, UnavailableAction> {
  const actions = new Map<string, UnavailableAction>()
  for (const one of all.toSorted(byName)) {
    const known = actions.get(one.name)
    const modules = [...(known?.modules ?? []), ...one.modules]
    const reasons = [...(known?.reasons ?? []), ...one.reasons]
    actions.set(one.name, { name: one.name, modules, reasons })
  }
  return actions
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

function linkProblem(name: string, kind: string): Problem {
  const message = `is a ${kind}, not a folder`
  return problem({ kind: 'plugin-file', rule: 'module', message, file: `plugins/${name}` })
}
