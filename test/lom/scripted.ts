/** A node that answers as it is told, by the place of a launch: `web-1/a/do/1/1`. For tests of what is made of the answers. */
import type { AskLmm } from '../../src/lom/node-run.ts'
import type { EpsKind } from '../../src/protocol/eps.ts'
import { errorSummary } from '../../src/protocol/eps-message.ts'
import { fault } from '../../src/protocol/errors.ts'
import type { RcsMessage, StepRecord } from '../../src/protocol/types.gen.ts'

/** How a launch ends; by default it succeeds and gives nothing. */
export interface Answer {
  readonly output?: Readonly<Record<string, unknown>>
  /** It does not succeed; `executed` says whether it ran. */
  readonly kind?: EpsKind
  readonly executed?: 'no' | 'yes' | 'unknown'
  readonly survivors?: readonly number[]
}

export interface Asked {
  readonly place: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** `asked` has every launch in order. A launch that begins after the abort is not started, like a real one. */
export function scripted(
  answerOf: (place: string, signal: AbortSignal) => Answer | Promise<Answer>,
): { readonly ask: AskLmm; readonly asked: Asked[] } {
  const asked: Asked[] = []
  const ask: AskLmm = async (request, signal, journal) => {
    const { run_key, input_parameters } = request.payload.data
    const place = String(run_key).split('/').slice(1).join('/')
    if (signal.aborted) return answer(request, { kind: 'cancelled', executed: 'no' })
    asked.push({ place, parameters: Object(input_parameters) })
    const end = await answerOf(place, signal)
    if (end.executed !== 'no') await journal.ready({ bootId: 'x' })
    return answer(request, end)
  }
  return { ask, asked }
}

function answer(
  request: RcsMessage,
  { output = {}, kind, executed = 'yes', survivors }: Answer,
): Awaited<ReturnType<AskLmm>> {
  const action = String(request.payload.data['action'])
  const connects = kind === 'connect-refused' ? ({ phase: 'connect' } as const) : {}
  const data =
    kind === undefined
      ? { status: 'succeeded', executed: 'yes', output_data: output, warnings: [] }
      : {
          status:
            executed === 'unknown' ? 'unknown' : kind === 'cancelled' ? 'cancelled' : 'failed',
          executed,
          error: errorSummary(fault(kind, `it was ${kind}`, { executed, ...connects }), action),
          warnings: [],
        }
  const result: RcsMessage = { ...request, payload: { ...request.payload, data } }
  const record: StepRecord = { rcs_request: request, rcs_result: result }
  if (survivors === undefined) return { result, record }
  const termination = {
    signals: ['TERM'],
    group_gone: survivors.length === 0,
    survivors: [...survivors],
  }
  return { result, record: { ...record, evidence: { termination } } }
}
