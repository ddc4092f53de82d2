/** The text of an ssh_config and of the files that it includes, to settings in their order and when each of them holds. */
import type { Notes } from './notes.ts'
import { splitWords } from './words.ts'

/** One line that sets something. */
export interface Setting {
  /** Lower case. */
  readonly key: string
  readonly args: readonly string[]
  /** `file:line`. */
  readonly place: string
}

/** Settings between two Host lines. */
export interface Block {
  /** Of its Host line, and of those around the Include that led to it: every list has to match. */
  readonly conditions: readonly (readonly string[])[]
  readonly settings: readonly Setting[]
}

export interface ConfigFile {
  /** As it is shown. */
  readonly name: string
  readonly text: string
}

/** The files that an argument of Include means, or why none of them is read. */
export type ReadInclude = (pattern: string) => Promise<readonly ConfigFile[] | string>

const LINE_AT_MOST = 4096
const LINES_AT_MOST = 50_000
const DEPTH_AT_MOST = 8

export interface Reading {
  readonly include: ReadInclude
  readonly notes: Notes
}

/** A sentence where the files are too large. */
export async function readBlocks(file: ConfigFile, reading: Reading): Promise<Block[] | string> {
  const reader = new Reader(reading)
  await reader.read(file, [], 0)
  return reader.lines > LINES_AT_MOST ? `there are more than ${LINES_AT_MOST} lines` : reader.blocks
}

class Reader {
  readonly blocks: { conditions: readonly (readonly string[])[]; settings: Setting[] }[] = []
  lines = 0
  readonly #reading: Reading

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** `around` are the conditions of the Include that led here; they hold for every block of the file. */
  async read(
    { name, text }: ConfigFile,
    around: readonly (readonly string[])[],
    depth: number,
  ): Promise<void> {
    const { notes } = this.#reading
    let conditions: readonly (readonly string[])[] | undefined = around
    this.#open(conditions)
    for (const [index, raw] of text.split('\n').entries()) {
      if (++this.lines > LINES_AT_MOST) return
      const place = `${name}:${index + 1}`
      const line = readLine(raw)
      if (line === undefined) continue
      if (typeof line === 'string') {
        notes.add(line, undefined, place)
        continue
      }
      const { key, args } = line
      if (key === 'host') {
        conditions = [...around, args]
        this.#open(conditions)
      } else if (key === 'match') {
        // What stands below it would hold for other hosts than before: it is left out as a whole.
        conditions = undefined
        notes.add('Match and what stands below it are not taken over', undefined, place)
      } else if (conditions === undefined) continue
      else if (key === 'include') {
        await this.#include(args, { place, conditions, depth })
        this.#open(conditions)
      } else this.blocks.at(-1)?.settings.push({ key, args, place })
    }
  }

  #open(conditions: readonly (readonly string[])[]): void {
    this.blocks.push({ conditions, settings: [] })
  }

  async #include(
    patterns: readonly string[],
    at: {
      readonly place: string
      readonly conditions: readonly (readonly string[])[]
      readonly depth: number
    },
  ): Promise<void> {
    const { include, notes } = this.#reading
    for (const pattern of patterns) {
      const files =
        at.depth >= DEPTH_AT_MOST
          ? `more than ${DEPTH_AT_MOST} files in each other`
          : await include(pattern)
      if (typeof files === 'string')
        notes.add(
          `Include ${JSON.stringify(pattern.slice(0, 120))} is not read: ${files}`,
          undefined,
          at.place,
        )
      else for (const file of files) await this.read(file, at.conditions, at.depth + 1)
    }
  }
}

/** undefined for an empty line or a comment; a text says why it cannot be read. */
function readLine(raw: string): { key: string; args: readonly string[] } | string | undefined {
  const line = raw.replace(/[\s\f]+$/, '').replace(/^[ \t\f]+/, '')
  if (line === '' || line.startsWith('#')) return undefined
  if (line.length > LINE_AT_MOST)
    return `the line is left out: it has more than ${LINE_AT_MOST} characters`
  const [whole, key = ''] = /^"?([A-Za-z][A-Za-z0-9]*)"?(?:[ \t]*=[ \t]*|[ \t]+|$)/.exec(line) ?? []
  const args = whole === undefined ? undefined : splitWords(line.slice(whole.length), true)
  if (args === undefined) return 'the line is left out: it cannot be read'
  if (args.length === 0) return 'the line is left out: it has no value'
  return { key: key.toLowerCase(), args }
}
