/** The runbook's steps on one node, in order: how one ends decides whether the next one is run. */
import { errorSummary } from '../../protocol/eps-message.ts'
import { type Fault, fault } from '../../protocol/errors.ts'
import type { PlanStep, ReportStep } from '../../protocol/types.gen.ts'
import { callsAround } from '../plan-calls.ts'
import { isRefused } from '../step-gate.ts'
import { runCall } from '../step-run.ts'
import { type Call, entryOf, type NodeFlow, notRun, type Outputs, type StepValue } from './call.ts'
import { errorValue, passesOver } from './failure.ts'
import type { Once, OnceEnd } from './once.ts'
import { conditionOf, entriesOf, type Value } from './values.ts'

/** A use of an action that ran, so that it can be taken back. */
export interface Ran {
  readonly call: Call
  readonly entry: ReportStep
  readonly groupGone: boolean | undefined
}

export interface StepsDone {
  readonly entries: readonly ReportStep[]
  /** In the order in which they ran. */
  readonly ran: readonly Ran[]
  readonly outputs: Outputs
  /** Every step had its turn, and none stopped the others. */
  readonly whole: boolean
  /** A step that failed wants what was done to be undone. */
  readonly undo: boolean
}

/** Resolves for every operational ending. Steps after the one that stops are `not_run`. */
export async function runSteps(flow: NodeFlow, once: Once): Promise<StepsDone> {
  const entries: ReportStep[] = []
  const ran: Ran[] = []
  const outputs: Outputs = {}
  let whole = true
  let undo = false
  for (const step of flow.init.plan.steps) {
    if (flow.signal.aborted) whole = false
    if (!whole) {
      entries.push(notRun(step, 'do'))
      continue
    }
    const end = await runStep(flow, step, outputs, once)
    entries.push(...end.entries)
    ran.push(...(end.ran ?? []))
    if (end.value !== undefined) outputs[step.id] = end.value
    whole = end.goesOn
    undo ||= !end.goesOn && step.on_failure === 'undo' && end.value?.status === 'failed'
  }
  return { entries, ran, outputs, whole, undo }
}

interface StepEnd {
  readonly entries: readonly ReportStep[]
  readonly ran?: readonly Ran[]
  /** As later steps see it; undefined where that is not known. */
  readonly value?: StepValue
  readonly goesOn: boolean
}

async function runStep(
  flow: NodeFlow,
  step: PlanStep,
  steps: Outputs,
  once: Once,
): Promise<StepEnd> {
  const { init, node, signal } = flow
  const called = callsHold(flow, step, steps)
  if (called.kind === 'wrong') return notStarted(flow, step, steps, called.problem)
  if (!called.value) {
    if (step.once) once.pass(node.name, step.id)
    return { entries: [skipped(step)], value: { status: 'skipped' }, goesOn: true }
  }
  if (step.if !== undefined) {
    const condition = conditionOf(flow, step, ['if', step.if], { steps })
    if (condition.kind === 'wrong') return notStarted(flow, step, steps, condition.problem)
    if (!condition.value) {
      if (step.once) once.pass(node.name, step.id)
      return { entries: [skipped(step)], value: { status: 'skipped' }, goesOn: true }
    }
  }
  if (init.plan.dry_run && !step.dry_run_supported && step.effect !== 'read') {
    const why = `a dry run stops here: ${step.action} does not support one`
    return { entries: [notRun(step, 'do', why)], goesOn: false }
  }
  if (!step.once) return runEach(flow, step, steps)
  const earlier = await once.take(step.id, node.name, signal)
  if (signal.aborted) return { entries: [notRun(step, 'do')], goesOn: false }
  if (earlier !== undefined) return sharedEnd(flow, step, steps, earlier)
  const end = await runEach(flow, step, steps)
  once.give(step.id, onceEnd(node.name, step, end))
  return end
}

/**
 * Whether the conditions of the calls that the step belongs to hold, the outermost one first. Later steps of the caller
 * see how each of them is: where one of its steps stops the node's run, there are none.
 */
