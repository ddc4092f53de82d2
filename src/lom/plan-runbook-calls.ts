/** The runbooks that a plan calls as steps: each with its digest, and its inputs bound by the caller. Pure. */
import { problem } from '../document/diagnostic.ts'
import { defaultsOf } from '../document/parameters.ts'
import { show } from '../protocol/schemas.ts'
import type { PlanNode, PlanRunbookCall, Problem } from '../protocol/types.gen.ts'
import { resolveInputs, resolveValue } from '../runbook/evaluate.ts'
import type { CallSite } from '../runbook/inline.ts'
import { matches, parseSelector } from './selector.ts'
import type { Subject } from './subject.ts'

type Params = Readonly<Record<string, unknown>>

export interface BoundCalls {
  readonly calls: PlanRunbookCall[]
  /** By the call's id; a call whose inputs have problems is not there. */
  readonly params: ReadonlyMap<string, Params>
  readonly problems: readonly Problem[]
}

/** `params` are those of the run. What a call gives is made of inputs only, so that all of it is known here. */
export function planRunbookCalls({ sites }: Subject, params: Params): BoundCalls {
  const calls: PlanRunbookCall[] = []
  const bound = new Map<string, Params>()
  const problems: Problem[] = []
  for (const site of sites) {
    const given = site.outer === undefined ? params : bound.get(site.outer.id)
    // A problem of the outer one is told already.
    if (given === undefined) continue
    const own = bindInputs(site, given)
    if (own.kind === 'problems') {
      problems.push(...own.problems)
      continue
    }
    bound.set(site.id, own.params)
    const { id, outer, step, runbook } = site
    calls.push({
      id,
      ...(outer === undefined ? {} : { outer: outer.id }),
      name: runbook.declaration.name,
      sha256: runbook.document.sha256,
      params: { ...own.params },
      ...(step.declaration.if === undefined ? {} : { if: step.declaration.if }),
    })
  }
  return { calls, params: bound, problems }
}

type Bound =
  | { readonly kind: 'params'; readonly params: Params }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

function bindInputs({ id, step, runbook }: CallSite, given: Params): Bound {
  const { inputs = {} } = runbook.declaration
  const refuse = (message: string): Problem =>
    problem({ kind: 'param-invalid', rule: 'parameters', message: `step ${id}: ${message}` })
  const open = Object.entries(step.with).filter(([name]) => !inputs[name]?.secret)
  const resolved = resolveInputs(Object.fromEntries(open), given)
  const settled = resolved.kind === 'value' ? resolveValue(resolved.value, {}) : resolved
  if (settled.kind === 'problems')
    return {
      kind: 'problems',
      problems: settled.problems.map(({ pointer, message }) =>
        refuse(`${pointer.slice(1)}: ${message}`),
      ),
    }
  const params = { ...defaultsOf(inputs), ...Object(settled.value) }
  const compiled = runbook.inputs()
  if (compiled.kind === 'problems') return compiled
  const issues = compiled.check(params)
  if (issues.length === 0) return { kind: 'params', params }
  return {
    kind: 'problems',
    problems: issues.map(({ pointer, message, key }) =>
      refuse(`${pointer === '' ? show(key) : pointer.slice(1).replaceAll('/', '.')}: ${message}`),
    ),
  }
}

const SHOWN = 5

/** Nodes of the plan that a called runbook is not for: a caller narrows its targets and never widens them. */
export function outsideTargets({ sites }: Subject, nodes: readonly PlanNode[]): Problem[] {
  return sites.flatMap(({ id, runbook }) => {
    const { name, targets } = runbook.declaration
    const selector = targets && parseSelector(targets.select)
    if (targets === undefined || selector?.kind !== 'selector') return []
    const outside = nodes.filter((node) => !matches(selector.terms, node))
    if (outside.length === 0) return []
    const more = outside.length > SHOWN ? ` and ${outside.length - SHOWN} more` : ''
    const names = outside.slice(0, SHOWN).map((node) => node.name)
    const message = `step ${id} calls ${name}, whose targets (${targets.select}) leave out ${names.join(', ')}${more}; select nodes that both are for`
    return [problem({ kind: 'target-empty', rule: 'targets', message })]
  })
}

/** The smallest number of nodes that the runbook or one that it calls allows. */
export function fewestTargets({ runbook, sites }: Subject): number | undefined {
  const limits = [runbook, ...sites.map((site) => site.runbook)].flatMap(
    (one) => one?.declaration.targets?.max ?? [],
  )
  return limits.length === 0 ? undefined : Math.min(...limits)
}
