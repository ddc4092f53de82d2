/** GitHub's own description of its GraphQL types: says what a query or its answer has that GitHub has not. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Field {
  readonly type: string
  readonly args: Readonly<Record<string, string>>
}

const { types }: { types: Readonly<Record<string, Readonly<Record<string, Field>>>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'github-api/graphql.json'), 'utf8'),
)

interface Selected {
  readonly key: string
  readonly name: string
  readonly args: readonly string[]
  /** In an inline fragment: the type that it is for. */
  readonly on?: string
  readonly inside: readonly Selected[]
}

/** What in the query or in `data` does not fit GitHub's types; empty: all does. */
export function graphqlMisfits(query: string, data: unknown): readonly string[] {
  const tokens: readonly string[] =
    query.match(/\.\.\.|[{}()[\]:!$,]|[A-Za-z_][A-Za-z0-9_]*|\d+/g) ?? []
  // The head of the operation, with its variables, ends at the first brace.
  const at = { tokens, next: tokens.indexOf('{') }
  return fieldMisfits('Query', selection(at), data, '')
}

interface Cursor {
  readonly tokens: readonly string[]
  next: number
}

function selection(at: Cursor, on?: string): Selected[] {
  const found: Selected[] = []
  at.next += 1
  while (at.tokens[at.next] !== '}') {
    if (at.tokens[at.next] === '...') {
      const type = at.tokens[at.next + 2]
      at.next += 3
      found.push(...selection(at, type))
      continue
    }
    let name = at.tokens[at.next] ?? ''
    const key = name
    at.next += 1
    if (at.tokens[at.next] === ':') {
      name = at.tokens[at.next + 1] ?? ''
      at.next += 2
    }
    const args: string[] = []
    if (at.tokens[at.next] === '(') {
      for (; at.tokens[at.next] !== ')'; at.next += 1)
        if (at.tokens[at.next + 1] === ':') args.push(at.tokens[at.next] ?? '')
      at.next += 1
    }
    const inside = at.tokens[at.next] === '{' ? selection(at) : []
    found.push({ key, name, args, inside, ...(on === undefined ? {} : { on }) })
  }
  at.next += 1
  return found
}

function fieldMisfits(
  type: string,
  selected: readonly Selected[],
  value: unknown,
  where: string,
): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${where} is no object`]
  const given = value as Readonly<Record<string, unknown>>
  const extra = Object.keys(given).filter((key) => !selected.some((one) => one.key === key))
  return [
    ...extra.map((key) => `${where}/${key} was not asked for`),
    ...selected.flatMap((one) => {
      const at = `${where}/${one.key}`
      if (one.name === '__typename')
        return typeof given[one.key] === 'string' ? [] : [`${at} is no type's name`]
      const field = types[one.on ?? type]?.[one.name]
      if (field === undefined) return [`GitHub has no ${one.on ?? type}.${one.name}`]
      const unknown = one.args.filter((arg) => !(arg in field.args))
      return [
        ...unknown.map((arg) => `GitHub's ${one.name} takes no ${arg}`),
        ...valueMisfits(field.type, one.inside, given[one.key], at),
      ]
    }),
  ]
}

function valueMisfits(
  type: string,
  inside: readonly Selected[],
  value: unknown,
  at: string,
): readonly string[] {
  if (type.endsWith('!')) {
    if (value === null || value === undefined) return [`${at} is ${value}, and never is in GitHub`]
    return valueMisfits(type.slice(0, -1), inside, value, at)
  }
  if (value === null) return []
  if (type.startsWith('[')) {
    if (!Array.isArray(value)) return [`${at} is no list`]
    return value.flatMap((one, n) => valueMisfits(type.slice(1, -1), inside, one, `${at}/${n}`))
  }
  if (inside.length) return fieldMisfits(type, inside, value, at)
  const expected = { Int: 'number', Boolean: 'boolean' }[type] ?? 'string'
  return typeof value === expected ? [] : [`${at} is no ${expected}`]
}
