/** A runbook with the steps of those that it calls in their place. Pure. */
import type { Call, Runbook, Section, Step } from './runbook.ts'
import { SECTIONS } from './runbook.ts'

/** Runbooks inside each other, the outermost one not counted. */
export const DEEPEST = 3
/** More than anybody reviews; a call of a call may multiply. */
export const STEPS_AT_MOST = 300

/** One use of a runbook as a step. */
export interface CallSite {
  /** Ids of the calls around it and its own, with dots between. */
  readonly id: string
  readonly step: Step
  /** The runbook that is called. */
  readonly runbook: Runbook
  /** The call whose runbook has this one. */
  readonly outer?: CallSite
}

/** A step under the id that it has in the plan. */
export type InlinedStep = Step & { readonly site?: CallSite }

export interface Inlined {
  readonly steps: readonly InlinedStep[]
  /** In the order of the steps, outer ones first. */
  readonly sites: readonly CallSite[]
}

export type FindRunbook = (name: string) => Runbook | undefined

const CALL = /^\.\/runbooks\/([A-Za-z0-9][A-Za-z0-9._-]{0,127})\.yaml$/

/** The runbook that `uses` names; undefined for an action. */
export function calledRunbook(uses: string): string | undefined {
  return CALL.exec(uses)?.[1]
}

/**
 * Steps stand where they are called; checks and evidence of a called runbook follow those of its caller. What is not
 * there or too deep is left out: the rule `runbook-call` has refused it.
 */
export function inlineCalls(runbook: Runbook, find: FindRunbook): Inlined {
  const lists: Record<Section, InlinedStep[]> = {
    preflight: [],
    verify: [],
    steps: [],
    evidence: [],
  }
  const sites: CallSite[] = []
  const add = (of: Runbook, depth: number, outer?: CallSite): void => {
    for (const step of of.allSteps) {
      const name = calledRunbook(step.action)
      if (name === undefined) {
        lists[step.section].push(prefixed(step, outer))
        continue
      }
      const called = find(name)
      if (!called || depth === DEEPEST || lists.steps.length > STEPS_AT_MOST) continue
      const site = { id: idIn(step.id, outer), step, runbook: called, ...(outer ? { outer } : {}) }
      sites.push(site)
      add(called, depth + 1, site)
    }
  }
  add(runbook, 0)
  return { steps: SECTIONS.flatMap((section) => lists[section]), sites }
}

function prefixed(step: Step, site: CallSite | undefined): InlinedStep {
  if (!site) return step
  const rename = (call: Call): Call => ({ ...call, id: idIn(call.id, site) })
  const { undo } = step
  return { ...step, ...rename(step), ...(undo ? { undo: rename(undo) } : {}), site }
}

function idIn(id: string, site: CallSite | undefined): string {
  return site ? `${site.id}.${id}` : id
}

/** The names of the runbooks that a runbook calls itself. */
export function callsIn({ steps }: Pick<Runbook, 'steps'>): string[] {
  return steps.flatMap(({ action }) => calledRunbook(action) ?? [])
}
