/** `show`: everything that a project says of one runbook, module, action or node. */
import { formatProblem, problem } from '../document/diagnostic.ts'
import type { InventoryNode } from '../lom/inventory.ts'
import type { Project } from '../lom/project.ts'
import { type RegistryState, whyUnavailable } from '../lom/registry.ts'
import { nearest } from '../protocol/schemas.ts'
import type { ModuleAction, Parameter, Problem, Runbook } from '../protocol/types.gen.ts'
import { terminal } from '../report/encode.ts'
import { listModules } from './list.ts'
import { openProject } from './project.ts'
import { moduleLines, moduleOf, type ShownModule } from './show-module.ts'

/** What has the name: a runbook and an action may well share one. */
export interface Shown {
  readonly runbook?: Runbook
  readonly module?: ShownModule
  readonly action?: ModuleAction & {
    readonly name: string
    readonly module: string
    readonly version: string
    readonly state: RegistryState
    /** Why it is unavailable, one diagnostic each. */
    readonly reasons?: readonly string[]
    readonly bundle_sha256: string
  }
  readonly node?: InventoryNode
}

/** Everything with this name, or the problem that there is nothing or only a broken file. */
export async function showName(
  root: string,
  name: string,
): Promise<Shown | { readonly problem: Problem }> {
  const project = await openProject(root)
  const runbook = project.runbook(name)
  const [broken] = runbook?.kind === 'problems' ? runbook.problems : []
  if (broken !== undefined) return { problem: broken }
  const action = actionOf(name, project)
  const module = moduleOf(name, project)
  const node = project.inventory.nodes.get(name)
  if (runbook === undefined && module === undefined && action === undefined && node === undefined)
    return { problem: nothing(name, project) }
  return {
    ...(runbook?.kind === 'runbook' ? { runbook: runbook.runbook.declaration } : {}),
    ...(module === undefined ? {} : { module }),
    ...(action === undefined ? {} : { action }),
    ...(node === undefined ? {} : { node }),
  }
}

function actionOf(name: string, { registry }: Project): Shown['action'] {
  const action = registry.actions.get(name)
  const gone = registry.unavailableActions.get(name)
  const declared = registry.modules.filter(({ module }) =>
    Object.hasOwn(module.declaration.actions, name),
  )
  const [owner] = declared
  const declaration = owner?.module.declaration.actions[name]
  // Of two modules that declare it, neither is the one.
  if (declared.length !== 1 || owner === undefined || declaration === undefined) return undefined
  return {
    name,
    module: owner.module.declaration.module,
    version: owner.module.declaration.version,
    state: action?.state ?? 'unavailable',
    ...(gone === undefined ? {} : { reasons: gone.reasons.map(formatProblem) }),
    bundle_sha256: owner.bundleSha256,
    ...declaration,
  }
}

function nothing(name: string, project: Project): Problem {
  const why = whyUnavailable(project.registry, name)
  if (why !== undefined) return problem({ kind: 'action-unavailable', rule: 'show', message: why })
  const known = [
    ...project.runbookNames,
    ...listModules(project.registry).map((one) => one.name),
    ...project.registry.actions.keys(),
    ...project.inventory.nodes.keys(),
  ]
  const near = nearest(name, known)
  return problem({
    kind: 'runbook-unknown',
    rule: 'show',
    message: `there is no runbook, module, action or node ${JSON.stringify(name)}${near === undefined ? '' : `; did you mean ${near}?`}`,
  })
}

/** The same for people. Ends with a line feed. */
export function showText({ runbook, module, action, node }: Shown): string {
  const blocks = [
    runbook === undefined ? [] : runbookLines(runbook),
    module === undefined ? [] : moduleLines(module),
    action === undefined ? [] : actionLines(action),
    node === undefined ? [] : nodeLines(node),
  ].filter((lines) => lines.length > 0)
  return `${blocks.map((lines) => lines.map(terminal).join('\n')).join('\n\n')}\n`
}

function runbookLines(runbook: Runbook): string[] {
  const { name, description, owner, inputs, targets, preflight, verify, steps, evidence } = runbook
  return [
    `runbook ${name}: ${description}`,
    ...fact('owner', owner),
    ...fact('targets', targets?.select ?? 'what the request names'),
    ...parameterLines('inputs', inputs),
    ...stepLines('preflight', preflight),
    ...stepLines('verify', verify),
    ...stepLines('steps', steps),
    ...stepLines('evidence', evidence),
  ]
}

function stepLines(title: string, steps: Runbook['steps'] = []): string[] {
  const lines = steps.map(({ id, uses, undo }) => {
    const name = id === undefined || id === uses ? uses : `${id}: ${uses}`
    return `  ${name}${undo === undefined ? '' : `, undone by ${undo.uses}`}`
  })
  return lines.length === 0 ? [] : [`${title}:`, ...lines]
}

function actionLines(action: NonNullable<Shown['action']>): string[] {
  const { name, module, version, description, effect, become, timeout, requires, privileges } =
    action
  return [
    `action ${name} (${module} ${version}): ${description}`,
    `state: ${action.state}`,
    ...(action.reasons ?? []).map((reason) => `  ${reason}`),
    `effect: ${effect}${become ? ', as root' : ''}`,
    ...fact('time limit', timeout),
    ...fact('requires', requires?.join(', ')),
    ...fact('privileges', privileges),
    ...fact('bundle sha256', action.bundle_sha256),
    ...parameterLines('inputs', action.input),
    ...parameterLines('outputs', action.output),
    ...(action.errors === undefined
      ? []
      : ['errors:', ...action.errors.map(({ code, means }) => `  ${code}  ${means}`)]),
  ]
}

function nodeLines({
  name,
  transport,
  address,
  port,
  user,
  hostKeys,
  hostKeyMissing,
  hostAuthorities,
  jump,
  labels,
  groups,
  vars = {},
}: InventoryNode): string[] {
  return [
    `node ${name}: ${transport}`,
    ...fact('address', address === undefined ? undefined : `${user}@${address} port ${port}`),
    ...fact('jump', jump),
    ...(hostKeys ?? []).flatMap(({ type, sha256 }) => fact('host key', `${sha256} (${type})`)),
    ...(transport === 'openssh' ? (hostAuthorities ?? []) : []).flatMap(({ type, sha256 }) =>
      fact('host certificate authority', `${sha256} (${type})`),
    ),
    ...fact(
      'host key',
      hostKeyMissing && `none is pinned, so it is not connected to: ${hostKeyMissing}`,
    ),
    ...fact(
      'labels',
      Object.entries(labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(',') || undefined,
    ),
    ...fact('groups', groups?.join(',')),
    ...Object.entries(vars).flatMap(([key, value]) => fact(`vars.${key}`, JSON.stringify(value))),
  ]
}

function fact(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${name}: ${value}`]
}

function parameterLines(
  title: string,
  parameters: Readonly<Record<string, Parameter>> = {},
): string[] {
  const rows = Object.entries(parameters).map(([name, parameter]) => {
    const { type, required, description, default: preset, ...bounds } = parameter
    const limits = Object.entries(bounds)
      .filter(([, value]) => typeof value !== 'object')
      .map(([key, value]) => `${key} ${String(value)}`)
    const parts = [
      type,
      ...(required ? ['required'] : []),
      ...(preset === undefined ? [] : [`default ${JSON.stringify(preset)}`]),
      ...limits,
    ]
    return `  ${name}: ${parts.join(', ')}${description === undefined ? '' : `. ${description}`}`
  })
  return rows.length === 0 ? [] : [`${title}:`, ...rows]
}
