/** `exec`: one action on one node, answered with the plugin's own message or the error that stood in its way. */
import { EPS, isEpsKind } from '../protocol/eps.ts'
import { epsMessage } from '../protocol/eps-message.ts'
import type { BpcsOutput, EpsError, RunReport } from '../protocol/types.gen.ts'
import type { Rune } from '../rune.ts'
import type { Ask } from './ask.ts'
import { runRequest } from './run.ts'
import type { RunOptions } from './run-options.ts'

export interface ExecAnswer {
  readonly report: RunReport
  /** BPCS when the plugin answered well, EPS when anything failed. */
  readonly envelope: BpcsOutput | EpsError
}

/** Runs the action that the ask names on its one node. */
export async function execAction(rune: Rune, ask: Ask, options: RunOptions): Promise<ExecAnswer> {
  const { report, messages } = await runRequest(rune, ask, options)
  const [attempt] = messages.values()
  // What the plugin answered stays true when its record or a cancel spoils the run; the exit status tells that.
  const [step] = report.nodes[0]?.steps ?? []
  const answered = step?.status === 'succeeded' ? attempt?.bpcs_output : undefined
  return { report, envelope: answered ?? attempt?.eps ?? problemMessage(rune, report) }
}

/** The first problem of a run without an answer of the node. */
function problemMessage({ host }: Rune, report: RunReport): EpsError {
  const [problem] = report.problems
  const [step] = report.nodes[0]?.steps ?? []
  const found = problem ?? step?.error
  const kind = found !== undefined && isEpsKind(found.kind) ? found.kind : 'cancelled'
  return epsMessage({
    fault: {
      kind,
      message: found?.message ?? EPS[kind].advice,
      executed: step?.executed ?? 'no',
    },
    stamp: { messageId: host.uuid(), createdAt: host.now() },
    trace: { traceId: host.hex(16), spanId: host.hex(8) },
    correlationId: report.correlation_id,
    source: 'LOM',
    ...(report.action === undefined ? {} : { action: report.action }),
  })
}
