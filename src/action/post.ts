/** The action's post step: closes, publishes and uploads the record that a killed or cancelled main step left. */
import { collectRecord } from '../app/collect.ts'
import { closeRecord } from '../app/recover.ts'
import { takeSecretVariables } from '../app/secrets.ts'
import { systemHost } from '../host.ts'
import { fromUnknown } from '../protocol/errors.ts'
import { createRune } from '../rune.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { log } from './log.ts'
import { loginOf, secretsOf } from './login.ts'
import { announce, summarize } from './publish.ts'
import { readState } from './state.ts'
import { openSummary } from './summary-file.ts'
import { upload } from './upload.ts'

async function post(): Promise<void> {
  const { record, subject, published, uploaded } = readState(process.env)
  const read = readInputs(process.env)
  takeSecretVariables(process.env)
  delete process.env['INPUT_SSH-PRIVATE-KEY']
  delete process.env['RUNE_SSH_PASSPHRASE']
  // Without a record the main step did not begin a run, and it has said why.
  if (record === undefined || read.kind === 'problems' || (published && uploaded)) return
  const { inputs } = read
  if (!published) await collect(record, inputs)
  const closed = await closeRecord(record)
  if (closed.kind === 'none') log.notice(`No report of the run in ${record}: ${closed.reason}`)
  else if (closed.recovered) log.lines(`The report was made from the journal in ${record}`)
  const wanted = inputs.artifact.wanted && !uploaded && (closed.kind === 'report' || closed.files)
  const { artifact, problem } = wanted ? await retry(inputs, record, subject) : {}
  const facts = {
    ...(closed.kind === 'report' && closed.recordHead !== undefined
      ? { recordHead: closed.recordHead }
      : {}),
    ...(artifact === undefined ? {} : { artifact }),
    problems: problem === undefined ? [] : [problem],
  }
  if (problem !== undefined) log.warning(problem.message)
  if (artifact !== undefined) log.lines(`The record is in the artifact ${artifact}`)
  if (closed.kind === 'none' || published) return
  const summary = openSummary(read.summaryPath, log.warning)
  summarize(summary, closed.report, facts)
  announce(closed.report, facts)
}

/** What the main step started on nodes is stopped and its results fetched: it was killed, and nobody else will. */
async function collect(record: string, inputs: Inputs): Promise<void> {
  const { runner } = inputs
  try {
    const answer = await collectRecord(createRune(systemHost), {
      root: runner.workspace,
      record,
      what: 'stop',
      actor: runner.actor,
      own: true,
      ...loginOf(inputs),
      secrets: await secretsOf(inputs),
      wait: '30s',
      signal: new AbortController().signal,
      told: log.lines,
    })
    // A run that ended before it had a plan has nothing to collect; closing its record says so.
    if (answer.kind === 'refused')
      log.warning(
        `The nodes were not asked what was left: ${answer.problems.map(({ message }) => message).join('; ')}`,
      )
    if (answer.kind === 'report' && answer.asked > 0)
      log.lines(`${answer.asked} nodes were asked what the killed run had left`)
  } catch (caught) {
    log.warning(`The nodes could not be asked: ${fromUnknown(caught).message}`)
  }
}

/** Artifacts are immutable, and the main step may have begun one: this one has a name of its own. */
function retry(inputs: Inputs, folder: string, subject: string) {
  const name = `rune-${subject}-${folder.split('-').at(-1)}-post`
  return upload({ ...inputs.artifact, name, folder, env: process.env })
}

try {
  await post()
} catch (caught) {
  log.warning(`The post step of RUNE failed: ${fromUnknown(caught).message}`)
}
// The main step has said how the run ended; nothing here changes that.
process.exit(0)
