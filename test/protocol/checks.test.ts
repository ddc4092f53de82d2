import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/document/yaml.ts'
import { OPTIONS } from '../../src/protocol/ajv-options.ts'
import { CHECKS } from '../../src/protocol/checks.gen.ts'
import { SHAPE_NAMES } from '../../src/protocol/schemas.ts'
import { CORPUS } from '../corpus-project.ts'

const SCHEMAS = join(import.meta.dirname, '../../schemas')
const schemas = readdirSync(SCHEMAS).map(
  (file) => JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')) as { $id: string },
)
const ajv = new Ajv2020({ ...OPTIONS, schemas })

/** The corpus file, and it with each part in turn taken away or made another type. */
function valuesOf(path: string): unknown[] {
  const result = readDocument(path, readFileSync(path))
  if (result.kind === 'problems') return []
  const { value } = result.document
  return [value, ...changed(value)]
}

function changed(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [null, 7, '', 'x'.repeat(300), [], {}]
  if (Array.isArray(value))
    return [[], ...value.flatMap((one, i) => changed(one).map((other) => value.with(i, other)))]
  const object = value as Record<string, unknown>
  return Object.entries(object).flatMap(([key, one]) => {
    const { [key]: _, ...rest } = object
    const renamed = { ...rest, [`${key}!`]: one }
    return [rest, renamed, ...changed(one).map((other) => ({ ...object, [key]: other }))]
  })
}

describe('the generated checks', () => {
  it.each(SHAPE_NAMES)('find in a %s exactly what ajv finds with the schema', (name) => {
    const compiled = ajv.getSchema(`https://rune.dev/schemas/${name}.json`)
    if (!compiled) throw new Error(`there is no schema ${name}`)
    const generated = CHECKS[name] as unknown as typeof compiled
    const files = ['good', 'bad'].flatMap((kind) => {
      const folder = join(CORPUS, name, kind)
      const found = readdirSync(folder).filter((file) => /\.(json|yaml)$/.test(file))
      return found.slice(0, 5).map((file) => join(folder, file))
    })
    const values = files.flatMap(valuesOf)
    expect(values.length).toBeGreaterThan(10)
    for (const value of values) {
      expect(generated(value)).toBe(compiled(value))
      // Comparing as text is a hundred times faster than comparing deeply.
      if (JSON.stringify(generated.errors) !== JSON.stringify(compiled.errors))
        expect(generated.errors).toEqual(compiled.errors)
    }
  })
})
