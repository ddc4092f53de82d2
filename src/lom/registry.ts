/** Every module of plugins/ to the actions that can be planned and run. */
import { problem, problemAt } from '../document/diagnostic.ts'
import { type CompiledParameters, lazily } from '../document/parameters.ts'
import { actionBundle, type Bundle, bundleFiles } from '../plugin/bundle.ts'
import {
  compileInput,
  compileOutput,
  type Module,
  readModule,
  timeLimitMs,
} from '../plugin/manifest.ts'
import { mrsRegistration } from '../protocol/mrs.ts'
import type { ModuleAction, MrsRegistration, Problem } from '../protocol/types.gen.ts'
import type { Content } from '../repository/content.ts'
import { type Folder, readFolder } from './folder.ts'

export interface RegisteredAction {
  readonly name: string
  readonly module: string
  readonly moduleVersion: string
  readonly declaration: ModuleAction
  readonly timeoutMs: number
  readonly bundle: Bundle
  /** Compiled at first use, then kept: about 10 ms each. */
  input(): CompiledParameters
  /** Of output_data; `message` is always allowed. */
  output(): CompiledParameters
}

export interface RegisteredModule {
  readonly module: Module
  readonly bundleSha256: string
}

export interface Registry {
  /** By name, sorted. */
  readonly actions: ReadonlyMap<string, RegisteredAction>
  readonly modules: readonly RegisteredModule[]
  /** Of modules that are left out because of them. */
  readonly problems: readonly Problem[]
}

/** Reads all modules. One that has problems provides nothing; the others are not touched by that. */
export async function loadRegistry(content: Content): Promise<Registry> {
  const entries = await content.list('plugins')
  const links = entries
    .filter(({ kind }) => kind === 'symlink' || kind === 'submodule' || kind === 'other')
    .map(({ name, kind }) => linkProblem(name, kind))
  const folders = entries.filter(({ name, kind }) => kind === 'directory' && name !== 'lib')
  const [library, ...own] = await Promise.all([
    readFolder(content, 'plugins/lib'),
    ...folders.map(({ name }) => readFolder(content, `plugins/${name}`)),
  ])
  const names = folders.map(({ name }) => name)
  const loaded = folders.flatMap(({ name }, index) => {
    const folder = own[index]
    return folder ? [loadModule(name, folder, library, names)] : []
  })
  const modules = loaded.flatMap((one) => (one.kind === 'loaded' ? [one] : []))
  const problems = loaded.flatMap((one) => (one.kind === 'problems' ? one.problems : []))
  const conflicts = conflictProblems(modules.map(({ module }) => module))
  const taken = new Set(conflicts.map(({ action }) => action))
  const actions = modules
    .flatMap(({ actions }) => actions)
    .filter(({ name }) => !taken.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    actions: new Map(actions.map((action) => [action.name, action])),
    modules: modules.map(({ module, bundleSha256 }) => ({ module, bundleSha256 })),
    problems: [...links, ...problems, ...conflicts.map(({ problem }) => problem)],
  }
}

/** The full registration messages; `registeredAt` is the commit's time where there is one. */
export function registrations(registry: Registry, registeredAt: string): MrsRegistration[] {
  return registry.modules.map(({ module, bundleSha256 }) =>
    mrsRegistration({
      module: module.declaration,
      bundleSha256,
      registeredAt,
      source: module.file,
      timeoutMs: timeLimitMs,
    }),
  )
}

type Loaded =
  | (RegisteredModule & { readonly kind: 'loaded'; readonly actions: readonly RegisteredAction[] })
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

function loadModule(
  folder: string,
  { files, problems }: Folder,
  library: Folder,
  names: readonly string[],
): Loaded {
  const tooLarge = [...problems, ...library.problems]
  if (tooLarge.length) return { kind: 'problems', problems: tooLarge }
  const manifest = files.find(({ path, kind }) => path === 'module.yaml' && kind === 'file')
  if (!manifest) {
    const file = `plugins/${folder}/module.yaml`
    const message = 'this file is missing; a folder of plugins needs one'
    return {
      kind: 'problems',
      problems: [problem({ kind: 'document-missing', rule: 'module', message, file })],
    }
  }
  const read = readModule(folder, manifest.bytes, files, names)
  const bundled = bundleFiles(folder, files, library.files)
  if (read.kind === 'problems' || bundled.kind === 'problems') {
    return {
      kind: 'problems',
      problems: [read, bundled].flatMap((one) => (one.kind === 'problems' ? one.problems : [])),
    }
  }
  const { module } = read
  return {
    kind: 'loaded',
    module,
    bundleSha256: bundled.sha256,
    actions: Object.entries(module.declaration.actions).map(([name, declaration]) => ({
      name,
      module: module.declaration.module,
      moduleVersion: module.declaration.version,
      declaration,
      timeoutMs: timeLimitMs(declaration),
      bundle: actionBundle(declaration, bundled.files, bundled.sha256),
      input: lazily(() => compileInput(module, name)),
      output: lazily(() => compileOutput(module, name)),
    })),
  }
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

function linkProblem(name: string, kind: string): Problem {
  const message = `is a ${kind}, not a folder`
  return problem({ kind: 'plugin-file', rule: 'module', message, file: `plugins/${name}` })
}
