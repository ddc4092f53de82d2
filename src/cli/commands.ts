/** What each verb of the command line does: calls the app, prints for people or as one JSON document, gives the exit status. */
import { join, resolve } from 'node:path'
import type { Ask } from '../app/ask.ts'
import { changesSince } from '../app/changes.ts'
import { execAction } from '../app/exec.ts'
import { readExpected } from '../app/expected.ts'
import { explain, explainText } from '../app/explain.ts'
import { ALLOW_FILE, gateAllowed, gateScript } from '../app/gate.ts'
import { listProject, listText } from '../app/list.ts'
import { readParams } from '../app/params-file.ts'
import { planOf } from '../app/plan.ts'
import { readReport } from '../app/report.ts'
import { runRequest } from '../app/run.ts'
import type { Progress, RunOptions } from '../app/run-options.ts'
import { readSecrets } from '../app/secrets.ts'
import { showName, showText } from '../app/show.ts'
import { validateWithSource } from '../app/validate.ts'
import type { Plan, Problem, ReportNode } from '../protocol/types.gen.ts'
import { changesText } from '../report/changes.ts'
import { terminal } from '../report/encode.ts'
import { planText, problemsText, reportText } from '../report/text.ts'
import type { Rune } from '../rune.ts'
import { auditCommands } from './audit.ts'
import { collectCommands } from './collecting.ts'
import { importCommands } from './import.ts'
import { kitCommands } from './kit.ts'
import { readLogin } from './login.ts'
import { resumeOf } from './resuming.ts'
import { selectLine } from './select-line.ts'
import { trustCommands } from './trust.ts'
import type {
  Commands,
  RequestOptions,
  RunningOptions,
  RunVerbOptions,
  Target,
  Terminal,
} from './verbs.ts'

const INVALID = 1
const USAGE = 2
const REFUSED = 3

