/** Declared parameters of a runbook or action: compiled to one check, with problems where they are not usable. */
import { patternFault } from '../protocol/pattern.ts'
import { compileSchema, type Issue, objectSchema, type ValueCheck } from '../protocol/schemas.ts'
import type { Parameter, Problem, ValueSchema } from '../protocol/types.gen.ts'
import { issueProblems, type Positioned, problemAt } from './diagnostic.ts'

export type Parameters = Readonly<Record<string, Parameter>>

export type CompiledParameters =
  | { readonly kind: 'check'; readonly check: ValueCheck }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/**
 * Finds what is wrong with declared parameters. The check is compiled when a value is first given to it, which takes a
 * millisecond or more: most that a project declares are never used by one command. `pointer` is where the map of parameters
 * stands; `extra` may be there too. Secret parameters are not in what is checked: they are never among the values.
 */
export function compileParameters(
  document: Positioned,
  pointer: string,
  parameters: Parameters,
  extra: Readonly<Record<string, ValueSchema>> = {},
): CompiledParameters {
  const problems = Object.entries(parameters).flatMap(([name, parameter]) =>
    patternProblems(document, `${pointer}/${name}`, parameter),
  )
  if (isCompilable(parameters)) problems.push(...defaultProblems(document, pointer, parameters))
  problems.push(...secretProblems(document, pointer, parameters))
  if (problems.length) return { kind: 'problems', problems }
  const open = Object.entries(parameters).filter(([, { secret }]) => !secret)
  return {
    kind: 'check',
    check: compiledWhenUsed(objectSchema(Object.fromEntries(open), extra)),
  }
}

/** The name under which the environment and the policy know a secret parameter. */
export function secretNameOf(parameter: string): string {
  return parameter.toUpperCase()
}

/** The keywords are a closed list, of which a pattern is the only one that can be unusable. */
function isCompilable(parameters: Parameters): boolean {
  return Object.values(parameters)
    .flatMap((parameter) => patternsIn(parameter))
    .every(({ pattern }) => patternFault(pattern) === undefined)
}

function compiledWhenUsed(schema: Record<string, unknown>): ValueCheck {
  let compiled: ValueCheck | undefined
  return (value) => {
    if (!compiled) {
      const check = compileSchema(schema)
      if (typeof check === 'string') throw new Error(`a declared schema cannot be used: ${check}`)
      compiled = check
    }
    return compiled(value)
  }
}

/** Compiled at the first call, then kept. */
export function lazily(compile: () => CompiledParameters): () => CompiledParameters {
  let known: CompiledParameters | undefined
  return () => {
    known ??= compile()
    return known
  }
}

/** The declared defaults, each a value of its own. */
export function defaultsOf(parameters: Parameters): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters)
      .filter(([, parameter]) => parameter.default !== undefined)
      .map(([name, parameter]) => [name, structuredClone(parameter.default as unknown)]),
  )
}

function defaultProblems(document: Positioned, pointer: string, parameters: Parameters): Problem[] {
  return Object.entries(parameters).flatMap(([name, parameter]) =>
    issueProblems(defaultIssues(parameter), document, {
      prefix: `${pointer}/${name}/default`,
      rule: 'default',
    }),
  )
}

/** What is wrong with the default; pointers are inside it. */
function defaultIssues(parameter: Parameter): Issue[] {
  return parameter.default === undefined ? [] : issuesAlone(parameter, parameter.default)
}

/** Checks each value by its own parameter: nothing is said of those that are missing, or that no parameter is called like. */
export function eachAlone(parameters: Parameters): ValueCheck {
  return (values) =>
    Object.entries(Object(values) as object).flatMap(([name, value]) => {
      const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
      if (!parameter) return []
      return issuesAlone(parameter, value).map((one) => ({
        ...one,
        pointer: `/${name}${one.pointer}`,
      }))
    })
}

