/** Label selectors: `role=web,env!=dev`, all terms have to hold. */

export interface Term {
  readonly label: string
  readonly operator: '=' | '!='
  readonly value: string
}

export type SelectorResult =
  | { readonly kind: 'selector'; readonly terms: readonly Term[] }
  | { readonly kind: 'invalid'; readonly message: string }

const TERM = /^([A-Za-z][A-Za-z0-9._-]{0,62})(!?=)([A-Za-z0-9._:/@-]{0,128})$/

/** Parses a selector; spaces around terms are allowed. */
export function parseSelector(text: string): SelectorResult {
  const terms: Term[] = []
  for (const part of text.split(',')) {
    const [, label, operator, value] = TERM.exec(part.trim()) ?? []
    if (label === undefined || operator === undefined || value === undefined) {
      return { kind: 'invalid', message: whatIsWrong(part.trim()) }
    }
    terms.push({ label, operator: operator === '=' ? '=' : '!=', value })
  }
  return { kind: 'selector', terms }
}

function whatIsWrong(part: string): string {
  const expected = 'expected LABEL=VALUE or LABEL!=VALUE, joined by commas'
  if (part === '') return `a term is empty; ${expected}`
  const hint = part.includes('${{')
    ? '; expressions are not resolved here'
    : /^[^=]+==[^=]/.test(part)
      ? '; write one = only'
      : /\s/.test(part)
        ? '; there are no spaces in a term'
        : ''
  return `${JSON.stringify(part)} is not a term; ${expected}${hint}`
}

/** A label that is absent equals nothing, so `env!=dev` holds without one. */
export function matches(terms: readonly Term[], labels: Readonly<Record<string, string>>): boolean {
  return terms.every(({ label, operator, value }) => {
    const found = Object.hasOwn(labels, label) ? labels[label] : undefined
    return (found === value) === (operator === '=')
  })
}
