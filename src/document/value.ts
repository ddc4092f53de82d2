/** Parsed YAML nodes to plain JSON values, refusing what JSON, JavaScript or a reviewer would read differently. */
import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml'
import type { EpsKind } from '../protocol/eps.ts'
import { show } from '../protocol/schemas.ts'
import type { Problem } from '../protocol/types.gen.ts'
import { problem } from './diagnostic.ts'
import type { DocumentLimits } from './lexical.ts'
import { type Text, unwantedIn } from './text.ts'

/** Keys that reach JavaScript's own machinery in careless code further on. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** The value, or the problems that keep it from being one. At most `limits.depth` deep. */
export function plainValue(
  file: string,
  source: Text,
  root: unknown,
  limits: DocumentLimits,
): { value: unknown; problems: Problem[] } {
  const reader = new Reader(file, source, limits)
  return { value: reader.read(root, 0, 0), problems: reader.problems }
}

class Reader {
  readonly problems: Problem[] = []
  readonly #file: string
  readonly #source: Text
  readonly #limits: DocumentLimits
  #nodes = 0

  constructor(file: string, source: Text, limits: DocumentLimits) {
    this.#file = file
    this.#source = source
    this.#limits = limits
  }

  read(node: unknown, depth: number, near: number): unknown {
    const start = (node as Node | null)?.range?.[0] ?? near
    if (++this.#nodes === this.#limits.nodes + 1) {
      this.#limit(start, `more than ${this.#limits.nodes} values; split the file`)
    }
    if (this.#nodes > this.#limits.nodes) return null
    if (isMap(node) || isSeq(node)) {
      if (depth >= this.#limits.depth) {
        this.#limit(start, `nested deeper than ${this.#limits.depth} levels`)
        return null
      }
      if (isMap(node)) return this.#map(node, depth, start)
      return node.items.map((item) => this.read(item, depth + 1, start))
    }
    if (isScalar(node)) return this.#scalar(node, start)
    return null
  }

  #map(node: YAMLMap, depth: number, start: number): Record<string, unknown> {
    const object: Record<string, unknown> = {}
    const seen = new Map<string, number>()
    for (const { key, value } of node.items) {
      const at = (key as Node | null)?.range?.[0] ?? start
      this.#nodes++
      const name = this.#key(key, at)
      if (name === undefined) continue
      // Two keys that look the same are one key to a reader, whatever their code points.
      const looks = name.normalize('NFC')
      const first = seen.get(looks)
      if (first !== undefined) {
        const line = this.#source.position(first).line
        this.#refuse(
          'document-parse',
          'yaml',
          at,
          `the key ${show(name)} is on line ${line} already`,
        )
        continue
      }
      seen.set(looks, at)
      object[name] = this.read(value, depth + 1, at)
    }
    return object
  }

  #key(key: unknown, at: number): string | undefined {
    const value = isScalar(key) ? key.value : undefined
    if (typeof value !== 'string') {
      const found = isScalar(key) ? key.source || 'nothing' : 'a list or map'
      this.#refuse('document-parse', 'yaml', at, `a key has to be text, not ${found}; quote it`)
      return undefined
    }
    if (value === '<<') {
      const message = 'merge keys (<<) are not allowed: write the values where they are used'
      this.#refuse('document-parse', 'yaml', at, message)
      return undefined
    }
    if (FORBIDDEN.has(value)) {
      this.#refuse('document-parse', 'yaml', at, `the key ${show(value)} is not allowed`)
      return undefined
    }
    this.#text(value, at)
    return value
  }

  #scalar(node: Scalar, start: number): unknown {
    const { value } = node
    if (typeof value === 'string') {
      this.#text(value, start)
      return value
    }
    if (typeof value === 'bigint' || typeof value === 'number')
      return this.#number(node, value, start)
    return value ?? null
  }

  #number(node: Scalar, value: bigint | number, start: number): number {
    const number = Number(value)
    const text = node.source ?? String(value)
    if (!Number.isFinite(number)) {
      this.#refuse('document-schema', 'number', start, `${text} is not a finite number`)
    } else if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
      const message = `${text} is beyond 2^53 and would be rounded; quote it to keep it as text`
      this.#refuse('document-schema', 'number', start, message)
    } else if (/^[-+]?0[0-9]/.test(text)) {
      const message = `${text} reads as ${number}, not as octal; write ${number}, or quote it`
      this.#refuse('document-schema', 'number', start, message)
    }
    return number === 0 ? 0 : number
  }

  #text(value: string, start: number): void {
    if (Buffer.byteLength(value) > this.#limits.scalarBytes) {
      this.#limit(start, `a text has more than ${this.#limits.scalarBytes / 1024} KiB`)
    }
    const unwanted = unwantedIn(value)
    if (unwanted !== undefined) {
      this.#refuse(
        'document-parse',
        'text',
        start,
        `the text holds ${unwanted}, which is not allowed`,
      )
    }
  }

  #limit(offset: number, message: string): void {
    this.#refuse('document-limit', 'limit', offset, message)
  }

  #refuse(kind: EpsKind, rule: string, offset: number, message: string): void {
    if (this.problems.length >= 50) return
    this.problems.push(
      problem({ kind, rule, message, file: this.#file, position: this.#source.position(offset) }),
    )
  }
}
