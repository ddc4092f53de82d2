/** `list`: the runbooks, actions and nodes of a project. */
import type { ModuleAction, Problem } from '../protocol/types.gen.ts'
import { terminal } from '../report/encode.ts'
import { openProject } from './project.ts'

export interface Listing {
  readonly runbooks: readonly {
    readonly name: string
    readonly description: string
    readonly owner?: string
  }[]
  readonly actions: readonly {
    readonly name: string
    readonly module: string
    readonly version: string
    readonly effect: ModuleAction['effect']
    readonly become: boolean
    readonly description: string
  }[]
  readonly nodes: readonly {
    readonly name: string
    readonly transport: string
    readonly labels: Readonly<Record<string, string>>
  }[]
  /** Files with problems are left out above; `rune validate` says more. */
  readonly problems: readonly Problem[]
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
    actions: [...project.registry.actions.values()].map(
      ({ name, module, moduleVersion, declaration }) => ({
        name,
        module,
        version: moduleVersion,
        effect: declaration.effect,
        become: declaration.become ?? false,
        description: declaration.description,
      }),
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

/** The listing for people. Ends with a line feed. */
export function listText({ runbooks, actions, nodes, problems }: Listing): string {
  const lines = [
    'runbooks:',
    ...table(runbooks.map(({ name, description }) => [name, description])),
    '',
    'actions:',
    ...table(
      actions.map(({ name, effect, become, module, version, description }) => [
        name,
        become ? `${effect}, as root` : effect,
        `${module} ${version}`,
        description,
      ]),
    ),
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
    ...(problems.length === 0
      ? []
      : ['', `${problems.length} problems leave something out of this list: rune validate`]),
  ]
  return `${lines.map(terminal).join('\n')}\n`
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
