/** The text of a selector to terms, in one pass; what is wrong has a place in it. */
import type { Pattern, SelectorResult, Term } from './selector.ts'

/** Not labels: what a selector calls the node's name and its groups. */
export const RESERVED = ['name', 'group'] as const

const LENGTH_AT_MOST = 1000

/** docs/inventory.md has the grammar. */
export function parse(text: string): SelectorResult {
  try {
    if (text.length > LENGTH_AT_MOST)
      throw new Wrong(
        `the selector is too long; expected at most ${LENGTH_AT_MOST} characters`,
        LENGTH_AT_MOST,
      )
    return { kind: 'selector', terms: new Parser(tokensOf(text), text.length).terms() }
  } catch (caught) {
    if (!(caught instanceof Wrong)) throw caught
    return { kind: 'invalid', message: caught.message, at: caught.at }
  }
}

interface Token {
  /** A word, or one of , ( ) = != ! */
  readonly text: string
  readonly word: boolean
  readonly at: number
}

class Wrong extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const TOKEN = /\s*(?:([A-Za-z0-9._:/@*-]+)|(!=|[,()=!]))/y
const LABEL = /^[A-Za-z][A-Za-z0-9._-]{0,62}$/
const VALUE_AT_MOST = 128

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  for (let at = 0; at < end; ) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    if (!match) throw unreadable(text, at)
    const [, word, sign = ''] = match
    at = TOKEN.lastIndex
    const shown = word ?? sign
    tokens.push({ text: shown, word: word !== undefined, at: at - shown.length })
  }
  return tokens
}

function unreadable(text: string, from: number): Wrong {
  const at = from + text.slice(from).search(/\S/)
  const found = JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))
  const hint = text.startsWith('${{', at)
    ? '; expressions are not resolved here'
    : ['&', '|'].includes(text[at] ?? '')
      ? '; terms are joined by commas, and all of them have to hold'
      : ['<', '>', '~'].includes(text[at] ?? '')
        ? '; a value is compared with =, !=, in (...) or notin (...)'
        : ''
  return new Wrong(`${found} cannot stand in a selector${hint}`, at)
}

const FORMS =
  'expected LABEL=VALUE, LABEL!=VALUE, LABEL in (VALUE, ...), LABEL notin (VALUE, ...), LABEL or !LABEL'

class Parser {
  readonly #tokens: readonly Token[]
  readonly #end: number
  #next = 0

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens
    this.#end = end
  }

  terms(): Term[] {
    const terms = [this.#term()]
    while (this.#peek()) {
      const { text, at } = this.#take()
      if (text !== ',') {
        throw new Wrong(`found ${quoted(text)}, expected a comma and the next term, or the end`, at)
      }
      terms.push(this.#term())
    }
    return terms
  }

  #term(): Term {
    const first = this.#peek()
    if (first === undefined || first.text === ',')
      throw new Wrong(`a term is empty; ${FORMS}`, first?.at ?? this.#end)
    if (first.text === '!') {
      this.#take()
      return { kind: 'absent', label: this.#label('alone') }
    }
    if (!first.word) throw new Wrong(`found ${quoted(first.text)}; ${FORMS}`, first.at)
    const follows = this.#tokens[this.#next + 1]?.text
    if (follows === '=' || follows === '!=') {
      const label = this.#label()
      this.#take()
      return { kind: follows === '=' ? 'one-of' : 'none-of', label, values: [this.#value(label)] }
    }
    if (follows === 'in' || follows === 'notin') {
      const label = this.#label()
      this.#take()
      return { kind: follows === 'in' ? 'one-of' : 'none-of', label, values: this.#list(follows) }
    }
    return { kind: 'present', label: this.#label('alone') }
  }

  #label(alone?: 'alone'): string {
    const token = this.#peek()
    if (!token?.word)
      throw new Wrong(
        `found ${token === undefined ? 'the end' : quoted(token.text)}, expected a label`,
        token?.at ?? this.#end,
      )
    this.#take()
    const { text, at } = token
    const reserved = RESERVED.some((one) => one === text)
    if (alone && reserved)
      throw new Wrong(`${text} needs a value: ${text}=VALUE or ${text} in (VALUE, ...)`, at)
    if (LABEL.test(text)) return text
    const hint = alone && text.includes('*') ? `; nodes by their name: name=${text}` : ''
    throw new Wrong(
      `${quoted(text)} is not a label; expected a letter, then letters, digits and . _ - up to 63 characters${hint}`,
      at,
    )
  }

  /** A label may be empty, so `role=` asks for that; a name and a group are never. */
  #value(label: string): Pattern {
    const token = this.#peek()
    if (token?.word) return this.#pattern()
    const empty = token === undefined || token.text === ','
    if (empty && !RESERVED.some((one) => one === label)) return ['']
    const hint = token?.text === '=' ? '; write one = only' : ''
    throw new Wrong(
      `found ${token === undefined ? 'the end' : quoted(token.text)}, expected a value${hint}`,
      token?.at ?? this.#end,
    )
  }

  #list(operator: string): Pattern[] {
    const open = this.#peek()
    if (open?.text !== '(')
      throw new Wrong(
        `expected ( after ${operator}: ${operator} (VALUE, ...)`,
        open?.at ?? this.#end,
      )
    this.#take()
    const values: Pattern[] = []
    for (;;) {
      values.push(this.#pattern())
      const next = this.#peek()
      if (next?.text !== ',' && next?.text !== ')')
        throw new Wrong('the list is not closed; expected a comma or )', next?.at ?? this.#end)
      this.#take()
      if (next.text === ')') return values
    }
  }

  #pattern(): Pattern {
    const token = this.#peek()
    if (!token?.word)
      throw new Wrong(
        `found ${token === undefined ? 'the end' : quoted(token.text)}, expected a value`,
        token?.at ?? this.#end,
      )
    this.#take()
    if (token.text.length > VALUE_AT_MOST)
      throw new Wrong(
        `the value is too long; expected at most ${VALUE_AT_MOST} characters`,
        token.at,
      )
    return token.text.split('*')
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next]
  }

  #take(): Token {
    const token = this.#tokens[this.#next++]
    if (!token) throw new Error('a token was taken after the end')
    return token
  }
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 80))
