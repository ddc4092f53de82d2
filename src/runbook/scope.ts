/** What an expression may refer to where it stands, and how much is known about it before anything runs. */
import type { Parameter } from '../protocol/types.gen.ts'
import { objectShape, REPORTED, type Shape, schemaShape, TEXT, UNKNOWN } from './shape.ts'

/** How a step can have ended when a later one looks at it. */
export type Status = 'succeeded' | 'failed' | 'skipped'

/** What is declared about a step that has ended when an expression is resolved. */
export interface EarlierStep {
  /** Its action's output; undefined when the action is not known, which is reported elsewhere. */
  readonly output: Readonly<Record<string, Parameter>> | undefined
  /** The endings after which the flow goes on. */
  readonly statuses: readonly Status[]
  /** Run once for each entry of a list, so it has no single output. */
  readonly repeated?: boolean
  /** It calls a runbook, whose outputs are its own. */
  readonly calls?: boolean
}

/** What an expression may refer to. */
export interface Scope {
  readonly inputs: Readonly<Record<string, Parameter>>
  /** Earlier steps of the same list, by id. */
  readonly earlier: ReadonlyMap<string, EarlierStep>
  /** What another step is, so that it cannot be referred to; undefined when there is none with this id. */
  readonly whyNot: (id: string) => string | undefined
  /** How earlier steps have ended, where a condition has settled that. */
  readonly settled?: Endings
  /** `node.vars` of the nodes that it is for; left out where they are not known. */
  readonly vars?: Shape
  /** `item`; only in a step with for-each. */
  readonly item?: Shape
  /** `output`; only in expect. */
  readonly output?: Shape
  /** The only contexts that may be used, and why no other. */
  readonly only?: { readonly contexts: readonly string[]; readonly because: string }
}

export type Endings = ReadonlyMap<string, readonly Status[]>

/** The shape of a context in a scope; undefined where it does not exist. */
export function contextShape(name: string, scope: Scope, settled: Endings): Shape | undefined {
  switch (name) {
    case 'inputs':
      return remembered(scope.inputs, () =>
        objectShape(Object.entries(scope.inputs).map(([key, one]) => [key, inputShape(key, one)])),
      )
    case 'steps':
      return objectShape(
        [...scope.earlier].map(([id, step]) => {
          const endings = settled.get(id)
          return [
            id,
            endings
              ? stepShape(id, step, endings)
              : remembered(step, () => stepShape(id, step, step.statuses)),
          ]
        }),
      )
    case 'node':
      // Labels differ from node to node: whether one is there shows only on the node.
      return objectShape([
        ['name', TEXT],
        ['labels', { type: 'object', item: TEXT }],
        ['vars', scope.vars ?? { type: 'object', item: UNKNOWN }],
      ])
    case 'run':
      return objectShape([
        ['id', TEXT],
        ['correlation_id', TEXT],
        ['dry_run', { type: 'boolean' }],
      ])
    case 'item':
      return scope.item
    case 'output':
      return scope.output
    default:
      return UNKNOWN
  }
}

/** Of an action: what the library puts into every success is there too. */
export function outputShape(output: Readonly<Record<string, Parameter>> | undefined): Shape {
  if (!output) return REPORTED
  const fields = Object.entries(output).map(([key, one]): [string, Shape] => [
    key,
    schemaShape(one),
  ])
  return objectShape([['message', TEXT], ...fields])
}

/** A runbook may hold thousands of references to a hundred steps with many fields: each is worked out once. */
function remembered(declared: object, make: () => Shape): Shape {
  const shape = SHAPES.get(declared) ?? make()
  SHAPES.set(declared, shape)
  return shape
}

const SHAPES = new WeakMap<object, Shape>()

function inputShape(name: string, parameter: Parameter): Shape {
  const shape = schemaShape(parameter)
  if (parameter.required || parameter.default !== undefined) return shape
  const way = parameter.secret ? 'make it required' : 'give it a default, or make it required'
  const absent = `inputs.${name} may be absent: ${way}`
  return { ...shape, absent }
}

function stepShape(id: string, step: EarlierStep, settled: readonly Status[]): Shape {
  const only = (status: Status) => settled.every((one) => one === status)
  const output = step.output ? remembered(step.output, () => outputShape(step.output)) : REPORTED
  const noOutput = step.calls
    ? `${id} calls a runbook, and only its status is seen here`
    : step.repeated
      ? `${id} runs once for each entry of its list, so it has no single output`
      : only('succeeded')
        ? undefined
        : `steps.${id}.output may be absent, because ${id} may have ${alternatives(settled)}: ask for steps.${id}.status == 'succeeded' first, in \`if\` or before &&`
  const noError = only('failed')
    ? undefined
    : settled.includes('failed')
      ? `steps.${id}.error may be absent: ask for steps.${id}.status == 'failed' first, in \`if\` or before &&`
      : `steps.${id}.error is never there: ${step.statuses.includes('failed') ? `here ${id} has not failed` : NEVER_FAILED(id)}`
  return objectShape([
    ['status', { type: 'string', values: settled, never: neverOf(id, step.statuses) }],
    ['output', noOutput === undefined ? output : { ...output, absent: noOutput }],
    ['error', noError === undefined ? ERROR : { ...ERROR, absent: noError }],
  ])
}

/** What an error is in an expression: what a report says of it, without its advice. */
const ERROR: Shape = objectShape([
  ['kind', TEXT],
  ['code', { type: 'number' }],
  ['message', TEXT],
  ['executed', { type: 'string', values: ['no', 'yes'] }],
])

const NEVER_FAILED = (id: string): string =>
  `a failure of ${id} ends these steps, unless it has on-failure: continue`

function neverOf(id: string, statuses: readonly Status[]): Readonly<Record<string, string>> {
  return {
    ...(statuses.includes('failed') ? {} : { failed: NEVER_FAILED(id) }),
    ...(statuses.includes('skipped') ? {} : { skipped: `${id} is always run` }),
  }
}

function alternatives(statuses: readonly Status[]): string {
  const words = { succeeded: '', failed: 'failed', skipped: 'been skipped' } as const
  return statuses
    .map((one) => words[one])
    .filter((word) => word !== '')
    .join(' or ')
}
