/** The lists of a plan: actions with their bundles, and parameters resolved as far as they do not depend on a node. */
import { problem } from '../document/diagnostic.ts'
import { parseDuration } from '../document/duration.ts'
import { defaultsOf } from '../document/parameters.ts'
import { show } from '../protocol/schemas.ts'
import type { Plan, PlanCall, PlanStep, Problem } from '../protocol/types.gen.ts'
import {
  isSettled,
  quoteValue,
  type Resolved,
  resolveInputs,
  resolveValue,
} from '../runbook/evaluate.ts'
import type { CallSite } from '../runbook/inline.ts'
import { SECTIONS, type Section } from '../runbook/runbook.ts'
import type { Lists } from './plan-calls.ts'
import { planRunbookCalls } from './plan-runbook-calls.ts'
import type { RegisteredAction, Registry } from './registry.ts'
import { secretsOf } from './secret-parameters.ts'
import type { Subject, SubjectStep } from './subject.ts'

export type StepsResult =
  | { readonly kind: 'lists'; readonly lists: Lists & Pick<Plan, 'calls'> }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/**
 * `input` of a planned step is a template: what came from the request is quoted in it, and `resolveValue` on the node's
 * own contexts gives the parameters, which are then checked as a whole.
 */
export function planSteps(
  subject: Subject,
  registry: Registry,
  params: Readonly<Record<string, unknown>>,
): StepsResult {
  const problems: Problem[] = []
  const lists: Record<Section, PlanStep[]> = { preflight: [], verify: [], steps: [], evidence: [] }
  const bound = planRunbookCalls(subject, params)
  problems.push(...bound.problems)
  const planCall = (
    call: SubjectStep,
    site: CallSite | undefined,
    skipped: boolean,
  ): PlanCall | undefined => {
    const action = registry.actions.get(call.action)
    // The rule `known-action` has refused the runbook before.
    if (!action) throw new Error(`the action ${call.action} is not registered`)
    const output = action.output()
    if (output.kind === 'problems') problems.push(...output.problems)
    const own = site === undefined ? params : bound.params.get(site.id)
    if (own === undefined) return undefined
    const { secrets, open } = secretsOf(call.with, action.declaration, subject, site)
    const given = subject.action === undefined ? resolveInputs(open, own) : quoted(params)
    const input = planInput(
      call,
      action,
      { given, skipped },
      (site?.runbook ?? subject.runbook)?.file,
    )
    const belongs = site === undefined ? {} : { call: site.id }
    if (input.kind === 'input')
      return { ...callOf(call, action, input.input), ...belongs, ...secrets }
    problems.push(...input.problems)
    return undefined
  }
  for (const step of subject.steps) {
    const own = step.site === undefined ? params : bound.params.get(step.site.id)
    const skipped = own !== undefined && isSkipped(step, own)
    const call = planCall(step, step.site, skipped)
    const undo = step.undo && planCall(step.undo, step.site, skipped)
    if (call) lists[step.section ?? 'steps'].push(planStep(step, call, undo))
  }
  if (problems.length) return { kind: 'problems', problems }
  const { steps } = lists
  const others = SECTIONS.filter((section) => section !== 'steps' && lists[section].length > 0)
  return {
    kind: 'lists',
    lists: {
      ...Object.fromEntries(others.map((section) => [section, lists[section]])),
      steps,
      ...(bound.calls.length === 0 ? {} : { calls: bound.calls }),
    },
  }
}

/** The request alone says that the step is not run: then its parameters may be anything. */
function isSkipped(
  { declaration }: SubjectStep,
  params: Readonly<Record<string, unknown>>,
): boolean {
  if (declaration?.if === undefined) return false
  const condition = resolveValue(declaration.if, { inputs: params })
  return condition.kind === 'value' && condition.value === false
}

function quoted(params: Readonly<Record<string, unknown>>): Resolved {
  return { kind: 'value', value: quoteValue(params) }
}

