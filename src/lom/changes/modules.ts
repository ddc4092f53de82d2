/** What a change does to the modules and to what their actions declare. */
import { canonical } from '../../protocol/envelope.ts'
import type { ModuleAction, PluginModule } from '../../protocol/types.gen.ts'
import type { Change } from '../changes.ts'
import type { Project } from '../project.ts'
import type { RegisteredAction, RegisteredModule } from '../registry.ts'
import {
  type Difference,
  differenceOf,
  effectDifference,
  entryDifferences,
  gainsAndLosses,
  namesOf,
} from './difference.ts'

export function moduleChanges(before: Project, after: Project): Change[] {
  const [was, is] = [modulesOf(before), modulesOf(after)]
  const [wasBroken, isBroken] = [brokenFolders(before), brokenFolders(after)]
  const names = [...namesOf(was.keys(), is.keys()), ...wasBroken, ...isBroken]
  return namesOf(names, []).flatMap((name): Change[] => {
    const [old, now] = [was.get(name), is.get(name)]
    if (!now && (isBroken.has(name) || isBroken.has('lib')))
      return [{ area: 'module', name, kind: 'unreadable', differences: [] }]
    const repaired = now && !old && (wasBroken.has(name) || wasBroken.has('lib'))
    const differences = [
      ...(repaired ? differenceOf('files', 'have problems', 'can be read') : []),
      ...moduleDifferences(old, now),
    ]
    const actions = actionChanges(old, now, repaired ? 'changed' : 'added')
    if (differences.length === 0 && actions.length === 0) return []
    const kind = repaired || (old && now) ? 'changed' : now ? 'added' : 'removed'
    return [{ area: 'module', name, kind, differences }, ...actions]
  })
}

/** Names of actions that do or promise something else, are new, or are gone. */
export function changedActions(before: Project, after: Project): ReadonlySet<string> {
  const [was, is] = [before.registry.actions, after.registry.actions]
  const content = (action: RegisteredAction | undefined) =>
    action && canonical([action.moduleVersion, action.bundle.sha256, action.declaration])
  return new Set(
    namesOf(was.keys(), is.keys()).filter(
      (name) => content(was.get(name)) !== content(is.get(name)),
    ),
  )
}

function modulesOf({ registry }: Project): ReadonlyMap<string, RegisteredModule> {
  return new Map(registry.modules.map((one) => [one.module.declaration.module, one]))
}

/** Folders of plugins/ that give no module, because of their own problems or those of the shared library. */
function brokenFolders(project: Project): ReadonlySet<string> {
  const loaded = modulesOf(project)
  const folders = project.registry.problems.flatMap(
    ({ file = '' }) => /^plugins\/([^/]+)/.exec(file)?.[1] ?? [],
  )
  return new Set(folders.filter((name) => !loaded.has(name)))
}

function moduleDifferences(
  old: RegisteredModule | undefined,
  now: RegisteredModule | undefined,
): Difference[] {
  const [was, is] = [old?.module.declaration, now?.module.declaration]
  return [
    ...differenceOf('version', was?.version, is?.version),
    ...differenceOf('bundle sha256', old?.bundleSha256, now?.bundleSha256),
    ...differenceOf('owner', was?.owner, is?.owner),
    ...differenceOf('description', was?.description, is?.description),
    ...entryDifferences('dependency', requirements(was), requirements(is)),
    ...differenceOf('state', trouble(old), trouble(now)),
  ]
}

const requirements = (one: PluginModule | undefined): Record<string, unknown> =>
  Object.fromEntries(
    (one?.dependencies ?? []).map(({ module, version, optional }) => [
      module,
      optional ? `${version}, optional` : version,
    ]),
  )

/** Only what is out of order is worth a line. */
const trouble = (one: RegisteredModule | undefined): string | undefined =>
  one === undefined || one.state === 'available' ? undefined : one.state

function actionChanges(
  old: RegisteredModule | undefined,
  now: RegisteredModule | undefined,
  fresh: 'added' | 'changed',
): Change[] {
  const [was, is] = [old?.module.declaration.actions ?? {}, now?.module.declaration.actions ?? {}]
  return namesOf(Object.keys(was), Object.keys(is)).flatMap((name): Change[] => {
    const differences = actionDifferences(was[name], is[name])
    if (differences.length === 0) return []
    const kind = !was[name] ? fresh : is[name] ? 'changed' : 'removed'
    return [{ area: 'action', name, kind, differences }]
  })
}

const PLAIN = [
  'run',
  'interpreter',
  'timeout',
  'idempotent',
  'dry-run',
  'on-disconnect',
  'description',
  'errors',
] as const

function actionDifferences(
  was: ModuleAction | undefined,
  is: ModuleAction | undefined,
): Difference[] {
  const root = (one: ModuleAction | undefined) => one && (one.become ?? false)
  const privileged = is?.privileges !== undefined && is.privileges !== 'none'
  return [
    ...effectDifference(was?.effect, is?.effect),
    ...differenceOf('become', root(was), root(is), root(is)),
    ...differenceOf('privileges', was?.privileges, is?.privileges, privileged),
    ...gainsAndLosses('requires', was?.requires ?? [], is?.requires ?? []),
    ...PLAIN.flatMap((key) => differenceOf(key, was?.[key], is?.[key])),
    ...entryDifferences('input', was?.input, is?.input),
    ...entryDifferences('output', was?.output, is?.output),
  ]
}
