/** Publishes the result of a run, uploads its record, and decides the step's exit status. */
import type { RunAnswer } from '../app/run-options.ts'
import type { Inputs } from './inputs.ts'
import { reportOutputs, setOutputs } from './outputs.ts'
import { announce, summarize } from './publish.ts'
import { saveDone } from './state.ts'
import type { SummaryFile } from './summary-file.ts'
import { upload } from './upload.ts'

export const CANCELLED = 6
/** Without an uploaded record the run has no evidence outside of this machine, however it ended. */
const NOT_KEPT = 70

export interface ResultInit {
  readonly inputs: Inputs
  readonly summary: SummaryFile
  /** What the artifact is named after. */
  readonly subject: string
  /** Aborted when the step was told to stop. */
  readonly signal: AbortSignal
}

/** Results first, then the upload: a cancelled step has little time, and its post step can still upload. */
export async function finishRun(
  { report, recordPath: folder, recordHead }: RunAnswer,
  { inputs, summary, subject, signal }: ResultInit,
): Promise<number> {
  const head = recordHead === undefined ? {} : { recordHead }
  summarize(summary, report, head)
  setOutputs({ ...reportOutputs(report), 'record-head': recordHead })
  const name = `rune-${subject}-${report.run_id.slice(0, 8)}`
  const wanted = inputs.artifact.wanted && folder !== undefined
  if (!wanted) saveDone('uploaded')
  const { artifact, problem } = wanted
    ? await upload({ ...inputs.artifact, name, folder, env: process.env, signal })
    : {}
  const facts = {
    ...head,
    ...(artifact === undefined ? {} : { artifact }),
    problems: problem === undefined ? [] : [problem],
  }
  summarize(summary, report, facts)
  announce(report, facts)
  saveDone('published')
  return Math.max(report.exit_status, problem ? NOT_KEPT : 0, signal.aborted ? CANCELLED : 0)
}
