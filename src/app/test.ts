/** `test`: the contract tests of a project's modules. Executes them on this machine. */
import { problem } from '../document/diagnostic.ts'
import { type FixtureResult, readFixture } from '../kit/fixture.ts'
import { runSuite, type TestedModule } from '../kit/suite.ts'
import { readFolder } from '../lom/folder.ts'
import { loadProject, type Project } from '../lom/project.ts'
import { nearest } from '../protocol/schemas.ts'
import type { Problem, TestCase, TestReport } from '../protocol/types.gen.ts'
import { type Content, openContent } from '../repository/content.ts'
import type { Rune } from '../rune.ts'

export interface TestOptions {
  /** The project's folder, absolute. */
  readonly root: string
  /** Default: all. */
  readonly module?: string
  readonly signal: AbortSignal
  /** Called as each case ends. */
  readonly ended: (done: TestCase) => void
}

/** Never throws for what a plugin does; a RuneError when there is no such folder. */
export async function testModules(rune: Rune, options: TestOptions): Promise<TestReport> {
  const content = await openContent(options.root)
  const project = await loadProject(content)
  const folders = (await content.list('plugins')).flatMap(({ name, kind }) =>
    kind === 'directory' && name !== 'lib' ? [name] : [],
  )
  const wanted = folders.filter((name) => options.module === undefined || name === options.module)
  const own = (file = ''): boolean =>
    file.startsWith('plugins/lib/') || wanted.some((name) => file.startsWith(`plugins/${name}/`))
  const modules = await Promise.all(
    project.registry.modules
      .filter(({ module }) => own(module.file))
      .map(({ module }) => testedModule(module.declaration.module, content, project)),
  )
  return runSuite({
    host: rune.host,
    connect: (init) => rune.connect(init),
    modules: modules.map(({ module }) => module),
    problems: [
      ...(wanted.length === 0 ? [nothing(options.module, folders)] : []),
      ...project.registry.problems.filter(({ file }) => own(file)),
      ...modules.flatMap(({ problems }) => problems),
    ],
    signal: options.signal,
    ended: options.ended,
  })
}

/** Nothing tested must not pass for everything in order. */
function nothing(name: string | undefined, folders: readonly string[]): Problem {
  const near = name === undefined ? undefined : nearest(name, folders)
  const message =
    name === undefined
      ? 'there is no module below plugins/; rune new plugin NAME makes one'
      : `there is no module ${JSON.stringify(name.slice(0, 200))}${near === undefined ? `; there are: ${folders.join(', ') || 'none'}` : `; did you mean ${near}?`}`
  return problem({ kind: 'document-missing', rule: 'test', message })
}

async function testedModule(
  name: string,
  content: Content,
  { registry }: Project,
): Promise<{ readonly module: TestedModule; readonly problems: readonly Problem[] }> {
  const actions = [...registry.actions.values()].filter(({ module }) => module === name)
  const schemas = actions.map((action) => ({
    action,
    problems: [action.input(), action.output()].flatMap((one) =>
      one.kind === 'problems' ? one.problems : [],
    ),
  }))
  const { files } = await readFolder(content, `plugins/${name}`)
  return {
    module: {
      name,
      actions: schemas.flatMap(({ action, problems }) => (problems.length === 0 ? [action] : [])),
      fixtures: await readFixtures(name, content),
      files,
    },
    problems: schemas.flatMap(({ problems }) => problems),
  }
}

/** Files directly in tests/ are the author's own; below it, tests/<action>/<case>/ is all there may be. */
async function readFixtures(module: string, content: Content): Promise<FixtureResult[]> {
  const tests = `plugins/${module}/tests`
  const results: FixtureResult[] = []
  for (const { name: action, kind } of await content.list(tests)) {
    if (kind !== 'directory') continue
    for (const { name, kind: what } of await content.list(`${tests}/${action}`)) {
      const path = `${tests}/${action}/${name}`
      if (what === 'directory') {
        const folder = await readFolder(content, path)
        results.push(
          folder.problems.length > 0
            ? { kind: 'problems', problems: folder.problems }
            : readFixture(path, folder.files),
        )
      } else if (!name.startsWith('README')) {
        const message = 'expected a folder with input.json and expect.json here'
        results.push({
          kind: 'problems',
          problems: [problem({ kind: 'plugin-file', rule: 'fixture', message, file: path })],
        })
      }
    }
  }
  return results
}
