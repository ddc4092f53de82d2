/** YAML 1.2 core text to a plain value whose parts know their positions; the parsing half of the only user of `yaml`. */
import { createHash } from 'node:crypto'
import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Document as YamlDocument,
} from 'yaml'
import { fromUnknown } from '../protocol/errors.ts'
import type { Problem } from '../protocol/types.gen.ts'
import { problem, sortProblems } from './diagnostic.ts'
import { type DocumentLimits, lexicalProblems } from './lexical.ts'
import { syntaxProblems } from './syntax.ts'
import { decodeText, type Position, type Text } from './text.ts'
import { plainValue } from './value.ts'

export const LIMITS: DocumentLimits = {
  bytes: 256 * 1024,
  scalarBytes: 64 * 1024,
  depth: 50,
  nodes: 5000,
}

export interface Document {
  /** Path inside the project. */
  readonly file: string
  /** Plain JSON. */
  readonly value: unknown
  /** Of the text with LF line ends. */
  readonly sha256: string
  /** Of the value at an RFC 6901 pointer, or of a key of the object there; the nearest known place otherwise. */
  position(pointer: string, key?: string): Position
  /** Of a place inside the text value at the pointer; the value's start when escapes or folding hide it. */
  positionIn(pointer: string, offset: number): Position
}

export type DocumentResult =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Reads one file. Every problem of a pass is reported; a later pass runs only when the earlier one found none. */
export function readDocument(
  file: string,
  bytes: Uint8Array,
  limits: DocumentLimits = LIMITS,
): DocumentResult {
  if (bytes.byteLength > limits.bytes) {
    const message = `the file has more than ${limits.bytes / 1024} KiB`
    return refused([problem({ kind: 'document-limit', rule: 'limit', message, file })])
  }
  const decoded = decodeText(file, bytes)
  if (decoded.kind === 'problems') return refused(decoded.problems)
  const source = decoded.text
  try {
    const lexical = lexicalProblems(file, source, limits)
    return lexical.length ? refused(lexical) : parse(file, source, limits)
  } catch (caught) {
    // The library has thrown ReferenceError and RangeError of its own: no text may end the process.
    const message = `the file cannot be parsed: ${fromUnknown(caught).message}`
    return refused([problem({ kind: 'document-parse', rule: 'yaml', message, file })])
  }
}

function refused(problems: readonly Problem[]): DocumentResult {
  return { kind: 'problems', problems: sortProblems(problems) }
}

function parse(file: string, source: Text, limits: DocumentLimits): DocumentResult {
  const parsed = tree(source)
  const wrong = [...parsed.errors, ...parsed.warnings]
  if (wrong.length) return refused(syntaxProblems(file, source, wrong))
  const plain = plainValue(file, source, parsed.contents, limits)
  if (plain.problems.length) return refused(plain.problems)
  return { kind: 'document', document: documentOf(file, source, plain.value) }
}

function tree(source: Text): YamlDocument {
  return parseDocument(source.text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    merge: false,
    // Duplicates are found in plainValue, which can name both lines.
    uniqueKeys: false,
    intAsBigInt: true,
    prettyErrors: false,
    // 'silent' would also silence the error about a second document.
    logLevel: 'error',
  })
}

/** Keeps the text, not the tree, which is ten times larger: positions are asked for only where there is a problem. */
function documentOf(file: string, source: Text, value: unknown): Document {
  let parsedAgain: YamlDocument | undefined
  const parsed = (): YamlDocument => {
    parsedAgain ??= tree(source)
    return parsedAgain
  }
  return {
    file,
    value,
    sha256: createHash('sha256').update(source.text).digest('hex'),
    position: (pointer, key) => source.position(offsetOf(parsed(), pointer, key)),
    positionIn: (pointer, offset) => positionIn(parsed(), source, pointer, offset),
  }
}

/** Walks down the pointer and remembers the last place that had a position. */
function offsetOf(parsed: YamlDocument, pointer: string, key?: string): number {
  const { node, offset, keyOffset } = find(parsed, pointer)
  if (key === undefined) return offset
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key)
    const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined
    if (start !== undefined) return start
  }
  return keyOffset
}

interface Found {
  readonly node: unknown
  readonly offset: number
  /** Of the key or list item that leads here. */
  readonly keyOffset: number
}

function find(parsed: YamlDocument, pointer: string): Found {
  let found: Found = at(parsed.contents, 0)
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    const { node } = found
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === name)
      if (!pair) return found
      const keyOffset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? found.offset
      found = at(pair.value, keyOffset)
    } else if (isSeq(node)) {
      const item = node.items[Number(name)]
      if (item === undefined) return found
      found = at(item, (item as Node | null)?.range?.[0] ?? found.offset)
    } else return found
  }
  return found
}

function at(node: unknown, keyOffset: number): Found {
  // A value that was left out has no text of its own: its key stands for it.
  const range = (node as Node | null)?.range
  const offset = range && range[1] > range[0] ? range[0] : keyOffset
  return { node, offset, keyOffset: isMap(node) || isSeq(node) ? keyOffset : offset }
}

function positionIn(parsed: YamlDocument, source: Text, pointer: string, offset: number): Position {
  const { node, offset: start } = find(parsed, pointer)
  if (isScalar(node) && typeof node.value === 'string') {
    for (const quote of [0, 1]) {
      if (source.text.startsWith(node.value, start + quote)) {
        return source.position(start + quote + offset)
      }
    }
  }
  return source.position(start)
}
