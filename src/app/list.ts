/** `list`: the runbooks, modules, actions and nodes of a project. */
import { formatProblem } from '../document/diagnostic.ts'
import type { Registry, RegistryState } from '../lom/registry.ts'
import type { ModuleAction, Problem } from '../protocol/types.gen.ts'
import { terminal } from '../report/encode.ts'
import { openProject } from './project.ts'

export interface Listing {
  readonly runbooks: readonly {
    readonly name: string
    readonly description: string
    readonly owner?: string
  }[]
  readonly modules: readonly ListedModule[]
  /** What can be planned. */
  readonly actions: readonly {
    readonly name: string
    readonly module: string
    readonly version: string
    readonly state: RegistryState
    readonly effect: ModuleAction['effect']
    readonly become: boolean
    readonly description: string
  }[]
  /** What is declared and cannot be planned. */
  readonly unavailable_actions: readonly {
    readonly name: string
    readonly modules: readonly string[]
    readonly reasons: readonly string[]
  }[]
  readonly nodes: readonly {
    readonly name: string
    readonly transport: string
    readonly labels: Readonly<Record<string, string>>
  }[]
  /** Files with problems are left out above; `rune validate` says more. */
  readonly problems: readonly Problem[]
}

export interface ListedModule {
  readonly name: string
  /** Where module.yaml can be read. */
  readonly version?: string
  readonly state: RegistryState
  /** Why it is degraded or unavailable, one diagnostic each. */
  readonly reasons: readonly string[]
}

export async function listProject(root: string): Promise<Listing> {
  const project = await openProject(root)
  const read = project.runbookNames.map((name) => project.runbook(name))
  return {
    runbooks: read.flatMap((result) => {
      if (result?.kind !== 'runbook') return []
      const { name, description, owner } = result.runbook.declaration
      return [{ name, description, ...(owner === undefined ? {} : { owner }) }]
    }),
    modules: listModules(project.registry),
    actions: [...project.registry.actions.values()].map(
      ({ name, module, moduleVersion, declaration, state }) => ({
        name,
        module,
        version: moduleVersion,
        state,
        effect: declaration.effect,
        become: declaration.become ?? false,
        description: declaration.description,
      }),
    ),
    unavailable_actions: [...project.registry.unavailableActions.values()].map(
      ({ name, modules, reasons }) => ({ name, modules, reasons: reasons.map(formatProblem) }),
    ),
    nodes: [...project.inventory.nodes.values()].map(({ name, transport, labels }) => ({
      name,
      transport,
      labels,
    })),
    problems: [
      ...project.problems,
      ...read.flatMap((result) => (result?.kind === 'problems' ? result.problems : [])),
    ],
  }
}

/** Every folder of modules, by name. */
export function listModules({ modules, unreadable }: Registry): ListedModule[] {
  const all = [
    ...modules.map(({ module: { declaration }, state, reasons }) => ({
      name: declaration.module,
      version: declaration.version,
      state,
      reasons: reasons.map(formatProblem),
    })),
    ...unreadable.map(({ name, reasons }) => ({
      name,
      state: 'unavailable' as const,
      reasons: reasons.map(formatProblem),
    })),
  ]
  return all.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The listing for people. Ends with a line feed. */
export function listText(listing: Listing): string {
  const { runbooks, modules, actions, nodes } = listing
  const errors = listing.problems.filter(({ severity }) => severity === 'error').length
  const lines = [
    'runbooks:',
    ...table(runbooks.map(({ name, description }) => [name, description])),
    '',
    'modules:',
    ...table(
      modules.map(({ name, version = '', state, reasons }) => [
        name,
        version,
        state,
        reasonText(reasons),
      ]),
    ),
    '',
    'actions:',
    ...table([
      ...actions.map(({ name, effect, become, module, version, state, description }) => [
        name,
        become ? `${effect}, as root` : effect,
        `${module} ${version}`,
        state,
        description,
      ]),
      ...listing.unavailable_actions.map(({ name, modules: of, reasons }) => [
        name,
        '',
        of.join(', '),
        'unavailable',
        reasonText(reasons),
      ]),
    ]),
    '',
    'nodes:',
    ...table(
      nodes.map(({ name, transport, labels }) => [
        name,
        transport,
        Object.entries(labels)
          .map(([key, value]) => `${key}=${value}`)
          .join(','),
      ]),
    ),
    ...(errors === 0
      ? []
      : ['', `${errors} problems keep something of this from being used: rune validate`]),
  ]
  return `${lines.map(terminal).join('\n')}\n`
}

/** The first in full; `rune validate` prints all. */
function reasonText([first, ...more]: readonly string[]): string {
  if (first === undefined) return ''
  return more.length === 0 ? first : `${first} (and ${more.length} more)`
}

/** Rows with columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return ['  none']
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()}`,
  )
}
