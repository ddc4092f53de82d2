/** One call on one node: its parameters, and as many tries as its failures and its patience allow. Every launch starts here. */
import { errorSummary } from '../protocol/eps-message.ts'
import { fault, fromUnknown } from '../protocol/errors.ts'
import type { ReportEarlier, ReportError, ReportStep } from '../protocol/types.gen.ts'
import { type AnswerData, reportOf } from './answer-data.ts'
import { brokenAnswer, ownAnswer } from './broken.ts'
import { type CallInput, executeRequest } from './execute-request.ts'
import { type Call, entryOf, type NodeFlow } from './flow/call.ts'
import { judged } from './flow/expect.ts'
import { lockOf } from './flow/lock.ts'
import { askAgain } from './flow/polls.ts'
import { parametersOf } from './flow/values.ts'
import type { Attempt, Kept, LmmAnswer, NodeRunInit } from './node-run.ts'
import type { FlowPhase } from './plan-calls.ts'
import { doneBefore } from './resumed.ts'
import { type Again, tryAgain } from './retry.ts'
import { refusedNow } from './step-gate.ts'

export interface CallDone {
  readonly entry: ReportStep
  /** The node said whether a process of the plugin's is left; undefined: nobody had to stop it. */
  readonly groupGone: boolean | undefined
}

/** Resolves for every operational ending. */
export async function runCall(flow: NodeFlow, call: Call): Promise<CallDone> {
  const { step } = call
  const base = { ...entryOf(call), attempt: 1, started_at: flow.init.host.now() }
  const failed = (error: ReportError): CallDone => ({
    entry: { ...base, status: 'failed', executed: 'no', error },
    groupGone: undefined,
  })
  const refused = await refusedNow(flow, call)
  if (refused) return { entry: refused, groupGone: undefined }
  const parameters = parametersOf(flow, call)
  if (parameters.kind === 'wrong') return failed(errorSummary(parameters.problem, step.action))
  const lock = lockOf(flow, step)
  if (lock.kind === 'wrong') return failed(errorSummary(lock.problem, step.action))
  const input = {
    parameters: parameters.value,
    ...(lock.value === undefined ? {} : { lock: lock.value }),
  }
  const first = attemptOf(flow, call)
  // The first of each step is prepared before the run begins; a list has as many as the node shows.
  if (call.iteration > 1 && (await flow.init.log.prepared(first)) !== 'go') {
    const problem = fault('audit-write', 'the record cannot be written, so nothing was started')
    return failed(errorSummary(problem, step.action))
  }
  return tries(flow, { ...call, base, first }, input)
}

/** They find out how things are now, and act on nothing. */
const ASKS: ReadonlySet<FlowPhase> = new Set(['preflight', 'before', 'after', 'evidence'])

function attemptOf({ node, nextFile }: NodeFlow, { step, phase, iteration }: Call): Attempt {
  const n = nextFile(step.id)
  return { node: node.name, step: step.id, phase, iteration, attempt: 1, n }
}

interface Begun extends Call {
  readonly base: Pick<ReportStep, 'id' | 'action' | 'phase' | 'iteration' | 'started_at'>
  readonly first: Attempt
}