const KNOWN_AT_MOST = 500
/** By the parameter's JSON: files of one project repeat each other's parameters, and most of a file's are not needed. */
const known = new Map<string, ValueCheck>()

function issuesAlone(parameter: Parameter, value: unknown): Issue[] {
  const key = JSON.stringify(parameter)
  let check = known.get(key)
  if (!check) {
    check = compiledWhenUsed(objectSchema({ value: parameter }))
    if (known.size >= KNOWN_AT_MOST) known.clear()
    known.set(key, check)
  }
  return check({ value }).map((one) => ({ ...one, pointer: one.pointer.replace(/^\/value/, '') }))
}

/** What would put a secret's value into a file, or would have to be told of it. */
function secretProblems(document: Positioned, pointer: string, parameters: Parameters): Problem[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    if (!parameter.secret) return []
    const wrong = (key: string, message: string): Problem =>
      problemAt(document, `${pointer}/${name}${key}`, {
        kind: 'document-schema',
        rule: 'secret',
        message,
      })
    return [
      ...(parameter.type === 'string'
        ? []
        : [wrong('/type', `a secret is a text: type is ${parameter.type}, expected string`)]),
      ...(['default', 'enum'] as const)
        .filter((key) => parameter[key] !== undefined)
        .map((key) =>
          wrong(`/${key}`, `a secret has no ${key}: who reads this file would know the value`),
        ),
      ...(name.endsWith('_file')
        ? [
            wrong(
              '',
              `a secret's name does not end in _file: RUNE_SECRET_${secretNameOf(name)} names the file of another one`,
            ),
          ]
        : []),
    ]
  })
}

interface PlacedPattern {
  /** Of the keyword `pattern`, inside the parameter. */
  readonly pointer: string
  readonly pattern: string
}

function patternsIn(schema: ValueSchema | Parameter, pointer = ''): PlacedPattern[] {
  const { pattern, items, properties = {}, additionalProperties: more } = schema
  return [
    ...(pattern === undefined ? [] : [{ pointer: `${pointer}/pattern`, pattern }]),
    ...(items ? patternsIn(items, `${pointer}/items`) : []),
    ...Object.entries(properties).flatMap(([name, one]) =>
      patternsIn(one, `${pointer}/properties/${name}`),
    ),
    ...(typeof more === 'object' ? patternsIn(more, `${pointer}/additionalProperties`) : []),
  ]
}

function patternProblems(
  document: Positioned,
  pointer: string,
  schema: ValueSchema | Parameter,
): Problem[] {
  return patternsIn(schema).flatMap(({ pointer: at, pattern }) => {
    const message = brokenPattern(pattern) ?? openPattern(pattern)
    if (message === undefined) return []
    const init = { kind: 'document-schema', rule: 'pattern', message } as const
    return [problemAt(document, pointer + at, init)]
  })
}

/** A pattern without anchors accepts everything around what it describes: `[a-z]+` fits `a; rm -rf /`. */
function openPattern(pattern: string): string | undefined {
  if (isAnchored(pattern)) return undefined
  return `the pattern ${JSON.stringify(pattern)} fits parts of a text; write ^(...)$ so that it has to fit the whole`
}

function brokenPattern(pattern: string): string | undefined {
  const fault = patternFault(pattern)
  if (fault === undefined) return undefined
  return `the pattern ${JSON.stringify(pattern)} cannot be used: ${fault}; patterns are written for RE2, which has no look-around and no back references`
}

/** ^ at the start, $ at the end, and no | between them outside of a group: `^a|b$` is two open patterns. */
function isAnchored(pattern: string): boolean {
  if (!pattern.startsWith('^') || !/(?<!\\)(\\\\)*\$$/.test(pattern)) return false
  let depth = 0
  let inClass = false
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]
    if (character === '\\') at++
    else if (inClass) inClass = character !== ']'
    else if (character === '[') inClass = true
    else if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === '|' && depth === 0) return false
  }
  return true
}
