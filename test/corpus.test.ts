/** Every corpus file gives exactly the lines beside it: none for a good one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import runbook from '../schemas/runbook.json' with { type: 'json' }
import { issuesOf, SHAPE_NAMES, type ShapeName } from '../src/protocol/schemas.ts'
import { CORPUS, corpusFile, corpusNames, linesOf, WRITTEN } from './corpus-project.ts'

/** A new case is written down by hand or checked by eye: nothing is recorded here. */
function expected(path: string): string {
  const beside = join(CORPUS, path.replace(/\.(yaml|json)$/, '.expect.txt'))
  expect(existsSync(beside), `${beside} is missing`).toBe(true)
  return readFileSync(beside, 'utf8')
}

describe.each(WRITTEN)('%s files', (shape) => {
  it.each(corpusNames(`${shape}/good`, '.yaml'))('accepts %s', async (name) => {
    expect(await linesOf(shape, name, corpusFile(shape, 'good', name))).toEqual([])
  })

  it.each(corpusNames(`${shape}/bad`, '.yaml'))('says what is wrong with %s', async (name) => {
    const began = performance.now()
    const lines = await linesOf(shape, name, corpusFile(shape, 'bad', name))
    expect(performance.now() - began).toBeLessThan(1000)
    expect(`${lines.join('\n')}\n`).toBe(expected(`${shape}/bad/${name}`))
  })
})

const MESSAGES = SHAPE_NAMES.filter((name) => !WRITTEN.some((written) => written === name))

describe.each(MESSAGES)('%s messages', (shape) => {
  const lines = (kind: string, name: string): string[] => {
    const value: unknown = JSON.parse(new TextDecoder().decode(corpusFile(shape, kind, name)))
    return issuesOf(shape as ShapeName, value).map(
      ({ pointer, message }) => `${pointer}: ${message}`,
    )
  }

  it.each(corpusNames(`${shape}/good`, '.json'))('accepts %s', (name) => {
    expect(lines('good', name)).toEqual([])
  })

  it.each(corpusNames(`${shape}/bad`, '.json'))('says what is wrong with %s', (name) => {
    expect(`${lines('bad', name).join('\n')}\n`).toBe(expected(`${shape}/bad/${name}`))
  })
})

describe('the corpus', () => {
  it('has good and bad files of every schema', () => {
    for (const shape of SHAPE_NAMES) {
      for (const kind of ['good', 'bad']) {
        const found = readdirSync(join(CORPUS, shape, kind)).filter((name) =>
          /\.(yaml|json)$/.test(name),
        )
        expect(found.length, `${shape}/${kind}`).toBeGreaterThan(0)
      }
    }
  })

  it('shows every key of a runbook in a good file', () => {
    const good = corpusNames('runbook/good', '.yaml').map((name) =>
      new TextDecoder().decode(corpusFile('runbook', 'good', name)),
    )
    const { rollout, targets } = runbook.properties
    const shapes = [runbook, rollout, targets, ...Object.values(runbook.$defs)]
    const keys = new Set(shapes.flatMap(({ properties }) => Object.keys(properties)))
    expect(keys.size).toBeGreaterThan(25)
    const shown = (key: string) => good.some((text) => new RegExp(`[\\s{"]${key}"?:`).test(text))
    expect([...keys].filter((key) => !shown(key))).toEqual([])
  })

  it('has at least 120 broken files of those that people write, and no line beside none', () => {
    const broken = WRITTEN.flatMap((shape) => corpusNames(`${shape}/bad`, '.yaml'))
    expect(broken.length).toBeGreaterThanOrEqual(120)
    for (const shape of WRITTEN) {
      const files = corpusNames(`${shape}/bad`, '.yaml').map((name) => name.replace('.yaml', ''))
      const lines = corpusNames(`${shape}/bad`, '.expect.txt').map((name) =>
        name.replace('.expect.txt', ''),
      )
      expect(lines.filter((name) => !files.includes(name))).toEqual([])
    }
  })
})
