/** Selectors: terms over a node's name, groups and labels, all of which have to hold: `role in (web, api), env!=dev`. */
import { parse } from './selector-parser.ts'

/** What a selector looks at. */
export interface Selectable {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** With the groups that these are in. */
  readonly groups?: readonly string[] | undefined
}

export type Term = { readonly kind: 'present' | 'absent'; readonly label: string } | Compared

interface Compared {
  readonly kind: 'one-of' | 'none-of'
  /** `name` and `group` are the node's own, not labels. */
  readonly label: string
  readonly values: readonly Pattern[]
}

/** Text in which `*` stands for any text, cut there: one part when there is none. */
export type Pattern = readonly string[]

export type SelectorResult =
  | { readonly kind: 'selector'; readonly terms: readonly Term[] }
  /** `at` is the offset of what is wrong. */
  | { readonly kind: 'invalid'; readonly message: string; readonly at: number }

const KEPT_AT_MOST = 200
/** By text: a policy's selector is asked for every step on every node. */
const kept = new Map<string, SelectorResult>()

/** Reads a selector in one pass; docs/inventory.md has the grammar. */
export function parseSelector(text: string): SelectorResult {
  const known = kept.get(text)
  if (known) return known
  const parsed = parse(text)
  if (kept.size >= KEPT_AT_MOST) kept.clear()
  kept.set(text, parsed)
  return parsed
}

/** A label that is absent equals nothing, so `env!=dev` and `env notin (dev)` hold without one. */
export function matches(terms: readonly Term[], node: Selectable): boolean {
  return terms.every((term) => holds(term, node))
}

function holds(term: Term, node: Selectable): boolean {
  switch (term.kind) {
    case 'present':
      return labelOf(term.label, node) !== undefined
    case 'absent':
      return labelOf(term.label, node) === undefined
    case 'one-of':
      return isOneOf(term, node)
    case 'none-of':
      return !isOneOf(term, node)
  }
}

function isOneOf({ label, values }: Compared, node: Selectable): boolean {
  if (label === 'group') return node.groups?.some((group) => fitsAny(group, values)) ?? false
  const value = label === 'name' ? node.name : labelOf(label, node)
  return value !== undefined && fitsAny(value, values)
}

function labelOf(label: string, { labels }: Selectable): string | undefined {
  return Object.hasOwn(labels, label) ? labels[label] : undefined
}

/** A loop, because a fleet is asked some ten thousand times for one plan. */
function fitsAny(value: string, patterns: readonly Pattern[]): boolean {
  for (const pattern of patterns) if (fits(value, pattern)) return true
  return false
}

/** From left to right, each part at the first place where it stands: no step is taken back. */
function fits(value: string, pattern: Pattern): boolean {
  const [first = ''] = pattern
  if (pattern.length === 1) return value === first
  if (!value.startsWith(first)) return false
  const last = pattern.at(-1) ?? ''
  let from = first.length
  for (const part of pattern.slice(1, -1)) {
    const at = value.indexOf(part, from)
    if (at === -1) return false
    from = at + part.length
  }
  return value.length - last.length >= from && value.endsWith(last)
}
