/** A second, independent account of what a run does: slow, without a clock or a promise, and as plain as the guide. */
import type { Plan, PlanStep } from '../../src/protocol/types.gen.ts'

/** How a launch ends. `no`: it answers, and its output is not healthy. `stuck`: killed, and a process is left. */
export type Ending =
  | 'ok'
  | 'no'
  | 'error'
  | 'timeout'
  | 'stuck'
  | 'hostile'
  | 'prereq'
  | 'gone'
  | 'lost'
  | 'stopped'
  | 'not-begun'

export interface World {
  readonly plan: Plan
  readonly ending: (place: string) => Ending
  /** The launch, counted from one over the whole run, in which the cancel comes, and what becomes of that launch. */
  readonly cancel?: { readonly at: number; readonly how: 'race' | 'stopped' | 'not-begun' }
}

export interface Told {
  readonly asked: readonly string[]
  readonly outcomes: Readonly<Record<string, string>>
}

type Status = 'succeeded' | 'failed' | 'skipped' | 'unknown' | 'cancelled'
interface End {
  readonly ending: Ending
  readonly status: Status
  readonly ran: boolean
}

const RAN: readonly Ending[] = ['ok', 'no', 'error', 'timeout', 'stuck', 'hostile', 'stopped']
const ALIVE: readonly Ending[] = ['stuck']

