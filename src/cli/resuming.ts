/** `run --from`: what the command line makes of it. */
import { resolve } from 'node:path'
import type { Ask } from '../app/ask.ts'
import { ONLY, type Only, prepareResume } from '../app/resume.ts'
import type { RunOptions } from '../app/run-options.ts'
import { problemsText } from '../report/text.ts'
import type { Rune } from '../rune.ts'
import type { Shared } from './kit.ts'
import type { RunVerbOptions, Terminal } from './verbs.ts'

const INVALID = 1

/** What was asked for then is asked for now; somebody may say anew why. A number is the exit status of a refusal. */
export async function resumeOf(
  rune: Rune,
  at: Terminal,
  { usage, runOptions }: Pick<Shared, 'usage' | 'runOptions'>,
  options: RunVerbOptions & { readonly from: string; readonly runbook: string | undefined },
): Promise<{ readonly ask: Ask; readonly how: RunOptions } | number> {
  const only = onlyOf(options.only)
  if (typeof only === 'string') return usage(only)
  const stray = options.runbook ?? strayOption(options)
  if (stray !== undefined)
    return usage(`${stray} beside --from: what a run does that is gone on with is in its record`)
  const how = await runOptions('from', options)
  if (typeof how === 'number') return how
  const { reason, ticket } = options
  const prepared = await prepareResume(
    rune,
    { record: resolve(at.cwd, options.from), only },
    {
      trigger: 'cli',
      actor: at.user,
      ...(reason === undefined ? {} : { reason }),
      ...(ticket === undefined ? {} : { ticket }),
    },
    { ...how, told: (text) => at.err(`${text}\n`) },
  )
  if (prepared.kind === 'resume')
    return { ask: prepared.ask, how: { ...how, resume: prepared.resume } }
  at.err(problemsText([prepared.problem]))
  return INVALID
}

/** Which nodes to go on with; a sentence where that is not said well. */
function onlyOf(text = ONLY.join(',')): readonly Only[] | string {
  const words = text.split(',').map((word) => word.trim())
  const wrong = words.find((word) => !ONLY.some((one) => one === word))
  return wrong === undefined
    ? ONLY.filter((one) => words.includes(one))
    : `--only ${wrong}: expected some of ${ONLY.join(',')}`
}

/** An option that would make it another run. */
function strayOption(options: RunVerbOptions): string | undefined {
  const { param, node, select, dryRun, check, correlationId, again } = options
  const given = {
    '--param': param[0],
    '--node': node[0],
    '--select': select,
    '--dry-run': dryRun,
    '--check': check,
    '--correlation-id': correlationId,
    '--again': again,
  }
  return Object.entries(given).find(([, value]) => value !== undefined)?.[0]
}
