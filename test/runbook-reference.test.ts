/** The page about runbooks shows an example for every key, and each is part of a runbook that the tests read. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CORPUS, corpusFile, problemsOf } from './corpus-project.ts'

const page = readFileSync(join(import.meta.dirname, '../docs/runbook-reference.md'), 'utf8')
const folder = join(CORPUS, 'runbook/good')
const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))

/** The rows of the tables, with the cells of each; a bar inside a cell is escaped. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .slice(2, -2)
      .split(/(?<!\\) \| /)
      .map((cell) => cell.replaceAll('\\|', '|')),
  )

describe('the reference of runbooks', () => {
  it('has every key of the schema', () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../schemas/runbook.json'), 'utf8'),
    ) as { properties: object; $defs: Record<string, { properties?: object }> }
    const keys = [schema, ...Object.values(schema.$defs)].flatMap(({ properties = {} }) =>
      Object.keys(properties),
    )
    const shown = new Set(rows.map(([key]) => key))
    expect(keys.filter((key) => !shown.has(`\`${key}\``))).toEqual([])
  })

  it.each(rows)('shows an example of %s that a good runbook has', (...cells) => {
    const [key = '', , , , , , example = ''] = cells
    expect(cells).toHaveLength(7)
    if (example !== 'below') {
      const text = example.slice(1, -1)
      expect(text).toContain(key.slice(1, -1).split('.').at(-1))
      expect(texts.some((one) => one.includes(text))).toBe(true)
      return
    }
    const block = new RegExp(`^${key}:\n\n\`\`\`yaml\n([\\s\\S]*?)\n\`\`\`$`, 'm').exec(page)?.[1]
    expect(texts.some((one) => one.includes(block ?? '\0'))).toBe(true)
  })

  it.each(['every-list.yaml', 'parameters.yaml', 'call.yaml'])(
    'takes them from files such as %s, which have no problem',
    async (name) => {
      const problems = await problemsOf('runbook', name, corpusFile('runbook/good', name))
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    },
  )
})
