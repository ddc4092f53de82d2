/** Prepares the step for a run: where its record goes, what the post step is told, and what a signal does. */
import { join } from 'node:path'
import type { Host } from '../host.ts'
import { cancelOnSignal } from './cancel.ts'
import type { Inputs } from './inputs.ts'
import { log } from './log.ts'
import { CANCELLED, type ResultInit } from './result.ts'
import { saveRecord } from './state.ts'
import type { SummaryFile } from './summary-file.ts'

export interface BeginInit {
  readonly inputs: Inputs
  readonly summary: SummaryFile
  readonly runbook: string | undefined
}

/** `out` is the record's folder, outside of the workspace. Whatever happens after this, the post step finds it. */
export function beginRun(
  host: Host,
  { inputs, summary, runbook }: BeginInit,
): ResultInit & { readonly out: string } {
  const { temp, runId } = inputs.runner
  const out = join(temp, 'rune', `${runId}-${host.hex(4)}`)
  const subject = runbook ?? inputs.command
  saveRecord(out, subject)
  const signal = cancelOnSignal(host, () => {
    log.warning(`The run did not end in time; the post step closes its record in ${out}`)
    process.exit(CANCELLED)
  })
  return { inputs, summary, subject, signal, out }
}
