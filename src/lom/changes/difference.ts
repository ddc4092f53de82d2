/** One difference between two declarations, and how values of them are compared. */
import { canonical } from '../../protocol/envelope.ts'

export interface Difference {
  readonly what: string
  /** As text; left out where there was nothing. */
  readonly before?: string
  readonly after?: string
  /** More may be done than before, by more people, or on other machines. */
  readonly raised: boolean
}

export type Effect = 'read' | 'change' | 'destructive'

const STRENGTH: readonly Effect[] = ['read', 'change', 'destructive']

/** None where both are the same. */
export function differenceOf(
  what: string,
  before: unknown,
  after: unknown,
  raised = false,
): Difference[] {
  const [from, to] = [textOf(before), textOf(after)]
  if (from === to) return []
  return [
    {
      what,
      ...(from === undefined ? {} : { before: from }),
      ...(to === undefined ? {} : { after: to }),
      raised,
    },
  ]
}

/** What a list gained and what it lost, whatever its order; a gain may raise. */
export function gainsAndLosses(
  what: string,
  before: readonly string[],
  after: readonly string[],
  raises = false,
): Difference[] {
  const [had, has] = [new Set(before), new Set(after)]
  const gained = [...has].filter((one) => !had.has(one)).sort()
  const lost = [...had].filter((one) => !has.has(one)).sort()
  return [
    ...differenceOf(`${what} gained`, undefined, joined(gained), raises),
    ...differenceOf(`${what} lost`, joined(lost), undefined),
  ]
}

/** Each entry of two objects by its key. */
export function entryDifferences(
  what: string,
  before: Readonly<Record<string, unknown>> = {},
  after: Readonly<Record<string, unknown>> = {},
): Difference[] {
  return namesOf(Object.keys(before), Object.keys(after)).flatMap((name) =>
    differenceOf(`${what} ${name}`, own(before, name), own(after, name)),
  )
}

/** What was not there could do nothing, and reading is not more than that. */
export function effectDifference(before: Effect | undefined, after: Effect | undefined) {
  const raised = after !== undefined && strengthOf(after) > strengthOf(before ?? 'read')
  return differenceOf('effect', before, after, raised)
}

export function strongestOf(effects: readonly Effect[]): Effect | undefined {
  return STRENGTH[Math.max(...effects.map(strengthOf))]
}

/** A limit that is gone limits nothing. */
export function limitDifference(
  what: string,
  before: number | undefined,
  after: number | undefined,
): Difference[] {
  const raised = before !== undefined && (after === undefined || after > before)
  return differenceOf(what, before, after, raised)
}

/** Of both sides, sorted, each once. */
export function namesOf(before: Iterable<string>, after: Iterable<string>): string[] {
  return [...new Set([...before, ...after])].sort()
}

function strengthOf(effect: Effect): number {
  return STRENGTH.indexOf(effect)
}

function joined(values: readonly string[]): string | undefined {
  if (values.length === 0) return undefined
  return values.length === 1 ? values[0] : `${values.length}: ${values.join(', ')}`
}

function own(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

function textOf(value: unknown): string | undefined {
  return value === undefined || typeof value === 'string' ? value : canonical(value)
}