function callsHold(flow: NodeFlow, step: PlanStep, steps: Outputs): Value<boolean> {
  for (const { id, outer, if: condition } of callsAround(flow.init.plan, step)) {
    const caller = { id, ...(outer === undefined ? {} : { call: outer }) }
    const held: Value<boolean> =
      condition === undefined
        ? { kind: 'value', value: true }
        : conditionOf(flow, caller, ['if', condition], { steps })
    if (held.kind === 'wrong') return held
    steps[id] = { status: held.value ? 'succeeded' : 'skipped' }
    if (!held.value) return held
  }
  return { kind: 'value', value: true }
}

/** What this node has of a step that ran on another one. */
function sharedEnd(flow: NodeFlow, step: PlanStep, steps: Outputs, end: OnceEnd): StepEnd {
  const { node, value, because = '' } = end
  if (value !== undefined)
    return { entries: [{ ...skipped(step), ran_on: node }], value, goesOn: true }
  const message = `step ${step.id} is run once for all nodes, and on ${node} ${because}`
  return notStarted(flow, step, steps, fault('once-failed', message, { phase: 'plan' }))
}

function onceEnd(node: string, { id }: PlanStep, { entries, value, goesOn }: StepEnd): OnceEnd {
  if (goesOn && value !== undefined) return { node, value }
  const bad = entries.find(({ status }) => status !== 'succeeded')
  const why = bad?.error === undefined ? '' : `: ${bad.error.kind}`
  return { node, because: `${id} ended as ${bad?.status ?? 'not_run'}${why}` }
}

/** Once, or once for each entry of its list, one after the other. */
async function runEach(flow: NodeFlow, step: PlanStep, steps: Outputs): Promise<StepEnd> {
  const list: Value<readonly unknown[]> =
    step.for_each === undefined
      ? { kind: 'value', value: [undefined] }
      : entriesOf(flow, step, { steps })
  if (list.kind === 'wrong') return notStarted(flow, step, steps, list.problem)
  if (list.value.length === 0)
    return { entries: [skipped(step)], value: { status: 'succeeded' }, goesOn: true }

  const entries: ReportStep[] = []
  const ran: Ran[] = []
  let failed: ReportStep | undefined
  let goesOn = true
  for (const [index, item] of list.value.entries()) {
    const values = step.for_each === undefined ? { steps } : { steps, item }
    const call: Call = { step, phase: 'do', iteration: index + 1, values }
    if (!goesOn || (index > 0 && flow.signal.aborted)) {
      goesOn = false
      entries.push({ ...entryOf(call), status: 'not_run', executed: 'no' })
      continue
    }
    const { entry, groupGone } = await runCall(flow, call)
    entries.push(entry)
    if (entry.executed === 'yes') ran.push({ call, entry, groupGone })
    if (entry.status === 'succeeded') continue
    failed ??= entry
    goesOn = passesOver(step, entry)
    if (isRefused(entry)) return { entries, ran, goesOn: false }
  }
  const [only] = entries
  const output = step.for_each === undefined && only?.output ? { output: only.output } : {}
  const value: StepValue = failed ? failedValue(failed) : { status: 'succeeded', ...output }
  const known = entries.every(({ status }) => status !== 'unknown' && status !== 'cancelled')
  return { entries, ran, goesOn, ...(known ? { value } : {}) }
}

/** It failed before anything was asked of the node. */
function notStarted(flow: NodeFlow, step: PlanStep, steps: Outputs, problem: Fault): StepEnd {
  const call: Call = { step, phase: 'do', iteration: 1, values: { steps } }
  const entry: ReportStep = {
    ...entryOf(call),
    started_at: flow.init.host.now(),
    status: 'failed',
    executed: 'no',
    error: errorSummary(problem, step.action),
  }
  return { entries: [entry], value: failedValue(entry), goesOn: passesOver(step, entry) }
}

function skipped(step: PlanStep): ReportStep {
  return { ...notRun(step, 'do'), status: 'skipped' }
}

function failedValue({ error }: ReportStep): StepValue {
  return { status: 'failed', ...(error === undefined ? {} : { error: errorValue(error) }) }
}
