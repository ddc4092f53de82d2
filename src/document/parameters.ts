/** Declared parameters of a runbook or action: compiled to one check, with problems where they are not usable. */
import { compileSchema, objectSchema, type ValueCheck } from '../protocol/schemas.ts'
import type { Parameter, Problem, ValueSchema } from '../protocol/types.gen.ts'
import { issueProblems, type Positioned, problemAt } from './diagnostic.ts'

export type Parameters = Readonly<Record<string, Parameter>>

export type CompiledParameters =
  | { readonly kind: 'check'; readonly check: ValueCheck }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** About 10 ms: compile what is used. `pointer` is where the map of parameters stands; `extra` may be there too. */
export function compileParameters(
  document: Positioned,
  pointer: string,
  parameters: Parameters,
  extra: Readonly<Record<string, ValueSchema>> = {},
): CompiledParameters {
  const check = compileSchema(objectSchema(parameters, extra))
  const whatIsWrong = typeof check === 'string' ? brokenPattern : openPattern
  const problems = Object.entries(parameters).flatMap(([name, parameter]) =>
    patternProblems(document, `${pointer}/${name}`, parameter, whatIsWrong),
  )
  if (typeof check === 'string') {
    if (!problems.length) problems.push(...uncompilable(document, pointer, parameters))
  } else problems.push(...defaultProblems(document, pointer, parameters, check))
  if (typeof check === 'string' || problems.length) return { kind: 'problems', problems }
  return { kind: 'check', check }
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

function defaultProblems(
  document: Positioned,
  pointer: string,
  parameters: Parameters,
  check: ValueCheck,
): Problem[] {
  const issues = check(defaultsOf(parameters)).filter(({ pointer: at }) => at !== '')
  return issueProblems(
    // From /name/rest of the values to /name/default/rest of the declaration.
    issues.map((one) => ({ ...one, pointer: one.pointer.replace(/^(\/[^/]+)/, '$1/default') })),
    document,
    { prefix: pointer, rule: 'default' },
  )
}

/** Compiles one by one to find those that are at fault; only done once something is. */
function uncompilable(document: Positioned, pointer: string, parameters: Parameters): Problem[] {
  const found = Object.entries(parameters).flatMap(([name, parameter]) => {
    const check = compileSchema(objectSchema({ [name]: parameter }))
    if (typeof check !== 'string') return []
    const message = `the schema of ${name} cannot be used: ${check}`
    return [
      problemAt(document, `${pointer}/${name}`, {
        kind: 'document-schema',
        rule: 'parameter',
        message,
      }),
    ]
  })
  if (found.length) return found
  const message = 'these parameters cannot be compiled together'
  return [problemAt(document, pointer, { kind: 'document-schema', rule: 'parameter', message })]
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
  whatIsWrong: (pattern: string) => string | undefined,
): Problem[] {
  return patternsIn(schema).flatMap(({ pointer: at, pattern }) => {
    const message = whatIsWrong(pattern)
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

/** Compiles it by itself, which costs as much as all of them: only done once they do not compile. */
function brokenPattern(pattern: string): string | undefined {
  const compiled = compileSchema({ type: 'string', pattern })
  if (typeof compiled !== 'string') return openPattern(pattern)
  const reason = compiled.replace(/^error parsing regexp: /, '')
  return `the pattern ${JSON.stringify(pattern)} cannot be used: ${reason}; patterns are written for RE2, which has no look-around and no back references`
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
