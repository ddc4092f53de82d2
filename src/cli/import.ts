/** The verb that makes an inventory of what other tools know. */
import { join, resolve } from 'node:path'
import { importInventory, SOURCES, type Source, writeInventory } from '../app/import.ts'
import { terminal } from '../report/encode.ts'
import { problemsText } from '../report/text.ts'
import type { Rune } from '../rune.ts'
import type { Shared } from './kit.ts'
import type { Target, Terminal } from './verbs.ts'

export interface ImportOptions extends Target {
  readonly out?: string
  readonly force?: boolean
  readonly user?: string
  readonly knownHosts?: string
}

export interface ImportCommands {
  importFrom(source: string, file: string | undefined, options: ImportOptions): Promise<number>
}

const PROBLEMS = 1

export function importCommands(
  rune: Rune,
  at: Terminal,
  { printJson, usage }: Pick<Shared, 'printJson' | 'usage'>,
): ImportCommands {
  return {
    importFrom: async (name, file, { out, force = false, user, knownHosts, json }) => {
      const source = SOURCES.find((one): one is Source => one === name)
      if (source === undefined)
        return usage(`rune import ${name}: expected one of ${SOURCES.join(', ')}`)
      if (file === undefined && source === 'ansible')
        return usage('rune import ansible FILE: expected what ansible-inventory --list prints')
      const path =
        file === undefined
          ? join(at.home, '.ssh/config')
          : file === '-'
            ? '/dev/stdin'
            : resolve(at.cwd, file)
      const answer = await importInventory({
        source,
        file: path,
        home: at.home,
        ...(user === undefined ? {} : { user }),
        ...(knownHosts === undefined ? {} : { knownHosts: resolve(at.cwd, knownHosts) }),
      })
      if (answer.kind === 'refused') {
        if (json) printJson({ problems: answer.problems })
        else at.err(problemsText(answer.problems))
        return PROBLEMS
      }
      const { inventory, text, notes } = answer
      const refused =
        out === undefined
          ? undefined
          : await writeInventory(resolve(at.cwd, out), text, { force, suffix: rune.host.hex(4) })
      if (refused !== undefined) {
        at.err(`${terminal(refused)}\n`)
        return PROBLEMS
      }
      if (json) printJson({ inventory, notes, ...(out === undefined ? {} : { file: out }) })
      else if (out === undefined) at.out(text)
      else at.out(`${terminal(out)}\n`)
      if (!json) at.err(notes.map((note) => `note: ${terminal(note)}\n`).join(''))
      return 0
    },
  }
}
