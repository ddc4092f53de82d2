/** Rule: a step that calls another runbook can be replaced by that one's steps. */
import { problemAt } from '../../document/diagnostic.ts'
import { nearest } from '../../protocol/schemas.ts'
import type { Problem } from '../../protocol/types.gen.ts'
import type { Actions, Rule } from '../check.ts'
import { needsInputsOnly } from '../evaluate.ts'
import {
  type CallSite,
  calledRunbook,
  callsIn,
  DEEPEST,
  type FindRunbook,
  inlineCalls,
  STEPS_AT_MOST,
} from '../inline.ts'
import { type Runbook, SECTIONS, type Step } from '../runbook.ts'

/** With a call these would be about all of its steps at once, and each of those says it itself. */
const OWN_KEYS = ['for-each', 'timeout', 'retry', 'lock', 'once', 'expect', 'on-failure', 'undo']
const CHECKS_AT_MOST = 20
const ID_AT_MOST = 128

export const runbookCalls: Rule = {
  name: 'runbook-call',
  description:
    'A called runbook is there, calls no circle, at most 3 deep, and its steps fit into the caller.',
  check: (runbook, actions) => {
    const calls = runbook.steps.filter(({ action }) => calledRunbook(action) !== undefined)
    if (calls.length === 0) return []
    const problems = calls.flatMap((step) => callProblems(runbook, step, actions))
    return problems.length > 0 ? problems : inlinedProblems(runbook, actions)
  },
}

type Say = (message: string, at?: string) => Problem

function callProblems(runbook: Runbook, step: Step, actions: Actions): Problem[] {
  const say = sayer(runbook, step)
  const name = calledRunbook(step.action) ?? ''
  const find = finder(actions)
  const own = OWN_KEYS.filter((key) => Object.hasOwn(step.declaration, key)).map((key) =>
    say(`${key} cannot stand at a step that calls a runbook; its own steps have it`, `/${key}`),
  )
  if (find(name) === undefined) {
    const near = nearest(name, actions.runbooks?.names ?? [])
    const hint = near === undefined ? '' : `; did you mean ./runbooks/${near}.yaml?`
    return [...own, say(`there is no runbook ${name} that can be read${hint}`)]
  }
  const circle = circleFrom(runbook.declaration.name, name, find)
  if (circle)
    return [...own, say(`the runbooks call each other in a circle: ${circle.join(' -> ')}`)]
  const deep = deepest(name, find)
  if (deep > DEEPEST)
    return [...own, say(`the calls are ${deep} deep, and at most ${DEEPEST} may be`)]
  return own
}

function inlinedProblems(runbook: Runbook, actions: Actions): Problem[] {
  const { steps, sites } = inlineCalls(runbook, finder(actions))
  const first = (site: CallSite): CallSite => (site.outer ? first(site.outer) : site)
  const at = (site: CallSite): Say => sayer(runbook, first(site).step)
  const problems = sites.flatMap((site) => siteProblems(runbook, site, at(site)))
  const [any] = sites
  if (!any) return problems
  for (const section of SECTIONS) {
    const count = steps.filter((one) => one.section === section).length
    const most = section === 'steps' ? STEPS_AT_MOST : CHECKS_AT_MOST
    if (count > most)
      problems.push(
        at(any)(
          `with those of called runbooks \`${section}\` has ${count} entries, at most ${most}`,
        ),
      )
  }
  const seen = new Map<string, string>()
  for (const { id, site } of steps) {
    if (site && id.length > ID_AT_MOST)
      problems.push(
        at(site)(`the step id ${id} is longer than ${ID_AT_MOST}; give the call a shorter id`),
      )
    const taken = seen.get(id.toLowerCase())
    if (taken !== undefined && site)
      problems.push(at(site)(`the step id ${id} is taken; give the call another id`))
    seen.set(id.toLowerCase(), id)
  }
  return problems
}

function siteProblems(runbook: Runbook, { step, runbook: called }: CallSite, say: Say): Problem[] {
  const { name, verify, preflight } = called.declaration
  const problems: Problem[] = []
  if (verify && !runbook.declaration.verify)
    problems.push(
      say(
        `${name} has verify, and when that passes nothing of this runbook would be needed; say in \`verify\` what healthy means here`,
      ),
    )
  if (step.declaration.if !== undefined && (verify || preflight))
    problems.push(
      say(
        `${name} has preflight or verify, which are asked whether or not \`if\` holds; leave \`if\` out, or call a runbook without them`,
      ),
    )
  for (const [key, value] of Object.entries(step.with))
    if (!needsInputsOnly(value))
      problems.push(
        say(
          `with.${key} is made of inputs and nothing else, so that the plan has it and nothing that a node sent comes where only inputs may stand`,
        ),
      )
  return problems
}

function sayer({ document }: Runbook, { pointer }: Step): Say {
  return (message, at = '/uses') =>
    problemAt(document, `${pointer}${at}`, {
      kind: 'document-schema',
      rule: 'runbook-call',
      message,
    })
}

function finder({ runbooks }: Actions): FindRunbook {
  return (name) => runbooks?.find(name)
}

/** The circle that begins and ends with `start`, where a call leads back to it. */
function circleFrom(start: string, name: string, find: FindRunbook): string[] | undefined {
  const seen = new Set<string>()
  const walk = (at: string, path: string[]): string[] | undefined => {
    if (at === start) return [...path, at]
    if (seen.has(at)) return undefined
    seen.add(at)
    const called = find(at)
    for (const next of called ? callsIn(called) : []) {
      const found = walk(next, [...path, at])
      if (found) return found
    }
    return undefined
  }
  return walk(name, [start])
}

/** Counted as far as it is too deep; a circle that does not come back here is one of those that are in it. */
function deepest(name: string, find: FindRunbook, depth = 1): number {
  const called = find(name)
  if (!called || depth > DEEPEST) return depth
  return Math.max(
    depth,
    ...[...new Set(callsIn(called))].map((one) => deepest(one, find, depth + 1)),
  )
}
