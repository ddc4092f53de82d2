/** What a request asks for, in one form: a runbook's steps, or one action as a single step. */
import { problem } from '../document/diagnostic.ts'
import type { Parameters } from '../document/parameters.ts'
import { nearest, type ValueCheck } from '../protocol/schemas.ts'
import type { Problem, Request } from '../protocol/types.gen.ts'
import { type CallSite, type InlinedStep, inlineCalls } from '../runbook/inline.ts'
import type { Call, Runbook } from '../runbook/runbook.ts'
import type { Project } from './project.ts'
import { whyUnavailable } from './registry.ts'

/** A use of an action, and what a runbook says more about it. */
export type SubjectStep = Call &
  Partial<Pick<InlinedStep, 'section' | 'declaration' | 'undo' | 'site'>>

export interface Subject {
  readonly runbook?: Runbook
  readonly action?: string
  /** What the request's parameters are typed by. */
  readonly inputs: Parameters
  readonly checkInputs: ValueCheck
  /** Of every section. */
  readonly steps: readonly SubjectStep[]
  /** Runbooks that are called as steps, outer ones first. */
  readonly sites: readonly CallSite[]
}

export type SubjectResult =
  | { readonly kind: 'subject'; readonly subject: Subject }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Finds it in the project, with suggestions when it is not there. */
export function findSubject(request: Request, project: Project): SubjectResult {
  if (request.runbook !== undefined && request.action === undefined) {
    return findRunbook(request.runbook, project)
  }
  if (request.action !== undefined && request.runbook === undefined) {
    return findAction(request.action, project)
  }
  const message = 'a request names either a runbook or an action'
  return {
    kind: 'problems',
    problems: [problem({ kind: 'request-invalid', rule: 'request', message })],
  }
}

function findRunbook(name: string, project: Project): SubjectResult {
  const result = project.runbook(name)
  if (!result) {
    const message = `there is no runbook ${name}${hint(name, project.runbookNames)}`
    const missing = problem({ kind: 'runbook-unknown', rule: 'request', message })
    return { kind: 'problems', problems: [missing] }
  }
  if (result.kind === 'problems') {
    // A module that is left out is often why an action is unknown.
    const unknown = result.problems.some(({ kind }) => kind === 'action-unknown')
    const modules = unknown ? errorsOf(project) : []
    return { kind: 'problems', problems: [...result.problems, ...modules] }
  }
  const { runbook } = result
  const compiled = runbook.inputs()
  if (compiled.kind === 'problems') return compiled
  const inputs = runbook.declaration.inputs ?? {}
  return {
    kind: 'subject',
    subject: {
      runbook,
      inputs,
      checkInputs: compiled.check,
      ...inlineCalls(runbook, project.written),
    },
  }
}

/** One step named after its action. Each parameter is handed through by reference, so that text in it stays text. */
function findAction(name: string, project: Project): SubjectResult {
  const action = project.registry.actions.get(name)
  if (!action) {
    const why = whyUnavailable(project.registry, name)
    if (why !== undefined) {
      const refused = problem({ kind: 'action-unavailable', rule: 'request', message: why })
      return { kind: 'problems', problems: [refused] }
    }
    const message = `no module provides the action ${name}${hint(name, [...project.registry.actions.keys()])}`
    const missing = problem({ kind: 'action-unknown', rule: 'request', message })
    return { kind: 'problems', problems: [missing, ...errorsOf(project)] }
  }
  const compiled = action.input()
  if (compiled.kind === 'problems') return compiled
  return {
    kind: 'subject',
    subject: {
      action: name,
      inputs: action.declaration.input ?? {},
      checkInputs: compiled.check,
      steps: [{ id: name, action: name, with: {}, pointer: '' }],
      sites: [],
    },
  }
}

function errorsOf({ registry }: Project): readonly Problem[] {
  return registry.problems.filter(({ severity }) => severity === 'error')
}

function hint(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  if (near !== undefined) return `; did you mean ${near}?`
  if (!known.length) return '; the project has none'
  const more = known.length > 10 ? ', ...' : ''
  return `; there is ${known.slice(0, 10).join(', ')}${more}`
}
