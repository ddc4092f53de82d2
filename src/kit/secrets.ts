/** A fixture gives a secret parameter a value that is none, and the action gets it as it would in a run. */
import { eachAlone, secretNameOf } from '../document/parameters.ts'
import type { Issue, ValueCheck } from '../protocol/schemas.ts'
import { Secret, type Secrets } from '../protocol/secret.ts'
import type { ModuleAction } from '../protocol/types.gen.ts'

type Values = Readonly<Record<string, unknown>>

interface Apart {
  readonly open: Values
  readonly secret: Values
  /** Names of secrets by parameter. */
  readonly references: Readonly<Record<string, string>>
}

export function apart(action: ModuleAction, params: Values): Apart {
  const entries = Object.entries(params)
  const secret = entries.filter(([name]) => isSecret(action, name))
  return {
    open: Object.fromEntries(entries.filter(([name]) => !isSecret(action, name))),
    secret: Object.fromEntries(secret),
    references: Object.fromEntries(secret.map(([name]) => [name, secretNameOf(name)])),
  }
}

/** Anything but a text is no secret: the action is then refused, as in a run without a value. */
export function valuesOf(action: ModuleAction, params: Values): Secrets {
  const named = Object.entries(apart(action, params).secret).flatMap(
    ([name, value]): [string, Secret][] =>
      typeof value === 'string' ? [[secretNameOf(name), new Secret(value)]] : [],
  )
  return { named: new Map(named), others: [] }
}

/** What is wrong with the parameters, secret ones among them. */
export function inputIssues(action: ModuleAction, check: ValueCheck, params: Values): Issue[] {
  const { input = {} } = action
  const { open, secret } = apart(action, params)
  const missing = Object.keys(input)
    .filter((name) => isSecret(action, name) && input[name]?.required)
    .filter((name) => !Object.hasOwn(secret, name))
    .map((key) => ({ pointer: '', keyword: 'required', message: `"${key}" is missing`, key }))
  return [...check(open), ...missing, ...eachAlone(input)(secret)]
}

function isSecret({ input = {} }: ModuleAction, name: string): boolean {
  return Object.hasOwn(input, name) && input[name]?.secret === true
}
