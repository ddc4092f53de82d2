/** Problems with positions: made, sorted and printed one way everywhere. */
import { EPS, type EpsKind } from '../protocol/eps.ts'
import type { Issue } from '../protocol/schemas.ts'
import type { Problem } from '../protocol/types.gen.ts'
import { hintFor } from './hint.ts'
import type { Position } from './text.ts'

export interface ProblemInit {
  readonly kind: EpsKind
  /** The rule that found it, a short name in kebab-case. */
  readonly rule: string
  readonly message: string
  /** Default error. */
  readonly severity?: 'error' | 'warning'
  /** Path inside the project. */
  readonly file?: string
  readonly position?: Position
}

const MESSAGE_AT_MOST = 4000

/** A problem with the advice of its kind; a long message is cut. */
export function problem(init: ProblemInit): Problem {
  return {
    kind: init.kind,
    message: init.message.slice(0, MESSAGE_AT_MOST),
    advice: EPS[init.kind].advice,
    severity: init.severity ?? 'error',
    rule: init.rule,
    ...(init.file === undefined ? {} : { file: init.file }),
    ...(init.position === undefined
      ? {}
      : { line: init.position.line, column: init.position.column }),
  }
}

/** Whatever can say where its values stand: a parsed document. */
export interface Positioned {
  readonly file: string
  readonly value?: unknown
  position(pointer: string, key?: string): Position
}

/** A problem at a value of a document, or at a key of the object there. */
export function problemAt(
  document: Positioned,
  pointer: string,
  init: Omit<ProblemInit, 'file' | 'position'>,
  key?: string,
): Problem {
  return problem({ ...init, file: document.file, position: document.position(pointer, key) })
}

/** What a schema found, as problems of the document; `prefix` is where the checked value stands in it. */
export function issueProblems(
  issues: readonly Issue[],
  document: Positioned,
  options: { kind?: EpsKind; rule?: string; prefix?: string } = {},
): Problem[] {
  const { kind = 'document-schema', rule = 'schema', prefix = '' } = options
  return issues.map((issue) => {
    const pointer = prefix + issue.pointer
    const where = pointer === '' ? '' : `${pointer}: `
    const message = where + issue.message + hintFor(issue, valueAt(document.value, pointer))
    return problemAt(document, pointer, { kind, rule, message }, issue.key)
  })
}

/** At an RFC 6901 pointer; undefined where there is nothing. */
function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inside, part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
      if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, name))
        return undefined
      return (inside as Record<string, unknown>)[name]
    }, value)
}

/** Sorted by file, line, column and text; each once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((one) => [`${formatProblem(one)}\n${one.severity}`, one]))
  return [...unique.values()].sort(
    (a, b) =>
      compare(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.message, b.message),
  )
}

/** `file:line:column: message [rule]`; parts that are not known are left out. */
export function formatProblem(one: Problem): string {
  const parts = one.file === undefined ? [] : [one.file, one.line, one.column]
  const place = parts.filter((part) => part !== undefined).join(':')
  const severity = one.severity === 'warning' ? 'warning: ' : ''
  const rule = one.rule === undefined ? '' : ` [${one.rule}]`
  return `${place === '' ? '' : `${place}: `}${severity}${one.message}${rule}`
}

/** By code units, so that the order depends on no locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
