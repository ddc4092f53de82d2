/** Which secret input an expression stands for, and where in an expression one is named. */
import type { Parameter } from '../protocol/types.gen.ts'
import { type Expression, parseTemplate, type Template } from './expression.ts'

type Inputs = Readonly<Record<string, Parameter>>

/** The secret input that the text is, and nothing around it; undefined where it is anything else. */
export function secretInputOf(text: unknown, inputs: Inputs): string | undefined {
  if (typeof text !== 'string') return undefined
  const parsed = parseTemplate(text)
  return parsed.kind === 'invalid' ? undefined : wholeSecret(parsed.template, inputs)
}

export function wholeSecret({ parts, whole }: Template, inputs: Inputs): string | undefined {
  const [only] = parts
  return whole && only !== undefined && typeof only !== 'string' ? named(only, inputs) : undefined
}

export interface SecretUse {
  readonly input: string
  /** Offset inside the text. */
  readonly at: number
}

/** Every place of a text where a secret input is named. */
export function secretsIn({ parts }: Template, inputs: Inputs): SecretUse[] {
  return parts.flatMap((part) => (typeof part === 'string' ? [] : usesIn(part, inputs)))
}

function usesIn(expression: Expression, inputs: Inputs): SecretUse[] {
  const input = named(expression, inputs)
  if (input !== undefined) return [{ input, at: expression.at }]
  switch (expression.kind) {
    case 'literal':
    case 'context':
      return []
    case 'index':
      return [...usesIn(expression.of, inputs), ...usesIn(expression.key, inputs)]
    case 'not':
      return usesIn(expression.of, inputs)
    case 'compare':
      return [...usesIn(expression.left, inputs), ...usesIn(expression.right, inputs)]
    case 'logic':
      return expression.terms.flatMap((term) => usesIn(term, inputs))
    case 'call':
      return expression.args.flatMap((one) => usesIn(one, inputs))
  }
}

function named(expression: Expression, inputs: Inputs): string | undefined {
  if (expression.kind !== 'index') return undefined
  const { of, key } = expression
  if (of.kind !== 'context' || of.name !== 'inputs' || key.kind !== 'literal') return undefined
  const name = key.value
  if (typeof name !== 'string' || !Object.hasOwn(inputs, name)) return undefined
  return inputs[name]?.secret ? name : undefined
}
