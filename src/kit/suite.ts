/** Runs all fixtures of some modules one after another, and gathers what is wrong with them. */
import { problem, sortProblems } from '../document/diagnostic.ts'
import type { SourceFile } from '../plugin/bundle.ts'
import { nearest } from '../protocol/schemas.ts'
import type { Problem, TestCase, TestReport } from '../protocol/types.gen.ts'
import { type CaseInit, runCase, type TestedAction } from './case.ts'
import type { Fixture, FixtureResult } from './fixture.ts'
import { checkScripts } from './shellcheck.ts'

export interface TestedModule {
  readonly name: string
  /** Those that can be run: their schemas compile. */
  readonly actions: readonly TestedAction[]
  /** Of every folder below tests/<name>/, whether there is such an action or not. */
  readonly fixtures: readonly FixtureResult[]
  /** Everything below the module's folder but tests/. */
  readonly files: readonly SourceFile[]
}

export interface SuiteInit extends CaseInit {
  readonly modules: readonly TestedModule[]
  /** Of modules that cannot be tested. */
  readonly problems: readonly Problem[]
  readonly signal: AbortSignal
  /** Called as each case ends. */
  readonly ended: (done: TestCase) => void
}

/** Resolves with a report, whatever the plugins do; when the signal aborts, with that of the cases until then. */
export async function runSuite(init: SuiteInit): Promise<TestReport> {
  const { host, modules, signal } = init
  const began = host.monotonicMs()
  const cases: TestCase[] = []
  const problems: Problem[] = [...init.problems, ...modules.flatMap(fixtureProblems)]
  const scripts = await checkScripts(modules, signal)
  problems.push(...scripts.problems)
  for (const { action, fixture } of modules.flatMap(runnable)) {
    if (signal.aborted) break
    const done = await runCase(init, action, fixture, signal)
    // What was interrupted says nothing about the plugin.
    if (signal.aborted) break
    cases.push(done)
    init.ended(done)
  }
  const failed = cases.filter(({ status }) => status === 'failed').length
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return {
    schema_version: '1.0',
    status: signal.aborted ? 'cancelled' : failed + errors > 0 ? 'failed' : 'good',
    modules: modules.length,
    passed: cases.length - failed,
    failed,
    warnings:
      problems.length - errors + cases.reduce((sum, { warnings }) => sum + warnings.length, 0),
    duration_ms: Math.round(host.monotonicMs() - began),
    shellcheck: scripts.kind,
    cases,
    problems: sortProblems(problems),
  }
}

function runnable({
  actions,
  fixtures,
}: TestedModule): { action: TestedAction; fixture: Fixture }[] {
  return actions.flatMap((action) =>
    fixtures.flatMap((one) =>
      one.kind === 'fixture' && one.fixture.action === action.name
        ? [{ action, fixture: one.fixture }]
        : [],
    ),
  )
}

function fixtureProblems({ name, actions, fixtures }: TestedModule): Problem[] {
  const known = actions.map((action) => action.name)
  const good = fixtures.flatMap((one) => (one.kind === 'fixture' ? [one.fixture] : []))
  const strangers = good.filter(({ action }) => !known.includes(action))
  return [
    ...fixtures.flatMap((one) => (one.kind === 'problems' ? one.problems : [])),
    ...strangers.map(({ action, path }) => {
      const near = nearest(action, known)
      const message = `${name} has no action ${action}${near === undefined ? '' : `; did you mean ${near}?`}`
      return problem({ kind: 'action-unknown', rule: 'fixture', message, file: path })
    }),
    ...actions.flatMap((action) => untested(action, good)),
  ]
}

function untested({ name, module, declaration }: TestedAction, fixtures: Fixture[]): Problem[] {
  const own = fixtures.filter(({ action }) => action === name)
  const warn = (message: string): Problem[] => [
    problem({
      kind: 'document-missing',
      rule: 'untested',
      message,
      severity: 'warning',
      file: `plugins/${module}/tests/${name}`,
    }),
  ]
  if (own.length === 0) return warn(`the action ${name} has no fixture`)
  const tried = own.some(({ input }) => input.context?.dry_run === true)
  if (declaration['dry-run'] === true && declaration.effect !== 'read' && !tried)
    return warn(`the action ${name} declares dry-run, and no fixture tries one`)
  return []
}
