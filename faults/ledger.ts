/** The plugins' own account of what they did, out of RUNE's sight: the truth that answers are held against. */
import { chmod, readFile, writeFile } from 'node:fs/promises'

/** How often the plugin of one key began and came to its end. */
export interface Marks {
  readonly begun: number
  readonly ended: number
}

const NEVER: Marks = { begun: 0, ended: 0 }

export interface Ledger {
  readonly file: string
  /** By the run key as the plugin sees it. */
  read(): Promise<(key: string) => Marks>
}

/** Bash lines for a plugin: a line with its key, appended by one write. */
export const mark = (what: 'begin' | 'end', file: string): string =>
  `printf '${what} %s\\n' "$RUNE_RUN_KEY" >>${file}`

/** A new ledger that plugins of every account can write to. */
export async function makeLedger(file: string): Promise<Ledger> {
  await writeFile(file, '')
  await chmod(file, 0o666)
  return {
    file,
    read: async () => {
      const marks = new Map<string, Marks>()
      for (const line of (await readFile(file, 'utf8')).split('\n')) {
        const [what, key = ''] = line.split(' ')
        const { begun, ended } = marks.get(key) ?? NEVER
        if (what === 'begin') marks.set(key, { begun: begun + 1, ended })
        else if (what === 'end') marks.set(key, { begun, ended: ended + 1 })
      }
      return (key) => marks.get(encodeURIComponent(key)) ?? NEVER
    },
  }
}
