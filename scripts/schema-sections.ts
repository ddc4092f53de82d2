/** A JSON Schema to Markdown tables: one for its own keys, one for each object that it refers to. */

export interface Schema {
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly propertyNames?: Schema
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly not?: Schema
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly [keyword: string]: unknown
}

/** Where a schema was found: references are relative to its file. */
export interface Placed {
  readonly schema: Schema
  readonly file: string
  /** Of a definition that has a table of its own. */
  readonly section?: string
}

/** An example by `SECTION KEY`; each key has to have one. */
export type Examples = ReadonlyMap<string, string>

/** Headings start with `level`. With `examples` each table shows one for every key. */
export function schemaSections(
  schemas: ReadonlyMap<string, Schema>,
  file: string,
  level: string,
  examples?: Examples,
): string[] {
  const writer = new Writer(schemas, examples)
  const top = schemas.get(file) ?? {}
  const parts = writer.part({ schema: top, file })
  const forms = (top.anyOf ?? []).map((form) => writer.resolve({ schema: form, file }))
  for (const { section } of forms) if (section !== undefined) writer.wanted.add(section)
  const done = new Set<string>()
  for (const section of writer.wanted) {
    if (done.has(section)) continue
    done.add(section)
    const placed = writer.sections.get(section)
    if (!placed) continue
    parts.push(`${level} ${section}`)
    if (placed.schema.description) parts.push(prose(placed.schema.description))
    parts.push(...writer.part(placed, section))
  }
  return parts
}

export class Writer {
  readonly #schemas: ReadonlyMap<string, Schema>
  /** In the order in which they are first referred to; grows while tables are written. */
  readonly wanted = new Set<string>()
  readonly sections = new Map<string, Placed>()

  readonly #examples: Examples | undefined
  #section = ''
  #long: string[] = []

  constructor(schemas: ReadonlyMap<string, Schema>, examples?: Examples) {
    this.#schemas = schemas
    this.#examples = examples
  }

