/** `validate`: every problem of a project, or of some of its files. Executes nothing of it. */
import { relative, resolve, sep } from 'node:path'
import { problem, sortProblems } from '../document/diagnostic.ts'
import { linesOf } from '../document/text.ts'
import { loadProject, type Project, validateProject as problemsOf } from '../lom/project.ts'
import { lintModule } from '../plugin/lint.ts'
import type { Diagnostics, Problem } from '../protocol/types.gen.ts'
import { type Content, openContent } from '../repository/content.ts'

export interface Validation {
  readonly diagnostics: Diagnostics
  /** The line of the file where a problem is, for those that have a position. */
  readonly sourceLine: (problem: Problem) => string | undefined
}

/** Checks the project at `root`; `paths` narrow what is reported, relative to `cwd` or absolute. */
export async function validateProject(
  root: string,
  paths: readonly string[],
  cwd: string = root,
): Promise<Diagnostics> {
  return (await validateWithSource(root, paths, cwd)).diagnostics
}

/** The same with the lines that the problems point at. */
export async function validateWithSource(
  root: string,
  paths: readonly string[],
  cwd: string = root,
): Promise<Validation> {
  const content = await openContent(root)
  const wanted = paths.map((path) => relative(root, resolve(cwd, path)).split(sep).join('/'))
  const diagnostics = diagnose(await loadProject(content), wanted)
  return { diagnostics, sourceLine: await sourceLines(content, diagnostics.problems) }
}

/** Errors and warnings of a project; `wanted` are paths inside it, none means all of it. */
export function diagnose(project: Project, wanted: readonly string[] = []): Diagnostics {
  const files = [
    'rune.yaml',
    'inventory.yaml',
    ...knownHostsFiles(project),
    ...project.runbookNames.map((name) => `runbooks/${name}.yaml`),
    ...project.registry.modules.map(({ module }) => module.file),
  ]
  const warnings = project.registry.modules.flatMap(({ module }) => lintModule(module))
  const found = sortProblems([...problemsOf(project), ...warnings])
  const concerns = (file: string): boolean =>
    wanted.length === 0 || wanted.some((path) => covers(path, file))
  // A path that names nothing must not pass for one that is in order.
  const missing = wanted
    .filter(
      (path) =>
        ![...files, ...found.map(({ file }) => file ?? '')].some((file) => covers(path, file)),
    )
    .map(
      (file): Problem =>
        problem({
          kind: 'document-missing',
          rule: 'project',
          message: 'there is no such file of this project',
          file,
        }),
    )
  const problems = [...missing, ...found.filter(({ file }) => file === undefined || concerns(file))]
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return {
    schema_version: '1.0',
    status: errors === 0 ? 'good' : 'problems',
    files: files.filter(concerns).length,
    errors,
    warnings: problems.length - errors,
    problems,
  }
}

/** As far as they are known: an inventory with problems names none, and their own problems name them. */
function knownHostsFiles({ inventory }: Project): readonly string[] {
  const files = [...inventory.nodes.values()].flatMap(({ knownHosts }) => knownHosts ?? [])
  return [...new Set(files)].sort()
}

function covers(path: string, file: string): boolean {
  return path === '' || file === path || file.startsWith(`${path}/`)
}

async function sourceLines(
  content: Content,
  problems: readonly Problem[],
): Promise<Validation['sourceLine']> {
  const files = new Set(
    problems.flatMap(({ file, line }) => (file === undefined || line === undefined ? [] : [file])),
  )
  const lines = new Map<string, readonly string[]>()
  for (const file of files) lines.set(file, linesOf((await content.read(file)) ?? new Uint8Array()))
  return ({ file = '', line }) => (line === undefined ? undefined : lines.get(file)?.[line - 1])
}
