/** `data` of the LMM's answer, and what of it stands in the report of a step. */
import type { ReportError, ReportStep } from '../protocol/types.gen.ts'

export interface AnswerData {
  readonly status: 'succeeded' | 'failed' | 'unknown' | 'cancelled'
  readonly executed: ReportStep['executed']
  readonly output_data?: Record<string, unknown>
  readonly error?: ReportError
  readonly warnings: string[]
  readonly duration_ms?: number
  readonly host_key_sha256?: string
  readonly replay_of?: string
}

export function reportOf(
  data: AnswerData,
): Pick<ReportStep, 'status' | 'executed'> & Partial<ReportStep> {
  return {
    status: data.status,
    executed: data.executed,
    ...(data.output_data === undefined ? {} : { output: data.output_data }),
    ...(data.error === undefined ? {} : { error: data.error }),
    ...(data.warnings.length === 0 ? {} : { warnings: data.warnings }),
    ...(data.replay_of === undefined ? {} : { replay_of: data.replay_of }),
  }
}
