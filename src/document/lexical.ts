/** Looks at the tokens of a YAML text before it is parsed: caps, and the syntax that is not allowed. */
import { CST, Lexer } from 'yaml'
import type { Problem } from '../protocol/types.gen.ts'
import { problem } from './diagnostic.ts'
import type { Text } from './text.ts'

export interface DocumentLimits {
  readonly bytes: number
  readonly scalarBytes: number
  readonly depth: number
  /** Scalars, lists and maps; keys count. */
  readonly nodes: number
}

const REFUSED: Readonly<Record<string, string>> = {
  anchor: 'anchors (&name) are not allowed: write the value where it is used',
  alias:
    'aliases (*name) are not allowed: write the value where it is used; quote text that starts with *',
  tag: 'tags (!name) are not allowed: the type follows from the value; quote text that starts with !',
  'directive-line':
    'directives (%...) are not allowed: files are YAML 1.2; quote text that starts with %',
}
const PROBLEMS_AT_MOST = 50

/**
 * Linear in the text and without recursion, so that hostile nesting never reaches the parser.
 * Depth is a lower bound here; the exact limit is checked on the parsed nodes.
 */
export function lexicalProblems(file: string, source: Text, limits: DocumentLimits): Problem[] {
  const problems: Problem[] = []
  const refuse = (kind: 'document-parse' | 'document-limit', offset: number, message: string) =>
    problems.push(
      problem({
        kind,
        rule: kind === 'document-limit' ? 'limit' : 'yaml',
        message,
        file,
        position: source.position(offset),
      }),
    )
  const nesting = new Nesting()
  const open: { bracket: string; offset: number }[] = []
  let offset = 0
  let nodes = 0
  let documents = 0
  for (const token of new Lexer().lex(source.text)) {
    const type = CST.tokenType(token)
    const refused = type === null ? undefined : REFUSED[type]
    if (refused !== undefined) refuse('document-parse', offset, refused)
    if (isUnclosedQuote(type, token)) {
      refuse(
        'document-parse',
        offset,
        `this ${token[0]} is not closed; quoted text ends with another`,
      )
    }
    if (type === 'flow-map-start' || type === 'flow-seq-start')
      open.push({ bracket: token, offset })
    if (type === 'flow-map-end' || type === 'flow-seq-end') open.pop()
    if (type === 'flow-error-end') break
    if (type === 'doc-start' && (nodes > 0 || ++documents === 2)) {
      refuse('document-limit', offset, 'a second document starts here; a file holds one')
      break
    }
    if (type === 'scalar' || type === 'flow-map-start' || type === 'flow-seq-start') nodes++
    if (type === 'single-quoted-scalar' || type === 'double-quoted-scalar') nodes++
    if (nodes > limits.nodes) {
      refuse('document-limit', offset, `more than ${limits.nodes} values; split the file`)
      break
    }
    if (nesting.see(type, source.position(offset).column) > limits.depth) {
      refuse('document-limit', offset, `nested deeper than ${limits.depth} levels`)
      break
    }
    if (problems.length >= PROBLEMS_AT_MOST) break
    if (!ANNOUNCEMENTS.has(type)) offset += token.length
  }
  const [first] = open
  if (first && !problems.length) {
    const closing = first.bracket === '{' ? '}' : ']'
    refuse('document-parse', first.offset, `this ${first.bracket} is not closed with ${closing}`)
  }
  return problems
}

function isUnclosedQuote(type: CST.TokenType | null, token: string): boolean {
  if (type !== 'single-quoted-scalar' && type !== 'double-quoted-scalar') return false
  return token.length < 2 || token.at(-1) !== token[0]
}

/** Tokens that announce something and are no text of the file. */
const ANNOUNCEMENTS = new Set<CST.TokenType | null>([
  'byte-order-mark',
  'doc-mode',
  'flow-error-end',
  'scalar',
])

/** Open flow brackets exactly; block nesting by the columns at which indicators and lines begin. */
class Nesting {
  #flow = 0
  #columns: number[] = []
  #lineIsNew = true
  #colons = 0

  see(type: CST.TokenType | null, column: number): number {
    if (type === 'doc-mode' || type === 'byte-order-mark') return 0
    if (type === 'newline') {
      this.#lineIsNew = true
      this.#colons = 0
    } else if (type === 'flow-map-start' || type === 'flow-seq-start') this.#flow++
    else if (type === 'flow-map-end' || type === 'flow-seq-end') this.#flow--
    else if (type !== 'space' && type !== 'comment' && this.#flow <= 0) this.#block(type, column)
    return this.#columns.length + Math.max(0, this.#flow)
  }

  #block(type: CST.TokenType | null, column: number): void {
    const indicates =
      type === 'seq-item-ind' ||
      type === 'explicit-key-ind' ||
      (type === 'map-value-ind' && ++this.#colons > 1)
    if (!indicates && !this.#lineIsNew) return
    this.#lineIsNew = false
    while ((this.#columns.at(-1) ?? 0) >= column) this.#columns.pop()
    this.#columns.push(column)
  }
}
