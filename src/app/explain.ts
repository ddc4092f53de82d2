/** `explain`: what an error kind or code means, and what to do about it. */
import { classify, docsAnchor, EPS, type EpsKind, type EpsRow, isEpsKind } from '../protocol/eps.ts'
import { nearest } from '../protocol/schemas.ts'

export type Explanation = EpsRow & {
  readonly kind: EpsKind
  readonly classification: ReturnType<typeof classify>
  /** Page and anchor. */
  readonly docs: string
}

/** All kinds with this name or numeric code (several kinds share one), or a sentence that says that there is none. */
export function explain(what: string): readonly Explanation[] | string {
  const kinds = Object.keys(EPS).filter(isEpsKind)
  const found = kinds.filter((kind) => kind === what || String(EPS[kind].code) === what)
  if (found.length > 0)
    return found.map((kind) => ({
      kind,
      classification: classify(EPS[kind].code),
      ...EPS[kind],
      docs: docsAnchor(kind),
    }))
  const near = nearest(what, kinds)
  return `there is no error kind or code ${JSON.stringify(what.slice(0, 80))}${near === undefined ? '' : `; did you mean ${near}?`}`
}

/** The same for people. Ends with a line feed. */
export function explainText(found: readonly Explanation[]): string {
  return found
    .map(({ kind, code, classification, severity, priority, executed, retryable, advice, docs }) =>
      [
        `${kind} (${code}, ${classification})`,
        `  severity: ${severity}, priority: ${priority}`,
        `  executed: ${EXECUTED[executed]}`,
        `  ${retryable ? 'may be tried again: nothing was started' : 'is not tried again by itself'}`,
        `  next: ${advice}`,
        `  more: ${docs}`,
        '',
      ].join('\n'),
    )
    .join('\n')
}

const EXECUTED = {
  no: 'no, the plugin was not started',
  yes: 'yes, the plugin was started and its end was seen',
  unknown: 'unknown, nobody can say without looking',
} as const
