/** The action's main step: reads what GitHub gives, does what the command says, publishes the result. */
import { changesInPullRequest } from '../app/changes.ts'
import { planOf } from '../app/plan.ts'
import { type RefusalInit, refuseRequest } from '../app/refuse.ts'
import { runRequest } from '../app/run.ts'
import { problemOf } from '../app/run-report.ts'
import { type GivenSecrets, takeSecretVariables } from '../app/secrets.ts'
import { validateProject } from '../app/validate.ts'
import { boundMemory, systemHost } from '../host.ts'
import { fault, fromUnknown, RuneError } from '../protocol/errors.ts'
import { createRune } from '../rune.ts'
import { approvalSource, tellEnvironment } from './approvals.ts'
import { beginRun } from './begin.ts'
import { readAsk } from './event.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { intentKeeper } from './intent.ts'
import { knownOf } from './known.ts'
import { log } from './log.ts'
import { loginOf, secretsOf } from './login.ts'
import { setOutputs } from './outputs.ts'
import { publishChanges, publishPlan, publishProblems } from './publish.ts'
import { readPullRequest } from './pull-request.ts'
import { finishRun } from './result.ts'
import { openSummary, type SummaryFile } from './summary-file.ts'

// As the command line's; the highest wins.
const [GOOD, INVALID, INTERNAL] = [0, 1, 70]

const rune = createRune(systemHost)

async function main(): Promise<number> {
  boundMemory()
  // A runner that stops reading must not end a run.
  process.stdout.on('error', () => undefined)
  const read = readInputs(process.env)
  const summary = openSummary(read.summaryPath, log.warning)
  try {
    if (read.kind === 'problems')
      return refuse(summary, 'The step is not set up as it should be', read.problems)
    const { inputs } = read
    if (inputs.key !== undefined) log.mask(inputs.key)
    if (inputs.passphrase !== undefined) log.mask(inputs.passphrase)
    // What this process starts inherits its environment.
    takeSecretVariables(process.env)
    delete process.env['INPUT_SSH-PRIVATE-KEY']
    delete process.env['INPUT_GITHUB-TOKEN']
    delete process.env['RUNE_SSH_PASSPHRASE']
    const secrets = await secretsOf(inputs)
    for (const secret of secrets.secrets.named.values()) log.maskSecret(secret)
    return await { validate, plan, run }[inputs.command](inputs, summary, secrets)
  } catch (caught) {
    const { message } = fromUnknown(caught)
    if (caught instanceof RuneError)
      return refuse(summary, 'Nothing was run', [problemOf(caught.fault)])
    refuse(summary, 'A fault in RUNE itself', [problemOf(fault('internal', message))], 'error')
    return INTERNAL
  }
}

function refuse(
  summary: SummaryFile,
  title: string,
  problems: Parameters<typeof publishProblems>[1]['problems'],
  status = 'invalid',
): number {
  publishProblems(summary, { title, problems, outputs: { status } })
  return INVALID
}

async function validate({ runner }: Inputs, summary: SummaryFile): Promise<number> {
  const { status, files, errors, warnings, problems } = await validateProject(runner.workspace, [])
  const title = `Validation: ${files} files, ${errors} errors, ${warnings} warnings`
  const good = status === 'good'
  publishProblems(summary, { title, problems, outputs: { status: good ? 'good' : 'invalid' } })
  const pull = await readPullRequest(runner)
  if (pull?.kind === 'pull-request')
    publishChanges(summary, await changesInPullRequest(rune, { ...pull, root: runner.workspace }))
  else if (pull) publishChanges(summary, pull)
  return good ? GOOD : INVALID
}

async function plan(inputs: Inputs, summary: SummaryFile): Promise<number> {
  const read = await readAsk(inputs)
  if (read.kind === 'problems')
    return refuseRun(inputs, summary, { ...read, ask: read.asker, verdict: 'invalid' })
  const { ask } = read
  const { knownHosts } = inputs
  const answer = await planOf(rune, ask, {
    root: inputs.runner.workspace,
    known: await knownOf(inputs.runner),
    source: approvalSource(systemHost, inputs, ask, new AbortController().signal),
    ...(knownHosts === undefined ? {} : { knownHosts }),
  })
  const { problems } = answer
  if (answer.kind === 'invalid')
    return refuseRun(inputs, summary, { ask, problems, verdict: 'invalid' })
  publishPlan(summary, answer.plan, answer.planHash, answer.provenance)
  if (answer.kind === 'refused')
    return refuseRun(inputs, summary, { ask, problems, verdict: 'refused', planned: answer })
  setOutputs({ status: 'good', 'plan-hash': answer.planHash })
  return GOOD
}

async function run(inputs: Inputs, summary: SummaryFile, secrets: GivenSecrets): Promise<number> {
  const read = await readAsk(inputs)
  if (read.kind === 'problems')
    return refuseRun(inputs, summary, { ...read, ask: read.asker, verdict: 'invalid' })
  const how = beginRun(systemHost, { inputs, summary, runbook: read.ask.runbook })
  const { runner, planHash } = inputs
  const answer = await runRequest(rune, read.ask, {
    root: runner.workspace,
    out: how.out,
    ...loginOf(inputs),
    ...whereOf(inputs),
    known: await knownOf(runner),
    ...(planHash === undefined ? {} : { expected: { planHash } }),
    signal: how.signal,
    secrets,
    source: approvalSource(systemHost, inputs, read.ask, how.signal),
    keepIntent: intentKeeper(inputs, how.subject, how.signal),
    progress: {
      planned: (planned, planHash) => publishPlan(summary, planned, planHash),
      nodeEnded: (_node, done, total, text) => log.lines(`[${done}/${total}] ${text}`),
      counted: (text) => log.lines(text),
      lost: (place, text) => log.group(`NOT IN THE RECORD: ${place}`, text),
    },
  })
  tellEnvironment(inputs, answer.report)
  return finishRun(answer, how)
}

/** Somebody asked for something, so there is a record of it, also where nothing comes of it. */
async function refuseRun(
  inputs: Inputs,
  summary: SummaryFile,
  refusal: Omit<RefusalInit, 'out'>,
): Promise<number> {
  const how = beginRun(systemHost, { inputs, summary, runbook: refusal.ask.runbook })
  const refused = await refuseRequest(rune, { ...refusal, ...whereOf(inputs), out: how.out })
  return finishRun(refused, how)
}

function whereOf({ runner }: Inputs): Pick<RefusalInit, 'github'> {
  return runner.github === undefined ? {} : { github: runner.github }
}

// Connections that do not close by themselves must not keep the step open.
process.exit(await main())