function callOf(
  call: SubjectStep,
  action: RegisteredAction,
  input: Readonly<Record<string, unknown>>,
): PlanCall {
  const { declaration } = action
  return {
    id: call.id,
    action: action.name,
    module: action.module,
    module_version: action.moduleVersion,
    effect: declaration.effect,
    become: declaration.become ?? false,
    idempotent: declaration.idempotent ?? false,
    dry_run_supported: declaration['dry-run'] ?? false,
    bundle_sha256: action.bundle.sha256,
    timeout_ms: call.timeoutMs ?? action.timeoutMs,
    input: { ...input },
    requires: [...(declaration.requires ?? [])],
  }
}

/** Conditions and lists stay as they are written: they are resolved once, on the node. */
function planStep(
  { declaration = { uses: '' } }: SubjectStep,
  call: PlanCall,
  undo: PlanCall | undefined,
): PlanStep {
  const { if: condition, 'for-each': each, expect, until, retry, lock } = declaration
  const held = lock === undefined ? {} : { lock }
  const onFailure = declaration['on-failure']
  return {
    ...call,
    ...(retry === undefined
      ? {}
      : { retry: { attempts: retry.attempts, backoff_ms: durationMs(retry.backoff, BACKOFF_MS) } }),
    ...(condition === undefined ? {} : { if: condition }),
    ...(each === undefined ? {} : { for_each: each }),
    ...(declaration.once === undefined ? {} : { once: declaration.once }),
    ...(expect === undefined ? {} : { expect }),
    ...(until === undefined
      ? {}
      : { until: { every_ms: durationMs(until.every, 0), for_ms: durationMs(until.for, 0) } }),
    ...(onFailure === undefined || onFailure === 'stop' ? {} : { on_failure: onFailure }),
    ...held,
    // What takes it back works on the same thing.
    ...(undo === undefined ? {} : { undo: { ...undo, ...held } }),
  }
}

const BACKOFF_MS = 1_000

/** The rule `wait` has refused what is not a duration. */
function durationMs(written: string | undefined, otherwise: number): number {
  return (written === undefined ? undefined : parseDuration(written)) ?? otherwise
}

type InputResult =
  | { readonly kind: 'input'; readonly input: Readonly<Record<string, unknown>> }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Adds the action's defaults and checks every parameter whose value is known by now. */
function planInput(
  step: SubjectStep,
  action: RegisteredAction,
  { given, skipped }: { readonly given: Resolved; readonly skipped: boolean },
  file: string | undefined,
): InputResult {
  const where = `step ${step.id}: `
  const refuse = (kind: 'param-invalid' | 'expression-invalid', rule: string, message: string) =>
    problem({ kind, rule, message: where + message, ...(file === undefined ? {} : { file }) })
  const compiled = action.input()
  if (compiled.kind === 'problems') return compiled
  if (given.kind === 'problems') {
    const problems = given.problems.map(({ pointer, message }) =>
      refuse('expression-invalid', 'expression', `${pointer.slice(1)}: ${message}`),
    )
    return { kind: 'problems', problems }
  }
  const defaults = quoteValue(defaultsOf(action.declaration.input ?? {})) as Record<string, unknown>
  const input = { ...defaults, ...(given.value as Record<string, unknown>) }
  const settled = Object.entries(input).filter(([, value]) => isSettled(value))
  const known = resolveValue(Object.fromEntries(settled), {})
  if (known.kind === 'problems') throw new Error(`${where}a settled value did not resolve`)
  const complete = settled.length === Object.keys(input).length
  const issues = compiled
    .check(known.value)
    // What still has expressions is missing here and is checked as a whole on its node.
    .filter(({ keyword, pointer }) => complete || !(keyword === 'required' && pointer === ''))
  if (skipped || !issues.length) return { kind: 'input', input }
  const problems = issues.map(({ pointer, message, key }) => {
    const name = pointer === '' ? show(key) : pointer.slice(1).replaceAll('/', '.')
    return refuse('param-invalid', 'parameters', `${name}: ${message}`)
  })
  return { kind: 'problems', problems }
}
