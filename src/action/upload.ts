/** Uploads the record of a run, and says what that came to. */
import { problemOf } from '../app/run-report.ts'
import { uploadRecord } from '../github/artifacts.ts'
import type { Problem } from '../protocol/types.gen.ts'
import type { Env } from './inputs.ts'
import { log } from './log.ts'
import { type Outputs, setOutputs } from './outputs.ts'
import { saveDone } from './state.ts'

export interface UploadInit {
  readonly name: string
  readonly folder: string
  readonly retentionDays?: number
  readonly env: Env
  /** Leaves the upload to the post step, which has more time. */
  readonly signal?: AbortSignal
}

/** `artifact` is text for a reader; neither of them: there is nowhere to upload to, or no time. */
export interface UploadAnswer {
  readonly artifact?: string
  readonly problem?: Problem
}

/** Never rejects. Sets the outputs, and marks for the post step that nothing is left to do. */
export async function upload(init: UploadInit): Promise<UploadAnswer> {
  const { name, folder, signal } = init
  if (signal?.aborted) return {}
  const result = await uploadRecord(init)
  if (result.kind === 'uploaded') {
    const outputs: Outputs = { 'artifact-id': result.id, 'artifact-digest': result.digest }
    setOutputs(outputs)
    saveDone('uploaded')
    return { artifact: `${name} (id ${result.id}, sha256 ${result.digest})` }
  }
  if (result.kind === 'unavailable') {
    log.notice(`The record was not uploaded (${result.reason}); it is in ${folder}`)
    saveDone('uploaded')
    return {}
  }
  if (signal?.aborted) return {}
  const problem = problemOf(result.fault)
  return {
    problem: { ...problem, message: `${problem.message}; the record is in ${folder}` },
  }
}
