/** For each key of a schema the shortest example in files that fit it, as it stands there. */
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml'
import { type Placed, type Schema, Writer } from './schema-sections.ts'

/** By `SECTION KEY`, as the tables name them; the section of the file itself is ''. */
export type KeyExamples = ReadonlyMap<string, string>

/** `texts` are YAML files that the schema in `file` accepts. */
export function keyExamples(
  schemas: ReadonlyMap<string, Schema>,
  file: string,
  texts: readonly string[],
): KeyExamples {
  const found = new Map<string, string>()
  const top = { schema: schemas.get(file) ?? {}, file }
  for (const text of texts) {
    const walker = new Walker(new Writer(schemas), text, (key, example) => {
      const known = found.get(key)
      if (known === undefined || costOf(example) < costOf(known)) found.set(key, example)
    })
    walker.object(top, parseDocument(text).contents, '', '')
  }
  return found
}

/** A line fits into a table. */
function costOf(example: string): number {
  return example.length + (example.includes('\n') ? 1_000 : 0)
}

class Walker {
  readonly #writer: Writer
  readonly #text: string
  readonly #tell: (key: string, example: string) => void

  constructor(writer: Writer, text: string, tell: (key: string, example: string) => void) {
    this.#writer = writer
    this.#text = text
    this.#tell = tell
  }

  object({ schema, file }: Placed, node: Node | null, section: string, prefix: string): void {
    if (!isMap(node)) return
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : ''
      const property = schema.properties?.[key]
      if (property === undefined) continue
      const name = `${prefix}${key}`
      this.#tell(`${section} ${name}`, this.#example(pair))
      this.#value(this.#writer.resolve({ schema: property, file }), pair.value, section, name)
    }
  }

  #value(placed: Placed, node: Node | null, section: string, name: string): void {
    if (placed.section !== undefined) {
      this.object(placed, node, placed.section, '')
      return
    }
    this.object(placed, node, section, `${name}.`)
    const { items, additionalProperties: more } = placed.schema
    const of = (inside: Schema) => this.#writer.resolve({ schema: inside, file: placed.file })
    if (items !== undefined && isSeq(node))
      for (const item of node.items as Node[]) this.#value(of(items), item, section, `${name}[]`)
    if (typeof more === 'object' && isMap(node))
      for (const { value } of node.items as Pair<Node, Node | null>[])
        this.#value(of(more), value, section, `${name}.NAME`)
  }

  /** Whole lines, from the key to the end of its value; of a list that is long, its first entry. */
  #example({ key, value }: Pair<Node, Node | null>): string {
    const from = this.#text.lastIndexOf('\n', (key.range?.[0] ?? 0) - 1) + 1
    const first = value !== null && (isSeq(value) || isMap(value)) ? value.items[0] : undefined
    const last = (isSeq(value) ? first : isMap(value) ? Object(first).value : value) ?? value ?? key
    const end = last.range?.[1] ?? from
    const stop = this.#text.indexOf('\n', end - (this.#text[end - 1] === '\n' ? 1 : 0))
    const lines = this.#text.slice(from, stop < 0 ? undefined : stop)
    return lines.trim().replace(/^- /, '')
  }
}
