/** The verb that shows a node's host keys. */
import { trustNode } from '../app/trust.ts'
import { trustText } from '../app/trust-text.ts'
import { problemsText } from '../report/text.ts'
import type { Rune } from '../rune.ts'
import type { Shared } from './kit.ts'
import { type LoginArguments, readLogin } from './login.ts'
import type { Target, Terminal } from './verbs.ts'

export interface TrustOptions extends Target, LoginArguments {
  readonly write?: boolean
}

export interface TrustCommands {
  trust(node: string, options: TrustOptions): Promise<number>
}

const PROBLEMS = 1

export function trustCommands(
  rune: Rune,
  at: Terminal,
  { rootOf, printJson, usage }: Pick<Shared, 'rootOf' | 'printJson' | 'usage'>,
): TrustCommands {
  return {
    trust: async (node, options) => {
      const login = await readLogin(options, at)
      if (typeof login === 'string') return usage(login)
      const answer = await trustNode(rune, node, {
        ...login,
        root: rootOf(options),
        write: options.write ?? false,
        signal: at.signal,
      })
      if (answer.kind === 'refused') {
        if (options.json) printJson({ problems: answer.problems })
        else at.err(problemsText(answer.problems))
        return PROBLEMS
      }
      const { trust } = answer
      if (options.json) printJson(trust)
      else at.out(trustText(trust))
      const wrong = trust.keys.some(({ verdict }) => verdict === 'other' || verdict === 'revoked')
      const unwritable = options.write === true && trust.file === undefined
      if (unwritable) at.err(`${node} has no known-hosts file: nothing was written\n`)
      return wrong || unwritable ? PROBLEMS : 0
    },
  }
}
