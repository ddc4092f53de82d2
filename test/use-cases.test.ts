/** The table of use cases is true: what it names is there, and each shipped runbook is in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const rows = readFileSync(join(ROOT, 'docs/use-cases.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)

/** The tests of a cell: a link to a file, then titles in quotes up to the next link. */
function shown(cell: string): { readonly file: string; readonly titles: readonly string[] }[] {
  return cell.split(/(?=\[)/).flatMap((part) => {
    const file = /^\[[^\]]+\]\(\.\.\/([^)]+)\)/.exec(part)?.[1]
    if (file === undefined) return []
    return [{ file, titles: [...part.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title) }]
  })
}

describe('the table of use cases', () => {
  it.each(rows)('%s', (row) => {
    const cells = row.split('|').map((cell) => cell.trim())
    const tests = shown(cells.at(-2) ?? '')
    expect(tests).not.toEqual([])
    for (const { file, titles } of tests) {
      expect(titles).not.toEqual([])
      const text = readFileSync(join(ROOT, file), 'utf8')
      const lacking = titles.filter(
        (title) => !text.includes(`'${title}'`) && !text.includes(`"${title}"`),
      )
      expect({ file, lacking }).toEqual({ file, lacking: [] })
    }
    for (const [, path = ''] of row.matchAll(/\]\(\.\.\/([^)]+)\)/g))
      expect({ path, is: existsSync(join(ROOT, path)) }).toEqual({ path, is: true })
  })

  it('has each shipped runbook', () => {
    const names = readdirSync(join(ROOT, 'runbooks'))
    expect(names.filter((name) => !rows.join('').includes(`(../runbooks/${name})`))).toEqual([])
  })
})