export function makeCommands(rune: Rune, at: Terminal): Commands {
  const rootOf = ({ root }: Target): string => resolve(at.cwd, root ?? '.')
  const printJson = (value: unknown): void => at.out(`${JSON.stringify(value, null, 2)}\n`)

  const askOf = async (
    what: Pick<Ask, 'runbook' | 'action'>,
    options: RequestOptions,
  ): Promise<Ask | string> => {
    const params: Record<string, string> = {}
    for (const pair of options.param) {
      const split = pair.indexOf('=')
      if (split < 1) return `--param ${pair}: expected name=value`
      const name = pair.slice(0, split)
      if (Object.hasOwn(params, name)) return `--param ${name} is given twice`
      params[name] = pair.slice(split + 1)
    }
    const { paramsFile, select, reason, ticket, correlationId } = options
    const filed = paramsFile === undefined ? {} : await readParams(paramsFile, at.cwd)
    if (typeof filed === 'string') return `--params-file: ${filed}`
    return {
      ...what,
      params: { ...filed, ...params },
      ...(options.node.length === 0 ? {} : { nodes: options.node }),
      ...(select === undefined ? {} : { select }),
      dry_run: options.dryRun ?? false,
      ...(options.check ? { check: true } : {}),
      ...(reason === undefined ? {} : { reason }),
      ...(ticket === undefined ? {} : { ticket }),
      ...(correlationId === undefined ? {} : { correlation_id: correlationId }),
      ...(options.again ? { again: true } : {}),
      ...(options.breakGlass ? { break_glass: true } : {}),
      trigger: 'cli',
      actor: at.user,
    }
  }

  const usage = (message: string): number => {
    at.err(`${terminal(message)}\n`)
    return USAGE
  }

  const progress: Progress = {
    planned: (plan: Plan, planHash: string) => {
      at.err(`${planText(plan)}plan ${planHash}\n\n`)
    },
    nodeEnded: (_node: ReportNode, done: number, total: number, text: string) => {
      at.err(`[${done}/${total}] ${text}\n`)
    },
    counted: (text) => at.err(`${text}\n`),
    lost: (place, text) => at.err(`${terminal(`NOT IN THE RECORD ${place}: ${text}`)}\n`),
  }

  /** Where a record goes: where somebody says, or into the project under a name that is not taken. */
  const recordFolder = (root: string, name: string, out: string | undefined): string => {
    const stamp = rune.host.now().replace(/[-:]|\.\d+/g, '')
    const fresh = join(root, '.rune', 'records', `${stamp}-${name}-${rune.host.hex(3)}`)
    return resolve(at.cwd, out ?? fresh)
  }

  /** What a run needs beside the request; a number is the exit status of a usage error. */
  const runOptions = async (name: string, options: RunningOptions) => {
    const root = rootOf(options)
    const login = await readLogin(options, at)
    if (typeof login === 'string') return usage(login)
    const { planHash, plan } = options
    const expected = await readExpected({
      ...(planHash === undefined ? {} : { planHash }),
      ...(plan === undefined ? {} : { planFile: resolve(at.cwd, plan) }),
    })
    if (typeof expected === 'string') return usage(expected)
    return {
      root,
      out: recordFolder(root, name, options.out),
      ...login,
      secrets: await readSecrets(at.secrets, at.cwd),
      ...(expected === undefined ? {} : { expected }),
      signal: at.signal,
      progress,
    }
  }

  const runTold = async (ask: Ask, how: RunOptions, options: RunVerbOptions): Promise<number> => {
    const { report, recordHead } = await runRequest(rune, ask, how)
    if (options.json) printJson(report)
    else at.out(reportText(report, { colour: at.colour, sourceLine: selectLine(options) }))
    if (recordHead !== undefined) at.err(`record head ${recordHead}\n`)
    return report.exit_status
  }

  const shared = { rootOf, printJson, usage, askOf, runOptions, recordFolder }
  return {
    ...trustCommands(rune, at, { rootOf, printJson, usage }),
    ...importCommands(rune, at, { printJson, usage }),
    ...kitCommands(rune, at, shared),
    ...collectCommands(rune, at, shared),
    ...auditCommands(rune, at, shared),

    validate: async (paths, options) => {
      const { diagnostics: found, sourceLine } = await validateWithSource(
        rootOf(options),
        paths,
        at.cwd,
      )
      if (options.json) printJson(found)
      else {
        at.out(problemsText(found.problems, sourceLine))
        const { files, errors, warnings } = found
        at.err(`${files} files, ${errors} errors, ${warnings} warnings\n`)
      }
      // The JSON document is closed: it has problems and nothing else.
      if (options.against !== undefined && !options.json) {
        const planned = { trigger: 'cli', actor: at.user } as const
        const { against } = options
        const changes = await changesSince(rune, { root: rootOf(options), against, planned })
        if (changes.kind === 'unavailable') {
          at.err(changesText(changes))
          return INVALID
        }
        at.out(changesText(changes))
      }
      return found.status === 'good' ? 0 : INVALID
    },

    plan: async (runbook, options) => {
      const ask = await askOf({ runbook: nameOf(runbook) }, options)
      if (typeof ask === 'string') return usage(ask)
      const answer = await planOf(rune, ask, { root: rootOf(options) })
      if (options.json) printJson(planJson(answer))
      else if (answer.kind === 'invalid') at.err(problemsText(answer.problems, selectLine(options)))
      else at.out(`${planText(answer.plan, answer.provenance)}plan ${answer.planHash}\n`)
      return answer.kind === 'plan' ? 0 : answer.kind === 'refused' ? REFUSED : INVALID
    },

    run: async (runbook, options) => {
      if (options.from !== undefined) {
        const resumed = await resumeOf(rune, at, shared, {
          ...options,
          runbook,
          from: options.from,
        })
        return typeof resumed === 'number' ? resumed : runTold(resumed.ask, resumed.how, options)
      }
      if (runbook === undefined)
        return usage('rune run needs the name of a runbook, or --from with the record of a run')
      if (options.only !== undefined) return usage('--only belongs to rune run --from RECORD')
      const ask = await askOf({ runbook: nameOf(runbook) }, options)
      if (typeof ask === 'string') return usage(ask)
      const how = await runOptions(safeName(runbook), options)
      if (typeof how === 'number') return how
      return runTold(ask, how, options)
    },

    exec: async (action, options) => {
      if (options.node.length !== 1 || options.select !== undefined)
        return usage('rune exec runs one action on one node: name it with --node')
      const ask = await askOf({ action }, options)
      if (typeof ask === 'string') return usage(ask)
      const how = await runOptions(safeName(action), options)
      if (typeof how === 'number') return how
      const { report, envelope } = await execAction(rune, ask, how)
      if (options.json) printJson(envelope)
      else at.out(reportText(report, { colour: at.colour }))
      return report.exit_status
    },

    list: async (options) => {
      const listing = await listProject(rootOf(options))
      if (options.json) printJson(listing)
      else at.out(listText(listing))
      return 0
    },

    show: async (name, options) => {
      const shown = await showName(rootOf(options), name)
      if ('problem' in shown) {
        if (options.json) printJson(shown.problem)
        else at.err(problemsText([shown.problem]))
        return INVALID
      }
      if (options.json) printJson(shown)
      else at.out(showText(shown))
      return 0
    },

    explain: async (what, options) => {
      const found = explain(what)
      if (typeof found === 'string') {
        at.err(`${terminal(found)}\n`)
        return INVALID
      }
      if (options.json) printJson(found)
      else at.out(explainText(found))
      return 0
    },

    gate: async (actions, options) => {
      const { allowed = false, allowFile = ALLOW_FILE } = options
      if (!allowed && actions.length > 0)
        return usage('the gate itself is the same for all actions: name them with --allowed')
      const made = allowed ? await gateAllowed(rootOf(options), actions) : gateScript(allowFile)
      if (typeof made === 'object' && 'message' in made) {
        at.err(problemsText([made]))
        return INVALID
      }
      const text = typeof made === 'string' ? made : made.map((line) => `${line}\n`).join('')
      if (options.json) printJson(allowed ? { allowed: made } : { script: text })
      else at.out(text)
      return 0
    },

    report: async (record, options) => {
      const read = await readReport(resolve(at.cwd, record))
      if (read.kind === 'none') {
        at.err(problemsText([read.problem]))
        return INVALID
      }
      if (options.json) printJson(read.report)
      else at.out(reportText(read.report, { colour: at.colour }))
      at.err(problemsText(read.problems))
      return read.problems.length === 0 ? 0 : INVALID
    },
  }
}

/** A runbook may be named by its path inside the project, as the shell completes it. */
function nameOf(runbook: string): string {
  return /^(?:\.\/)?runbooks\/([^/]+)\.yaml$/.exec(runbook)?.[1] ?? runbook
}

/** For a folder's name: whatever somebody typed, letters and digits remain. */
function safeName(text: string): string {
  return nameOf(text)
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .slice(0, 64)
}

function planJson(answer: Awaited<ReturnType<typeof planOf>>): {
  status: string
  plan?: Plan
  plan_hash?: string
  problems: readonly Problem[]
} {
  return {
    status: answer.kind,
    ...(answer.kind === 'invalid' ? {} : { plan: answer.plan, plan_hash: answer.planHash }),
    problems: answer.problems,
  }
}
