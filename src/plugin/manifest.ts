/** module.yaml to a checked declaration: what a folder of plugins says about itself. */
import { issueProblems, problemAt } from '../document/diagnostic.ts'
import { parseTimeLimit } from '../document/duration.ts'
import { type CompiledParameters, compileParameters } from '../document/parameters.ts'
import { type Document, readDocument } from '../document/yaml.ts'
import { hasShape, issuesOf } from '../protocol/schemas.ts'
import type { ModuleAction, PluginModule, Problem } from '../protocol/types.gen.ts'
import type { SourceFile } from './bundle.ts'
import { parseRange, parseVersion } from './version.ts'

export interface Module {
  /** Path of module.yaml inside the project. */
  readonly file: string
  readonly declaration: PluginModule
  readonly document: Document
}

export type ModuleResult =
  | { readonly kind: 'module'; readonly module: Module }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

const DEFAULT_TIMEOUT_MS = 60_000

/**
 * Reads and checks a module.yaml; `folder` is the folder's name, `files` what lies in it, `others` the names of all
 * module folders. Schemas are compiled later.
 */
export function readModule(
  folder: string,
  bytes: Uint8Array,
  files: readonly Pick<SourceFile, 'path' | 'kind'>[],
  others: readonly string[] = [],
): ModuleResult {
  const file = `plugins/${folder}/module.yaml`
  const result = readDocument(file, bytes)
  if (result.kind === 'problems') return result
  const { document } = result
  const declaration = document.value
  if (!hasShape('module', declaration)) {
    return { kind: 'problems', problems: issueProblems(issuesOf('module', declaration), document) }
  }
  const problems = [
    ...nameProblems(declaration, folder, others, document),
    ...versionProblems(declaration, document),
    ...Object.entries(declaration.actions).flatMap(([name, action]) =>
      actionProblems(name, action, document, files),
    ),
  ]
  if (problems.length) return { kind: 'problems', problems }
  return { kind: 'module', module: { file, declaration, document } }
}

/** The action's time limit on the node. */
export function timeLimitMs(action: ModuleAction): number {
  const ms = parseTimeLimit(action.timeout ?? '60s')
  return typeof ms === 'number' ? ms : DEFAULT_TIMEOUT_MS
}

/** What an action accepts and what it promises; each is compiled on its own call. */
export function compileInput(module: Module, name: string): CompiledParameters {
  const input = module.declaration.actions[name]?.input ?? {}
  return compileParameters(module.document, `/actions/${name}/input`, input)
}

/** The library puts `message` into every success, so it is always allowed. */
export function compileOutput(module: Module, name: string): CompiledParameters {
  const output = module.declaration.actions[name]?.output ?? {}
  return compileParameters(module.document, `/actions/${name}/output`, output, {
    message: { type: 'string' },
  })
}

function nameProblems(
  { module }: PluginModule,
  folder: string,
  others: readonly string[],
  document: Document,
): Problem[] {
  if (module === folder) return []
  if (others.includes(module)) {
    const message = `module is ${module}, which plugins/${module} is already; two modules cannot have one name`
    const kind = 'module-duplicate'
    return [problemAt(document, '/module', { kind, rule: 'module-name', message })]
  }
  const message = `module is ${module}, but the folder is ${folder}; they have to be the same`
  return [problemAt(document, '/module', { kind: 'document-schema', rule: 'module-name', message })]
}

/** What is wrong in this file alone; whether the modules are there is the registry's question. */
function versionProblems(
  { module, version, dependencies = [] }: PluginModule,
  document: Document,
): Problem[] {
  const problems: Problem[] = []
  const refuse = (pointer: string, rule: string, message: string): void => {
    problems.push(problemAt(document, pointer, { kind: 'document-schema', rule, message }))
  }
  if (parseVersion(version) === undefined) {
    const message = `${version} is no semantic version; the parts of a pre-release are not empty, and numbers in it have no leading zeros`
    refuse('/version', 'version', message)
  }
  for (const [index, dependency] of dependencies.entries()) {
    const at = `/dependencies/${index}`
    const range = parseRange(dependency.version)
    if (typeof range === 'string') refuse(`${at}/version`, 'version-range', range)
    if (dependency.module === module) {
      refuse(`${at}/module`, 'dependency', `${module} requires itself; take this entry out`)
    }
    const first = dependencies.findIndex((one) => one.module === dependency.module)
    if (first < index) {
      const message = `${dependency.module} is listed twice; join both ranges in one entry, with a space between them`
      refuse(`${at}/module`, 'dependency', message)
    }
  }
  return problems
}

function actionProblems(
  name: string,
  action: ModuleAction,
  document: Document,
  files: readonly Pick<SourceFile, 'path' | 'kind'>[],
): Problem[] {
  const problems: Problem[] = []
  const script = files.find(({ path }) => path === action.run)
  if (script?.kind !== 'file') {
    const found = script === undefined ? 'is not in this folder' : `is a ${script.kind}, not a file`
    const message = `${name} runs ${action.run}, which ${found}`
    const at = `/actions/${name}/run`
    problems.push(problemAt(document, at, { kind: 'plugin-missing', rule: 'script', message }))
  }
  for (const [output, { secret }] of Object.entries(action.output ?? {})) {
    if (!secret) continue
    const message = `an output cannot be secret: what a node answers is in the report; leave ${output} out`
    const at = `/actions/${name}/output/${output}/secret`
    problems.push(problemAt(document, at, { kind: 'document-schema', rule: 'secret', message }))
  }
  const limit = parseTimeLimit(action.timeout ?? '60s')
  if (typeof limit === 'string') {
    const at = `/actions/${name}/timeout`
    problems.push(
      problemAt(document, at, { kind: 'document-schema', rule: 'timeout', message: limit }),
    )
  }
  return problems
}