  /** The table of a section, and what does not fit into it. */
  part(placed: Placed, section = ''): string[] {
    this.#section = section
    this.#long = []
    return [this.table(placed), ...this.#long]
  }

  /** Follows a reference; the description beside it wins over the definition's own. */
  resolve({ schema, file }: Placed): Placed {
    if (schema.$ref === undefined) return { schema, file }
    const [name, pointer = ''] = schema.$ref.split('#')
    const at = name || file
    let found: Schema = this.#schemas.get(at) ?? {}
    for (const key of pointer.split('/').slice(1)) found = found[key] as Schema
    const described =
      schema.description === undefined ? found : { ...found, description: schema.description }
    const isTable = found.properties !== undefined
    if (!isTable) return { schema: described, file: at }
    const section = pointer.split('/').at(-1) || at.replace('.json', '')
    this.sections.set(section, { schema: found, file: at })
    return { schema: described, file: at, section }
  }

  table(placed: Placed): string {
    return [
      `| key | type | required | default | what it is | limits |${this.#examples ? ' example |' : ''}`,
      `|---|---|---|---|---|---|${this.#examples ? '---|' : ''}`,
      ...this.#rows(placed, ''),
    ].join('\n')
  }

  #rows({ schema, file }: Placed, prefix: string): string[] {
    return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
      const placed = this.resolve({ schema: property, file })
      const name = `${prefix}${key}`
      const required = schema.required?.includes(key) ? 'yes' : ''
      return [this.#row(name, placed, required), ...this.#inside(placed, name)]
    })
  }

  /** The rows of what is declared in place inside a value: fields, list entries, values by name. */
  #inside(placed: Placed, name: string): string[] {
    if (placed.section !== undefined) return []
    const { schema, file } = placed
    const { items, additionalProperties: more } = schema
    const rows = this.#rows(placed, `${name}.`)
    for (const [inside, suffix] of [
      [items, '[]'],
      [typeof more === 'object' ? more : undefined, '.NAME'],
    ] as const) {
      if (!inside) continue
      const entry = this.resolve({ schema: inside, file })
      if (entry.section === undefined && entry.schema.properties)
        rows.push(...this.#rows(entry, `${name}${suffix}.`))
    }
    return rows
  }

  #row(name: string, placed: Placed, required: string): string {
    const { schema } = placed
    const [described, stated] = splitDefault(schema.description ?? '')
    const fallback = schema.default === undefined ? stated : code(JSON.stringify(schema.default))
    const cells = [code(name), this.#type(placed), required, prose(fallback), prose(described)]
    const shown = this.#examples ? [this.#example(name, this.#examples)] : []
    return `| ${[...cells, this.#limits(placed).join('; '), ...shown].map(cell).join(' | ')} |`
  }

  /** Of several lines it follows the table. */
  #example(name: string, examples: Examples): string {
    const example = examples.get(`${this.#section} ${name}`)
    if (example === undefined)
      throw new Error(
        `no file of test/corpus/runbook/good shows ${name} of ${this.#section || 'a runbook'}; give one of them that key`,
      )
    if (!example.includes('\n')) return code(example)
    this.#long.push(`\`${name}\`:`, `\`\`\`yaml\n${example}\n\`\`\``)
    return 'below'
  }

  #type(placed: Placed): string {
    const { schema, file, section } = placed
    if (section !== undefined) {
      this.wanted.add(section)
      return `[${section}](#${section.toLowerCase()})`
    }
    if (schema.items && Array.isArray(schema.type)) {
      const { items, ...whole } = schema
      const alone = schema.type.filter((type) => type !== 'array').join(' or ')
      return `${alone} or ${this.#type({ ...placed, schema: { ...whole, type: 'array', items } })}`
    }
    if (schema.items) return `list of ${this.#type(this.resolve({ schema: schema.items, file }))}`
    if (typeof schema.additionalProperties === 'object') {
      const of = this.#type(this.resolve({ schema: schema.additionalProperties, file }))
      return `map of ${of}`
    }
    if (schema.anyOf) {
      return schema.anyOf.map((one) => this.#type(this.resolve({ schema: one, file }))).join(' or ')
    }
    if (schema.const !== undefined) return code(JSON.stringify(schema.const))
    if (schema.enum) return schema.enum.map((one) => code(String(one))).join(', ')
    if (schema.type === undefined) return 'anything'
    return typeof schema.type === 'string' ? schema.type : schema.type.join(' or ')
  }

  #limits({ schema, file }: Placed): string[] {
    const limits = LIMITS.flatMap(([keyword, words]) =>
      schema[keyword] === undefined ? [] : [counted(words.replace('#', String(schema[keyword])))],
    )
    const { pattern } = schema.propertyNames ?? {}
    if (typeof pattern === 'string') limits.push(`names fit ${code(pattern)}`)
    if (schema.items?.enum === undefined && schema.items && !schema.items.properties) {
      const entry = this.resolve({ schema: schema.items, file })
      if (entry.section === undefined)
        limits.push(...this.#limits(entry).map((limit) => `each: ${limit}`))
    }
    return limits
  }
}

const LIMITS: readonly (readonly [string, string])[] = [
  ['minimum', 'at least #'],
  ['maximum', 'at most #'],
  ['minLength', 'at least # characters'],
  ['maxLength', 'at most # characters'],
  ['minItems', 'at least # entries'],
  ['maxItems', 'at most # entries'],
  ['minProperties', 'at least # keys'],
  ['maxProperties', 'at most # keys'],
  ['pattern', 'fits `#`'],
]

/** "Where it is. Default 22." to the sentence and the default. */
function splitDefault(description: string): [text: string, fallback: string] {
  const match = /(?:^|\s)Default(?: is|:)? ((?:[^.]|\.(?=\S))+)\./.exec(description)
  if (!match) return [description, '']
  return [description.replace(match[0], '').trim(), match[1] ?? '']
}

/** A sentence in which nothing is taken for HTML. */
export function prose(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 ? part : part.replaceAll('<', '&lt;')))
    .join('`')
}

const counted = (text: string): string =>
  text.replace(/\b1 (character|key)s$/, '1 $1').replace(/\b1 entries$/, '1 entry')
const code = (text: string): string => `\`${text}\``
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
