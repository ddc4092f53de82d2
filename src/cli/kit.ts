/** The verbs for plugin authors: test and new. */
import type { Ask } from '../app/ask.ts'
import { newPlugin, newRunbook } from '../app/new.ts'
import type { NewFiles } from '../app/new-files.ts'
import { recordCase } from '../app/record-case.ts'
import type { RunOptions } from '../app/run-options.ts'
import { testModules } from '../app/test.ts'
import { caseText, testText } from '../app/test-text.ts'
import { terminal } from '../report/encode.ts'
import { problemsText } from '../report/text.ts'
import type { Rune } from '../rune.ts'
import type { RequestOptions, RunningOptions, Target, Terminal } from './verbs.ts'

export interface TestOptions extends RunningOptions {
  /** An action: keep a real run of it as a fixture. */
  readonly record?: string
  readonly case?: string
}

export interface NewOptions extends Target {
  readonly module?: string
}

export interface KitCommands {
  test(module: string | undefined, options: TestOptions): Promise<number>
  create(what: string, name: string, options: NewOptions): Promise<number>
}

/** What all verbs share; a number is the exit status of a usage error. */
export interface Shared {
  readonly rootOf: (options: Target) => string
  readonly printJson: (value: unknown) => void
  readonly usage: (message: string) => number
  readonly askOf: (
    what: { readonly action: string },
    options: RequestOptions,
  ) => Promise<Ask | string>
  readonly recordFolder: (root: string, name: string, out: string | undefined) => string
  readonly runOptions: (name: string, options: RunningOptions) => Promise<RunOptions | number>
}

const PROBLEMS = 1
const CANCELLED = 6

export function kitCommands(rune: Rune, at: Terminal, shared: Shared): KitCommands {
  const { rootOf, printJson, usage } = shared

  const record = async (action: string, options: TestOptions): Promise<number> => {
    const { case: name, node } = options
    if (name === undefined || node.length !== 1 || options.select !== undefined)
      return usage(
        'rune test --record ACTION runs it on one node: name that with --node, and the new case with --case',
      )
    const ask = await shared.askOf({ action }, options)
    if (typeof ask === 'string') return usage(ask)
    const how = await shared.runOptions(action, options)
    if (typeof how === 'number') return how
    const recorded = await recordCase(rune, { ...ask, action }, { ...how, name })
    const status = written(recorded, options)
    if (status === 0) at.err('take out of expect.json what need not be so every time\n')
    return recorded.kind === 'refused' && recorded.report !== undefined
      ? Math.max(status, recorded.report.exit_status)
      : status
  }

  const written = (result: NewFiles, options: Target): number => {
    if (result.kind === 'refused') {
      if (options.json) printJson(result.problem)
      else at.err(problemsText([result.problem]))
      return PROBLEMS
    }
    if (options.json) printJson({ files: result.files })
    else at.out(result.files.map((path) => `${terminal(path)}\n`).join(''))
    return 0
  }

  return {
    test: async (module, options) => {
      if (options.record !== undefined) {
        if (module !== undefined)
          return usage('rune test --record ACTION finds the module by itself: leave it out')
        return record(options.record, options)
      }
      const stray = strayOption(options)
      if (stray !== undefined) return usage(`${stray} belongs to rune test --record ACTION`)
      const report = await testModules(rune, {
        root: rootOf(options),
        ...(module === undefined ? {} : { module }),
        signal: at.signal,
        ended: (done) => {
          if (!options.json) at.out(caseText(done))
        },
      })
      if (options.json) printJson(report)
      else at.out(testText(report))
      return { good: 0, failed: PROBLEMS, cancelled: CANCELLED }[report.status]
    },

    create: async (what, name, options) => {
      if (what === 'plugin')
        return written(await newPlugin(rootOf(options), name, options.module), options)
      if (what !== 'runbook' || options.module !== undefined)
        return usage('expected rune new plugin NAME [--module NAME], or rune new runbook NAME')
      return written(await newRunbook(rootOf(options), name), options)
    },
  }
}

/** An option that means nothing without --record; --dry-run above all must not seem to hold a test back. */
function strayOption(options: TestOptions): string | undefined {
  const { node, param, dryRun, out, select, reason, ticket, correlationId } = options
  const { sshKey, sshAgent, sshPassphraseFile } = options
  const given = {
    '--case': options.case,
    '--node': node[0],
    '--param': param[0],
    '--dry-run': dryRun,
    '--out': out,
    '--ssh-key': sshKey,
    '--ssh-agent': sshAgent,
    '--ssh-passphrase-file': sshPassphraseFile,
    '--select': select,
    '--reason': reason,
    '--ticket': ticket,
    '--correlation-id': correlationId,
  }
  return Object.entries(given).find(([, value]) => value !== undefined)?.[0]
}
