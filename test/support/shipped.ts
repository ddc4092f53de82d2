/** The shipped actions, and what one of them answers when it runs with a home of the test's. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { compileSchema, hasShape, objectSchema } from '../../src/protocol/schemas.ts'
import type { ModuleAction } from '../../src/protocol/types.gen.ts'

export const PLUGINS = join(import.meta.dirname, '../../plugins')

export interface Shipped {
  readonly name: string
  readonly module: string
  readonly declaration: ModuleAction
}

export const shipped: readonly Shipped[] = readdirSync(PLUGINS)
  .filter((module) => module !== 'lib')
  .flatMap((module) => {
    const value: unknown = parse(readFileSync(join(PLUGINS, module, 'module.yaml'), 'utf8'))
    if (!hasShape('module', value)) throw new Error(`plugins/${module}/module.yaml is no module`)
    return Object.entries(value.actions).map(([name, declaration]) => ({
      name,
      module,
      declaration,
    }))
  })

export interface Act {
  readonly params: Readonly<Record<string, unknown>>
  readonly dryRun?: boolean
  /** HOME, where the node's own declarations are looked for too. */
  readonly home: string
  /** Runs bash text and gives its stdout, such as the sh() of a box. Default: bash of this machine. */
  readonly sh?: (text: string) => string
}

export interface Answer {
  readonly exit: number
  readonly output?: Readonly<Record<string, unknown>>
  readonly error?: { readonly code: number; readonly message: string; readonly details: unknown }
}

/** Throws when the parameters or the output are not as declared. */
export function act(name: string, { params, dryRun = false, home, sh = bash }: Act): Answer {
  const found = shipped.find((one) => one.name === name)
  if (!found) throw new Error(`no shipped action is called ${name}`)
  const { module, declaration } = found
  fits(`the parameters of ${name}`, declaration.input ?? {}, params)
  const message = JSON.stringify({
    message_metadata: {
      version: '1.0',
      message_id: 'm-1',
      created_at: '2026-11-20T12:00:00.000Z',
    },
    payload: { input_parameters: params, context: { dry_run: dryRun } },
    observability: { trace_id: 't', span_id: 's' },
  })
  const environment = [
    'PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
    `HOME=${home}`,
    'LANG=C.UTF-8',
    `RUNE_LIB=${join(PLUGINS, 'lib/rune_bpcs.sh')}`,
  ]
  const script = join(PLUGINS, module, declaration.run)
  const words = ['env', '-i', ...environment, 'bash', '--noprofile', '--norc', script].map(quoted)
  const said = sh(`cd /; status=0
printf %s ${quoted(message)} | ${words.join(' ')} || status=$?
printf '%s' "$status"`)
  const [line = '', exit = ''] = said.split('\n')
  const answer = JSON.parse(line) as {
    readonly payload: { readonly output_data: Readonly<Record<string, unknown>> } | null
    readonly error: Answer['error'] | null
  }
  if (answer.payload === null) {
    const code = answer.error?.code
    if (!declaration.errors?.some((one) => one.code === code))
      throw new Error(`${name} gave the error ${code}, which is not documented: ${line}`)
    return { exit: Number(exit), ...(answer.error ? { error: answer.error } : {}) }
  }
  const { output_data: output } = answer.payload
  fits(`the output of ${name}`, { message: { type: 'string' }, ...declaration.output }, output)
  return { exit: Number(exit), output }
}

function fits(
  what: string,
  declared: NonNullable<ModuleAction['input']>,
  value: Readonly<Record<string, unknown>>,
): void {
  const check = compileSchema(objectSchema(declared))
  if (typeof check === 'string') throw new Error(`${what}: ${check}`)
  const issues = check(value)
  if (issues.length > 0)
    throw new Error(
      `${what}: ${issues.map(({ pointer, message }) => pointer + message).join('; ')}`,
    )
}

function bash(text: string): string {
  return execFileSync('bash', ['-c', text], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
