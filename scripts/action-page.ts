/** The shipped actions as tables for docs/actions.md, out of plugins/<module>/module.yaml. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { hasShape } from '../src/protocol/schemas.ts'
import type { AllShapes, ModuleAction, Parameter } from '../src/protocol/types.gen.ts'

const plugins = join(import.meta.dirname, '../plugins')

const modules: readonly AllShapes['module'][] = readdirSync(plugins)
  .filter((name) => name !== 'lib')
  .sort()
  .map((name) => {
    const value: unknown = parse(readFileSync(join(plugins, name, 'module.yaml'), 'utf8'))
    if (!hasShape('module', value)) throw new Error(`plugins/${name}/module.yaml is no module`)
    return value
  })

/** One line for each action, with a link to its section. */
export function actionTable(): string {
  const rows = modules.flatMap(({ module, actions }) =>
    Object.entries(actions).map(([name, { effect, become, description, ...action }]) =>
      row(
        `[\`${name}\`](#${name})`,
        `\`${module}\``,
        effect,
        become === true ? 'root' : 'login',
        effect === 'read' ? '' : action['dry-run'] === true ? 'yes' : 'no',
        description,
      ),
    ),
  )
  return [
    row('action', 'module', 'effect', 'runs as', 'dry run', 'what it does'),
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

/** A section for each action: what it takes, what it gives, and what its errors mean. */
export function actionSections(): string {
  return modules
    .flatMap(({ actions }) =>
      Object.entries(actions).map(([name, action]) => section(name, action)),
    )
    .join('\n\n')
}

function section(name: string, action: ModuleAction): string {
  const { description, privileges = 'none', requires = [], input = {}, output = {} } = action
  const given = Object.entries(output).filter(([field]) => field !== 'message')
  return [
    `### ${name}`,
    `${description}.`,
    [
      `- Rights: ${text(privileges)}`,
      `- Programs on the node: ${requires.map((program) => `\`${program}\``).join(', ')}`,
      `- Time limit: ${action.timeout ?? '60s'}; when the runner is lost: ${action['on-disconnect'] === 'finish' ? 'it finishes' : 'it is stopped'}`,
    ].join('\n'),
    table(['parameter', 'type', 'default', 'what it is'], Object.entries(input), (one) =>
      one.required === true ? 'required' : one.default === undefined ? '' : code(one.default),
    ),
    table(['output', 'type', 'what it is'], given),
    [
      row('error', 'means'),
      '|---|---|',
      ...(action.errors ?? []).map(({ code: number, means }) => row(String(number), means)),
    ].join('\n'),
  ].join('\n\n')
}

function table(
  heads: readonly string[],
  entries: readonly (readonly [string, Parameter])[],
  third?: (one: Parameter) => string,
): string {
  const rows = entries.map(([name, one]) =>
    row(
      `\`${name}\``,
      typeOf(one),
      ...(third === undefined ? [] : [third(one)]),
      one.description ?? '',
    ),
  )
  return [row(...heads), `|${'---|'.repeat(heads.length)}`, ...rows].join('\n')
}

function typeOf({ type, enum: values, items, minimum, maximum }: Parameter): string {
  if (values !== undefined) return values.map(code).join(', ')
  if (type === 'array') return items === undefined ? 'list' : `list of ${items.type}`
  if (minimum === undefined || maximum === undefined) return type
  return `${type}, ${minimum} to ${maximum}`
}

const code = (value: unknown): string => `\`${JSON.stringify(value)}\``
const text = (value: string): string => value.replaceAll('|', '\\|').replaceAll('<', '&lt;')
const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => (cell.startsWith('[') ? cell : text(cell))).join(' | ')} |`
