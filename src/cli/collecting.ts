/** The verb collect: from a record, from an intent artifact, or from a plan and its correlation id. */
import { resolve } from 'node:path'
import { collectRecord } from '../app/collect.ts'
import { type Lost, recordToCollect } from '../app/collect-plan.ts'
import { readSecrets } from '../app/secrets.ts'
import { problemsText, reportText } from '../report/text.ts'
import type { Rune } from '../rune.ts'
import type { Shared } from './kit.ts'
import { type LoginArguments, readLogin } from './login.ts'
import type { Target, Terminal } from './verbs.ts'

export interface CollectOptions extends Target, LoginArguments {
  /** The correlation id of a run whose record is lost, with --plan. */
  readonly key?: string
  readonly plan?: string
  readonly out?: string
  readonly stop?: boolean
  readonly wait?: string
}

export interface CollectCommands {
  collect(record: string | undefined, options: CollectOptions): Promise<number>
}

const INVALID = 1
const REFUSED = 3

export function collectCommands(rune: Rune, at: Terminal, shared: Shared): CollectCommands {
  const lostOf = (record: string | undefined, { key, plan }: CollectOptions): Lost | string => {
    if (record !== undefined)
      return key === undefined && plan === undefined
        ? { record: resolve(at.cwd, record) }
        : 'rune collect takes a record, or --key and --plan'
    if (key === undefined || plan === undefined)
      return 'rune collect needs a record folder, or --key with the correlation id and --plan with plan.json'
    return { correlationId: key, planFile: resolve(at.cwd, plan) }
  }

  return {
    collect: async (given, options) => {
      const login = await readLogin(options, at)
      if (typeof login === 'string') return shared.usage(login)
      const lost = lostOf(given, options)
      if (typeof lost === 'string') return shared.usage(lost)
      const root = shared.rootOf(options)
      const out = shared.recordFolder(root, 'collect', options.out)
      const found = await recordToCollect(rune, lost, { out, actor: at.user })
      if ('problem' in found) {
        at.err(problemsText([found.problem]))
        return INVALID
      }
      const answer = await collectRecord(rune, {
        root,
        record: found.path,
        what: options.stop ? 'stop' : 'result',
        actor: at.user,
        ...login,
        secrets: await readSecrets(at.secrets, at.cwd),
        ...(options.wait === undefined ? {} : { wait: options.wait }),
        signal: at.signal,
        told: (text) => at.err(`${text}\n`),
      })
      if (answer.kind === 'refused') {
        at.err(problemsText(answer.problems))
        return REFUSED
      }
      if (answer.kind === 'unusable') {
        at.err(problemsText([answer.problem]))
        return INVALID
      }
      const { report, asked, recordHead } = answer
      if (asked === 0) at.err('nothing was left open; no node was asked\n')
      if (options.json) shared.printJson(report)
      else at.out(reportText(report, { colour: at.colour }))
      at.err(`record head ${recordHead}\n`)
      return report.exit_status
    },
  }
}
