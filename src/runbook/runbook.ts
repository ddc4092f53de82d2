/** A runbook's file to a typed runbook with positions; its meaning is checked by the rules. */
import { issueProblems } from '../document/diagnostic.ts'
import { parseTimeLimit } from '../document/duration.ts'
import { type CompiledParameters, compileParameters, lazily } from '../document/parameters.ts'
import { type Document, readDocument } from '../document/yaml.ts'
import { hasShape, issuesOf } from '../protocol/schemas.ts'
import type {
  Problem,
  Runbook as RunbookFile,
  RunbookStep,
  RunbookVerifyStep,
} from '../protocol/types.gen.ts'

/** One use of an action. */
export interface Call {
  /** Of its step. */
  readonly id: string
  readonly action: string
  readonly with: Readonly<Record<string, unknown>>
  /** undefined: the action's own. */
  readonly timeoutMs?: number
  /** RFC 6901 pointer to what holds `uses` in the document. */
  readonly pointer: string
}

/** The lists of steps, in the order in which a node meets them. */
export const SECTIONS = ['preflight', 'verify', 'steps', 'evidence'] as const
export type Section = (typeof SECTIONS)[number]

export interface Step extends Call {
  readonly section: Section
  /** As written; what a section does not know is not there. */
  readonly declaration: RunbookStep & Pick<RunbookVerifyStep, 'until'>
  readonly undo?: Call
}

export interface Runbook {
  /** Path inside the project. */
  readonly file: string
  readonly declaration: RunbookFile
  readonly document: Document
  /** Of the section `steps`. */
  readonly steps: readonly Step[]
  /** Of every section, in the order of SECTIONS. */
  readonly allSteps: readonly Step[]
  /** The check of the inputs, compiled at first use. */
  inputs(): CompiledParameters
}

export type RunbookResult =
  | {
      readonly kind: 'runbook'
      readonly runbook: Runbook
      /** What it can be run with, although somebody should look at it. */
      readonly warnings: readonly Problem[]
    }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Reads one runbook. Its shape is right then; what it means is checked by `checkRunbook`. */
export function readRunbook(file: string, bytes: Uint8Array): RunbookResult {
  const result = readDocument(file, bytes)
  if (result.kind === 'problems') return result
  const { document } = result
  const declaration = document.value
  if (!hasShape('runbook', declaration)) {
    return { kind: 'problems', problems: issueProblems(issuesOf('runbook', declaration), document) }
  }
  const allSteps = SECTIONS.flatMap((section) =>
    (declaration[section] ?? []).map((step, index) => readStep(section, index, step)),
  )
  const steps = allSteps.filter(({ section }) => section === 'steps')
  const inputs = lazily(() => compileParameters(document, '/inputs', declaration.inputs ?? {}))
  const runbook = { file, declaration, document, steps, allSteps, inputs }
  return { kind: 'runbook', runbook, warnings: [] }
}

/** Everything that a runbook may start: the action of each step, followed by what takes it back. */
export function callsOf({ allSteps }: Pick<Runbook, 'allSteps'>): Call[] {
  return allSteps.flatMap((step) => (step.undo ? [step, step.undo] : [step]))
}

function readStep(section: Section, index: number, declaration: Step['declaration']): Step {
  const pointer = `/${section}/${index}`
  const id = declaration.id ?? declaration.uses
  const { undo } = declaration
  return {
    ...readCall(id, pointer, declaration),
    section,
    declaration,
    ...(undo ? { undo: readCall(id, `${pointer}/undo`, undo) } : {}),
  }
}

function readCall(
  id: string,
  pointer: string,
  declared: Pick<RunbookStep, 'uses' | 'with' | 'timeout'>,
): Call {
  const limit = declared.timeout === undefined ? undefined : parseTimeLimit(declared.timeout)
  return {
    id,
    action: declared.uses,
    with: declared.with ?? {},
    // A wrong one is a problem of the rule `timeout`, and nothing runs then.
    ...(typeof limit === 'number' ? { timeoutMs: limit } : {}),
    pointer,
  }
}
