/** GitHub's runner as far as it obeys its log: the two command grammars, read from the bytes of stdout or stderr. */

export interface ObeyedCommand {
  readonly grammar: '::' | '##['
  readonly command: string
  readonly line: string
}

const REGISTERED = new Set([
  'set-output',
  'save-state',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'debug',
  'notice',
  'warning',
  'error',
  'group',
  'endgroup',
  'echo',
  'stop-commands',
  'set-env',
  'add-path',
  'internal-set-repo-path',
])

/**
 * The commands that the runner would obey in this text. Stricter than the runner: a line also ends at NEL, LS and PS,
 * and invisible characters count as absent, because .NET's culture-aware search ignores them.
 */
export function obeyedCommands(text: string): ObeyedCommand[] {
  const readings = [
    text,
    text.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, keepLineEnds),
  ]
  return readings.flatMap((reading) =>
    [...reading.split(/\r\n|\r|\n/), ...reading.split(/[\r\n\u0085\u2028\u2029]/)].flatMap(
      (line) => {
        const command = lineCommand(line) ?? bracketCommand(line)
        return command === undefined ? [] : [{ ...command, line }]
      },
    ),
  )
}

const keepLineEnds = (c: string): string => (c === '\n' || c === '\r' || c === '\u0085' ? c : '')

function lineCommand(line: string) {
  const trimmed = line.replace(/^[\s\u0085\u180e]+/, '')
  if (!trimmed.startsWith('::')) return undefined
  const end = trimmed.indexOf('::', 2)
  return end < 0 ? undefined : named('::', trimmed.slice(2, end))
}

function bracketCommand(line: string) {
  const start = line.indexOf('##[')
  if (start < 0) return undefined
  const end = line.indexOf(']', start)
  return end < 0 ? undefined : named('##[', line.slice(start + 3, end))
}

function named(grammar: '::' | '##[', info: string) {
  const command = (info.split(' ')[0] ?? '').toLowerCase()
  return REGISTERED.has(command) ? { grammar, command } : undefined
}
