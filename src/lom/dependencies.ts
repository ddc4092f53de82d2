/** What modules require of each other: which of them are there, fit, and do not go round in a circle. */
import { problemAt } from '../document/diagnostic.ts'
import type { Module } from '../plugin/manifest.ts'
import { compatible, parseRange, parseVersion, type Range, satisfies } from '../plugin/version.ts'
import { nearest } from '../protocol/schemas.ts'
import type { ModuleDependency, Problem } from '../protocol/types.gen.ts'
import { cyclesThrough } from './cycles.ts'

export interface DependencyInit {
  /** The modules whose own files are in order. */
  readonly modules: readonly Module[]
  /** Of these, the ones that cannot be used for another reason. */
  readonly unavailable: ReadonlySet<string>
  /** Names of all folders of modules, also of those with problems. */
  readonly folders: readonly string[]
}

/** Problems by module's name: an error takes all of its actions away, a warning is about something optional. */
export function dependencyProblems(init: DependencyInit): ReadonlyMap<string, readonly Problem[]> {
  const modules = new Map(init.modules.map((one) => [one.declaration.module, one]))
  const cycles = cyclesThrough(
    new Map(
      [...modules].map(([name, module]) => [name, dependenciesOf(module).map((one) => one.module)]),
    ),
  )
  const unavailable = new Set(init.unavailable)
  const fault = (module: Module, dependency: ModuleDependency): Found | undefined =>
    cycleFault(module, dependency, cycles) ?? unmet(dependency, modules, unavailable, init.folders)

  // What requires a module that falls away falls away too.
  for (let grew = true; grew; ) {
    grew = false
    for (const [name, module] of modules) {
      if (unavailable.has(name)) continue
      const falls = dependenciesOf(module).some((one) => {
        const found = fault(module, one)
        return found !== undefined && isFatal(found, one)
      })
      if (!falls) continue
      unavailable.add(name)
      grew = true
    }
  }

  const wishes = wishesOf(init.modules)
  return new Map(
    [...modules].map(([name, module]) => [
      name,
      dependenciesOf(module).flatMap((dependency, index) => {
        const found = fault(module, dependency)
        const all = found
          ? [found, ...contradiction(module, dependency, found, wishes.get(dependency.module))]
          : []
        return all.map((one) => toProblem(module, dependency, index, one))
      }),
    ]),
  )
}

interface Found {
  readonly kind: 'dependency-missing' | 'dependency-cycle' | 'version-conflict'
  /** Which of the entry's values is wrong. */
  readonly key: 'module' | 'version'
  readonly message: string
}

/** A circle is refused whole: with an optional part too, the order in which it comes up would be a guess. */
const isFatal = ({ kind }: Found, { optional = false }: ModuleDependency): boolean =>
  kind === 'dependency-cycle' || !optional

function toProblem(
  { document }: Module,
  dependency: ModuleDependency,
  index: number,
  found: Found,
): Problem {
  const { kind, key, message } = found
  const severity = isFatal(found, dependency) ? 'error' : 'warning'
  const init = { kind, rule: 'dependency', message, severity } as const
  return problemAt(document, `/dependencies/${index}/${key}`, init)
}

/** Why a dependency is not met as things are, whoever has it. */
function unmet(
  { module: name, version: wanted }: ModuleDependency,
  modules: ReadonlyMap<string, Module>,
  unavailable: ReadonlySet<string>,
  folders: readonly string[],
): Found | undefined {
  const missing = (message: string): Found => ({
    kind: 'dependency-missing',
    key: 'module',
    message,
  })
  if (name === 'lib')
    return missing('lib is the shared library and no module; every module has it without asking')
  const there = modules.get(name)
  if (!there) {
    if (folders.includes(name))
      return missing(`requires ${name}, which has problems of its own: plugins/${name}`)
    const near = nearest(name, folders)
    return missing(
      `requires ${name}, and there is no such module${near === undefined ? '' : `; did you mean ${near}?`}`,
    )
  }
  const { version } = there.declaration
  const [range, present] = [rangeOf(wanted), parseVersion(version)]
  if (range && present && !satisfies(present, range)) {
    const message = `requires ${name} ${wanted}, but ${there.file} is ${version}`
    return { kind: 'version-conflict', key: 'version', message }
  }
  if (unavailable.has(name))
    return missing(`requires ${name}, which cannot be used itself: ${there.file}`)
  return undefined
}

interface Wish {
  readonly by: Module
  readonly text: string
  readonly range: Range
}

/** Who asks for which versions of a module, by its name. */
function wishesOf(modules: readonly Module[]): ReadonlyMap<string, readonly Wish[]> {
  const wishes = new Map<string, Wish[]>()
  for (const by of modules) {
    for (const { module, version: text } of dependenciesOf(by)) {
      const range = rangeOf(text)
      const known = wishes.get(module) ?? []
      if (range) wishes.set(module, [...known, { by, text, range }])
    }
  }
  return wishes
}

/** Another version of the module would not help where somebody else's range excludes it. */
function contradiction(
  module: Module,
  { module: name, version }: ModuleDependency,
  { kind }: Found,
  wishes: readonly Wish[] = [],
): Found[] {
  const own = rangeOf(version)
  if (kind === 'dependency-cycle' || !own) return []
  const other = wishes.find(({ by, range }) => by !== module && !compatible([own, range]))
  if (!other) return []
  const message = `requires ${name} ${version}, and ${other.by.file} requires ${other.text}: no version is both`
  return [{ kind: 'version-conflict', key: 'version', message }]
}

function cycleFault(
  { declaration }: Module,
  { module: next }: ModuleDependency,
  cycles: ReadonlyMap<string, readonly string[]>,
): Found | undefined {
  const cycle = cycles.get(declaration.module)
  if (cycle?.[1] !== next) return undefined
  const message = `requires itself through others: ${cycle.join(' -> ')}`
  return { kind: 'dependency-cycle', key: 'module', message }
}

const dependenciesOf = ({ declaration }: Module): readonly ModuleDependency[] =>
  declaration.dependencies ?? []

/** A range that is none was reported with its file. */
function rangeOf(text: string): Range | undefined {
  const range = parseRange(text)
  return typeof range === 'string' ? undefined : range
}
