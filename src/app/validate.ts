/** `validate`: every problem of a project, or of some of its files. Executes nothing of it. */
import { relative, resolve, sep } from 'node:path'
import { problem } from '../document/diagnostic.ts'
import { validateProject as problemsOf } from '../lom/project.ts'
import type { Diagnostics, Problem } from '../protocol/types.gen.ts'
import { openProject } from './project.ts'

/** Checks the project at `root`; `paths` narrow what is reported, relative to `cwd` or absolute. */
export async function validateProject(
  root: string,
  paths: readonly string[],
  cwd: string = root,
): Promise<Diagnostics> {
  const project = await openProject(root)
  const files = [
    'rune.yaml',
    'inventory.yaml',
    ...project.runbookNames.map((name) => `runbooks/${name}.yaml`),
    ...project.registry.modules.map(({ module }) => module.file),
  ]
  const found = problemsOf(project)
  const wanted = paths.map((path) => relative(root, resolve(cwd, path)).split(sep).join('/'))
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

function covers(path: string, file: string): boolean {
  return path === '' || file === path || file.startsWith(`${path}/`)
}
