/** Uploads what a run is about to do, so that a runner that is lost can be closed by `rune collect` from elsewhere. */
import { uploadRecord } from '../github/artifacts.ts'
import type { Inputs } from './inputs.ts'
import { log } from './log.ts'

/** An incident does not wait longer for GitHub than this. */
const WAIT_MS = 15_000

/** Never rejects: without GitHub the run goes on, and the log says that its intent did not leave this machine. */
export function intentKeeper(
  { artifact }: Inputs,
  subject: string,
  cancelled: AbortSignal,
): (folder: string, runId: string) => Promise<void> {
  return async (folder, runId) => {
    if (!artifact.wanted) return
    const { retentionDays } = artifact
    const result = await uploadRecord({
      name: `rune-${subject}-${runId.slice(0, 8)}-intent`,
      folder,
      ...(retentionDays === undefined ? {} : { retentionDays }),
      env: process.env,
      signal: AbortSignal.any([cancelled, AbortSignal.timeout(WAIT_MS)]),
    })
    if (result.kind === 'failed')
      log.warning(
        `The intent of this run was not uploaded (${result.fault.message}); if this runner is lost, \`rune collect --key\` with the plan closes the run`,
      )
  }
}
