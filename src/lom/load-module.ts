/** One folder of plugins/ to a module with its actions, or to what is wrong with it. */
import { problem } from '../document/diagnostic.ts'
import { type CompiledParameters, lazily } from '../document/parameters.ts'
import { actionBundle, type Bundle, bundleFiles } from '../plugin/bundle.ts'
import {
  compileInput,
  compileOutput,
  type Module,
  readModule,
  timeLimitMs,
} from '../plugin/manifest.ts'
import type { ModuleAction, Problem } from '../protocol/types.gen.ts'
import type { Folder } from './folder.ts'

export interface DeclaredAction {
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

export type Loaded = LoadedModule | UnreadModule

export interface LoadedModule {
  readonly kind: 'loaded'
  readonly module: Module
  readonly bundleSha256: string
  readonly actions: readonly DeclaredAction[]
}

export interface UnreadModule {
  readonly kind: 'problems'
  readonly name: string
  readonly problems: readonly Problem[]
}

/** `names` are those of all folders of modules. */
export function loadModule(
  name: string,
  { files, problems }: Folder,
  library: Folder,
  names: readonly string[],
): Loaded {
  const tooLarge = [...problems, ...library.problems]
  if (tooLarge.length) return { kind: 'problems', name, problems: tooLarge }
  const manifest = files.find(({ path, kind }) => path === 'module.yaml' && kind === 'file')
  if (!manifest) {
    const file = `plugins/${name}/module.yaml`
    const message = 'this file is missing; a folder of plugins needs one'
    return {
      kind: 'problems',
      name,
      problems: [problem({ kind: 'document-missing', rule: 'module', message, file })],
    }
  }
  const read = readModule(name, manifest.bytes, files, names)
  const bundled = bundleFiles(name, files, library.files)
  if (read.kind === 'problems' || bundled.kind === 'problems') {
    return {
      kind: 'problems',
      name,
      problems: [read, bundled].flatMap((one) => (one.kind === 'problems' ? one.problems : [])),
    }
  }
  const { module } = read
  return {
    kind: 'loaded',
    module,
    bundleSha256: bundled.sha256,
    actions: Object.entries(module.declaration.actions).map(([action, declaration]) => ({
      name: action,
      module: module.declaration.module,
      moduleVersion: module.declaration.version,
      declaration,
      timeoutMs: timeLimitMs(declaration),
      bundle: actionBundle(declaration, bundled.files, bundled.sha256),
      input: lazily(() => compileInput(module, action)),
      output: lazily(() => compileOutput(module, action)),
    })),
  }
}
