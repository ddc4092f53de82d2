/** The figures as text: two tables in Markdown, or aligned for a terminal. */
import type { Comparison, Spread } from './rounds.ts'
import type { Size } from './shape.ts'
import { verdicts } from './targets.ts'

export interface Result extends Comparison {
  readonly size: Size
  readonly skipped: readonly string[]
  readonly runePeakRssMib: number
}

type Row = readonly string[]

export function tables(results: readonly Result[], markdown: boolean): string {
  const layout = markdown ? markdownTable : alignedTable
  const times: Row[] = results.flatMap(({ size, clients, runePeakRssMib }) =>
    clients.map(({ name, connections, wall, cpu }, i) => [
      work(size),
      name,
      spreadText(wall),
      spreadText(cpu),
      String(connections),
      i === 0 ? `${Math.round(runePeakRssMib)} MiB` : '',
    ]),
  )
  const ratios: Row[] = results.flatMap(({ size, ratios, noise }) =>
    [...ratios, noise].map((ratio) => [
      work(size),
      `rune run / ${ratio.name}`,
      spreadText(ratio.wall),
      spreadText(ratio.cpu),
      verdicts(size, ratio, noise),
    ]),
  )
  return [
    layout(['work', 'client', 'wall, s', 'client CPU, s', 'connections', 'peak RSS'], times),
    layout(['work', 'ratio', 'wall', 'client CPU', 'target'], ratios),
  ].join('\n')
}

/** The table of single parts: what, its median, and its target. */
export function partsTable(rows: readonly Row[], markdown: boolean): string {
  return table(['part', 'median', 'target'], rows, markdown)
}

export function table(head: Row, rows: readonly Row[], markdown: boolean): string {
  return markdown ? markdownTable(head, rows) : alignedTable(head, rows)
}

function work({ nodes, steps }: Size): string {
  return `${nodes} nodes x ${steps} ${steps === 1 ? 'step' : 'steps'}`
}

/** Median, and in brackets the smallest and the largest. */
function spreadText({ median, min, max }: Spread): string {
  return `${median.toFixed(2)} (${min.toFixed(2)}-${max.toFixed(2)})`
}

function markdownTable(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(' | ')} |\n`
  return [head, head.map(() => '---'), ...rows].map(line).join('')
}

function alignedTable(head: Row, rows: readonly Row[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = (row: Row): string =>
    `${row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()}\n`
  return all.map(line).join('')
}
