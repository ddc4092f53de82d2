/** What the functions of expressions take and give, before anything is run. */
import { onlyValue } from './fold.ts'
import type { FunctionName } from './function-names.ts'
import { ARITY, callFunction, NoValue } from './functions.ts'
import { isScalar, literalShape, type Shape, UNKNOWN, type ValueType } from './shape.ts'

export type CheckedCall =
  | { readonly shape: Shape; readonly problem?: never }
  | {
      readonly problem: string
      /** Index of the argument that it is about; left out when it is about the call. */
      readonly argument?: number
    }

/** The shape of a call with arguments of these shapes, or why it gives nothing. */
export function checkCall(name: FunctionName, args: readonly Shape[]): CheckedCall {
  const [least, most] = ARITY[name]
  if (args.length < least || args.length > most || (name === 'case' && args.length % 2 === 0)) {
    return { problem: `${name} does not take ${args.length} arguments` }
  }
  for (const [argument, { type }] of args.entries()) {
    const takes = takenBy(name, argument, args)
    if (takes && type !== 'unknown' && !takes.includes(type)) {
      const wanted = takes.map((one) => WORDS[one]).join(' or ')
      return { problem: `${name} needs ${wanted} here, not ${WORDS[type]}`, argument }
    }
  }
  const [list, sought] = args
  if (name === 'contains' && list?.type === 'array' && sought) {
    const item = list.item?.type ?? 'unknown'
    if (item !== 'unknown' && sought.type !== 'unknown' && item !== sought.type) {
      const problem = `the entries of the list are of type ${item}, so it never contains ${WORDS[sought.type]}`
      return { problem, argument: 1 }
    }
  }
  return folded(name, args)
}

/** A call of constants is a constant. */
function folded(name: FunctionName, args: readonly Shape[]): CheckedCall {
  const shape = resultOf(name, args)
  const values = args.map(onlyValue)
  if (values.includes(undefined)) return { shape }
  try {
    const value = callFunction(name, values)
    return { shape: isScalar(value) ? literalShape(value) : shape }
  } catch (caught) {
    if (!(caught instanceof NoValue)) throw caught
    return { problem: caught.message }
  }
}

function resultOf(name: FunctionName, args: readonly Shape[]): Shape {
  if (name !== 'case') return { type: RESULTS[name] }
  const given = args.filter((_, index) => index % 2 === 1 || index === args.length - 1)
  const [only, ...others] = new Set(given.map(({ type }) => type))
  return only === undefined || others.length ? UNKNOWN : { type: only }
}

const RESULTS: Readonly<Record<Exclude<FunctionName, 'case'>, ValueType>> = {
  contains: 'boolean',
  endsWith: 'boolean',
  format: 'string',
  fromJSON: 'unknown',
  join: 'string',
  startsWith: 'boolean',
  toJSON: 'string',
}

const TEXT: readonly ValueType[] = ['string']
const PLAIN: readonly ValueType[] = ['string', 'number', 'boolean']

/** undefined: anything. */
function takenBy(
  name: FunctionName,
  argument: number,
  args: readonly Shape[],
): readonly ValueType[] | undefined {
  switch (name) {
    case 'case':
      return argument % 2 === 0 && argument < args.length - 1 ? ['boolean'] : undefined
    case 'contains':
      if (argument === 0) return ['string', 'array']
      return args[0]?.type === 'string' ? TEXT : undefined
    case 'startsWith':
    case 'endsWith':
    case 'fromJSON':
      return TEXT
    case 'format':
      return argument === 0 ? TEXT : PLAIN
    case 'join':
      return argument === 0 ? ['array'] : TEXT
    case 'toJSON':
      return undefined
  }
}

const WORDS: Readonly<Record<ValueType, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
  unknown: 'anything',
}
