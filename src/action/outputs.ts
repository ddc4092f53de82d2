/** The outputs of action.yml: ids, counts, enumerations and paths, never text from a node. */
import * as core from '@actions/core'
import { fromUnknown } from '../protocol/errors.ts'
import type { RunReport } from '../protocol/types.gen.ts'
import { log } from './log.ts'

/** In action.yml's order. */
export const OUTPUT_NAMES = [
  'status',
  'run-key',
  'plan-hash',
  'record-path',
  'record-head',
  'artifact-id',
  'artifact-digest',
  'nodes-good',
  'nodes-failed',
  'nodes-unknown',
  'nodes-untouched',
] as const

export type Outputs = Readonly<
  Partial<Record<(typeof OUTPUT_NAMES)[number], string | number | undefined>>
>

/** A value that is undefined is left out. Never throws: the step's exit status tells the result too. */
export function setOutputs(outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) {
    if (value === undefined) continue
    try {
      core.setOutput(name, value)
    } catch (caught) {
      log.warning(`the output ${name} cannot be written: ${fromUnknown(caught).message}`)
    }
  }
}

export function reportOutputs(report: RunReport): Outputs {
  const { good, failed, unknown, cancelled, untouched } = report.counts
  return {
    status: report.status,
    'run-key': report.run_id,
    'plan-hash': report.plan_hash,
    'record-path': report.record,
    'nodes-good': good,
    'nodes-failed': failed,
    'nodes-unknown': unknown,
    // A node that was cancelled before it was begun is no failure of the node.
    'nodes-untouched': untouched + cancelled,
  }
}
