/** What a reviewer should know about a module's parameters although they can be used: values without an upper end. */
import { problemAt } from '../document/diagnostic.ts'
import { show } from '../protocol/schemas.ts'
import type { Parameter, Problem, ValueSchema } from '../protocol/types.gen.ts'
import type { Module } from './manifest.ts'

/** Warnings, none of which keeps an action from being used. */
export function lintModule({ declaration, document }: Module): Problem[] {
  const warn = (pointer: string, message: string): Problem =>
    problemAt(document, pointer, {
      kind: 'document-schema',
      rule: 'unbounded',
      severity: 'warning',
      message,
    })
  return Object.entries(declaration.actions).flatMap(([action, { input = {} }]) =>
    Object.entries(input).flatMap(([name, parameter]) =>
      unbounded(parameter).map(({ pointer, message }) =>
        warn(`/actions/${action}/input/${name}${pointer}`, `${name}${pointer} ${message}`),
      ),
    ),
  )
}

interface Finding {
  /** Inside the parameter. */
  readonly pointer: string
  readonly message: string
}

/** Every text and list in a parameter that may be of any length. */
function unbounded(schema: Parameter | ValueSchema): Finding[] {
  const { additionalProperties: more } = schema
  const inside: [string, ValueSchema][] = [
    ...(schema.items ? ([['/items', schema.items]] as [string, ValueSchema][]) : []),
    ...Object.entries(schema.properties ?? {}).map(([name, one]): [string, ValueSchema] => [
      `/properties/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      one,
    ]),
    ...(typeof more === 'object'
      ? ([['/additionalProperties', more]] as [string, ValueSchema][])
      : []),
  ]
  return [
    ...own(schema).map((message) => ({ pointer: '', message })),
    ...inside.flatMap(([at, one]) =>
      unbounded(one).map(({ pointer, message }) => ({ pointer: at + pointer, message })),
    ),
  ]
}

function own(schema: Parameter | ValueSchema): string[] {
  if (schema.enum) return []
  switch (schema.type) {
    case 'string':
      if (schema.maxLength !== undefined) return []
      if (schema.pattern === undefined) {
        return ['accepts a text of any length; give it maxLength, enum or a pattern with an end']
      }
      if (!isEndless(schema.pattern)) return []
      return [
        `accepts a text of any length, because ${show(schema.pattern)} repeats without an end; give it maxLength, or write {1,64} in place of +`,
      ]
    case 'array':
      return schema.maxItems === undefined ? ['accepts a list of any length; give it maxItems'] : []
    case 'object':
      return schema.additionalProperties === true && schema.maxProperties === undefined
        ? [
            'accepts any number of keys of any kind; declare its properties, or give it maxProperties',
          ]
        : []
    default:
      return []
  }
}

/** Whether a pattern repeats something without an upper end: `*`, `+` or `{n,}` outside of classes and escapes. */
function isEndless(pattern: string): boolean {
  const plain = pattern.replace(/\\./g, 'x').replace(/\[\^?\]?[^\]]*\]/g, 'x')
  return /[*+]|\{\d+,\}/.test(plain)
}