export function foretell({ plan, ending, cancel }: World): Told {
  const asked: string[] = []
  const outcomes: Record<string, string> = {}
  const shared = new Map<string, Status | 'bad'>()
  let cancelled = false

  const launch = (place: string): Ending => {
    asked.push(place)
    if (asked.length !== cancel?.at) return ending(place)
    cancelled = true
    return cancel.how === 'race' ? ending(place) : cancel.how
  }

  const call = (node: string, step: PlanStep, phase: string, i: number, single = false): End => {
    let attempt = 1
    for (let poll = 1; ; poll += 1) {
      for (let tries = 1; ; tries += 1) {
        const got = launch(`${node}/${step.id}/${phase}/${i}/${attempt}`)
        const end = endOf(got, step)
        const again = !single && tries < (step.retry?.attempts ?? 3)
        const over =
          got === 'error' || got === 'timeout' || (got === 'no' && end.status === 'failed')
        const retry = got === 'gone' ? again : over && again && step.retry !== undefined
        if (retry && !cancelled) {
          if (got !== 'gone') attempt += 1
          continue
        }
        const asks =
          step.until && phase === 'after' ? step.until.for_ms / step.until.every_ms + 1 : 1
        const open = end.status === 'failed' && (end.ran || got === 'gone')
        const waits = open && poll < asks && !retry
        if (waits && cancelled) return { ...end, status: 'cancelled' }
        if (!waits) return end
        if (got !== 'gone') attempt += 1
        break
      }
    }
  }

  const checks = (
    node: string,
    list: readonly PlanStep[],
    phase: string,
  ): End | 'passed' | 'cut' => {
    for (const step of list) {
      if (cancelled) return 'cut'
      const end = call(node, step, phase, 1)
      if (end.status !== 'succeeded') return end
    }
    return 'passed'
  }

  /** Evidence, and the outcome as it is after it. */
  const close = (node: string, outcome: string, shaky: boolean): string => {
    let result = outcome
    const single = shaky || cancelled
    for (const step of plan.evidence ?? []) {
      const { status, ending: got } = call(node, step, 'evidence', 1, single)
      if (status === 'unknown') result = 'unknown'
      if (status === 'unknown' || got === 'gone') break
    }
    return result
  }

  const outOf = ({ status, ending: got }: End): boolean => status === 'unknown' || got === 'gone'

  // Preflight: everywhere, before anything else.
  const open: string[] = []
  let refused = false
  for (const { name } of plan.nodes) {
    if (cancelled) break
    const end = checks(name, plan.preflight ?? [], 'preflight')
    if (end === 'passed') open.push(name)
    else {
      const shaky = end !== 'cut' && outOf(end)
      const how = end === 'cut' || end.status === 'cancelled' ? 'cancelled' : end.status
      outcomes[name] = close(name, how, shaky)
      refused ||= !cancelled
    }
  }
  if (refused) for (const name of open) outcomes[name] = cancelled ? 'cancelled' : 'untouched'

  for (const name of refused || Object.keys(outcomes).length > 0 ? [] : open) {
    if (cancelled) break
    outcomes[name] = run(name)
  }
  for (const { name } of plan.nodes) outcomes[name] ??= 'cancelled'
  return { asked, outcomes }

  function run(node: string): string {
    let shaky = false
    if (plan.verify) {
      const before = checks(node, plan.verify, 'before')
      if (before === 'passed') return close(node, 'not_needed', false)
      if (before === 'cut') return close(node, 'cancelled', false)
      shaky ||= outOf(before)
      const finding =
        before.status === 'failed' && ['no', 'error', 'timeout', 'stuck'].includes(before.ending)
      if (!finding) return close(node, before.status, shaky)
    }
    const done: { step: PlanStep; i: number; end: End }[] = []
    const statuses: Record<string, Status> = {}
    let bad: Status | undefined
    let undo = false
    let succeeded = false
    let failed = false
    let before = ''
    for (const step of plan.steps) {
      if (cancelled) {
        bad = 'cancelled'
        break
      }
      const asks = /== '([a-z]+)'/.exec(step.if ?? '')?.[1]
      const previous = before
      before = step.id
      if (asks !== undefined && statuses[previous] !== asks) {
        statuses[step.id] = 'skipped'
        continue
      }
      const elsewhere = step.once ? shared.get(step.id) : undefined
      if (elsewhere === 'bad') {
        bad = 'failed'
        undo = step.on_failure === 'undo'
        break
      }
      if (elsewhere !== undefined) {
        statuses[step.id] = elsewhere
        continue
      }
      const count = Array.isArray(step.for_each) ? step.for_each.length : step.for_each ? 0 : 1
      let status: Status = 'succeeded'
      for (let i = 1; i <= count && bad === undefined; i += 1) {
        if (cancelled && i > 1) {
          bad = 'cancelled'
          break
        }
        const end = call(node, step, 'do', i)
        shaky ||= outOf(end)
        if (end.ran) done.push({ step, i, end })
        if (end.status === 'succeeded') succeeded = true
        else {
          status = 'failed'
          const passes = step.on_failure === 'continue' && end.status === 'failed'
          if (passes && (end.ran || end.ending === 'prereq')) failed = true
          else {
            bad = end.status
            undo = step.on_failure === 'undo' && end.status === 'failed'
          }
        }
      }
      statuses[step.id] = status
      if (step.once) shared.set(step.id, bad === undefined ? status : 'bad')
      if (bad !== undefined) break
    }
    // A failure that was passed over before the cancel stays one that was passed over.
    let outcome: string = bad ?? (failed && !succeeded && !plan.verify ? 'failed' : 'done')
    if (bad === undefined && plan.verify) {
      const after = checks(node, plan.verify, 'after')
      if (after === 'passed') outcome = 'fixed'
      else if (after === 'cut') outcome = 'cancelled'
      else {
        shaky ||= outOf(after)
        outcome = after.status
        if (after.status === 'failed') outcome = after.ran ? 'not_fixed' : 'unknown'
        undo = outcome === 'not_fixed' && done.some(({ step }) => step.on_failure === 'undo')
      }
    }
    const alive = done.some(({ end }) => ALIVE.includes(end.ending) && end.status !== 'succeeded')
    if (undo && !alive) {
      for (const { step, i } of done.toReversed()) {
        if (!step.undo) continue
        if (cancelled) {
          if (outcome === 'rolled_back') outcome = 'rollback_failed'
          break
        }
        const end = call(node, step.undo, 'undo', i)
        shaky ||= outOf(end)
        outcome = end.status === 'succeeded' ? 'rolled_back' : 'rollback_failed'
        if (end.status === 'unknown') outcome = 'unknown'
        if (end.status !== 'succeeded') break
      }
    }
    return close(node, outcome, shaky)
  }
}

function endOf(ending: Ending, step: PlanStep): End {
  const status: Status =
    ending === 'ok' || (ending === 'no' && step.expect === undefined)
      ? 'succeeded'
      : ending === 'lost'
        ? 'unknown'
        : ending === 'stopped' || ending === 'not-begun'
          ? 'cancelled'
          : 'failed'
  return { ending, status, ran: RAN.includes(ending) }
}
