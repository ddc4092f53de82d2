/** A runbook's file to a typed runbook with positions; its meaning is checked by the rules. */
import { issueProblems } from '../document/diagnostic.ts'
import { parseTimeLimit } from '../document/duration.ts'
import { type CompiledParameters, compileParameters, lazily } from '../document/parameters.ts'
import { type Document, readDocument } from '../document/yaml.ts'
import { hasShape, issuesOf } from '../protocol/schemas.ts'
import type { Problem, Runbook as RunbookFile } from '../protocol/types.gen.ts'

export interface Step {
  readonly id: string
  readonly action: string
  readonly with: Readonly<Record<string, unknown>>
  /** undefined: the action's own. */
  readonly timeoutMs?: number
  /** RFC 6901 pointer to the step in the document. */
  readonly pointer: string
}

export interface Runbook {
  /** Path inside the project. */
  readonly file: string
  readonly declaration: RunbookFile
  readonly document: Document
  readonly steps: readonly Step[]
  /** The check of the inputs, compiled at first use. */
  inputs(): CompiledParameters
}

export type RunbookResult =
  | { readonly kind: 'runbook'; readonly runbook: Runbook }
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
  const steps = declaration.steps.map((step, index): Step => {
    const limit = step.timeout === undefined ? undefined : parseTimeLimit(step.timeout)
    return {
      id: step.id ?? step.uses,
      action: step.uses,
      with: step.with ?? {},
      // A wrong one is a problem of the rule `timeout`, and nothing runs then.
      ...(typeof limit === 'number' ? { timeoutMs: limit } : {}),
      pointer: `/steps/${index}`,
    }
  })
  const inputs = lazily(() => compileParameters(document, '/inputs', declaration.inputs ?? {}))
  return { kind: 'runbook', runbook: { file, declaration, document, steps, inputs } }
}
