/** Headings, paragraphs and tables as Markdown that can be cut to a budget. */
import type { Chunk } from './budget.ts'

export const heading = (level: 2 | 3, shown: string): Chunk => ({
  text: `${'#'.repeat(level)} ${shown}\n`,
})
export const paragraph = (shown: string): Chunk => ({ text: `${shown}\n` })

// Rows are encoded by their makers: a cell may hold our own markup around untrusted text.
export function table(header: readonly string[], rows: readonly (readonly string[])[]): Chunk[] {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    { text: `${row(header)}\n${row(header.map(() => '---'))}` },
    ...rows.map((cells) => ({ text: row(cells), counts: 'rows' as const })),
    { text: '' },
  ]
}

export const section = (
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Chunk[] => (rows.length === 0 ? [] : [heading(3, title), ...table(header, rows)])