/** Tries until one is the last: it succeeded, its failure allows no other, or the run is cancelled. */
async function tries(flow: NodeFlow, begun: Begun, input: CallInput): Promise<CallDone> {
  const { init, signal } = flow
  const { host, log } = init
  const { step } = begun
  const began = host.monotonicMs()
  const earlier: ReportEarlier[] = []
  const asks = { times: 1, tries: 0 }
  let place = begun.first
  for (;;) {
    asks.tries += 1
    const { answer, data, ready } = await tryOnce(flow, begun, place, input)
    const tried: ReportStep = judged(flow, step, begun.values, {
      ...begun.base,
      attempt: place.attempt,
      ...shownOf(earlier),
      ...reportOf(data),
      duration_ms: Math.round(host.monotonicMs() - began),
    })
    const gone = groupGone(answer)
    const retry = begun.onlyOnce?.()
      ? undefined
      : tryAgain(
          { step: tried, ready, groupGone: gone },
          {
            step,
            tries: asks.tries,
            random: randomOf(init),
            again: init.again,
            asks: ASKS.has(begun.phase),
          },
        )
    const poll: Again | undefined =
      retry || step.until === undefined
        ? undefined
        : askAgain(step.until, {
            report: tried,
            ready,
            times: asks.times,
            forMs: host.monotonicMs() - began,
          })
    const next = signal.aborted ? undefined : (retry ?? poll)
    // A check that is still being asked has not failed: the cancel is what ended it.
    const report: ReportStep =
      signal.aborted && poll !== undefined ? { ...tried, status: 'cancelled' } : tried
    const done = (kept: Kept, more: Partial<ReportStep> = {}): CallDone => ({
      entry: { ...report, ...kept, ...more },
      groupGone: gone,
    })
    const end = async (): Promise<Kept> => {
      const kept = await log.ended(place, report, answer.record, answer.stderr)
      if (kept.record !== undefined) answer.acknowledge?.()
      init.host.fault?.('acknowledged')
      return kept
    }
    const { error } = report
    if (next === undefined) return done(await end())

    // What has run is on disk before anything else; what has not may still turn out to be the last try.
    const before = next.sameAttempt ? undefined : await end()
    await host.sleep(next.waitMs, signal)
    const following: Attempt = {
      ...place,
      n: flow.nextFile(step.id),
      attempt: place.attempt + (next.sameAttempt ? 0 : 1),
    }
    if (signal.aborted || (before !== undefined && (await log.prepared(following)) !== 'go')) {
      const why = signal.aborted ? 'the run was cancelled' : 'the record cannot be written'
      const warnings = [...(report.warnings ?? []), `not tried again: ${why}`]
      const cut = signal.aborted && next === poll ? { status: 'cancelled' as const } : {}
      return done(before ?? (await end()), { warnings, ...cut })
    }
    const kept = before ?? (await log.tried(place, report, answer.record))
    if (error !== undefined) earlier.push(earlierOf(place, error, kept))
    if (next === poll) Object.assign(asks, { times: asks.times + 1, tries: 0 })
    place = following
  }
}

interface OneTry {
  readonly answer: LmmAnswer
  readonly data: AnswerData
  /** The node was ready, and told to go. */
  readonly ready: boolean
}

async function tryOnce(
  { init, node, signal, sawHostKey }: NodeFlow,
  { step }: Begun,
  place: Attempt,
  input: CallInput,
): Promise<OneTry> {
  const request = executeRequest(init, node, step, place, input)
  let ready = false
  const done = doneBefore(init.resumed, place)
  let twice = false
  const answered = await init
    .ask(request, signal, {
      ready: async (info) => {
        twice = done !== undefined
        if (twice) return 'abort'
        const decision = await init.log.started(place, info)
        ready = decision === 'go'
        return decision
      },
    })
    .catch((caught: unknown) => brokenAnswer(init, request, step, fromUnknown(caught), ready))
  const answer = done !== undefined && twice ? ownAnswer(init, request, step, done) : answered
  const data = answer.result.payload.data as unknown as AnswerData
  if (data.host_key_sha256 !== undefined) sawHostKey(data.host_key_sha256)
  return { answer, data, ready }
}

/** Only the node's own termination record proves it. */
function groupGone({ record }: LmmAnswer): boolean | undefined {
  const termination = record.evidence?.termination
  if (termination === undefined) return undefined
  return termination.group_gone && termination.survivors.length === 0
}

/** At least 0 and less than 1. */
function randomOf({ host }: NodeRunInit): number {
  return Number.parseInt(host.hex(4), 16) / 2 ** 32
}

const MESSAGE_AT_MOST = 500
const EARLIER_AT_MOST = 20

/** A check may be asked for an hour; the record has every time. */
function shownOf(earlier: readonly ReportEarlier[]): Pick<ReportStep, 'earlier' | 'tries'> {
  if (earlier.length === 0) return {}
  const shown = earlier.slice(-EARLIER_AT_MOST)
  return { earlier: shown, ...(shown.length < earlier.length ? { tries: earlier.length + 1 } : {}) }
}

function earlierOf(
  { attempt }: Attempt,
  { kind, message, executed }: ReportError,
  { record }: Kept,
): ReportEarlier {
  return {
    attempt,
    executed,
    kind,
    // A cut may leave half a surrogate pair.
    message: message.slice(0, MESSAGE_AT_MOST).toWellFormed(),
    ...(record === undefined ? {} : { record }),
  }
}
