/** What the YAML library finds wrong with a text, in words that say what to write instead. */
import type { YAMLError } from 'yaml'
import type { Problem } from '../protocol/types.gen.ts'
import { problem } from './diagnostic.ts'
import type { Text } from './text.ts'

const PROBLEMS_AT_MOST = 50

/** One problem a line, the first: the others on it mostly follow from that one. */
export function syntaxProblems(
  file: string,
  source: Text,
  errors: readonly YAMLError[],
): Problem[] {
  const lines = new Map<number, Problem>()
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0] || rank(a) - rank(b))) {
    const position = source.position(error.pos[0])
    if (lines.has(position.line) || lines.size >= PROBLEMS_AT_MOST) continue
    const message = messageOf(error, source.text)
    lines.set(
      position.line,
      problem({ kind: 'document-parse', rule: 'yaml', message, file, position }),
    )
  }
  return [...lines.values()]
}

/** Where several are found at one place, the one that says most comes first. */
function rank({ code }: YAMLError): number {
  return code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'BAD_SCALAR_START' ? 0 : 1
}

function messageOf({ code, message, pos: [at] }: YAMLError, text: string): string {
  if (/^(<{7} |={7}$|>{7} )/m.test(lineAt(text, at))) {
    return 'a merge conflict is not resolved here; keep one side and remove the markers'
  }
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'tabs cannot indent; write spaces'
    case 'BAD_SCALAR_START':
      return `a text cannot start with ${text[at]}; quote it`
    case 'BAD_DQ_ESCAPE':
      return `${text.slice(at, at + 2)} is no escape; write \\\\ for a backslash, or use single quotes`
    case 'MULTILINE_IMPLICIT_KEY':
      return 'expected `key: value`, but there is no colon with a space after it'
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'a second `key: value` begins inside this value; quote text that holds a colon, and indent the keys of a map alike'
    case 'BAD_INDENT':
      return 'this line is not indented like those that it belongs to'
    case 'KEY_OVER_1024_CHARS':
      return 'a key has more than 1024 characters'
    case 'UNEXPECTED_TOKEN':
      return `found ${foundAt(text, at)}, which cannot stand here; quote it if it belongs to a text`
    default:
      return message.slice(0, 1).toLowerCase() + message.slice(1, 300)
  }
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end === -1 ? text.length : end)
}

/** The word at a place, for a message. */
function foundAt(text: string, at: number): string {
  const word = /^\S{1,20}/.exec(text.slice(at, at + 20))?.[0]
  return word === undefined ? 'the end of the line' : JSON.stringify(word)
}
